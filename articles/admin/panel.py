"""What the publish panel shows beside its form: what stops it, what to check, how it looks and differs."""

from typing import Any
from urllib.parse import urlencode

from django.utils.html import strip_tags

from articles import desk
from articles.comparing import compare_editions, label_of
from articles.desk import checks
from articles.forms.moves import CheckedForm, MoveForm
from articles.forms.panel import PanelForm
from articles.forms.publish import PublishForm
from articles.forms.withdraw import WithdrawForm


def about(form: MoveForm, story_url: str) -> dict[str, Any]:
    """Context for a move's page; `story_url` is that of the story's form, where things are mended."""
    context: dict[str, Any] = {}
    if isinstance(form, CheckedForm):
        context["stops"] = _linked(form.stops, story_url)
    if isinstance(form, PanelForm):
        context |= _preview(form)
    if isinstance(form, WithdrawForm):
        context |= _lost(form)
    if isinstance(form, PublishForm):
        candidate = checks.Candidate(form.article, form.by, form.live_from)
        context["doubts"] = _linked(checks.doubts(candidate), story_url)
        context |= _comparison(form)
    return context


def _linked(findings: list[checks.Finding], story_url: str) -> list[dict[str, str]]:
    """Each with the name and the address of the field where it can be mended, if there is one."""
    return [
        {"sentence": found.sentence, "field": label_of(found.field), "url": f"{story_url}#id_{found.field}"}
        if found.field
        else {"sentence": found.sentence}
        for found in findings
    ]


def _preview(form: PanelForm) -> dict[str, str]:
    address, query = form.article.get_preview_url(), form.preview_query
    return {
        "preview_url": f"{address}?{urlencode(query)}",
        # With the copy, so that a frame shows other words as soon as there are any.
        "framed_url": f"{address}?{urlencode({**query, 'framed': 'on', 'copy': form.article.version})}",
    }


def _lost(form: WithdrawForm) -> dict[str, Any]:
    """What readers have and will have no more: everything, and so it is folded."""
    ran = form.facts.ran
    if ran is None or ran.is_withdrawal:
        return {}
    notice = desk.compose_notice(
        form.article, ran, form.chosen("note") or "", names_story=bool(form.chosen("names_story"))
    )
    words = len(strip_tags(ran.body.replace("<", " <")).split())
    left = f"Nothing is left of published version {ran.number}: “{ran.headline}”, {words} words."
    return {
        "comparison": compare_editions(ran, notice),
        "compared_with": left,
        "is_folded": True,
    }


def _comparison(form: PublishForm) -> dict[str, Any]:
    """What differs from what readers have, or had last; of a story that was taken down nothing is left."""
    ran = form.facts.ran
    if ran is None or ran.is_withdrawal:
        return {}
    differing = compare_editions(ran, desk.compose(form.article))
    had = "what readers have" if form.facts.is_live else "what readers had last"
    what = f"published version {ran.number}, {had}"
    return {
        "comparison": differing,
        "compared_with": f"Compared with {what}" if differing else f"Nothing differs from {what}.",
    }
