"""X16, J6: several processes on one PostgreSQL; any of them, and the server itself, may go at any moment."""

import os
import shlex
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
import uuid

import pytest
from baton_client import BatonClient
from baton_server import BINARY, ROOT, demo_users, free_port
from test_kill import assert_sound

SERVER = os.environ.get("BATON_TEST_DATABASE")
pytestmark = pytest.mark.skipif(not SERVER, reason="BATON_TEST_DATABASE names no server; run under bin/with-postgres")
CLIENTS = 8


class Node:
    """One Baton process of a workspace that several serve."""

    def __init__(self, folder, database, name):
        self.data, self.log, self.database = folder / "data", folder / f"{name}.log", database
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        command = [
            BINARY, "serve", "--data", self.data, "--database", self.database, "--port", str(self.port),
            "--vendor-assets", ROOT / "assets/vendor", "--api-rate", "0",
        ]
        self.process = subprocess.Popen(command, stdout=self.log.open("ab"), stderr=subprocess.STDOUT)
        wait_until(lambda: self.health() == 200 or self.process.poll() is not None, 60)
        assert self.process.poll() is None, self.log.read_text()

    def health(self):
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait(timeout=30)

    def client(self):
        user = demo_users()["administrator"]
        return BatonClient(self.url, user["email"], user["password"])


def wait_until(holds, seconds):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.02)


def baton(*arguments):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=300)


@pytest.fixture
def database():
    mark = "&" if "?" in SERVER else "?"
    return f"{SERVER}{mark}schema=s_{uuid.uuid4().hex[:12]}"


@pytest.fixture
def nodes(tmp_path, database):
    filled = baton("demo", "--no-serve", "--data", tmp_path / "data", "--database", database, "--seed", "1", "--leads", "30")
    assert filled.returncode == 0, filled.stderr
    both = [Node(tmp_path, database, name) for name in "ab"]
    for node in both:
        node.start()
    yield both
    for node in both:
        if node.process.poll() is None:
            node.end(signal.SIGTERM)


def send(number, sender, acknowledged, ended):
    """Captures lead after lead until the process is gone or everybody stops; a 503 is sent again under its key."""
    while not ended.is_set():
        try:
            status, answer = sender.capture(number)
        except (urllib.error.URLError, OSError, ValueError):
            return
        if status == 503:
            time.sleep(0.05)
            continue
        assert status == 201, answer
        acknowledged[number] = answer["lead"]
        number += CLIENTS


def under_load(nodes, happening):
    """What was acknowledged while something happened, with half of the clients at each process."""
    acknowledged, ended = {}, threading.Event()
    threads = [
        threading.Thread(target=send, args=(n, nodes[n % 2].client(), acknowledged, ended)) for n in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    wait_until(lambda: len(acknowledged) > 40, 60)
    happening()
    already = len(acknowledged)
    wait_until(lambda: len(acknowledged) > already + 40, 60)
    ended.set()
    for thread in threads:
        thread.join()
    return acknowledged


def assert_kept(acknowledged, nodes, database):
    for node in nodes:
        reader = node.client()
        for number, lead in acknowledged.items():
            status, found = reader.call("GET", f"/v1/leads/{lead}")
            assert status == 200, f"lead {number} was acknowledged and is gone"
        assert_sound(reader.call("GET", "/v1/invariants")[1])
    assert len(set(acknowledged.values())) == len(acknowledged)
    check = baton("check", "--database", database)
    assert check.returncode == 0, check.stdout


def test_a_process_that_is_killed_takes_no_acknowledged_lead_with_it(nodes, database):
    """X16, J6: one of two processes is killed under load, and no acknowledged lead is missing"""
    acknowledged = under_load(nodes, lambda: nodes[0].end(signal.SIGKILL))
    nodes[0].start()
    assert_kept(acknowledged, nodes, database)
    # The same request again, now at the other process, answers the same lead.
    number, lead = next(iter(acknowledged.items()))
    assert nodes[1].client().capture(number)[1]["lead"] == lead


def test_a_database_server_that_starts_anew_is_found_again(nodes, database):
    """J6: the database server is restarted under load; both processes go on, and nothing acknowledged is missing"""
    control = shlex.split(os.environ["BATON_TEST_POSTGRES_CTL"])
    acknowledged = under_load(nodes, lambda: subprocess.run([*control, "restart", "--mode", "fast"], check=True, cwd="/"))
    assert_kept(acknowledged, nodes, database)


def test_without_its_server_a_process_says_so_and_serves_again_afterwards(nodes):
    """J6: /healthz answers 503 while the database server is away, and a start without it is refused in a sentence"""
    control = shlex.split(os.environ["BATON_TEST_POSTGRES_CTL"])
    subprocess.run([*control, "stop", "--mode", "fast"], check=True, cwd="/")
    try:
        assert nodes[0].health() == 503
        refused = baton("check", "--database", SERVER)
        assert refused.returncode == 1 and "cannot be opened" in refused.stderr, refused.stderr
    finally:
        subprocess.run([*control, "start"], check=True, cwd="/")
    wait_until(lambda: nodes[0].health() == 200, 30)


def test_what_one_process_writes_goes_live_on_the_other(nodes):
    """What one process writes goes live on the pages of the other, and its reports count it"""
    reader = nodes[1].client()
    before = reader.call("GET", "/v1/invariants")[1]
    stream = reader.browser.open(f"{nodes[1].url}/live", timeout=20)
    stream.readline()
    assert nodes[0].client().capture(1)[0] == 201
    lines = iter(stream.readline, b"")
    assert any(line.startswith(b"event: ledger") for line in lines)
    after = reader.call("GET", "/v1/invariants")[1]
    assert sum(books["newLead"] for books in after["books"]) == sum(books["newLead"] for books in before["books"]) + 1


def test_a_workspace_moves_to_postgresql_and_back(tmp_path, database):
    """J6: a workspace moves to PostgreSQL and back with every row, and stays where it was"""
    first, last = tmp_path / "first", tmp_path / "last.sqlite"
    assert baton("demo", "--no-serve", "--data", first, "--seed", "1", "--leads", "40").returncode == 0
    there = baton("move", "--from", f"sqlite:{first}/baton.sqlite", "--to", database)
    assert there.returncode == 0, there.stderr
    back = baton("move", "--from", database, "--to", f"sqlite:{last}")
    assert back.returncode == 0, back.stderr
    table = [line for line in there.stdout.splitlines() if line and line[0].islower()]
    assert table == [line for line in back.stdout.splitlines() if line and line[0].islower()]
    assert len(table) > 30
    again = baton("move", "--from", f"sqlite:{last}", "--to", database)
    assert again.returncode == 1 and "already" in again.stderr
