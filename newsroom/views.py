"""Pages that belong to neither app: whether the site is well."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


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
