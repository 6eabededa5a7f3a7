# Everything from a bare machine: `make run` opens the program on a sample portfolio, `make test` proves it.
# Each target sets up what it needs; a second run is quick. Windows: see README.md.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
STAMPS := .venv/stamps
PYTEST_ARGS ?=

.PHONY: help setup run test check soak bench shots translations package lock clean

help:
	@echo "make run      open the program on a sample portfolio (without a screen: play its day into build/run)"
	@echo "make test     style, types, import contracts, tests"
	@echo "make soak     the long proofs: every kill, power cut and fault"
	@echo "make bench    speed and memory, as a table"
	@echo "make shots    pictures of every page, light and dark, into build/shots"
	@echo "make translations  collect the window's texts, compile the catalogues, say what is missing"
	@echo "make package  the wheel and its bill of materials, into build/dist"
	@echo "make lock     write the locks anew"

setup: $(STAMPS)/window $(STAMPS)/tests $(STAMPS)/project

$(STAMPS)/project: pyproject.toml requirements-dev.lock packaging/make-venv.sh
	@packaging/make-venv.sh
	@mkdir -p $(@D) && touch $@

$(STAMPS)/window: packaging/system-libraries.sh | $(STAMPS)/project
	@packaging/system-libraries.sh window
	@touch $@

$(STAMPS)/tests: packaging/system-libraries.sh | $(STAMPS)/project
	@packaging/system-libraries.sh tests
	@touch $@

run: $(STAMPS)/window $(STAMPS)/project
	@$(PYTHON) packaging/run_sample.py

test: setup
	@packaging/test.sh $(PYTEST_ARGS)

# The quick half of `make test`: everything but the tests.
check: $(STAMPS)/project
	@packaging/test.sh --no-tests

soak: setup
	@ENGAGEDESK_HYPOTHESIS=soak $(PYTHON) -m pytest -m soak --timeout 3600 $(PYTEST_ARGS)

bench: setup
	@$(PYTHON) benchmarks/run.py

shots: $(STAMPS)/window $(STAMPS)/project
	@$(PYTHON) packaging/run_sample.py --shots build/shots
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.ui.gallery build/shots/states 2>/dev/null
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.ui.gallery build/shots/german --language de 2>/dev/null
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.ui.gallery build/shots/mirrored --mirrored 2>/dev/null
	@echo "build/shots: every page of the sample; build/shots/states: every page empty, in error, narrow, at 200 %"

# Collects every text of the window and compiles the catalogues; what has no translation yet is listed.
translations: $(STAMPS)/project
	@$(PYTHON) packaging/translations.py

package: $(STAMPS)/project
	@rm -rf build/dist
	@$(PYTHON) -m build --wheel --no-isolation --outdir build/dist . >/dev/null
	@$(PYTHON) packaging/check_wheel.py build/dist
	@$(PYTHON) packaging/bill_of_materials.py requirements.lock build/dist

lock:  # works from a .venv that knows an older pyproject.toml: that is when locks are written anew
	@test -x $(PYTHON) || packaging/make-venv.sh
	@packaging/lock.sh

clean:
	@rm -rf build .mypy_cache .ruff_cache .import_linter_cache .hypothesis
