"""A moderator at the queue in a browser."""

from playwright.sync_api import Page, expect

QUEUE = "/admin/comments/comment/queue/"


def take(page: Page, count: int) -> None:
    """By keys alone: the button is the first thing that Enter presses in its form."""
    page.goto(QUEUE)
    page.get_by_role("button", name="Take them").focus()
    page.keyboard.press("Enter")
    expect(page.locator("article.queued")).to_have_count(count)
    # The script has taken the keys once it has given the focus.
    expect(page.locator("article.queued:focus")).to_have_count(1)


def focused(page: Page) -> str:
    return page.evaluate("() => document.activeElement.id")
