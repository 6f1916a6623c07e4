"""What changed, once it was shown: words that are expunged one day are in no memory either."""

import gc

import pytest

from articles import desk
from articles.views.changes import compare
from articles.wording.runs import Run
from tests.factories import make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_no_words_stay_in_the_process():
    article = make_published(headline="Rain", body="<p>Rain fell on Tripoli.</p>")
    article.body = "<p>Rain fell on Ouagadougou.</p>"
    desk.save(article, by=None)
    publish(article, change="correction", note="It was another city.")

    assert "Ouagadougou" in str(compare(*article.editions.order_by("number")))

    gc.collect()
    assert [each for each in gc.get_objects() if isinstance(each, Run) and each.text == "Ouagadougou"] == []
