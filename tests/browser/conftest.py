"""A real Chromium before a live server. A page that breaks the policy, or throws, fails its test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"

#: Tells of what the policy blocked, but not of what axe itself tries.
WATCH = """
addEventListener("securitypolicyviolation", (event) => {
  if (window.axeIsRunning) return
  console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
})
"""


def find_chromium() -> str | None:
    """`CHROMIUM`, or one on the path, or the one that Playwright has downloaded."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright runs an event loop in this thread, in which Django would refuse to ask its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    chromium = find_chromium()
    if chromium is None:
        reason = "There is no Chromium: install one, or name it in CHROMIUM."
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, live_server: Any, transactional_db: None) -> Iterator[Page]:
    """A page of a fresh visitor, who may be sent to relative addresses."""
    context = browser.new_context(base_url=live_server.url)
    context.add_init_script(WATCH)
    context.set_default_timeout(15_000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.text.startswith("POLICY") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture
def axe(page: Page) -> Callable[[], list[str]]:
    """What axe-core finds wrong with the page as it is now; `evaluate` brings it in past the policy."""

    def violations() -> list[str]:
        page.evaluate("window.axeIsRunning = true")
        page.evaluate(AXE.read_text())
        found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
        page.evaluate("window.axeIsRunning = false")
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    return violations


@pytest.fixture
def roles(transactional_db: None) -> None:
    """The four roles, which a migration made and a test with real transactions has flushed."""
    from importlib import import_module

    from django.apps import apps

    import_module("newsroom.migrations.0001_roles").make_roles(apps, None)
