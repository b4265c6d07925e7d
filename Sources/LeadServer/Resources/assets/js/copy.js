// Copy buttons: they stand beside what they copy, a field or an element marked data-copy-source.

export function watchCopying() {
    document.addEventListener("click", async (event) => {
        const button = event.target.closest("[data-copy]");
        if (!button) return;
        const place = button.closest(".panel");
        const field = place.querySelector("[data-select-all]");
        await navigator.clipboard.writeText(field?.value ?? place.querySelector("[data-copy-source]").textContent);
        const label = button.querySelector("[data-copy-label]");
        label.textContent = "Copied";
        setTimeout(() => (label.textContent = "Copy"), 2000);
    });
    document.addEventListener("focusin", (event) => {
        if (event.target.matches?.("[data-select-all]")) event.target.select();
    });
}

/** The buttons need a clipboard, which browsers give to safe origins only. */
export function dressCopying() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
}
