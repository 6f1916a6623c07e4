"""What the page of a story's form says beside the form: where the story stands, what lacks, and its log."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from articles import desk
from articles.admin.buttons import buttons, move_url
from articles.admin.log import sentence
from articles.desk.open_moves import open_moves
from articles.models import Article, DeskEntry
from articles.sight import in_words, moment

#: The newest entries of the log; a link leads to the rest.
LOG_LENGTH = 50


def about(article: Article | None, by: Any) -> dict[str, Any]:
    """Context for the form's page. `article` has its publication annotated, or is None for a new story."""
    now = timezone.now()
    if article is None:
        fresh = Article(created_by=by)
        facts = desk.publication(fresh, now)
        return {"buttons": buttons(open_moves(by, fresh, facts), fresh, facts), "may_save": True}
    facts = desk.publication(article, now)
    moves = open_moves(by, article, facts)
    names = {move.name for move in moves}
    return {
        "buttons": buttons(moves, article, facts),
        "may_save": "save" in names,
        "state": article.get_state_display(),
        "readers_see": in_words(article),
        "public_path": article.public_path if facts.ran else "",
        "preview_url": article.get_preview_url() if "preview" in names else "",
        "embargo": moment(article.embargo_lifts_at) if _is_embargoed(article, now) else "",
        "lacks": _lacks(article, facts),
        "replace_url": f"{move_url(article, 'publish')}?replace=1"
        if _can_replace(article, facts, names)
        else "",
        **_log(article),
    }


def _is_embargoed(article: Article, now: Any) -> bool:
    return article.embargo_lifts_at is not None and article.embargo_lifts_at > now


def _pending_lacks(article: Article, facts: desk.Publication) -> bool:
    return facts.pending is not None and article.version > facts.pending.struck_version


def _can_replace(article: Article, facts: desk.Publication, names: set[str]) -> bool:
    return _pending_lacks(article, facts) and "publish" in names


def _lacks(article: Article, facts: desk.Publication) -> str:
    """Which version lacks the latest changes, if one does."""
    if _pending_lacks(article, facts):
        when = moment(facts.pending.live_from)
        return f"The version scheduled for {when} does not have your latest changes."
    if facts.pending is None and facts.is_live and article.version > facts.ran.struck_version:
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
