// Baton works without this: every act is a form and every place a link. These modules make it quicker.
import { watchBusyButtons } from "./busy.js";
import { watchCalls } from "./call.js";
import { dressCopying, watchCopying } from "./copy.js";
import { watchDialogs } from "./dialogs.js";
import { watchForms } from "./forms.js";
import { watchKeys } from "./keys.js";
import { watchLive } from "./live.js";
import { watchMenus } from "./menus.js";
import { watchTheme } from "./theme.js";
import { watchToday } from "./today.js";

document.documentElement.classList.add("enhanced");
watchBusyButtons();
watchCalls();
watchCopying();
watchDialogs();
watchForms();
watchKeys();
watchLive();
watchMenus();
watchTheme();
watchToday();

/** What only some pages have, by its mark: the module and the function in it that brings it to life. */
const parts = {
    "data-diagram": ["diagram.js", "dressDiagram"],
    "data-slots": ["slots.js", "dressSlots"],
    "data-upload": ["upload.js", "dressUpload"],
};
const dressed = new WeakSet();

/** Parts that only some pages have; called again after a partial update. */
async function dress() {
    for (const button of document.querySelectorAll("[data-dialog][hidden]")) button.hidden = false;
    document.querySelector("[data-focus]")?.focus();
    for (const tab of document.querySelectorAll(".tabs [aria-current]")) tab.scrollIntoView({ block: "nearest", inline: "center" });
    dressCopying();
    const board = document.querySelector("[data-board]");
    if (board) (await import("./board.js")).dressBoard(board);
    for (const [mark, [module, name]] of Object.entries(parts)) {
        const part = document.querySelector(`[${mark}]`);
        if (!part || dressed.has(part)) continue;
        dressed.add(part);
        (await import(`./${module}`))[name](part);
    }
}

dress();
document.addEventListener("baton:shown", dress);
document.addEventListener("htmx:afterSettle", dress);
