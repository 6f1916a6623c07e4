"""What a moderator has in hand nobody else decides on, by whichever way."""

import pytest

from comments import moderation
from comments.models import Comment
from comments.moderation.claiming import hand_out
from tests.comments.appeals import appeal, removed
from tests.comments.factories import browser, make_shown, make_writer, writers_post
from tests.comments.noticed import give
from tests.comments.pressing import fill_in
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DESK = "/admin/comments/"


def a_notice(article):
    comment = make_shown(article, text="He lives in Mill Lane.")
    notice = give(comment)
    return f"notice/{notice.pk}/decide/", {"is_upheld": "yes", "answer": "So it is."}


def an_appeal(article):
    comment = removed(writers_post(article, make_writer()), make_user(role="moderator"))
    made = appeal(comment)
    return f"appeal/{made.pk}/decide/", {"is_upheld": "no", "answer": "So it is."}


def a_part(article):
    comment = make_shown(article, text="He lives in Mill Lane.")
    return f"comment/{comment.pk}/blank/", {"passage": "Mill Lane", "reason": "private", "note": "So it is."}


def a_part_out(article):
    comment = make_shown(article, text="He lives in Mill Lane.")
    moderation.blank_part(comment, by=None, passage="Mill Lane", reason="private")
    return f"comment/{comment.pk}/unblank/", {"passage": "Mill Lane"}


@pytest.mark.parametrize("waiting", [a_notice, an_appeal, a_part, a_part_out])
def test_what_another_has_in_hand_is_decided_on_no_other_way(waiting, article, moderator):
    address, typed = waiting(article)
    holder = make_user(role="moderator", name="Hal Fast")
    hand_out(holder, Comment.objects.all(), 10)
    entries = Comment.objects.get().moderation_entries.count()

    answer = fill_in(browser(moderator), DESK + address, **typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hal Fast has the comment by Dio in hand. Leave it to them, or ask." in page
    assert typed.get("answer", typed.get("note", "Mill Lane")) in page
    assert Comment.objects.get().moderation_entries.count() == entries
    assert fill_in(browser(holder), DESK + address, **typed).status_code == 302
