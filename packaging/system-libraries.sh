#!/usr/bin/env bash
# Install or name the system libraries that Python packages cannot bring.
#
#   system-libraries.sh window     what a real Qt window needs
#   system-libraries.sh tests      what the tests need beyond that: a virtual screen, a tray, a keyring, fault injection
#
# Debian and its kin as root: what is missing is installed. Otherwise it is named, with the command to type; the tests
# that need an absent tool are then skipped, and say so.
set -euo pipefail

window=(
  libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0
  libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1
  libxcb-xfixes0 libxcb-xkb1 libxss1
)
tests=(
  xvfb xauth openbox tint2 trayer dunst dbus dbus-x11 xdotool x11-utils imagemagick gnome-keyring libsecret-tools
  at-spi2-core strace faketime poppler-utils git
)

case "${1:-}" in
  window) wanted=("${window[@]}") ;;
  tests) wanted=("${tests[@]}") ;;
  *)
    echo "usage: $0 window|tests" >&2
    exit 2
    ;;
esac

# macOS and Windows have what a window needs; other Linux systems name their packages differently.
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  [ "$(uname -s)" = Linux ] && echo "Not a Debian system. Its names for what is needed: ${wanted[*]}"
  exit 0
fi

# A later Debian calls a library by its successor's name (libglib2.0-0t64), which provides the old one.
installed() {
  local state
  state=$(dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null || true)
  grep -qx installed <<<"$state"
}

missing=()
for name in "${wanted[@]}"; do
  installed "$name" || missing+=("$name")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "Missing system packages for the $1. Install them with:"
  echo "    sudo apt-get install --no-install-recommends ${missing[*]}"
  exit 0
fi

echo "Installing system packages for the $1: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || echo "The package lists could not be refreshed; trying with those at hand."
if apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
  exit 0
fi

# One name that this release does not know must not cost all the others.
for name in "${missing[@]}"; do
  apt-get install -y -qq --no-install-recommends "$name" >/dev/null || echo "Not available here: $name"
done
