"""That what tests are made with is as the migrations made it."""

import pytest
from django.contrib.auth.models import Group

from tests.factories import find_role


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["administrator", "reporter", "editor", "moderator"])
def test_a_role_made_again_has_the_same_rights(role):
    group = Group.objects.get(name=role)
    before = set(group.permissions.all())
    group.delete()

    assert set(find_role(role).permissions.all()) == before
