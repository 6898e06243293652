# Doorzicht: `make start` runs it, `make test` tests it, `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
DOORZICHT_DEMO ?= 1
ARGS ?=
export PORT DOORZICHT_DEMO

BIN := .venv/bin
PIP := $(BIN)/pip --quiet --disable-pip-version-check
RUNTIME := .venv/.runtime-installed
DEV := .venv/.dev-installed
MODULES := node_modules/.installed
ASSETS := src/doorzicht/doors/web/static/web/build/.built
FRONTEND := $(shell find frontend -type f 2>/dev/null) package.json
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

##@ Use
# make would hand DATABASE_URL, with the administrator's password, to every program in MAKEFLAGS.
.PHONY: start
start: $(RUNTIME) $(ASSETS) ## run everything on http://127.0.0.1:8000 with demo data; PORT= and DATABASE_URL= to change
	@exec env -u MAKEFLAGS -u MFLAGS -u MAKEOVERRIDES $(BIN)/doorzicht start

.PHONY: code
code: $(RUNTIME) ## the one-time code of a demo account: make code WIE=noor.voorbeeld
	@$(BIN)/doorzicht code $(WIE)

.PHONY: demo
demo: $(RUNTIME) ## migrate and load the demo data, without starting the web server
	@$(BIN)/doorzicht migrate --verbosity 0
	@$(BIN)/doorzicht demo

.PHONY: reset
reset: $(RUNTIME) ## destroy the database, the keys and all that was entered; asks first, and once more for var/back-up
	@$(BIN)/doorzicht postgres remove
	@DOORZICHT_VAR=var/test $(BIN)/doorzicht postgres remove --yes
	@rm -rf var/test var/geheimen var/sleutelkluis var/bestanden var/mail var/anker var/demo-accounts.json
	@if [ -d var/back-up ]; then \
		printf 'Also destroy the backups in var/back-up? Without the recovery key nobody can open them now. [y/N]: '; \
		read -r answer || answer=n; \
		case $$answer in [yY]*) rm -rf var/back-up; echo 'The backups are gone.';; *) echo 'The backups stay.';; esac; \
	fi

##@ Check
.PHONY: test
test: $(DEV) $(ASSETS) ## the whole suite, browser included; one room: make test ARGS="src/doorzicht/ground/vault"
	@.ci/chromium
	@.ci/test -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

.PHONY: lint
lint: $(DEV) ## ruff: mistakes and habits
	@$(BIN)/ruff check

.PHONY: format
format: $(DEV) ## ruff: lay out the code
	@$(BIN)/ruff format

.PHONY: format-check
format-check: $(DEV) ## is the code laid out
	@$(BIN)/ruff format --check

.PHONY: types
types: $(DEV) ## mypy
	@$(BIN)/mypy

.PHONY: layers
layers: $(DEV) ## import-linter: the law of the house
	@$(BIN)/lint-imports

.PHONY: migrations-check
migrations-check: $(DEV) ## does every model have its migration
	@DOORZICHT_VAR=$(CURDIR)/var/test $(BIN)/python -W ignore::RuntimeWarning -m doorzicht.doors.cli \
		manage makemigrations --check --dry-run

.PHONY: check
check: ## all that CI does
	@.ci/run

.PHONY: bench
bench: $(RUNTIME) ## measure against the calibrator: make bench ARGS=intake
	@$(BIN)/doorzicht bench $(ARGS)

.PHONY: drill
drill: $(DEV) $(ASSETS) ## kill -9 of every program and a full disk while 200 reports come in: is everything acknowledged there
	@$(BIN)/python -m tests.faults.oefening $(ARGS)

##@ Maintain
.PHONY: lock
lock: $(DEV) ## newest versions into the lock files (Python and npm)
	@for set in requirements requirements-dev requirements-node; do $(COMPILE) --upgrade -o $$set.txt $$set.in; done
	@.ci/npm update --package-lock-only

.PHONY: assets
assets: $(ASSETS) ## build style sheets and scripts

.PHONY: screenshots
screenshots: $(DEV) $(ASSETS) ## the pictures of README and manual, into docs/gebruik/beelden
	@.ci/chromium
	@.ci/test tests/journeys/beelden.py

.PHONY: clean
clean: ## remove what was installed and built; keeps var/, where the data is
	@rm -rf .venv node_modules build src/doorzicht/doors/web/static/web/build
	@find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} \
		/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' Makefile

# Stamps: what is up to date is not done again, so a second start takes seconds.
$(RUNTIME): requirements.txt pyproject.toml
	@.ci/venv
	@echo "Installing what Doorzicht runs on (once)..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Installing what the tests and checks need (once)..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(MODULES): package-lock.json $(RUNTIME)
	@echo "Fetching the front-end packages (once)..."
	@.ci/npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(ASSETS): $(MODULES) $(FRONTEND)
	@echo "Building style sheets and scripts..."
	@.ci/npm run --silent build
	@touch $@
