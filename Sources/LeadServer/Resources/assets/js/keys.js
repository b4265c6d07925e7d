// One key, one thing; off while typing, and off for good on this device when the switch in the help says so.
import { openAct } from "./dialogs.js";

const storageKey = "baton.keys";
const isOn = () => localStorage.getItem(storageKey) !== "off";

/** True when the key belongs to what has the focus, or shortcuts are off. */
export function belongsElsewhere(event) {
    return (
        !isOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey ||
        event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]")
    );
}

export function watchKeys() {
    document.addEventListener("keydown", (event) => {
        if (belongsElsewhere(event) || document.querySelector("dialog[open]")) return;
        if (press(event.key)) event.preventDefault();
    });
    document.addEventListener("change", (event) => {
        if (event.target.id === "keys-on") localStorage.setItem(storageKey, event.target.checked ? "on" : "off");
    });
    document.addEventListener("click", (event) => {
        if (event.target.closest("[data-dialog=keys-dialog]")) syncSwitch();
    });
}

function press(key) {
    switch (key) {
        case "/": return focus(document.getElementById("search"));
        case "?": return syncSwitch() && show("keys-dialog");
        case "n": return go("/leads/new");
        case "j": return step(1);
        case "k": return step(-1);
    }
    const act = document.querySelector(`a[data-act][data-key="${CSS.escape(key)}"]`);
    if (act) openAct(act);
    return Boolean(act);
}

function syncSwitch() {
    const box = document.getElementById("keys-on");
    if (box) box.checked = isOn();
    return Boolean(box);
}

function show(id) {
    const dialog = document.getElementById(id);
    dialog?.showModal();
    return Boolean(dialog);
}

function focus(element) {
    element?.focus();
    element?.select?.();
    return Boolean(element);
}

function go(address) {
    if (document.getElementById("search")) location.assign(address);
    return true;
}

/** Moves the focus to the next or previous row's link. */
function step(by) {
    const rows = [...document.querySelectorAll("[data-row]")];
    if (!rows.length) return false;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    row.querySelector("a").focus();
    row.scrollIntoView({ block: "nearest" });
    return true;
}
