"""What the page of a story's form says beside the form: where the story stands, what lacks, and its log."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from articles import desk
from articles.admin.buttons import buttons, move_url, undo_offer
from articles.admin.leftovers import leftovers_url
from articles.admin.log import sentence
from articles.admin.offers import offers, unsaved_of
from articles.admin.presence import presence
from articles.admin.spotted import readers_spotted
from articles.desk.moving import printed_name
from articles.desk.open_moves import open_moves
from articles.models import Article, Autosave, DeskEntry
from articles.models.autosave import PRESENCE
from articles.sight import in_words, moment

#: The newest entries of the log; a link leads to the rest.
LOG_LENGTH = 50


def about(article: Article | None, by: Any, at_hand: Any = ()) -> dict[str, Any]:
    """Context for the form's page. `article` has its publication annotated, or is None for a new story.

    `at_hand` names the sittings whose words the form holds.
    """
    now = timezone.now()
    kept = list(Autosave.objects.at_hand(article, by, now - PRESENCE))
    unsaved = {"offers": offers(unsaved_of(kept, by, at_hand), article)}
    if article is None:
        fresh = Article(created_by=by)
        facts = desk.publication(fresh, now)
        return {
            "buttons": buttons(open_moves(by, fresh, facts), fresh, facts, by),
            "may_save": True,
            "key": "",
            "leftovers_url": leftovers_url(None) if any(row.left_at for row in kept) else "",
            **unsaved,
        }
    facts = desk.publication(article, now)
    moves = open_moves(by, article, facts)
    names = {move.name for move in moves}
    offered = buttons(moves, article, facts, by)
    return {
        "buttons": offered,
        "undo": undo_offer(offered, facts),
        "may_save": "save" in names,
        "state": article.get_state_display(),
        "claimed_by": printed_name(article.claimed_by) if article.claimed_by else "",
        "readers_see": in_words(article),
        "public_path": article.public_path if facts.ran else "",
        "preview_url": article.get_preview_url() if "preview" in names else "",
        "embargo": moment(article.embargo_lifts_at) if _is_embargoed(article, now) else "",
        "lacks": _lacks(article, facts),
        "replace_url": f"{move_url(article, 'publish')}?replace=1"
        if _can_replace(article, facts, names)
        else "",
        "spotted": readers_spotted(article, by, facts),
        "key": article.pk,
        "history_url": reverse("admin:articles_article_history", args=[article.pk]),
        "presence": presence([row for row in kept if row.writer_id != by.pk], now),
        **unsaved,
        **_log(article),
    }


def _is_embargoed(article: Article, now: Any) -> bool:
    return article.embargo_lifts_at is not None and article.embargo_lifts_at > now


def _pending_lacks(article: Article, facts: desk.Publication) -> bool:
    return facts.pending is not None and article.worded_version > facts.pending.struck_version


def _can_replace(article: Article, facts: desk.Publication, names: set[str]) -> bool:
    return _pending_lacks(article, facts) and "publish" in names


def _lacks(article: Article, facts: desk.Publication) -> str:
    """Which version lacks the latest changes, if one does."""
    if _pending_lacks(article, facts):
        when = moment(facts.pending.live_from)
        return f"The version scheduled for {when} does not have your latest changes."
    if facts.pending is None and facts.is_live and article.worded_version > facts.ran.struck_version:
        return "What readers see does not have your latest changes."
    return ""


def _log(article: Article) -> dict[str, Any]:
    entries = DeskEntry.objects.filter(article=article).select_related("edition")
    entries = entries.only(
        "article", "verb", "actor_name", "reason", "details", "at", "edition__number",
        "edition__change", "edition__live_from",
    )  # fmt: skip
    found = list(entries[: LOG_LENGTH + 1])
    log = [{"at": entry.at, "says": sentence(entry), "reason": entry.reason} for entry in found[:LOG_LENGTH]]
    rest = reverse("admin:articles_deskentry_changelist") + "?" + urlencode({"q": article.headline})
    return {"log": log, "log_rest_url": rest if len(found) > LOG_LENGTH else ""}
