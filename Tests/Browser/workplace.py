"""What people do in Baton, as the flow tests do it: sign in, type a lead in, open its acts."""

import itertools
import time

from playwright.sync_api import Page, expect

# Names that no other run and no other test has used: the demo workspace is shared by the whole session.
_numbers = itertools.count(int(time.time()) % 100_000 * 100)


def fresh_person() -> dict[str, str]:
    number = next(_numbers)
    return {
        "name": f"Flora Test{number}",
        "email": f"flora{number}@testwerk{number}.example",
        "company": f"Testwerk {number} GmbH",
    }


def new_lead(page: Page, person: dict[str, str], **more: str) -> str:
    """Types a lead in and gives the address that it led to."""
    page.goto("/leads/new")
    for name, value in {**person, **more}.items():
        page.locator(f"main [name={name}]").fill(value)
    choose_first(page, "productClass")
    choose_first(page, "source")
    page.get_by_role("button", name="Create lead").click()
    page.wait_for_load_state()
    return page.url


def choose_first(page: Page, name: str) -> None:
    """Chooses the first real option of a select."""
    field = page.locator(f"main select[name={name}], dialog[open] select[name={name}]").first
    value = field.evaluate("select => [...select.options].map(option => option.value).find(Boolean)")
    field.select_option(value)


def assign(page: Page, lead: str, to: str) -> None:
    """A manager gives a lead to somebody by name."""
    page.goto(f"{lead}/assignment")
    choose_person(page, "to", to)
    page.locator("main [name=reason]").fill("For this test")
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator("#flash")).to_contain_text("Assigned")


def choose_person(page: Page, name: str, person: str) -> None:
    field = page.locator(f"main select[name={name}], dialog[open] select[name={name}]").first
    value = field.evaluate(
        "(select, person) => [...select.options].find(option => option.text.startsWith(person)).value", person
    )
    field.select_option(value)


def open_act(page: Page, label: str) -> None:
    """Opens an act of the lead page in its dialog."""
    page.get_by_role("group", name="What to do").get_by_role("link", name=label, exact=True).click()
    expect(page.locator("#act-dialog")).to_be_visible()


def save(page: Page) -> None:
    page.locator("dialog[open] form.form button[type=submit]").click()


def status_of(page: Page) -> str:
    return page.locator(".lead-head .pill").inner_text()


def qualify(page: Page, ready: bool = True) -> None:
    """Records enough to pass the standard gate."""
    open_act(page, "Qualify")
    for criterion, level in {"need": "High", "urgency": "Medium", "fit": "High"}.items():
        page.locator(f"#act-dialog #field-{criterion}").get_by_text(level, exact=True).click()
    page.locator("#act-dialog [name=needEvidence]").fill("They lost an order over it.")
    if ready:
        page.locator("#act-dialog").get_by_text("It is ready for sales").click()
    save(page)
    expect(page.locator("#flash")).to_contain_text("Qualification recorded")
