"""Bare SQLite through its C API, doing in this run what Baton has just done."""

import json
import pathlib
import shutil
import sqlite3
import subprocess

SOURCES = pathlib.Path(__file__).parent / "yardstick"


class Yardstick:
    def __init__(self, folder):
        self.folder = folder
        self.program = folder / "yardstick"
        sources = sorted(map(str, SOURCES.glob("*.c")))
        subprocess.run(["gcc", "-O2", "-o", str(self.program), *sources, "-lsqlite3"], check=True)

    def measure(self, before, after, commits):
        """Inserts what `after` has more than `before` into a copy of `before`; only the inserts and commits are timed."""
        target = self.folder / "bare.sqlite"
        remove_database(target)
        shutil.copyfile(before, target)
        done = subprocess.run(
            [self.program, after, target, str(commits)], stdout=subprocess.PIPE, text=True, check=True
        )
        remove_database(target)
        return json.loads(done.stdout)


def copy_database(source, target):
    """A consistent copy of a database that may be in use."""
    remove_database(target)
    with sqlite3.connect(source) as reading, sqlite3.connect(target) as writing:
        reading.backup(writing)
    writing.close()
    reading.close()


def remove_database(path):
    for suffix in ("", "-wal", "-shm"):
        pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
