# `make run` needs only make and a Python >= 3.11 with pip: uv and everything else is brought into this folder.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV_VERSION := 0.13.8
UV := .tools/uv/bin/uv
PY := $(shell for p in python3.13 python3.12 python3.11 python3; do "$$p" -c 'import sys,pip; sys.exit(sys.version_info<(3,11))' >/dev/null 2>&1 && { "$$p" -c 'import sys; print(sys.executable)'; break; }; done)
export UV_PYTHON := $(PY)
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
SYNC = $(UV) sync --quiet --frozen --inexact

.PHONY: help setup dev run test check fix docs bench lock
help:  ## list what can be done here
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.run  ## make the environment in .venv (with .venv/bin/footprint), no data

run: .venv/.run  ## start Footprint with a sample school on http://127.0.0.1:8000/ (make run ARGS="--port 9000")
	@FOOTPRINT_MODE=demo exec .venv/bin/footprint serve $(ARGS)

test: dev  ## install what tests need, then run everything on SQLite and on PostgreSQL
	@.ci/test $(ARGS)

check: dev  ## lint, types, import contracts, generated docs, migrations
	@.ci/check

fix: dev  ## format and mend what can be mended by a tool
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

docs: dev  ## write docs/reference again from the tables in the code
	@FOOTPRINT_MODE=demo .venv/bin/footprint write-reference

bench: dev  ## measure, side by side with a peer
	@.venv/bin/python bench/reading.py

lock: | $(UV)  ## resolve the dependencies again
	@$(UV) lock

dev: .venv/.dev

$(UV): Makefile
	@test -n "$(PY)" || { echo "No Python >= 3.11 with pip was found. On Debian or Ubuntu: apt install python3 python3-pip" >&2; exit 1; }
	@"$(PY)" -m pip install --quiet --no-warn-script-location --upgrade --target .tools/uv "uv==$(UV_VERSION)" && touch $@

.venv/.run: pyproject.toml uv.lock | $(UV)
	@$(SYNC) --no-dev && touch $@

.venv/.dev: pyproject.toml uv.lock | $(UV)
	@$(SYNC) --group dev --extra postgres && touch $@ .venv/.run
