"""The project's settings, with nothing cached between two requests and no log line for each."""

import os
import secrets
from pathlib import Path

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
os.environ["SITE_URL"] = "http://localhost"
os.environ["LOG_LEVEL"] = "ERROR"

from newsroom.settings import *  # noqa: F403
from newsroom.settings import DATABASES, STORAGES

ROOT_URLCONF = "benchmarks.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = Path(DATABASES["default"]["NAME"]).parent / "static"
STATIC_ROOT.mkdir(exist_ok=True)
