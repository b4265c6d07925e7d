#!/usr/bin/env python3
"""From inquiry to answer: `mail.py BATON [RATE] [SECONDS]`.

Leads come at a steady rate over the API. Measured for each: until the API has answered (the lead has its owner then), until its answer mail is
with an SMTP server on the same machine, and until an open page was told that something happened.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARRIVED: dict[str, float] = {}
NEWS: list[float] = []


async def smtp(reader, writer):
    """Says yes to everything; remembers when the recipient's mail was complete."""
    writer.write(b"220 sink\r\n")
    to, in_data = "", False
    while line := await reader.readline():
        if in_data:
            if line == b".\r\n":
                ARRIVED.setdefault(to, time.time())
                in_data = False
                writer.write(b"250 taken\r\n")
            continue
        verb = line[:4].upper()
        if verb == b"RCPT":
            to = re.search(rb"<(.*?)>", line).group(1).decode()
        in_data = verb == b"DATA"
        writer.write(b"354 go on\r\n" if in_data else b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
        await writer.drain()
        if verb == b"QUIT":
            break
    writer.close()


async def call(port, method, path, token, body=b"", more=""):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await ask(reader, writer, method, path, token, body, "Connection: close\r\n" + more)
    finally:
        writer.close()


async def ask(reader, writer, method, path, token, body, more=""):
    head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n"
    writer.write((head + "Content-Type: application/json\r\n" + more + "\r\n").encode() + body)
    status = int((await reader.readline()).split()[1])
    length = 0
    while (line := await reader.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    return status, await reader.readexactly(length)


async def watch(port, cookie):
    """An open page: each event that something happened."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /live HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n".encode())
    try:
        while line := await reader.readline():
            if line.startswith(b"event: ledger"):
                NEWS.append(time.time())
    except asyncio.CancelledError:
        writer.close()


class Pool:
    """Kept connections, as a gateway has them."""

    def __init__(self, port, token, count):
        self.port, self.token, self.free = port, token, asyncio.Queue()
        for _ in range(count):
            self.free.put_nowait(None)

    async def send(self, body):
        link = await self.free.get() or await asyncio.open_connection("127.0.0.1", self.port)
        try:
            return await ask(*link, "POST", "/v1/leads", self.token, body)
        finally:
            self.free.put_nowait(link)


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


async def main():
    baton, rate, seconds = sys.argv[1], int((sys.argv + ["200"])[2]), int((sys.argv + ["", "20"])[3])
    folder = Path(tempfile.mkdtemp(prefix="baton-mail-"))
    server = await asyncio.start_server(smtp, "127.0.0.1", 0)
    environment = os.environ | {
        "BATON_MAIL_URL": f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}", "BATON_MAIL_SECURITY": "off",
        "BATON_MAIL_FROM": "sales@baton.example", "BATON_API_RATE": "0",
    }
    port = 18_947
    subprocess.run([baton, "demo", "--no-serve", "--leads", "50", "--data", folder], check=True, stdout=subprocess.DEVNULL)
    users = json.loads(subprocess.run([baton, "demo", "--print-users"], capture_output=True, check=True).stdout)
    manager = next(user for user in users if user["role"] == "manager")
    made = subprocess.run([baton, "user", "token", manager["email"], "--name", "bench", "--data", folder],
                          capture_output=True, text=True, check=True)
    token = made.stdout.strip().splitlines()[-1]
    process = subprocess.Popen([baton, "serve", "--data", folder, "--port", str(port)], env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await measure(port, token, rate, seconds, manager)
    finally:
        process.terminate()
        process.wait()


async def measure(port, token, rate, seconds, manager):
    for _ in range(200):
        try:
            await call(port, "GET", "/healthz", token)
            break
        except OSError:
            await asyncio.sleep(0.1)
    template = {"purpose": "answer", "name": "T", "subject": "Thank you", "text": "Hello {{contact.name}}"}
    status, _ = await call(port, "POST", "/v1/mail-templates", token, json.dumps(template).encode())
    assert status == 201, status
    watching = asyncio.create_task(watch(port, session(port, manager)))
    pool, sent, answered = Pool(port, token, 32), {}, {}

    async def capture(number):
        address = f"p{number}@c{number}.example"
        body = {"name": f"Person {number}", "email": address, "company": f"Company {number}", "source": "Web form"}
        sent[address] = time.time()
        status, _ = await pool.send(json.dumps(body).encode())
        assert status == 201, status
        answered[address] = time.time()

    begun, tasks = time.time(), []
    for number in range(rate * seconds):
        await asyncio.sleep(max(0, begun + number / rate - time.time()))
        tasks.append(asyncio.create_task(capture(number)))
    await asyncio.gather(*tasks)
    for _ in range(300):
        if len(ARRIVED) >= len(sent):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(1.5)
    watching.cancel()
    news = [next((at for at in NEWS if at >= answered[address]), None) for address in sent]
    told = [at - sent[address] for at, address in zip(news, sent) if at]
    lines = {
        "lead with its owner acknowledged": [answered[address] - sent[address] for address in sent],
        "answer with the mail server": [ARRIVED[address] - sent[address] for address in sent if address in ARRIVED],
        "open page told": told,
    }
    print(f"{rate} leads a second for {seconds} s; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, values in lines.items():
        print(f"{name:36} n {len(values):6}  p50 {share(values, 0.5)*1000:7.0f} ms  p99 {share(values, 0.99)*1000:7.0f} ms")


def session(port, user):
    """Signs in as a browser does and gives the cookies."""
    import http.cookiejar
    import urllib.parse
    import urllib.request

    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"http://127.0.0.1:{port}/sign-in").read().decode()
    csrf = re.search(r'name="_csrf" value="([^"]*)"', page).group(1)
    form = {"email": user["email"], "password": user["password"], "_csrf": csrf}
    browser.open(f"http://127.0.0.1:{port}/sign-in", urllib.parse.urlencode(form).encode()).read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


asyncio.run(main())
