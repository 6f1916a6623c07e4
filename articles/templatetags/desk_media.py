"""`{% media_nonce media %}`: the scripts of a form with the policy's nonce on its import map."""

from typing import Any

from django import template
from js_asset import Media

register = template.Library()


@register.simple_tag(takes_context=True)
def media_nonce(context: Any, media: Any) -> str:
    """Django 6.1's admin does this itself; 5.2's has no notion of a nonce."""
    return Media.from_media(media, nonce=context.get("csp_nonce")).render()
