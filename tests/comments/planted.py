"""A discussion with something secret in every place that could hold it. Each secret begins with `MARK`."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from articles.models import Article
from comments import moderation
from comments.models import Comment, Notice, SectionRules, WordList, Writer
from comments.models.fingerprint_key import FingerprintKey
from comments.models.follow import token_to_end_mail
from comments.models.mailed_link import MailedLink
from comments.moderation.blocking import block_sender
from comments.moderation.claiming import hand_out
from comments.moderation.word_lists import change_words
from comments.senders import Sender
from comments.views.sent import token_for
from tests.comments.factories import guest_post, make_discussion, make_shown, make_writer, writers_post
from tests.comments.mailed import deliver, link_in
from tests.comments.noticed import give
from tests.factories import make_article, make_published, make_user

MARK = "secretly"
ADDRESS, HOUSE = "198.51.100.77", Sender(address="198.51.100.77/32")
V6 = Sender(address="2001:db8:5ec:7::/64")


@dataclass
class Planted:
    article: Article
    shown: Comment
    #: Numbers that were given out, of comments that readers can't read any more.
    gone: list[int]
    stranger: Writer
    tokens: dict[str, str]


def words(what: str, **typed: str) -> dict[str, str]:
    """All that a guest types, with a secret in each field."""
    said = {"name": f"{MARK}{what} Name", "text": f"{MARK}{what} is what nobody may read."}
    return {**said, "website": f"https://{MARK}{what}.example", "email": mail(what), **typed}


def mail(what: str) -> str:
    return f"{MARK}{what}@leak.example"


def open_words(what: str) -> dict[str, str]:
    """The same, of a comment that anybody may read: its address alone is secret."""
    return {"name": f"Open {what}", "text": f"Open words, {what}.", "website": "", "email": mail(what)}


def plant() -> Planted:
    moderator = make_user(role="moderator", username=f"{MARK}mod", name=f"{MARK}mona {MARK}ives")
    other = make_user(role="moderator", name=f"{MARK}ida {MARK}odd")
    (word_list, _) = WordList.objects.order_by("pk")
    change_words(word_list, by=moderator, entries=f"{MARK}listed")
    article = make_published(headline="Rain")
    shown = make_shown(article, sender=HOUSE, **open_words("shown"))
    gone = _plant_gone(article, moderator)
    guest_post(article, sender=V6, **words("held", text=f"{MARK}listed nsacseery https://{MARK}.example"))
    _plant_branch(article, moderator)
    guest_post(article, parent=shown, sender=HOUSE, **words("reply"))
    _plant_where_nobody_reads(moderator)
    tokens = _plant_writer(article, moderator, other, shown)
    tokens["notice-state"] = _plant_complaints(shown, moderator)
    hand_out(moderator, Comment.objects.filter(status="held"), 2)
    moderator_keys = apps.get_model("comments", "ModeratorKeys")
    moderator_keys.objects.create(moderator=moderator)
    SectionRules.objects.create(section=article.section, mode="open")
    stranger = make_writer("stranger@example.org")
    own = writers_post(article, stranger, text="Mine, and it waits.")
    tokens["sent"] = token_for(own)
    return Planted(article, shown, gone, stranger, tokens)


def _plant_gone(article: Article, moderator: Any) -> list[int]:
    """Removed, spam, deleted, held again; each had a number."""
    gone = []
    for verb in ("remove", "mark_spam", "hold"):
        comment = make_shown(article, sender=V6, **words(verb.replace("_", "")))
        make_shown(article, parent=comment, **open_words(f"under {verb}".replace(" ", "-")))
        moderation.DECISIONS[verb](comment, by=moderator, note=f"{MARK}{verb}note")
        gone.append(comment.number)
    blanked = make_shown(article, **{**open_words("blanked"), "text": f"Her name is {MARK}blanked, he said."})
    moderation.blank_part(
        blanked, by=moderator, passage=f"{MARK}blanked", reason="private", note=f"{MARK}blanknote"
    )
    return gone


def _plant_branch(article: Article, moderator: Any) -> None:
    head = make_shown(article, **words("branch"))
    make_shown(article, parent=head, **words("under"))
    moderation.hide_branch(head, by=moderator, note=f"{MARK}branchnote")


def _plant_where_nobody_reads(moderator: Any) -> None:
    """On a story that was taken down to a draft, and on one whose discussion is hidden."""
    make_article(headline=f"{MARK}draft")
    hidden = make_published(headline="Hail")
    moderation.pick(make_shown(hidden, **words("hidden")), by=moderator)
    make_discussion(hidden, mode="hidden")


def _plant_writer(article: Article, moderator: Any, other: Any, shown: Comment) -> dict[str, str]:
    """One who has proved an address, follows, is appealing, and is blocked."""
    writer = make_writer(mail("proved"))
    known = Sender(writer=writer)
    answered = guest_post(article, sender=known, cadence="daily", **open_words("proved"))
    moderation.show(answered, by=None)
    make_shown(article, parent=answered, **open_words("answer"))
    removed = guest_post(article, sender=known, **words("appealed", email=writer.email))
    moderation.remove(removed, by=moderator)
    made = moderation.appeal(removed, writer=writer, text=f"{MARK}appeal")
    moderation.decide_appeal(made, by=other, is_upheld=False, answer=f"{MARK}appealanswer")
    block_sender(removed, by=moderator, kind="writer", days=9, reason="abuse", note=f"{MARK}blocknote")
    moderation.recommend(shown, by=None, sender=Sender(writer=make_writer(mail("fan"))))
    moderation.recommend(shown, by=None, sender=V6)
    return {"unsubscribe": token_to_end_mail(answered), "unsubscribe-all": token_to_end_mail(answered)}


def _plant_complaints(shown: Comment, moderator: Any) -> str:
    moderation.flag(shown, by=None, reason="insult", note=f"{MARK}flagnote", sender=V6)
    given = give(
        shown, explanation=f"{MARK}explained", law=f"{MARK}law", name=f"{MARK}giver", email=mail("notice")
    )
    moderation.decide_notice(given, by=moderator, is_upheld=False, answer="It may stay.")
    return given.token


def links_of(stranger: Writer) -> dict[str, str]:
    """The tokens of the two links that were mailed to the one who looks round: they read nobody else's."""
    article = make_published(headline="Snow")
    guest_post(article, email="newcomer@example.org", text="Mine, and unproved.")
    (confirm,) = [link_in(each) for each in deliver() if each.to == ["newcomer@example.org"]]
    return {"confirm": confirm.strip("/").rpartition("/")[2]}


def kept() -> dict[str, str]:
    """What every model of the discussion holds, as text."""
    models = apps.get_app_config("comments").get_models()
    return {model.__name__: str(list(model.objects.values())) for model in models}


def digests() -> set[str]:
    """Fingerprints, keys and mailboxes: what tells nobody anything as long as it stays in the database."""
    found = set(FingerprintKey.objects.values_list("key", flat=True))
    found |= set(Comment.objects.exclude(trace=None).values_list("trace__address", flat=True))
    found |= set(Comment.objects.exclude(trace=None).values_list("trace__network", flat=True))
    found |= set(Comment.objects.exclude(fingerprint="").values_list("fingerprint", flat=True))
    found |= set(MailedLink.objects.values_list("mailbox", flat=True))
    found |= set(Notice.objects.exclude(mailbox="").values_list("mailbox", flat=True))
    return found | set(Writer.objects.values_list("browser_key", flat=True))
