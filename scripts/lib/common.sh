# Shared by scripts/start and scripts/test: words for the person at the terminal, and one thing
# at a time in a checkout. Sourced by bash; ROOT is the checkout.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# announced LINE REMEDY COMMAND… – says LINE, runs the command without its chatter, and when it
# fails shows the end of that and what to run by hand.
announced() {
  local line=$1 remedy=$2 log
  shift 2
  say "$line"
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    die "That failed: ${line% …}. To see why, run: $remedy"
  fi
  rm -f "$log"
}

# Waits while another start or test of this checkout installs; released by unlock_checkout.
lock_checkout() {
  exec {CHECKOUT_LOCK}<"$ROOT"
  flock -n "$CHECKOUT_LOCK" || {
    say "Waiting for another scripts/start or scripts/test to finish installing …"
    flock "$CHECKOUT_LOCK"
  }
}

unlock_checkout() { exec {CHECKOUT_LOCK}<&-; }

# digest – one name for everything on standard input.
digest() { sha256sum | cut -d ' ' -f 1; }

# is_current FILE DIGEST – whether the stamp in FILE says that DIGEST is what is installed.
is_current() { [[ -f $1 && $(<"$1") == "$2" ]]; }
