"""Each import contract holds, and each can break: one violating import is planted for every contract."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "engagedesk"

# contract, the module that offends, what it imports, and what the report must name
PLANTS = [
    ("floors", "domain/planted.py", "import engagedesk.models", "engagedesk.domain"),
    ("floors", "models/planted.py", "import engagedesk.services", "engagedesk.models"),
    ("floors", "models/planted.py", "import engagedesk.interchange", "engagedesk.models"),
    ("floors", "services/planted.py", "import engagedesk.ui", "engagedesk.services"),
    ("floors", "sync/planted.py", "import engagedesk.ui", "engagedesk.sync"),
    ("floors", "ui/planted.py", "def late() -> None:\n    import engagedesk.sync", "engagedesk.ui"),
    ("floors", "ui/planted.py", "import engagedesk.cli", "engagedesk.ui"),
    ("floors", "planning/planted.py", "import engagedesk.models", "engagedesk.planning"),
    ("floors", "interchange/planted.py", "import engagedesk.services", "engagedesk.interchange"),
    ("domain-pure", "domain/planted.py", "import time", "time"),
    ("domain-pure", "domain/planted.py", "import sqlalchemy.orm", "sqlalchemy"),
    ("domain-pure", "domain/planted.py", "from engagedesk.clock import SystemClock", "engagedesk.clock"),
    ("qt-above", "services/planted.py", "import PySide6.QtCore", "PySide6"),
    ("qt-above", "sync/planted.py", "from PySide6.QtCore import QObject", "PySide6"),
    ("terminal-without-qt", "cli/planted.py", "import engagedesk.ui", "engagedesk.ui"),
    ("sql-below", "ui/planted.py", "import sqlalchemy", "sqlalchemy"),
    ("sql-below", "cli/planted.py", "from sqlalchemy.orm import Session", "sqlalchemy"),
    ("http-in-sync", "services/planted.py", "import httpx", "httpx"),
    ("http-in-sync", "ui/planted.py", "import exchangelib", "exchangelib"),
    ("solver-in-planning", "services/planted.py", "import ortools.sat", "ortools"),
    ("ground", "wording/planted.py", "import engagedesk.domain.states", "engagedesk.domain"),
    ("codes-not-words", "services/planted.py", "import engagedesk.wording", "engagedesk.wording"),
]


def contracts() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {c["id"]: c["name"] for c in project["tool"]["importlinter"]["contracts"]}


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [
            *(sys.executable, "-c", program, "--no-cache", "--no-logo"),
            *("--config", str(ROOT / "pyproject.toml"), "--contract", contract),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "400", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package's folders and of the modules that contracts name, without what they import."""
    folder = tmp_path_factory.mktemp("contracts")
    for source in PACKAGE.rglob("*.py"):
        copy = folder / "engagedesk" / source.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("", encoding="utf-8")
    return folder


@pytest.mark.parametrize("contract", contracts())
def test_the_program_as_it_stands_keeps_every_contract(contract: str) -> None:
    result = lint(PACKAGE.parent, contract)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("contract", "module", "statement", "named"), PLANTS)
def test_one_planted_import_breaks_the_contract(
    skeleton: Path, tmp_path: Path, contract: str, module: str, statement: str, named: str
) -> None:
    tree = Path(shutil.copytree(skeleton / "engagedesk", tmp_path / "engagedesk"))
    (tree / module).write_text(statement + "\n", encoding="utf-8")

    result = lint(tmp_path, contract)

    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contracts()[contract]} BROKEN" in result.stdout
    assert named in result.stdout.split("Broken contracts", 1)[1]


def test_a_tree_without_imports_breaks_no_contract(skeleton: Path) -> None:
    broken = [contract for contract in contracts() if lint(skeleton, contract).returncode]
    assert broken == []


def test_every_contract_has_been_shown_to_break() -> None:
    assert {plant[0] for plant in PLANTS} == set(contracts())


def test_the_domain_imports_the_standard_library_only() -> None:
    allowed = set(sys.stdlib_module_names)
    foreign = []
    for source in sorted((PACKAGE / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            foreign += [
                f"{source.name}: {name}"
                for name in names
                if name.split(".")[0] not in allowed
                and not name.startswith("engagedesk.domain")
                and name != "engagedesk.errors"
            ]
    assert foreign == []
