"""The moderators' list of comments, and the page on which one is decided."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from articles.typed import whole_number
from comments.admin import blanking, picking
from comments.admin.deciding import DecisionActionForm, DecisionForm, action_for, decide, undo
from comments.admin.filters import StatusFilter, StoryFilter
from comments.admin.queue import queue_urls
from comments.admin.reading_only import ReadingOnly
from comments.models import Comment, HiddenBranch, ModerationEntry
from comments.moderation.standing import undoable
from comments.states import BRANCH_MOVES, EVERY_MOVE, MOVES, PICKS, may

#: Reports that stand on a comment's page; the table of reports has them all.
MOST_FLAGS = 20


@admin.register(Comment)
class CommentAdmin(ReadingOnly):
    list_display = ("excerpt", "name", "story", "posted_at", "status", "why")
    list_filter = (StatusFilter, "why", StoryFilter)
    #: On a phone: a block of lines for each row, by the desk's style sheet.
    shown_as_blocks = True
    search_fields = ("name", "text")
    actions = (*(action_for(verb) for verb in MOVES), *(picking.action_for(verb) for verb in PICKS))
    action_form = DecisionActionForm
    change_form_template = "admin/comments/comment/change_form.html"
    fields = ("name", "address", "website", "account", "status", "why", "number", "posted_at", "shown_at")
    fields += ("recommended", "picked_at")

    class Media:
        css = {"all": ("css/moderation.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        """With the story beside each as readers have it: `story_path` and `story_headline`; and `last_entry`,
        the last of its log (0 if there is none)."""
        comments = super().get_queryset(request).defer("text_html", "heading_html", "time_html")
        entries = ModerationEntry.objects.filter(comment=OuterRef("pk")).values("pk")[:1]
        return comments.with_story(timezone.now()).annotate(last_entry=Coalesce(Subquery(entries), 0))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """What waits longest comes first; of what was decided, the latest."""
        status = request.GET.get(StatusFilter.parameter_name, "held")
        return ("posted_at", "pk") if status == "held" else ("-posted_at", "-pk")

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.moderate_comment")

    def has_pick_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.pick_comment")

    def action_checkbox(self, comment: Any) -> SafeString:
        """With what is known of it here: if it changes before something is done to it, nothing is."""
        seen = '{}<input type="hidden" name="seen-{}" value="{}">'
        return format_html(seen, super().action_checkbox(comment), comment.pk, comment.last_entry)

    @admin.display(description="comment", ordering="posted_at")
    def excerpt(self, comment: Comment) -> str:
        return Truncator(comment.kept_text).chars(160)

    @admin.display(description="e-mail")
    def address(self, comment: Comment) -> str:
        """What is known of it: the address itself is on no page."""
        if comment.writer_id:
            return "An address that its writer has confirmed"
        return "An address that nobody has confirmed" if comment.email else ""

    @admin.display(description="story")
    def story(self, comment: Any) -> str | SafeString:
        """The headline, as a link to the page that readers see; what they no longer see has none."""
        if not comment.story_headline:
            return "Not to be read now"
        anchor = f"#comment-{comment.number}" if comment.is_shown else "#comments"
        return format_html('<a href="{}{}">{}</a>', comment.story_path, anchor, comment.story_headline)

    def get_urls(self) -> list[URLPattern]:
        views = {"decide": self.decide_view, "undo": self.undo_view, "pick": self.pick_view}
        ours = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"comments_comment_{name}",
            )
            for name, view in views.items()
        ]
        return [*ours, *blanking.urls(self), *queue_urls(self), *super().get_urls()]

    def decide_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do what the pressed button says to one comment."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        comment = Comment.objects.select_related("article").filter(pk=pk).first()
        verb = request.POST.get("verb", "")
        if comment is None or verb not in EVERY_MOVE:
            raise Http404
        form = DecisionForm(request.POST)
        if form.is_valid():
            decide(request, verb, [comment], seen={pk: _seen(request)}, **form.cleaned_data)
        else:
            self.message_user(request, "Choose a reason from the list, and keep the note short.", "error")
        return HttpResponseRedirect(reverse("admin:comments_comment_change", args=[pk]))

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take back the last decision on one comment."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        comment = Comment.objects.select_related("article").filter(pk=pk).first()
        if comment is None:
            raise Http404
        undo(request, comment, _seen(request))
        return HttpResponseRedirect(reverse("admin:comments_comment_change", args=[pk]))

    def pick_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make one comment an editors' pick, or no longer."""
        if not self.has_pick_permission(request):
            raise PermissionDenied
        comment = Comment.objects.select_related("article").filter(pk=pk).first()
        verb = request.POST.get("verb", "")
        if comment is None or verb not in PICKS:
            raise Http404
        picking.do(request, verb, [comment])
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
        hidden = list(HiddenBranch.objects.over(comment).select_related("comment"))
        is_head = any(branch.pk == comment.pk for branch in hidden)
        moves = [move for move in MOVES.values() if comment.status in move.sources]
        moves.append(BRANCH_MOVES["show_branch" if is_head else "hide_branch"])
        log = list(comment.moderation_entries.select_related("signals"))
        last = undoable(log)
        moderates = self.has_moderate_permission(request)
        return {
            "hidden": hidden,
            "story": self.story(comment),
            "answered": comment.parent,
            "log": log,
            "undoable": last if last and may(request.user, last.verb) else None,
            "moderates": moderates,
            "notices": comment.notices.open() if moderates else (),
            "flags": comment.flags.all()[:MOST_FLAGS] if moderates else (),
            "moves": [move for move in moves if may(request.user, move.name)],
            "picks": picking.offered(request, comment),
        }


def _seen(request: HttpRequest) -> int | None:
    """The last entry of its log that was on a comment's page."""
    return whole_number(request.POST.get("seen", ""), digits=18)
