"""A reporter at the desk, with the cursor in their story."""

import pytest

from tests.browser.desk import body_of, form_of, sign_in
from tests.factories import make_article, make_user


@pytest.fixture
def reporter(transactional_db):
    return make_user(role="reporter", name="Amina Diallo")


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, headline="Convoy", body="<p>First.</p>")


@pytest.fixture
def writing(page, reporter, story):
    """The reporter with the cursor at the end of the text."""
    sign_in(page, reporter)
    page.goto(form_of(story))
    body_of(page).click()
    page.keyboard.press("Control+End")
    return page
