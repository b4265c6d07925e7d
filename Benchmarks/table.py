"""The figures as one plain table: ratios first, the goal beside each figure that has one."""

# Published for this kind of machine at 100,000 leads; not from this run.
PEERS = {
    "capture": "Odoo 29/s, EspoCRM 20/s", "import": "Odoo 105/s, EspoCRM 19/s", "list": "Odoo 120, EspoCRM 99",
    "search": "Odoo 600, EspoCRM 1390", "lead page": "Odoo 18, EspoCRM 76", "start": "Odoo 3400, EspoCRM 500",
}


def text(results):
    sizes = results["sizes"]
    lines = [heading(results), "", row("", [f"{size['size']:,} rows" for size in sizes], "goal", "peers (published)")]
    lines.append(row("", [f"{size['import']['leads']:,} leads" for size in sizes]))
    for title, rows in sections(sizes):
        lines += ["", title] + [row(*cells) for cells in rows]
    return "\n".join(lines + decisions(results.get("decisions")))


def decisions(measured):
    """Deciding and applying one command, without the store: not a matter of how many leads there are."""
    if not measured:
        return []
    lines = ["", "Deciding one command in the core, p50 / p99 µs"]
    for name, figures in measured.items():
        times = f"{figures['p50_ns'] / 1000:.2f} / {figures['p99_ns'] / 1000:.2f}"
        note = f"after {figures['events']:,} events"
        lines.append(row(name, [times], "p50 5", note))
    return lines


def heading(results):
    machine = results["machine"]
    return (f"Baton {results['commit']} on {machine['cores']} × {machine['processor']}, load before {machine['load']:.1f}, "
            f"{results['seconds']:.0f} s")


def row(label, values, goal="", peers=""):
    return f"  {label:<34}" + "".join(f"{value:>16}" for value in values) + f"  {goal:<10}  {peers}".rstrip()


def each(sizes, *path, form="{:,.0f}"):
    values = []
    for size in sizes:
        value = size
        for key in path:
            value = value[key]
        values.append(form.format(value))
    return values


def sections(sizes):
    clients = list(sizes[0]["capture"])
    percent = "{:.0%}"
    yield "Baton against bare SQLite: same rows, same commits", [
        ("import", each(sizes, "import", "ratio", form=percent), "60%"),
        *[(f"capture over HTTP, {counted(n)}", each(sizes, "capture", n, "ratio", form=percent), "60%" if n == "32" else "")
          for n in clients],
    ]
    yield "Import, rows a second", [
        ("baton import", each(sizes, "import", "rows_per_second"), "", PEERS["import"]),
        ("bare SQLite", each(sizes, "import", "bare_rows_per_second")),
        ("greatest memory, MB", each(sizes, "import", "peak_mb"), "300"),
    ]
    yield "POST /v1/leads, leads a second", [
        cells for n in clients for cells in (
            (counted(n), each(sizes, "capture", n, "per_second"), "3,000" if n == "32" else "", PEERS["capture"]),
            ("  bare SQLite", each(sizes, "capture", n, "bare_per_second")),
            ("  p50 / p99 ms", latencies(sizes, "capture", n)),
            ("  errors", each(sizes, "capture", n, "errors"), "0"),
        )
    ]
    yield "Pages, 8 clients, p50 / p99 ms", [
        (name, latencies(sizes, "pages", name), "p99 25", PEERS.get(name, "")) for name in sizes[0]["pages"]
    ]
    yield "Time in status, ms", [
        ("first after a start", each(sizes, "report", "first_ms")),
        ("warm", each(sizes, "report", "warm_ms", form="{:,.1f}"), "50"),
    ]
    yield "Start and memory", [
        ("process to first answer, ms", each(sizes, "start", "first_answer_ms"), "300", PEERS["start"]),
        ("process to first signed-in page, ms", each(sizes, "start", "first_page_ms")),
        ("idle, MB", each(sizes, "start", "idle_mb"), "80"),
        ("after all of the above, MB", each(sizes, "loaded_mb")),
    ]


def counted(clients):
    return "1 client" if clients == "1" else f"{clients} clients"


def latencies(sizes, *path):
    halves = zip(each(sizes, *path, "p50_ms", form="{:.1f}"), each(sizes, *path, "p99_ms", form="{:.1f}"))
    return [f"{p50} / {p99}" for p50, p99 in halves]
