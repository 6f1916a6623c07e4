"""What most tests of the discussion are about."""

import pytest

from articles.models import Article
from tests.factories import make_published


@pytest.fixture
def article(db: None) -> Article:
    return make_published(headline="Rain")
