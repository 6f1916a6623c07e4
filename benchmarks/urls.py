"""The whole site, and an answer that costs nothing: what the server and Django take by themselves."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("constant")


urlpatterns = [path("constant/", constant), path("", include("newsroom.urls"))]
