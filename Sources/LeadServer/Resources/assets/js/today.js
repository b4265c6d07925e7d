// Today: the attempt of the selected row in one dialog; a digit picks the outcome, the outcome presets the next step.
import { belongsElsewhere } from "./keys.js";

export function watchToday() {
    document.addEventListener("click", (event) => {
        const opener = event.target.closest("a[data-attempt]");
        if (!opener || !attemptDialog() || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(opener);
    });
    document.addEventListener("keydown", (event) => {
        if (belongsElsewhere(event)) return;
        const shown = document.querySelector("dialog[open]");
        const tile = (shown ?? attemptDialog())?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
        if (tile?.matches("input") && (shown || open(selectedOpener()))) {
            event.preventDefault();
            choose(tile);
        } else if (!shown && event.key === "c" && open(selectedOpener())) {
            event.preventDefault();
        }
    });
    document.addEventListener("change", (event) => {
        if (event.target.matches(".tile input")) preset(event.target);
        else if (event.target.matches("[name=nextStep], [name=nextDue]")) event.target.dataset.touched = "";
    });
}

const attemptDialog = () => document.getElementById("attempt-dialog");

function selectedOpener() {
    const row = document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row]");
    return row?.querySelector("a[data-attempt]");
}

function open(opener) {
    const dialog = attemptDialog();
    if (!opener || !dialog) return false;
    const form = dialog.querySelector("form");
    form.reset();
    form.action = `/leads/${opener.dataset.attempt}/attempts`;
    for (const field of form.querySelectorAll("[data-touched]")) delete field.dataset.touched;
    document.getElementById("attempt-title").textContent = `Log attempt · ${opener.dataset.name}`;
    opener.closest("[data-row]").querySelector("a").focus();
    dialog.showModal();
    form.querySelector(".tile input")?.focus();
    return true;
}

function choose(tile) {
    tile.checked = true;
    tile.focus();
    preset(tile);
}

/** Fills next step and due time, unless the user has typed there. */
function preset(tile) {
    const form = tile.form;
    fill(form.elements.nextStep, tile.dataset.nextStep);
    fill(form.elements.nextDue, tile.dataset.nextDue);
}

function fill(field, value) {
    if (field && value !== undefined && !("touched" in field.dataset)) field.value = value;
}
