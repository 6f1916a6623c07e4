"""Finding by typing: sections, topics, people and stories, for those who may see them."""

import pytest

from tests.factories import make_article, make_published, make_section, make_user

pytestmark = pytest.mark.django_db


def found(client, term, model, field):
    answer = client.get(
        "/admin/autocomplete/",
        {"term": term, "app_label": "articles", "model_name": model, "field_name": field},
    )
    return (
        [result["text"] for result in answer.json()["results"]]
        if answer.status_code == 200
        else answer.status_code
    )


def test_reporter_finds_sections(reporter, sign_in):
    make_section(name="Africa", parent=make_section())

    assert found(sign_in(reporter), "afr", "article", "section") == ["World › Africa"]


def test_colleagues_are_found_by_their_names(reporter, editor, sign_in):
    make_user(username="stone-reader", name="Stone Reader")
    make_user(role="editor", username="gone", name="Gone Stone").__class__.objects.filter(
        username="gone"
    ).update(is_active=False)

    assert found(sign_in(reporter), "stone", "article", "assignee") == ["Edgar Stone"]


def test_moderator_finds_no_colleagues(moderator, editor, sign_in):
    assert found(sign_in(moderator), "stone", "article", "assignee") == 403


def test_only_what_is_or_will_be_published_can_lead_the_front_page(editor, sign_in):
    make_published(headline="Rain in Tripoli")
    make_article(headline="Rain, not yet")

    assert found(sign_in(editor), "rain", "slot", "article") == ["Rain in Tripoli"]


def test_a_nul_is_looked_for_nowhere(reporter, sign_in):
    make_section(name="Africa")

    assert found(sign_in(reporter), "af\0r", "article", "section") == ["Africa"]


@pytest.mark.parametrize("field", ["editions", "credits", "headline", "pk", "nosuch"])
def test_nothing_is_found_for_what_is_no_such_field(editor, sign_in, field):
    assert found(sign_in(editor), "rain", "article", field) == 403


def test_nobody_finds_out_whose_an_address_is_who_may_not_see_it(reporter, administrator, editor, sign_in):
    seen = [
        found(sign_in(person), editor.email, "article", "assignee") for person in (reporter, administrator)
    ]

    assert seen == [[], ["Edgar Stone"]]
