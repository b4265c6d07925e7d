// The members of a pool: a button moves one a turn earlier.

export function dressSlots(list) {
    for (const button of list.querySelectorAll("[data-earlier]")) button.hidden = false;
    list.addEventListener("click", (event) => {
        const slot = event.target.closest("[data-earlier]")?.closest("li");
        const earlier = slot?.previousElementSibling;
        if (!earlier) return;
        const [one, other] = [slot, earlier].map((item) => item.querySelector("select"));
        [one.value, other.value] = [other.value, one.value];
        (earlier.querySelector("[data-earlier]:not([hidden])") ?? other).focus();
    });
}
