// The theme is a cookie that the server reads, so the first paint is right; here it only changes without a round trip.

export function watchTheme() {
    mark();
    document.addEventListener("submit", (event) => {
        if (!event.target.matches("[data-theme-choice]")) return;
        event.preventDefault();
        const theme = event.submitter?.value ?? "auto";
        document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
        document.documentElement.dataset.theme = theme;
        mark();
    });
    document.addEventListener("baton:shown", mark);
}

function mark() {
    const theme = document.documentElement.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-choice] button")) {
        button.setAttribute("aria-pressed", String(button.value === theme));
    }
}
