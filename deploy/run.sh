#!/bin/sh
# Serves the newsroom on this machine, for trying it: environment, secret, database, first story, accounts.
set -eu

PORT=${PORT:-8000}
sh deploy/venv.sh requirements.txt
.venv/bin/python deploy/port.py "$PORT"

if ! grep -qs '^SECRET_KEY=' .env; then
    umask 077
    .venv/bin/python -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(50))' >>.env
    echo "Wrote .env with a secret of its own for this newsroom."
fi

SITE_URL="http://localhost:$PORT"
# The same machine by its number, which some people type.
ALLOWED_HOSTS=${ALLOWED_HOSTS:-127.0.0.1}
export SITE_URL ALLOWED_HOSTS
umask 022
.venv/bin/python manage.py set_up

echo
echo "The site:  $SITE_URL/"
echo "The desk:  $SITE_URL/admin/"
echo "Ctrl-C ends it."

# Mail that readers are owed, for as long as the server lives: it takes this process's number.
.venv/bin/python manage.py send_owed_mail --every 3 --beside $$ &
exec .venv/bin/python -m granian --interface wsgi --host 127.0.0.1 --port "$PORT" \
    --workers 1 --blocking-threads 4 --workers-kill-timeout 3 --log-level warning newsroom.wsgi:application
