# shellcheck shell=bash disable=SC2034 # variables are for the scripts that source it
# The project's Python environments, made from the exact versions in requirements/ and used only
# once they are finished: the backend's in .venv, and the documentation's in .cache/docs-venv.

STAMP=.geodiffnet-complete
DOCS_VENV=$CACHE/docs-venv
DOCS_PYTHON=$DOCS_VENV/bin/python

BACKEND_REQUIREMENTS=(requirements/setup.txt requirements/torch.txt requirements/backend.txt
    requirements/dev.txt)
DOCS_REQUIREMENTS=(requirements/setup.txt requirements/docs.txt)

# recipe FOLDER REQUIREMENTS… - what a finished environment was made from: the pins, the Python, and
# the location, since an environment that was moved does not work.
recipe() {
    printf '%s\n' "$1" "$("$SYSTEM_PYTHON" --version)"
    sha256sum "${@:2}"
}

# works FOLDER - whether the environment's Python starts.
works() { "$1/bin/python" -c '' 2>/dev/null; }

# is_finished FOLDER RECIPE - whether an environment was made from exactly this, and still works.
is_finished() { [[ -f $1/$STAMP && $(<"$1/$STAMP") == "$2" ]] && works "$1"; }

# begin_venv FOLDER RECIPE NAME - an environment to install into; one that is half made, was moved,
# or belongs to a Python that is gone is made anew.
begin_venv() {
    local folder=$1 recipe=$2 name=$3
    if [[ -f $folder/$STAMP && $(head -n 2 "$folder/$STAMP") == $(head -n 2 <<<"$recipe") ]] &&
        works "$folder"; then
        say "Updating $name"
    else
        say "Creating $name"
        rm -rf "$folder"
        step "Creating it" "$SYSTEM_PYTHON" -m venv "$folder"
    fi
    rm -f "$folder/$STAMP"
    step "Updating pip" install_pinned "$folder" --requirement requirements/setup.txt
}

# finish_venv FOLDER RECIPE - check what was installed, and only then call it finished.
finish_venv() {
    step "Checking that the packages fit together" "$1/bin/python" -m pip --no-input check
    printf '%s\n' "$2" >"$1/$STAMP.partial"
    mv "$1/$STAMP.partial" "$1/$STAMP"
}

ensure_venv() {
    local wanted
    wanted=$(recipe "$VENV" "${BACKEND_REQUIREMENTS[@]}")
    ! is_finished "$VENV" "$wanted" || return 0
    begin_venv "$VENV" "$wanted" "the backend's Python environment (.venv, about 1.5 GB)"
    # PyTorch comes first and alone: asked for exactly, pip takes the build the machine's index offers.
    step "Installing PyTorch" install_pinned "$VENV" \
        --requirement requirements/torch.txt --constraint requirements/backend.txt
    step "Installing the other packages" install_pinned "$VENV" \
        --requirement requirements/backend.txt --requirement requirements/dev.txt \
        --constraint requirements/torch.txt
    finish_venv "$VENV" "$wanted"
}

ensure_docs_venv() {
    local wanted
    wanted=$(recipe "$DOCS_VENV" "${DOCS_REQUIREMENTS[@]}")
    ! is_finished "$DOCS_VENV" "$wanted" || return 0
    begin_venv "$DOCS_VENV" "$wanted" "the documentation's Python environment (.cache/docs-venv)"
    step "Installing the packages" install_pinned "$DOCS_VENV" --requirement requirements/docs.txt
    finish_venv "$DOCS_VENV" "$wanted"
}

# install_pinned FOLDER ARGUMENTS… - pip's install. The machine's own pip settings hold (index,
# proxy, certificates), except those that would install somewhere else than into the environment.
install_pinned() {
    env --unset=PIP_TARGET --unset=PIP_PREFIX PIP_USER=0 "$1/bin/python" -m pip install \
        --no-input --disable-pip-version-check --progress-bar off --retries 10 --only-binary :all: \
        "${@:2}"
}
