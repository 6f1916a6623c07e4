"""What the log may hold: of an address that only its owner was given, no more than what it is for."""

import logging
import re

SECRET = re.compile(
    r"(/comments/(?:confirm|mine/open|unsubscribe|notices|sent)/"
    r"|/accounts/(?:confirm-email|password/reset/key)/"
    r"|/preview/)[^/\s]+"
)


class WithoutSecrets(logging.Formatter):
    """Lines in which nobody finds a link to follow. `deploy/nginx.conf` does the same for its own log."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1-", super().format(record))
