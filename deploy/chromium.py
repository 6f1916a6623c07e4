"""Prints the address of a Chromium that starts: $CHROMIUM, one on the path, or Playwright's own."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.chromium import NAMES


def candidates(own: str) -> Iterator[str]:
    yield os.environ.get("CHROMIUM", "")
    for name in NAMES:
        yield shutil.which(name) or ""
    yield own


def main() -> int:
    with sync_playwright() as playwright:
        for path in candidates(playwright.chromium.executable_path):
            if not path or not Path(path).exists():
                continue
            try:
                playwright.chromium.launch(
                    executable_path=path, args=["--no-sandbox", "--disable-gpu"]
                ).close()
            except Error:
                continue
            print(path)
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
