"""A signed-in client of Baton's API, with nothing but the standard library."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request


class BatonClient:
    """Signs in through the form as a person would and calls the API with the session."""

    def __init__(self, url: str, email: str, password: str):
        self.url = url
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        form = {"email": email, "password": password, "_csrf": self._csrf("/sign-in")}
        self.browser.open(f"{url}/sign-in", urllib.parse.urlencode(form).encode(), timeout=30).read()
        self.csrf = self._csrf("/account")

    def _csrf(self, path: str) -> str:
        page = self.browser.open(f"{self.url}{path}", timeout=30).read().decode()
        return re.search(r'name="_csrf" value="([^"]*)"', page).group(1)

    def call(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
        """Status and parsed JSON; an HTTP error is an answer like any other."""
        request = urllib.request.Request(
            f"{self.url}{path}",
            data=body,
            method=method,
            headers={"Content-Type": "application/json", "X-CSRF-Token": self.csrf, **(headers or {})},
        )
        try:
            with self.browser.open(request, timeout=30) as response:
                return response.status, json.loads(response.read() or b"null")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or b"null")

    def capture(self, number: int):
        """Sends lead `number` under a key of its own."""
        lead = {
            "name": f"Person {number}",
            "email": f"person{number}@company{number}.example",
            "company": f"Company {number}",
            "source": "Web form",
        }
        return self.call("POST", "/v1/leads", json.dumps(lead).encode(), {"Idempotency-Key": f"lead-{number}"})
