"""Walking about the desk as a person does."""

from typing import Any

from playwright.sync_api import Page

LIST = "/admin/articles/article/"


def sign_in(page: Page, person: Any) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Login").fill(person.username)
    page.get_by_label("Password", exact=True).fill("correct horse")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def form_of(article: Any) -> str:
    return f"{LIST}{article.pk}/change/"


def body_of(page: Page) -> Any:
    return page.get_by_role("textbox", name="Body")
