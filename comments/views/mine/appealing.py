"""Where a writer objects to what was decided on a comment of theirs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.views.origins import SeeOther
from comments import moderation
from comments.models import Comment, Writer
from comments.moderation.appealing import with_appeals
from comments.report_forms import AppealForm
from comments.views.mine.acting import of_own_comment
from comments.views.mine.keeping import PATH, token_for


@of_own_comment
def appeal(request: HttpRequest, writer: Writer, comment: Comment) -> HttpResponse:
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            moderation.appeal(comment, writer=writer, text=form.cleaned_data["text"])
        except moderation.IllegalMove as refusal:
            return _refused(request, form.cleaned_data["text"], refusal.sentence)
        return SeeOther(f"{PATH}?done=appealed")
    with_appeals([comment])
    if not comment.may_appeal:
        sentence = "There is no decision on it that you could appeal against, or you have done so already."
        return _refused(request, request.POST.get("text", ""), sentence)
    facts: dict[str, Any] = {"comment": comment, "form": form, "token": token_for(writer)}
    return render(request, "comments/mine/appeal.html", facts, status=422 if form.errors else 200)


def _refused(request: HttpRequest, text: str, sentence: str) -> HttpResponse:
    return render(request, "comments/mine/no_appeal.html", {"text": text, "sentence": sentence}, status=403)
