"""Taking a part out of a comment: what readers get everywhere, what the writer and the moderators see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.body import TAKEN_OUT
from comments import moderation
from comments.models import Comment
from comments.moderation.blanking import forget_blanked
from tests.comments.factories import browser, guest_post, make_shown, make_writer, path_of, writers_post
from tests.comments.mailed import deliver, link_in
from tests.comments.mine import MINE, act, opened
from tests.comments.pressing import fill_in
from tests.comments.sending import new, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TEXT = "His number is 555 0199, call him.\n\nOr 555\n0199 again."
HTML = (
    '<p>His number is <span class="taken-out">[removed by the moderators]</span>, call him.</p>'
    '<p>Or <span class="taken-out">[removed by the moderators]</span> again.</p>'
)
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def comment(article):
    return make_shown(article, text=TEXT)


def blank(comment, by=None, passage="555 0199", reason="private", **options):
    moderation.blank_part(comment, by=by, passage=passage, reason=reason, **options)
    return comment


def test_each_occurrence_is_taken_out_visibly_and_the_words_stay_for_the_moderators(comment, moderator):
    blank(comment, moderator, passage=" 555  0199\n", note="His brother called.")

    stored = Comment.objects.get()
    entry = comment.moderation_entries.first()
    assert (stored.text, stored.text_html, comment.html, stored.status) == (TEXT, HTML, HTML, "shown")
    assert (entry.verb, entry.actor, entry.reason, entry.move) == (
        "blank_part",
        moderator,
        "private",
        "Take a part out",
    )
    assert "555" not in f"{entry} {entry.note}"


@pytest.mark.parametrize("is_rendered", [True, False])
def test_it_is_on_no_page_that_a_reader_gets(comment, article, is_rendered):
    make_shown(article, parent=comment)
    blank(comment)
    if not is_rendered:
        Comment.objects.update(rendered_by=0)

    for address in ("", "comments/", "comments/1/", "comments/2/", "comments/1/reply/", "comments/1/report/"):
        page = browser().get(path_of(article) + address).content.decode()
        assert ("555" in page, "[removed by the moderators]" in page) == (False, True), address


def test_what_was_taken_out_before_it_is_shown_is_never_shown(article):
    comment = blank(guest_post(article, text=TEXT))

    moderation.show(comment, by=None)
    moderation.rebuild(article)

    assert Comment.objects.get().text_html == HTML


def test_part_comes_back_as_it_was(comment, moderator):
    before = comment.text_html
    blank(blank(comment, moderator), moderator, passage="call him")

    moderation.unblank(comment, by=moderator, passage="555 0199")
    assert "555 0199, <span" in comment.text_html
    moderation.unblank(comment, by=moderator, passage="call him")

    stored = Comment.objects.get()
    assert (stored.text_html, stored.blanked, stored.blanked_at) == (before, [], None)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"passage": "556"}, "not-there"),
        ({"passage": " "}, "not-there"),
        ({"passage": "5" * 8001}, "not-there"),
        ({"passage": "call"}, "twice"),
        ({"reason": "flagged"}, "unknown-reason"),
    ],
)
def test_what_can_not_be_taken_out_is_refused(comment, moderator, changed, code):
    blank(comment, moderator, passage="call")

    with pytest.raises(moderation.IllegalMove) as refusal:
        blank(comment, moderator, **changed)

    assert (refusal.value.code, len(Comment.objects.get().blanked)) == (code, 1)


def test_others_take_nothing_out_and_bring_nothing_back(comment, editor):
    for verb, options in ((blank, {}), (moderation.unblank, {"passage": "555 0199"})):
        with pytest.raises(moderation.IllegalMove) as refusal:
            verb(comment, by=editor, **options)
        assert refusal.value.code == "not-permitted"


@pytest.mark.parametrize("text", [f"{TEXT} Yes.", "Call 5550199.", "Nothing at all."])
def test_edit_brings_nothing_back(article, text):
    dio = make_writer()
    comment = writers_post(article, dio, text=TEXT)
    moderation.show(comment, by=None)
    blank(comment)

    moderation.edit(comment, writer=dio, text=text)

    stored = Comment.objects.get()
    assert (stored.status, stored.why) == ("held", "look-again")
    moderation.show(stored, by=None)
    assert "555 0199" not in Comment.objects.get().text_html


def test_writer_is_told_why_and_gets_the_rest(article):
    dio = make_writer()
    comment = blank(writers_post(article, dio, text=TEXT))
    guest = opened(dio)

    pages = [guest.get(f"{MINE}{where}") for where in ("", f"{comment.uid}/delete/", "my-comments.json")]

    assert [page for page in pages if b"0199" in page.content or b"[removed by" not in page.content] == []
    assert (
        "A part of it was removed by the moderators: Personal data of somebody." in pages[0].content.decode()
    )
    assert act(guest, f"{MINE}{comment.uid}/delete/").status_code == 303
    stored = Comment.objects.get()
    assert (stored.text, stored.blanked, stored.blanked_at) == ("", [], None)


def test_page_of_what_was_sent_and_of_its_proof_have_it_no_more(article):
    sent = send(new(article), text=TEXT)
    blank(Comment.objects.get())

    pages = [browser().get(sent["Location"]), browser().get(link_in(deliver()[0]))]

    assert [page for page in pages if b"0199" in page.content or b"[removed by" not in page.content] == []


def test_after_some_time_the_words_are_gone_and_the_marks_stay(comment, clock):
    blank(comment)
    clock.shift(timedelta(days=89))
    assert forget_blanked(timezone.now()) == 0
    clock.shift(timedelta(days=1))

    assert [forget_blanked(timezone.now()) for _ in range(2)] == [1, 0]

    stored = Comment.objects.get()
    assert ("555" in str(Comment.objects.values()), stored.text.count(TAKEN_OUT)) == (False, 2)
    moderation.hold(stored, by=None)
    moderation.show(stored, by=None)
    assert Comment.objects.get().text_html == HTML
    assert "[removed by the moderators], call" in stored.kept_text


def test_moderator_takes_it_out_and_brings_it_back_at_the_desk(comment, moderator):
    client, address = browser(moderator), f"/admin/comments/comment/{comment.pk}/"
    assert f'href="{address}blank/"' in client.get(f"{address}change/").content.decode()

    wrong = fill_in(client, f"{address}blank/", passage="556", reason="private")
    fill_in(client, f"{address}blank/", passage="555 0199", reason="private", note="Called.")

    assert (wrong.status_code, "\n556</textarea>" in wrong.content.decode()) == (422, True)
    assert Comment.objects.get().text_html == HTML
    page = client.get(f"{address}change/").content.decode()
    assert "His number is 555 0199" in page
    fill_in(client, f"{address}unblank/", passage="555 0199")
    assert Comment.objects.get().blanked == []


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_have_no_page_for_it(comment, role, request):
    client, address = browser(request.getfixturevalue(role)), f"/admin/comments/comment/{comment.pk}/"

    assert [client.get(f"{address}{where}/").status_code for where in ("blank", "unblank")] == [403, 403]


def test_hostile_words_are_text(article, moderator):
    comment = blank(make_shown(article, text=f"{HOSTILE} {HOSTILE}"), passage=HOSTILE)
    client, address = browser(moderator), f"/admin/comments/comment/{comment.pk}/"

    pages = [client.get(f"{address}{where}/") for where in ("change", "blank", "unblank")]

    for page in [*pages, browser().get(path_of(article))]:
        assert page.status_code == 200
        assert b"<img src=x" not in page.content
        assert b"<script>alert" not in page.content
