# Makes the virtual environments of ./run and ./test; sourced by both, never run by itself.
# Needs: here (the folder of the repository).

: "${here:?set by the script that sources this}"
oldest=3.11

say() { printf '%s\n' "$*" >&2; }

# Print the first Python that is new enough.
find_python() {
    for name in "${RASID_PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    found=$(python3 --version 2>/dev/null || echo 'no python3')
    say "Rasid needs Python $oldest or later; this machine has $found."
    say "Install one (Debian: apt install python3 python3-venv) or name it: RASID_PYTHON=/path/to/python ./run"
    return 1
}

# What an environment is made from: where it stands, what it holds.
fingerprint() {
    { printf '%s\n' "$here" "$1"; cat "$here/pyproject.toml" "$here/constraints.txt" "$here/tools/environment.sh"; } | cksum
}

# make_environment FOLDER EXTRAS: make or renew it; nothing to do where its stamp is that of today's files.
make_environment() {
    folder=$1
    wanted=$(fingerprint "$2")
    [ -f "$folder/stamp" ] && [ "$(cat "$folder/stamp")" = "$wanted" ] && return 0
    python=$(find_python) || return 1
    say "Making $folder with $("$python" --version); this is needed once."
    rm -rf "$folder"
    if ! said=$("$python" -m venv "$folder" 2>&1); then
        say "$said"
        say "$python has no working venv module. Install it (Debian: apt install python3-venv) and try again."
        rm -rf "$folder"
        return 1
    fi
    if ! fill "$folder" -c "$here/constraints.txt" -e "$here$2" && ! fill "$folder" -e "$here$2"; then
        say "The packages could not be installed: see the message above. The network is needed this once."
        return 1
    fi
    printf '%s\n' "$wanted" >"$folder/stamp"
}

# fill FOLDER WHAT...: install with uv where pip can bring it, with pip otherwise.
fill() {
    into=$1
    shift
    "$into/bin/python" -m pip install --quiet --disable-pip-version-check uv >/dev/null 2>&1 || true
    if [ -x "$into/bin/uv" ]; then
        "$into/bin/uv" pip install --quiet --python "$into/bin/python" "$@" && return 0
        say "uv could not; trying pip."
    fi
    "$into/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >&2
}
