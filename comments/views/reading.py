"""What readers read: the discussion on a page of its own, and one comment with the replies to it.

The same bytes for every reader: nothing here looks at a cookie.
"""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.views.stories import of_readable_story
from comments import pages
from comments.models import Comment

#: Anyone may keep these pages, and asks again each time whether they still hold.
readers_page = cache_control(public=True, no_cache=True)


@require_safe
@readers_page
@of_readable_story
def discussion(request: HttpRequest, edition: Edition, now: datetime) -> HttpResponse:
    return render(request, "comments/discussion.html", {"edition": edition, "now": now})


@require_safe
@readers_page
@of_readable_story
def comment(request: HttpRequest, edition: Edition, now: datetime, number: int) -> HttpResponse:
    """A comment and its branch. One that has no place on the page is answered like one that never was."""
    talk = pages.discussion_of(edition.article_id)
    placed = Comment.objects.on(edition.article_id).placed().select_related("parent")
    found = placed.filter(number=number).first() if talk.is_visible else None
    if found is None:
        raise Http404
    page = pages.of_branch(
        found,
        story_path=edition.path,
        takes_replies=talk.takes_comments_at(now),
        after=pages.cursor(request.GET.get("after")),
    )
    context = {
        "edition": edition,
        "comment": found,
        "page": page,
        "now": now,
        "takes_replies": talk.takes_comments_at(now),
    }
    return render(request, "comments/comment.html", context)
