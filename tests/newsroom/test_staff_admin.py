"""Accounts on the desk: who may make them, what they may give, and that nobody is deleted."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from tests.factories import make_user

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/auth/user/"


def change_url(person):
    return f"{PEOPLE}{person.pk}/change/"


def details(person, **changes):
    return {
        "username": person.username,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "is_active": "on",
        "is_staff": "on",
        "groups": [group.pk for group in person.groups.all()],
        **changes,
    }


@pytest.fixture
def superuser():
    return User.objects.create_superuser("root", "root@news.example", "correct horse")


def test_administrator_makes_an_account_with_a_role(client, administrator):
    client.force_login(administrator)
    role = Group.objects.get(name="reporter")

    client.post(
        f"{PEOPLE}add/",
        {
            "username": "amina",
            "first_name": "Amina",
            "last_name": "Diallo",
            "email": "amina@news.example",
            "is_staff": "on",
            "groups": [role.pk],
            "usable_password": "true",
            "password1": "a long pass phrase",
            "password2": "a long pass phrase",
        },
    )

    amina = User.objects.get(username="amina")
    assert (amina.is_staff, amina.is_superuser, list(amina.groups.all())) == (True, False, [role])
    assert amina.check_password("a long pass phrase")


def test_administrator_gives_nothing_beyond_the_roles(client, administrator, reporter):
    client.force_login(administrator)
    permission = Permission.objects.first()

    client.post(
        change_url(reporter),
        details(reporter, is_superuser="on", user_permissions=[permission.pk], last_name="New"),
    )

    reporter.refresh_from_db()
    assert (reporter.last_name, reporter.is_superuser, reporter.user_permissions.count()) == ("New", False, 0)


def test_administrator_does_not_make_a_superuser(client, administrator):
    client.force_login(administrator)

    client.post(
        f"{PEOPLE}add/",
        {
            "username": "sly",
            "is_superuser": "on",
            "usable_password": "true",
            "password1": "a long pass phrase",
            "password2": "a long pass phrase",
        },
    )

    assert User.objects.get(username="sly").is_superuser is False


def test_administrator_does_not_touch_a_superuser(client, administrator, superuser):
    client.force_login(administrator)
    password = {
        "usable_password": "true",
        "password1": "a long pass phrase",
        "password2": "a long pass phrase",
    }

    answers = [
        client.post(change_url(superuser), details(superuser, is_active="")),
        client.post(f"{PEOPLE}{superuser.pk}/password/", password),
    ]

    superuser.refresh_from_db()
    assert [answer.status_code for answer in answers] == [403, 403]
    assert superuser.is_active and superuser.check_password("correct horse")


def test_superuser_may_make_another(client, superuser, editor):
    client.force_login(superuser)

    client.post(change_url(editor), details(editor, is_superuser="on"))

    editor.refresh_from_db()
    assert editor.is_superuser


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_nobody_is_deleted(client, request, who, reporter):
    client.force_login(request.getfixturevalue(who))

    assert client.post(f"{PEOPLE}{reporter.pk}/delete/", {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=reporter.pk).exists()


def test_administrator_deactivates(client, administrator, reporter):
    client.force_login(administrator)

    client.post(change_url(reporter), details(reporter, is_active=""))

    reporter.refresh_from_db()
    assert reporter.is_active is False


@pytest.mark.parametrize("role", ["reporter", "editor", "moderator"])
def test_others_do_not_see_accounts(client, role):
    client.force_login(make_user(role=role))

    assert client.get(PEOPLE).status_code == 403


def test_roles_are_read_only(client, superuser):
    client.force_login(superuser)
    role = Group.objects.get(name="reporter")
    page = f"/admin/auth/group/{role.pk}/change/"

    assert client.get(page).status_code == 200
    assert client.post(page, {"name": "owner"}).status_code == 403


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same_for_one_account_and_for_thirty(
    client, administrator, count, django_assert_num_queries
):
    for _ in range(count):
        make_user(role="reporter")
    client.force_login(administrator)

    with django_assert_num_queries(8):
        client.get(PEOPLE)
