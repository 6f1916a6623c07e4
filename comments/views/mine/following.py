"""Mail about replies, on the page of a writer: wished for, changed and ended there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from articles.views.origins import SeeOther
from comments import moderation
from comments.models import Comment, Writer
from comments.states import Cadence
from comments.views.mine.acting import of_own_comment
from comments.views.mine.keeping import PATH, of_writer


@require_POST
@of_own_comment
def follow(request: HttpRequest, writer: Writer, comment: Comment) -> HttpResponse:
    """Any other `cadence` than those that there are is none."""
    cadence = request.POST.get("cadence")
    if cadence not in Cadence.values:
        moderation.unfollow([comment])
        return SeeOther(f"{PATH}?done=unfollowed")
    try:
        moderation.follow(comment, writer=writer, cadence=cadence)
    except moderation.IllegalMove:
        return render(request, "comments/mine/no_such.html", status=404)
    return SeeOther(f"{PATH}?done=followed")


@require_POST
@of_writer
def unfollow_all(request: HttpRequest, writer: Writer) -> HttpResponse:
    moderation.unfollow_all(writer)
    return SeeOther(f"{PATH}?done=unfollowed-all")
