"""`{% discussion edition %}`: where the page of a story takes in its discussion."""

from typing import Any

from django import template

from articles.models import Edition
from comments import pages, sorts
from comments.forms import bare_fields
from comments.sorts import Sort
from comments.talks import Talk, talk_of

register = template.Library()


@register.inclusion_tag("comments/_discussion.html", takes_context=True)
def discussion(context: template.Context, edition: Edition) -> dict[str, Any]:
    """The comments of a story and the reply form, bare: the same bytes for every reader.

    `edition` has its `path`; `now` and `request` come from the page. Three queries, whatever the size.
    Of the request only `?sort=` and `?after=` are looked at: it must never touch a session or a user.
    """
    talk = talk_of(edition)
    takes_replies = talk.takes_comments_at(context["now"])
    asked = context["request"].GET
    sort = sorts.sort_of(asked.get("sort"))
    after = sorts.after_of(sort, asked.get("after"))
    page = None
    if talk.is_visible and talk.shown_count:
        page = pages.of_story(
            edition.article_id, story_path=edition.path, takes_replies=takes_replies, sort=sort, after=after
        )
    return {
        "talk": talk,
        "story": edition.path,
        "page": page,
        "sorts": links(talk, sort) if page else [],
        "first": query(sort),
        "next": query(sort, page.next_after) if page and page.next_after else "",
        "is_later_page": after is not None,
        "takes_replies": takes_replies,
        "notes": talk.notes_at(context["now"]),
        "action": f"{edition.path}comments/new/",
        "fields": bare_fields() if takes_replies else "",
    }


def links(talk: Talk, chosen: Sort) -> list[dict[str, Any]]:
    """The sorts that a page offers, where there is anything to sort; the chosen one among them."""
    has_picks = talk.discussion.picked_count > 0 or chosen == Sort.PICKS
    offered = [sort for sort in Sort if sort != Sort.PICKS or has_picks]
    if talk.shown_count == 1 and chosen == Sort.OLDEST:
        return []
    return [{"label": sort.label, "query": query(sort), "is_chosen": sort == chosen} for sort in offered]


def query(sort: Sort, after: sorts.After | None = None) -> str:
    """The query of a page as a link has it; that of the first page is the address without any."""
    found = sorts.query_of(sort, after)
    return f"?{found}" if found else "./"
