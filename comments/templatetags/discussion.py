"""`{% discussion edition %}`: where the page of a story takes in its discussion."""

from typing import Any

from django import template

from articles.models import Edition
from comments import pages
from comments.forms import bare_fields

register = template.Library()


@register.inclusion_tag("comments/_discussion.html", takes_context=True)
def discussion(context: template.Context, edition: Edition) -> dict[str, Any]:
    """The comments of a story and the reply form, bare: the same bytes for every reader.

    `edition` has its `path`; `now` and `request` come from the page. Three queries, whatever the size.
    Of the request only `?after=` is looked at: it must never touch a session or a user.
    """
    talk = pages.discussion_of(edition.article_id)
    takes_replies = talk.takes_comments_at(context["now"])
    after = pages.cursor(context["request"].GET.get("after"))
    page = None
    if talk.is_visible and talk.shown_count:
        page = pages.of_story(
            edition.article_id, story_path=edition.path, takes_replies=takes_replies, after=after
        )
    return {
        "talk": talk,
        "page": page,
        "is_later_page": after is not None,
        "takes_replies": takes_replies,
        "action": f"{edition.path}comments/new/",
        "fields": bare_fields() if takes_replies else "",
    }
