"""Without JavaScript, and with text that would like to run."""

import pytest
from playwright.sync_api import expect
from workplace import fresh_person, new_lead

PAYLOADS = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "\"><svg onload=window.hacked=1>",
    "{{page.csrf}} {{{.}}} ${7*7}",
    "javascript:window.hacked=1",
]


def test_a_lead_is_led_through_without_scripts(login):
    page = login("manager", java_script_enabled=False)
    person = fresh_person()
    page.goto("/leads/new")
    for name, value in person.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=productClass]").select_option(index=1)
    page.locator("main [name=source]").select_option(index=1)
    page.get_by_role("button", name="Create lead").click()
    expect(page.locator("h1")).to_have_text(person["name"])

    page.get_by_role("link", name="Log attempt").click()
    expect(page.locator("h1")).to_have_text("Log attempt")
    page.locator("[value=no_answer]").check()
    page.locator("[name=nextStep]").fill("Call again")
    page.locator("[name=nextDue]").fill("2099-01-01T09:00")
    page.get_by_role("button", name="Save attempt").click()
    expect(page.locator("#flash")).to_contain_text("Attempt logged")
    expect(page.locator(".lead-head .pill")).to_have_text("Attempted contact")

    page.get_by_role("link", name="Reject").click()
    page.locator("[name=reason]").select_option("No need")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".lead-head .pill")).to_have_text("Not qualified")

    page.goto("/board")
    expect(page.locator(".card").first).to_be_visible()
    page.locator("#user-menu summary").click()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator("#user-menu summary").click()
    page.get_by_role("button", name="As the system").click()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_typed_markup_stays_text(payload, login):
    page = login("manager")
    person = fresh_person()
    person["name"] += f" {payload}"
    person["company"] += f" {payload}"
    lead = new_lead(page, person, title=payload, message=payload)
    expect(page.locator("h1")).to_have_text(person["name"])
    expect(page.locator(".timeline")).to_contain_text(payload)
    for path in ["/today", "/board", f"/leads?q={person['email']}", lead, f"{lead}/conversion", f"{lead}/qualification"]:
        page.goto(path)
        assert page.evaluate("window.hacked") is None
        assert page.locator("main script, main [onerror], main [onload]").count() == 0
