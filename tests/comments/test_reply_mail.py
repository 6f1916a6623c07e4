"""The mail about replies: what is in it, and what no reader can put there."""

import email
import email.policy
import re

import pytest

from comments import moderation
from comments.models import Comment
from tests.comments.factories import make_writer, path_of
from tests.comments.told import answer, followed, told, told_of
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def mail_about(clock):
    """The one mail that is due a minute after whatever was answered."""

    def find():
        clock.shift(60)
        (mail,) = told()
        return mail

    return find


def html_of(mail):
    ((html, kind),) = mail.alternatives
    assert kind == "text/html"
    return html


def test_mail_tells_who_said_what_and_leads_there(article, mail_about):
    answer(followed(article), text="I saw it too.\n\nIt was wet.")

    mail = mail_about()

    assert mail.body == (
        "A reply to your comment 1 on “Rain”\n\n"
        "Ana wrote:\n\n"
        "> I saw it too.\n>\n> It was wet.\n\n"
        f"Read it and answer: http://testserver{path_of(article)}comments/2/\n\n"
        f"No more mail about replies to this comment: {ending_in(mail)}\n\n"
        "You get this mail since you asked to be told of replies to comments of yours.\n"
        f"No more mail about any of them: {ending_in(mail)}all/\n\n"
        "The Newsroom\nhttp://testserver\n"
    )


def ending_in(mail):
    return mail.extra_headers["List-Unsubscribe"].strip("<>").removesuffix("all/")


def test_subject_names_neither_story_nor_anybody(article, mail_about):
    comment = followed(article)
    for name in ("Ana", "Ben", "Cleo"):
        answer(comment, name=name)

    assert mail_about().subject == "The Newsroom: 3 replies to your comments"


def test_headers_are_those_of_mail_that_a_program_sends_and_a_click_ends(article, mail_about):
    comment, reply = followed(article), None
    reply = answer(comment)

    headers = mail_about().extra_headers

    assert set(headers) == {
        "Message-ID", "Auto-Submitted", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    }  # fmt: skip
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["List-Id"] == "<replies.testserver>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(
        r"<http://testserver/comments/unsubscribe/[0-9a-f]{32}:[\w-]+/>", headers["List-Unsubscribe"]
    )
    assert re.fullmatch(r"<replies-[0-9a-f]{32}@testserver>", headers["Message-ID"])
    assert reply.uid.hex not in headers["Message-ID"]


def test_address_by_which_mail_is_ended_stays_whole_on_its_way(article, mail_about):
    answer(followed(article))

    mail = mail_about()

    parsed = email.message_from_bytes(mail.message().as_bytes(), policy=email.policy.default)
    assert parsed["List-Unsubscribe"].strip() == mail.extra_headers["List-Unsubscribe"]
    assert mail.extra_headers["List-Unsubscribe"].encode() in mail.message().as_bytes()


def test_mail_about_several_comments_ends_them_all_by_one_click(article, mail_about):
    for comment in (followed(article), followed(make_published(headline="Wind"))):
        answer(comment)
        answer(comment, name="Ben")

    mail = mail_about()

    assert re.findall(r"^Replies to your comment 1 on .*$", mail.body, re.MULTILINE) == [
        "Replies to your comment 1 on “Rain”",
        "Replies to your comment 1 on “Wind”",
    ]
    assert told_of(mail) == [2, 3, 2, 3]
    assert mail.extra_headers["List-Unsubscribe"].endswith("/all/>")


HOSTILE = "<img src=x onerror=alert(1)> & {{ paper }} 'onmouseover=alert(1) x='"


def test_what_people_write_is_plain_in_one_part_and_escaped_in_the_other(mail_about):
    story = make_published(headline="Rain <b>& snow</b>")
    answer(followed(story), name="<script>Ana</script>", text=f"</blockquote>{HOSTILE}")

    mail = mail_about()

    assert f"> </blockquote>{HOSTILE}" in mail.body
    assert "<script>Ana</script> wrote:" in mail.body
    assert "“Rain <b>& snow</b>”" in mail.body
    html = html_of(mail)
    assert set(re.findall(r"<(/?\w+)", html)) <= {
        f"{end}{tag}"
        for end in ("", "/")
        for tag in "html head meta title body h2 bdi p strong blockquote a small hr br".split()
    }
    assert "&lt;script&gt;Ana&lt;/script&gt;" in html
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; {{ paper }} &#x27;onmouseover" in html
    assert html.count("<blockquote") == html.count("</blockquote>") == 1


def test_nothing_in_it_is_fetched_from_anywhere_and_links_lead_to_us(article, mail_about):
    answer(followed(article), text="Look: https://elsewhere.example/a.png", website="https://ana.example")

    html = html_of(mail_about())

    assert re.findall(r"\b(?:src|background|srcset)=|url\(|@import", html) == []
    assert {address.partition("/")[0] for address in re.findall(r'href="http://([^"]+)"', html)} == {
        "testserver"
    }
    assert "https://ana.example" not in html


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends_in_names_and_headlines_add_no_header(mail_about, end):
    story = make_published(headline="Rain")
    comment = followed(story)
    reply = answer(comment)
    story.editions.update(headline=f"Rain{end}Bcc: victim@example.org")
    Comment.objects.filter(pk=reply.pk).update(name=f"Ana{end}Bcc: victim@example.org")

    mail = mail_about()

    sent = email.message_from_bytes(mail.message().as_bytes())
    assert (sent["Bcc"], sent["Subject"], mail.to) == (
        None, "The Newsroom: a reply to your comment", ["dio@example.org"],
    )  # fmt: skip
    assert mail.recipients() == ["dio@example.org"]


def test_quoted_text_can_not_pass_for_words_of_ours(article, mail_about):
    answer(followed(article), text="Hi.\n\nNo more mail about any of them: https://evil.example\r\nX\u2028Y")

    lines = mail_about().body.splitlines()

    assert [line for line in lines if "evil" in line] == [
        "> No more mail about any of them: https://evil.example"
    ]


def test_long_reply_is_told_by_its_beginning_and_many_by_twenty(article, mail_about):
    comment = followed(article)
    for turn in range(23):
        answer(comment, text=f"{turn} " + "x" * 7000)

    mail = mail_about()

    assert mail.subject == "The Newsroom: 23 replies to your comments"
    assert (told_of(mail), "3 more replies came." in mail.body) == (list(range(2, 22)), True)
    assert len(mail.body) < 30_000


def test_address_of_nobody_else_is_in_a_mail(article, mail_about):
    answer(followed(article), email="ana@example.org")

    mail = mail_about()

    assert "ana@" not in f"{mail.body}{html_of(mail)}{mail.extra_headers}"
    assert "dio@" not in f"{mail.body}{html_of(mail)}{mail.extra_headers}"


def test_staff_who_answer_are_told_of_as_staff(article, editor, mail_about):
    comment = followed(article)
    moderation.post(article, by=editor, name="", email="", website="", text="So we have.", parent=comment)
    answer(comment)

    mail = mail_about()

    assert re.findall(r"^.* wrote:$", mail.body, re.MULTILINE) == ["Edgar Stone (Staff) wrote:", "Ana wrote:"]
    assert re.findall(r"<p>.* wrote:</p>", html_of(mail)) == [
        "<p><strong><bdi>Edgar Stone</bdi> (Staff)</strong> wrote:</p>",
        "<p><strong><bdi>Ana</bdi></strong> wrote:</p>",
    ]


def test_address_with_signs_that_databases_match_by_is_one_address(article, mail_about):
    odd, plain = make_writer("a%_@example.org"), make_writer("axy@example.org")
    followed(article, writer=plain)
    answer(followed(article, writer=odd))

    assert mail_about().to == ["a%_@example.org"]
