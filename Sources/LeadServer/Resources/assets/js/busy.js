// A button with data-busy says what happens while its form is on the way, and is not pressed twice.

export function watchBusyButtons() {
    document.addEventListener("submit", (event) => {
        const label = event.submitter?.dataset.busy;
        if (!label || event.defaultPrevented) return;
        // After the form is read: a button that is out of action would not be sent with it.
        setTimeout(() => {
            event.submitter.textContent = label;
            event.submitter.setAttribute("aria-disabled", "true");
        });
    });
    // Going back shows the page as it was left.
    addEventListener("pageshow", (event) => event.persisted && document.querySelector("[data-busy][aria-disabled]") && location.reload());
}
