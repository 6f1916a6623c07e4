"""The moderators' list of comments, and the page on which one is decided."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from articles.models import Address, Edition
from comments.admin.deciding import DecisionActionForm, DecisionForm, action_for, decide
from comments.admin.filters import StatusFilter, StoryFilter
from comments.admin.reading_only import ReadingOnly
from comments.models import Comment
from comments.states import MOVES, may


@admin.register(Comment)
class CommentAdmin(ReadingOnly):
    list_display = ("excerpt", "name", "story", "posted_at", "status", "why")
    list_filter = (StatusFilter, "why", StoryFilter)
    #: On a phone: a block of lines for each row, by the desk's style sheet.
    shown_as_blocks = True
    search_fields = ("name", "email", "text")
    actions = tuple(action_for(verb) for verb in MOVES)
    action_form = DecisionActionForm
    change_form_template = "admin/comments/comment/change_form.html"
    fields = ("name", "email", "website", "account", "status", "why", "number", "posted_at", "shown_at")

    class Media:
        css = {"all": ("css/moderation.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        """With the story beside each as readers have it: `story_path` and `story_headline`."""
        article = OuterRef("article")
        live = Edition.objects.live(timezone.now()).filter(article=article)
        current = Address.objects.filter(article=article, is_current=True)
        return (
            super()
            .get_queryset(request)
            .defer("text_html", "heading_html", "time_html")
            .annotate(
                story_path=Subquery(current.values("path")[:1]),
                story_headline=Subquery(live.values("headline")[:1]),
            )
        )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """What waits longest comes first; of what was decided, the latest."""
        status = request.GET.get(StatusFilter.parameter_name, "held")
        return ("posted_at", "pk") if status == "held" else ("-posted_at", "-pk")

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.moderate_comment")

    @admin.display(description="comment", ordering="posted_at")
    def excerpt(self, comment: Comment) -> str:
        return Truncator(comment.text).chars(160)

    @admin.display(description="story")
    def story(self, comment: Any) -> str | SafeString:
        """The headline, as a link to the page that readers see; what they no longer see has none."""
        if not comment.story_headline:
            return "Not to be read now"
        anchor = f"#comment-{comment.number}" if comment.is_shown else "#comments"
        return format_html('<a href="{}{}">{}</a>', comment.story_path, anchor, comment.story_headline)

    def get_urls(self) -> list[URLPattern]:
        decide_view = self.admin_site.admin_view(require_POST(self.decide_view))
        name = "comments_comment_decide"
        return [path("<int:pk>/decide/", decide_view, name=name), *super().get_urls()]

    def decide_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do what the pressed button says to one comment."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        comment = Comment.objects.select_related("article").filter(pk=pk).first()
        verb = request.POST.get("verb", "")
        if comment is None or verb not in MOVES:
            raise Http404
        form = DecisionForm(request.POST)
        if form.is_valid():
            decide(request, verb, [comment], **form.cleaned_data)
        else:
            self.message_user(request, "Choose a reason from the list, and keep the note short.", "error")
        return HttpResponseRedirect(reverse("admin:comments_comment_change", args=[pk]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        comment = self.get_object(request, object_id)
        extra = (
            {"title": "A reader's comment", "decision_form": DecisionForm(), **self.about(request, comment)}
            if comment
            else {}
        )
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **extra})

    def about(self, request: HttpRequest, comment: Comment) -> dict[str, Any]:
        """What a moderator weighs: what was said before it, under which story, and what was decided."""
        moves = [
            move for move in MOVES.values() if comment.status in move.sources and may(request.user, move.name)
        ]
        return {
            "story": self.story(comment),
            "answered": comment.parent,
            "log": comment.moderation_entries.select_related("signals"),
            "moves": moves,
        }
