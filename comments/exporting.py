"""All that the newsroom has of a writer, for them to take along. Nothing of anybody else is in it, nor their
address: they know it, and no answer of ours ever holds one."""

from typing import Any

from django.utils import timezone

from comments.models import Appeal, Comment, Flag, Recommendation, Writer
from comments.states import OUT_OF_SIGHT, Reason, Status

VERSION = 1


def everything_of(writer: Writer) -> dict[str, Any]:
    """Plain values for JSON: instants in ISO 8601. No moderator is named."""
    now, person = timezone.now(), f"writer:{writer.pk}"
    comments = writer.comments.with_story(now).with_sight().select_related("parent", "follow").order_by("pk")
    appeals = Appeal.objects.filter(comment__writer=writer).select_related("comment").order_by("pk")
    reports = Flag.objects.of([person]).select_related("comment").order_by("pk")
    recommended = Comment.objects.filter(recommendations__person=person).with_story(now).in_bulk()
    recommendations = Recommendation.objects.filter(person=person).order_by("pk")
    return {
        "version": VERSION,
        "proved_at": writer.proved_at.isoformat(),
        "comments": [_comment(comment) for comment in comments],
        "appeals": [_appeal(appeal) for appeal in appeals],
        "reports": [_report(flag) for flag in reports],
        "recommendations": [
            _recommendation(each, recommended[each.comment_id])
            for each in recommendations
            if each.comment_id in recommended
        ],
    }


def _comment(comment: Comment) -> dict[str, Any]:
    answered = comment.parent
    return {
        "uid": str(comment.uid),
        "story": comment.story_headline,
        "story_path": _story_path(comment),
        "number": comment.number,
        "in_reply_to": answered.number if answered and answered.is_shown else None,
        "name": comment.name,
        "website": comment.website,
        "text": comment.said,
        "posted_at": comment.posted_at.isoformat(),
        "edited_at": comment.edited_at.isoformat() if comment.edited_at else None,
        "shown_at": comment.shown_at.isoformat() if comment.shown_at else None,
        "state": OUT_OF_SIGHT if comment.is_out_of_sight else Status(comment.status).label,
        "why": Reason(comment.why).label,
        "mail_about_replies": comment.follow.cadence if hasattr(comment, "follow") else None,
    }


def _appeal(appeal: Appeal) -> dict[str, Any]:
    return {
        "comment": str(appeal.comment.uid),
        "text": appeal.text,
        "made_at": appeal.made_at.isoformat(),
        "decided_at": appeal.decided_at.isoformat() if appeal.decided_at else None,
        "decision": appeal.get_decision_display(),
        "answer": appeal.answer,
    }


def _report(flag: Flag) -> dict[str, Any]:
    """What the writer reported of somebody else's comment, which is told by its number alone."""
    return {
        "number": flag.comment.number,
        "reason": flag.get_reason_display(),
        "note": flag.note,
        "reported_at": flag.at.isoformat(),
    }


def _recommendation(recommendation: Recommendation, comment: Comment) -> dict[str, Any]:
    return {
        "number": comment.number,
        "story_path": _story_path(comment),
        "recommended_at": recommendation.at.isoformat(),
    }


def _story_path(comment: Comment) -> str | None:
    """None where readers can't read the story now."""
    return comment.story_path if comment.story_headline else None
