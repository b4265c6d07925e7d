// The board: dropping a card chooses in its own menu and sends it, so dragging can do nothing that the menu cannot.
import { Sortable } from "/assets/vendor/sortable.esm.js";

export function dressBoard(board) {
    for (const list of board.querySelectorAll("[data-status]:not([data-dressed])")) {
        list.dataset.dressed = "";
        Sortable.create(list, {
            group: { name: "board", put: (to, _from, card) => mayGo(card, to.el.dataset.status) },
            sort: false,
            animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
            delay: 150,
            delayOnTouchOnly: true,
            filter: "button, form",
            preventOnFilter: false,
            onStart: ({ item }) => mark(board, item),
            onEnd: ({ item, from, to }) => {
                unmark(board);
                if (from !== to) move(item, to.dataset.status);
            },
        });
    }
}

const mayGo = (card, status) => (card.dataset.targets ?? "").split(" ").includes(status);

function mark(board, card) {
    board.dataset.dragging = "";
    for (const column of board.querySelectorAll(".column")) {
        const list = column.querySelector("[data-status]");
        if (list.contains(card) || mayGo(card, list.dataset.status)) column.dataset.open = "";
    }
}

function unmark(board) {
    delete board.dataset.dragging;
    for (const column of board.querySelectorAll(".column[data-open]")) delete column.dataset.open;
}

function move(card, status) {
    const button = card.querySelector(`.move button[value="${CSS.escape(status)}"]`);
    button.form.requestSubmit(button);
}
