#!/usr/bin/env bash
# Pins every dependency with its hashes, for all supported Pythons: run after a change in pyproject.toml (needs uv).
set -euo pipefail
cd "$(dirname "$0")/.."
compile() { uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra build "$@"; }
compile --output-file requirements.lock
compile --extra develop --output-file requirements-develop.lock
