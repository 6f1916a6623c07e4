# Two commands: `make run` to try the newsroom, `make test` to check it. The work is done by the scripts in deploy/.

PORT ?= 8000
export PORT PYTEST_ARGS
manage = .venv/bin/python manage.py

.DEFAULT_GOAL := help
.PHONY: help run test lint suite passwords bench shell clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: ## install what is needed and serve the newsroom on http://localhost:8000 (PORT=8001 for another port)
	@sh deploy/run.sh

test: ## lint, check and run every test, in browsers too (PYTEST_ARGS="-k embargo" for some)
	@sh deploy/test.sh

lint: ## only lint, format check and import contracts
	@sh deploy/venv.sh requirements-dev.txt
	@sh deploy/lint.sh

suite: ## only the tests, without the linters
	@sh deploy/venv.sh requirements-dev.txt
	@sh deploy/suite.sh

passwords: ## give the demo accounts new passwords and print them
	@sh deploy/venv.sh requirements.txt
	@$(manage) demo_accounts --new-passwords

bench: ## measure pages against a constant answer of the same server
	@sh deploy/venv.sh requirements.txt
	@.venv/bin/python -m benchmarks.pages

shell: ## Django's shell, with the newsroom's models
	@sh deploy/venv.sh requirements.txt
	@$(manage) shell

clean: ## remove what can be made again; stories, pictures, .env and .venv stay
	@sh deploy/clean.sh
