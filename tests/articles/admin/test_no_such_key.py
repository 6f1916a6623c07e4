"""What is sent by hand where the key of a row belongs: answered in the form, never by a 500."""

import pytest

from articles.models import Slot
from tests.articles.admin.pages import form_url, typed
from tests.factories import make_article, make_contributor

pytestmark = pytest.mark.django_db

NO_KEYS = ["xxxx", "-1", str(10**30), "9" * 5000, "²", "a\0b"]
ADD = "/admin/articles/article/add/"


def errors(answer):
    """The names of the fields that the form refuses, of the story and of its credits."""
    rows = [row for inline in answer.context["inline_admin_formsets"] for row in inline.formset.errors]
    return {name for refused in (answer.context["adminform"].form.errors, *rows) for name in refused}


@pytest.mark.parametrize("no_key", NO_KEYS)
@pytest.mark.parametrize("field", ["section", "topics", "assignee"])
def test_story_with_what_is_no_key_is_given_back(field, no_key, editor, sign_in):
    story = make_article()

    answer = sign_in(editor).post(form_url(story), typed(story, **{field: no_key}))

    assert (answer.status_code, errors(answer)) == (200, {field})


@pytest.mark.parametrize("no_key", NO_KEYS)
def test_credit_of_nobody_is_given_back(no_key, editor, sign_in):
    story = make_article()
    row = {"credits-0-contributor": no_key, "credits-0-role": "author", "credits-0-order": "1"}

    answer = sign_in(editor).post(form_url(story), typed(story, **row, **{"credits-TOTAL_FORMS": 1}))

    assert (answer.status_code, errors(answer)) == (200, {"contributor"})


@pytest.mark.parametrize("no_key", NO_KEYS)
def test_slot_of_no_story_is_given_back(no_key, editor, sign_in):
    lead = {"place": "lead", "article": no_key, "starts_at": "2026-03-02T10:00"}

    answer = sign_in(editor).post("/admin/articles/slot/add/", lead)

    assert (answer.status_code, errors(answer), Slot.objects.count()) == (200, {"article"}, 0)


@pytest.mark.parametrize("no_key", NO_KEYS)
def test_contributor_without_that_account_is_given_back(no_key, administrator, sign_in):
    amina = make_contributor()
    words = {"name": amina.name, "slug": amina.slug, "user": no_key}

    answer = sign_in(administrator).post(f"/admin/articles/contributor/{amina.pk}/change/", words)

    assert (answer.status_code, errors(answer)) == (200, {"user"})


@pytest.mark.parametrize("no_key", NO_KEYS)
def test_right_choice_is_kept_beside_one_that_is_no_key(no_key, editor, sign_in):
    story = make_article()
    topic = story.topics.create(name="Libya", slug="libya")

    answer = sign_in(editor).post(form_url(story), typed(story, topics=[topic.pk, no_key]))

    assert f'<option value="{topic.pk}" selected>Libya</option>' in answer.content.decode()


def test_story_is_found_by_its_key_where_the_form_names_no_other_field(editor, sign_in):
    story = make_article()

    answer = sign_in(editor).post(form_url(story), typed(story, _to_field=""))

    assert (answer.status_code, answer.url) == (302, form_url(story))


@pytest.mark.parametrize("no_key", NO_KEYS)
@pytest.mark.parametrize("field", ["section", "topics", "assignee"])
def test_address_of_a_new_story_may_propose_what_is_no_key(field, no_key, editor, sign_in):
    assert sign_in(editor).get(ADD, {field: no_key}).status_code == 200
