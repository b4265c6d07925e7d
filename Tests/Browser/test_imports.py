"""Bringing in a file by the pages: its columns, the dry run, the import, what was refused, and taking it back."""

import re
import uuid

import pytest
from accessibility import axe_violations
from playwright.sync_api import Page, expect

REFUSED = r"422|Failed to load resource"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def file(tmp_path):
    """A spreadsheet's export: two good rows, three bad ones, hostile words; nobody in it was seen before."""
    mark = uuid.uuid4().hex[:8]
    path = tmp_path / f"fair-{mark}.csv"
    path.write_text(
        "Lead Number;First Name;Last Name;E-Mail;Company;Lead Source;Lead Status;Created Date\n"
        f"{mark}-1;Ann;Ashby;ann.{mark}@example.com;Ashby {mark};Web form;Open;03.11.2026 10:12\n"
        f"{mark}-2;Bob;{HOSTILE};bob.{mark}@example.com;Beta <b>{mark}</b>;Referral;Kontaktiert;04.11.2026 11:00\n"
        f"{mark}-3;Cid;Cole;cid.{mark}@example.com;Cole {mark};Carrier pigeon;Open;06.11.2026 11:00\n"
        f"{mark}-4;Dee;Dahl;dee.{mark}@example.com;Dahl {mark};Web form;Open;31.02.2026\n"
        f"{mark}-5;Eve;Ek;eve.{mark}@example.com;Ek {mark};Web form;Open;too;many;cells\n"
    )
    return path


def upload(page: Page, path) -> None:
    page.goto("/imports")
    page.get_by_role("link", name="Import a file").first.click()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Upload and look at it").click()
    expect(page).to_have_url(re.compile(r"/imports/[0-9a-f-]{36}/mapping$"))


def count(page: Page, outcome: str) -> str:
    return page.locator(".outcomes > div").filter(has=page.get_by_text(outcome, exact=True)).locator("dd").first


def test_a_file_is_mapped_tried_imported_and_taken_back(login, file):
    page = login("administrator")
    upload(page, file)
    expect(page.get_by_label("Delimiter")).to_have_value(";")
    expect(page.get_by_label("What E-Mail becomes")).to_have_value("email")
    expect(page.locator(".preview")).to_contain_text(HOSTILE)
    page.get_by_label("What Kontaktiert means").select_option(label="Attempted contact")
    assert axe_violations(page) == []

    page.get_by_role("button", name="Dry run").click()
    expect(page.get_by_role("heading", name="Dry run")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Of 5 rows, 2 can be imported.")
    expect(count(page, "Refused")).to_have_text("3")
    expect(page.locator(".problems")).to_contain_text("“31.02.2026” is a day that does not exist")
    page.locator(".problems summary").first.click()
    assert axe_violations(page) == []

    page.get_by_role("button", name="Import 2 rows").click()
    expect(page.locator(".page-head .pill")).to_have_text("Done", timeout=15_000)
    expect(count(page, "New")).to_have_text("2")
    assert axe_violations(page) == []

    with page.expect_download() as download:
        page.get_by_role("link", name="As a file").click()
    refused = download.value.path().read_text(encoding="utf-8-sig")
    assert refused.splitlines()[0].startswith("row,reason,Lead Number,First Name")
    assert [line.split(",")[0] for line in refused.splitlines()[1:]] == ["3", "4", "5"]

    page.goto(f"/leads?q={HOSTILE}")
    expect(page.locator("tbody tr")).to_contain_text(f"Bob {HOSTILE}")
    page.go_back()

    page.get_by_role("link", name="Undo this import").click()
    page.locator("#act-dialog").get_by_role("button", name="Undo the import").click()
    expect(page.locator(".page-head .pill")).to_have_text("Undone", timeout=15_000)
    expect(count(page, "Taken back")).to_have_text("2")
    page.goto(f"/leads?q={HOSTILE}")
    expect(page.locator("main")).to_contain_text("No lead matches")


def test_the_same_file_again_makes_nothing(login, file):
    page = login("administrator")
    for new in ("2", "0"):
        upload(page, file)
        page.get_by_label("What Kontaktiert means").select_option(label="Attempted contact")
        page.get_by_role("button", name="Dry run").click()
        expect(count(page, "New")).to_have_text(new)
        page.get_by_role("button", name="Import 2 rows").click()
        expect(page.locator(".page-head .pill")).to_have_text("Done", timeout=15_000)
    expect(count(page, "Here already")).to_have_text("2")


def test_a_mapping_is_kept_for_the_next_file(login, file):
    page = login("administrator")
    name = f"Fair {file.stem}"
    upload(page, file)
    page.get_by_label("What Lead Source becomes").select_option(label="Leave out")
    page.locator("#field-constant-source").select_option(label="Trade show")
    page.get_by_label("Save this mapping as").fill(name)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#flash")).to_contain_text(f"Saved the mapping {name}")

    page.goto("/imports/new")
    page.get_by_label("Mapping").select_option(label=name)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload and look at it").click()
    expect(page.get_by_label("What Lead Source becomes")).to_have_value("")
    expect(page.locator("#field-constant-source")).to_have_value("Trade show")


@pytest.mark.expect_problem(REFUSED)
def test_what_is_missing_before_the_dry_run_is_said(login, file):
    page = login("administrator")
    upload(page, file)
    page.get_by_label("What Lead Source becomes").select_option(label="Leave out")
    page.get_by_role("button", name="Dry run").click()
    expect(page.locator(".error-summary")).to_contain_text("need a column or a constant for source")
    page.get_by_role("button", name="Forget the file").click()
    expect(page).to_have_url("/imports")
    expect(page.locator("main")).not_to_contain_text(file.name)


@pytest.mark.expect_problem(REFUSED)
def test_a_file_that_is_no_table_is_refused(login, tmp_path):
    page = login("administrator")
    page.goto("/imports/new")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"\n\n")
    page.locator("input[type=file]").set_input_files(empty)
    page.get_by_role("button", name="Upload and look at it").click()
    expect(page.locator(".error-summary")).to_be_visible()


def test_import_without_scripts(login, file):
    page = login("administrator", java_script_enabled=False)
    upload(page, file)
    page.get_by_label("What Kontaktiert means").select_option(label="Attempted contact")
    page.get_by_role("button", name="Dry run").click()
    page.get_by_role("button", name="Import 2 rows").click()
    expect(page.locator(".page-head .pill")).to_have_text("Done", timeout=15_000)
    page.get_by_role("link", name="Undo this import").click()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.locator(".page-head .pill")).to_have_text("Undone", timeout=15_000)


def test_sellers_may_not_import(login):
    page = login("inside sales")
    assert page.request.get("/imports").status == 403
