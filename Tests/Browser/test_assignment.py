"""Assignment rules: edit one, see what the checker finds, put it in force, and see why a new lead went where it went."""

import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import fresh_person, new_lead

REFUSED = r"422|Failed to load resource"


@pytest.fixture
def page(login) -> Page:
    return login("administrator")


def open_rule(page: Page) -> None:
    page.goto("/settings/assignment")
    page.get_by_role("link", name="New rule").click()


def fill_rule(page: Page, name: str, field: str, operator: str, values: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    pool = page.locator("main select[name=pool]")
    pool.select_option(pool.evaluate("select => [...select.options].map(option => option.value).find(Boolean)"))
    page.get_by_label("Row 1: field").select_option(field)
    page.get_by_label("Row 1: operator").select_option(operator)
    page.get_by_label("Row 1: values").fill(values)
    page.get_by_role("button", name="Keep in the draft").click()


def throw_away(page: Page) -> None:
    page.goto("/settings/assignment")
    button = page.get_by_role("button", name="Throw the draft away")
    if button.count():
        button.click()


def test_a_rule_is_edited_checked_put_in_force_and_explains_a_new_lead(page):
    name = f"Firm {uuid.uuid4().hex[:6]}"
    person = fresh_person()
    open_rule(page)
    assert axe_violations(page) == []
    fill_rule(page, name, "account.name", "is", person["company"])
    expect(page.locator("#flash")).to_contain_text("in the draft")
    expect(page.locator(".rules")).to_contain_text(f"Company is {person['company']}")
    assert axe_violations(page) == []

    page.get_by_role("button", name="Put in force").click()
    expect(page.locator("#flash")).to_contain_text("is in force")

    lead = new_lead(page, person)
    page.goto(lead)
    page.get_by_role("link", name="Why …").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Why")
    expect(page.locator(".whys")).to_contain_text(f"Rule “{name}”")
    expect(page.locator(".whys")).to_contain_text("Decided again from what was kept: the same.")
    assert axe_violations(page) == []

    page.goto("/settings/assignment")
    page.get_by_role("button", name=f"Take out {name}").click()
    page.get_by_role("button", name="Put in force").click()
    expect(page.locator("#flash")).to_contain_text("is in force")


@pytest.mark.expect_problem(REFUSED)
def test_a_rule_that_gets_no_lead_is_named_and_stops_the_draft(page):
    first, second = (f"{word} {uuid.uuid4().hex[:6]}" for word in ("First", "Second"))
    open_rule(page)
    fill_rule(page, first, "account.country", "is", "XA, XB")
    open_rule(page)
    fill_rule(page, second, "account.country", "is", "xb")
    expect(page.locator(".rule-faults")).to_contain_text(f"“{second}” gets no lead: “{first}” before it takes")
    page.get_by_role("button", name="Put in force").click()
    expect(page.locator(".error-summary")).to_contain_text("These rules are not put in force")
    page.get_by_role("button", name=f"{second} earlier").click()
    expect(page.locator(".rule-faults")).not_to_contain_text("gets no lead")
    throw_away(page)


def test_a_list_is_asked_by_rows_and_kept_as_a_view(page):
    page.goto("/leads")
    page.locator("details.filters summary").click()
    page.get_by_label("Row 1: field").select_option("lead.grade")
    page.get_by_label("Row 1: operator").select_option("is")
    page.get_by_label("Row 1: values").fill("Hot, good")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".question")).to_have_text("Grade is Hot or Good")
    assert "where=" in page.url
    assert axe_violations(page) == []


@pytest.mark.expect_problem(REFUSED)
def test_what_cannot_be_understood_is_said_and_kept(page):
    open_rule(page)
    fill_rule(page, "Odd", "lead.value", "at_least", "a lot")
    expect(page.locator("#field-condition .error")).to_contain_text("cannot be a value of Value")
    expect(page.get_by_label("Row 1: values")).to_have_value("a lot")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Odd")


def test_the_pages_fit_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ["/settings/assignment", "/settings/assignment/rules/new", "/leads"]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
