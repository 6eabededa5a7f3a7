"""Write a software bill of materials from a lock: CycloneDX 1.6 JSON, one component a pin, with its hashes.

    python packaging/bill_of_materials.py requirements.lock build/dist

The lock is the truth about what is shipped, so nothing is looked up and the same lock gives the same file. Source:
CycloneDX specification 1.6 (ECMA-424), ``component.hashes`` and ``component.purl``.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? *\\?$")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pinned:
    name: str
    version: str
    marker: str
    sha256: tuple[str, ...]


def read_lock(text: str) -> list[Pinned]:
    """Return the pins of a lock in its order; ``ValueError`` for a pin without a hash."""
    pins: list[Pinned] = []
    for block in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        head = PIN.match(block.split("\n", 1)[0])
        if head is None:
            continue
        hashes = tuple(HASH.findall(block))
        if not hashes:
            raise ValueError(f"{head['name']} has no hash")
        pins.append(Pinned(head["name"], head["version"], head["marker"] or "", hashes))
    return pins


def bill(lock: str) -> dict[str, object]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # Named after its content, so that the same lock gives the same bill.
    serial = uuid.UUID(bytes=hashlib.sha256(lock.encode()).digest()[:16], version=4)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "engagedesk",
                "name": project["name"],
                "version": project["version"],
            }
        },
        "components": [_component(pin) for pin in read_lock(lock)],
    }


def _component(pin: Pinned) -> dict[str, object]:
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', pin.name).lower()}@{pin.version}"
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": pin.name,
        "version": pin.version,
        "purl": purl,
        # One for each file of the release: every system's wheel and the source archive.
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in pin.sha256],
    }
    if pin.marker:
        component["properties"] = [{"name": "python:marker", "value": pin.marker}]
    if licence := _licence(pin.name):
        component["licenses"] = [{"license": {"name": licence}}]
    return component


def _licence(name: str) -> str:
    """Return what the installed package says of its licence in one line; empty where it is not installed here."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    if stated and "\n" not in stated and len(stated) < 80:
        return stated
    classifiers = [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    return classifiers[0].rsplit(" :: ", 1)[-1] if classifiers else ""


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: bill_of_materials.py LOCK FOLDER", file=sys.stderr)
        return 2
    lock, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    made = bill(lock.read_text(encoding="utf-8"))
    target = folder / "engagedesk.cdx.json"
    target.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    components = made["components"]
    assert isinstance(components, list)
    print(f"{target}: {len(components)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
