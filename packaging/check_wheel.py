"""Hold the built wheel against the checkout: every module and every resource is inside, and nothing else.

python packaging/check_wheel.py build/dist
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = {"__pycache__", ".DS_Store"}


def expected() -> set[str]:
    """Return the names inside the wheel that the checkout's files must have."""
    names = set()
    for folder, inside in ((ROOT / "src" / "engagedesk", "engagedesk"), (ROOT / "resources", "engagedesk/_resources")):
        for path in folder.rglob("*"):
            if path.is_file() and not LEFT_OUT & set(path.parts):
                names.add(f"{inside}/{path.relative_to(folder).as_posix()}")
    return names


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: check_wheel.py FOLDER", file=sys.stderr)
        return 2
    wheels = sorted(Path(sys.argv[1]).glob("*.whl"))
    if len(wheels) != 1:
        print(f"one wheel expected in {sys.argv[1]}, {len(wheels)} found", file=sys.stderr)
        return 1
    with zipfile.ZipFile(wheels[0]) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name and not name.endswith("/")}
    missing, foreign = sorted(expected() - held), sorted(held - expected())
    for name in missing:
        print(f"missing in the wheel: {name}", file=sys.stderr)
    for name in foreign:
        print(f"not in the checkout: {name}", file=sys.stderr)
    resources = sum(1 for name in held if name.startswith("engagedesk/_resources/"))
    print(f"{wheels[0]}: {len(held)} files, {resources} of them resources, {wheels[0].stat().st_size / 1e6:.1f} MB")
    return 1 if missing or foreign or not resources else 0


if __name__ == "__main__":
    sys.exit(main())
