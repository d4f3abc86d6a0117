# shellcheck shell=bash
# Makes the machine ready: `setup NEED…` with the needs venv, qgis, pytest and screen, and
# `setup_docs` for the documentation. They do only what is not done yet, and say what to do by hand
# where they cannot.
# shellcheck source=scripts/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/lib/system.sh
source "$ROOT/scripts/lib/system.sh"
# shellcheck source=scripts/lib/venv.sh
source "$ROOT/scripts/lib/venv.sh"

setup() { locked prepare_backend "$@"; }
setup_docs() { locked prepare_docs; }

prepare_backend() {
    ensure_system "$@"
    ensure_venv
}

prepare_docs() {
    ensure_system venv
    ensure_docs_venv
}

# locked COMMAND… - run it while no other set-up of this checkout runs.
locked() {
    local lock
    # Two set-ups at once would spoil each other's work; the second waits, then finds all done.
    exec {lock}>"$CACHE/setup.lock"
    if command -v flock >/dev/null && ! flock --nonblock "$lock"; then
        say "Waiting for another set-up of this checkout to finish …"
        flock "$lock"
    fi
    (
        exec {lock}>&- # or a service that an installed package starts would keep the lock
        "$@"
    )
    exec {lock}>&-
}
