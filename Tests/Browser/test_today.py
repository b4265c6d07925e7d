"""Today with the keyboard alone, and on a telephone."""

from playwright.sync_api import expect
from workplace import assign, fresh_person, new_lead


def lead_for_inside_sales(login, users) -> dict[str, str]:
    manager = login("manager")
    person = fresh_person()
    assign(manager, new_lead(manager, person), users["inside sales"]["name"])
    return person


def test_a_lead_is_worked_with_the_keyboard_alone(login, users):
    person = lead_for_inside_sales(login, users)
    page = login("inside sales")
    page.goto("/today")
    row = page.locator("[data-row]", has_text=person["name"])
    for _ in range(page.locator("[data-row]").count()):
        page.keyboard.press("j")
        if row.evaluate("row => row.contains(document.activeElement)"):
            break
    expect(row.locator("a.name")).to_be_focused()

    page.keyboard.press("2")
    dialog = page.locator("#attempt-dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("h2").first).to_contain_text(person["name"])
    expect(dialog.locator("[value=no_answer]")).to_be_checked()
    expect(dialog.locator("[name=nextStep]")).to_have_value("Call again")
    page.keyboard.press("Enter")
    expect(page.locator("#flash")).to_contain_text("Attempt logged")
    expect(dialog).to_be_hidden()

    page.keyboard.press("u")
    expect(page.locator("#flash")).to_contain_text("Taken back")
    expect(page.locator("[data-row]", has_text=person["name"])).to_contain_text("First contact")
    page.get_by_role("link", name=f"Log attempt for {person['name']}").focus()
    page.keyboard.press("2")
    expect(dialog).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#flash")).to_contain_text("Attempt logged")

    page.keyboard.press("/")
    page.keyboard.type(person["name"])
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(person["name"])
    expect(page.locator(".lead-head .pill")).to_have_text("Attempted contact")
    expect(page.locator(".timeline")).to_contain_text("Call: no answer")


def test_escape_leaves_everything_as_it_was(login, users):
    person = lead_for_inside_sales(login, users)
    page = login("inside sales")
    page.goto("/today")
    page.get_by_role("link", name=f"Log attempt for {person['name']}").click()
    expect(page.locator("#attempt-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#attempt-dialog")).to_be_hidden()
    expect(page.locator("[data-row]", has_text=person["name"])).to_contain_text("First contact")


def test_keys_can_be_turned_off(login):
    page = login("inside sales")
    page.goto("/today")
    page.keyboard.press("?")
    page.get_by_label("Single-key shortcuts on this device").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("2")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page).to_have_url("/today")


def test_it_works_on_a_telephone(login, users):
    person = lead_for_inside_sales(login, users)
    page = login("inside sales", viewport={"width": 390, "height": 844})
    page.goto("/today")
    page.get_by_role("link", name=f"Log attempt for {person['name']}").click()
    dialog = page.locator("#attempt-dialog")
    dialog.locator("[value=reached]").check()
    dialog.locator("[name=note]").fill("Wants a demo.")
    dialog.get_by_role("button", name="Save attempt").click()
    expect(page.locator("#flash")).to_contain_text("Attempt logged")
