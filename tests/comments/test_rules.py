"""How comments are taken: what a story, its section and the paper say, and when nobody reads them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from comments.models import Comment, SectionRules
from comments.moderation import IllegalMove, show
from comments.rules import Hours, Rules, resolve
from comments.senders import Sender
from comments.states import Mode
from comments.talks import forget, talk_of
from tests.comments.factories import (
    browser,
    edition_at,
    guest_post,
    make_discussion,
    make_writer,
    path_of,
    writers_post,
)
from tests.comments.sending import new, send
from tests.factories import NOON, make_published, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NIGHT = Hours(time(22), time(7))
#: Where the newsroom of the tests is.
CAIRO = ZoneInfo("Africa/Cairo")
HOUSE, OTHER_HOUSE = Sender(address="203.0.113.7/32"), Sender(address="203.0.113.8/32")


def rule(section=None, **said):
    rules = SectionRules(section=section, **said)
    rules.full_clean()
    rules.save()
    forget()
    return rules


def in_africa():
    world = make_section()
    return make_published(headline="Rain", section=make_section(name="Africa", parent=world))


def rules_of(article):
    return talk_of(edition_at(article, timezone.now())).rules


def test_nearest_word_counts():
    article = in_africa()
    world, africa = article.section.parent, article.section
    seen = [rules_of(article).mode]
    for layer, mode in ((None, "open"), (world, "hold-all"), (africa, "closed")):
        rule(layer, mode=mode)
        seen.append(rules_of(article).mode)
    make_discussion(article, mode="hidden")
    seen.append(rules_of(article).mode)

    assert seen == ["hold-first-timers", "open", "hold-all", "closed", "hidden"]


def test_each_thing_is_taken_from_where_it_was_said():
    article = in_africa()
    rule(
        mode="open", slow_minutes=5, closes_after_days=14, unattended_from=time(22), unattended_until=time(7)
    )
    rule(article.section, slow_minutes=0)
    make_discussion(article, closes_after_days=0)

    assert rules_of(article) == Rules(Mode.OPEN, timedelta(0), None, NIGHT)


def test_other_sections_are_not_concerned():
    rule(make_section(name="Sport"), mode="closed")

    assert rules_of(in_africa()).mode == "hold-first-timers"


def test_whole_paper_has_one_set_of_rules():
    rule(mode="open")

    with pytest.raises(Exception, match="There are rules for the whole paper already"):
        rule(mode="closed")


def test_paper_without_rules_is_open_and_holds_first_timers():
    assert resolve([]) == Rules(Mode.HOLD_FIRST_TIMERS, timedelta(0), None, None)


@pytest.mark.parametrize(
    ("hour", "is_unattended", "ends"),
    [(21, False, None), (22, True, 9), (23, True, 8), (0, True, 7), (6, True, 1), (7, False, None)],
)
def test_hours_go_past_midnight(hour, is_unattended, ends):
    now = datetime(2026, 3, 2, hour, tzinfo=CAIRO)

    assert NIGHT.holds_at(now) is is_unattended
    if ends:
        assert NIGHT.ends_after(now) == now + timedelta(hours=ends)


def test_days_off_end_when_hours_do():
    """A Saturday morning, with nobody until Monday at seven."""
    hours = Hours(time(22), time(7), frozenset({6, 7}))
    saturday = datetime(2026, 3, 7, 9, tzinfo=CAIRO)

    assert hours.holds_at(saturday)
    assert hours.ends_after(saturday) == datetime(2026, 3, 9, 7, tzinfo=CAIRO)


def test_nobody_ever_is_said_to_have_no_end():
    always = Hours(time(9), time(9), frozenset(range(1, 8)))

    assert (always.holds_at(NOON), always.ends_after(NOON)) == (True, None)


def test_hours_are_the_newsrooms_and_so_are_its_clocks():
    """In summer it is two in the morning in Cairo when it is 23:00 in UTC; in winter it is one."""
    assert NIGHT.holds_at(datetime(2026, 7, 1, 23, tzinfo=UTC))
    assert not NIGHT.holds_at(datetime(2026, 7, 1, 5, tzinfo=UTC))
    assert NIGHT.ends_after(datetime(2026, 7, 1, 23, tzinfo=UTC)) == datetime(2026, 7, 2, 4, tzinfo=UTC)
    assert NIGHT.ends_after(datetime(2026, 1, 1, 23, tzinfo=UTC)) == datetime(2026, 1, 2, 5, tzinfo=UTC)


def test_while_nobody_reads_all_comments_wait_and_the_form_says_so(article, clock):
    rule(mode="open", unattended_from=time(22), unattended_until=time(7))
    writer = make_writer()
    seen = []
    for hour in (21, 23):
        clock.move_to(datetime(2026, 3, 2, hour, tzinfo=CAIRO))
        comment = writers_post(article, writer, text=f"At {hour}.")
        page = browser().get(path_of(article)).content.decode()
        seen.append((comment.status, comment.why, "Yours waits until 07:00 tomorrow." in page))

    assert seen == [("shown", "fine", False), ("held", "hold-all", True)]


def test_closing_is_counted_from_the_first_publication(article, clock):
    rule(closes_after_days=14)
    clock.shift(timedelta(days=14, seconds=-1))
    before = send(new(article)).status_code
    clock.shift(1)
    after = send(new(article))

    assert (before, after.status_code) == (303, 403)
    assert "A word on this.</textarea>" in after.content.decode()
    assert "Comments on this story are closed." in browser().get(path_of(article)).content.decode()


def test_story_alone_may_stay_open_or_close_otherwise(article, clock):
    rule(closes_after_days=1)
    clock.shift(timedelta(days=2))
    make_discussion(article, closes_after_days=0)
    assert send(new(article)).status_code == 303

    make_discussion(article, closes_after_days=None, closes_at=NOON + timedelta(days=3))
    assert send(new(article)).status_code == 303


def test_slow_mode_makes_each_person_wait(article, clock):
    rule(slow_minutes=5)
    first = send(new(article), text="First.")
    clock.shift(timedelta(minutes=3))
    second = send(new(article), text="Second.", email="other@example.org")
    clock.shift(timedelta(minutes=2))
    third = send(new(article), text="Third.")

    assert [answer.status_code for answer in (first, second, third)] == [303, 429, 303]
    page = second.content.decode()
    assert "it can be in 2 minutes." in page
    assert "\nSecond.</textarea>" in page


@pytest.mark.parametrize(
    ("seconds", "wait"), [(0, "5 minutes"), (121, "3 minutes"), (181, "119 seconds"), (299, "1 second")]
)
def test_whoever_waits_as_long_as_was_said_is_not_refused_again(article, clock, seconds, wait):
    rule(slow_minutes=5)
    send(new(article), text="First.")
    clock.shift(timedelta(seconds=seconds))

    assert f"it can be in {wait}." in send(new(article), text="Second.").content.decode()
    number, unit = wait.split()
    clock.shift(timedelta(**{f"{unit.rstrip('s')}s": int(number)}))
    assert send(new(article), text="Second.").status_code == 303


def test_what_is_sent_twice_is_not_kept_waiting(article, clock):
    rule(slow_minutes=5)
    answers = [send(new(article)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Comment.objects.count() == 1


def test_slow_mode_can_not_be_turned_against_another(article):
    """Somebody types the address of somebody else, who isn't kept waiting by it."""
    rule(slow_minutes=5)
    guest_post(article, sender=OTHER_HOUSE, email="ann@reader.example")

    assert guest_post(article, sender=HOUSE, email="ann@reader.example").pk
    assert writers_post(article, make_writer("ann@reader.example")).pk


def test_slow_mode_knows_a_writer_wherever_they_are(article):
    rule(slow_minutes=5)
    writer = make_writer()
    guest_post(article, email=writer.email, sender=Sender(address="203.0.113.7/32", writer=writer))

    with pytest.raises(IllegalMove, match="it can be in 5 minutes"):
        elsewhere = Sender(address="203.0.113.8/32", writer=writer)
        guest_post(article, email=writer.email, text="Another word.", sender=elsewhere)


def test_slow_mode_is_for_each_story_and_not_for_staff(article, editor):
    rule(slow_minutes=5)
    guest_post(article, sender=HOUSE)
    guest_post(make_published(), sender=HOUSE)
    for text in ("One word.", "Another."):
        guest_post(article, by=editor, text=text)

    assert Comment.objects.count() == 4


def test_pages_take_rules_from_a_copy_and_what_is_sent_from_the_database(article):
    page = browser().get(path_of(article)).content.decode()
    SectionRules.objects.create(mode="closed")

    assert "Leave a Reply" in page
    assert send(new(article)).status_code == 403


def test_section_can_hide_all_its_discussions(article):
    comment = guest_post(article)
    show(comment, by=None)
    rule(article.section, mode="hidden")

    page = browser().get(path_of(article)).content.decode()
    assert ("Comments on this story are not shown." in page, "A word on this." in page) == (True, False)
    assert browser().get(f"{path_of(article)}comments/1/").status_code == 404


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"slow_minutes": 1441}, "1,440 is the most"),
        ({"closes_after_days": 3651}, "3,650 is the most"),
        ({"unattended_from": time(22)}, "Give both times, or neither"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(said, sentence):
    with pytest.raises(Exception, match=sentence):
        rule(**said)


def test_moderator_sets_rules_at_the_desk(moderator):
    desk = browser(moderator)
    address = "/admin/comments/sectionrules/add/"
    page = desk.get(address).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    typed = {
        "mode": "open",
        "unattended_from": "22:00",
        "unattended_until": "07:00",
        "unattended_days": ["6", "7"],
    }

    response = desk.post(address, {**typed, "csrfmiddlewaretoken": token})

    assert response.status_code == 302
    assert SectionRules.objects.get().hours == Hours(time(22), time(7), frozenset({6, 7}))
    assert "22:00 to 07:00; Saturday, Sunday" in desk.get("/admin/comments/sectionrules/").content.decode()
