"""Publishing a story that somebody saved while its publish page was open."""

import pytest

from articles import desk
from articles.models import Edition
from tests.articles.admin.pages import move_url
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_colleagues_words_do_not_go_out_unseen(editor, sign_in):
    story = make_article(headline="Rain")
    press = {"when": "now", "seen_version": story.version}
    story.headline = "Heavy rain"
    desk.save(story, by=None)

    first = sign_in(editor).post(move_url(story, "publish"), press)
    struck_first = Edition.objects.count()
    again = {"when": "now", "seen_version": first.context["form"]["seen_version"].value()}
    sign_in(editor).post(move_url(story, "publish"), again)

    assert "Somebody saved this story after you opened this page." in first.content.decode()
    assert struck_first == 0
    assert Edition.objects.get().headline == "Heavy rain"
