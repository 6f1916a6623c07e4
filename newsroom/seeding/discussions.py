"""Made-up discussions, written in bulk: trees as they grow, where a few branches draw most replies."""

import uuid
from datetime import datetime, timedelta
from random import Random

from articles.models import Article
from comments import paths, rendering
from comments.models import Comment, Discussion
from comments.states import Reason, Status
from newsroom.seeding import words

#: Of a hundred comments so many answer the story itself, and so many others the latest thing said.
TO_THE_STORY, TO_THE_LATEST = 45, 35


def write(random: Random, article: Article, since: datetime, until: datetime, count: int) -> None:
    """Give a story without comments `count` shown ones, spread over the time between."""
    tree = _Tree(random, article, since, step=(until - since) / (count + 1))
    for number in range(1, count + 1):
        tree.grow(number)
    Discussion.objects.create(article=article, shown_count=count, last_number=count, last_root=tree.roots)
    # Level by level, since a reply needs the key of what it answers.
    for level in range(paths.LEVELS):
        Comment.objects.bulk_create([comment for comment in tree.comments if comment.depth == level])


class _Tree:
    def __init__(self, random: Random, article: Article, since: datetime, step: timedelta) -> None:
        self.random, self.article, self.at, self.step = random, article, since, step
        self.comments: list[Comment] = []
        self.by_path: dict[str, Comment] = {}
        self.roots = 0

    def grow(self, number: int) -> None:
        parent = self._pick_parent()
        self.at += self.step * self.random.random()
        comment = self._comment(number, parent)
        for path in paths.ancestors(comment.path):
            self.by_path[path].shown_replies += 1
        self.comments.append(comment)
        self.by_path[comment.path] = comment

    def _pick_parent(self) -> Comment | None:
        draw = self.random.randrange(100)
        if not self.comments or draw < TO_THE_STORY:
            return None
        recent = self.comments[-5:] if draw < TO_THE_STORY + TO_THE_LATEST else self.comments
        parent = self.random.choice(recent)
        return parent if parent.depth < paths.LEVELS - 1 else None

    def _comment(self, number: int, parent: Comment | None) -> Comment:
        comment = Comment(
            uid=uuid.UUID(int=self.random.getrandbits(128), version=4),
            article=self.article,
            parent=parent,
            root=(parent.root or parent) if parent else None,
            path=self._path(parent),
            depth=parent.depth + 1 if parent else 0,
            number=number,
            name=words.person(self.random),
            text=words.remark(self.random),
            status=Status.SHOWN,
            why=Reason.FINE,
            posted_at=self.at,
            shown_at=self.at,
        )
        rendering.keep(comment)
        return comment

    def _path(self, parent: Comment | None) -> str:
        if parent is None:
            self.roots += 1
            return paths.step(self.roots)
        parent.last_reply += 1
        return parent.path + paths.step(parent.last_reply)
