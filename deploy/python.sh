#!/bin/sh
# Prints the first Python that can make our environment; else says what was found, and what to do.
set -eu

found=""
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    version=$("$name" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
    if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        found="$found $name is $version, which is too old."
    elif ! "$name" -c 'import venv, ensurepip' 2>/dev/null; then
        found="$found $name is $version, but without its venv module: on Debian and Ubuntu, apt install ${name}-venv."
    else
        echo "$name"
        exit 0
    fi
done

echo "The newsroom needs Python 3.11 or later with venv.${found:- No python3 was found.}" >&2
echo "If you have one under another name: PYTHON=/path/to/python3 make run" >&2
exit 1
