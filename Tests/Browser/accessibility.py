"""axe-core over the page as it is now, with WCAG 2.2 AA and the best practices."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_violations(page: Page) -> list[str]:
    """One readable entry for each rule that is broken, with every element that breaks it."""
    response = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    return [describe(violation) for violation in response["violations"]]


def describe(violation: dict) -> str:
    nodes = (f"    {' '.join(map(str, node['target']))}  {node['html'][:160]}" for node in violation["nodes"])
    return "\n".join([f"axe {violation['id']} ({violation['impact']}): {violation['help']}", *nodes])
