"""The project's settings, with what only a test wants: a throw-away secret and quick passwords."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-and-for-nothing-else-whatsoever")
os.environ["SITE_URL"] = "http://testserver"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["SITE_TIME_ZONE"] = "Africa/Cairo"

from newsroom.settings import *  # noqa: F403
from newsroom.settings import ALLOWED_HOSTS, DATA_DIR, DATABASES, STORAGES

DATA_DIR.mkdir(exist_ok=True)
ALLOWED_HOSTS += ["localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In memory, tests that race would get “database table is locked”.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
else:
    # What a test leaves behind need not outlive the loss of power.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
