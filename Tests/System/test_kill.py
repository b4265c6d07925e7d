"""X16, J6: whatever the moment of a power cut, no acknowledged lead is missing and the books balance."""

import sqlite3
import subprocess
import threading
import time
import urllib.error

from baton_server import BINARY

CLIENTS = 8


def invariants(client):
    status, answer = client().call("GET", "/v1/invariants")
    assert status == 200
    return answer


def assert_sound(answer):
    broken = [finding for finding in answer["findings"] if finding["violations"]]
    assert broken == []
    for books in answer["books"]:
        outcomes = ["newLead", "joined", "contactOnly", "rejected", "quarantined", "pending"]
        assert books["received"] == sum(books[outcome] for outcome in outcomes)


def test_killed_during_capture_no_acknowledged_lead_is_missing(server, client):
    """X16, J6: killed during capture, no acknowledged lead is missing and the books balance"""
    acknowledged: dict[int, str] = {}

    def send(first, sender):
        number = first
        try:
            while True:
                status, answer = sender.capture(number)
                assert status == 201
                acknowledged[number] = answer["lead"]
                number += CLIENTS
        except (urllib.error.URLError, OSError, ValueError):
            return  # the power is gone

    for round_number in range(3):
        already = len(acknowledged)
        base = 10_000 * round_number
        threads = [threading.Thread(target=send, args=(base + n, client())) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        while len(acknowledged) < already + 60:
            time.sleep(0.005)
        server.kill()
        for thread in threads:
            thread.join()
        server.start()

    reader = client()
    for number, lead in acknowledged.items():
        status, _ = reader.call("GET", f"/v1/leads/{lead}")
        assert status == 200, f"lead {number} was acknowledged and is gone"
    assert_sound(invariants(client))
    # The same request again answers the same lead: the key was kept with it.
    number, lead = next(iter(acknowledged.items()))
    assert reader.capture(number)[1]["lead"] == lead


def baton(*arguments, **options):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=300, **options)


def test_killed_during_import_every_row_is_accounted_for_once(tmp_path):
    """X16, J6: killed during an import, every row is accounted for once after it has gone on"""
    data = tmp_path / "workspace"
    assert baton("demo", "--no-serve", "--data", data, "--seed", "1", "--leads", "30").returncode == 0
    rows = 3000
    file = tmp_path / "leads.csv"
    lines = [f"Ada {n},ada{n}@works{n}.example,Works {n},Trade show" for n in range(rows)]
    file.write_text("Full Name,Email,Company,Lead Source\n" + "\n".join(lines) + "\n")

    running = subprocess.Popen([BINARY, "import", file, "--data", data, "--yes"], stdout=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while imported(data) < 300 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    running.kill()
    running.wait()
    assert imported(data) < rows, "it was through before it could be killed"

    resumed = baton("import", "--resume", "--data", data)
    assert resumed.returncode == 0, resumed.stderr
    assert imported(data) == rows
    again = baton("import", file, "--data", data, "--yes")
    assert imported(data) == rows, again.stdout
    check = baton("check", "--data", data)
    assert check.returncode == 0, check.stdout


def test_killed_during_undo_every_promise_holds_and_resume_takes_it_up(tmp_path):
    data = tmp_path / "workspace"
    assert baton("demo", "--no-serve", "--data", data, "--seed", "1", "--leads", "30").returncode == 0
    rows = 3000
    file = tmp_path / "leads.csv"
    # Each lead is there three times, far apart: the later rows join the lead of the first.
    lines = [f"Ada {n % 1000},ada{n % 1000}@works{n % 1000}.example,Works {n % 1000},Trade show" for n in range(rows)]
    file.write_text("Full Name,Email,Company,Lead Source\n" + "\n".join(lines) + "\n")
    assert baton("import", file, "--data", data, "--yes").returncode == 0
    with sqlite3.connect(f"file:{data}/baton.sqlite?mode=ro", uri=True, timeout=30) as database:
        raw = database.execute("SELECT id FROM imports").fetchone()[0].hex()
    name = f"{raw[:8]}-{raw[8:12]}-{raw[12:16]}-{raw[16:20]}-{raw[20:]}"

    running = subprocess.Popen([BINARY, "import", "--undo", name, "--data", data], stdout=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while undone(data) == 0 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    running.kill()
    running.wait()
    assert 0 < undone(data) < rows, "it was not killed in the middle"
    check = baton("check", "--data", data)
    assert check.returncode == 0, check.stdout

    resumed = baton("import", "--resume", "--data", data)
    assert resumed.returncode == 0, resumed.stderr
    assert "Every import is finished" not in resumed.stdout
    assert undone(data) == rows
    assert imported(data) == 0
    check = baton("check", "--data", data)
    assert check.returncode == 0, check.stdout


def undone(data) -> int:
    with sqlite3.connect(f"file:{data}/baton.sqlite?mode=ro", uri=True, timeout=30) as database:
        return database.execute("SELECT COUNT(*) FROM import_rows WHERE outcome = 'undone'").fetchone()[0]


def imported(data) -> int:
    """Leads of the file that are in the workspace now, read past the product."""
    with sqlite3.connect(f"file:{data}/baton.sqlite?mode=ro", uri=True, timeout=30) as database:
        return database.execute("SELECT COUNT(*) FROM contacts WHERE email LIKE 'ada%@works%.example'").fetchone()[0]
