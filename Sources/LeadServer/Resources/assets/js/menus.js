// A <details class="menu"> closes when one clicks elsewhere or presses Escape.

export function watchMenus() {
    document.addEventListener("click", (event) => {
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (!menu.contains(event.target)) menu.open = false;
        }
    });
    document.addEventListener("keydown", (event) => {
        const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
        if (!menu) return;
        menu.open = false;
        menu.querySelector("summary").focus();
    });
}
