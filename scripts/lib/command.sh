# Shared by the scripts that run one of Samspil's commands. Sourced by bash; ROOT is the checkout.
# shellcheck shell=bash
# shellcheck source=scripts/lib/common.sh
source "$ROOT/scripts/lib/common.sh"
# shellcheck source=scripts/lib/debian.sh
source "$ROOT/scripts/lib/debian.sh"
# shellcheck source=scripts/lib/packages.sh
source "$ROOT/scripts/lib/packages.sh"

# run_samspil COMMAND… – installs what is missing and becomes that command.
run_samspil() {
  lock_checkout
  ensure_python
  [[ -n ${SAMSPIL_DATABASE_URL-} ]] || ensure_postgis
  ensure_python_packages requirements.lock
  unlock_checkout
  exec "$VENV/bin/python" -m samspil.cli "$@"
}
