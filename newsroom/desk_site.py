"""The one admin site, in which both apps register: its names, its sign-in, and the order of its rooms."""

from functools import wraps
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from newsroom import unheard
from newsroom.desk_autocomplete import DeskAutocomplete
from newsroom.desk_index import unsaved, waiting

#: The rooms in the order in which a desk needs them; others come after, by name.
ROOMS = ("articles", "comments", "auth", "account", "mfa")
#: Within the paper, likewise.
FIRST = (
    "Article",
    "Slot",
    "Topic",
    "Contributor",
    "Section",
    "Mistake",
    "Comment",
    "Notice",
    "Appeal",
    "Flag",
    "Block",
    "Discussion",
    "SectionRules",
)


class DeskSite(AdminSite):
    site_header = settings.SITE_NAME
    site_title = f"{settings.SITE_NAME} desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Sign in through allauth, so that limits and second factors hold here too.

        Somebody who is signed in and may not come here is told so, and not asked to sign in again.
        """
        if request.user.is_authenticated and not self.has_permission(request):
            return TemplateResponse(request, "admin/no_access.html", status=403)
        return secure_admin_login(super().login)(request, extra_context)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Give back what somebody sends who was signed out meanwhile; stock drops it and asks to sign in."""
        inside = super().admin_view(view, cacheable)

        @wraps(inside)
        def heard(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not request.user.is_authenticated and view != self.logout:
                return unheard.signed_out(request)
            return inside(request, *args, **kwargs)

        return heard

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_change_password"))

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        mine = {"waiting": waiting(request.user), "unsaved": unsaved(request.user)}
        return super().index(request, {**(extra_context or {}), **mine})

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return DeskAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        rooms = super().get_app_list(request, app_label)
        for room in rooms:
            room["models"].sort(key=lambda model: (_place(FIRST, model["object_name"]), model["name"]))
        return sorted(rooms, key=lambda room: (_place(ROOMS, room["app_label"]), room["name"]))


def _place(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)
