"""Backup and restore: the restored newsroom is the same, and what is not a whole backup is refused."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection

from articles import desk
from articles.models import Article, Edition
from newsroom.backups import restoring
from newsroom.roles import Role
from tests.factories import make_article, make_published, make_topic, make_user

#: Tables to which the migration of roles adds, where tests emptied them before.
WITH_ROLES = {"auth_group_permissions": [], "auth_permission": [], "django_content_type": []}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def roles():
    """Tests that commit leave tables empty behind them, the roles' too."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)


@pytest.fixture
def newsroom(media):
    """A newsroom with a bit of everything, files in folders among it."""
    editor = make_user(role="editor", name="Édith Stöne")
    article = make_published(headline="Rain in Tripoli “again”", topics=(make_topic(),), by=editor)
    desk.publish(article, by=None, change="correction", note="It rained on Tuesday.")
    make_article(headline="القذافي", body="<p>Not yet\u2028said.</p>", by=editor)
    (media / "2026" / "ü").mkdir(parents=True)
    (media / "2026" / "ü" / "picture.jpg").write_bytes(bytes(range(256)) * 9000)
    (media / "empty.txt").write_bytes(b"")
    return article


def everything():
    """Every row of every table, as the database driver gives it, and every file of the newsroom."""
    rows = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names()):
            if table in {"django_migrations", "newsroom_cache"}:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [column.name if hasattr(column, "name") else column[0] for column in cursor.description]
            rows[table] = sorted(repr(sorted(zip(names, row, strict=True))) for row in cursor.fetchall())
    return rows, files()


def files():
    root = restoring.settings.MEDIA_ROOT
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def run(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def repack(path: Path, target: Path, change) -> Path:
    """A copy of an archive in which `change` altered the list of [name, content] of its members."""
    with zipfile.ZipFile(path) as archive:
        members = [[name, archive.read(name)] for name in archive.namelist()]
    change(members)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target


def with_manifest(change):
    """A change of the manifest, for `repack`."""

    def apply(members):
        entry = next(entry for entry in members if entry[0] == "manifest.json")
        manifest = json.loads(entry[1])
        change(manifest, members)
        entry[1] = json.dumps(manifest).encode()

    return apply


def test_restored_newsroom_is_the_same(newsroom, media, tmp_path):
    before = everything()
    run("backup", str(tmp_path / "a.zip"))
    desk.rename(newsroom, by=None, slug="another-address")
    User.objects.update(first_name="Somebody")
    shutil.rmtree(media / "2026")
    (media / "later.txt").write_text("made after the backup")

    run("restore", str(tmp_path / "a.zip"), replace=True)

    assert everything() == before


def test_work_goes_on_in_a_restored_newsroom(newsroom, tmp_path):
    run("backup", str(tmp_path / "a.zip"))
    run("restore", str(tmp_path / "a.zip"), replace=True)

    article = make_published(headline="After the restore")

    assert Edition.objects.get(article=article).pk > max(
        Edition.objects.exclude(article=article).values_list("pk", flat=True)
    )


def test_restores_into_a_database_without_tables(newsroom, media, tmp_path):
    before = everything()
    run("backup", str(tmp_path / "a.zip"))
    restoring.rows.drop_everything()
    shutil.rmtree(media)

    said = run("restore", str(tmp_path / "a.zip"))

    assert everything() == before
    assert said.startswith("Restored ")


def test_older_archive_is_brought_up_to_date(newsroom, tmp_path):
    before = everything()
    run("backup", str(tmp_path / "a.zip"))

    def make_older(manifest, members):
        manifest["migrations"] = [node for node in manifest["migrations"] if node[0] != "newsroom"]

    older = repack(tmp_path / "a.zip", tmp_path / "older.zip", with_manifest(make_older))
    run("restore", str(older), replace=True)

    assert ("newsroom", "0001_roles") in restoring.rows.applied_migrations()
    assert {**everything()[0], **WITH_ROLES} == {**before[0], **WITH_ROLES}


def test_newsroom_moves_from_sqlite_to_this_database(tmp_path):
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3",
        "MEDIA_ROOT": f"{tmp_path}/other",
    }
    for command in (["migrate"], ["load_first_story"], ["backup", f"{tmp_path}/a.zip"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=environment, check=True
        )

    run("restore", str(tmp_path / "a.zip"), replace=True)

    edition = Edition.objects.get()
    assert (edition.live_from, edition.headline) == (edition.first_published_at, edition.article.headline)
    assert Group.objects.get(name="editor").permissions.exists()


def test_refuses_a_newsroom_that_somebody_works_in(newsroom, tmp_path):
    run("backup", str(tmp_path / "a.zip"))
    before = everything()

    with pytest.raises(CommandError, match="There is a newsroom here already, and nothing was changed"):
        run("restore", str(tmp_path / "a.zip"))

    assert everything() == before


def test_backup_is_whole_or_not_there(newsroom, media, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(media) + b"/no-text-\xff")).write_bytes(b"x")

    with pytest.raises(CommandError, match="The backup could not be written"):
        run("backup", str(folder / "a.zip"))

    assert list(folder.iterdir()) == []


def test_backup_is_for_its_owner_alone_and_replaces_no_other(newsroom, tmp_path):
    path = tmp_path / "a.zip"
    run("backup", str(path))
    written = path.read_bytes()

    with pytest.raises(CommandError, match="never replaces another"):
        run("backup", str(path))

    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o600, written)


def test_links_below_the_media_are_not_followed(newsroom, media, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("private")
    (media / "link").symlink_to(secret)

    run("backup", str(tmp_path / "a.zip"))

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert "files/link" not in archive.namelist()


def rename_file(name):
    def change(manifest, members):
        manifest["files"][name] = manifest["files"].pop("empty.txt")
        next(entry for entry in members if entry[0] == "files/empty.txt")[0] = f"files/{name}"

    return with_manifest(change)


def damage(members):
    next(entry for entry in members if entry[0].endswith("picture.jpg"))[1] = b"another picture"


def of_later(manifest, members):
    manifest["migrations"].append(["articles", "9999_something_new"])


def of_later_format(manifest, members):
    manifest["format"] = 2


def without_a_table(manifest, members):
    del manifest["tables"]["articles.edition"]
    members[:] = [entry for entry in members if entry[0] != "tables/articles.edition.jsonl"]


REFUSED = {
    "a name that climbs": (rename_file("../outside.txt"), "name is not safe"),
    "a name that climbs later": (rename_file("a/../../outside.txt"), "name is not safe"),
    "an absolute name": (rename_file("/tmp/outside.txt"), "name is not safe"),  # noqa: S108
    "a name for another system": (rename_file("..\\outside.txt"), "name is not safe"),
    "a drive": (rename_file("c:outside.txt"), "name is not safe"),
    "a member too many": (lambda members: members.append(["files/extra", b"x"]), "other files than its list"),
    "a member missing": (lambda members: members.pop(0), "other files than its list"),
    "a changed file": (damage, "files/2026/ü/picture.jpg is damaged"),
    "a later version": (with_manifest(of_later), "newer version of this software"),
    "a later format": (with_manifest(of_later_format), "newer version of this software"),
    "a table missing": (with_manifest(without_a_table), "not those of the version"),
    "no manifest": (lambda members: members.pop(), "no list of its contents"),
}


def test_hostile_and_damaged_archives_are_refused_and_change_nothing(newsroom, tmp_path):
    run("backup", str(tmp_path / "a.zip"))
    before = everything()

    said = {}
    for name, (change, sentence) in REFUSED.items():
        path = repack(tmp_path / "a.zip", tmp_path / "hostile.zip", change)
        with pytest.raises(CommandError) as refusal:
            run("restore", str(path), replace=True)
        said[name] = sentence in str(refusal.value) or str(refusal.value)

    assert said == dict.fromkeys(REFUSED, True)
    assert everything() == before
    assert not (tmp_path / "outside.txt").exists()


def test_archive_that_was_cut_off_is_refused(newsroom, tmp_path):
    run("backup", str(tmp_path / "a.zip"))
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(CommandError, match="not a backup, or was cut off"):
        run("restore", str(tmp_path / "half.zip"), replace=True)

    assert Article.objects.count() == 2


def test_folder_in_place_of_an_archive_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="could not be restored"):
        call_command("restore", str(tmp_path))


def test_link_below_the_media_leads_no_file_outside(newsroom, media, tmp_path):
    run("backup", str(tmp_path / "a.zip"))
    shutil.rmtree(media / "2026")
    (tmp_path / "elsewhere").mkdir()
    (media / "2026").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CommandError, match="through a link there"):
        run("restore", str(tmp_path / "a.zip"), replace=True)

    assert Article.objects.count() == 2
