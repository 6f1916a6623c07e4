"""Addresses: fixed at first publication, changed on purpose only, and never left dead."""

from datetime import date
from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from articles.desk.moving import Hold, hold
from articles.desk.refusals import IllegalMove
from articles.models import Address, Article, Edition, Redirect, Section


def path_for(day: date, slug: str) -> str:
    """The address of a story first published on `day`, in the newsroom's calendar."""
    return f"/{day:%Y/%m/%d}/{slug}/"


def propose_slug(article: Article) -> str:
    """A slug from the headline, cut at a word; headlines in other scripts get one from the `uid`."""
    slug = slugify(article.headline)
    if len(slug) > 80:
        slug = slug[:80].rsplit("-", 1)[0]
    return slug or f"story-{article.uid.hex[:8]}"


def claim(article: Article, day: date) -> Address:
    """The story's current address; made now if it has none, numbered if another story has the same."""
    current = article.addresses.filter(is_current=True).first()
    if current:
        return current
    if not article.slug:
        article.slug = propose_slug(article)
        article.save(update_fields=["slug"])
    for slug in chain([article.slug], (f"{article.slug}-{number}" for number in count(2))):
        if address := _take(article, path_for(day, slug)):
            return address
    raise AssertionError("There is always another number.")


def _take(article: Article, path: str) -> Address | None:
    """Make this path the story's own; None if another has it, or takes it in this very moment."""
    if Address.objects.filter(path=path).exists():
        return None
    try:
        with transaction.atomic():
            return Address.objects.create(article=article, path=path)
    except IntegrityError:
        return None


def rename(article: Article, *, by: Any, slug: str) -> str:
    """Change the story's address to another slug; the former one leads there for good. Returns the path.

    For a story that readers have never seen, the former address is simply dropped.
    """
    with hold(article, "rename", by) as held:
        row = held.article
        slug = _check_slug(row, slug)
        row.slug = slug
        row.save(update_fields=["slug"])
        path = _move(held)
    article.slug = slug
    return path


def _move(held: Hold) -> str:
    """Lead the story's addresses to the one of its slug; "" if it has none yet."""
    row = held.article
    current = row.addresses.filter(is_current=True).first()
    if current is None:
        return ""
    first = row.editions.effective().first()
    path = path_for(first.published_on, row.slug)
    held.details.update(old=current.path, new=path)
    if first.first_published_at > held.now:
        row.addresses.all().delete()
    row.addresses.update(is_current=False)
    if not row.addresses.filter(path=path).update(is_current=True) and not _take(row, path):
        raise IllegalMove(row, "rename", "address-taken", f"Another story has the address {path}.")
    return path


def _check_slug(article: Article, slug: str) -> str:
    slug = slug.strip().lower()
    try:
        Article._meta.get_field("slug").clean(slug, article)
        validate_slug(slug)
    except ValidationError as error:
        raise IllegalMove(
            article,
            "rename",
            "bad-slug",
            "An address is made of letters, digits and hyphens, for example “libya-convoys”, and is at most "
            "120 characters long.",
        ) from error
    return slug


def move_landing(landing: Any, old_path: str) -> None:
    """Save a section, topic or contributor, and lead its former address to its new one.

    `old_path` is where it was found before the change. The addresses of sub-sections follow, and stories
    are found below the section that theirs now belongs to.
    """
    with transaction.atomic():
        if isinstance(landing, Section):
            _wait_for_publication(landing)
        landing.save()
        _redirect(old_path, landing.get_absolute_url())
        if isinstance(landing, Section):
            _editions_elsewhere(landing).update(top_section=landing.top)
            for child in landing.children.all():
                child.parent = landing
                move_landing(child, child.path)


def _editions_elsewhere(section: Section) -> Any:
    """Versions in this section that are found below another than it belongs to."""
    return Edition.objects.filter(section=section).exclude(top_section=section.top)


def _wait_for_publication(section: Section) -> None:
    """Lock what publication locks, in its order: stories, their section, and only then the one above it."""
    stories = Article.objects.filter(pk__in=_editions_elsewhere(section).values("article")).order_by("pk")
    list(stories.select_for_update().values_list("pk"))
    list(section.children.select_for_update().values_list("pk"))


def _redirect(old_path: str, new_path: str) -> None:
    if old_path == new_path:
        return
    Redirect.objects.filter(old_path=new_path).delete()
    Redirect.objects.filter(new_path=old_path).update(new_path=new_path)
    Redirect.objects.update_or_create(old_path=old_path, defaults={"new_path": new_path})
