"""The publish panel in a browser: with scripts one press is enough, without the first press is answered."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Edition, Section
from tests.browser.desk import LIST, form_of, sign_in
from tests.browser.going import press
from tests.factories import make_article, make_published, make_section, make_user, publish

LATER = datetime(2030, 5, 14, 3, 0, tzinfo=UTC)
LATER_TYPED, LATER_SAID = "2030-05-14T06:00", "Tuesday 14 May 2030 at 06:00 in Cairo (03:00 UTC)"


def panel_of(article, verb="publish"):
    return f"{LIST}{article.pk}/move/{verb}/"


@pytest.fixture
def editor(transactional_db):
    return make_user(role="editor")


@pytest.fixture
def at_the_desk(page, editor):
    sign_in(page, editor)
    return page


@pytest.fixture
def without_scripts(new_context, client, live_server, editor):
    client.force_login(editor)
    context = new_context(width=390, java_script_enabled=False)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context.new_page()


def test_from_the_form_to_live_in_two_presses(at_the_desk):
    story = make_article(headline="Rain", standfirst="It rained.")
    at_the_desk.goto(form_of(story))

    press(at_the_desk, "Publish…")
    expect(at_the_desk.locator(".outlook")).to_contain_text("Goes live now, on World and the front page")
    press(at_the_desk, "Publish now")

    expect(at_the_desk.locator(".messagelist")).to_contain_text("published version 1")
    expect(at_the_desk.locator("#outcome")).to_be_focused()
    assert story.editions.get().is_live_at(timezone.now())


def test_correction_by_keyboard_alone(at_the_desk):
    story = make_published(headline="Rain", standfirst="It rained.")
    at_the_desk.goto(panel_of(story))

    at_the_desk.get_by_label("Note to readers").focus()
    at_the_desk.keyboard.type("It was Monday.")
    frame = at_the_desk.frame_locator("iframe")
    expect(frame.get_by_role("complementary")).to_contain_text("Correction")
    at_the_desk.get_by_role("button", name="Publish as a correction").focus()
    at_the_desk.keyboard.press("Enter")
    at_the_desk.wait_for_url(f"**{form_of(story)}")

    assert story.editions.last().note == "It was Monday."


def test_sentence_and_buttons_follow_what_is_chosen(at_the_desk):
    story = make_published(headline="Rain", standfirst="It rained.")
    at_the_desk.goto(panel_of(story))

    at_the_desk.get_by_label("At a set time").check()
    at_the_desk.get_by_label("Publish at").fill(LATER_TYPED)
    expect(at_the_desk.locator(".outlook")).to_contain_text(f"Goes live {LATER_SAID}, on World")
    press(at_the_desk, "Schedule as an update")
    at_the_desk.wait_for_url(f"**{form_of(story)}")

    assert story.editions.last().live_from == LATER


def test_without_scripts_the_first_press_says_it(without_scripts):
    story = make_published(headline="Rain", standfirst="It rained.")
    without_scripts.goto(panel_of(story))

    without_scripts.get_by_label("At a set time").check()
    without_scripts.get_by_label("Publish at").fill(LATER_TYPED)
    press(without_scripts, "Publish as an update")
    expect(without_scripts.locator(".outlook")).to_be_focused()
    expect(without_scripts.locator(".outlook")).to_contain_text(
        "This is not what was said before you pressed."
    )
    expect(without_scripts.locator(".outlook")).to_contain_text(f"Goes live {LATER_SAID}, on World")
    done_at_first = Edition.objects.count()
    press(without_scripts, "Schedule as an update")

    assert (done_at_first, story.editions.last().live_from) == (1, LATER)


def test_enter_in_a_field_publishes_nothing(at_the_desk):
    story = make_article(standfirst="It rained.")
    at_the_desk.goto(panel_of(story))

    with at_the_desk.expect_navigation():
        at_the_desk.get_by_label("Ends").press("Enter")

    assert not story.editions.exists()


def test_time_that_comes_twice_is_asked_about(without_scripts):
    story = make_article(standfirst="It rained.")
    without_scripts.goto(panel_of(story))

    without_scripts.get_by_label("At a set time").check()
    without_scripts.get_by_label("Publish at").fill("2030-10-31T23:30")
    press(without_scripts, "Publish now")
    asked = without_scripts.get_by_role("group", name="23:30 comes twice that day")
    asked.get_by_label("The second time: 23:30 (EET, 21:30 UTC)").check()
    press(without_scripts, "Schedule")
    press(without_scripts, "Schedule")

    assert story.editions.get().live_from == datetime(2030, 10, 31, 21, 30, tzinfo=UTC)


def test_same_question_is_asked_at_once_with_scripts(at_the_desk):
    story = make_article(standfirst="It rained.")
    at_the_desk.goto(panel_of(story))

    at_the_desk.get_by_label("At a set time").check()
    at_the_desk.get_by_label("Publish at").fill("2030-10-31T23:30")
    at_the_desk.get_by_label("At first: 23:30 (EEST, 20:30 UTC)").check()
    expect(at_the_desk.locator(".outlook")).to_contain_text("(20:30 UTC)")
    press(at_the_desk, "Schedule")
    at_the_desk.wait_for_url(f"**{form_of(story)}")

    assert story.editions.get().live_from == datetime(2030, 10, 31, 20, 30, tzinfo=UTC)


def test_impossible_end_is_said_beside_it_at_once_and_goes_with_it(at_the_desk):
    at_the_desk.goto(panel_of(make_article(standfirst="It rained.")))
    wrong = at_the_desk.get_by_text("The story would end before it begins.")

    at_the_desk.get_by_label("Ends").fill("2020-05-14T06:00")
    expect(wrong).to_be_visible()
    expect(at_the_desk.locator(".outlook")).to_have_text("Say when it ends, or leave that empty.")
    at_the_desk.get_by_label("Ends").fill(LATER_TYPED)

    expect(wrong).to_be_hidden()
    expect(at_the_desk.locator(".outlook")).to_contain_text(f"It ends {LATER_SAID}.")


def test_scheduled_version_has_the_focus_until_it_is_chosen_about(without_scripts):
    story = make_published(standfirst="It rained.")
    publish(story, at=timezone.now() + timedelta(days=1), change="update")
    without_scripts.goto(panel_of(story))

    press(without_scripts, "Publish as an update")

    assert without_scripts.evaluate("document.activeElement.name") == "pending"
    assert story.editions.count() == 2


def test_undo_is_at_hand_and_counts_down(at_the_desk):
    story = make_article(standfirst="It rained.")
    at_the_desk.goto(panel_of(story))
    press(at_the_desk, "Publish now")

    timer = at_the_desk.get_by_role("timer")
    expect(timer).to_contain_text("58 seconds left")
    at_the_desk.locator("#undo").get_by_role("button", name="Undo").click()
    expect(at_the_desk.locator(".messagelist")).to_contain_text("undid version 1")

    assert not story.editions.effective().exists()


def test_notice_is_shown_as_it_is_written(at_the_desk):
    story = make_published(headline="Rain")
    at_the_desk.goto(panel_of(story, "withdraw"))
    frame = at_the_desk.frame_locator("iframe")

    at_the_desk.get_by_label("Notice to readers").fill("Taken down by order of a court.")
    at_the_desk.get_by_label("The notice names the story").check()

    expect(frame.get_by_role("heading", level=1)).to_have_text("Rain")
    expect(frame.get_by_text("Taken down by order of a court.")).to_be_visible()


def test_preview_runs_nothing_and_leads_nowhere_within_its_frame(at_the_desk):
    story = make_published(headline="Rain", body='<p><a href="/world/">World</a></p>')
    at_the_desk.goto(panel_of(story))

    with at_the_desk.expect_popup() as opened:
        at_the_desk.frame_locator("iframe").get_by_role("article").get_by_role(
            "link", name="World"
        ).last.click()

    assert opened.value.url.endswith("/world/")
    expect(at_the_desk.frame_locator("iframe").get_by_role("heading", level=1)).to_have_text("Rain")


def test_link_of_a_doubt_leads_into_the_text(at_the_desk):
    story = make_article(standfirst="It rained.", body="<h3>Rain</h3>")
    at_the_desk.goto(panel_of(story))

    at_the_desk.get_by_role("link", name="To the body").click()

    expect(at_the_desk.get_by_role("textbox", name="Body")).to_be_focused()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_stops_doubts_and_questions_read_well(page, axe, transactional_db, scheme, width):
    section = make_section(name="Strict")
    Section.objects.update(four_eyes=True)
    story = make_article(headline="RAIN IN TRIPOLI", section=section, embargo_lifts_at=LATER)
    sign_in(page, make_user(role="administrator"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(panel_of(story))
    page.get_by_label("At a set time").check()
    page.get_by_label("Publish at").fill("2028-10-26T23:30")
    expect(page.get_by_role("group", name="23:30 comes twice that day")).to_be_visible()
    expect(page.get_by_label("Override it, because")).to_be_visible()

    assert axe() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_offer_to_undo_reads_well(page, axe, transactional_db):
    story = make_published()
    sign_in(page, make_user(role="editor"))
    page.goto(form_of(story))

    expect(page.locator("#undo")).to_be_visible()
    assert axe() == []


NOTE = "It was Tuesday, and not Monday."


@pytest.fixture
def writing_a_note(at_the_desk):
    """The editor, with a note to readers typed and not sent."""
    at_the_desk.goto(panel_of(make_published(headline="Rain")))
    at_the_desk.get_by_label("Note to readers").fill(NOTE)
    return at_the_desk


def press_in_vain(page, sentence):
    page.get_by_role("button", name="Publish as a correction").click()
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect(page.get_by_label("Note to readers")).to_have_value(NOTE)


def test_a_session_that_has_run_out_costs_no_note(writing_a_note, editor):
    page = writing_a_note
    Session.objects.all().delete()
    press_in_vain(page, "You have been signed out, and nothing was done.")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in, in a new tab").click()
    tab = opened.value
    tab.get_by_label("Login").fill(editor.username)
    tab.get_by_label("Password", exact=True).fill("correct horse")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("Close this tab and go on writing")).to_be_visible()
    tab.close()
    press(page, "Publish as a correction")

    assert Edition.objects.get(number=2).note == NOTE


def test_without_a_network_a_press_costs_no_note(writing_a_note):
    page = writing_a_note
    page.context.set_offline(True)
    press_in_vain(page, "No connection, or the desk does not answer.")

    page.context.set_offline(False)
    press(page, "Publish as a correction")

    assert Edition.objects.get(number=2).note == NOTE
