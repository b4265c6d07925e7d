"""Clocks and what they lead to: pauses, what is overdue, notices, absences, calendars, service levels."""

import re
import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import assign, fresh_person, new_lead, open_act, save

REFUSED = r"422|409|Failed to load resource"


def in_days(page: Page, days: int) -> str:
    return page.evaluate("days => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10)", days)


@pytest.mark.expect_problem(REFUSED)
def test_a_clock_is_paused_with_a_reason_and_goes_on(login):
    """D2: what is left of the time waits."""
    page = login("manager")
    new_lead(page, fresh_person())
    open_act(page, "Pause the clock")
    page.locator("#act-dialog [name=until]").fill("2099-01-05")
    page.locator("#act-dialog [name=reason]").fill("On holiday")
    assert axe_violations(page) == []
    save(page)
    expect(page.locator(".error-summary")).to_contain_text("at most a year")
    page.locator("#act-dialog [name=until]").fill(in_days(page, 10))
    save(page)
    expect(page.locator(".custody")).to_contain_text("Paused until")
    expect(page.locator(".timeline-panel")).to_contain_text("First response paused until")
    expect(page.locator(".timeline-panel")).to_contain_text("On holiday")
    open_act(page, "Resume the clock")
    save(page)
    expect(page.locator(".custody")).not_to_contain_text("Paused until")
    expect(page.locator(".timeline-panel")).to_contain_text("First response goes on")


@pytest.mark.expect_problem(REFUSED)
def test_nobody_is_called_unreachable_without_evidence(login):
    """X11: the refusal says what is missing, and the page shows what was tried."""
    page = login("manager")
    new_lead(page, fresh_person())
    panel = page.locator("section", has=page.get_by_role("heading", name="Attempts"))
    expect(panel).to_contain_text("Nobody has tried yet")
    open_act(page, "Reject")
    page.locator("#act-dialog [name=reason]").select_option("Unreachable")
    save(page)
    summary = page.locator("#act-dialog .error-summary")
    expect(summary).to_contain_text("3 attempts are needed; there are 0.")
    expect(summary).to_contain_text("2 different channels are needed")
    expect(summary).to_contain_text("2 different parts of the day are needed")


def test_whoever_gets_a_lead_is_told(login, users):
    """F8: the badge counts, opening marks as read."""
    manager, seller = login("manager"), login("inside sales")
    person = fresh_person()
    lead = new_lead(manager, person)
    assign(manager, lead, users["inside sales"]["name"])
    seller.goto("/notices")
    row = seller.locator(".notice-row").filter(has_text=person["name"])
    # By somebody, or by turn where it was theirs already.
    expect(row).to_contain_text(re.compile("gave you this lead|New for you"))
    assert axe_violations(seller) == []
    badge = seller.locator(".rail li:not(.more) > a[href='/notices'] .badge").first
    before = badge.inner_text()
    row.get_by_role("button", name="Open").click()
    expect(seller).to_have_url(lead)
    seller.goto("/notices")
    expect(row).not_to_have_class(re.compile("unread"))
    if before.split()[0].isdigit() and int(before.split()[0]) > 1:
        expect(badge).not_to_have_text(before)


def test_the_badge_counts_while_one_looks_at_another_page(login, users):
    """F2: live, without a click."""
    manager, seller = login("manager"), login("inside sales")
    seller.goto("/notices")
    button = seller.get_by_role("button", name="Mark all as read")
    if button.count():
        button.click()
    expect(seller.locator(".page-head")).to_contain_text("nothing unread")
    seller.goto("/account")
    assign(manager, new_lead(manager, fresh_person()), users["inside sales"]["name"])
    expect(seller.locator(".rail li:not(.more) > a[href='/notices'] .badge").first).to_contain_text("1", timeout=15_000)


def test_what_is_overdue_is_taken_and_extended(login):
    """F2, F8: what, in whose hands, for how long, and what can be done about it."""
    page = login("manager")
    page.goto("/overdue")
    row = page.locator(".overdue-row").filter(has=page.get_by_role("button", name=re.compile("^Take"))).first
    name = row.locator(".name").inner_text()
    identity = row.get_attribute("id")
    row.get_by_role("button", name=re.compile("^Take")).click()
    expect(page.locator("#flash")).to_contain_text("It is yours")
    mine = page.locator(f"#{identity}")
    expect(mine.get_by_role("button", name=re.compile("^Take"))).to_have_count(0)
    mine.get_by_role("link", name=f"Extend {name}").click()
    page.locator("[name=what]").fill("Call once more")
    page.locator("[name=dueAt]").fill("2099-01-05T09:00")
    page.locator("[name=reason]").fill("They are at a fair")
    page.get_by_role("button", name="Extend").click()
    expect(page).to_have_url(re.compile("/overdue$"))
    expect(page.locator(f"#{identity}")).to_have_count(0)


def test_people_enter_their_absences_and_managers_those_of_others(login, users):
    """E3: one's own, or one's team's."""
    seller = login("inside sales")
    seller.goto("/absences")
    expect(seller.locator("[name=person]")).to_have_count(0)
    note = f"Trip {uuid.uuid4().hex[:6]}"
    seller.locator("[name=from]").fill(in_days(seller, 80))
    seller.locator("[name=until]").fill(in_days(seller, 90))
    seller.locator("[name=note]").fill(note)
    seller.get_by_role("button", name="Enter").click()
    expect(seller.locator(".absences > li").filter(has_text=note)).to_contain_text(users["inside sales"]["name"])
    manager = login("manager")
    manager.goto("/absences")
    row = manager.locator(".absences > li").filter(has_text=note)
    row.get_by_role("button", name=re.compile("Take back")).click()
    expect(manager.locator(".absences > li").filter(has_text=note)).to_have_count(0)


@pytest.mark.expect_problem(REFUSED)
def test_a_calendar_is_added_chosen_and_not_deleted_while_in_use(login):
    """E3: zone, hours and named holidays of a team."""
    page = login("administrator")
    name = f"Lisbon {uuid.uuid4().hex[:6]}"
    page.goto("/settings/calendars")
    page.get_by_role("link", name="New calendar").click()
    form = page.locator("form#calendar")
    form.locator("[name=name]").fill(name)
    form.locator("[name=zone]").fill("Lisbon")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".error-summary")).to_contain_text("not known here")
    form = page.locator("form#calendar")
    form.locator("[name=zone]").fill("Europe/Lisbon")
    form.locator("[name=friday]").fill("09:00-12:00, 13:00-15:30")
    form.locator("[name=holidays]").fill("2026-12-25 Natal")
    form.get_by_role("button", name="Save").click()
    card = page.locator(".pools > li").filter(has_text=name)
    expect(card).to_contain_text("09:00–12:00, 13:00–15:30")
    choice = page.locator("form#calendar-choices select").first
    choice.select_option(name)
    page.locator("form#calendar-choices button[type=submit]").click()
    expect(page.locator("#flash")).to_contain_text("Saved")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("#flash")).to_contain_text("would be gone")
    page.locator("form#calendar-choices select").first.select_option("")
    page.locator("form#calendar-choices button[type=submit]").click()
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator(".pools > li").filter(has_text=name)).to_have_count(0)


@pytest.mark.expect_problem(REFUSED)
def test_service_levels_are_edited_and_wrong_ones_refused(login):
    """F3: levels in the order of their time."""
    page = login("administrator")
    page.goto("/settings/service-levels")
    form = page.locator("form#level-qualification")
    form.locator("[name=after2]").fill("soon")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("form#level-qualification .error-summary")).to_contain_text("Level 2")
    form = page.locator("form#level-qualification")
    form.locator("[name=after2]").fill("12.5")
    form.locator("tr").nth(2).get_by_label("Duty holder").check()
    form.get_by_role("button", name="Save").click()
    expect(page.locator("#flash")).to_contain_text("Saved: Qualification")
    expect(page.locator("form#level-qualification [name=after2]")).to_have_value("12.5")
    page.locator("form#level-qualification [name=after2]").fill("")
    page.locator("form#level-qualification").get_by_role("button", name="Save").click()
    expect(page.locator("form#level-qualification [name=after2]")).to_have_value("")
