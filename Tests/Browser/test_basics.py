"""What every user expects: people who can be edited, notes, another product class, a company's page."""

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import fresh_person, new_lead, open_act, qualify

# A form that comes back answers 422, which the browser notes.
REFUSED = r"422|Failed to load resource"


@pytest.fixture
def page(login):
    return login("manager")


def fits(page: Page) -> bool:
    """Whether nothing is wider than a telephone."""
    page.set_viewport_size({"width": 390, "height": 844})
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.expect_problem(REFUSED)
def test_a_person_is_set_right_from_the_leads_page(page):
    person = fresh_person()
    lead = new_lead(page, person)
    page.get_by_role("region", name="People").get_by_role("link", name=f"Edit {person['name']}").click()
    page.locator("main [name=email]").fill("nobody@nowhere")
    page.get_by_role("button", name="Save person").click()
    expect(page.locator(".error-summary")).to_contain_text("is not an e-mail address")
    assert axe_violations(page) == []
    page.locator("main [name=email]").fill("right@" + person["email"].split("@")[1])
    page.get_by_label("Do not call").check()
    page.get_by_role("button", name="Save person").click()
    expect(page).to_have_url(lead)
    people = page.get_by_role("region", name="People")
    expect(people).to_contain_text("right@")
    expect(people).to_contain_text("do not call")
    expect(page.get_by_role("region", name="Timeline")).to_contain_text(f"{person['name']} was changed")


def test_a_note_is_written_on_the_timeline(page):
    lead = new_lead(page, fresh_person())
    page.locator(".note-box [name=text]").fill("They decide\nafter the trade fair.")
    page.get_by_role("button", name="Add a note").click()
    expect(page.locator("#flash")).to_contain_text("Note kept")
    expect(page).to_have_url(lead)
    expect(page.locator(".timeline")).to_contain_text("after the trade fair.")
    assert axe_violations(page) == []
    assert fits(page)


def test_notes_need_no_script(login):
    lead = new_lead(login("manager"), fresh_person())
    plain = login("manager", java_script_enabled=False)
    plain.goto(lead)
    plain.locator(".note-box [name=text]").fill("Without a script.")
    plain.get_by_role("button", name="Add a note").click()
    expect(plain.locator(".timeline")).to_contain_text("Without a script.")


def test_a_company_has_a_page_with_all_of_it(page):
    first, second = fresh_person(), fresh_person()
    second["company"] = first["company"]
    lead = new_lead(page, first)
    page.locator(".lead-head").get_by_role("link", name="Change the product class").click()
    dialog = page.locator("#act-dialog, main").filter(has=page.locator("select[name=productClass]")).last
    dialog.locator("select[name=productClass]").select_option(index=1)
    dialog.locator("[name=reason]").fill("Wrong at first")
    dialog.get_by_role("button", name="Change product class").click()
    expect(page.locator(".timeline")).to_contain_text("Wrong at first")
    other = new_lead(page, second)
    others = page.get_by_role("region", name="Other leads of this account")
    expect(others).to_contain_text(first["name"])
    page.locator(".lead-head").get_by_role("link", name=first["company"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first["company"])
    expect(page.get_by_role("region", name="People")).to_contain_text(second["email"])
    assert axe_violations(page) == []
    assert fits(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("region", name="Leads").get_by_role("link", name=second["name"]).click()
    expect(page).to_have_url(other)
    qualify(page)
    open_act(page, "Convert")
    expect(page.locator("#act-dialog").get_by_label(first["name"])).not_to_be_checked()
    page.goto(lead)
    assert axe_violations(page) == []


def test_another_company_that_was_written_is_told(page):
    person = fresh_person()
    lead = new_lead(page, person)
    known = person["company"]
    person["company"] = "Gate & Söhne " + known.split()[1]
    assert new_lead(page, person) == lead
    expect(page.locator("#flash")).to_contain_text(f"Known at {known}; they wrote {person['company']}")
    entry = page.locator(".timeline li").filter(has_text=f"they wrote {person['company']}")
    entry.get_by_role("link", name="Other company").click()
    expect(page.locator("main [name=company]")).to_have_value(person["company"])
    page.get_by_role("button", name="Move").click()
    expect(page.locator(".lead-head")).to_contain_text(person["company"])
