# shellcheck shell=bash
# What the system must provide - QGIS, a Python with venv, a virtual screen - and how apt installs it.
# Debian and its derivatives are supported; elsewhere the missing parts are listed.

QGIS_OLDEST=3.40

declare -A NEED_PACKAGES=(
    [venv]="python3 python3-venv"
    [qgis]="qgis python3-qgis"
    [pytest]="python3-pytest"
    [screen]="xvfb xauth"
)
declare -A NEED_NAMES=(
    [venv]="Python 3.11 or newer as $SYSTEM_PYTHON, with its module venv"
    [qgis]="QGIS $QGIS_OLDEST or newer, with qgis_process and its bindings for $SYSTEM_PYTHON"
    [pytest]="pytest for $SYSTEM_PYTHON"
    [screen]="xvfb-run and xauth, for a virtual screen"
)

# Whether a need is met is tested directly, not looked up in a package database, so that it works on
# any system.
is_met() {
    case $1 in
    venv)
        "$SYSTEM_PYTHON" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))'
        ;;
    qgis)
        PATH=$SYSTEM_PATH command -v qgis_process &&
            PATH=$SYSTEM_PATH "$SYSTEM_PYTHON" - "$QGIS_OLDEST" <<'PYTHON'
import sys
from qgis.core import Qgis

oldest = tuple(int(part) for part in sys.argv[1].split("."))
sys.exit((Qgis.QGIS_VERSION_INT // 10000, Qgis.QGIS_VERSION_INT // 100 % 100) < oldest)
PYTHON
        ;;
    pytest) "$SYSTEM_PYTHON" -c 'import pytest' ;;
    screen) PATH=$SYSTEM_PATH command -v xvfb-run && PATH=$SYSTEM_PATH command -v xauth ;;
    *) fail "unknown need: $1" ;;
    esac >/dev/null 2>&1
}

ensure_system() {
    local need
    local -a missing=() packages=()
    for need in "$@"; do
        if ! is_met "$need"; then
            missing+=("$need")
            # shellcheck disable=SC2206 # a list of package names
            packages+=(${NEED_PACKAGES[$need]})
        fi
    done
    ((${#missing[@]})) || return 0

    command -v apt-get >/dev/null ||
        cannot_install "this system has no apt-get" "${missing[@]}"
    local -a as_root=()
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null ||
            cannot_install "you are not root, and sudo is absent or asks for a password" "${missing[@]}"
        as_root=(sudo -n)
    fi

    say "Installing missing packages: ${packages[*]}"
    repair_dpkg
    step "Reading the package lists" apt_get update
    local -a release=()
    if [[ " ${missing[*]} " == *" qgis "* ]]; then
        choose_qgis_release
    fi
    local label="Installing packages"
    [[ " ${missing[*]} " != *" qgis "* ]] || label+=" (about 500 MB for QGIS)"
    step "$label" apt_get install --no-install-recommends "${release[@]}" "${packages[@]}"
    for need in "${missing[@]}"; do
        is_met "$need" ||
            fail "Still missing after its packages were installed: ${NEED_NAMES[$need]}" \
                "The log of the installation is $SETUP_LOG."
    done
}

# Uses as_root of the caller, an empty list for root.
apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a PATH="$SYSTEM_PATH" \
        apt-get --yes --quiet \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# An earlier installation that was interrupted leaves packages unpacked but not set up, and apt-get
# refuses to go on.
repair_dpkg() {
    [[ -n $(dpkg --audit 2>/dev/null) ]] || [[ -n $(ls -A /var/lib/dpkg/updates 2>/dev/null) ]] ||
        return 0
    step "Completing an interrupted installation" "${as_root[@]}" \
        env DEBIAN_FRONTEND=noninteractive PATH="$SYSTEM_PATH" \
        dpkg --configure --pending --force-confdef --force-confold
    step "Repairing what it left" apt_get --fix-broken install
}

# Where the release's own QGIS is too old (Debian 12), its backports are used. Sets `release`.
choose_qgis_release() {
    local codename backports
    offers_qgis && return
    codename=$(os_release VERSION_CODENAME)
    backports=$codename-backports
    if [[ $(os_release ID) != debian || -z $codename ]]; then
        fail "The packages of this system offer no QGIS $QGIS_OLDEST or newer." \
            "Install one from https://qgis.org/download, then start this again."
    fi
    release=(--target-release "$backports")
    # shellcheck disable=SC2016 # apt-get fills in $(RELEASE)
    if ! apt-get indextargets --format '$(RELEASE)' | grep -qxF "$backports"; then
        step "Adding $backports to the package sources" \
            "${as_root[@]}" "$SYSTEM_PYTHON" "$ROOT/scripts/lib/backports.py" "$codename" --write
        step "Reading its package list" apt_get update
    fi
    offers_qgis "${release[@]}" ||
        fail "Neither $codename nor $backports offers QGIS $QGIS_OLDEST or newer." \
            "Install one from https://qgis.org/download, then start this again."
}

# Whether apt would install a QGIS that is new enough.
offers_qgis() {
    local candidate
    candidate=$(LC_ALL=C apt-cache "$@" policy qgis | sed -n 's/^ *Candidate: *//p')
    [[ -n $candidate && $candidate != "(none)" ]] &&
        dpkg --compare-versions "$candidate" ge "$QGIS_OLDEST"
}

os_release() (
    # shellcheck source=/dev/null
    source /etc/os-release
    printf '%s' "${!1:-}"
)

# cannot_install REASON NEED… - say what to install by hand, and end.
cannot_install() {
    local reason=$1 need codename packages=()
    shift
    {
        say "The missing packages cannot be installed: $reason."
        say "Missing:"
        for need in "$@"; do
            say "  - ${NEED_NAMES[$need]}"
            # shellcheck disable=SC2206 # a list of package names
            packages+=(${NEED_PACKAGES[$need]})
        done
        if [[ -e /etc/debian_version ]]; then
            codename=$(os_release VERSION_CODENAME)
            say "As root, or through somebody who administers this machine, run:"
            if [[ $codename == bookworm && " $* " == *" qgis "* ]]; then
                say "    $(printf '%q' "$SYSTEM_PYTHON") $(printf '%q' "$ROOT/scripts/lib/backports.py") $codename --write"
                packages=(--target-release "$codename-backports" "${packages[@]}")
            fi
            say "    apt-get update"
            say "    apt-get install --no-install-recommends ${packages[*]}"
        else
            say "Install them with this system's own means."
        fi
        say "Then start $(printf '%q' "$0") again."
    } >&2
    exit 1
}
