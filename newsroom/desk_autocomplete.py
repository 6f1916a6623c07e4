"""Finding things by typing on the desk: as in the stock admin, but for people, who are found by name."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from articles.desk.moving import printed_name
from comments.models import Discussion


class DeskAutocomplete(AutocompleteJsonView):
    """Who works on stories may find their colleagues' names, which are all that this shows of them."""

    def process_request(self, request: HttpRequest) -> Any:
        """Only a field of a form is one in which things are found; rows that point here are not."""
        term, admin, field, to_field_name = super().process_request(request)
        if not field.concrete:
            raise PermissionDenied
        # No name holds a NUL, and PostgreSQL refuses to be asked about one.
        return term.replace("\0", ""), admin, field, to_field_name

    def has_perm(self, request: HttpRequest, obj: Any = None) -> bool:
        if self._finds_people:
            return request.user.has_perm("articles.view_article")
        return super().has_perm(request, obj) or self._finds_discussed(request.user)

    def get_queryset(self) -> Any:
        found = super().get_queryset()
        if self._finds_people:
            return found.filter(is_active=True, is_staff=True)
        return found if super().has_perm(self.request) else found.live(timezone.now())

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        result = super().serialize_result(obj, to_field_name)
        return {**result, "text": printed_name(obj)} if self._finds_people else result

    def _finds_discussed(self, user: Any) -> bool:
        """Whoever keeps the discussions may find the stories that readers have, without the right to read
        them at the desk."""
        return self.source_field.model is Discussion and user.has_perm("comments.add_discussion")

    @property
    def _finds_people(self) -> bool:
        return self.model_admin.model is get_user_model()
