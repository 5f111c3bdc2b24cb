# What comes from Debian's packages. Sourced by bash after common.sh.
# shellcheck shell=bash

# as_root COMMAND… – runs it as root, by sudo where we are not.
as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

# install_packages WHAT PACKAGE… – installs Debian packages, or names them and the command.
install_packages() {
  local what=$1
  shift
  need_root "$what" "$@"
  announced "Installing $what …" "$(by_hand "$@")" apt_install "$@"
}

by_hand() { echo "apt-get update && apt-get install --no-install-recommends $*"; }

# need_root WHAT PACKAGE… – asks for the password where it can be seen, or ends with the command.
need_root() {
  local what=$1
  shift
  has_program apt-get ||
    die "$what: missing, and this is no Debian. Install what Debian calls: $*"
  [[ $EUID -eq 0 ]] && return
  has_program sudo && sudo true || die "$what: missing. As root, run: $(by_hand "$@")"
}

# Another apt may be at work, as on a machine that has just been set up: wait for it.
apt_install() {
  as_root apt-get -q -o DPkg::Lock::Timeout=120 update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 \
      install --yes --no-install-recommends "$@"
}

has_program() { command -v "$1" >/dev/null; }

# Any PostgreSQL with PostGIS will do; which one is used is cluster.py's business.
has_postgis() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

has_fonts() { compgen -G '/usr/share/fonts/truetype/dejavu/*.ttf' >/dev/null; }

has_pango() { compgen -G '/usr/lib/*/libpangoft2-1.0.so.0' >/dev/null; }

has_harfbuzz_subset() { compgen -G '/usr/lib/*/libharfbuzz-subset.so.0' >/dev/null; }

# What sets the text of the certificates.
ensure_typesetting() {
  has_pango && has_harfbuzz_subset && return
  install_packages "what sets text in PDFs" libpangoft2-1.0-0 libharfbuzz-subset0
}

ensure_postgis() {
  has_postgis && return
  need_root "PostgreSQL with PostGIS" postgresql-postgis
  # The package would set up and start a server of its own, which nobody here asked for.
  local status=0 setting=/etc/postgresql-common/createcluster.d/00-none-for-samspil.conf
  as_root mkdir -p "${setting%/*}"
  echo 'create_main_cluster = false' | as_root tee "$setting" >/dev/null
  (install_packages "PostgreSQL with PostGIS" postgresql-postgis) || status=$?
  as_root rm -f "$setting"
  return "$status"
}

# What the tests try the proxy of the README with.
ensure_nginx() {
  [[ -x /usr/sbin/nginx ]] && return
  need_root "nginx" nginx-light
  # The package would start a server of its own, now and at every start of the machine.
  local status=0 policy=/usr/sbin/policy-rc.d ours=
  if [[ ! -e $policy ]]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
  fi
  (install_packages "nginx" nginx-light) || status=$?
  [[ -z $ours ]] || as_root rm -f "$policy"
  if has_program systemctl; then as_root systemctl disable --quiet nginx 2>/dev/null || true; fi
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
