"""Things to test with. Plain keyword-only functions; published stories go through the desk's own verbs."""

import itertools
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import time_machine
from django.contrib.auth.models import Group, Permission, User

from articles import desk
from articles.models import Article, Contributor, Edition, Section, Topic

counter = itertools.count(1)

#: Migrations that give the roles their rights, each as `ROLES`.
GIVE_RIGHTS = (
    "0001_roles",
    "0002_rights_at_the_desk",
    "0003_rights_over_rules",
    "0004_rights_over_word_lists",
    "0005_rights_to_pick",
    "0006_rights_of_moderators",
)
#: An ordinary moment, at which tests start: a Monday morning in Cairo.
NOON = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def make_user(*, role: str = "", username: str = "", name: str = "") -> User:
    """An account; with a role it is staff of that role."""
    username = username or f"{role or 'person'}-{next(counter)}"
    first, _, last = name.partition(" ")
    user = User.objects.create_user(
        username, f"{username}@news.example", "correct horse", first_name=first, last_name=last
    )
    if role:
        user.is_staff = True
        user.save()
        user.groups.add(find_role(role))
    return user


def find_role(name: str) -> Group:
    """The group as migrations made it; made again if a test with real transactions has emptied the tables."""
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        for migration in GIVE_RIGHTS:
            roles = import_module(f"newsroom.migrations.{migration}").ROLES
            for label, codenames in roles.get(name, {}).items():
                rights = Permission.objects.filter(content_type__app_label=label, codename__in=codenames)
                group.permissions.add(*rights)
    return group


def make_section(*, name: str = "World", slug: str = "", parent: Section | None = None) -> Section:
    slug = slug or name.lower()
    path = f"{parent.path}{slug}/" if parent else f"/{slug}/"
    return Section.objects.get_or_create(path=path, defaults={"name": name, "slug": slug, "parent": parent})[
        0
    ]


def make_topic(*, name: str = "Libya") -> Topic:
    return Topic.objects.get_or_create(slug=name.lower().replace(" ", "-"), defaults={"name": name})[0]


def make_contributor(*, name: str = "Amina Diallo") -> Contributor:
    return Contributor.objects.get_or_create(slug=name.lower().replace(" ", "-"), defaults={"name": name})[0]


def make_article(
    *,
    headline: str = "",
    body: str = "<p>What happened, and to whom.</p>",
    section: Section | None = None,
    by: User | None = None,
    state: str = "draft",
    topics: tuple[Topic, ...] = (),
    **fields: Any,
) -> Article:
    """A working copy, in World unless told otherwise; no reader sees it."""
    article = Article(
        headline=headline or f"Story {next(counter)}",
        body=body,
        section=section or make_section(),
        created_by=by,
        state=state,
        **fields,
    )
    article.save()
    article.topics.set(topics)
    return article


def publish(article: Article, *, on: datetime | None = None, **options: Any) -> Edition:
    """Publish as the system; `on` moves the clock there for as long as it takes."""
    if on is None:
        return desk.publish(article, by=None, **options)
    with time_machine.travel(on, tick=False):
        return desk.publish(article, by=None, **options)


def make_published(*, on: datetime | None = None, **fields: Any) -> Article:
    """A story that readers can read."""
    article = make_article(**fields)
    publish(article, on=on)
    return article
