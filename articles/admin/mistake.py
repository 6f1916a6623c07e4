"""Mistakes that readers spotted: the table of all of them, and the page on which one is decided."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles.admin.record import RecordAdmin
from articles.admin.spotted import buttons, told
from articles.forms.deciding import DecisionForm, DeclineForm
from articles.models import Mistake
from articles.states import FINDINGS, MISTAKE_MOVES, Finding, may

#: What the table does without.
NOT_IN_THE_TABLE = ("body", "standfirst", "ednote", "search_description", "social_description")


class FindingFilter(admin.SimpleListFilter):
    """Those that wait, unless told otherwise."""

    title = "what came of it"
    parameter_name = "finding"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, label in Finding.choices if value != Finding.OPEN] + [
            ("all", "All")
        ]

    def choices(self, changelist: Any) -> Any:
        unfiltered, *others = super().choices(changelist)
        return [{**unfiltered, "display": Finding.OPEN.label}, *others]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() == "all":
            return queryset
        return queryset.filter(state=self.value() if self.value() in Finding.values else Finding.OPEN)


@admin.register(Mistake)
class MistakeAdmin(RecordAdmin):
    list_display = ("said", "about", "story", "state", "spotted_at")
    list_filter = (FindingFilter,)
    list_per_page = 50
    shown_as_blocks = True
    search_fields = ("sentence", "wrong", "article__headline")
    search_help_text = "Words of the sentence, of the report or of the headline."
    ordering = ("-spotted_at", "-pk")
    # The reader's address is on no page: the newsroom writes there by itself.
    fields = (
        "story", "where", "sentence", "wrong", "spotted_at", "state", "decided_by", "decided_at", "answer",
        "settled_by", "reader",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        mistakes = super().get_queryset(request).for_the_desk().select_related("article", "settled_by")
        return mistakes.defer("email", *(f"article__{name}" for name in NOT_IN_THE_TABLE))

    @admin.display(description="what the reader says")
    def said(self, mistake: Mistake) -> str:
        return Truncator(mistake.wrong).chars(160)

    @admin.display(description="sentence")
    def about(self, mistake: Mistake) -> SafeString:
        return format_html("“{}” {}", Truncator(mistake.sentence).chars(120), mistake.where)

    @admin.display(description="story")
    def story(self, mistake: Mistake) -> SafeString:
        url = f"{story_url(mistake)}#spotted-{mistake.pk}"
        return format_html('<a href="{}">{}</a>', url, mistake.article)

    @admin.display(description="the reader")
    def reader(self, mistake: Mistake) -> str:
        if mistake.answered_at:
            return "Was told what came of it."
        return "Left an address, and is told what comes of it." if mistake.has_address else "Left no address."

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        mistake = self.get_object(request, object_id)
        found = buttons(mistake, mistake.article, request.user) if mistake else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "buttons": found})

    # Deciding

    def get_urls(self) -> list[Any]:
        decide = path(
            "<int:pk>/decide/<slug:verb>/",
            self.admin_site.admin_view(self.decide_view),
            name="articles_mistake_decide",
        )
        return [decide, *super().get_urls()]

    def decide_view(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        """GET says what will be true; POST decides, or shows the refusal with what was typed."""
        mistake = self.get_queryset(request).filter(pk=pk).first()
        if mistake is None or verb not in FINDINGS:
            raise Http404
        if not may(request.user, verb, mistake.article):
            raise PermissionDenied
        make = DeclineForm if verb == "decline_mistake" else DecisionForm
        form = make(request.POST if request.method == "POST" else None, verb=verb, mistake=mistake)
        if form.is_bound and form.is_valid() and form.make(request.user):
            messages.success(request, told(mistake))
            return HttpResponseRedirect(story_url(mistake))
        return self._decide_page(request, form)

    def _decide_page(self, request: HttpRequest, form: DecisionForm) -> HttpResponse:
        label = MISTAKE_MOVES[form.verb].label
        context = {
            **self.admin_site.each_context(request),
            "title": label,
            "subtitle": str(form.mistake.article),
            "opts": self.opts,
            "mistake": form.mistake,
            "form": form,
            "button": label,
            "back_url": story_url(form.mistake),
        }
        return TemplateResponse(request, "admin/articles/mistake/decide.html", context)


def story_url(mistake: Mistake) -> str:
    return reverse("admin:articles_article_change", args=[mistake.article_id])
