# Everything a person or a machine does with this repository. `make help` lists it.
# Each target first does what set-up it needs (tools/set-up), which takes no time once it is done.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
unexport PYTHONPATH PYTHONHOME

BIN := .venv/bin
FIRSTSNOW_DATA ?= ../shared/data
PYTEST_WORKERS ?= 2
# mypy stops at a folder without Python files, so only those that have some are named.
PYTHON_FOLDERS = $(shell find src tests tools examples benchmarks docs -name '*.py' 2>/dev/null | cut -d / -f 1 | sort -u)

.PHONY: help
help: ## list what make can do
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r target what; do \
		printf 'make %-14s %s\n' "$$target" "$$what"; done

# --- the two commands of the README ---------------------------------------------------------------

.PHONY: start
start: ## set up, write the reports of the example records, serve them and print the address
	@tools/set-up start
	@exec $(BIN)/python examples/serve.py

.PHONY: test
test: ## set up and run every test that runs in minutes, with coverage
	@tools/set-up test
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadfile -m "not external and not validate" \
		--cov --cov-report=term --cov-fail-under=95

# --- checks ---------------------------------------------------------------------------------------

.PHONY: lint
lint: ## check style, types, import directions, host names and message catalogues
	@tools/set-up lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy conftest.py $(PYTHON_FOLDERS)
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/check_hosts.py
	$(if $(wildcard tools/check_catalogues.py),$(BIN)/python tools/check_catalogues.py)

.PHONY: docs
docs: ## build the documentation into docs/_build/html
	@tools/set-up docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -b html -d docs/_build/doctrees docs docs/_build/html
	$(BIN)/python tools/check_offline.py docs/_build/html
	@echo "documentation: docs/_build/html/index.html"

.PHONY: validate
validate: ## run the long statistical suites and mutation testing of history and scales
	@tools/set-up validate
	$(BIN)/python -m pytest -m "(validate or hypothesis) and not external" --hypothesis-profile=search
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/mutmut export-cicd-stats
	$(BIN)/python tools/check_mutants.py mutants/mutmut-cicd-stats.json

.PHONY: external
external: ## run the tests on data that cannot ship (FIRSTSNOW_DATA, by default ../shared/data)
	@tools/set-up external
	@if [ ! -d "$(FIRSTSNOW_DATA)" ]; then \
		echo "firstsnow: 'make external' ran no test: there is no folder $(FIRSTSNOW_DATA); name the folder that holds the data with FIRSTSNOW_DATA=..." >&2; \
		exit 2; fi
	FIRSTSNOW_DATA="$(abspath $(FIRSTSNOW_DATA))" $(BIN)/python -m pytest -m external

.PHONY: bench
bench: ## measure what benchmarks/ promises
	@tools/set-up bench
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

# --- upkeep ---------------------------------------------------------------------------------------

.PHONY: format
format: ## rewrite the code in the house format and mend what ruff can mend
	@tools/set-up format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: lock
lock: ## write requirements/ from pyproject.toml (UPGRADE=1 for newer versions)
	@tools/set-up lock
	tools/lock $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## remove what was built and measured, but not .venv
	rm -rf build dist docs/_build mutants .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis
