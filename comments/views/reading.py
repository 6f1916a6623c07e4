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
from comments.sorts import Sort, after_of
from comments.talks import talk_of

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
    """A comment with what it answers and its branch. One without a place on the page is answered like one
    that never was."""
    talk = talk_of(edition)
    placed = Comment.objects.on(edition.article_id).placed().select_related("parent", "root")
    found = placed.filter(number=number).first() if talk.is_visible else None
    if found is None:
        raise Http404
    thread = {"story_path": edition.path, "takes_replies": talk.takes_comments_at(now)}
    context = {
        "edition": edition,
        "comment": found,
        "chain": pages.of_chain(found, **thread),
        "page": pages.of_branch(found, after=after_of(Sort.OLDEST, request.GET.get("after")), **thread),
        "place": pages.place_of(found, edition.path),
        "now": now,
        "takes_replies": thread["takes_replies"],
    }
    return render(request, "comments/comment.html", context)
