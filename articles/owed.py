"""Mail that is owed: when a try comes after a try, and one mail that leaves or doesn't. No queries.

A row says that a mail is owed; whatever sends it may be killed, run twice or be late, and finds it there.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)

#: After a failure it is tried again: so much later at first, twice as late each time, daily in the end.
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), timedelta(days=1)


def wait(tries: int) -> timedelta:
    """From a try to the next, after so many before it."""
    return min(FIRST_WAIT * 2 ** min(tries, 16), LONGEST_WAIT)


def leaves(compose: Callable[[], EmailMessage], what: str) -> bool:
    """Put a mail together and send it: whether it left. `what` names it in the log, without an address."""
    try:
        compose().send()
    # Whatever is wrong with one mail, the others are to leave; it stays owed.
    except Exception as error:
        # Only its kind: what a mail server says may hold the address.
        logger.error("%s was not sent (%s).", what, type(error).__name__)
        return False
    return True
