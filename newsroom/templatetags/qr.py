"""`{% qr text as code %}`: a QR code as the path of an SVG, since the policy allows no `data:` pictures."""

from dataclasses import dataclass

import qrcode
from django import template

register = template.Library()


@dataclass(frozen=True)
class Code:
    size: int
    path: str


@register.simple_tag
def qr(text: str) -> Code:
    code = qrcode.QRCode()
    code.add_data(text)
    rows = code.get_matrix()
    dots = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Code(len(rows), "".join(dots))
