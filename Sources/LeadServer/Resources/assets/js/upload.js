// The upload form: a file can be dropped on it, is named, and is measured before it is sent.

export function dressUpload(form) {
    const drop = form.querySelector("[data-drop]");
    const input = form.querySelector("input[type=file]");
    input.addEventListener("change", () => name(form, drop, input.files[0]));
    for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, () => drop.classList.add("over"));
    for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
    form.addEventListener("submit", (event) => {
        if (complain(form, input.files[0])) event.preventDefault();
    });
}

function name(form, drop, file) {
    complain(form, file);
    drop.classList.toggle("chosen", Boolean(file));
    form.querySelector("[data-file-name]").textContent = file ? `${file.name}, ${size(file.size)}` : "Choose a file";
}

function complain(form, file) {
    const tooLarge = file && file.size > Number(form.dataset.upload);
    const problem = form.querySelector("[data-file-problem]");
    problem.hidden = !tooLarge;
    if (tooLarge) problem.querySelector("span").textContent = `This file has ${size(file.size)}, which is too much. Split it.`;
    return tooLarge;
}

function size(bytes) {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
    const options = { style: "unit", unit: units[power], unitDisplay: "short", maximumFractionDigits: 1 };
    return new Intl.NumberFormat("en", options).format(bytes / 1000 ** power);
}
