"""Measures Baton beside bare SQLite and prints one table; `make bench` runs it. docs/benchmarks.md says how to read it.

    BENCH_SIZES=10000 make bench      # the short way; 10000,100000 without
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import measure
import table
from baton import ADMINISTRATOR, SELLERS, Server, Workspace
from yardstick import Yardstick

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Git-ignored, and on the disk that a workspace would be on.
FOLDER = ROOT / ".cache" / "bench"
REPORT = "/reports/time-in-status"


def main():
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "10000,100000").split(",")]
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/baton")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    start, machine = time.monotonic(), describe_machine()
    yardstick = Yardstick(FOLDER)
    decisions = measure.decisions(binary.with_name("decide"))
    figures = [at_size(size, binary, yardstick) for size in sizes]
    results = {
        "commit": subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True,
                                 text=True).stdout.strip(),
        "machine": machine, "seconds": time.monotonic() - start, "sizes": figures,
        "decisions": decisions,
    }
    (FOLDER / "results.json").write_text(json.dumps(results, indent=2))
    print(table.text(results))
    print(f"\nAll figures: {(FOLDER / 'results.json').relative_to(ROOT)}")


def at_size(size, binary, yardstick):
    folder = FOLDER / str(size)
    workspace = Workspace(binary, folder / "workspace")
    workspace.folder.mkdir(parents=True)
    token = workspace.create()
    result = {"size": size}

    say(size, "import")
    result["import"] = measure.imports(workspace, yardstick, size, folder, runs=3 if size <= 20_000 else 1)
    with Server(workspace) as server:
        cookie, seller = server.sign_in(ADMINISTRATOR), server.sign_in(SELLERS[0])
    say(size, "start")
    result["start"] = measure.starts(workspace, cookie)
    with Server(workspace) as server:
        say(size, "report")
        result["report"] = measure.report(server, cookie, REPORT)
        say(size, "pages")
        result["pages"] = measure.pages(server, workspace, cookie, seller, folder)
        result["capture"] = {}
        for clients in (1, 8, 32):
            say(size, f"capture, {clients} clients")
            result["capture"][str(clients)] = measure.captures(
                server, workspace, yardstick, token, size, folder, clients
            )
        result["loaded_mb"] = server.memory_mb()
    shutil.rmtree(folder)
    return result


def describe_machine():
    processor = "processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":")[1].strip()
    return {"cores": os.cpu_count(), "processor": processor, "load": os.getloadavg()[0]}


def say(size, what):
    print(f"bench: {size:,}: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
