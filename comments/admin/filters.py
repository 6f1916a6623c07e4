"""What the list of comments can be narrowed to."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

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
