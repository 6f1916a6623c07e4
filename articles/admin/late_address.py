"""The address in a form from before the story had a public one, or while it had. Only a move changes it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from articles.models import Article
from articles.states import may

LONGEST = Article._meta.get_field("slug").max_length


def without_address(article: Article, fields: dict[str, Any]) -> dict[str, Any]:
    """What of `fields` can still be saved."""
    return {name: value for name, value in fields.items() if name != "slug" or not article.public_path}


def keep_address(request: HttpRequest, article: Article) -> None:
    """Put the address there that a form lacks which was opened while only a move could change it."""
    if not article.public_path and "slug" not in request.POST:
        request.POST = request.POST.copy()
        request.POST["slug"] = article.slug


def say_not_saved(request: HttpRequest, article: Article, slug: str, base_version: int) -> None:
    """Say so, if somebody typed this address in a form that was opened on `base_version`."""
    slug = slug.strip()
    if slug and article.public_path and _is_new(article, slug, base_version):
        way = "Use “Change address”." if may(request.user, "rename", article) else "An editor can change it."
        said = f"The address you typed, “{slug[:LONGEST]}”, was not saved: {_since(article)} {way}"
        messages.warning(request, said)


def _is_new(article: Article, slug: str, base_version: int) -> bool:
    """Whether it is neither what the form began with nor what the story has, or had, anyway."""
    base = article.revisions.filter(version=base_version).first()
    if slug == article.slug or (base and slug == base.fields.get("slug")):
        return False
    paths = article.addresses.values_list("path", flat=True)
    return not any(path.endswith(f"/{slug}/") for path in paths)


def _since(article: Article) -> str:
    if article.standing_number is None and article.pending_at:
        return f"the story has been scheduled since, to be found at {article.public_path}."
    return f"the story has been published at {article.public_path} since."
