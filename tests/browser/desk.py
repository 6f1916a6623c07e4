"""Walking about the desk as a person does."""

from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

LIST = "/admin/articles/article/"


def sign_in(page: Page, person: Any) -> None:
    """As if by the form of `sign_in_by_hand`, and ten times as fast."""
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(person)
    cookie = {"name": name, "value": client.cookies[name].value, "domain": "localhost", "path": "/"}
    page.context.add_cookies([cookie])


def sign_in_by_hand(page: Page, person: Any) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Login").fill(person.username)
    page.get_by_label("Password", exact=True).fill("correct horse")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def form_of(article: Any) -> str:
    return f"{LIST}{article.pk}/change/"


def body_of(page: Page) -> Any:
    return page.get_by_role("textbox", name="Body")


def find(page: Page, field: str, letters: str, found: str) -> None:
    """Choose in a field in which one finds by typing, with the keyboard."""
    page.get_by_role("combobox", name=field).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".select2-search--dropdown .select2-search__field")).to_be_focused()
    page.keyboard.type(letters)
    # Until what was typed has narrowed the list, the first of all would be taken.
    expect(page.locator(".select2-results__option")).to_have_text([found])
    page.keyboard.press("Enter")
