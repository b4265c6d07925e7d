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
    if (document.hidden || !document.querySelector("[data-live]")) return stop();
    if (source) return;
    source = new EventSource("/live");
    source.addEventListener("ledger", () => {
        isStale = true;
        look();
    });
}

function stop() {
    source?.close();
    source = null;
}

function look() {
    if (!isStale || document.hidden || isBusy()) return;
    isStale = false;
    refresh();
}

const isBusy = () =>
    document.querySelector("dialog[open], [data-dragging], [aria-busy=true], details.menu[open]") !== null ||
    document.querySelector(":popover-open") !== null ||
    document.activeElement?.matches("input, select, textarea");
