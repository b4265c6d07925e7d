"""Call mode: leads one after the other with the keyboard alone, without a script, and on a telephone."""

import re

from playwright.sync_api import expect
from workplace import assign, fresh_person, new_lead

CALL = re.compile(r"/today/call/[0-9a-f-]{36}$")


def callable_lead(login, users) -> tuple[dict[str, str], str]:
    manager = login("manager")
    person = fresh_person()
    lead = new_lead(manager, person, phone="+49 30 901820")
    assign(manager, lead, users["inside sales"]["name"])
    return person, lead.rsplit("/", 1)[1].split("?")[0]


def test_ten_leads_are_worked_with_the_keyboard_alone(login, users):
    """C7, F10: ten leads in Today with the keyboard alone."""
    for _ in range(10):
        callable_lead(login, users)
    page = login("inside sales")
    page.goto("/today")
    expect(page.locator(".waiting").first).to_contain_text("expected")
    page.keyboard.press("w")
    worked = set()
    for _ in range(10):
        expect(page).to_have_url(CALL)
        name = page.locator("h1").inner_text()
        worked.add(page.url)
        before = page.url
        page.keyboard.press("2")
        expect(page.locator("#flash")).to_contain_text(f"{name}: no answer")
        expect(page).not_to_have_url(before)
    assert len(worked) == 10


def test_answers_fill_the_qualification_and_the_call_is_undone(login, users):
    """C8: script questions fill the qualification; what is not asked is not shown; undo takes all of it back."""
    person, lead = callable_lead(login, users)
    page = login("inside sales")
    page.goto(f"/today/call/{lead}")
    urgency = page.locator("[data-question=urgency]")
    expect(urgency).to_be_hidden()
    page.get_by_label("A plan or a wish to improve").check()
    expect(urgency).to_be_visible()
    page.get_by_label("Within three months").check()
    page.get_by_label("We can do most of it").check()
    page.keyboard.press("1")
    expect(page.locator("#flash")).to_contain_text(f"{person['name']}: reached")
    page.goto(f"/leads/{lead}")
    expect(page.locator(".timeline")).to_contain_text("Script: 3 questions answered")
    expect(page.locator(".lead-head .pill")).to_have_text("Qualification in process")
    page.goto(f"/today/call/{lead}")
    expect(page.locator("[data-question=need] .before")).to_contain_text("A plan or a wish to improve")
    page.keyboard.press("u")
    expect(page.locator("#flash")).to_contain_text("Taken back")
    expect(page.locator("[data-question=need] .before")).to_have_count(0)
    expect(page.locator(".call-head .pill")).to_have_text("Open")


def test_skipping_needs_a_reason(login, users):
    """X10: a skip asks for its reason, with the keyboard too."""
    _, lead = callable_lead(login, users)
    page = login("inside sales")
    page.goto(f"/today/call/{lead}")
    page.keyboard.press("s")
    dialog = page.locator("#act-dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#flash")).to_contain_text("Skipped for now")
    page.goto(f"/leads/{lead}")
    expect(page.locator(".timeline")).to_contain_text("Skipped: Not at this time of day")


def test_a_call_is_recorded_without_a_script_on_a_telephone(login, users):
    """C8: call mode works as plain forms on a small screen."""
    _, lead = callable_lead(login, users)
    page = login("inside sales", viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto(f"/today/call/{lead}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("[data-question=urgency] .condition")).to_contain_text("Only after")
    page.get_by_label("Just looking around").check()
    page.get_by_role("button", name="Asked to be called back").click()
    expect(page.locator("#flash")).to_contain_text("asked to be called back")
    page.goto(f"/leads/{lead}")
    expect(page.locator(".custody")).to_contain_text("Call back")
