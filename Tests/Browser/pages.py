"""The pages that every change must keep sound, and who looks at them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageUnderTest:
    path: str
    role: str | None = "manager"
    #: Follow the first link that matches, for pages whose address is only known at run time.
    follow: str | None = None
    #: What is added to that link's address, for the pages of its acts.
    suffix: str = ""
    name: str | None = None

    @property
    def label(self) -> str:
        return self.name or self.path.strip("/").replace("/", "-")


LEAD = "main a[href^='/leads/']:not([href='/leads/new']):not([href*='?'])"
DEAL = "main tbody a[href^='/opportunities/']"

PAGES = [
    PageUnderTest("/sign-in", role=None),
    PageUnderTest("/today", role="inside sales"),
    PageUnderTest("/today?order=due", role="inside sales", name="today-by-due"),
    PageUnderTest("/today", role="inside sales", follow=".waiting a", name="call"),
    PageUnderTest("/today", role="inside sales", follow=".waiting a", suffix="/skip", name="call-skip"),
    PageUnderTest("/leads"),
    PageUnderTest("/leads", follow=LEAD, name="lead"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/attempts", name="lead-attempts"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/qualification", name="lead-qualification"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/handoff", name="lead-handoff"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/merge?q=gmbh", name="lead-merge"),
    PageUnderTest("/leads/new", role="inside sales"),
    PageUnderTest("/board"),
    PageUnderTest("/account", role="field sales"),
    PageUnderTest("/opportunities"),
    PageUnderTest("/opportunities", follow=DEAL, name="deal"),
    PageUnderTest("/opportunities?stage=won", follow=DEAL, name="deal-won"),
    PageUnderTest("/opportunities", follow=DEAL, suffix="/loss", name="deal-loss"),
    PageUnderTest("/campaigns", role="marketing"),
    PageUnderTest("/campaigns/new", role="marketing"),
    PageUnderTest("/submissions", role="marketing"),
    PageUnderTest("/submissions?outcome=rejected", role="marketing", name="submissions-refused"),
    PageUnderTest("/imports", role="administrator"),
    PageUnderTest("/imports/new", role="administrator"),
    PageUnderTest("/reports"),
    PageUnderTest("/reports/time-in-status"),
    PageUnderTest("/reports/status-history"),
    PageUnderTest("/reports/sales"),
    PageUnderTest("/reports/funnel?by=product-class", name="funnel-by-class"),
    PageUnderTest("/reports/funnel?from=2199-01-01", name="funnel-empty"),
    PageUnderTest("/reports/funnel"),
    PageUnderTest("/reports/clocks"),
    PageUnderTest("/reports/campaigns"),
    PageUnderTest("/reports/cherry-picking"),
    PageUnderTest("/check", role="administrator"),
    PageUnderTest("/settings", role="administrator"),
    PageUnderTest("/settings/mail", role="marketing"),
    PageUnderTest("/settings/mail/templates/new", role="marketing"),
    PageUnderTest("/settings/mail/files/new", role="marketing"),
    PageUnderTest("/account/notices", role="field sales"),
    PageUnderTest("/settings/people", role="administrator"),
    PageUnderTest("/settings/people/new", role="administrator"),
    PageUnderTest("/settings/people", role="administrator", follow="tbody th a", name="person"),
    PageUnderTest("/settings/pools", role="administrator"),
    PageUnderTest("/settings/scripts", role="administrator"),
    PageUnderTest("/settings/scripts/first_call", role="administrator", name="script"),
    PageUnderTest("/settings/pools", role="administrator", follow=".pools h2 a", name="pool"),
    PageUnderTest("/settings/sources", role="administrator"),
    PageUnderTest("/settings/products", role="administrator"),
    PageUnderTest("/settings/process", role="manager"),
    PageUnderTest("/settings/audit", role="administrator"),
    PageUnderTest("/settings/forms/new", role="administrator"),
    PageUnderTest("/settings/tokens", role="administrator"),
    PageUnderTest("/settings/forms", role="administrator"),
    PageUnderTest("/settings/process/edit", role="administrator"),
    PageUnderTest("/settings/fields", role="administrator"),
    PageUnderTest("/settings/fields/new", role="administrator"),
    PageUnderTest("/settings/gate", role="administrator"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/fields", name="lead-fields"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/account", name="lead-account"),
    PageUnderTest("/reports/value"),
    PageUnderTest("/reports/value?by=product-class", name="value-by-class"),
    PageUnderTest("/reports/recycled"),
    PageUnderTest("/reports/processing?by=source", name="processing-by-source"),
    PageUnderTest("/reports/queue"),
    PageUnderTest("/reports/credit"),
    PageUnderTest("/notices"),
    PageUnderTest("/overdue"),
    PageUnderTest("/absences"),
    PageUnderTest("/settings/service-levels", role="administrator"),
    PageUnderTest("/settings/calendars", role="administrator"),
    PageUnderTest("/settings/calendars", role="administrator", follow=".pools h2 a", name="calendar"),
    PageUnderTest("/leads?view=open", follow=LEAD, suffix="/pause", name="lead-pause"),
    PageUnderTest("/overdue", follow=".overdue a[href*='/extension']", name="lead-extension"),
]
