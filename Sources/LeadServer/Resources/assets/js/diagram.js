// The drawing of a process: pointing at a status leaves only its own moves in full colour.

export function dressDiagram(diagram) {
    const trace = (code) => {
        diagram.classList.toggle("traced", Boolean(code));
        const near = new Set([code]);
        for (const edge of diagram.querySelectorAll(".edge")) {
            const isNear = edge.dataset.from === code || edge.dataset.to === code;
            edge.classList.toggle("traced", isNear);
            if (isNear) near.add(edge.dataset.from).add(edge.dataset.to);
        }
        for (const node of diagram.querySelectorAll(".node")) node.classList.toggle("traced", near.has(node.dataset.node));
    };
    diagram.addEventListener("pointerover", (event) => trace(event.target.closest(".node")?.dataset.node));
    diagram.addEventListener("pointerleave", () => trace(undefined));
}
