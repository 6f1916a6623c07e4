"""What a writer does with one comment of theirs: edit it, delete it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles.views.origins import SeeOther
from comments import moderation
from comments.forms import EditForm
from comments.models import Comment, Writer
from comments.moderation.owning import is_editable, own, version
from comments.views.giving_back import give_back
from comments.views.mine.keeping import PATH, of_writer, token_for
from comments.views.senders import sender_of


def of_own_comment(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view the writer's own comment. Another's is answered like one that never was."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @of_writer
    @wraps(view)
    def answer(request: HttpRequest, writer: Writer, uid: UUID) -> HttpResponse:
        comment = own(writer, uid)
        if comment is None:
            return render(request, "comments/mine/no_such.html", status=404)
        return view(request, writer, comment)

    return answer


@of_own_comment
def edit(request: HttpRequest, writer: Writer, comment: Comment) -> HttpResponse:
    form = EditForm(request.POST or None, initial={"text": comment.text})
    says_now = ""
    if request.method == "POST" and form.is_valid():
        text, seen = form.cleaned_data["text"], request.POST.get("seen", "")
        try:
            moderation.edit(comment, writer=writer, text=text, seen=seen, sender=sender_of(request))
        except moderation.IllegalMove as refusal:
            if refusal.code == "blocked":
                return give_back(request, "blocked", sentence=refusal.sentence)
            if refusal.code != "edited-meanwhile":
                return _too_late(request, comment, text, refusal.sentence)
            form.add_error("text", refusal.sentence)
            comment = refusal.thing
            says_now = comment.text
        else:
            return SeeOther(f"{PATH}?done=edited")
    if not is_editable(comment, timezone.now()):
        return _too_late(request, comment, request.POST.get("text", ""))
    facts: dict[str, Any] = {"form": form, "says_now": says_now}
    facts |= {"seen": version(comment), "token": token_for(writer)}
    status = 409 if says_now else 422 if form.errors else 200
    return render(request, "comments/mine/edit.html", facts, status=status)


@of_own_comment
def delete(request: HttpRequest, writer: Writer, comment: Comment) -> HttpResponse:
    if request.method == "POST":
        moderation.retract(comment, writer=writer)
        return SeeOther(f"{PATH}?done=deleted")
    if not comment.text:
        return SeeOther(PATH)
    return render(request, "comments/mine/delete.html", {"comment": comment, "token": token_for(writer)})


@require_POST
@of_writer
def answer(request: HttpRequest, writer: Writer, uid: UUID) -> HttpResponse:
    """Whether the writer wrote what came under their address."""
    if not moderation.answer(writer, uid, is_mine=request.POST.get("is") == "mine"):
        return render(request, "comments/mine/no_such.html", status=404)
    return SeeOther(f"{PATH}?done=answered")


def _too_late(request: HttpRequest, comment: Comment, text: str, sentence: str = "") -> HttpResponse:
    facts = {"comment": comment, "text": text, "sentence": sentence}
    return render(request, "comments/mine/too_late.html", facts, status=403)
