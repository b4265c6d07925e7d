"""The pages that every change must keep sound, and who looks at them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageUnderTest:
    path: str
    role: str | None = "manager"
    #: Follow the first link that matches, for pages whose address is only known at run time.
    follow: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        return self.name or self.path.strip("/").replace("/", "-")


PAGES = [
    PageUnderTest("/sign-in", role=None),
    PageUnderTest("/today", role="inside sales"),
    PageUnderTest("/leads"),
    PageUnderTest("/leads", follow="main a[href^='/leads/']:not([href='/leads/new']):not([href*='?'])", name="lead"),
    PageUnderTest("/leads/new", role="inside sales"),
    PageUnderTest("/board"),
    PageUnderTest("/opportunities"),
    PageUnderTest("/campaigns", role="marketing"),
    PageUnderTest("/submissions", role="marketing"),
    PageUnderTest("/imports", role="administrator"),
    PageUnderTest("/reports/time-in-status"),
    PageUnderTest("/reports/funnel"),
    PageUnderTest("/reports/clocks"),
    PageUnderTest("/reports/campaigns"),
    PageUnderTest("/check", role="administrator"),
    PageUnderTest("/settings/people", role="administrator"),
    PageUnderTest("/settings/tokens", role="administrator"),
    PageUnderTest("/settings/forms", role="administrator"),
]
