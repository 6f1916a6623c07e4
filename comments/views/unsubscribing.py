"""The link in each mail about replies that ends them: for one comment, or for all of its writer's.

Mail providers send the POST themselves for those who press their button (RFC 8058): without a cookie, an
origin or a page before. So it acts at once; and it is answered alike however often it comes.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import moderation
from comments.models import Comment
from comments.models.follow import comment_with_token
from comments.views.private import private


# Exempt: who has the mail may end it.
@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str, everything: bool = False) -> HttpResponse:
    """Programs open links to look at them, so opening one does nothing."""
    comment = comment_with_token(token)
    if comment is None:
        raise Http404
    if request.method == "POST":
        _end(comment, everything)
    story = Comment.objects.shown().filter(pk=comment.pk).with_story(timezone.now()).first()
    facts = {
        "token": token,
        "everything": everything,
        "is_done": request.method == "POST",
        "headline": story.story_headline if story else None,
    }
    return render(request, "comments/unsubscribe.html", facts)


def _end(comment: Comment, everything: bool) -> None:
    if everything and comment.writer_id:
        moderation.unfollow_all(comment.writer_id)
    else:
        moderation.unfollow([comment])
