"""A moderator at the queue."""

import re
from typing import Any

from tests.comments.factories import browser

QUEUE = "/admin/comments/comment/queue/"


class Desk:
    """A moderator at the queue, without scripts."""

    def __init__(self, user: Any) -> None:
        self.browser = browser(user)

    def read(self) -> str:
        page = self.browser.get(QUEUE)
        assert page.status_code == 200
        return page.content.decode()

    def send(self, address: str = "decide/", **typed: Any) -> Any:
        page = self.read()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        seen = dict(re.findall(r'name="(seen-\d+)" value="(\d+)"', page))
        return self.browser.post(
            QUEUE + address, {"csrfmiddlewaretoken": token, **seen, **typed}, follow=True
        )

    def take(self, **typed: str) -> Any:
        return self.send("next/", **{"order": "newest", "size": "10", **typed})

    def press(self, press: str, **typed: Any) -> str:
        return self.send(press=press, **typed).content.decode()

    def rows(self) -> list[int]:
        return [int(pk) for pk in re.findall(r'<article class="queued[^"]*" id="comment-(\d+)"', self.read())]
