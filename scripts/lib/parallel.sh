# shellcheck shell=bash
# Runs tiers in parallel: `run_parallel COUNT TIER…` runs at most so many at a time.
#
# A tier's output goes to a file, and is printed when the tier ends; until then its progress is
# shown. Each tier is a process group of its own, which ends with the script, however that ends.
# It calls `start_tier TIER` and `output_of TIER`.

# Seconds between lines about the progress where there is no terminal, and until tiers that are
# interrupted are killed: they end their own children, which may be in other process groups.
PROGRESS_SECONDS=60
GRACE_SECONDS=30
declare -A running=() # process groups by tier

run_parallel() {
    local count=$1 tier
    shift
    trap 'exit 129' HUP
    trap 'exit 141' PIPE
    trap 'end_running; remove_temporary_folders' EXIT
    while (($# + ${#running[@]})); do
        while (($# && ${#running[@]} < count)); do
            begin_tier "$1"
            shift
        done
        sleep 1
        show_progress
        for tier in "${!running[@]}"; do
            kill -0 "${running[$tier]}" 2>/dev/null || print_ended "$tier"
        done
    done
}

begin_tier() {
    local output
    output=$(output_of "$1")
    say_over "$(elapsed)  $1 has started; its output will follow, and is in ${output#"$ROOT"/}"
    # With job control a background process is the leader of a group, and Ctrl+C reaches Python.
    set -m
    start_tier "$1" >"$output" 2>&1 &
    set +m
    running[$1]=$!
}

print_ended() {
    wait "${running[$1]}" || true
    unset "running[$1]"
    say_over "$(elapsed)  $1 has ended"
    cat "$(output_of "$1")"
}

# The progress of all running tiers: a line that is replaced on a terminal, and elsewhere one a
# minute, which also shows that the script is alive.
show_progress() {
    local line tier
    [[ -t 1 ]] || ((SECONDS >= next_progress)) || return 0
    next_progress=$((SECONDS + PROGRESS_SECONDS))
    line=$(elapsed)
    for tier in "${!running[@]}"; do
        line+="  $tier$(progress "$(output_of "$tier")")"
    done
    if [[ -t 1 ]]; then
        printf '\r\e[K%.79s' "$line"
    else
        say "$line"
    fi
}
next_progress=$PROGRESS_SECONDS

# progress FILE - the percentage and the file that pytest printed last.
progress() {
    local text
    text=$(tail -c 20000 "$1" | tr -d '\0')
    [[ ! $text =~ .*\[\ *([0-9]+%)\] ]] || printf ' %s' "${BASH_REMATCH[1]}"
    [[ ! $text =~ .*tests/[a-z]+/(test_[a-z0-9_]+)\.py ]] || printf ' %s' "${BASH_REMATCH[1]}"
}

elapsed() { printf '%3d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }

# say_over LINE - in place of the line of the progress.
say_over() {
    [[ ! -t 1 ]] || printf '\r\e[K'
    say "$1"
}

# Interrupt what still runs, kill what remains of it after a while or after another Ctrl+C, and
# print what it wrote.
end_running() {
    ((${#running[@]})) || return 0
    local tier process end=$((SECONDS + GRACE_SECONDS))
    trap 'end=0' INT TERM HUP
    trap '' PIPE
    for process in "${running[@]}"; do
        kill -INT -- "-$process" 2>/dev/null || true
    done
    for process in "${running[@]}"; do
        while kill -0 "$process" 2>/dev/null && ((SECONDS < end)); do
            sleep 0.2 || true
        done
        ! kill -0 "$process" 2>/dev/null || kill_tree "$process"
        kill -KILL -- "-$process" 2>/dev/null || true
    done
    for tier in "${!running[@]}"; do
        say_over "$(elapsed)  $tier was interrupted" || true
        cat "$(output_of "$tier")" || true
    done
}

# kill_tree PROCESS - kill a process and its descendants, of which some may be in other groups.
kill_tree() {
    local child
    local -a children=()
    kill -STOP "$1" 2>/dev/null || true # or it would start more
    read -r -d '' -a children < <(cat "/proc/$1"/task/*/children 2>/dev/null) || true
    for child in "${children[@]}"; do
        kill_tree "$child"
    done
    kill -KILL "$1" 2>/dev/null || true
}
