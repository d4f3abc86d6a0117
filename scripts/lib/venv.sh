# shellcheck shell=bash
# The backend's Python environment, .venv at the project's root: made from the exact versions in
# requirements/, and used only once it was finished.

VENV_STAMP=$VENV/.geodiffnet-complete

# What a finished environment was made from: the pins, the Python, and the place, since an
# environment that was moved does not work.
venv_recipe() {
    printf '%s\n' "$VENV" "$("$SYSTEM_PYTHON" --version)"
    sha256sum requirements/setup.txt requirements/torch.txt requirements/backend.txt \
        requirements/dev.txt
}

ensure_venv() {
    local recipe
    recipe=$(venv_recipe)
    if [[ -f $VENV_STAMP && $(<"$VENV_STAMP") == "$recipe" ]] && "$VENV_PYTHON" -c '' 2>/dev/null; then
        return
    fi
    if [[ -f $VENV_STAMP && $(head -n 2 "$VENV_STAMP") == $(head -n 2 <<<"$recipe") ]] &&
        "$VENV_PYTHON" -c '' 2>/dev/null; then
        say "Bringing the backend's Python environment up to date (.venv)"
    else
        say "Making the backend's Python environment (.venv, about 1.5 GB)"
        # Half made, moved, or made by a Python that is gone: nothing of it can be trusted.
        rm -rf "$VENV"
        step "Creating it" "$SYSTEM_PYTHON" -m venv "$VENV"
    fi
    rm -f "$VENV_STAMP"
    step "Updating pip" install_pinned --requirement requirements/setup.txt
    # PyTorch comes first and alone: asked for exactly, pip takes the build the machine's index offers.
    step "Installing PyTorch" install_pinned \
        --requirement requirements/torch.txt --constraint requirements/backend.txt
    step "Installing the other packages" install_pinned \
        --requirement requirements/backend.txt --requirement requirements/dev.txt \
        --constraint requirements/torch.txt
    step "Checking that they fit together" "$VENV_PYTHON" -m pip --no-input check
    printf '%s\n' "$recipe" >"$VENV_STAMP.partial"
    mv "$VENV_STAMP.partial" "$VENV_STAMP"
}

# The machine's own pip settings hold (index, proxy, certificates), except those that would install
# somewhere else than into the environment.
install_pinned() {
    env --unset=PIP_TARGET --unset=PIP_PREFIX PIP_USER=0 "$VENV_PYTHON" -m pip install \
        --no-input --disable-pip-version-check --progress-bar off --retries 10 --only-binary :all: \
        "$@"
}
