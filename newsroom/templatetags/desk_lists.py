"""What a list on the desk says of its filters."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag
def filters_in_use(cl: Any) -> int:
    """To how many of the things it can be narrowed to a list is narrowed now."""
    return sum(any(name in cl.params for name in spec.expected_parameters()) for spec in cl.filter_specs)
