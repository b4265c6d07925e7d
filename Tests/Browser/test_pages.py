"""Every page, light and dark, on a desk and on a telephone: it loads, is accessible, fits and is named."""

import re

import pytest
from accessibility import axe_violations
from pages import PAGES, PageUnderTest

SCREENS = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("subject", PAGES, ids=lambda subject: subject.label)
def test_page_is_sound(subject: PageUnderTest, screen: str, theme: str, login, new_context, shots):
    options = {"color_scheme": theme, "viewport": SCREENS[screen]}
    page = login(subject.role, **options) if subject.role else new_context(**options).new_page()

    address = subject.path
    response = page.goto(address)
    if subject.follow:
        address = page.locator(subject.follow).first.get_attribute("href") + subject.suffix
        response = page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=shots / f"{subject.label}-{screen}-{theme}.png", full_page=True)

    faults = [*structure_faults(page, response.status), *axe_violations(page)]
    if not page.url.endswith(address):
        faults.insert(0, f"was sent there from {address}")
    if faults:
        pytest.fail("\n".join([page.url, *faults]), pytrace=False)


def structure_faults(page, status: int) -> list[str]:
    faults = []
    if status != 200:
        faults.append(f"answered {status}")
    if not re.fullmatch(r".+ · Baton", page.title()):
        faults.append(f"title is {page.title()!r}, not 'Page · Baton'")
    if (headings := page.locator("h1").count()) != 1:
        faults.append(f"has {headings} h1")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        faults.append(f"is {wide} px wider than the screen")
    return faults
