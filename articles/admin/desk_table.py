"""What every table of the desk has in common: no counts to wait for, and no faith in what is sent."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest
from django.utils.text import smart_split

from articles.admin.careful_list import CarefulList
from articles.admin.keys import TakesOnlyKeys, can_be_key

#: So much is searched for: each word is a condition, and SQLite takes neither a thousand nor a long pattern.
MOST_WORDS, MOST_LETTERS = 30, 1_000


class DeskTable(TakesOnlyKeys, admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CarefulList]:
        return CarefulList

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """By its key, also where the form says `_to_field=` and no field; None for what can be no key."""
        if not from_field and not can_be_key(self.model, object_id):
            return None
        return super().get_object(request, object_id, from_field or None)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        words = list(smart_split(search_term[:MOST_LETTERS]))
        if len(words) > MOST_WORDS or len(search_term) > MOST_LETTERS:
            words = words[:MOST_WORDS]
            sentence = (
                f"Searched for the first words alone ({len(words)}). Type fewer to have all looked for."
            )
            self.message_user(request, sentence, messages.WARNING)
            search_term = " ".join(words)
        return super().get_search_results(request, queryset, search_term)

    def response_action(self, request: HttpRequest, queryset: Any, **where: Any) -> Any:
        ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if all(can_be_key(self.model, each) for each in ticked):
            return super().response_action(request, queryset, **where)
        self.message_user(request, "Nothing was done: tick what it is to be done to.", messages.WARNING)
        return None
