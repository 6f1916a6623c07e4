"""What is sent in another charset than ours is refused, never a 500."""

from urllib.parse import urlencode

import pytest

from comments.models import Comment
from tests.comments.factories import FROM_HERE
from tests.factories import make_published

pytestmark = pytest.mark.django_db

FIELDS = {"name": "Dio", "email": "dio@example.org", "text": "Blåbær."}
NOT_OURS = ["rot13", "zlib", "base64", "hex", "idna", "punycode", "undefined", "utf-7", "utf-16", "latin-1"]
NOT_OURS += ["utf-8-sig", "none-such", "", "x" * 5000]


def multipart(charset):
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in FIELDS.items()
    ]
    return "".join([*parts, "--b--\r\n"]).encode(), f"multipart/form-data; boundary=b; charset={charset}"


def urlencoded(charset):
    return urlencode(FIELDS).encode(), f"application/x-www-form-urlencoded; charset={charset}"


def send(client, kind, charset):
    body, content_type = kind(charset)
    address = make_published().addresses.get().path + "comments/new/"
    return client.generic("POST", address, body, content_type=content_type, headers=FROM_HERE)


@pytest.mark.parametrize("kind", [multipart, urlencoded])
@pytest.mark.parametrize("charset", NOT_OURS)
def test_another_charset_is_refused_in_a_sentence(client, kind, charset):
    answer = send(client, kind, charset)

    assert (answer.status_code, Comment.objects.exists()) == (400, False)
    assert "What was sent could not be read" in answer.content.decode()
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("kind", [multipart, urlencoded])
@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8", "UTF8", "utf_8", '"utf-8"'])
def test_ours_is_taken_however_it_is_spelt(client, kind, charset):
    answer = send(client, kind, charset)

    assert (answer.status_code, Comment.objects.get().text) == (303, "Blåbær.")


@pytest.mark.parametrize("path", ["/", "/admin/", "/accounts/login/", "/comments/mine/", "/health/"])
def test_every_address_refuses_it(client, path):
    body, content_type = multipart("rot13")

    assert client.generic("POST", path, body, content_type=content_type).status_code == 400
