"""Reports: the same figures as picture, table and file, on screen and on paper."""

import csv
import io

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(login):
    return login("manager")


def test_the_picture_has_a_table_twin_and_a_file(page):
    page.goto("/reports/funnel")
    picture = page.get_by_role("img", name="Leads that got as far as each step")
    expect(picture).to_be_visible()
    table = page.locator(".report-table tbody tr")
    passed = [row.locator("td").nth(1).inner_text().replace(",", "") for row in table.all()]
    description = picture.locator("desc").inner_html().replace(",", "")
    assert all(f": {count}" in description for count in passed)

    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text())))
    assert [row["passed"] for row in rows] == passed


def test_filters_and_order_stay_in_the_address(page):
    page.goto("/reports/funnel")
    page.get_by_role("link", name="By source").click()
    page.locator(".filters summary").click()
    page.locator("select[name=source]").select_option(index=1)
    page.get_by_role("button", name="Apply").click()
    page.wait_for_load_state()
    assert "by=source" in page.url and "source=" in page.url
    expect(page.locator(".filters .count")).to_have_text("1")
    page.get_by_role("columnheader", name="Got this far").get_by_role("link").click()
    page.wait_for_load_state()
    expect(page.get_by_role("columnheader", name="Got this far")).to_have_attribute("aria-sort", "descending")
    assert "by=source" in page.url and "source=" in page.url


def test_it_prints_without_the_frame(page):
    page.goto("/reports/time-in-status")
    page.emulate_media(media="print")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(".report-tools .filters")).to_be_hidden()
    expect(page.locator("svg.chart")).to_be_visible()
    expect(page.locator(".figures")).to_be_visible()
