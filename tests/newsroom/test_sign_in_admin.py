"""What people sign in with, as the desk shows it: who has which second factor, and never its secret."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db

FACTORS = "/admin/mfa/authenticator/"


@pytest.fixture
def factor(editor):
    return Authenticator.objects.create(user=editor, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})


@pytest.fixture
def superuser(client):
    client.force_login(User.objects.create_superuser("root", "root@news.example", "correct horse"))
    return client


def test_secret_is_shown_to_nobody(superuser, factor, editor):
    page = superuser.get(f"{FACTORS}{factor.pk}/change/").content.decode()

    assert (editor.username in page, factor.data["secret"] in page) == (True, False)


def test_secret_is_given_to_nobody(superuser, factor, administrator):
    changed = {"user": administrator.pk, "type": "totp", "data": '{"secret": "MINE"}'}

    answers = [superuser.post(f"{FACTORS}{path}", changed) for path in ("add/", f"{factor.pk}/change/")]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_lost_one_can_be_taken_away(superuser, factor):
    superuser.post(f"{FACTORS}{factor.pk}/delete/", {"post": "yes"})

    assert not Authenticator.objects.exists()


def test_roles_do_not_reach_it(client, administrator, factor):
    client.force_login(administrator)

    assert client.get(FACTORS).status_code == 403
