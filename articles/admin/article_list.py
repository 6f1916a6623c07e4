"""The list of stories: its columns, and what it can be narrowed to."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.careful_list import CarefulList
from articles.desk.moving import printed_name
from articles.models import Article, Section
from articles.sight import Sight, in_words, short_moment

#: What a list does without; bodies stay in the database.
NOT_IN_THE_LIST = ("body", "standfirst", "ednote", "search_description", "social_description")


class StoryList(CarefulList):
    def get_queryset(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return super().get_queryset(request, *args, **kwargs).defer(*NOT_IN_THE_LIST)


class StoryColumns:
    """The columns, for the admin of articles to inherit."""

    @admin.display(description="headline", ordering="headline")
    def story(self, article: Article) -> str:
        return str(article)

    @admin.display(description="state", ordering="state")
    def stage(self, article: Article) -> str:
        """Where it is on its way, and in whose hands."""
        state = article.get_state_display()
        return f"{state} · {printed_name(article.claimed_by)}" if article.claimed_by else state

    @admin.display(description="readers see")
    def readers_see(self, article: Article) -> str:
        return in_words(article)

    @admin.display(description="page", empty_value="")
    def page(self, article: Article) -> SafeString | str:
        """A link to the page as readers see it, where they see one."""
        if not article.public_path:
            return ""
        return format_html(
            '<a href="{}">Open<span class="visually-hidden"> “{}”</span></a>', article.public_path, article
        )

    @admin.display(description="last saved", ordering="saved_at")
    def last_saved(self, article: Article) -> SafeString:
        """When, and by whom."""
        hand = article.saved_by or (printed_name(article.created_by) if article.created_by else "")
        return format_html("<time>{}</time> {}", short_moment(article.saved_at), hand)


class SightFilter(admin.SimpleListFilter):
    title = "what readers see"
    parameter_name = "seen"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return list(Sight.choices)

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.seen_as(self.value()) if self.value() in Sight.values else queryset


class SectionFilter(admin.SimpleListFilter):
    """A section at the first level speaks for its sub-sections too, as it does for readers."""

    title = "section"
    parameter_name = "section"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[int, str]]:
        sections = Section.objects.select_related("parent").order_by("path")
        return [(section.pk, str(section)) for section in sections]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() not in {str(pk) for pk, _ in self.lookup_choices}:
            return queryset
        return queryset.filter(Q(section=self.value()) | Q(section__parent=self.value()))


class MineFilter(admin.SimpleListFilter):
    title = "whose"
    parameter_name = "whose"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", "Mine")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.of(request.user) if self.value() == "mine" else queryset
