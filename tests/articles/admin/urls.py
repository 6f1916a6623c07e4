"""The desk, sign-in, and stand-ins for the readers' addresses to which the desk links."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def stand_in(request: HttpRequest, **found: str) -> HttpResponse:
    return HttpResponse("A readers' page")


readers = (
    [
        path("", stand_in, name="front"),
        path("preview/<uuid:uid>/", stand_in, name="preview"),
        path("topic/<slug:slug>/", stand_in, name="topic"),
        path("by/<slug:slug>/", stand_in, name="contributor"),
        path("<path:path>/", stand_in, name="place"),
    ],
    "articles",
)

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("", include(readers)),
]
