"""D1: whatever the moment of a power cut, every acknowledged inquiry is answered, and a repeat has the same Message-ID."""

import email
import json
import subprocess
import sys
import threading
import time
import urllib.error
from collections import defaultdict

from baton_server import ROOT, BatonServer

CLIENTS = 4


def test_killed_while_sending_no_answer_is_lost(tmp_path, monkeypatch):
    """D1: killed while mail goes out, no answer is lost; what is sent twice has one Message-ID"""
    from baton_client import BatonClient
    from baton_server import demo_users

    folder = tmp_path / "mail"
    sink = subprocess.Popen(
        [sys.executable, ROOT / "Tests/Support/smtp_sink.py", folder, "--plain"], stdout=subprocess.PIPE, text=True
    )
    port = sink.stdout.readline().strip()
    monkeypatch.setenv("BATON_MAIL_URL", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("BATON_MAIL_SECURITY", "off")
    monkeypatch.setenv("BATON_MAIL_FROM", "sales@baton.example")
    server = BatonServer(tmp_path)
    server.start()
    user = demo_users()["administrator"]

    def client():
        return BatonClient(server.url, user["email"], user["password"])

    template = {"purpose": "answer", "name": "T", "subject": "Thank you", "text": "Hello {{contact.name}}"}
    assert client().call("POST", "/v1/mail-templates", json.dumps(template).encode())[0] == 201
    acknowledged: set[int] = set()

    def send(first, sender):
        number = first
        try:
            while True:
                status, _ = sender.capture(number)
                assert status == 201
                acknowledged.add(number)
                number += CLIENTS
        except (urllib.error.URLError, OSError, ValueError):
            return  # the power is gone

    for round_number in range(3):
        already = len(acknowledged)
        threads = [
            threading.Thread(target=send, args=(10_000 * round_number + n, client())) for n in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        while len(acknowledged) < already + 40:
            time.sleep(0.005)
        server.kill()
        for thread in threads:
            thread.join()
        server.start()

    def answered():
        found = defaultdict(set)
        for path in folder.glob("*.eml"):
            message = email.message_from_bytes(path.read_bytes())
            found[message["To"]].add(message["Message-ID"])
        return found

    # What was claimed at a power cut is sent when its lease ends; the queue says that nothing else waits.
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        _, waiting = client().call("GET", "/v1/mails?state=waiting")
        if all(mail["attempts"] > 0 for mail in waiting["items"]):
            break
        time.sleep(0.2)
    claimed = {mail["to"] for mail in waiting["items"]}
    mails = answered()
    server.stop()
    sink.terminate()
    for number in acknowledged:
        address = f"person{number}@company{number}.example"
        to = next((to for to in mails if address in to), None)
        assert to is not None or address in claimed, f"{address} was acknowledged and has no answer"
    assert all(len(ids) == 1 for ids in mails.values())
    assert mails
