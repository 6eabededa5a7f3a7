#!/usr/bin/env bash
# Make .venv with the first Python of 3.11 or later on PATH, and install the locked requirements and the project.
#
#   make-venv.sh [LOCK]     default requirements-dev.lock
#
# Only what the lock pins by hash is installed; the project itself is built with the build tools of the same lock.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=${1:-requirements-dev.lock}

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3 python; do
    # A version manager's stand-in is on PATH without a Python behind it, so each is asked.
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "Python 3.11 or later is needed and none was found on PATH." >&2
  return 1
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  python=$(find_python)
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
      echo "Installing python$version-venv"
      apt-get update -qq || true
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "python$version-venv" >/dev/null
    else
      echo "Python's venv module is missing. On Debian: sudo apt-get install python3-venv" >&2
      exit 1
    fi
  fi
  "$python" -m venv --clear .venv
fi

pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input)
echo "Installing the locked requirements"
"${pip[@]}" install --quiet --require-hashes --no-deps --requirement "$lock"
"${pip[@]}" install --quiet --no-deps --no-build-isolation --no-index --editable .
"${pip[@]}" check
