#!/bin/sh
# Runs the tests, on DATABASE_URL and CACHE_URL where they are set. Finds or gets a Chromium and a Java;
# without them their tests are left out, which the last lines say, and which is a failure with CI=true.
set -eu

without=""
missing=""

may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

install() {
    may_install || return 1
    echo "Installing $1 with apt-get …"
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    $sudo apt-get update -qq >/dev/null 2>&1 || true
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1
}

leave_out() {
    without="${without:+$without and }not $1"
    missing="$missing
LEFT OUT: $2"
}

find_chromium() { CHROMIUM=$(.venv/bin/python -m deploy.chromium); }

mkdir -p var
if find_chromium || { install chromium-headless-shell && find_chromium; } || { install chromium && find_chromium; } ||
    { echo "Getting Playwright's own Chromium …" && .venv/bin/python -m playwright install chromium >/dev/null 2>&1 && find_chromium; }
then
    export CHROMIUM
else
    leave_out browser "the browser tests, since no Chromium was found and none could be installed."
fi
if ! java -version >/dev/null 2>&1 && ! { install default-jre-headless && java -version >/dev/null 2>&1; }; then
    leave_out java "the Nu HTML checker's tests, since no Java was found and none could be installed."
fi

if [ -n "$missing" ] && [ "${CI:-}" = true ]; then
    echo "With CI=true nothing may be left out.$missing" >&2
    exit 1
fi

echo "— the tests, on ${DATABASE_URL:-SQLite}"
status=0
# PYTEST_ARGS is several words on purpose.
# shellcheck disable=SC2086
.venv/bin/python -m pytest -q ${without:+-m "$without"} ${PYTEST_ARGS:--n 4} || status=$?
[ -z "$missing" ] || echo "${missing#?}"
exit $status
