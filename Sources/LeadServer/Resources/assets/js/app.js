// Baton works without this: every act is a form and every place a link. These modules make it quicker.
import { watchDialogs } from "./dialogs.js";
import { watchForms } from "./forms.js";
import { watchKeys } from "./keys.js";
import { watchMenus } from "./menus.js";
import { watchTheme } from "./theme.js";
import { watchToday } from "./today.js";

document.documentElement.classList.add("enhanced");
watchDialogs();
watchForms();
watchKeys();
watchMenus();
watchTheme();
watchToday();

/** Parts that only some pages have; called again after a partial update. */
async function dress() {
    for (const button of document.querySelectorAll("[data-dialog][hidden]")) button.hidden = false;
    document.querySelector("[data-focus]")?.focus();
    const board = document.querySelector("[data-board]");
    if (board) (await import("./board.js")).dressBoard(board);
}

dress();
document.addEventListener("baton:shown", dress);
document.addEventListener("htmx:afterSettle", dress);
