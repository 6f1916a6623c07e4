"""The browser killed, and the server killed, in the middle of a sentence: no word that was typed is lost."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FLAGS, let_the_server_finish
from tests.browser.desk import body_of, form_of, sign_in
from tests.chromium import find_chromium
from tests.factories import make_article, make_user

#: Milliseconds between the keys of somebody who types fast, and seconds after which even a machine on which
#: four browsers are busy has written a key down.
A_KEY, A_BLINK = 30, 3.0
WORDS = [f"word{number}" for number in range(40)]
ROOT = Path(__file__).resolve().parent.parent.parent


def type_words(page: Page, words: list[str]) -> None:
    body_of(page).click()
    page.keyboard.press("Control+End")
    for word in words:
        page.keyboard.type(f" {word}", delay=A_KEY)


def lost(page: Page) -> list[str]:
    """Which of the words are not in the text."""
    there = body_of(page).inner_text().split()
    return [word for word in WORDS if word not in there]


@pytest.fixture
def open_browser(chromium, tmp_path, live_server):
    """A browser with a profile on disk: what it has written down is there when it is opened again."""
    opened = []

    def open_it(**options):
        context = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=find_chromium(),
            args=FLAGS,
            base_url=live_server.url,
            **options,
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield open_it
    for context in opened:
        context.close()
    let_the_server_finish()


def kill_browser_of(profile: Path) -> None:
    """The first process of the browser with this profile, at once and without a word."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            said = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in said and not any(b"--type=" in each for each in said):
            os.kill(int(entry.name), signal.SIGKILL)


@pytest.mark.parametrize("reaches_the_desk", [False, True])
def test_killed_browser_loses_no_word(open_browser, tmp_path, transactional_db, reaches_the_desk):
    reporter = make_user(role="reporter")
    story = make_article(by=reporter, body="<p>First.</p>")
    context = open_browser()
    page = context.new_page()
    sign_in(page, reporter)
    if not reaches_the_desk:
        page.route("**/sitting/**", lambda route: route.abort())
    page.goto(form_of(story))
    type_words(page, WORDS)

    time.sleep(A_BLINK)
    kill_browser_of(tmp_path / "profile")
    time.sleep(0.5)
    page = open_browser().new_page()
    page.goto(form_of(story))
    if "/login/" in page.url:
        sign_in(page, reporter)
        page.goto(form_of(story))
    page.get_by_role("button", name="Take it").click()
    body_of(page).wait_for()

    assert lost(page) == []


class Server:
    """The site in a process of its own, on a database of its own, to be killed and started again."""

    def __init__(self, folder: Path, port: int) -> None:
        self.url = f"http://localhost:{port}"
        database = f"sqlite:///{folder / 'newsroom.sqlite3'}"
        self.environment = {**os.environ, "DATABASE_URL": database, "SITE_URL": self.url, "DEBUG": "1"}
        self.environment |= {"SECRET_KEY": "x" * 50, "PYTHONPATH": str(ROOT)}
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)
        said = self.manage("set_up").stdout
        self.password = next(
            line.split()[1] for line in said.splitlines() if line.split()[:1] == ["reporter"]
        )

    def manage(self, *command: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )

    def start(self) -> None:
        port = self.url.rsplit(":", 1)[1]
        command = [sys.executable, "manage.py", "runserver", "--noreload", "--insecure", port]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                    return
            time.sleep(0.1)
        raise TimeoutError("The server did not start")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Server(tmp_path, port)
    try:
        made.start()
        yield made
    finally:
        made.kill()


def test_killed_server_loses_no_word(server, chromium):
    page = chromium.new_context(base_url=server.url).new_page()
    page.goto("/accounts/login/")
    page.get_by_label("Login").fill("reporter")
    page.get_by_label("Password", exact=True).fill(server.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    page.goto("/admin/articles/article/add/")
    page.get_by_label("Headline").fill("Convoy")

    type_words(page, WORDS[:30])
    server.kill()
    type_words(page, WORDS[30:])
    expect(page.locator("#desk-keeping")).to_contain_text("kept in this browser")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#desk-keeping")).to_contain_text("kept in this browser")
    server.start()
    expect(page.locator("#desk-keeping")).to_contain_text("All you typed is kept", timeout=20_000)

    page.reload()
    page.get_by_role("button", name="Take it").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    assert lost(page) == []
