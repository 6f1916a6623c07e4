"""Made-up discussions, written in bulk: trees as they grow, where a few branches draw most replies."""

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from random import Random

from django.db.models import Max

from articles.models import Article
from comments import rendering
from comments.models import Comment, Discussion
from comments.placing import Place, Placing, Said
from comments.screening import fingerprint
from comments.states import Reason, Status
from newsroom.backups.rows import continue_numbering
from newsroom.seeding import words

BATCH = 2000

#: Of how many comments there are which one is answered, counted from 0; None: the story itself.
Shape = Callable[[Random, int], int | None]

#: Of a hundred comments so many answer the story itself, and so many others one of the latest five.
TO_THE_STORY, TO_THE_LATEST = 45, 35


def as_it_grows(random: Random, said: int) -> int | None:
    draw = random.randrange(100)
    if not said or draw < TO_THE_STORY:
        return None
    recent = min(said, 5) if draw < TO_THE_STORY + TO_THE_LATEST else said
    return said - 1 - random.randrange(recent)


def one_root(random: Random, said: int) -> int | None:
    return 0 if said else None


def chain(random: Random, said: int) -> int | None:
    return said - 1 if said else None


#: What the next comment answers, by the name of the shape that comes of it.
SHAPES: dict[str, Shape] = {
    "random": as_it_grows,
    "one-root": one_root,
    "chain": chain,
}


def write(
    random: Random, article: Article, since: datetime, until: datetime, count: int, shape: Shape = as_it_grows
) -> Iterator[int]:
    """Give a story without comments `count` shown ones, spread over the time between; yields how many
    went in, batch by batch. Nobody else may be writing comments meanwhile.
    """
    # Keys are given here, since a reply needs that of what it answers before anything is written.
    first = (Comment.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    parents = _parents(random, first, count, shape)
    placing = Placing()
    places = [
        placing.place(Said(first + index, parent, Status.SHOWN)) for index, parent in enumerate(parents)
    ]
    Discussion.objects.create(article=article, shown_count=count, last_number=count, last_root=placing.roots)
    comments = _comments(
        random, article, since, (until - since) / (count + 1), first, zip(parents, places, strict=True)
    )
    while batch := list(islice(comments, BATCH)):
        Comment.objects.bulk_create(batch)
        yield len(batch)
    continue_numbering([Comment])


def _parents(random: Random, first: int, count: int, shape: Shape) -> list[int | None]:
    answered = (shape(random, said) for said in range(count))
    return [None if index is None else first + index for index in answered]


def _comments(
    random: Random,
    article: Article,
    at: datetime,
    step: timedelta,
    first: int,
    places: Iterator[tuple[int | None, Place]],
) -> Iterator[Comment]:
    for index, (parent, place) in enumerate(places):
        at += step * random.random()
        comment = Comment(
            pk=first + index,
            uid=uuid.UUID(int=random.getrandbits(128), version=4),
            article=article,
            parent_id=parent,
            root_id=place.root_id,
            path=place.path,
            depth=place.depth,
            last_reply=place.last_reply,
            shown_replies=place.shown_replies,
            number=index + 1,
            name=words.person(random),
            text=words.remark(random),
            status=Status.SHOWN,
            why=Reason.FINE,
            posted_at=at,
            shown_at=at,
        )
        comment.fingerprint = fingerprint(comment.text)
        rendering.keep(comment)
        yield comment
