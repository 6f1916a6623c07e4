"""What the tables of comments, notices and appeals can be narrowed to."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.keys import can_be_key
from articles.models import Article
from comments.states import Decision, Status


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


class DecisionFilter(admin.SimpleListFilter):
    """Those that wait, unless told otherwise."""

    title = "what was decided"
    parameter_name = "decision"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        decided = [(value, label) for value, label in Decision.choices if value != Decision.OPEN]
        return [*decided, ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        unfiltered, *others = super().choices(changelist)
        return [{**unfiltered, "display": Decision.OPEN.label}, *others]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() == "all":
            return queryset
        decided = {Decision.UPHELD, Decision.REJECTED}
        return queryset.filter(decision=self.value()) if self.value() in decided else queryset.open()


class StoryFilter(admin.SimpleListFilter):
    """To one story. Nobody chooses it here: pages about a story lead to its comments."""

    title = "story"
    parameter_name = "story"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        key = request.GET.get(self.parameter_name, "")
        return [(key, "This story")] if can_be_key(Article, key) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(article=self.value())
