"""Where the browser is that tests drive."""

import os
import shutil

#: The shell is the same browser without its own windows and buttons, and starts faster.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of a Chromium: the one named in CHROMIUM, or else one that is installed."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)
