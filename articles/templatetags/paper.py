"""What the paper's templates need beside their page's own stories."""

from datetime import datetime

from django import template
from django.utils.safestring import SafeString

from articles import instants, navigation
from articles.models import Section

register = template.Library()


@register.simple_tag
def sections() -> list[Section]:
    return navigation.sections()


@register.filter
def moment(at: datetime) -> SafeString:
    return instants.time_tag(at)
