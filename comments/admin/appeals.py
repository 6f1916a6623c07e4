"""Appeals of writers: what waits, the longest wait first, and the page to decide on one."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from comments import moderation
from comments.admin.acting import CommentForm, act_page, words_field
from comments.admin.filters import DecisionFilter
from comments.admin.flags import RENDERED, to_comment
from comments.admin.reading_only import ReadingOnly
from comments.models import Appeal
from comments.models.decided import MOST_ANSWER
from comments.states import moderates


class DecideAppealForm(CommentForm):
    title, button = "Decide on an appeal", "Decide"
    sentence = "If you uphold it, the comment is shown. Your answer is told to its writer; your name isn’t."
    is_upheld = forms.TypedChoiceField(
        label="Was the decision wrong?",
        choices=[("yes", "Yes: show the comment"), ("no", "No: it stays as it was decided")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = words_field("Why", "Told to the writer, on their own page.", most=MOST_ANSWER)

    def act(self, by: Any) -> str:
        moderation.decide_appeal(self.thing, by=by, **self.cleaned_data)
        return "The appeal is decided, and its writer is told."


@admin.register(Appeal)
class AppealAdmin(ReadingOnly):
    list_display = ("said", "objection", "against", "made_at", "decision", "deciding")
    list_filter = (DecisionFilter,)
    list_select_related = ("comment", "entry")
    list_display_links = None
    shown_as_blocks = True
    ordering = ("made_at", "pk")
    search_fields = ("text", "comment__name")
    fields = ("said", "against", "text", "made_at", "decision", "decided_at", "decided_by", "answer")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appeal]:
        found = super().get_queryset(request).with_own(request.user)
        return found.defer(*(f"comment__{name}" for name in RENDERED))

    @admin.display(description="comment")
    def said(self, appeal: Appeal) -> Any:
        return to_comment(appeal.comment)

    @admin.display(description="what the writer says")
    def objection(self, appeal: Appeal) -> str:
        return Truncator(appeal.text).chars(160)

    @admin.display(description="against")
    def against(self, appeal: Appeal) -> str:
        return str(appeal.entry)

    @admin.display(description="what to do")
    def deciding(self, appeal: Any) -> Any:
        if appeal.is_open and appeal.is_own:
            return "You took the decision yourself: another moderator decides."
        name = "decide" if appeal.is_open else "change"
        url = reverse(f"admin:comments_appeal_{name}", args=[appeal.pk])
        return format_html('<a href="{}">{}</a>', url, "Decide…" if appeal.is_open else "Look at it")

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(self.decide_view)
        return [path("<int:pk>/decide/", decide, name="comments_appeal_decide"), *super().get_urls()]

    def decide_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not moderates(request.user):
            raise PermissionDenied
        appeal = Appeal.objects.select_related("comment__article", "entry__actor").filter(pk=pk).first()
        if appeal is None:
            raise Http404
        return act_page(
            self,
            request,
            DecideAppealForm(request.POST or None, thing=appeal),
            back_url=reverse("admin:comments_appeal_changelist"),
            comment=appeal.comment,
            words=[("The decision", str(appeal.entry)), ("What the writer says", appeal.text or "Nothing.")],
        )
