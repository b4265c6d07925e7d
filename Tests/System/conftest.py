"""Fixtures of the system tests: the same server that the browser tests use, started and killed at will."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "Browser"))

import pytest  # noqa: E402
from baton_client import BatonClient  # noqa: E402
from baton_server import BatonServer, demo_users  # noqa: E402


@pytest.fixture
def server(tmp_path):
    """A server with a demo workspace of its own."""
    baton = BatonServer(tmp_path)
    baton.start()
    yield baton
    baton.stop()


@pytest.fixture
def client(server):
    """A new client signed in as the administrator; call it again after a restart."""
    user = demo_users()["administrator"]
    return lambda: BatonClient(server.url, user["email"], user["password"])
