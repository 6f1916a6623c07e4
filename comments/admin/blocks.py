"""Blocks: the table of them, and the pages on which one is made or lifted."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.sight import short_moment
from comments.admin.acting import REASONS, ActForm, act_page
from comments.admin.flags import RENDERED, to_comment
from comments.admin.reading_only import ReadingOnly
from comments.models import Block, Comment
from comments.models.block import MOST_NOTE, Kind
from comments.moderation import blocking
from comments.states import moderates

DAYS = [(1, "1 day"), (7, "7 days"), (30, "30 days"), (90, "90 days"), (365, "a year")]


class HoldingFilter(admin.SimpleListFilter):
    """Those in force, unless told otherwise."""

    title = "whether it holds"
    parameter_name = "holds"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("all", "All")]

    def choices(self, changelist: Any) -> Any:
        unfiltered, *others = super().choices(changelist)
        return [{**unfiltered, "display": "In force"}, *others]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset if self.value() == "all" else queryset.holding(timezone.now())


class BlockForm(ActForm):
    title, button = "Block", "Block"
    sentence = (
        "Whoever is blocked is told so when they send something: until when, why, and how to object. What "
        "they typed is given back to them."
    )
    days = forms.TypedChoiceField(label="For how long", choices=DAYS, coerce=int, initial=7)
    reason = forms.ChoiceField(label="Reason, told to whoever is blocked", choices=REASONS, initial="abuse")
    note = forms.CharField(
        label="Note for the other moderators (optional)", required=False, max_length=MOST_NOTE
    )


class WhomRadios(forms.RadioSelect):
    """What can't be blocked can't be chosen."""

    offered = frozenset(Kind)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value not in self.offered:
            option["attrs"]["disabled"] = True
        return option


class BlockSenderForm(BlockForm):
    kind = forms.ChoiceField(
        label="What",
        choices=Kind,
        widget=WhomRadios,
        help_text="An address or a network for 30 days at most, counted from when the comment was sent. The "
        "network is all of a provider’s street, so it also hits others. A writer by the e-mail address that "
        "they have proved.",
    )
    field_order = ("kind",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = blocking.offered(self.thing)
        self.fields["kind"].widget.offered = frozenset(offered)
        self.fields["kind"].initial = next(iter(offered), None)

    @property
    def sentence(self) -> str:
        """What blocking does, and until when it can."""
        until = blocking.longest(self.thing)
        ends = f" By address or network until {short_moment(until)} at most." if until else ""
        return f"{BlockForm.sentence}{ends}"

    def act(self, by: Any) -> str:
        block = blocking.block_sender(self.thing, by=by, **self.cleaned_data)
        return f"Blocked until {short_moment(block.until)}."


class BlockNetworkForm(BlockForm):
    title = "Block a network"
    typed = forms.CharField(
        label="Network",
        max_length=50,
        help_text="Such as 203.0.113.0/24 or 2001:db8::/32. It is kept as a fingerprint alone: write into "
        "the note what you need to know it by.",
    )
    field_order = ("typed",)

    def act(self, by: Any) -> str:
        block = blocking.block_network(by=by, **self.cleaned_data)
        return f"A network (/{block.prefix}) is blocked until {short_moment(block.until)}."


@admin.register(Block)
class BlockAdmin(ReadingOnly):
    list_display = ("__str__", "said", "reason", "note", "begins_at", "until", "by_name", "lifting")
    list_filter = (HoldingFilter, "kind")
    list_select_related = ("comment",)
    list_display_links = None
    shown_as_blocks = True
    search_fields = ("note", "by_name", "comment__name")
    fields = ("__str__", "said", "reason", "note", "begins_at", "until", "by_name", "lifted_at", "lifted_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Block]:
        return super().get_queryset(request).defer(*(f"comment__{name}" for name in RENDERED))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return moderates(request.user)

    @admin.display(description="because of")
    def said(self, block: Block) -> Any:
        return to_comment(block.comment) if block.comment else "A network that was typed"

    @admin.display(description="lifted")
    def lifting(self, block: Block) -> Any:
        """When it was lifted, or the way to do so."""
        if block.lifted_at:
            return short_moment(block.lifted_at)
        if not block.holds(timezone.now()):
            return "Ended"
        url = reverse("admin:comments_block_lift", args=[block.pk])
        return format_html('<a href="{}">Lift…</a>', url)

    def get_urls(self) -> list[URLPattern]:
        inside = self.admin_site.admin_view
        return [
            path("from/<int:pk>/", inside(self.from_view), name="comments_block_from"),
            path("<int:pk>/lift/", inside(self.lift_view), name="comments_block_lift"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Block a network that is typed."""
        self._check(request)
        return act_page(self, request, BlockNetworkForm(request.POST or None), back_url=_table())

    def from_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Block whoever sent a comment."""
        self._check(request)
        comment = Comment.objects.select_related("writer").filter(pk=pk).first()
        if comment is None:
            raise Http404
        back_url = reverse("admin:comments_comment_change", args=[pk])
        form = BlockSenderForm(request.POST or None, thing=comment)
        return act_page(self, request, form, back_url=back_url, comment=comment)

    def lift_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._check(request)
        block = Block.objects.select_related("comment").filter(pk=pk).first()
        if block is None:
            raise Http404
        return act_page(self, request, LiftForm(request.POST or None, thing=block), back_url=_table())

    def _check(self, request: HttpRequest) -> None:
        if not moderates(request.user):
            raise PermissionDenied


class LiftForm(ActForm):
    title = button = "Lift the block"
    is_sure = forms.BooleanField(widget=forms.HiddenInput, initial=True)

    @property
    def sentence(self) -> str:
        return f"{self.thing}, until {short_moment(self.thing.until)}: {self.thing.get_reason_display()}."

    def act(self, by: Any) -> str:
        blocking.lift(self.thing, by=by)
        return "The block is lifted."


def _table() -> str:
    return reverse("admin:comments_block_changelist")
