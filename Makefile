# Needs make and Python 3.11 or newer; everything else comes from the locks, into .venv.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000

VENV := .venv
PY := $(VENV)/bin/python
# The locks are complete, so nothing is resolved: pip's resolver would look past a pin of package[extra].
PIP_INSTALL := $(PY) -m pip --disable-pip-version-check install --quiet --require-hashes --no-deps
COMPILE := $(PY) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --custom-compile-command 'make lock' pyproject.toml

# Writes the locks, and is not in them.
UV := 0.13.9

NPM_LOCK := --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1

.NOTPARALLEL:
.PHONY: help serve site check schema statements translations keep kept test test-all lint node-tools chromium \
	bench faults fuzz mutants deploy guides offline links watch review lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/runtime ## Show the site on this machine, made anew at every change (LANGUAGES=en for English alone, sooner)
	$(PY) -m mkdocs serve --dev-addr $(HOST):$(PORT)

# PUBLISH=1 makes what only a published site has, too: the sheets of all places in one file.
site: $(VENV)/runtime ## Build the site into site/ (PUBLISH=1 with the sheets of all places in one file)
	$(PY) -m mkdocs build --strict

deploy offline: export PUBLISH := 1

deploy: site ## Write what nginx and Caddy need, into deploy/generated/
	$(PY) tools/server_files.py

offline: site ## Make a ZIP for each language, which works from a folder or a USB stick
	$(PY) tools/offline.py

check: $(VENV)/runtime ## Check the data
	$(PY) -m record_relief check

schema: $(VENV)/runtime ## Write the schemas in data/ from the models
	$(PY) -m record_relief schema

statements: $(VENV)/runtime ## Write data/statements.md, the law in the forms with its sources
	$(PY) -m record_relief statements

translations: $(VENV)/runtime ## Update the files of translations, list what is missing (BEGIN=places/tx, READ=places/tx, ALL=1)
	$(PY) -m record_relief translations $(if $(BEGIN),--begin $(BEGIN)) $(if $(READ),--read $(READ)) $(if $(ALL),--all)

keep: $(VENV)/runtime ## Keep a copy of the present data in data/versions/, before it is published
	$(PY) -m record_relief keep

kept: $(VENV)/runtime ## Fail where the present data is not kept, so that it is not published
	$(PY) -m record_relief kept

# More workers than cores: with two on two, half of the time both wait for a browser, a server or an office program.
# Only CI measures coverage, which costs time, and says which tests are slow.
WORKERS ?= 4
TESTS := -n $(WORKERS) --dist worksteal --ignore=tests/faults $(if $(CI),--cov --cov-report=term --durations=40)

test: lint check node-tools chromium ## Run every check and every test, except the weekly ones (WORKERS=2 with less than 12 GB)
	$(PY) -m pytest $(TESTS)

test-all: lint check node-tools chromium ## Run every test, the weekly ones too
	$(PY) -m pytest $(TESTS) --weekly
	$(PY) -m pytest tests/faults
	$(PY) tools/fuzz.py

lint: $(VENV)/dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache
	$(PY) -m codespell_lib
	$(PY) -m yamllint --strict .

# Nu, the HTML checker, axe-core, the accessibility checker, and puppeteer-core, which drives Firefox. Without npm the run of the tests says what it left out.
node-tools:
	@if command -v npm >/dev/null && ! cmp -s package-lock.json node_modules/installed-lock; then \
		echo "Installing the checkers in package-lock.json"; \
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && \
		cp package-lock.json node_modules/installed-lock; \
	fi

chromium: $(VENV)/dev
	@$(PY) tools/find_chromium.py --install

bench: $(VENV)/dev bench/node_modules ## Measure pages and builds (hours; PART=pages, PART=lighthouse or PART=builds for one)
	$(PY) bench/run.py $(if $(PART),--part $(PART))

bench/node_modules: bench/package-lock.json
	npm ci --prefix bench --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

faults: $(VENV)/dev ## Kill builds at every stage, fill the disk, build twice (many whole builds)
	$(PY) -m pytest tests/faults

fuzz: $(VENV)/dev ## Try more than 10,000 hostile data files (half an hour; SEED=1 for the same again)
	$(PY) tools/fuzz.py $(if $(SEED),--seed $(SEED))

mutants: $(VENV)/dev ## Change load, lint and derive in small ways, list what no test notices (an hour)
	$(PY) tools/mutants.py $(MUTANTS)

guides: $(VENV)/runtime ## Write DATA.md and CHANGELOG.md from the model and the data
	$(PY) tools/data_guide.py

links: $(VENV)/runtime ## Ask every outside address whether it still answers (reports/links.md)
	$(PY) tools/check_links.py

watch: $(VENV)/dev ## Check whether the words of the laws are still where they were read (reports/watch.md)
	$(PY) tools/watch.py

review: $(VENV)/runtime ## List what is due to be checked (reports/review.md)
	$(PY) tools/review.py

lock: $(PY) ## Write the locks from pyproject.toml and package.json (UPGRADE=--upgrade for newer versions)
	$(PY) -m pip install --quiet uv==$(UV)
	$(COMPILE) $(UPGRADE) --output-file requirements.txt
	$(COMPILE) $(UPGRADE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	npm install $(NPM_LOCK)
	npm install --prefix bench $(NPM_LOCK)

clean: ## Remove everything that these commands made
	rm -rf $(VENV) .cache site node_modules bench/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Record Relief needs Python 3.11 or newer, which $(PYTHON) is not."; \
		echo "Name another one like this: make serve PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) lacks its venv module. On Debian and Ubuntu: sudo apt install python3-venv"; \
		exit 1; } >&2
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/runtime: requirements.txt $(PY)
	@echo "Installing what the site needs (requirements.txt)"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/runtime
	@echo "Installing what the tests need (requirements-dev.txt)"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@
