#!/bin/sh
# Removes what can be made again. Not .venv, which would need a network, and nothing that somebody wrote.
set -eu

rm -rf build var/static var/test*.sqlite3* .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
echo "Clean. Stories and pictures (var/), .env and .venv are still there; to install anew: rm -rf .venv"
