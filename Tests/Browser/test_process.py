"""The lead process as data: editing it, defining fields, setting the gate, with and without JavaScript."""

import re
import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect

REFUSED = r"422|Failed to load resource"


@pytest.fixture(params=[True, False], ids=["with-script", "plain"])
def page(login, request) -> Page:
    return login("administrator", java_script_enabled=request.param)


def unfold(page: Page, key: str):
    """The form of one status, opened."""
    status = page.locator(f"#status-{key}")
    if status.locator("details").get_attribute("open") is None:
        status.locator("summary").click()
    return status


def version(page: Page) -> int:
    page.goto("/settings/process")
    return int(re.search(r"Version (\d+)", page.locator(".lede").inner_text())[1])


def test_c5_a_status_is_added_and_removed_again(page):
    before = version(page)
    name = f"Demo {uuid.uuid4().hex[:5]}"
    key = name.lower().replace(" ", "_")
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Label", exact=True).last.fill(name)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".faults")).to_contain_text(f"No lead can come to {name}.")
    expect(page.locator(".diagram .node")).to_have_count(page.locator(".status-list > li").count())
    status = unfold(page, key)
    status.get_by_role("group", name="May move to").get_by_label("Qualified (buying)").check()
    status.get_by_role("group", name="Required on entry").get_by_label("Company").check()
    unfold(page, "open").get_by_role("group", name="May move to").get_by_label(name).check()
    page.locator("#drawing ~ button").click()
    expect(page.locator(".sound")).to_be_visible()
    page.get_by_role("button", name="Put in force").click()
    expect(page.locator(".flash")).to_contain_text(f"Version {before + 1} is in force.")
    row = page.locator("table tbody tr").filter(has_text=name).filter(has_text="Company")
    expect(row).to_have_count(1)

    page.get_by_role("link", name="Edit", exact=True).click()
    unfold(page, key).get_by_role("button", name=f"Remove {key}").click()
    expect(page.locator(".mapping")).to_have_count(0)
    page.get_by_role("button", name="Put in force").click()
    expect(page.locator(".flash")).to_contain_text(f"Version {before + 2} is in force.")
    page.get_by_role("link", name=f"Version {before + 1}", exact=True).click()
    expect(page.locator("main")).to_contain_text("This version is no longer in force.")
    expect(page.locator("table tbody tr").filter(has_text=name).first).to_be_visible()


@pytest.mark.expect_problem(REFUSED)
def test_c5_a_used_status_needs_a_place_for_its_leads(page):
    page.goto("/settings/process/edit")
    unfold(page, "attempted").get_by_role("button", name="Remove attempted").click()
    expect(page.locator(".mapping")).to_contain_text("in Attempted contact")
    page.get_by_role("button", name="Put in force").click()
    expect(page.locator(".error-summary")).to_contain_text("Say where they go")
    place = page.locator(".mapping select")
    expect(place.locator("option").filter(has_text="Qualification in process")).to_have_count(1)
    expect(place.locator("option").filter(has_text="Lost")).to_have_count(0)


def test_c5_the_order_of_statuses_is_changed(page):
    page.goto("/settings/process/edit")
    first = page.locator(".status-list > li").first.get_attribute("id")
    page.locator(".status-list summary").first.click()
    page.locator(".status-list > li").first.get_by_role("button", name="Later").click()
    expect(page.locator(".status-list > li").nth(1)).to_have_attribute("id", first)


@pytest.mark.expect_problem(REFUSED)
def test_c4_a_field_is_defined_filled_in_and_shown(page):
    key = f"budget_{uuid.uuid4().hex[:5]}"
    page.goto("/settings/fields/new")
    page.get_by_label("Label").fill(f"Budget {key}")
    page.get_by_role("textbox", name="Key", exact=True).fill(key)
    page.get_by_label("Kind").select_option("money")
    page.get_by_label("Least").fill("1000")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("tr").filter(has_text=key)).to_contain_text("at least 1000")

    page.goto("/leads?view=open")
    page.goto(page.locator("main a[href^='/leads/']:not([href='/leads/new']):not([href*='?'])").first.get_attribute("href"))
    lead = page.url
    page.goto(f"{lead}/fields")
    page.get_by_label(f"Budget {key}").fill("12")
    page.get_by_role("button", name="Save fields").click()
    expect(page.locator(".error-summary")).to_contain_text("must be at least 1000")
    page.get_by_label(f"Budget {key}").fill("25.000,50 €")
    page.get_by_role("button", name="Save fields").click()
    expect(page.locator("[aria-labelledby=lead-fields]")).to_contain_text("€\u00a025,000.50")
    expect(page.locator(".timeline").first).to_contain_text("Fields filled in")

    page.goto(f"/settings/fields/{key}/removal")
    page.get_by_role("button", name="Remove").click()
    expect(page.locator("main")).not_to_contain_text(key)


def test_a10_the_company_is_described_on_the_lead_page(page):
    page.goto("/leads?view=open")
    page.goto(page.locator("main a[href^='/leads/']:not([href='/leads/new']):not([href*='?'])").first.get_attribute("href"))
    page.goto(f"{page.url}/account")
    page.get_by_label("Industry").fill("Shipyards")
    page.get_by_label("Employees").fill("1,250")
    page.get_by_role("button", name="Save company").click()
    panel = page.locator("[aria-labelledby=lead-company]")
    expect(panel).to_contain_text("Shipyards")
    expect(panel).to_contain_text("1250")


def test_c9_the_gate_is_set_and_set_back(page):
    page.goto("/settings/gate")
    page.get_by_label("Money").select_option("low")
    page.get_by_role("button", name="Put in force").click()
    expect(page.get_by_label("Money")).to_have_value("low")
    page.goto("/settings/process")
    expect(page.locator("[aria-labelledby=gate]")).to_contain_text("at least low")
    page.goto("/settings/gate")
    page.get_by_label("Money").select_option("")
    page.get_by_role("button", name="Put in force").click()
    expect(page.get_by_label("Money")).to_have_value("")


def test_the_editor_is_accessible_unfolded(login):
    page = login("administrator", viewport={"width": 390, "height": 844})
    page.goto("/settings/process/edit")
    page.locator(".status-list summary").first.click()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
