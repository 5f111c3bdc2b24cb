# What comes from Debian's packages. Sourced by bash after common.sh.
# shellcheck shell=bash

# as_root COMMAND… – runs it as root, by sudo where we are not.
as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

# install_packages WHAT PACKAGE… – installs Debian packages, or names them and the command.
install_packages() {
  local what=$1 command
  shift
  command="apt-get update && apt-get install --no-install-recommends $*"
  command -v apt-get >/dev/null ||
    die "$what is missing, and this is no Debian; install what Debian calls: $*"
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || die "$what is missing. As root, run: $command"
  fi
  announced "Installing $what …" "$command" apt_install "$@"
}

apt_install() {
  as_root apt-get -q update &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get -q install --yes --no-install-recommends "$@"
}

has_program() { command -v "$1" >/dev/null; }

# Any PostgreSQL with PostGIS will do; which one is used is cluster.py's business.
has_postgis() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

has_fonts() { compgen -G '/usr/share/fonts/truetype/dejavu/*.ttf' >/dev/null; }

ensure_postgis() {
  has_postgis && return
  # The package would set up and start a server of its own, which nobody here asked for.
  local status=0 setting=/etc/postgresql-common/createcluster.d/00-none-for-samspil.conf
  as_root mkdir -p "${setting%/*}"
  echo 'create_main_cluster = false' | as_root tee "$setting" >/dev/null
  (install_packages "PostgreSQL with PostGIS" postgresql-postgis) || status=$?
  as_root rm -f "$setting"
  return "$status"
}

# Sets PYTHON to one that is new enough.
ensure_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if has_program "$name" &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      PYTHON=$name
      return
    fi
  done
  install_packages "Python" python3
  PYTHON=/usr/bin/python3
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "Samspil needs Python 3.11 or newer; this machine has $("$PYTHON" --version)."
}
