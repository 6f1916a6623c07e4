"""What the list of comments can be narrowed to."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.keys import can_be_key
from articles.models import Article
from comments.states import Status


class StatusFilter(admin.SimpleListFilter):
    """By status. Without a choice: what waits, which is what moderators come for."""

    title = "status"
    parameter_name = "status"

    EVERY = "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((value, label) for value, label in Status.choices), (self.EVERY, "All")]

    def value(self) -> str:
        return super().value() or Status.HELD

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        for value, label in self.lookup_choices:
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset if self.value() == self.EVERY else queryset.filter(status=self.value())


class StoryFilter(admin.SimpleListFilter):
    """To one story. Nobody chooses it here: pages about a story lead to its comments."""

    title = "story"
    parameter_name = "story"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        key = request.GET.get(self.parameter_name, "")
        return [(key, "This story")] if can_be_key(Article, key) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(article=self.value())
