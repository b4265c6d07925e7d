"""The board: dragging, the menu that does the same, and moves that need more than a move."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from workplace import fresh_person, new_lead


@pytest.fixture
def page(login):
    return login("manager", viewport={"width": 1600, "height": 1000})


def card(page: Page, lead: str) -> Locator:
    return page.locator(f"#card-{lead.rsplit('/', 1)[1]}")


def column(page: Page, status: str) -> Locator:
    return page.locator(f"[data-status={status}]")


def drag(page: Page, card: Locator, column: Locator) -> None:
    """Drags as a hand does: press, move a little, move there in steps, let go."""
    start, end = card.bounding_box(), column.bounding_box()
    page.mouse.move(start["x"] + 60, start["y"] + 50)
    page.mouse.down()
    page.mouse.move(start["x"] + 90, start["y"] + 60, steps=5)
    page.mouse.move(end["x"] + 80, end["y"] + 60, steps=10)
    page.mouse.move(end["x"] + 82, end["y"] + 64, steps=3)
    page.mouse.up()


def test_a_card_is_dragged(page):
    lead = new_lead(page, fresh_person())
    page.goto("/board")
    before = int(page.locator(".column", has=column(page, "attempted")).locator(".count").inner_text())
    drag(page, card(page, lead), column(page, "attempted"))
    expect(column(page, "attempted").locator(f"#{card(page, lead).get_attribute('id')}")).to_be_visible()
    expect(page.locator("#flash")).to_contain_text("Moved to Attempted contact")
    expect(page.locator(".column", has=column(page, "attempted")).locator(".count")).to_have_text(str(before + 1))
    page.goto(lead)
    expect(page.locator(".timeline")).to_contain_text("Moved to Attempted contact")


def test_the_menu_does_the_same(page):
    lead = new_lead(page, fresh_person())
    page.goto("/board")
    card(page, lead).get_by_role("button", name=re.compile("^Move")).click()
    card(page, lead).get_by_role("button", name="Qualification in process").click()
    expect(column(page, "in_process").locator(f"#{card(page, lead).get_attribute('id')}")).to_be_visible()


def test_a_rejection_asks_for_its_reason_and_comes_back(page):
    lead = new_lead(page, fresh_person())
    page.goto("/board")
    card(page, lead).get_by_role("button", name=re.compile("^Move")).click()
    card(page, lead).get_by_role("button", name="Not qualified").click()
    expect(page.locator("h1")).to_have_text("Reject")
    page.locator("main select[name=reason]").select_option("No need")
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Board")
    expect(card(page, lead)).to_have_count(0)


def test_the_gate_leads_to_the_qualification(page):
    lead = new_lead(page, fresh_person())
    page.goto("/board")
    drag(page, card(page, lead), column(page, "qualified"))
    expect(page.locator("h1")).to_have_text("Qualify")
    expect(page.locator(".checklist")).to_contain_text("Need")


def test_the_board_is_filtered_and_stays_so(page, users):
    page.goto("/board")
    value = page.locator("[name=owner] option", has_text=users["inside sales"]["name"]).get_attribute("value")
    page.locator("[name=owner]").select_option(value)
    expect(page).to_have_url(re.compile("owner=person"))
    for owner in page.locator(".card .avatar").all():
        expect(owner).to_have_attribute("title", users["inside sales"]["name"])


def test_the_board_shows_what_others_do(page, login):
    page.goto("/board")
    colleague = login("manager")
    lead = new_lead(colleague, fresh_person())
    expect(card(page, lead)).to_be_visible(timeout=15_000)
