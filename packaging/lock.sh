#!/usr/bin/env bash
# Write the two locks anew from pyproject.toml: `make lock`. Needs the network; nothing else in the project does it.
#
# pip-compile resolves for the machine it runs on, so what only Windows needs is listed in
# requirements-windows.in, resolved the same way, and joined with its marker. Local indexes and wheel folders of this
# machine are left out, so that every hash is one that the public registry serves everywhere.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_INDEX_URL
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"

compile() {
  local output=$1
  shift
  "$python" -m piptools compile --quiet --upgrade --no-config \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --strip-extras \
    --allow-unsafe --no-annotate --output-file "$output" "$@"
}

# One resolution for both files: the runtime lock is a part of the development lock, never a second opinion.
"$python" - "$scratch" <<'PY'
import sys
import tomllib
from pathlib import Path

scratch = Path(sys.argv[1])
project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
runtime = project["project"]["dependencies"]
build = project["build-system"]["requires"]
(scratch / "runtime.in").write_text("\n".join(runtime) + "\n", encoding="utf-8")
(scratch / "dev.in").write_text("\n".join(runtime + build + project["dependency-groups"]["dev"]) + "\n", encoding="utf-8")
PY

compile "$scratch/requirements-dev.lock" "$scratch/dev.in"
sed -n 's/^\([A-Za-z0-9._-]*==[^ \\]*\).*/\1/p' "$scratch/requirements-dev.lock" >"$scratch/constraints.txt"
compile "$scratch/requirements.lock" --constraint "$scratch/constraints.txt" "$scratch/runtime.in"
compile "$scratch/windows.lock" --constraint "$scratch/constraints.txt" packaging/requirements-windows.in

"$python" - "$scratch" <<'PY'
"""Join what only Windows needs, with its marker, to a lock that does not hold the package already."""

import re
import sys
from pathlib import Path

scratch = Path(sys.argv[1])
START = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)")


def blocks(path: Path) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if match := START.match(line):
            name = re.sub(r"[-_.]+", "-", match.group(1)).lower()
        found.setdefault(name, []).append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def marked(block: str, system: str) -> str:
    if ";" in block.splitlines()[0]:
        return block
    return START.sub(lambda m: f'{m.group(1)}=={m.group(2)} ; sys_platform == "{system}"', block, count=1)


# keyring asks for these on Linux only; without the marker SecretStorage would ask Windows for jeepney.
ONLY_LINUX = ("jeepney", "secretstorage")

windows = blocks(scratch / "windows.lock")
for file in ("requirements.lock", "requirements-dev.lock"):
    locked = blocks(scratch / file)
    for name, block in windows.items():
        locked.setdefault(name, marked(block, "win32"))
    for name in ONLY_LINUX:
        locked[name] = marked(locked[name], "linux")
    text = "\n".join(locked[name] for name in sorted(locked)) + "\n"
    if "://" in text or "@ file" in text:
        raise SystemExit(f"{file}: holds an address or a path")
    Path(file).write_text(text, encoding="utf-8")
    print(f"{file}: {len(locked)} packages")
PY
