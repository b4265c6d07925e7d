// Dialogs: opening, closing, and the acts of a lead, whose forms are pages of their own when there is no script.

export function watchDialogs() {
    document.addEventListener("click", (event) => {
        if (event.target.matches?.("dialog")) return event.target.close();
        const opener = event.target.closest("[data-dialog]");
        if (opener) return document.getElementById(opener.dataset.dialog)?.showModal();
        const closer = event.target.closest("[data-close], dialog [data-cancel]");
        if (closer) {
            event.preventDefault();
            return closer.closest("dialog").close();
        }
        const act = event.target.closest("a[data-act]");
        if (act && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            openAct(act);
        }
    });
    document.addEventListener("close", (event) => {
        if (event.target.id === "act-dialog") document.getElementById("act-body").replaceChildren();
    }, { capture: true });
}

/** Shows the form that stands on the page behind `link`; follows the link when there is no form to show. */
export async function openAct(link) {
    const page = await fetchPage(link.href);
    const form = page?.querySelector("main form");
    if (!form || form.hasAttribute("data-own-page")) return location.assign(link.href);
    document.getElementById("act-title").textContent = page.querySelector("main h1").textContent;
    const body = document.getElementById("act-body");
    body.replaceChildren(document.adoptNode(form));
    document.getElementById("act-dialog").showModal();
    form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

async function fetchPage(address) {
    try {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
        return null;
    }
}
