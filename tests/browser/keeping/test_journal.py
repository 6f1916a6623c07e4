"""What the browser has written down belongs to one account, and for a while only."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Autosave
from tests.browser.desk import body_of, form_of, sign_in
from tests.browser.keeping.writing import (
    SENTENCE,
    entries_of,
    is_in_the_journal,
    kept_words,
    save,
    status,
    take,
)
from tests.factories import make_user


def test_is_in_the_browsers_journal_at_once(writing):
    writing.route("**/sitting/keep/", lambda route: route.abort())
    writing.keyboard.type(SENTENCE)

    entries = writing.evaluate(
        """async () => (await import("/static/js/desk-journal.js")).entriesOf(
            document.getElementById("desk-line").dataset.account)"""
    )

    assert [(entry["isSent"], "Agadez+before+dawn." in entry["data"]) for entry in entries] == [(False, True)]


def test_a_key_that_comes_while_an_entry_is_marked_as_sent_stays(writing):
    kept = writing.evaluate(
        """async () => {
          const { entriesOf, mark, write } = await import("/static/js/desk-journal.js");
          const entry = { sitting: "one", account: "nobody", article: "", isSent: false };
          await write({ ...entry, data: "Rai", typedAt: 1 });
          const marked = mark("one", 1, { isSent: true });
          await write({ ...entry, data: "Rain", typedAt: 2 });
          await marked;
          return (await entriesOf("nobody")).map(({ data, isSent }) => [data, isSent]);
        }"""
    )

    assert kept == [["Rain", False]]


def test_what_the_line_failed_to_offer_is_offered_when_it_is_back(writing, story, reporter):
    writing.route("**/sitting/keep/", lambda route: route.abort())
    writing.keyboard.type(SENTENCE)
    is_in_the_journal(writing, reporter, "Agadez")
    tab = writing.context.new_page()
    tab.route("**/sitting/offers/**", lambda route: route.abort(), times=1)

    with tab.expect_event("requestfailed"):
        tab.goto(form_of(story))
    expect(tab.locator("#desk-offers")).to_be_empty()
    tab.evaluate("dispatchEvent(new Event('online'))")

    expect(take(tab)).to_contain_text(SENTENCE)


def test_somebody_else_signed_in_meanwhile_gets_nothing(writing, story):
    Session.objects.all().delete()
    writing.context.clear_cookies()
    tab = writing.context.new_page()
    sign_in(tab, make_user(role="editor"))

    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("signed in as somebody else")
    save(writing)
    expect(status(writing)).to_contain_text("signed in as somebody else")
    tab.goto(form_of(story))
    tab.wait_for_load_state("networkidle")

    story.refresh_from_db()
    assert (story.version, Autosave.objects.unsaved().count()) == (1, 0)
    expect(tab.locator("#desk-offers")).to_be_empty()


def test_signing_out_warns_of_what_is_unsent_and_can_be_called_off(writing):
    writing.route("**/sitting/keep/", lambda route: route.abort())
    writing.keyboard.type(SENTENCE)

    writing.get_by_role("button", name="Sign out").click()
    expect(
        writing.get_by_role("heading", name="Something you typed has not reached the desk")
    ).to_be_visible()
    writing.get_by_role("button", name="Stay signed in").click()

    expect(body_of(writing)).to_contain_text(SENTENCE)


def test_signing_out_clears_the_journal_and_the_desk_still_has_it(writing, reporter, story):
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("All you typed is kept")

    writing.get_by_role("button", name="Sign out").click()
    writing.wait_for_url("**/accounts/login/**")

    assert entries_of(writing, reporter) == []
    assert SENTENCE in kept_words()


def test_the_journal_is_gone_after_seven_days(writing, reporter):
    writing.evaluate(
        """async () => {
          const { write } = await import("/static/js/desk-journal.js");
          const account = document.getElementById("desk-line").dataset.account;
          const days = (count) => Date.now() - count * 24 * 3600 * 1000;
          for (const [sitting, typedAt] of [["old", days(7.1)], ["young", days(6.9)]])
            await write({ sitting, account, article: "", data: sitting, typedAt, isSent: true });
        }"""
    )

    writing.route("**/sitting/keep/", lambda route: route.abort())
    writing.goto("/admin/")
    writing.wait_for_function(
        """async (account) => {
          const { entriesOf } = await import("/static/js/desk-journal.js");
          return (await entriesOf(account)).length === 1;
        }""",
        arg=str(reporter.pk),
    )

    assert entries_of(writing, reporter) == ["young"]
