// The members of a pool: a button moves one a turn earlier.

export function dressSlots(list) {
    for (const button of list.querySelectorAll("[data-earlier]")) button.hidden = false;
    list.addEventListener("click", (event) => {
        const slot = event.target.closest("[data-earlier]")?.closest("li");
        const earlier = slot?.previousElementSibling;
        if (!earlier) return;
        const [ones, others] = [slot, earlier].map((item) => [...item.querySelectorAll("select, input")]);
        ones.forEach((one, index) => {
            const other = others[index];
            [one.value, other.value] = [other.value, one.value];
        });
        (earlier.querySelector("[data-earlier]:not([hidden])") ?? others[0]).focus();
    });
}
