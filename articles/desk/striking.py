"""Striking and voiding editions: the only code that writes them."""

from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles import body, bylines
from articles.desk.settling import put_back, settle
from articles.models import Article, ArticleCredit, Edition, EditionCredit, Section
from articles.models.story import STORY_FIELDS
from articles.states import CHANGES_THAT_DATE, Change


def compose(article: Article) -> Edition:
    """An unsaved edition of the working copy as it stands: its words, and what a page needs at hand."""
    credits = Prefetch("credits", ArticleCredit.objects.select_related("contributor"))
    prefetch_related_objects([article], "topics", credits, "section__parent")
    edition = Edition(article=article, **{name: getattr(article, name) for name in STORY_FIELDS})
    edition.struck_version = article.version
    edition.body = body.clean(article.body)
    edition.body_html = body.render(article.body)
    edition.opening = body.opening(edition.body)
    edition.rendered_by = body.RENDERER
    edition.top_section = article.section.top if article.section else None
    edition.topics_html = _topics_line(article)
    edition.byline, edition.byline_html = _byline(article)
    return edition


def strike(edition: Edition, *, at: datetime, now: datetime, by: Any) -> Edition:
    """Give a composed edition its number and its span from `at` on, and end the one before it there.

    The caller holds the article's lock, has set `change`, `note` and `expires_at`, and has seen to it
    that nothing is pending.
    """
    article = edition.article
    if edition.section_id:
        # Locked, so that a section that moves takes this edition along, or is where it went already.
        edition.top_section = Section.objects.select_for_update(no_key=True).get(pk=edition.section_id).top
    before = article.editions.effective().last()
    newest = article.editions.last()
    edition.number = newest.number + 1 if newest else 1
    edition.struck_by, edition.struck_at = by, now
    follow(edition, before, at)
    if before:
        before.save(update_fields=["live_until"])
    edition.save(force_insert=True)
    if edition.change != Change.WITHDRAWAL:
        _copy_relations(article, edition)
    settle(edition, now=now)
    return edition


def follow(edition: Edition, before: Edition | None, at: datetime) -> None:
    """Set the instants of an edition that stands from `at`, and the end of the one before. No queries."""
    edition.live_from = at
    edition.live_until = edition.expires_at
    if before is None:
        edition.first_published_at = edition.updated_at = at
        edition.published_on = _newsroom_day(at)
        return
    edition.first_published_at, edition.published_on = before.first_published_at, before.published_on
    edition.updated_at = at if edition.change in CHANGES_THAT_DATE else before.updated_at
    edition.follows = None if edition.is_withdrawal or before.is_withdrawal else before.number
    edition.earlier_notes = before.notes_so_far
    if edition.is_withdrawal:
        # What readers were told stays told; the words that were taken down are never compared again.
        edition.earlier_notes = [{**note, "number": None} for note in before.notes_so_far]
    before.live_until = _end_before(before, at)


def void(edition: Edition, *, now: datetime) -> None:
    """Make an edition as if it had never been, and give the one before it the end that it wished for.

    Only the last edition that counts can be voided. It keeps its number. Where it was the only one,
    the story's address was never public, or is so no longer, and is free again.
    """
    edition.live_until = edition.live_from
    edition.voided_at = now
    edition.save(update_fields=["live_until", "voided_at"])
    put_back(edition)
    before = edition.article.editions.effective().last()
    if before is None:
        edition.article.addresses.all().delete()
        return
    before.live_until = before.expires_at
    before.save(update_fields=["live_until"])


def reinstate(edition: Edition, *, now: datetime) -> None:
    """Make a voided edition count again, with the span it had; the one before it ends where it begins.

    None that was struck after it may count.
    """
    before = edition.article.editions.effective().last()
    if before:
        before.live_until = _end_before(before, edition.live_from)
        before.save(update_fields=["live_until"])
    edition.voided_at, edition.live_until = None, edition.expires_at
    edition.save(update_fields=["voided_at", "live_until"])
    settle(edition, now=now)


def _end_before(before: Edition, at: datetime) -> datetime:
    """When an edition ends that is followed by another at this instant."""
    return min(before.expires_at, at) if before.expires_at else at


def _newsroom_day(at: datetime) -> date:
    """The day of the newsroom's calendar, whatever zone the person at the desk has chosen."""
    return timezone.localdate(at, timezone.get_default_timezone())


def _copy_relations(article: Article, edition: Edition) -> None:
    edition.topics.set(article.topics.all())
    EditionCredit.objects.bulk_create(
        EditionCredit(
            edition=edition, contributor_id=credit.contributor_id, role=credit.role, order=credit.order
        )
        for credit in article.credits.all()
    )


def _byline(article: Article) -> tuple[str, SafeString | str]:
    if article.byline_override:
        return article.byline_override, body.escape_line(article.byline_override)
    credits = [
        bylines.Credited(credit.contributor.name, credit.role, credit.contributor.get_absolute_url())
        for credit in article.credits.all()
    ]
    return bylines.printed(credits), bylines.printed_html(credits)


def _topics_line(article: Article) -> SafeString:
    links = ((topic.get_absolute_url(), topic.name) for topic in article.topics.all())
    return format_html_join(", ", '<a href="{}">{}</a>', links)
