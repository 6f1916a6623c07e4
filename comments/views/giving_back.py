"""The page that gives what was typed back to whoever sent it, when it can't be taken."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Edition

#: Why, by the code of the refusal: the status of the answer, its heading, and a sentence.
WHYS = {
    "no-such-story": (
        HTTPStatus.NOT_FOUND,
        "There is no such story",
        "There is no story here to reply to. Your reply was not sent.",
    ),
    "taken-down": (
        HTTPStatus.GONE,
        "This story has been taken down",
        "It can no longer be read or replied to. Your reply was not sent.",
    ),
    "no-such-comment": (
        HTTPStatus.NOT_FOUND,
        "The comment you reply to is not here any more",
        "Your reply was not sent. You can still post it as a comment on the story.",
    ),
    "closed": (
        HTTPStatus.FORBIDDEN,
        "Comments are closed",
        "No more comments are taken on this story.",
    ),
    "slow": (
        HTTPStatus.TOO_MANY_REQUESTS,
        "Not so soon",
        "",
    ),
    "full": (
        HTTPStatus.FORBIDDEN,
        "There is no room for another reply here",
        "Your reply was not sent. You can post it in another place.",
    ),
    # The refusal says until when, why, and how to object.
    "blocked": (HTTPStatus.FORBIDDEN, "You are blocked here for now", ""),
    "nothing-to-report": (
        HTTPStatus.NOT_FOUND,
        "There is no such comment",
        "There is nothing to read here, and so nothing to report. What you wrote was not sent.",
    ),
}


def give_back(
    request: HttpRequest,
    code: str,
    edition: Edition | None = None,
    sentence: str = "",
    *,
    text: str | None = None,
) -> HttpResponse:
    """Say why, with what was typed. Without `edition` nothing in the answer depends on the address.

    `sentence` is told where the refusal alone knows what to say, as how long to wait; `text` is what was
    typed, if it was no reply.
    """
    status, heading, told = WHYS[code]
    context: dict[str, Any] = {
        "heading": heading,
        "sentence": told or sentence,
        "text": request.POST.get("text", "") if text is None else text,
        "edition": edition,
    }
    return render(request, "comments/given_back.html", context, status=status)
