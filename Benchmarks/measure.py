"""What is measured at one size of workspace; each function answers plain figures."""

import json
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import urllib.parse

import leads
import load
import people
from baton import Server
from yardstick import copy_database

# What Sources/LeadApp/Imports/Importer.swift puts into one transaction.
ROWS_PER_COMMIT = 250
CAPTURE_SECONDS, WARM_UP_SECONDS, PAGE_SECONDS, PAGE_CLIENTS = 8, 2, 5, 8
# More bodies than any run here can send in a second.
BODIES_PER_SECOND = 6_000


def decisions(binary):
    """Deciding and applying one command in the core, act by act; nothing when it was not built."""
    if not binary.exists():
        return None
    return json.loads(subprocess.run([binary], capture_output=True, text=True, check=True).stdout)


def imports(workspace, yardstick, size, folder, runs):
    """Imports a file of `size` leads into the new workspace, then bare SQLite writes the same rows; medians of `runs`."""
    file, mapping = folder / "leads.csv", folder / "mapping.json"
    with file.open("w") as out:
        leads.write_csv(out, range(size))
    mapping.write_text(leads.mapping_text())
    before = folder / "before.sqlite"
    copy_database(workspace.database, before)

    done, bare = [], []
    for run in range(runs):
        if run > 0:
            shutil.rmtree(workspace.folder)
            workspace.folder.mkdir()
            shutil.copyfile(before, workspace.database)
        done.append(workspace.import_file(file, mapping))
        after = folder / "after.sqlite"
        copy_database(workspace.database, after)
        bare.append(yardstick.measure(before, after, -(-size // ROWS_PER_COMMIT)))
    baton = statistics.median(run["seconds"] for run in done)
    sqlite = statistics.median(run["seconds"] for run in bare)
    return {
        "rows_per_second": size / baton, "bare_rows_per_second": size / sqlite, "ratio": sqlite / baton,
        "peak_mb": max(run["peak_mb"] for run in done), "table_rows": bare[0]["rows"], "runs": runs,
        "leads": count(workspace, "leads"),
    }


def starts(workspace, cookie, runs=5):
    """Seconds from the start of the process to its first answer and to the first page of somebody signed in."""
    answers, pages, memory = [], [], []
    for _ in range(runs):
        with Server(workspace) as server:
            answers.append(server.ready_after)
            memory.append(server.memory_mb())
            pages.append(server.first_answer("/today", cookie))
    return {
        "first_answer_ms": statistics.median(answers) * 1000, "first_page_ms": statistics.median(pages) * 1000,
        "idle_mb": statistics.median(memory),
    }


def pages(server, workspace, cookie, seller, folder):
    """p50 and p99 of the pages that people use all day: a seller's Today, the others over all leads."""
    chance = random.Random(7)
    ids = [row[0].hex() for row in query(workspace, "SELECT id FROM leads ORDER BY random() LIMIT 300")]
    parts = [name[:chance.choice((4, 5, 6))].lower() for name in chance.sample(people.LAST, 100) if len(name) > 5]
    wanted = {
        "list": ["/leads"],
        "search": [f"/leads?q={urllib.parse.quote(part)}" for part in parts],
        "board": ["/board"],
        "lead page": [f"/leads/{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:]}" for id in ids],
        "today": ["/today"],
    }
    file = folder / "paths.txt"
    figures = {}
    for name, paths in wanted.items():
        file.write_text("\n".join(paths) + "\n")
        visitor = seller if name == "today" else cookie
        load.get_paths(server.address, file, visitor, PAGE_CLIENTS, 1)
        figures[name] = load.get_paths(server.address, file, visitor, PAGE_CLIENTS, PAGE_SECONDS)
    return figures


def report(server, cookie, path):
    """A report for the first time since the start, then again: milliseconds."""
    first = server.timed(path, cookie)
    return {"first_ms": first, "warm_ms": statistics.median(server.timed(path, cookie) for _ in range(15))}


def captures(server, workspace, yardstick, token, size, folder, clients):
    """Leads posted by so many clients at once, then bare SQLite writing the same rows, one commit for each `clients` leads."""
    bodies = folder / "bodies.txt"

    def post(seconds):
        start = captures.next
        captures.next += seconds * BODIES_PER_SECOND
        with bodies.open("w") as out:
            leads.write_bodies(out, range(size + start, size + captures.next))
        return load.post_bodies(server.address, "/v1/leads", bodies, token, clients, seconds)

    post(WARM_UP_SECONDS)
    before, after = folder / "before.sqlite", folder / "after.sqlite"
    copy_database(workspace.database, before)
    arrived = count(workspace, "submissions")
    figures = post(CAPTURE_SECONDS)
    copy_database(workspace.database, after)
    arrived = count(workspace, "submissions") - arrived
    if arrived < figures["requests"]:
        raise RuntimeError(f"{figures['requests']} leads were acknowledged, {arrived} are there")

    commits = -(-arrived // clients)
    bare = yardstick.measure(before, after, commits)
    figures["bare_per_second"] = arrived / bare["seconds"]
    figures["ratio"] = figures["per_second"] / figures["bare_per_second"]
    figures["bare_commits"] = commits
    return figures


captures.next = 0


def count(workspace, table):
    return query(workspace, f"SELECT COUNT(*) FROM {table}")[0][0]


def query(workspace, sql):
    connection = sqlite3.connect(f"file:{pathlib.Path(workspace.database)}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
