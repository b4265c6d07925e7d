# `make help` lists the targets. Options for the command itself go in ARGS: make run ARGS="--port 9000"
SHELL := /bin/bash
DATA ?= data
ARGS ?=
baton := .build/release/baton

.DEFAULT_GOAL := help
.PHONY: help run demo bench test lint format docs assets build clean prove requirements

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build and serve your workspace in ./data on http://127.0.0.1:8080
	$(baton) serve --data $(DATA) $(ARGS)

demo: build ## The same with a workspace full of believable leads, and a user for each role
	$(baton) demo --data $(DATA)/demo $(ARGS)

bench: build ## Measure rates, latencies and memory beside bare SQLite (BENCH_SIZES=10000 for the short way)
	@bin/setup bench
	swift build --configuration release --product decide
	@python3 Benchmarks/bench.py $(baton)

test: ## Install what the tests need and run all of them
	@bin/test

prove: ## 100,000 random commands by several people, every invariant after each (PROVE_COMMANDS, PROVE_SEED)
	@bin/prove

requirements: ## Write docs/requirements.md from the names of the tests
	@bin/requirements

lint: ## Check the style of Swift and JavaScript
	@bin/setup test
	@bin/lint

format: ## Format the Swift sources in place
	swift format --in-place --parallel --recursive Sources Tests Package.swift

docs: ## Draw the pictures of the documentation from the code
	swift build --product baton
	.build/debug/baton process --standard > docs/lead-process.svg
	.build/debug/baton schema > docs/schema.sql

assets: ## Fetch the pinned front-end assets into assets/vendor
	@bin/setup run
	@bin/assets

build: assets
	swift build --configuration release --product baton

clean: ## Remove what was built and fetched; workspaces in ./data stay
	rm -rf .build .cache .venv assets/vendor Tests/Browser/shots Tests/Browser/traces
