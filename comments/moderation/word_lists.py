"""The moderators' word lists: changed by one verb, and kept as indexes by each process."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.desk.moving import printed_name
from comments.models import WordList
from comments.models.word_list import version_of
from comments.moderation.refusals import IllegalMove
from comments.screening.word_lists import EMPTY, WordIndex, index

_kept: dict[str, tuple[str, WordIndex]] = {}


def indexes() -> tuple[WordIndex, WordIndex]:
    """The lists that hold, and that hold as spam. Each is read anew when its version changed."""
    versions = dict(WordList.objects.values_list("kind", "version"))
    return _index(WordList.Kind.HOLD, versions), _index(WordList.Kind.SPAM, versions)


def _index(kind: str, versions: dict[str, str]) -> WordIndex:
    version = versions.get(kind)
    if not version:
        return EMPTY
    if kind not in _kept or _kept[kind][0] != version:
        entries = WordList.objects.values_list("entries", flat=True).get(kind=kind)
        # The version of what was read, which may be newer than the one that was asked for.
        _kept[kind] = version_of(entries), index(entries.splitlines())
    return _kept[kind][1]


def change_words(word_list: WordList, *, by: Any, entries: str, over: str | None = None) -> None:
    """Put other entries in a list. They hold from the next comment on; what was judged stays as it is.

    `over` is the version that `by` saw; another one, and somebody changed the list meanwhile.
    """
    if by is not None and not by.has_perm("comments.change_wordlist"):
        raise IllegalMove(
            word_list, "change_words", "not-permitted", "Your account may not change word lists."
        )
    with transaction.atomic():
        row = (
            WordList.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=word_list.pk)
        )
        if over not in (None, row.version):
            raise IllegalMove(
                row,
                "change_words",
                "changed-meanwhile",
                f"{printed_name(row.changed_by)} changed this list while you were at it. Yours is below and "
                "not saved. Save again to put it in the place of theirs.",
            )
        row.entries, row.version = entries, version_of(entries)
        row.changed_by, row.changed_at = by, timezone.now()
        row.save(update_fields=["entries", "version", "changed_by", "changed_at"])
