"""A lead's life as people lead it, through the pages alone."""

import re

import pytest
from playwright.sync_api import expect
from workplace import assign, choose_first, choose_person, fresh_person, new_lead, open_act, qualify, save, status_of

REFUSED = r"422|Failed to load resource"


@pytest.fixture
def seller(login, users):
    """Inside sales, at a desk."""
    return login("inside sales")


def test_wrong_password_is_refused_and_says_no_more(new_context, users):
    page = new_context().new_page()
    page.goto("/leads?status=open")
    expect(page).to_have_url(re.compile(r"/sign-in\?next="))
    page.locator("[name=email]").fill(users["manager"]["email"])
    page.locator("[name=password]").fill(users["manager"]["password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/leads\?status=open"))


def test_new_lead_by_page_is_held_at_once(login):
    page = login("manager")
    person = fresh_person()
    new_lead(page, person, message="Ten scanners <b>now</b>")
    expect(page.locator("h1")).to_have_text(person["name"])
    expect(page.locator("#flash")).to_contain_text("Lead created")
    custody = page.locator(".custody")
    expect(custody).to_contain_text("Held by")
    expect(custody).to_contain_text("First contact")
    expect(custody).to_contain_text("First response")
    expect(page.locator(".timeline")).to_contain_text("Ten scanners <b>now</b>")


def test_second_inquiry_joins_the_open_lead(login):
    page = login("manager")
    person = fresh_person()
    first = new_lead(page, person)
    assert new_lead(page, person) == first
    expect(page.locator("#flash")).to_contain_text("joined")
    expect(page.locator(".responses li")).to_have_count(2)


@pytest.mark.expect_problem(REFUSED)
def test_what_is_missing_is_said_at_its_field(login):
    page = login("manager")
    page.goto("/leads/new")
    page.locator("form.new-lead").evaluate("form => form.noValidate = true")
    page.locator("main [name=name]").fill("Nobody's Source")
    page.locator("main [name=value]").fill("a lot")
    page.get_by_role("button", name="Create lead").click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.locator("#field-value-notes")).to_contain_text("not a number")
    expect(page.locator("main [name=name]")).to_have_value("Nobody's Source")


@pytest.mark.expect_problem(REFUSED)
def test_qualify_hand_off_accept_convert(login, users):
    manager = login("manager")
    person = fresh_person()
    lead = new_lead(manager, person)
    assign(manager, lead, users["inside sales"]["name"])

    inside = login("inside sales")
    inside.goto(lead)
    open_act(inside, "Qualify")
    inside.locator("#act-dialog").get_by_text("It is ready for sales").click()
    save(inside)
    expect(inside.locator("#act-dialog .error-summary")).to_be_visible()
    expect(inside.locator("#act-dialog .checklist")).to_contain_text("must be at least")
    inside.locator("#act-dialog").get_by_role("link", name="Cancel").click()

    qualify(inside)
    assert status_of(inside) == "Qualified (buying)"
    expect(inside.locator(".lead-head .grade")).to_have_text("Hot")

    open_act(inside, "Hand off")
    expect(inside.locator("#act-dialog .checklist li.met")).to_have_count(3)
    choose_person(inside, "to", users["field sales"]["name"])
    inside.locator("#act-dialog [name=note]").fill("Wants an offer this week.")
    save(inside)
    expect(inside.locator(".timeline")).to_contain_text(f"Handed off to {users['field sales']['name']}")
    assert status_of(inside) == "Handed off"

    field = login("field sales")
    field.goto(lead)
    expect(field.locator(".timeline")).to_contain_text("Wants an offer this week.")
    open_act(field, "Accept")
    save(field)
    expect(field.locator("#flash")).to_contain_text("Accepted")
    assert status_of(field) == "Accepted"

    open_act(field, "Convert")
    expect(field.locator("#act-dialog [name=name]")).to_have_value(person["company"])
    save(field)
    expect(field.locator(".lead-head .pill")).to_have_text("Converted")
    expect(field.locator(".lead-head")).to_contain_text("the deal it became")
    expect(field.locator(".act-bar")).to_have_count(0)


def test_handoff_shows_what_the_gate_misses(login):
    page = login("manager")
    lead = new_lead(page, fresh_person())
    page.goto(f"{lead}/handoff")
    expect(page.locator(".checklist li:not(.met)")).to_have_count(3)
    expect(page.locator("main")).to_contain_text("Something that sales needs is missing")


@pytest.mark.expect_problem(REFUSED)
def test_handoff_through_a_closed_gate_is_refused(login):
    """C9: a page hands no lead over that does not show the minimum"""
    page = login("manager")
    lead = new_lead(page, fresh_person())
    page.goto(f"{lead}/handoff")
    page.locator("main select[name=to]").select_option(index=1)
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.goto(lead)
    assert status_of(page) == "Open"


def test_decline_goes_back_with_its_reason(login, users):
    manager = login("manager")
    lead = new_lead(manager, fresh_person())
    qualify(manager)
    open_act(manager, "Hand off")
    choose_person(manager, "to", users["field sales"]["name"])
    save(manager)
    expect(manager.locator(".lead-head .pill")).to_have_text("Handed off")

    field = login("field sales")
    field.goto(lead)
    open_act(field, "Decline")
    field.locator("#act-dialog select[name=reason]").select_option("Too small")
    save(field)
    expect(field.locator("#flash")).to_contain_text("Declined")

    manager.goto(lead)
    expect(manager.locator(".timeline")).to_contain_text("Too small")
    assert status_of(manager) == "Qualified (buying)"


def test_reject_needs_a_reason_and_closes(login):
    """G1: rejecting on the page needs a reason, which the lead then shows"""
    page = login("manager")
    lead = new_lead(page, fresh_person())
    open_act(page, "Reject")
    page.locator("#act-dialog select[name=reason]").select_option("No budget")
    save(page)
    expect(page.locator(".lead-head .pill")).to_have_text("Not qualified")
    expect(page.locator(".lead-head")).to_contain_text("No budget")
    open_act(page, "Reopen")
    page.locator("#act-dialog [name=reason]").fill("They called back")
    save(page)
    expect(page.locator(".lead-head .pill")).to_have_text("Open")
    expect(page.locator(".timeline")).to_contain_text("They called back")
    assert page.url == lead


def test_recycle_waits_until_its_wake_date(login):
    """G3: recycling on the page gives the lead back until its wake date"""
    page = login("manager")
    new_lead(page, fresh_person())
    page.goto(f"{page.url}/attempts")
    page.locator("main [value=no_answer]").check()
    page.locator("main [name=nextStep]").fill("Call again")
    page.locator("main [name=nextDue]").fill("2099-01-01T09:00")
    page.locator("main form.form button[type=submit]").click()
    expect(page.locator(".lead-head .pill")).to_have_text("Attempted contact")
    open_act(page, "Recycle")
    choose_first(page, "reason")
    page.locator("#act-dialog [name=wakeAt]").fill("2098-03-14")
    save(page)
    expect(page.locator(".lead-head .pill")).to_have_text("Future potential buyer")
    expect(page.locator(".custody")).to_contain_text("14 Mar 2098")
    open_act(page, "Wake up")
    save(page)
    expect(page.locator(".lead-head .pill")).to_have_text("Open")


def test_people_and_value(login):
    page = login("manager")
    new_lead(page, fresh_person())
    page.get_by_role("link", name="Add a person").click()
    page.locator("#act-dialog [name=name]").fill("Dora Decides")
    page.locator("#act-dialog [name=email]").fill("dora@testwerk.example")
    save(page)
    expect(page.locator(".people")).to_contain_text("Dora Decides")
    page.get_by_role("button", name="Take Dora Decides off this lead").click()
    expect(page.locator(".people")).not_to_contain_text("Dora Decides")
    expect(page.locator(".timeline")).to_contain_text("taken off this lead")
    page.get_by_role("link", name="the value").click()
    page.locator("#act-dialog [name=value]").fill("12,500.50")
    save(page)
    expect(page.locator(".facts")).to_contain_text("12,500.50")
