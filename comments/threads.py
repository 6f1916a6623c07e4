"""From rows to the nested lists of a discussion, as one piece of safe HTML. No queries, no models.

Nothing recurses, however deep the thread.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from articles.body import join_trusted
from comments.drawing import Drawing, Row, placeholder
from comments.states import Status

#: How many levels are nested on the page; deeper replies stand on the last one and say what they answer.
LEVELS_SHOWN = 5


@dataclass
class Thread:
    """What the lists need to know beside their rows."""

    #: The path of the story, under which permalinks and reply pages are found.
    story_path: str
    #: Whether replies are taken, so that each comment offers one.
    takes_replies: bool
    #: The comment under which these rows stand; None for those of a whole story.
    under: int | None = None
    #: How many more replies than are listed here a root has, by the root's pk.
    more: dict[int, int] = field(default_factory=dict)


def render(rows: Iterable[Row], thread: Thread) -> SafeString:
    """The nested lists of these rows; each comes right after what it stands under. "" for none."""
    return join_trusted(_Lists(thread).write(rows))


class _Lists:
    """Opens and closes lists as rows go down and up. It joins what is escaped or out of an `HTMLField`."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.drawing = Drawing(thread.story_path, takes_replies=thread.takes_replies)
        self.html: list[str] = []
        #: The comments that we are inside of, outermost first, and the lists that are open around them.
        self.inside: list[Row] = []
        self.lists = 0
        #: The number of the last comment that was written.
        self.last: int | None = None

    def write(self, rows: Iterable[Row]) -> list[str]:
        for row in rows:
            while self.inside and self.inside[-1].depth >= row.depth:
                self.leave()
            if len(self.inside) == LEVELS_SHOWN:
                self.stand_beside(row)
            else:
                self.enter(row)
        while self.inside:
            self.leave()
        self.close_list()
        return self.html

    def enter(self, row: Row) -> None:
        if self.lists == len(self.inside):
            self.html.append('<ol role="list" class="thread">')
            self.lists += 1
        self.html.append("<li>")
        self.comment(row, self.inside[-1].pk if self.inside else self.thread.under)
        self.inside.append(row)

    def stand_beside(self, row: Row) -> None:
        """A reply below the last nested level: the next item of that level's list."""
        self.html.append("</li><li>")
        self.comment(row, self.inside[-2].pk, is_beside=True)

    def leave(self) -> None:
        row = self.inside.pop()
        if self.lists > len(self.inside) + 1:
            self.close_list()
        if row.pk in self.thread.more:
            self.html.append(self.drawing.more(row, self.thread.more[row.pk], self.last))
        self.html.append("</li>")

    def close_list(self) -> None:
        if self.lists:
            self.html.append("</ol>")
            self.lists -= 1

    def comment(self, row: Row, above: int | None, *, is_beside: bool = False) -> None:
        """One comment, in the list of the replies to `above`, or the place that it leaves."""
        self.last = row.number or self.last
        if row.status == Status.SHOWN:
            is_nested = row.parent_id == above
            self.html.append(self.drawing.comment(row, is_nested=is_nested, is_beside=is_beside))
        else:
            self.html.append(placeholder(row))
