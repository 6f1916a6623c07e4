"""Made-up sections, topics and people, for made-up stories to belong to. What is there already is used."""

from random import Random

from django.utils.text import slugify

from articles.models import Contributor, Section, Topic
from newsroom.seeding import words


def make_sections() -> list[Section]:
    """Two levels of sections; the lower ones are returned, since stories are put there."""
    found = []
    for order, (name, children) in enumerate(words.SECTIONS, start=1):
        parent = _section(name, None, order)
        found += [_section(child, parent, number) for number, child in enumerate(children, start=1)]
    return found


def _section(name: str, parent: Section | None, order: int) -> Section:
    path = f"{parent.path if parent else '/'}{slugify(name)}/"
    values = {"name": name, "slug": slugify(name), "parent": parent, "order": order}
    return Section.objects.get_or_create(path=path, defaults=values)[0]


def make_topics() -> list[Topic]:
    return [
        Topic.objects.get_or_create(slug=slugify(name), defaults={"name": name, "kind": kind})[0]
        for name, kind in words.TOPICS
    ]


def make_contributors(random: Random) -> list[Contributor]:
    names = {words.person(random) for _ in range(30)}
    return [
        Contributor.objects.get_or_create(
            slug=slugify(name), defaults={"name": name, "job_title": "Made-up reporter"}
        )[0]
        for name in sorted(names)
    ]
