"""Going from one page to the next: pressing returns when the next one has come, on a slow machine too."""

from playwright.sync_api import Page


def press(page: Page, name: str, *, exact: bool = True) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=exact).click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).click()
