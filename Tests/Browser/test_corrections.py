"""Corrections: a manager sets a lead's timeline right, and the value of the lead says why it is what it is."""

import re

import pytest
from accessibility import axe_violations
from playwright.sync_api import expect
from workplace import fresh_person, new_lead, open_act, save

REFUSED = r"422|Failed to load resource"


@pytest.fixture
def page(login):
    return login("manager")


def called(page) -> str:
    """A lead that was called once; its address."""
    lead = new_lead(page, fresh_person())
    open_act(page, "Log attempt")
    page.locator("#act-dialog [value=no_answer]").check()
    save(page)
    expect(page.locator(".lead-head .pill")).to_have_text("Attempted contact")
    return lead


def test_a_change_that_never_happened_is_taken_back(page):
    called(page)
    page.get_by_role("link", name="Correct the status change").click()
    dialog = page.locator("#act-dialog")
    expect(dialog).to_be_visible()
    assert axe_violations(page) == []
    dialog.get_by_text("It never happened").click()
    dialog.locator("[name=reason]").fill("Dialled the wrong number")
    save(page)
    expect(page.locator("#flash")).to_contain_text("Corrected")
    expect(page.locator(".lead-head .pill")).to_have_text("Open")
    timeline = page.locator(".timeline")
    expect(timeline).to_contain_text("Taken back: the move to Attempted contact never happened")
    expect(timeline).to_contain_text("Dialled the wrong number")
    expect(timeline.locator(".corrected")).to_contain_text("it never happened")


@pytest.mark.expect_problem(REFUSED)
def test_a_wrong_time_is_said_in_the_form_and_the_words_are_kept(page):
    called(page)
    page.get_by_role("link", name="Correct the status change").click()
    dialog = page.locator("#act-dialog")
    dialog.locator("[name=at]").fill("2001-01-01T10:00")
    dialog.locator("[name=reason]").fill("It was long ago")
    save(page)
    expect(dialog).to_contain_text("Must lie between its neighbours")
    expect(dialog.locator("[name=reason]")).to_have_value("It was long ago")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_works_without_scripts_on_a_page_of_its_own(login, theme, width):
    with_scripts = login("manager")
    lead = called(with_scripts)
    page = login("manager", java_script_enabled=False, color_scheme=theme, viewport={"width": width, "height": 844})
    page.goto(lead)
    page.get_by_role("link", name="Correct the owner").click()
    expect(page.locator("h1")).to_have_text("Correct")
    options = page.locator("select[name=owner] option")
    other = next(o for o in options.all() if o.get_attribute("value") and not o.get_attribute("selected"))
    page.locator("select[name=owner]").select_option(other.get_attribute("value"))
    page.locator("[name=reason]").fill("It was theirs")
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator(".timeline")).to_contain_text(re.compile("Corrected: it went to .+, not .+"))


def test_inside_sales_sees_no_way_to_correct(login):
    page = login("inside sales")
    page.goto("/leads")
    page.locator("th.cell-name a").first.click()
    expect(page.locator(".timeline")).to_be_visible()
    expect(page.locator(".corrections")).to_have_count(0)


def test_the_value_says_why(page):
    new_lead(page, fresh_person())
    page.get_by_role("link", name="the value").click()
    page.locator("#act-dialog [name=value]").fill("10,000")
    save(page)
    worth = page.get_by_role("region", name="Value")
    expect(worth).to_contain_text("€ 500")
    expect(worth).to_contain_text("the value noted, for a lead in Open without a grade")
    page.get_by_role("link", name="the marketing owner").click()
    owner = page.locator("#act-dialog [name=owner]")
    owner.select_option(index=1)
    save(page)
    expect(page.locator("#flash")).to_contain_text("Marketing owner saved")
