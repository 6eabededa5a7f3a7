"""The scripts that a person's `make` runs: bill of materials, wheel check, benchmark table, sample."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def run(*arguments: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False
    )


def test_the_bill_names_every_pin_of_the_lock_with_its_hashes(tmp_path: Path) -> None:
    done = run("packaging/bill_of_materials.py", "requirements.lock", str(tmp_path))
    assert done.returncode == 0, done.stderr
    bill = json.loads((tmp_path / "engagedesk.cdx.json").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert len(bill["components"]) == lock.count("==") - lock.count('sys_platform == "')
    assert sum(len(component["hashes"]) for component in bill["components"]) == lock.count("--hash=sha256:")
    jeepney = next(c for c in bill["components"] if c["name"] == "jeepney")
    assert jeepney["properties"] == [{"name": "python:marker", "value": 'sys_platform == "linux"'}]


def test_the_same_lock_gives_the_same_bill(tmp_path: Path) -> None:
    bills = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        run("packaging/bill_of_materials.py", "requirements.lock", str(folder))
        bills.append((folder / "engagedesk.cdx.json").read_bytes())
    assert bills[0] == bills[1]


def test_a_pin_without_a_hash_makes_no_bill() -> None:
    with pytest.raises(ValueError, match="left-pad has no hash"):
        script("packaging/bill_of_materials.py").read_lock("left-pad==1.0\n")


def test_a_wheel_that_lacks_a_resource_is_refused(tmp_path: Path) -> None:
    expected = sorted(script("packaging/check_wheel.py").expected())
    resources = [name for name in expected if name.startswith("engagedesk/_resources/")]
    assert resources

    def check(names: list[str]) -> subprocess.CompletedProcess[str]:
        with zipfile.ZipFile(tmp_path / "engagedesk-0-py3-none-any.whl", "w") as wheel:
            for name in names:
                wheel.writestr(name, "")
        return run("packaging/check_wheel.py", str(tmp_path))

    assert check(expected).returncode == 0
    short = check([name for name in expected if name != resources[0]])
    assert short.returncode == 1
    assert f"missing in the wheel: {resources[0]}" in short.stderr
    foreign = check([*expected, "engagedesk/secret.txt"])
    assert foreign.returncode == 1
    assert "not in the checkout: engagedesk/secret.txt" in foreign.stderr


@pytest.fixture
def benches(tmp_path: Path) -> Path:
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    shutil.copy(ROOT / "benchmarks" / "run.py", folder)
    (folder / "bench_store.py").write_text(
        "print('warming')\n"
        'print(\'{"name": "insert", "value": 1.05, "unit": "x", "limit": 1.3, "note": "plain 0.6 s"}\')\n'
        'print(\'{"name": "rows", "value": 50000}\')\n',
        encoding="utf-8",
    )
    return folder


def test_the_table_shows_every_figure_with_its_limit(benches: Path) -> None:
    done = run(str(benches / "run.py"))
    assert done.returncode == 0, done.stderr
    assert "  warming" in done.stdout
    row = next(line for line in done.stdout.splitlines() if "insert" in line)
    assert row.split() == ["store", "insert", "1.05", "x", "1.3", "x", "ok", "plain", "0.6", "s"]
    assert "50,000" in done.stdout


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('print(\'{"name": "start", "value": 900, "unit": "ms", "limit": 600}\')', "MISSED"),
        ("raise SystemExit(3)", "bench_window ended with status 3"),
        ("pass", "bench_window gave no figure"),
    ],
)
def test_a_missed_limit_and_a_broken_benchmark_end_in_failure(benches: Path, body: str, said: str) -> None:
    (benches / "bench_window.py").write_text(body + "\n", encoding="utf-8")
    done = run(str(benches / "run.py"))
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "insert" in done.stdout


def test_runs_beside_each_other_are_added_up_to_one_closing_line() -> None:
    add_up = script("packaging/add_up.py").added_up
    lines = [
        "====== 2 failed, 3305 passed, 4 deselected, 1 error in 1418.90s (0:23:38) ======",
        "=== 30 passed, 2 skipped, 2 errors in 61.2s ===",
    ]
    assert add_up(lines) == "====== 2 failed, 3 error, 3335 passed, 2 skipped, 4 deselected in 1418.90s (23:38) ======"
    assert add_up([]) == "====== nothing ran in 0.00s (0:00) ======"
