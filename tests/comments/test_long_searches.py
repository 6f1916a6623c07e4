"""A search for more words than a database takes: the list says for how many it looked."""

import pytest

from tests.comments.factories import guest_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LISTS = ["comments/comment", "comments/flag", "comments/moderationentry", "comments/discussion"]
LISTS += ["articles/article"]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(("typed", "count"), [("rain " * 1000, 30), ("x" * 100_000, 1)])
def test_long_search_looks_for_the_first_words_and_says_so(
    client, article, administrator, path, typed, count
):
    client.force_login(administrator)
    guest_post(article)

    answer = client.get(f"/admin/{path}/", {"q": typed})

    assert answer.status_code == 200
    assert f"Searched for the first words alone ({count})." in answer.content.decode()


def test_thirty_words_are_all_looked_for(client, article, administrator):
    client.force_login(administrator)
    guest_post(article, text=" ".join(f"word{turn}" for turn in range(30)))

    found = [
        client.get("/admin/comments/comment/", {"q": " ".join(f"word{turn}" for turn in turns)})
        for turns in (range(30), range(1, 31))
    ]

    assert [answer.context["cl"].result_count for answer in found] == [1, 0]
    assert "Searched for" not in found[0].content.decode()
