# Everything starts here, from a bare Python 3.11: the first run makes .venv, later runs skip what is done.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
OUT := out
# A stamp per set of packages: it is newer than what it was made from, or it is made again.
VENV := .venv/made
DEMO_SET := .venv/demo-installed
DEV_SET := .venv/dev-installed
# The packages are compiled once, here, even where the environment asks Python to write no bytecode.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-input --compile

.PHONY: help demo test check bench soak docs clean setup requirements format generate

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(DEMO_SET) ## 30 simulated days of a lending platform; report in out/demo/report.html
	@rm -rf $(OUT)/demo && mkdir -p $(OUT)/demo
	@$(BIN)/lending simulate --seed 7 --days 30 --dealers 20 --customers 500 \
	    --store sqlite:///$(OUT)/demo/demo.db --out $(OUT)/demo
	@echo "report: $(OUT)/demo/report.html"

test: $(DEV_SET) ## all tests, on memory, SQLite and PostgreSQL
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal $(ARGS)

check: $(DEV_SET) ## lint, format, types, import contracts, proto lint, drift of generated files, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/lint_proto.py
	$(BIN)/python tools/define_protos.py --check
	$(BIN)/python tools/generate_proto.py --check
	$(BIN)/python tools/generate_vocabulary.py --check
	$(BIN)/python tools/generate_requirements_table.py --check
	$(BIN)/python tools/generate_figures_table.py --check
	$(BIN)/python tools/generate_entries_table.py --check
	$(BIN)/python -m pytest -q -p no:xdist tests/architecture

bench: $(DEV_SET) ## all benchmarks; figures in out/bench.json
	@$(BIN)/python -m tests.benchmarks --out $(OUT)/bench.json $(ARGS)

soak: $(DEV_SET) ## the full-size proofs, resumed where they stopped; results in out/soak.json
	@$(BIN)/python -m tests.soak --out $(OUT)/soak.json $(ARGS)

docs: $(DEV_SET) ## the handbook, in out/docs/index.html
	@$(BIN)/python -m sphinx -q -W --keep-going -b html -d $(OUT)/doctrees docs $(OUT)/docs
	@echo "handbook: $(OUT)/docs/index.html"

format: $(DEV_SET) ## set the code in order
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

generate: $(DEV_SET) ## write the generated files again: protobuf code, reference pages
	@$(BIN)/python tools/define_protos.py
	@$(BIN)/python tools/generate_proto.py
	@$(BIN)/python tools/generate_vocabulary.py
	@$(BIN)/python tools/generate_requirements_table.py
	@$(BIN)/python tools/generate_figures_table.py
	@$(BIN)/python tools/generate_entries_table.py

requirements: $(DEV_SET) ## compile requirements/*.txt again (UPGRADE=--upgrade for newer versions)
	@$(BIN)/python tools/compile_requirements.py $(UPGRADE)

setup: $(DEV_SET) ## .venv with everything, for an editor

clean: ## remove what was made, .venv included
	@rm -rf .venv $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV):
	@for python in python3.11 python3; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed; python3 here is $$(python3 --version 2>&1)" >&2; exit 1; }; \
	[ -x $(BIN)/pip ] || { echo "making .venv with $$python"; "$$python" -m venv .venv; }
	@touch $@

$(DEMO_SET): $(VENV) requirements/demo.txt pyproject.toml
	@if [ ! -e $(DEV_SET) ]; then echo "installing requirements/demo.txt"; \
	    $(INSTALL) --require-hashes -r requirements/demo.txt; \
	    $(INSTALL) --no-deps --no-build-isolation -e .; fi
	@touch $@

$(DEV_SET): $(VENV) requirements/dev.txt pyproject.toml
	@echo "installing requirements/dev.txt"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@
