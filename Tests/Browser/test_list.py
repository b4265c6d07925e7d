"""The list of leads: search, filters, sorting, pages, saved views and the file."""

import csv
import io
import re

from playwright.sync_api import expect
from workplace import fresh_person, new_lead


def test_search_finds_any_part_of_a_name(login):
    page = login("manager")
    person = fresh_person()
    new_lead(page, person)
    page.locator("#search").fill(person["company"].split()[1])
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text(person["name"])
    page.goto("/leads?q=%25%27%22%3Cx%3E")
    expect(page.locator("main")).to_contain_text("No lead matches")


def test_pages_turn_without_missing_or_repeating_a_lead(login):
    page = login("manager")
    page.goto("/leads?sort=value")
    seen = []
    while True:
        seen += page.locator("tbody a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        turn = page.get_by_role("link", name="Next", exact=True)
        if turn.count() == 0:
            break
        turn.click()
        page.wait_for_load_state()
    assert len(seen) == len(set(seen))
    total = page.locator(".lede").inner_text()
    assert int(re.sub(r"\D", "", total)) == len(seen)


def test_a_view_is_saved_and_forgotten(login):
    page = login("manager")
    page.goto("/leads")
    page.locator(".filters summary").click()
    page.locator("[name=status]").select_option("nurture")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("tbody tr").first).to_contain_text("Future potential buyer")
    page.get_by_text("Save this view").click()
    page.locator("#view-name").fill("Sleepers & <i>more</i>")
    page.get_by_role("button", name="Save", exact=True).click()
    tab = page.get_by_role("navigation", name="Saved views").get_by_role("link", name="Sleepers & <i>more</i>")
    expect(tab).to_have_attribute("aria-current", "page")
    page.goto("/leads")
    tab.click()
    expect(page).to_have_url(re.compile("status=nurture"))
    page.get_by_role("button", name="Delete the view Sleepers & <i>more</i>").click()
    expect(tab).to_have_count(0)


def test_the_file_is_the_same_question(login):
    page = login("manager")
    page.goto("/leads?status=nurture")
    wanted = page.locator("tbody tr").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(io.StringIO(file.read())))
    assert {row["Status"] for row in rows} == {"Future potential buyer"}
    assert len(rows) >= wanted


def test_sellers_take_no_data_out_and_see_their_own(login, users):
    page = login("inside sales")
    page.goto("/leads?view=open")
    expect(page.get_by_role("link", name="CSV")).to_have_count(0)
    page.goto("/leads?view=mine")
    for owner in page.locator("tbody .cell-owner").all():
        expect(owner).to_contain_text(users["inside sales"]["name"])
