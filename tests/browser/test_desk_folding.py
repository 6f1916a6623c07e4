"""What folds away at the desk: filters where there is no room, and fields that belong to another choice."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import LIST, sign_in
from tests.factories import make_published, make_user


@pytest.mark.parametrize(("width", "is_open"), [(390, False), (1280, True)])
def test_filters_are_open_where_there_is_room(new_context, transactional_db, width, is_open):
    page = new_context(width=width).new_page()
    sign_in(page, make_user(role="editor"))

    page.goto(LIST)

    expect(page.get_by_role("link", name="Filed to the desk")).to_be_visible(visible=is_open)


def test_filters_unfold_without_scripts(new_context, client, live_server, transactional_db):
    client.force_login(make_user(role="editor"))
    context = new_context(width=390, java_script_enabled=False)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{LIST}?whose=mine")

    page.locator("summary", has_text="Filter: 1 in use").press("Enter")
    page.get_by_role("link", name="Clear all filters").click()

    assert page.url == f"{live_server.url}{LIST}?"


@pytest.fixture
def publishing(page, transactional_db):
    story = make_published()
    sign_in(page, make_user(role="editor"))
    page.goto(f"{LIST}{story.pk}/move/publish/")
    return page


def test_time_belongs_to_a_set_time(publishing):
    at, now = publishing.get_by_label("Publish at"), publishing.get_by_label("Now")
    expect(at).to_be_hidden()

    now.focus()
    publishing.keyboard.press("ArrowDown")
    publishing.keyboard.press("Tab")
    focused = publishing.evaluate("document.activeElement.name")

    assert focused == "at"
    expect(at).to_be_visible()


def test_what_is_wrong_is_never_folded_away(publishing):
    publishing.get_by_label("At a set time").check()
    publishing.get_by_role("button", name="Publish as an update").or_(
        publishing.get_by_role("button", name="Schedule as an update")
    ).click()

    publishing.get_by_label("Now").check()

    expect(publishing.get_by_text("Say when to publish it.")).to_be_visible()
