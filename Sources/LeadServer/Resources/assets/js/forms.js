// Forms marked data-enhance are sent in place: a success shows the page it leads to, a refusal only the form again.

export function watchForms() {
    document.addEventListener("submit", (event) => {
        const form = event.target.closest("form[data-enhance]");
        if (!form || form.ariaBusy === "true") return;
        event.preventDefault();
        send(form, event.submitter);
    });
    document.addEventListener("change", (event) => {
        event.target.closest("form[data-submit-on-change]")?.requestSubmit();
    });
}

async function send(form, submitter) {
    const body = new URLSearchParams(new FormData(form, submitter));
    form.ariaBusy = "true";
    try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (answer.ok || !showRefusal(form, page)) show(page, new URL(answer.url));
        form.ariaBusy = "false";
    } catch {
        form.ariaBusy = "false";
        form.removeAttribute("data-enhance");
        form.requestSubmit(submitter);
    }
}

/** Shows the present page as it is by now. */
export async function refresh() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!document.querySelector("dialog[open]")) show(page, new URL(location.href));
}

/** Puts the refused form in the place of the sent one; false when the answer does not hold it. */
function showRefusal(form, page) {
    const refused = form.id && page.querySelector(`main form[id="${CSS.escape(form.id)}"]`);
    if (!refused) return false;
    form.replaceWith(document.adoptNode(refused));
    refused.querySelector("[data-focus]")?.focus();
    return true;
}

/** What was said last is not taken away by a look that has nothing to say itself. */
function keepFlash(page) {
    const [present, next] = [document.getElementById("flash"), page.getElementById("flash")];
    if (next && next.childElementCount === 0) next.replaceChildren(...(present?.cloneNode(true).childNodes ?? []));
}

/** Turns the present page into `page`; on the same address it keeps focus, scroll and open parts. */
function show(page, address) {
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    for (const menu of document.querySelectorAll("[popover]:popover-open")) menu.hidePopover();
    document.title = page.title;
    const known = (sheet) => document.querySelector(`link[href="${CSS.escape(sheet.getAttribute("href"))}"]`);
    for (const sheet of page.querySelectorAll('link[rel="stylesheet"]')) if (!known(sheet)) document.head.append(sheet);
    if (address.pathname === location.pathname) {
        history.replaceState(null, "", address);
        keepFlash(page);
        window.Idiomorph.morph(document.body, page.body, { morphStyle: "innerHTML" });
    } else {
        history.pushState(null, "", address);
        addEventListener("popstate", () => location.reload(), { once: true });
        document.body.replaceChildren(...page.body.childNodes);
        scrollTo(0, 0);
        document.getElementById("main")?.focus();
    }
    window.htmx?.process(document.body);
    document.dispatchEvent(new CustomEvent("baton:shown"));
}
