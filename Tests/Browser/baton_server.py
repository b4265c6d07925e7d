"""A Baton process with a demo workspace of its own, for one test session."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("BATON_BINARY", ROOT / ".build/debug/baton"))
START_LIMIT_SECONDS = 180


class BatonServer:
    """Starts on a free port with 300 leads of the demo world, seed 1, so that every run sees the same pages."""

    def __init__(self, folder: Path):
        self.data = folder / "workspace"
        self.log = folder / "baton.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        command = [
            BINARY, "demo", "--data", self.data, "--port", str(self.port),
            "--seed", "1", "--leads", "300", "--vendor-assets", ROOT / "assets/vendor", "--api-rate", "0",
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=self.log.open("ab"), stderr=subprocess.STDOUT)
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while not self.is_healthy():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"baton did not start: {command}\n{self.log_tail()}")
            time.sleep(0.1)

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def kill(self) -> None:
        """Ends the process at once, as a power cut would; `start` goes on with the same workspace."""
        self.process.kill()
        self.process.wait()

    def is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as response:
                return response.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def log_tail(self, lines: int = 40) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def demo_users() -> dict[str, dict[str, str]]:
    """The demo user of each role: `{"manager": {"email": …, "password": …}, …}`."""
    printed = subprocess.run([BINARY, "demo", "--print-users"], check=True, capture_output=True, text=True).stdout
    return {user["role"]: user for user in json.loads(printed)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
