"""The mail about replies: from a writer and what was answered to a mail in two parts. No queries.

Text and HTML come from a template each. What people wrote stands in the body alone, quoted in the one and
escaped in the other; no header holds a word of theirs. Nothing in it is fetched from anywhere.
"""

import email.policy
import hashlib
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context, Engine
from django.urls import reverse
from django.utils.text import Truncator

from comments.models import Comment, Writer
from comments.models.follow import token_to_end_mail

#: Replies that a mail tells of in full, and characters of each; of the others it says how many.
MOST_TOLD, MOST_QUOTED = 20, 1000
#: The longest line that mail may hold (RFC 5322).
LONGEST_LINE = 998


class Mail(EmailMultiAlternatives):
    """Mail whose headers are not folded, since from Django 6 on Python would write a long address as encoded
    words (`=?utf-8?q?…`), and then nobody can unsubscribe by it."""

    def message(self, **options: Any) -> Any:
        if django.VERSION >= (6,):
            policy = options.get("policy", email.policy.default)
            options["policy"] = policy.clone(max_line_length=LONGEST_LINE)
        return super().message(**options)


@dataclass(frozen=True)
class Told:
    """A reply as mail tells of it."""

    name: str
    is_staff: bool
    text: str
    address: str

    @property
    def quoted(self) -> str:
        """The text as plain mail quotes it, so that no line of it passes for one of ours."""
        return "\n".join(f"> {line}".rstrip() for line in self.text.splitlines())


@dataclass(frozen=True)
class Answered:
    """A comment with replies, and where mail about them is ended."""

    number: int | None
    headline: str
    replies: list[Told]
    ending: str


def compose(writer: Writer, replies: list[Comment]) -> Mail:
    """The mail; each reply comes with its `parent`, and with its story as `with_story` annotates it."""
    site = settings.SITE_URL
    told = sorted(replies[:MOST_TOLD], key=_place)
    answered = [_answered(list(group), site) for _, group in groupby(told, key=_parent)]
    everything = f"{_ending(replies[0].parent, site)}all/"
    facts = {
        "paper": settings.SITE_NAME,
        "site": site,
        "count": len(replies),
        "answered": answered,
        "untold": len(replies) - len(told),
        "mine": site + reverse("comments:mine"),
        "everything": everything,
    }
    is_about_one = len({reply.parent_id for reply in replies}) == 1
    headers = _headers(replies, answered[0].ending if is_about_one else everything)
    mail = Mail(_subject(len(replies)), _part("txt", facts), to=[writer.email], headers=headers)
    mail.attach_alternative(_part("html", facts), "text/html")
    return mail


def _subject(count: int) -> str:
    said = "a reply to your comment" if count == 1 else f"{count} replies to your comments"
    return f"{settings.SITE_NAME}: {said}"


def _headers(replies: list[Comment], ending: str) -> dict[str, str]:
    host = urlsplit(settings.SITE_URL).hostname
    about = hashlib.sha256(" ".join(reply.uid.hex for reply in replies).encode()).hexdigest()[:32]
    return {
        # The same at each try, so that a mail that left before we knew of it is known for a double.
        "Message-ID": f"<replies-{about}@{host}>",
        "Auto-Submitted": "auto-generated",
        # By which readers sort it, and mail providers know what is unsubscribed from (RFC 2919).
        "List-Id": f"<replies.{host}>",
        "List-Unsubscribe": f"<{ending}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _part(kind: str, facts: dict[str, Any]) -> str:
    template = Engine.get_default().get_template(f"comments/mail/replies.{kind}")
    return template.render(Context(facts, autoescape=kind == "html"))


def _answered(replies: list[Any], site: str) -> Answered:
    parent, headline = replies[0].parent, replies[0].story_headline
    return Answered(parent.number, headline, [_told(reply, site) for reply in replies], _ending(parent, site))


def _told(reply: Any, site: str) -> Told:
    text = Truncator(reply.said).chars(MOST_QUOTED)
    address = f"{site}{reply.story_path}comments/{reply.number}/"
    return Told(reply.name, reply.is_staff, text, address)


def _ending(comment: Any, site: str) -> str:
    return site + reverse("comments:unsubscribe", args=[token_to_end_mail(comment)])


def _parent(reply: Comment) -> int | None:
    return reply.parent_id


def _place(reply: Comment) -> tuple[int | None, int]:
    return reply.parent_id, reply.pk
