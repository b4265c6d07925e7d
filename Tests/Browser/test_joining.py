"""Many people, one deal: linking, merging, moving and converting leads, taking it back, and standing in for somebody."""

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import choose_person, fresh_person, new_lead, open_act, qualify, status_of

# A form that comes back answers 422, which the browser notes.
REFUSED = r"422|Failed to load resource"


@pytest.fixture
def page(login):
    return login("manager")


def two_leads(page: Page) -> tuple[dict, str, dict, str]:
    first, second = fresh_person(), fresh_person()
    return first, new_lead(page, first), second, new_lead(page, second)


def act(page: Page, label: str) -> None:
    """Follows an act that is a page of its own."""
    page.get_by_role("group", name="What to do").get_by_role("link", name=label, exact=True).click()


def find(page: Page, text: str) -> None:
    page.get_by_role("search", name="Find the other lead").get_by_role("searchbox").fill(text)
    page.get_by_role("search", name="Find the other lead").get_by_role("button", name="Search").click()


@pytest.mark.expect_problem(REFUSED)
def test_two_leads_become_one_and_two_again(page):
    first, lead, second, other = two_leads(page)
    page.goto(lead)
    act(page, "Merge …")
    expect(page.get_by_role("heading", level=1)).to_have_text("Merge into this lead")
    find(page, second["email"])
    page.get_by_label(second["name"]).check()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator(".error-summary")).to_contain_text("different accounts")
    page.get_by_label("Also when they belong to different accounts").check()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("#flash")).to_contain_text("Merged")
    people = page.get_by_role("region", name="People")
    expect(people).to_contain_text(first["name"])
    expect(people).to_contain_text(second["name"])
    assert axe_violations(page) == []
    page.goto(other)
    assert status_of(page) == "Merged"
    page.get_by_role("link", name=first["name"]).first.click()
    expect(page).to_have_url(lead)
    page.get_by_role("link", name="Undo merge").click()
    page.get_by_role("button", name="Undo merge").click()
    expect(page.locator("#flash")).to_contain_text("A lead of its own again")
    assert status_of(page) == "Open"
    page.goto(lead)
    expect(page.get_by_role("region", name="People")).not_to_contain_text(second["name"])


def test_linked_leads_are_converted_together_and_taken_back(page):
    _, lead, second, other = two_leads(page)
    for address in (lead, other):
        page.goto(address)
        qualify(page)
    page.goto(lead)
    act(page, "Link …")
    find(page, second["email"])
    page.get_by_role("button", name="Link", exact=True).click()
    expect(page.get_by_role("region", name="Same deal")).to_contain_text(second["name"])
    open_act(page, "Convert")
    dialog = page.locator("#act-dialog")
    expect(dialog.get_by_label(second["name"])).to_be_checked()
    dialog.locator("select[name=product1]").select_option(index=1)
    dialog.locator("[name=quantity1]").fill("3")
    dialog.locator("[name=amount]").fill("1200")
    dialog.get_by_role("button", name="Convert").click()
    expect(page.locator("#flash")).to_contain_text("Converted")
    page.get_by_role("link", name="the deal it became").click()
    expect(page.get_by_role("region", name="Leads it came from").get_by_role("link")).to_have_count(2)
    expect(page.locator(".deal-lines tbody tr")).to_have_count(1)
    assert axe_violations(page) == []
    open_act(page, "Undo conversion")
    page.locator("#act-dialog").get_by_role("button", name="Undo conversion").click()
    expect(page.locator("#flash")).to_contain_text("open again")
    assert status_of(page) == "Withdrawn"
    for address in (lead, other):
        page.goto(address)
        assert status_of(page) == "Qualified (buying)"


def test_a_late_lead_joins_the_deal(page):
    _, lead, second, other = two_leads(page)
    for address in (lead, other):
        page.goto(address)
        qualify(page)
    page.goto(f"{lead}/conversion")
    page.get_by_role("button", name="Convert").click()
    page.get_by_role("link", name="the deal it became").click()
    act(page, "Add a lead")
    find(page, second["email"])
    page.get_by_label(second["name"]).check()
    page.get_by_label("Also when it belongs to another account").check()
    page.get_by_role("button", name="Add to the deal").click()
    expect(page.get_by_role("region", name="Leads it came from")).to_contain_text(second["name"])
    expect(page.get_by_role("region", name="People")).to_contain_text(second["name"])


def test_a_person_moves_to_another_company(page):
    person = fresh_person()
    lead = new_lead(page, person)
    page.goto(lead)
    page.get_by_role("link", name=f"Other company for {person['name']}").click()
    page.get_by_label("Company").fill("Umzug & Partner KG")
    page.get_by_role("button", name="Move").click()
    expect(page.locator("#flash")).to_contain_text("Moved to Umzug")
    expect(page.locator(".facts")).to_contain_text("Umzug & Partner KG")


def test_an_assistant_works_for_somebody(login):
    maria = login("inside sales")
    maria.goto("/account")
    choose_person(maria, "assistant", "Frida Holm")
    maria.get_by_role("button", name="Add assistant").click()
    expect(maria.locator(".assistants")).to_contain_text("Frida Holm")
    assert axe_violations(maria) == []
    maria.get_by_role("button", name="Frida Holm is no longer your assistant").click()
    expect(maria.locator(".assistants")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picking_works_on_a_phone_without_a_script(login, scheme):
    page = login(
        "manager", java_script_enabled=False, viewport={"width": 390, "height": 844}, color_scheme=scheme
    )
    _, lead, second, _ = two_leads(page)
    page.goto(f"{lead}/links")
    find(page, second["email"])
    page.get_by_role("button", name="Link", exact=True).click()
    expect(page.get_by_role("region", name="Same deal")).to_contain_text(second["name"])
