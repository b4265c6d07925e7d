"""Requests sent by wrk, from one thread, and what came of them."""

import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


def post_bodies(address, path, bodies, token, clients, seconds):
    """Posts the lines of the file `bodies`, each once; fails when one is refused or the file is too short."""
    headers = ["-H", f"Authorization: Bearer {token}", "-H", "Content-Type: application/json"]
    return wrk(address + path, headers, clients, seconds, ["bodies", bodies])


def get_paths(address, paths, cookie, clients, seconds):
    """Gets the paths in the file `paths` in turn, signed in."""
    return wrk(address, ["-H", f"Cookie: {cookie}"], clients, seconds, ["paths", paths])


def wrk(url, headers, clients, seconds, arguments):
    command = ["wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds}s", "--timeout", "10s", *headers,
               "-s", str(HERE / "replay.lua"), url, "--", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"wrk failed: {done.stderr}")
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    figures["per_second"] = figures["requests"] / figures["seconds"]
    figures["clients"] = clients
    return figures
