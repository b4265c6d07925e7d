"""A mail server that keeps what it gets, and refuses on demand: `smtp_sink.py FOLDER [--plain] [--auth USER PASSWORD]`.

It prints its port. STARTTLS is offered (FOLDER/cert.pem signs itself) unless --plain. Each mail lies in FOLDER as `N.eml` (the bytes after
DATA) with `N.json` (envelope, time). What the recipient's local part begins with says what happens: `never` 550 5.1.1, `later` 451 the
first time, `full` 552 at DATA, `hangup` the connection is cut in the middle of DATA the first time.
"""

import asyncio
import json
import ssl
import subprocess
import sys
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder: Path):
        self.folder = folder
        self.count = 0
        self.seen: set[str] = set()

    def is_first(self, address: str) -> bool:
        first = address not in self.seen
        self.seen.add(address)
        return first

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("never"):
            return "550 5.1.1 no such user"
        if address.startswith("later") and self.is_first(address):
            return "451 4.7.1 greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("full"):
            return "552 5.2.2 mailbox full"
        self.count += 1
        name = f"{self.count:06}"
        (self.folder / f"{name}.eml").write_bytes(envelope.original_content)
        about = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": bool(session.ssl), "at": time.time()}
        (self.folder / f"{name}.json").write_text(json.dumps(about))
        return f"250 2.0.0 taken as {name}"


class Server(SMTP):
    async def smtp_DATA(self, arg):
        recipients = self.envelope.rcpt_tos if self.envelope else []
        sink = self.event_handler
        if recipients and recipients[0].startswith("hangup") and sink.is_first(recipients[0]):
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def certificate(folder: Path) -> ssl.SSLContext:
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def main() -> None:
    folder, rest = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    options: dict = {"enable_SMTPUTF8": False}
    if "--plain" not in rest:
        options |= {"tls_context": certificate(folder), "require_starttls": True}
    if "--auth" in rest:
        user, password = rest[rest.index("--auth") + 1 :][:2]

        def authenticate(server, session, envelope, mechanism, data):
            given = (data.login.decode(), data.password.decode())
            return AuthResult(success=given == (user, password), handled=False)

        options |= {"auth_required": True, "auth_require_tls": "--plain" not in rest, "authenticator": authenticate}
    sink = Sink(folder)
    server = await asyncio.get_running_loop().create_server(lambda: Server(sink, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
