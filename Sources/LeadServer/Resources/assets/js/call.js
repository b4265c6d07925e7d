// Call mode: one key records the call; what is not asked after an answer is not shown.
import { belongsElsewhere } from "./keys.js";

export function watchCalls() {
    document.addEventListener("keydown", (event) => {
        if (belongsElsewhere(event) || document.querySelector("dialog[open]")) return;
        const key = document.querySelector(`[data-call-key="${CSS.escape(event.key)}"]`);
        if (!key) return;
        event.preventDefault();
        key.click();
    });
    document.addEventListener("change", (event) => {
        const form = event.target.closest("[data-call]");
        if (form) ask(form);
    });
    document.addEventListener("baton:shown", askAll);
    askAll();
}

function askAll() {
    for (const form of document.querySelectorAll("[data-call]")) ask(form);
}

/** Shows the questions that are asked after the answers so far; hidden ones are not sent. */
function ask(form) {
    const answered = {};
    for (const question of form.querySelectorAll("[data-question]")) {
        const { question: key, before, if: earlier, ifAnswers } = question.dataset;
        const isAsked = !earlier || ifAnswers.split(" ").includes(answered[earlier]);
        question.hidden = !isAsked;
        question.disabled = !isAsked;
        const chosen = question.querySelector("input[type=radio]:checked")?.value ?? before;
        if (isAsked && chosen) answered[key] = chosen;
        const note = question.querySelector(".condition");
        if (note) note.hidden = true;
    }
}
