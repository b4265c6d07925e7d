"""What came in and became no lead: held back, looked at, released or dismissed."""

import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect

HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.fixture(scope="session")
def form(server, browser, users):
    """The address of a public form that an administrator has just made."""
    page = browser.new_context(base_url=server.url).new_page()
    page.goto("/sign-in")
    page.locator("[name=email]").fill(users["administrator"]["email"])
    page.locator("[name=password]").fill(users["administrator"]["password"])
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/today")
    page.goto("/settings/forms/new")
    page.get_by_label("Name").fill(f"Contact {uuid.uuid4().hex[:6]}")
    page.get_by_label("Source").select_option(label="Web form")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="For your own page").wait_for()
    address = page.locator(".break").inner_text()
    assert address in page.locator(".code").inner_text()
    page.context.close()
    return address


@pytest.fixture
def page(login) -> Page:
    return login("marketing")


def send(page: Page, form: str, **fields) -> str:
    """Posts the form as a program would, which fills in the field that people do not see."""
    email = f"visitor.{uuid.uuid4().hex[:8]}@example.com"
    answer = page.request.post(form, form={"email": email, "website_url_confirm": "x", **fields})
    assert answer.ok
    return email


def held(page: Page, email: str):
    page.goto("/submissions")
    return page.locator(".submission").filter(has_text=email)


def test_what_is_held_back_is_shown_inert_and_released(page, form):
    """X17: what a form held back is shown inert, and becomes a lead when it is released"""
    email = send(page, form, name=HOSTILE, message="Ten scanners, please.")
    row = held(page, email)
    expect(row).to_contain_text("A field that people do not see was filled in.")
    expect(row).to_contain_text(HOSTILE)
    row.locator("summary").first.click()
    expect(row.locator("pre").first).to_contain_text("website_url_confirm=x")
    assert axe_violations(page) == []

    row.get_by_role("button", name="Release").click()
    expect(page.locator("#flash")).to_contain_text("it is a new lead")
    expect(held(page, email)).to_have_count(0)
    page.goto(f"/leads?q={email}")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_what_is_no_lead_is_dismissed_with_a_reason(page, form):
    email = send(page, form, message="Cheap addresses")
    held(page, email).get_by_role("link", name="Dismiss").click()
    page.locator("#act-dialog").get_by_label("Reason").fill("An advertisement")
    page.locator("#act-dialog").get_by_role("button", name="Dismiss").click()
    expect(page.locator("#flash")).to_contain_text("Dismissed")
    page.get_by_role("link", name="Refused").click()
    expect(page.locator(".submission").filter(has_text=email)).to_contain_text("An advertisement")


def test_long_content_is_cut_and_shown_on_request(page, form):
    email = send(page, form, message="word " * 400)
    row = held(page, email)
    row.locator(".raw > summary").click()
    row.get_by_text("Show all").click()
    expect(row.locator(".whole pre")).to_be_visible()


def test_sellers_do_not_see_submissions(login):
    assert login("inside sales").request.get("/submissions").status == 403
