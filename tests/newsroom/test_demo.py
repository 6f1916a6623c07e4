"""Accounts and the first story of a newsroom for trying things out."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from articles import desk
from articles.models import Article
from newsroom import demo
from tests.factories import make_article

pytestmark = pytest.mark.django_db

NAMES = ["administrator", "reporter", "editor", "moderator"]


def run(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def test_makes_one_account_for_each_role_with_the_password_it_prints():
    said = run("demo_accounts")

    printed = dict(line.split() for line in said.splitlines()[1:])
    assert list(printed) == NAMES
    for name, password in printed.items():
        assert Client().login(username=name, password=password)
        user = User.objects.get(username=name)
        assert [group.name for group in user.groups.all()] == [name]
        assert (user.is_staff, user.is_superuser) == (True, name == "administrator")


def test_addresses_are_proved_so_that_a_second_factor_can_be_tried():
    demo.make()

    proved = EmailAddress.objects.filter(verified=True, primary=True)
    assert {address.email for address in proved} == {f"{name}@demo.invalid" for name in NAMES}


def test_makes_none_where_there_are_accounts(editor):
    run("demo_accounts")

    assert User.objects.get() == editor


def test_new_passwords_are_for_demo_accounts_only_and_sign_them_out(editor):
    demo.make()
    client = Client()
    client.force_login(User.objects.get(username="reporter"))
    before = editor.password

    passwords = demo.give_new_passwords()

    editor.refresh_from_db()
    assert (list(passwords), editor.password) == (NAMES, before)
    assert Client().login(username="reporter", password=passwords["reporter"])
    assert client.get("/admin/").status_code == 302


def test_new_passwords_for_nobody_are_refused(editor):
    with pytest.raises(CommandError, match="no demo accounts"):
        run("demo_accounts", new_passwords=True)


def test_removes_demo_accounts_and_closes_those_that_history_names(editor):
    demo.make()
    worker = User.objects.get(username="editor")
    desk.file(make_article(by=worker), by=worker)

    said = run("demo_accounts", remove=True)

    assert said == (
        "Deleted: administrator, reporter, moderator.\nClosed, since the history names them: editor.\n"
    )
    worker.refresh_from_db()
    assert (worker.is_active, worker.has_usable_password(), worker.is_staff) == (False, False, False)
    assert not demo.accounts().exists()
    assert User.objects.filter(is_active=True).get() == editor


def test_first_story_is_loaded_into_an_empty_newsroom():
    said = run("load_first_story")

    assert said == f"Loaded the first story: “{Article.objects.get().headline}”.\n"


def test_first_story_is_not_loaded_over_work():
    make_article(headline="Ours")

    said = run("load_first_story")

    assert (said, Article.objects.get().headline) == ("The newsroom has 1 story; none was loaded.\n", "Ours")
