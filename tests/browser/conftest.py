"""A real browser before the real site. Any page error or report of the content policy fails the test."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.chromium import find_chromium

# Playwright keeps an event loop running in this thread, which Django would take for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# What a busy machine may take for a page.
PATIENCE = 10_000
expect.set_options(timeout=PATIENCE)

#: Seconds between two looks at whether the server has answered all that was under way as a test ended.
LOOK = 0.02
#: How Python calls the threads of `ThreadedWSGIServer`, one a connection.
CONNECTION = "(process_request_thread)"

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def wrongs() -> Iterator[list[str]]:
    """What the browser complained of; nothing, at the end of a test."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def new_context(
    chromium: Browser, live_server: Any, transactional_db: None, wrongs: list[str]
) -> Iterator[Callable[..., BrowserContext]]:
    """Open a visitor's browser: `new_context(width=390, dark=True, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_one(*, width: int = 1280, dark: bool = False, **options: Any) -> BrowserContext:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: wrongs.append(str(error.error)))
        context.on("console", lambda message: _note(message, wrongs))
        context.on("dialog", lambda dialog: (wrongs.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        contexts.append(context)
        context.once("close", lambda closed: contexts.remove(closed))
        return context

    yield open_one
    # What a page says as it closes would come to the server in the midst of the next test.
    for context in contexts:
        context.set_offline(True)
    for context in list(contexts):
        context.close()
    let_the_server_finish()


def let_the_server_finish() -> None:
    """Wait for every connection to be done with: twice, since one may not have been taken up yet."""
    until = time.monotonic() + PATIENCE / 1000
    looks_without = 0
    while looks_without < 2:
        time.sleep(LOOK)
        is_busy = any(CONNECTION in thread.name for thread in threading.enumerate())
        looks_without = 0 if is_busy else looks_without + 1
        assert time.monotonic() < until, "The server is still answering a page that was closed."


def _note(message: Any, wrongs: list[str]) -> None:
    """An answer of 404 or 422 is reported by the browser as an error, and may be what the test wants."""
    if message.type == "error" and "Failed to load resource" not in message.text:
        wrongs.append(message.text)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context().new_page()


@pytest.fixture
def violations(wrongs: list[str]) -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with the page that is open, a line each."""

    def find(page: Page) -> list[str]:
        before = len(wrongs)
        page.evaluate(AXE)
        found = page.evaluate("axe.run()")["violations"]
        # What axe itself tried against the policy is not the page's doing.
        del wrongs[before:]
        return [f"{wrong['id']}: {node['html']}" for wrong in found for node in wrong["nodes"]]

    return find


@pytest.fixture
def axe(page: Page, violations: Callable[[Page], list[str]]) -> Callable[[], list[str]]:
    """The same for `page`."""
    return lambda: violations(page)
