"""Taking everything along, closing the page, and being forgotten."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.views.origins import SeeOther
from comments import moderation
from comments.exporting import everything_of
from comments.models import Comment, Writer
from comments.moderation.owning import forget_browsers
from comments.views import senders
from comments.views.mine.keeping import PATH, close, of_writer, token_for


@require_safe
@of_writer
def export(request: HttpRequest, writer: Writer) -> HttpResponse:
    """All that we have of a writer, as one file."""
    response = JsonResponse(everything_of(writer), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="my-comments.json"'
    return response


@require_POST
@of_writer
def leave(request: HttpRequest, writer: Writer) -> HttpResponse:
    """Close the page, and let this browser be a stranger's again; or every browser that was known."""
    if "everywhere" in request.POST:
        forget_browsers(writer)
    response = SeeOther(PATH)
    close(response)
    senders.forget(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@of_writer
def erase(request: HttpRequest, writer: Writer) -> HttpResponse:
    if request.method != "POST":
        count = Comment.objects.of_writer_or_address(writer).count()
        facts = {"count": count, "token": token_for(writer)}
        return render(request, "comments/mine/erase.html", facts)
    moderation.erase(writer)
    response = render(request, "comments/mine/erased.html")
    close(response)
    senders.forget(response)
    return response
