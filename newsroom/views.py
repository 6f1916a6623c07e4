"""Pages that belong to neither app: whether the site is well, and what everybody asks for unbidden."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

#: These change with a release at most.
for_a_day = cache_control(public=True, max_age=24 * 60 * 60)


@require_safe
@for_a_day
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines need not read: the desk, and what is one person's."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
@for_a_day
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon where old browsers look for it; its file's name changes with its bytes."""
    return HttpResponseRedirect(static("favicon.ico"))


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503: for load balancers and monitors, never stored by anyone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        answer = HttpResponse("The database does not answer.\n", "text/plain", status=503)
    else:
        answer = HttpResponse("ok\n", "text/plain")
    answer["Cache-Control"] = "no-store"
    return answer
