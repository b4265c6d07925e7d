"""Fixtures: one server for the session, signed-in pages by role, and a watch over everything a page complains about."""

import os
import shutil
from pathlib import Path

import pytest
from baton_server import BatonServer, demo_users
from playwright.sync_api import expect
from problems import Problems

HERE = Path(__file__).parent
FIXED_RENDERING = ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"]


def pytest_configure(config):
    """Traces of failed tests lie here wherever pytest was started; open one with `playwright show-trace`."""
    config.option.output = str(HERE / "traces")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    names = [os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome"]
    browser = next(path for name in names if (path := shutil.which(name)))
    return {**browser_type_launch_args, "executable_path": browser, "args": FIXED_RENDERING}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": "Europe/Berlin",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def server(request, tmp_path_factory):
    """A running Baton with the demo world, shared by the tests of the session; its log is shown if one failed."""
    baton = BatonServer(tmp_path_factory.mktemp("baton"))
    baton.start()
    yield baton
    baton.stop()
    if request.session.testsfailed:
        print(f"\nlast lines of the server's log\n{baton.log_tail()}")


@pytest.fixture(scope="session")
def base_url(server):
    """Lets tests write `page.goto("/leads")`."""
    return server.url


@pytest.fixture(scope="session")
def users():
    """The demo user of each role, as Baton itself prints them."""
    return demo_users()


@pytest.fixture
def new_context(new_context, request):
    """Every browser context is watched: an unexpected console error or failed request fails the test."""
    problems = Problems([marker.args[0] for marker in request.node.iter_markers("expect_problem")])

    def watched(**options):
        context = new_context(**options)
        problems.watch(context)
        return context

    yield watched
    if problems.found:
        pytest.fail("\n".join(["the page complained:", *problems.found]), pytrace=False)


@pytest.fixture(scope="session")
def session_cookies():
    """Cookies by role, so that each role signs in through the form once a session."""
    return {}


@pytest.fixture
def login(new_context, users, session_cookies):
    """`login("manager")` gives a page signed in as the demo user of that role; options go to the browser context."""

    def signed_in(role: str, **options):
        context = new_context(**options)
        page = context.new_page()
        if role not in session_cookies:
            sign_in(page, users[role])
            session_cookies[role] = context.cookies()
        context.add_cookies(session_cookies[role])
        return page

    return signed_in


def sign_in(page, user) -> None:
    page.goto("/sign-in")
    page.locator("input[name=email]").fill(user["email"])
    page.locator("input[name=password]").fill(user["password"])
    page.locator("input[name=password]").press("Enter")
    expect(page).not_to_have_url("/sign-in")


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where screenshots go, to be looked at by people."""
    folder = HERE / "shots"
    folder.mkdir(exist_ok=True)
    return folder
