"""The body through the desk's form: hostile markup posted by hand comes out harmless."""

import pytest

from articles.models import Article
from tests.articles.admin.pages import form_url, typed
from tests.factories import make_article

pytestmark = pytest.mark.django_db

HOSTILE = {
    "<p>A<script>alert(1)</script>B</p>": "<p>AB</p>",
    '<p onclick="alert(1)" style="color:red">A</p>': "<p>A</p>",
    '<p><a href="javascript:alert(1)">A</a></p>': '<p><a rel="noopener">A</a></p>',
    '<p><a href="//evil.example/">A</a></p>': '<p><a rel="noopener">A</a></p>',
    "<h1>A</h1>": "A",
    '<iframe src="https://evil.example/"></iframe><p>A</p>': "<p>A</p>",
    "<svg><style><img src=x onerror=alert(1)></style></svg><p>A</p>": "<p>A</p>",
    "<p></p>": "",
}


@pytest.mark.parametrize("markup", HOSTILE)
def test_posted_markup_is_cleaned(reporter, sign_in, markup):
    story = make_article(by=reporter)

    sign_in(reporter).post(form_url(story), typed(story, body=markup))

    assert Article.objects.get().body == HOSTILE[markup]


def test_form_gives_its_import_map_the_policys_nonce(reporter, sign_in):
    story = make_article(by=reporter)

    page = sign_in(reporter).get(form_url(story))

    nonce = page.context["csp_nonce"]
    assert f"'nonce-{nonce}'" in page.headers["Content-Security-Policy"]
    assert f'<script type="importmap" nonce="{nonce}">' in page.content.decode()
