"""The product under measurement: its command line, its server, and how much memory it takes."""

import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.parse

ADMINISTRATOR = "bench@baton.example"
SELLERS = [f"seller{n}@baton.example" for n in range(1, 11)]
PASSWORD = "a bench needs no secret"


class Workspace:
    """A workspace in a folder of its own, worked on by the release binary."""

    def __init__(self, binary, folder):
        self.binary = pathlib.Path(binary).resolve()
        self.folder = folder
        self.database = folder / "baton.sqlite"

    def command(self, *words, **options):
        arguments = [str(self.binary), *map(str, words), "--data", str(self.folder)]
        return subprocess.run(arguments, text=True, check=True, capture_output=True, **options)

    def create(self):
        """Makes it, with an administrator and sellers whom leads go to in turn; answers the administrator's API token."""
        self.add_user(ADMINISTRATOR, "administrator")
        for seller in SELLERS:
            self.add_user(seller, "inside-sales")
        token = self.command("user", "token", ADMINISTRATOR, "--name", "bench").stdout.strip()
        with Server(self) as server:
            people = {person["email"]: person["id"] for person in server.call("GET", "/v1/people", token)["items"]}
            server.call("POST", "/v1/pools", token, {
                "name": "Sellers", "strategy": "rotation", "default": True, "dutyHolder": people[ADMINISTRATOR],
                "members": [people[seller] for seller in SELLERS],
            })
        return token

    def add_user(self, email, role):
        self.command("user", "add", "--email", email, "--name", email.split("@")[0], "--role", role, input=PASSWORD)

    def import_file(self, file, mapping):
        """Seconds and greatest memory of one import on the command line."""
        arguments = [str(self.binary), "import", str(file), "--mapping", str(mapping), "--yes", "--data", str(self.folder)]
        start = time.monotonic()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        trouble = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if status != 0:
            raise RuntimeError(f"import failed: {trouble.decode()}")
        return {"seconds": seconds, "peak_mb": usage.ru_maxrss / 1024, "cpu": usage.ru_utime + usage.ru_stime}


class Server:
    """`baton serve` on a free port of this machine alone."""

    def __init__(self, workspace):
        self.workspace = workspace

    def __enter__(self):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [str(self.workspace.binary), "serve", "--data", str(self.workspace.folder), "--host", "127.0.0.1",
             "--port", str(self.port), "--log-level", "error", "--api-rate", "0"],
            stdout=subprocess.DEVNULL
        )
        self.ready_after = self.first_answer("/healthz")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def first_answer(self, path, cookie=None):
        """Seconds from the start of the process until `path` is answered with 200."""
        while True:
            try:
                status, _, _ = self.request("GET", path, cookie=cookie)
            except OSError:
                status = None
            if status == 200:
                return time.monotonic() - self.started
            if status is not None or self.process.poll() is not None:
                raise RuntimeError(f"{path} answered {status}, process {self.process.poll()}")
            time.sleep(0.002)

    def request(self, method, path, body=None, cookie=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = dict(headers or {})
        if cookie:
            headers["Cookie"] = cookie
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response.status, response.headers, text

    def timed(self, path, cookie):
        """Milliseconds until the whole answer is there."""
        start = time.monotonic()
        status, _, _ = self.request("GET", path, cookie=cookie)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return (time.monotonic() - start) * 1000

    def call(self, method, path, token, value=None):
        """One call of the API with a value as JSON; answers the value it sends."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        body = None if value is None else json.dumps(value)
        status, _, text = self.request(method, path, body, headers=headers)
        if status >= 300:
            raise RuntimeError(f"{method} {path} answered {status}: {text.decode()}")
        return json.loads(text)

    def sign_in(self, email):
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        status, headers, _ = self.request("POST", "/sign-in", form, headers=headers)
        if status != 303:
            raise RuntimeError(f"sign-in answered {status}")
        return headers["Set-Cookie"].split(";")[0]

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
