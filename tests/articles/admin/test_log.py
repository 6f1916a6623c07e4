"""The desk's log, in sentences."""

import pytest

from articles import desk
from articles.admin.log import DEEDS, PLAIN, sentence
from articles.states import ALL_MOVES
from tests.articles.admin.pages import form_url
from tests.articles.verbs import HOUR
from tests.factories import NOON, make_published, publish


def test_every_move_has_words_of_its_own():
    assert PLAIN.keys() | DEEDS.keys() == ALL_MOVES.keys() - {"preview"}


@pytest.mark.django_db
def test_what_became_of_a_scheduled_version_is_told(clock):
    story = make_published()
    publish(story, at=NOON + HOUR, change="update")
    clock.shift(1)
    publish(story, change="minor", pending="strike-again")
    clock.shift(1)
    publish(story, change="minor", pending="void")
    desk.undo(story, by=None)

    told = [sentence(entry).split(", ", 1)[-1] for entry in story.desk_entries.order_by("pk")][-3:]

    assert told == [
        "and made version 2 again as version 4",
        "which dropped version 4",
        "which brought back version 4",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("saves", "leads_on"), [(49, False), (50, True)])
def test_a_long_log_leads_to_the_rest_of_it(saves, leads_on, editor, sign_in):
    story = make_published(headline="Rain in Tripoli")
    for _ in range(saves):
        desk.save(story, by=None)

    page = sign_in(editor).get(form_url(story)).content.decode()

    assert ('href="/admin/articles/deskentry/?q=Rain+in+Tripoli"' in page) is leads_on
