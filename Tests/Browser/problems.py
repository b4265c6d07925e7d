"""Notices what a person would only see in the developer tools: console errors, failed requests, error responses."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# A page that is left while an event stream or a partial update is open aborts it: that is no fault.
ABORTED = "net::ERR_ABORTED"


class Problems:
    def __init__(self, expected: list[str]):
        self.expected = [re.compile(pattern) for pattern in expected]
        self.found: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self.on_console)
        context.on("weberror", lambda error: self.note(f"uncaught: {error.error}"))
        context.on("requestfailed", self.on_request_failed)
        context.on("response", self.on_response)

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.note(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def on_request_failed(self, request: Request) -> None:
        if request.failure != ABORTED:
            self.note(f"request failed: {request.method} {request.url}: {request.failure}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.note(f"response {response.status}: {response.request.method} {response.url}")

    def note(self, problem: str) -> None:
        if not any(pattern.search(problem) for pattern in self.expected):
            self.found.append(problem)
