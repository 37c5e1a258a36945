# `make run` and `make test` set up all they need; a second run starts at once and needs no network.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: run test serve client score scores bench bench-tables bench-digits bench-stamps bench-seals bench-search bench-ocr bench-memory bench-noise bench-calibration bench-tagger bench-kill bench-workers lint format samples lock clean help

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
export OMP_THREAD_LIMIT ?= 1
# Tests start many processes; each would compile our modules anew.
unexport PYTHONDONTWRITEBYTECODE
# The first interpreter of these that is new enough.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)

run: .venv/ready ## set up, read all samples, store them, print the documents and tasks
	@# 4: the sample that is marked MẬT is refused, as it must be
	$(BIN)/vanthu ingest samples || [ $$? -eq 4 ]
	$(BIN)/vanthu documents
	$(BIN)/vanthu tasks

serve: .venv/ready ## the web desk and the API on http://127.0.0.1:8787
	$(BIN)/vanthu serve

client: .venv/ready-client ## a Python client of the API, made from its OpenAPI document, in build/vanthu-client
	$(BIN)/python .ci/client.py build/vanthu-client

test: .venv/ready-dev .venv/ready-client ## set up and run all tests, quick ones first, the browser's last
	$(BIN)/python -m coverage erase
	$(BIN)/python -m pytest nlp tests --ignore=tests/flow --ignore=tests/browser $(SIDE_BY_SIDE) --cov --cov-report=
	if compgen -G "tests/flow/test_*.py" >/dev/null; then $(BIN)/python -m pytest tests/flow --cov --cov-append --cov-report=; fi
	if compgen -G "tests/browser/test_*.py" >/dev/null; then $(BIN)/python -m pytest tests/browser --cov --cov-append --cov-report=; fi
	$(BIN)/python -m coverage report --skip-covered --sort=cover | tail -n 25

# A file of tests goes to one process, so that it shares what it has set up.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile

score: .venv/ready-dev ## read all samples anew; fail when a field falls below samples/scores.json
	$(BIN)/python .ci/gate.py

scores: .venv/ready-dev ## the same, then raise samples/scores.json to what was reached (it never lowers a figure)
	$(BIN)/python .ci/gate.py --raise

bench: .venv/ready-dev .venv/ready-bench ## CPU seconds of one page, against ocrmypdf on the same page
	$(BIN)/python .ci/bench.py

bench-tables: .venv/ready-dev ## how well the structure of drawn tables is read, born digital and scanned
	PYTHONPATH=. $(BIN)/python .ci/bench_tables.py

bench-digits: .venv/ready-dev ## the reader of digits on drawn slots, in hands it was not trained on
	$(BIN)/python .ci/bench_digits.py

bench-stamps: .venv/ready-dev ## ĐẾN stamps and marks on rendered pages: read, promised, wrong
	$(BIN)/python .ci/bench_stamps.py

bench-seals: .venv/ready-dev ## signers under red, grey and black seals on rendered pages: read, promised, wrong
	$(BIN)/python .ci/bench_seals.py $(ARGS)

bench-search: .venv/ready-dev ## milliseconds of searches in 30,000, 100,000 and 300,000 documents, beside tantivy
	PYTHONPATH=.ci:. $(BIN)/python -m bench_search --sizes $(SIZES) $(WRITE)
SIZES ?= 30000,100000,300000

bench-ocr: .venv/ready-dev .venv/ready-bench ## errors and CPU of Tesseract, ocrmypdf and ours on worn pages (ARGS="--texts 1")
	$(BIN)/python -m samples.bench.run $(ARGS)

bench-noise: .venv/ready-dev ## what the record loses when 2 % of the characters of its text are damaged
	PYTHONPATH=. $(BIN)/python .ci/bench_noise.py $(FOLDER)

bench-tagger: .venv/ready-dev ## organs by grammar, tagger and both, documents and days, in sentences of unseen names
	$(BIN)/python -m models.vi_directive.train --judge

bench-calibration: .venv/ready-dev ## how far the confidences of all fields are probabilities, on the samples
	$(BIN)/python .ci/calibration.py

bench-kill: .venv/ready-dev ## 500 uploads while web and workers are killed 200 times
	$(BIN)/python .ci/kill.py $(ARGS)

bench-workers: .venv/ready-dev ## pages a minute of one worker and of two, each of one process, sharing S3
	$(BIN)/python .ci/workers.py $(ARGS)

bench-memory: .venv/ready-dev ## memory and cores of reading a file of 300 pages
	$(BIN)/python -m samples.bench.memory $(ARGS)

lint: .venv/ready-dev ## every check of style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/vulture
	$(BIN)/python .ci/bar.py

format: .venv/ready-dev ## put all code into the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

samples: .venv/ready-dev ## render the documents of samples/ from their scripts
	$(BIN)/python -m samples.render.make

lock: .venv/ready-dev ## resolve the locked versions anew (needs the network)
	$(PIP) uv
	echo 'setuptools>=80' | $(BIN)/uv pip compile $(LOCK) pyproject.toml - -o requirements.txt
	echo 'setuptools>=80' | $(BIN)/uv pip compile $(LOCK) pyproject.toml - --extra dev -c requirements.txt -o requirements-dev.txt
	echo 'openapi-python-client>=0.29' | $(BIN)/uv pip compile $(LOCK) - -o requirements-client.txt
LOCK := --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean: ## remove what was built here (documents that were taken in stay where they are)
	rm -rf .venv .make .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

# Stamps: each stands for a part of the set-up and is made again only when its list changes.
.venv/bin/python:
	.ci/packages run
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/ready: requirements.txt pyproject.toml apt-packages.txt | .venv/bin/python
	.ci/packages run
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	.ci/packages test
	$(PIP) --require-hashes -r requirements-dev.txt
	touch $@

# The maker of the client has its own environment: it wants an older typer than ours.
.venv/ready-client: requirements-client.txt | .venv/bin/python
	$(PYTHON) -m venv .venv/client
	.venv/client/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-client.txt
	touch $@

.venv/ready-bench: apt-packages.txt | .venv/bin/python
	.ci/packages bench
	touch $@
