"""Setting up a workspace: people, pools, tokens, forms; and what is shown only once."""

import re
import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect

REFUSED = r"422|Failed to load resource"


@pytest.fixture
def page(login) -> Page:
    return login("administrator")


def add_person(page: Page, name: str, email: str) -> None:
    page.goto("/settings/people")
    page.get_by_role("link", name="Add a person").click()
    dialog = page.locator("#act-dialog")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_label("E-mail").fill(email)
    dialog.get_by_role("button", name="Add").click()


def fresh_email() -> str:
    return f"hanna.{uuid.uuid4().hex[:8]}@example.com"


def test_a_new_person_sets_a_password_with_the_link_that_is_shown_once(page, new_context):
    add_person(page, "Hanna <i>Vogel</i>", fresh_email())
    expect(page.get_by_role("heading", level=1)).to_have_text("Link for Hanna <i>Vogel</i>")
    link = page.get_by_label("Link").input_value()
    assert axe_violations(page) == []

    theirs = new_context().new_page()
    theirs.goto(link)
    theirs.locator("[name=password]").fill("three blind mice ran")
    theirs.get_by_role("button", name="Set password").click()
    expect(theirs).to_have_url(re.compile(r"/today$"))
    assert theirs.request.get(link).status == 404

    page.goto("/settings/people")
    expect(page.locator("main")).not_to_contain_text(link.rsplit("/", 1)[1])


@pytest.mark.expect_problem(REFUSED)
def test_an_address_has_one_account(page, users):
    add_person(page, "Somebody Else", users["manager"]["email"])
    expect(page.locator("#act-dialog .error-summary")).to_contain_text("has an account with this e-mail address already")
    expect(page.locator("#act-dialog").get_by_label("Name")).to_have_value("Somebody Else")


def test_who_is_away_is_said_and_who_leaves_is_switched_off(page):
    name = f"Ida {uuid.uuid4().hex[:6]}"
    add_person(page, name, fresh_email())
    page.goto("/settings/people")
    page.get_by_role("link", name=name).click()
    page.get_by_label("Away until").fill("2099-01-05")
    page.get_by_role("button", name="Save").click()
    row = page.locator("tr").filter(has_text=name)
    page.goto("/settings/people")
    expect(row).to_contain_text("No password yet")
    page.get_by_role("link", name=name).click()
    page.get_by_text("Switched off", exact=True).click()
    page.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("Switched off")


@pytest.mark.expect_problem(REFUSED)
def test_nobody_leaves_with_leads_in_hand(page, users):
    page.goto("/settings/people")
    page.get_by_role("link", name=users["inside sales"]["name"]).click()
    page.get_by_text("Switched off", exact=True).click()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error-summary")).to_contain_text("Say who takes over")


def test_a_pool_takes_its_members_in_order(page):
    name = f"Night shift {uuid.uuid4().hex[:6]}"
    page.goto("/settings/pools")
    page.get_by_role("link", name="New pool").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Duty holder").select_option(index=1)
    page.get_by_label("Turn 1", exact=True).select_option(index=2)
    page.get_by_label("Turn 2", exact=True).select_option(index=3)
    page.get_by_role("button", name="Turn 2 earlier").click()
    page.get_by_role("button", name="Save").click()
    card = page.locator(".pools > li").filter(has_text=name)
    expect(card.locator(".members li")).to_have_count(2)
    expect(card.locator(".members li").first).to_contain_text("Next turn")
    page.get_by_role("link", name=name).click()
    expect(page.get_by_label("Turn 1", exact=True)).to_have_value(
        page.get_by_label("Turn 1", exact=True).locator("option").nth(3).get_attribute("value")
    )


def test_a_token_is_shown_once_works_and_can_be_revoked(page):
    name = f"Web shop {uuid.uuid4().hex[:6]}"
    page.goto("/settings/tokens")
    page.get_by_role("link", name="New token").click()
    page.locator("#act-dialog").get_by_label("What is it for?").fill(name)
    page.locator("#act-dialog").get_by_role("button", name="Make the token").click()
    token = page.get_by_role("textbox", name="Token", exact=True).input_value()
    assert token.startswith("bat_")
    expect(page.locator(".code")).to_contain_text(f"Bearer {token}")
    assert axe_violations(page) == []

    page.get_by_role("link", name="All tokens").click()
    expect(page.locator("main")).not_to_contain_text(token)
    page.locator("tr").filter(has_text=name).get_by_role("link", name="Revoke").click()
    page.locator("#act-dialog").get_by_role("button", name="Revoke").click()
    expect(page.locator("tr").filter(has_text=name)).to_contain_text("Revoked")


def test_a_product_class_with_a_product(page):
    name = f"Lasers {uuid.uuid4().hex[:6]}"
    page.goto("/settings/products")
    page.get_by_role("link", name="New class").click()
    page.locator("#act-dialog").get_by_label("Name").fill(name)
    page.locator("#act-dialog").get_by_label("Value of a lead").fill("12,500")
    page.locator("#act-dialog").get_by_role("button", name="Save").click()
    card = page.locator(".pools > li").filter(has_text=name)
    expect(card).to_contain_text("€ 12,500 a lead")
    card.get_by_role("link", name="Product").click()
    page.locator("#act-dialog").get_by_label("Name").fill(f"{name} One")
    page.locator("#act-dialog").get_by_role("button", name="Add").click()
    expect(card).to_contain_text(f"{name} One")


def test_the_process_is_drawn(page):
    page.goto("/settings/process")
    diagram = page.locator("svg.diagram")
    expect(diagram.locator(".node")).to_have_count(page.locator("table tbody tr").count())
    diagram.locator(".node").first.hover()
    assert diagram.locator(".edge.traced").count() < diagram.locator(".edge").count()


def test_settings_are_for_administrators(login):
    manager = login("manager")
    for path in ("people", "pools", "forms", "sources", "products", "fields", "gate", "process/edit"):
        assert manager.request.get(f"/settings/{path}").status == 403
    assert manager.request.get("/settings/process").status == 200
