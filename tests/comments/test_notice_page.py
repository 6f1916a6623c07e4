"""The pages of a notice of illegal content: its form, its state, and the desk's page to decide on it."""

import re

import pytest

from comments import moderation
from comments.models import Flag, Notice
from tests.comments.factories import FROM_HERE, browser, make_shown, path_of
from tests.comments.noticed import TYPED, give, page_of, send
from tests.comments.pressing import fill_in
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = "/admin/comments/notice/"
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def comment(article):
    return make_shown(article)


def test_page_is_the_same_for_everybody_and_names_the_exact_address(comment, moderator):
    one, other = browser().get(page_of(comment)), browser(moderator).get(page_of(comment))

    assert (one.content, one.cookies) == (other.content, {})
    assert f"http://testserver{path_of(comment.article)}comments/1/</bdi>" in one.content.decode()


def test_notice_is_taken_and_its_receipt_shown(comment):
    response = send(comment)

    notice = Notice.objects.get()
    page = browser().get(response["Location"])
    assert (response.status_code, notice.address) == (
        303,
        f"http://testserver{path_of(comment.article)}comments/1/",
    )
    assert (notice.explanation, notice.law, notice.name, notice.email) == tuple(
        TYPED[name] for name in ("explanation", "law", "name", "email")
    )
    assert f"Your notice {notice.reference}" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert [typed for typed in ("daughter", "Ann", "ann@") if typed in page.content.decode()] == []


def test_report_of_what_is_illegal_goes_on_with_the_notice_and_its_words(comment):
    address = page_of(comment).replace("/notice/", "/report/")

    response = browser().post(address, {"reason": "illegal", "note": "My daughter."}, headers=FROM_HERE)

    page = response.content.decode()
    assert f'action="{page_of(comment)}"' in page
    assert "\nMy daughter.</textarea>" in page
    assert not Flag.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"explanation": " "}, "Say why the comment is illegal."),
        ({"explanation": "x" * 5001}, "You wrote 5,001 characters; 5,000 is the most."),
        ({"law": "x" * 501}, "You wrote 501 characters; 500 is the most."),
        ({"name": ""}, "Write your name"),
        ({"email": ""}, "Write your e-mail address."),
        ({"email": "ann"}, "This is not an e-mail address."),
        ({"email": "ann", "is_of_child_abuse": "on"}, "This is not an e-mail address."),
        ({"is_in_good_faith": ""}, "please tick this"),
    ],
)
def test_what_can_not_be_taken_is_said_and_the_rest_kept(comment, typed, sentence):
    response = send(comment, **typed)

    page = response.content.decode()
    assert (response.status_code, Notice.objects.exists()) == (422, False)
    assert sentence in page
    assert f"\n{ {**TYPED, **typed}['explanation'] }</textarea>" in page


def test_who_reports_the_abuse_of_children_need_not_say_who_they_are(comment):
    send(comment, name="", email=" ", is_of_child_abuse="on")

    notice = Notice.objects.get()
    assert (notice.name, notice.email, notice.is_of_child_abuse) == ("", "", True)


def test_notice_from_elsewhere_is_asked_about_once_more(comment):
    asked = send(comment, headers={"Sec-Fetch-Site": "cross-site"})
    assert not Notice.objects.exists()

    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', asked.content.decode()))
    sent = browser().post(page_of(comment), hidden)

    assert (sent.status_code, Notice.objects.count()) == (303, 1)


def test_what_went_meanwhile_gives_the_words_back(comment):
    address = page_of(comment)
    moderation.remove(comment, by=None)

    response = browser().post(address, TYPED, headers=FROM_HERE)

    assert response.status_code == 404
    assert f"\n{TYPED['explanation']}</textarea>" in response.content.decode()
    assert browser().get(address).status_code == 404


def test_eleventh_notice_in_an_hour_is_not_taken(article):
    for turn in range(11):
        last = send(make_shown(article), headers={**FROM_HERE, "X-Real-IP": f"203.0.113.{turn}"})

    assert (last.status_code, Notice.objects.count()) == (429, 10)


@pytest.mark.parametrize("token", ["nonsense", "0" * 32, "{reference}", "{uid}"])
def test_state_is_found_by_its_link_alone(comment, token):
    notice = give(comment)

    address = f"/comments/notices/{token.format(reference=notice.reference, uid=notice.uid.hex)}/"

    assert browser().get(address).status_code == 404


@pytest.mark.parametrize(
    ("chosen", "said"),
    [("yes", "It was upheld on"), ("no", "It was not upheld on")],
)
def test_notice_is_decided_at_the_desk_and_its_state_says_so(comment, moderator, chosen, said):
    notice = give(comment)
    client = browser(moderator)
    page = client.get(LIST).content.decode()
    assert f'href="{LIST}{notice.pk}/decide/"' in page
    assert "daughter" in page

    fill_in(client, f"{LIST}{notice.pk}/decide/", is_upheld=chosen, answer="Because of the school.")

    state = browser().get(f"/comments/notices/{notice.token}/").content.decode()
    assert said in state
    assert "Because of the school." in state
    assert "newsroom@testserver" in state
    assert "Mona" not in state
    assert "Decide…" not in client.get(LIST).content.decode()


def test_decision_without_an_answer_is_given_back(comment, moderator):
    response = fill_in(browser(moderator), f"{LIST}{give(comment).pk}/decide/", is_upheld="yes", answer="")

    assert (response.status_code, Notice.objects.get().decision) == (422, "open")


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_see_and_decide_nothing(comment, role, request):
    client, notice = browser(request.getfixturevalue(role)), give(comment)

    assert [client.get(f"{LIST}{where}").status_code for where in ("", f"{notice.pk}/decide/")] == [403, 403]


def test_hostile_words_are_text_and_the_address_on_no_page(moderator):
    comment = make_shown(make_published(headline=HOSTILE), name=HOSTILE[:80], text=HOSTILE)
    typed = {"explanation": HOSTILE, "law": HOSTILE, "name": HOSTILE[:80]}
    asked, wrong = send(comment, headers={}, **typed), send(comment, **typed, is_in_good_faith="")
    send(comment, **typed)
    notice, client = Notice.objects.get(), browser(moderator)

    pages = [asked, wrong, browser().get(f"/comments/notices/{notice.token}/")]
    desk = [client.get(f"{LIST}{where}") for where in ("", f"{notice.pk}/decide/", f"{notice.pk}/change/")]

    for page in [*pages, *desk]:
        assert page.status_code in {200, 422}
        assert b"<img src=x" not in page.content
        assert b"<script>alert" not in page.content
    assert [page for page in desk if b"ann@reader" in page.content] == []


@pytest.mark.parametrize("count", [1, 3])
def test_table_costs_the_same_for_one_and_for_three(moderator, count, django_assert_num_queries):
    client = browser(moderator)
    for _ in range(count):
        give(make_shown(make_published()))
    client.get(LIST)

    with django_assert_num_queries(6):
        page = client.get(LIST).content.decode()
    assert page.count("Decide…") == count
