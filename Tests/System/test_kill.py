"""X16, J6: whatever the moment of a power cut, no acknowledged lead is missing and the books balance."""

import threading
import time
import urllib.error

CLIENTS = 8


def invariants(client):
    status, answer = client().call("GET", "/v1/invariants")
    assert status == 200
    return answer


def assert_sound(answer):
    broken = [finding for finding in answer["findings"] if finding["violations"]]
    assert broken == []
    for books in answer["books"]:
        outcomes = ["newLeads", "joined", "contactOnly", "rejected", "quarantined", "pending"]
        assert books["received"] == sum(books[outcome] for outcome in outcomes)


def test_killed_during_capture_no_acknowledged_lead_is_missing(server, client):
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
