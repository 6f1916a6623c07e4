"""Notices of illegal content: what waits, the longest wait first, and the page to decide on one."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from articles.sight import short_moment
from comments import moderation
from comments.admin.acting import CommentForm, act_page, words_field
from comments.admin.filters import DecisionFilter
from comments.admin.flags import RENDERED, to_comment
from comments.admin.reading_only import ReadingOnly
from comments.models import Notice
from comments.models.decided import MOST_ANSWER
from comments.states import moderates


class DecideNoticeForm(CommentForm):
    title, button = "Decide on a notice", "Decide"
    sentence = (
        "If you uphold it, the comment is removed as against the law, and its writer is told so. Your answer "
        "is mailed to whoever gave notice, with the ways to object."
    )
    is_upheld = forms.TypedChoiceField(
        label="Is it illegal?",
        choices=[("yes", "Yes: remove the comment"), ("no", "No: it stays")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = words_field("Why", "Told to whoever gave notice. Name nobody in it.", most=MOST_ANSWER)

    def act(self, by: Any) -> str:
        moderation.decide_notice(self.thing, by=by, **self.cleaned_data)
        return f"{self.thing} is decided. Whoever gave it is told, if they left an address."


@admin.register(Notice)
class NoticeAdmin(ReadingOnly):
    list_display = ("reference", "said", "why", "received_at", "decision", "deciding")
    list_filter = (DecisionFilter, "is_of_child_abuse")
    list_select_related = ("comment",)
    list_display_links = None
    shown_as_blocks = True
    ordering = ("received_at", "pk")
    search_fields = ("reference", "explanation", "name")
    # The address is on no page: the newsroom writes there by itself.
    fields = (
        "reference", "said", "address", "explanation", "law", "is_of_child_abuse", "name", "received_at",
        "decision", "decided_at", "decided_by", "answer",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Notice]:
        return super().get_queryset(request).defer(*(f"comment__{name}" for name in RENDERED))

    @admin.display(description="comment")
    def said(self, notice: Notice) -> Any:
        return to_comment(notice.comment)

    @admin.display(description="why it is illegal")
    def why(self, notice: Notice) -> str:
        return Truncator(notice.explanation).chars(160)

    @admin.display(description="what to do")
    def deciding(self, notice: Notice) -> Any:
        name = "decide" if notice.is_open else "change"
        url = reverse(f"admin:comments_notice_{name}", args=[notice.pk])
        return format_html('<a href="{}">{}</a>', url, "Decide…" if notice.is_open else "Look at it")

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(self.decide_view)
        return [path("<int:pk>/decide/", decide, name="comments_notice_decide"), *super().get_urls()]

    def decide_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not moderates(request.user):
            raise PermissionDenied
        notice = Notice.objects.select_related("comment__article").filter(pk=pk).first()
        if notice is None:
            raise Http404
        words = [
            ("Why it is said to be illegal", notice.explanation),
            ("The law or right concerned", notice.law),
            ("Its writer has changed it since", _changed(notice)),
        ]
        return act_page(
            self,
            request,
            DecideNoticeForm(request.POST or None, thing=notice),
            back_url=reverse("admin:comments_notice_changelist"),
            comment=notice.comment,
            words=[(label, written) for label, written in words if written],
        )


def _changed(notice: Notice) -> str:
    edited_at = notice.comment.edited_at
    if edited_at is None or edited_at < notice.received_at:
        return ""
    return f"{short_moment(edited_at)}: what is said of it above may be about words that are gone."
