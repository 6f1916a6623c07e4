#!/bin/sh
# Everything that must hold before a change is merged, cheapest first.
set -eu

sh deploy/venv.sh requirements-dev.txt
sh deploy/lint.sh
mkdir -p var
echo "— manage.py check"
DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python manage.py check
echo "— manage.py makemigrations --check"
DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python manage.py makemigrations --check --dry-run
exec sh deploy/suite.sh
