"""What is committed can be used anywhere: it names no registry, no machine, and its log calls no value."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOG_METHODS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
LOGGERS = {"log", "logger", "_log", "_logger", "LOG", "logging"}

# Put together here, so that this file does not find itself.
_SLASH = "/"
FORBIDDEN = re.compile(
    "|".join(
        re.escape(words)
        for words in (
            _SLASH + "root" + _SLASH,
            _SLASH + "work" + _SLASH,
            _SLASH + "farm" + _SLASH,
            _SLASH + "opt" + _SLASH + "wheels",
            "pypi" + ".org",
            "python" + "hosted",
            "registry." + "npmjs",
            "deb." + "debian",
        )
    )
)


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def lines_that_name_a_place(files: list[Path]) -> list[str]:
    found = []
    for path in files:
        raw = path.read_bytes()
        if b"\0" in raw[:8192]:
            continue
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            if FORBIDDEN.search(line):
                found.append(f"{path.name}:{number}: {line.strip()[:120]}")
    return found


def log_calls_with_a_made_up_template(source: str) -> list[int]:
    lines = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        target = node.func.value
        name = target.id if isinstance(target, ast.Name) else target.attr if isinstance(target, ast.Attribute) else ""
        if node.func.attr not in LOG_METHODS or name not in LOGGERS:
            continue
        template = node.args[1 if node.func.attr == "log" else 0]
        if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
            lines.append(node.lineno)
    return lines


def test_no_committed_file_names_a_registry_or_a_place_of_one_machine() -> None:
    assert lines_that_name_a_place(committed()) == []


def test_such_a_line_would_be_found(tmp_path: Path) -> None:
    bad = tmp_path / "bad.lock"
    bad.write_text(f"fine\n--index-url https://{'pypi' + '.org'}/simple\n", encoding="utf-8")
    assert lines_that_name_a_place([bad]) == [f"bad.lock:2: --index-url https://{'pypi' + '.org'}/simple"]


def test_every_log_template_is_a_literal() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "src").rglob("*.py"))
        if (lines := log_calls_with_a_made_up_template(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_made_up_log_template_would_be_found() -> None:
    assert log_calls_with_a_made_up_template('log.info("ok %s", x)\nlog.info(f"bad {x}")\nself._log.error(text)') == [
        2,
        3,
    ]
