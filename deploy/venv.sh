#!/bin/sh
# Usage: venv.sh REQUIREMENTS. Makes .venv and installs, unless that was done for these very requirements.
set -eu

wanted=$1
log=.venv/install.log

# What was installed is kept as a copy of the requirements, so that a changed file is noticed whatever its date.
is_done() { cat requirements.txt "$1" 2>/dev/null | cmp -s - ".venv/installed-$1"; }
note_done() { cat requirements.txt "$1" >".venv/installed-$1"; }
works() { .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if works && is_done "$wanted"; then
    exit 0
fi

if ! works || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(sh deploy/python.sh)
    echo "Making .venv with $("$python" --version) …"
    rm -rf .venv
    "$python" -m venv .venv
fi

echo "Installing $wanted (only once; about a minute) …"
rm -f .venv/installed-*
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --retries 2 -r "$wanted" >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    if grep -qE 'NewConnectionError|NameResolution|ConnectTimeout|ProxyError|Temporary failure|unreachable' "$log"; then
        echo "The package index can't be reached. The first installation needs a network; later runs don't." >&2
    else
        echo "Installing failed; the whole report is in $log." >&2
    fi
    exit 1
fi
note_done requirements.txt
note_done "$wanted"
