// Pages marked data-live look again when something happened, unless their reader is in the middle of something.
import { refresh } from "./forms.js";

let source = null;
let isStale = false;

export function watchLive() {
    document.addEventListener("visibilitychange", listen);
    document.addEventListener("baton:shown", listen);
    document.addEventListener("focusout", () => setTimeout(look));
    document.addEventListener("close", look, { capture: true });
    addEventListener("pagehide", stop);
    listen();
}

/** One stream for the tab in front: a browser keeps few connections to one server. */
function listen() {
    if (document.hidden || !document.querySelector("[data-live], [data-place='/notices']")) return stop();
    if (source) return;
    source = new EventSource("/live");
    source.addEventListener("ledger", () => {
        isStale = true;
        look();
    });
    source.addEventListener("notices", (event) => showUnread(Number(event.data)));
}

function stop() {
    source?.close();
    source = null;
}

/** How many notices are unread, beside their place in the navigation. */
function showUnread(count) {
    for (const place of document.querySelectorAll("[data-place='/notices']")) {
        place.querySelector(".badge")?.remove();
        if (count === 0) continue;
        const badge = Object.assign(document.createElement("span"), { className: "badge" });
        const words = Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: " unread" });
        badge.append(count > 99 ? "99+" : String(count), words);
        place.append(badge);
    }
}

function look() {
    if (!document.querySelector("[data-live]")) return;
    if (!isStale || document.hidden || isBusy()) return;
    isStale = false;
    refresh();
}

const isBusy = () =>
    document.querySelector("dialog[open], [data-dragging], [aria-busy=true], details.menu[open]") !== null ||
    document.querySelector(":popover-open") !== null ||
    document.activeElement?.matches("input, select, textarea");
