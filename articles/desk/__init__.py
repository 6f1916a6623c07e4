"""The verbs of the desk: everything that is done to an article, by whoever does it.

Each is a function `verb(article, *, by, …)`. In one transaction it locks the article, checks the move
and the permission, writes only what it changes and leaves a `DeskEntry`; `by=None` is the system. What
can't be done raises `IllegalMove`, with a sentence for the person and a code for the program.
"""

from articles.desk.addresses import move_landing, rename
from articles.desk.copy import (
    check_save,
    claim,
    file,
    mark_ready,
    revive,
    save,
    send_back,
    spike,
    start,
    take_back,
)
from articles.desk.expunging import expunge
from articles.desk.expunging import look as look_for_words
from articles.desk.foreseeing import foresee
from articles.desk.mistakes import (
    decline_mistake,
    proposed_change,
    reopen_mistake,
    report_mistake,
    take_mistake,
)
from articles.desk.open_moves import open_moves
from articles.desk.publication import Publication, publication
from articles.desk.publishing import embargo, publish, unschedule
from articles.desk.refusals import IllegalMove
from articles.desk.restoring import restore
from articles.desk.striking import compose
from articles.desk.undoing import undo
from articles.desk.withdrawing import compose_notice, withdraw

__all__ = [
    "IllegalMove",
    "Publication",
    "check_save",
    "claim",
    "compose",
    "compose_notice",
    "decline_mistake",
    "embargo",
    "expunge",
    "file",
    "foresee",
    "look_for_words",
    "mark_ready",
    "move_landing",
    "open_moves",
    "proposed_change",
    "publication",
    "publish",
    "rename",
    "reopen_mistake",
    "report_mistake",
    "restore",
    "revive",
    "save",
    "send_back",
    "spike",
    "start",
    "take_back",
    "take_mistake",
    "undo",
    "unschedule",
    "withdraw",
]
