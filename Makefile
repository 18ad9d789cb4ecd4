# make run    build the sample articles into ./graph and show what was found
# make test   every test, those on a real Neo4j included
# make test-2026  the tests that ask a real Neo4j, on the newest one, with Cypher 25
# make eval   the scored corpus against its floors, and the sets of ../shared/dev where they are there
# make bench  time extraction against the bare model, then a load of a million relationships into Neo4j
# make lint   ruff and mypy --strict
# make lock   write constraints.txt anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

NEWEST := 2026.08.1
ASKING := tests/store tests/test_bulk.py tests/test_server.py tests/test_serving.py tests/cli/test_cli_reload.py \
    tests/cli/test_cli_serve.py tests/cli/test_questions_on_neo4j.py tests/test_newsroom.py

.PHONY: run test test-2026 eval lint lock clean bench

run: $(VENV)/.run
	$(BIN)/graphbuilder build seeds

test: $(VENV)/.test lint
	$(BIN)/python -m pytest

test-2026: $(VENV)/.test
	GRAPHBUILDER_NEO4J_VERSION=$(NEWEST) $(BIN)/python -m pytest $(ASKING)

eval: $(VENV)/.test
	$(BIN)/python tests/eval/run.py

bench: $(VENV)/.test
	$(BIN)/python tests/bench/extraction.py
	$(BIN)/python tests/bench/neo4j_load.py --relationships 1000000

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/.run: setup.cfg constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[model]'
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[model,fast,server,test]'
	touch $@

lock:
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q setup.cfg --all-extras --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url -o constraints.txt

clean:
	rm -rf $(VENV) graph build *.egg-info
