"""One person: two records that become one and two again, and a person who is given their data and erased."""

import json

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect
from workplace import fresh_person, new_lead

# A form that comes back answers 422, which the browser notes.
REFUSED = r"422|Failed to load resource"


def people(page: Page):
    return page.get_by_role("region", name="People")


def test_two_records_become_one_person_and_two_again(login):
    page = login("manager")
    first, second = fresh_person(), fresh_person()
    lead, other = new_lead(page, first), new_lead(page, second)
    page.goto(lead)
    people(page).get_by_role("link", name=f"Same person as … for {first['name']}").click()
    search = page.get_by_role("search", name="Find the other person")
    search.get_by_role("searchbox").fill(second["email"])
    search.get_by_role("button", name="Search").click()
    expect(page.get_by_label(second["name"])).to_be_checked()
    page.get_by_label("E-mail", exact=True).check()
    assert axe_violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="One person").click()
    expect(page.locator("#flash")).to_contain_text("One person now")
    expect(people(page)).to_contain_text(second["email"])
    expect(people(page)).to_contain_text(f"Also on record as {second['name']}")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(other)
    expect(people(page)).to_contain_text(first["name"])
    expect(page.locator(".timeline")).to_contain_text(f"{first['name']} is the same person as {second['name']}")
    people(page).get_by_role("button", name=f"Take apart {second['name']}").click()
    expect(page.locator("#flash")).to_contain_text("Two people again")
    expect(people(page)).to_contain_text(second["email"])
    page.goto(lead)
    expect(people(page)).to_contain_text(first["email"])


@pytest.mark.expect_problem(REFUSED)
def test_an_administrator_gives_a_person_their_data_and_erases_them(login):
    page = login("administrator")
    person = fresh_person()
    lead = new_lead(page, person)
    page.goto(lead)
    people(page).get_by_role("link", name=f"Export or erase {person['name']}").click()
    assert axe_violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Take all that is held on them as a file").click()
    file = json.loads(download.value.path().read_text())
    assert file["contacts"][0]["email"] == person["email"]
    page.get_by_label("Type the name to confirm").fill("Somebody")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.locator(".error-summary")).to_contain_text("Type the name exactly as it stands here")
    page.get_by_label("Type the name to confirm").fill(person["name"])
    page.get_by_role("button", name="Erase for good").click()
    expect(page.locator("#flash")).to_contain_text("Erased for good")
    expect(people(page)).to_contain_text("Erased person")
    expect(page.locator("body")).not_to_contain_text(person["email"])
    page.goto(f"/leads?q={person['email']}")
    expect(page.locator("main")).not_to_contain_text(person["name"])
