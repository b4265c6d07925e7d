"""Mail: templates, what went out, how one is told, and a partner's link on a telephone."""

import re

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import fresh_person, new_lead, open_act, qualify, save

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.expect_problem(r"422|Failed to load resource")
def test_a_template_is_written_corrected_and_answers_who_inquires(login):
    """D1: a placeholder that nothing stands behind is refused beside its field; the answer is on the timeline seconds later."""
    page = login("marketing")
    page.goto("/settings/mail")
    page.get_by_role("link", name="New template").click()
    page.locator("[name=subject]").fill("Thank you, {{contact.nickname}}")
    page.locator("main form.form button[type=submit]").first.click()
    expect(page.locator(".error-summary")).to_contain_text("There is no {{contact.nickname}}")
    assert axe_violations(page) == []
    page.locator("[name=subject]").fill("Thank you, {{contact.firstName}}")
    page.locator("main form.form button[type=submit]").first.click()
    expect(page.locator("#flash")).to_contain_text("Saved Thank you, version 1")
    expect(page.get_by_role("heading", name=re.compile("As it reads for"))).to_be_visible()
    assert axe_violations(page) == []
    seller = login("manager")
    lead = new_lead(seller, fresh_person())
    timeline = seller.locator(".timeline-panel")
    for _ in range(20):
        seller.goto(lead)
        if "Answer “Thank you, Flora” sent" in timeline.inner_text():
            break
        seller.wait_for_timeout(250)
    expect(timeline).to_contain_text("Answer “Thank you, Flora” sent")
    page.goto("/settings/mail?state=sent")
    expect(page.locator("main")).to_contain_text("Thank you, Flora")
    expect(page.locator("main")).to_contain_text("Answered within")
    assert axe_violations(page) == []


def test_files_come_in_for_templates(login, tmp_path):
    """A9: an information pack is brought in once and can be chosen."""
    pack = tmp_path / "pack.pdf"
    pack.write_bytes(b"%PDF-1.4 pack")
    page = login("marketing")
    page.goto("/settings/mail/files/new")
    page.locator("#field-file").set_input_files(pack)
    page.get_by_role("button", name="Bring in").click()
    expect(page.locator("#flash")).to_contain_text("pack.pdf can be chosen")
    expect(page.get_by_label("pack.pdf")).to_be_visible()


def test_how_one_is_told(login):
    """I7: each person chooses the way for each kind, and when the daily mail comes."""
    page = login("field sales")
    page.goto("/account/notices")
    page.locator("#field-offered").select_option("at_once")
    page.locator("#field-digestAt").fill("07:45")
    assert axe_violations(page) == []
    page.get_by_role("button", name="Save").click()
    page.goto("/account/notices")
    expect(page.locator("#field-offered")).to_have_value("at_once")
    expect(page.locator("#field-digestAt")).to_have_value("07:45")


def shared_lead(page: Page) -> str:
    """A lead that is shared with a partner, and its link."""
    lead = new_lead(page, fresh_person(), message="Please call me about twelve scanners.")
    qualify(page)
    open_act(page, "Share with a partner")
    page.locator("#act-dialog [name=name]").fill("Pat Partner")
    page.locator("#act-dialog [name=email]").fill("pat@partner.example")
    save(page)
    expect(page.locator("#flash")).to_contain_text("Shared")
    page.goto(lead)
    return page.get_by_role("link", name=re.compile("Open the link")).get_attribute("href")


def test_a_partner_accepts_and_reports_on_a_telephone(login, new_context, shots):
    """X18: accept, contact, sale with the end customer, without an account; then the link is used."""
    page = login("manager")
    link = shared_lead(page)
    lead = page.url
    partner = new_context(**PHONE, java_script_enabled=False).new_page()
    partner.goto(link)
    expect(partner.locator("h1")).to_contain_text("Flora")
    expect(partner.locator("main")).to_contain_text("twelve scanners")
    partner.screenshot(path=shots / "partner-offered-390.png", full_page=True)
    partner.get_by_role("button", name="Accept this lead").click()
    expect(partner.get_by_role("heading", name="What became of it?")).to_be_visible()
    partner.get_by_role("button", name="I spoke to them").click()
    partner.get_by_text("They bought").click()
    partner.locator("[name=company]").fill("End Works GmbH")
    partner.locator("[name=amount]").fill("12000")
    partner.screenshot(path=shots / "partner-won-390.png", full_page=True)
    partner.get_by_role("button", name="Report the sale").click()
    expect(partner.locator("main")).to_contain_text("Your sale is recorded")
    page.goto(lead)
    expect(page.locator(".timeline-panel")).to_contain_text("End customer: End Works GmbH")
    expect(page.locator(".timeline-panel")).to_contain_text("Pat Partner")
    expect(page.locator("main")).to_contain_text("Won")


@pytest.mark.expect_problem(r"404|410|Failed to load resource")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_partners_page_is_sound_on_a_telephone(login, new_context, scheme, shots):
    """X18: 390 pixels wide, light and dark, by keyboard; taken back or forged it says what to do."""
    page = login("manager")
    link = shared_lead(page)
    partner = new_context(**PHONE, color_scheme=scheme).new_page()
    partner.goto(link)
    assert fits(partner)
    assert axe_violations(partner) == []
    partner.get_by_text("Decline it").focus()
    partner.keyboard.press("Enter")
    expect(partner.get_by_role("button", name="Decline", exact=True)).to_be_visible()
    assert fits(partner)
    assert axe_violations(partner) == []
    partner.screenshot(path=shots / f"partner-decline-{scheme}-390.png", full_page=True)
    page.get_by_role("button", name=re.compile("Take it back")).click()
    expect(page.locator("#flash")).to_contain_text("The link works no more")
    partner.goto(link)
    expect(partner.locator("main")).to_contain_text("taken back")
    partner.goto(link[:-3] + "AAA")
    expect(partner.locator("main")).to_contain_text("This link is not valid")
