"""Stories on the desk: the list, the form, and the way from the form to the moves."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles import desk
from articles.admin.article_list import MineFilter, SectionFilter, SightFilter, StoryColumns, StoryList
from articles.admin.article_page import about
from articles.admin.buttons import AT_ONCE, NO_BUTTON, move_url
from articles.admin.credits import CreditInline, only_to_add
from articles.admin.desk_table import DeskTable
from articles.admin.expunging import Expunging
from articles.admin.history import History
from articles.admin.joining import Joins
from articles.admin.keys import can_be_key
from articles.admin.leftovers import Leftovers
from articles.admin.moves import make_at_once, move_page
from articles.admin.numbers import read_uuid
from articles.admin.sittings import Sittings
from articles.admin.spotted import press
from articles.desk import autosaving
from articles.desk.moving import printed_name
from articles.forms.article import ArticleForm
from articles.forms.moments import MomentField
from articles.models import Article
from articles.states import MOVES, may

STORY = ("kicker", "headline", "standfirst", "dateline", "body")
PUBLISHING = ("section", "topics", "kind", "source", "language", "slug")
DESK = ("slugline", "assignee", "due_at", "ednote")
OVERRIDES = ("byline_override", "search_title", "search_description", "social_title", "social_description")


@admin.register(Article)
class ArticleAdmin(Expunging, History, Joins, Leftovers, Sittings, StoryColumns, DeskTable):
    form = ArticleForm
    inlines = (CreditInline,)
    list_display = ("story", "stage", "section", "readers_see", "last_saved", "page")
    list_filter = ("state", SectionFilter, "kind", SightFilter, MineFilter)
    list_select_related = ("section__parent", "created_by", "claimed_by")
    list_per_page = 50
    #: On a phone: a block of lines for each row, by the desk's style sheet.
    shown_as_blocks = True
    search_fields = ("headline", "slugline")
    search_help_text = "Words of the headline or the slugline."
    date_hierarchy = "saved_at"
    ordering = ("-saved_at", "-pk")
    autocomplete_fields = ("section", "topics", "assignee")
    formfield_overrides = {models.DateTimeField: {"form_class": MomentField}}
    fieldsets = (
        (None, {"fields": STORY, "classes": ("story",)}),
        ("Publishing", {"fields": PUBLISHING, "classes": ("side",)}),
        ("Desk", {"fields": DESK, "classes": ("side",)}),
        ("Byline, search and sharing", {"fields": OVERRIDES, "classes": ("side", "collapse")}),
    )

    # What is listed and shown

    def get_queryset(self, request: HttpRequest) -> Any:
        stories = super().get_queryset(request).with_publication(timezone.now()).with_last_hand()
        if request.resolver_match.kwargs.keys() & {"object_id", "pk"}:
            stories = stories.select_related("section__parent", "created_by", "assignee", "claimed_by")
        return stories

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[StoryList]:
        return StoryList

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """For a place on the front page only what is or will be published can be found."""
        if request.GET.get("model_name") == "slot":
            queryset = queryset.ever_published()
        return super().get_search_results(request, queryset, search_term)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        if request.method == "POST" and can_be_key(Article, object_id):
            # Locked first, so that nothing comes between what is read and checked here and its save.
            list(Article.objects.select_for_update().filter(pk=object_id).values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return ("address",) if obj and obj.public_path else ()

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if not (obj and obj.public_path):
            return self.fieldsets
        fixed = tuple("address" if name == "slug" else name for name in PUBLISHING)
        return tuple(
            (title, {**options, "fields": fixed if options["fields"] == PUBLISHING else options["fields"]})
            for title, options in self.fieldsets
        )

    @admin.display(description="address")
    def address(self, article: Article) -> Any:
        if article.standing_number is None:
            return f"{article.public_path} (not public now)"
        return format_html('<a href="{}">{}</a>', article.public_path, article.public_path)

    # Who may

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whether the form can be written in.

        Something posted is always taken as far as the form, which refuses in a sentence, with
        everything that was typed still there: a story may have been filed in another window.
        """
        move = MOVES["save"]
        if obj is None or request.method == "POST":
            return request.user.has_perm(move.permission) or request.user.has_perm(move.own_permission)
        return obj.state in move.sources and may(request.user, "save", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    # The form

    def get_form(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        form.by = request.user
        form.is_taking = getattr(request, "is_taking", False)
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        only_to_add(field, db_field.name)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "assignee":
            field.label_from_instance = printed_name
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        # Without the cross that clears all of them, which is not allowed where the widget puts it: in a list.
        field.widget.is_required = True
        return field

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        form = context["adminform"].form if "adminform" in context else None
        at_hand = {read_uuid(str(form[name].value())) for name in ("sitting", "taken")} if form else set()
        context["desk"] = about(kwargs.get("obj"), request.user, at_hand)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: ArticleForm, change: bool) -> None:
        """Nothing yet: a verb saves the words along with all that hangs on them."""

    def save_related(self, request: HttpRequest, form: ArticleForm, formsets: Any, change: bool) -> None:
        """Save all of it, here, where it is known whether anything at all has changed."""
        told = {
            "by": request.user,
            "sitting": form.cleaned_data["sitting"],
            "along": partial(super().save_related, request, form, formsets, change),
        }
        now = timezone.now()
        if joined := getattr(request, "joined_from", None):
            autosaving.put_away(*joined, now)
        if not change:
            desk.start(form.instance, **told)
        elif form.has_changed() or any(formset.has_changed() for formset in formsets):
            desk.save(form.instance, seen_version=form.cleaned_data["seen_version"], **told)
            messages.success(request, "Saved.")
        else:
            autosaving.settle(form.cleaned_data["sitting"], request.user)
        autosaving.leave(form.cleaned_data["taken"], by=request.user, now=now, article=form.instance)

    def construct_change_message(self, request: HttpRequest, *args: Any) -> str:
        """None, and nothing is logged: the desk's own log says it."""
        return ""

    def log_addition(self, request: HttpRequest, obj: Article, message: Any) -> None:
        pass

    def log_change(self, request: HttpRequest, obj: Article, message: Any) -> None:
        pass

    # From the form to the moves

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> Any:
        if "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, "Saved as a draft.")
        return self._go_on(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._go_on(request, obj)

    def _go_on(self, request: HttpRequest, article: Article) -> HttpResponse:
        if pressed := request.POST.get("_mistake"):
            return press(request, article, pressed, self.change_url(article))
        verb = request.POST.get("_move", "")
        if verb == "replace":
            return HttpResponseRedirect(f"{move_url(article, 'publish')}?replace=1")
        if verb in MOVES.keys() - NO_BUTTON and not (
            verb in AT_ONCE and make_at_once(request, article, verb)
        ):
            return HttpResponseRedirect(move_url(article, verb))
        return HttpResponseRedirect(self.change_url(article))

    def change_url(self, article: Article) -> str:
        return reverse("admin:articles_article_change", args=[article.pk])

    def get_urls(self) -> list[Any]:
        move = path(
            "<int:pk>/move/<slug:verb>/",
            self.admin_site.admin_view(self.move_view),
            name="articles_article_move",
        )
        return [move, *super().get_urls()]

    def move_view(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        article = self.get_queryset(request).filter(pk=pk).first()
        if article is None or not self.has_view_permission(request, article):
            raise Http404
        return move_page(self, request, article, verb)
