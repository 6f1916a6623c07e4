"""What pages ask for is there: a missing file would answer 500 once its name carries a hash."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
ASKED_FOR = re.compile(r"""{% static ['"]([^'"]+)['"] %}""")


def test_every_static_path_in_a_template_is_a_file():
    asked = {
        path
        for template in (ROOT / "templates").rglob("*.html")
        for path in ASKED_FOR.findall(template.read_text())
    }

    assert asked
    assert {path for path in asked if finders.find(path) is None} == set()


def test_files_are_collected_under_names_that_carry_their_hash(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()
    assert list(tmp_path.glob("css/tokens.*.css"))
