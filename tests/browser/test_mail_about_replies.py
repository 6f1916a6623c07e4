"""Mail about replies in a real browser: asked for with a comment, confirmed once, ended with one click."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article
from comments import moderation
from comments.models import Comment, Follow, OwedReply
from tests.browser.going import press
from tests.comments.factories import make_shown
from tests.comments.mailed import deliver, link_in
from tests.comments.told import told

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"


@pytest.fixture(autouse=True)
def libya(transactional_db):
    call_command("loaddata", "libya", verbosity=0)


def write(page, cadence):
    page.goto(f"{STORY}comments/new/")
    page.get_by_role("textbox", name="Name").fill("Zed")
    page.get_by_role("textbox", name="E-mail").fill("zed@example.org")
    page.get_by_role("textbox", name="Comment").fill("The road to Agadez is long.")
    page.get_by_role("combobox", name="Mail me when somebody replies").select_option(cadence)
    press(page, "Send")


def be_answered():
    """Somebody replies to Zed, a moderator shows it, and the minute of its undo is over."""
    comment = Comment.objects.get(name="Zed")
    if comment.is_waiting:
        moderation.show(comment, by=None)
    make_shown(Article.objects.get(), parent=comment, name="Ana", text="Longer than you think.")
    OwedReply.objects.update(due_at=timezone.now())


def test_asked_for_confirmed_mailed_and_ended_with_one_click(page, axe):
    write(page, "At once")
    page.goto(link_in(deliver()[-1]))
    confirming = axe()
    press(page, "Yes, I wrote this")
    own_page = axe()
    be_answered()
    (mail,) = told()
    ending = mail.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")

    page.goto(ending)
    asking = axe()
    assert Follow.objects.exists()
    press(page, "No more mail about this comment")

    assert page.get_by_role("heading", level=1).inner_text() == "You get no more mail"
    assert (Follow.objects.exists(), confirming, own_page, asking, axe()) == (False, [], [], [], [])


def test_wish_is_changed_on_the_own_page(page):
    write(page, "Once a day")
    page.goto(link_in(deliver()[-1]))
    press(page, "Yes, I wrote this")

    press(page, "Mail me at once", exact=False)
    changed = Follow.objects.get().cadence
    press(page, "Stop", exact=False)

    assert (changed, Follow.objects.exists()) == ("at-once", False)
    assert page.get_by_role("status").inner_text() == "You get no more mail about replies to that comment."


def test_choice_is_still_there_after_an_error(page):
    page.goto(f"{STORY}comments/new/")
    page.get_by_role("combobox", name="Mail me when somebody replies").select_option("Once a day")

    press(page, "Send")

    assert page.get_by_role("combobox", name="Mail me when somebody replies").input_value() == "daily"
