# shellcheck shell=bash disable=SC2034 # variables are for the scripts that source it
# The beginning of every script: the project's folder, a predictable environment, and functions for
# messages. Source it; it sets shell options for the script.
set -euo pipefail

# What stands before this check must also run in the bash 3.2 of macOS and in Git for Windows.
system=$(uname -s)
if [[ $system != Linux ]]; then
    case $system in
    Darwin) system=macOS ;;
    MINGW* | MSYS* | CYGWIN*) system=Windows ;;
    esac
    printf '%s\n' "scripts/$(basename "$0") needs Linux and cannot run on $system." \
        "Create an environment with Python's venv and run pytest instead, as CONTRIBUTING.md says" \
        "under \"On Windows and macOS\"; the plugin itself is set up in QGIS (docs/setup.md)." >&2
    exit 1
fi
unset system

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
CACHE=$ROOT/.cache
SETUP_LOG=$CACHE/setup.log
VENV=$ROOT/.venv
VENV_PYTHON=$VENV/bin/python
# A pyenv or conda first on PATH breaks QGIS, so the system's Python is named by its path.
SYSTEM_PYTHON=/usr/bin/python3
SYSTEM_PATH=/usr/bin:/bin:/usr/sbin:/sbin

cd "$ROOT"
# No script asks questions, and a closed stdin must not disturb a child process.
exec </dev/null
# The caller's environments and paths must not affect either Python.
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONSTARTUP CDPATH
export HOME=${HOME:-$CACHE/home}
[[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8

# say LINE… and fail LINE…: one line each; fail writes to stderr and ends the script.
say() { printf '%s\n' "$@"; }
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

mkdir -p "$CACHE" 2>/dev/null || true
[[ -w $ROOT && -w $CACHE ]] ||
    fail "Cannot write to $ROOT: work in a copy of the project that belongs to you."

# step LABEL COMMAND… - run a command with its output in the log; show the log's end if it fails.
STEPS_TAKEN=0
step() {
    local label=$1 started=$SECONDS
    shift
    ((STEPS_TAKEN++)) || : >"$SETUP_LOG"
    printf '  %s … ' "$label"
    printf '\n== %s\n$ %s\n' "$label" "$*" >>"$SETUP_LOG"
    if "$@" >>"$SETUP_LOG" 2>&1; then
        printf 'done (%d s)\n' $((SECONDS - started))
    else
        printf 'failed\n'
        tail -n 25 "$SETUP_LOG" | sed 's/^/    /' >&2
        fail "$label failed; the whole log is in $SETUP_LOG"
    fi
}

# temporary_folder VARIABLE - a private folder (0700), removed when the script ends.
TEMPORARY_FOLDERS=()
temporary_folder() {
    local folder
    folder=$(mktemp -d "${TMPDIR:-/tmp}/geodiffnet.XXXXXX")
    TEMPORARY_FOLDERS+=("$folder")
    printf -v "$1" '%s' "$folder"
}
remove_temporary_folders() { ((${#TEMPORARY_FOLDERS[@]} == 0)) || rm -rf "${TEMPORARY_FOLDERS[@]}"; }
trap remove_temporary_folders EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
