#!/bin/sh
# What a machine can see without running the code.
set -eu

say() { echo "— $*"; "$@"; }

say .venv/bin/ruff check --quiet .
say .venv/bin/ruff format --quiet --check .
echo "— djade --check, on every template"
find . \( -path ./.venv -o -path ./build -o -path ./var \) -prune -o -name '*.html' \
    -exec .venv/bin/djade --check --target-version 5.2 {} +
echo "— lint-imports"
.venv/bin/python -c 'from importlinter.cli import lint_imports_command as run; run(["--no-cache"])' >.venv/imports.log ||
    { cat .venv/imports.log; exit 1; }
