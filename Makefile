# Needs git, make and Python 3.11 or newer with its venv module; the rest is installed into .venv.
# Without make: three commands in README.md.

PYTHON ?= python3
PORT ?= 8000
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/test
REDIS_URL ?= redis://127.0.0.1:6379/1

# Called through -m, so that a checkout moved to another folder goes on working.
PY := .venv/bin/python
INSTALL := UV_LINK_MODE=copy $(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r
EXPORT := $(PY) -m uv export --quiet --format requirements-txt --no-emit-project --all-extras

.PHONY: setup install run test check check-slow bench lock
export PORT

setup: .venv/.dev

# What a server needs, without the test tools.
install: .venv/.runtime

run: .venv/.runtime
	@$(PY) -m dprd_news.launch

# The second line goes over what differs between database engines, and skips what it cannot reach.
test: .venv/.dev
	$(PY) -m pytest -n auto -m "not postgres and not redis"
	DATABASE_URL=$(POSTGRES_URL) CACHE_URL=$(REDIS_URL) $(PY) -m pytest -m "postgres or redis"

check: .venv/.dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy dprd_news people articles manage.py
	$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()"
	find templates -name '*.html' -exec .venv/bin/djade --check {} +
	$(PY) manage.py makemigrations --check --dry-run
	SITE_URL=https://localhost DEBUG=false $(PY) manage.py check --deploy --fail-level WARNING

check-slow: check

bench: .venv/.dev
	$(PY) -m tests.bench.reading
	BENCH_POSTGRES_URL=$(POSTGRES_URL) $(PY) -m tests.bench.newsroom
	BENCH_POSTGRES_URL=$(POSTGRES_URL) $(PY) -m tests.bench.search

lock: .venv/.ready
	$(PY) -m uv lock --quiet
	$(EXPORT) --no-dev -o requirements.txt
	$(EXPORT) --all-groups -o requirements-dev.txt

.venv/.ready:
	@$(PYTHON) -c "" 2>/dev/null || { echo "Python tidak ditemukan: pasang python3 (versi 3.11 atau lebih baru)." >&2; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "$$($(PYTHON) --version) terlalu lama: diperlukan Python 3.11 atau lebih baru (PYTHON=python3.11 make ...)." >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "Modul venv milik Python tidak ada: pasang paket python3-venv." >&2; exit 1; }
	@echo "Menyiapkan .venv ..."
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@touch $@

.venv/.runtime: requirements.txt .venv/.ready
	@echo "Memasang pustaka ..."
	@$(INSTALL) requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.ready
	@echo "Memasang pustaka dan alat uji ..."
	@$(INSTALL) requirements-dev.txt
	@touch $@
