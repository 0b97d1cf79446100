# Sourced by ./try and ./check: finds a fitting Python, makes .venv and fills it from a lock file with hashes.
# Python 3.11, 3.12 or 3.13 with venv; set PYTHON to choose one.

fits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
  for candidate in "${PYTHON:-}" python3.12 python3.13 python3.11 python3 python \
    "$HOME"/.pyenv/versions/3.1[123]*/bin/python3 "$HOME"/.local/share/uv/python/*/bin/python3 \
    /usr/local/bin/python3.1[123] /opt/python*/bin/python3 /opt/homebrew/bin/python3.1[123]; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
      command -v "$candidate"
      return 0
    fi
  done
  echo "rashomon: no Python 3.11, 3.12 or 3.13 with venv found; install one, or set PYTHON to its path" >&2
  return 1
}

prepare() { # prepare LOCK
  lock=$1
  stamp="$(cksum <"$lock") $(cksum <pyproject.toml)"
  if [ -x .venv/bin/python ] && [ "$(cat ".venv/$lock.stamp" 2>/dev/null)" = "$stamp" ]; then return 0; fi
  python=$(find_python) || return 1
  echo "Setting up .venv with $("$python" --version) from $lock …" >&2
  "$python" -m venv .venv || return 1
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" || return 1
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || return 1
  echo "$stamp" >".venv/$lock.stamp"
}
