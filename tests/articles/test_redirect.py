"""Redirects that an administrator writes by hand."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Redirect

pytestmark = pytest.mark.django_db


def codes(old_path, new_path):
    try:
        Redirect(old_path=old_path, new_path=new_path).full_clean()
    except ValidationError as error:
        return {field: [found.code for found in errors] for field, errors in error.error_dict.items()}
    return {}


@pytest.mark.parametrize("path", ["/world/", "/world/africa/", "/news/2011/old.html/", "/"])
def test_leads_to_a_path_of_the_site(path):
    assert codes("/former/", path) == {}


@pytest.mark.parametrize(
    "path",
    [
        "javascript:alert(1)",
        "//evil.example/",
        "/\\evil.example/",
        "world/",
        "/world",
        "https://evil.example/",
        "/a b/",
    ],
)
def test_leads_nowhere_else(path):
    assert codes("/former/", path) == {"new_path": ["no-path"]}


def test_does_not_lead_round_in_a_circle():
    Redirect.objects.create(old_path="/b/", new_path="/a/")

    assert codes("/a/", "/b/") == {"new_path": ["leads-on"]}
    assert codes("/c/", "/c/") == {"new_path": ["leads-on"]}
