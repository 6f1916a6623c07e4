"""The project's settings, with nothing cached between two requests and no log line for each."""

import os
import secrets

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
os.environ["SITE_URL"] = "http://localhost"
os.environ["LOG_LEVEL"] = "ERROR"

from newsroom.settings import *  # noqa: F403
from newsroom.settings import STORAGES

ROOT_URLCONF = "benchmarks.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
