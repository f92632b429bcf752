# Sourced by run.sh and test.sh: an environment in .venv, and what it needs from the system.
# On Debian and Ubuntu missing packages are installed (as root or with sudo); elsewhere they are named.

need() { # need PACKAGE...: the ones of these Debian packages that are missing are installed or named
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }; then
        echo "Installing ${missing[*]} ..." >&2
        "${as_root[@]}" apt-get update -qq
        DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "eyebox: please install these system packages first: ${missing[*]}" >&2
        exit 1
    fi
}

window_packages=(
    libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
)

python_for_eyebox() { # prints a Python of at least 3.11
    local candidate
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$candidate"; return; }
    done
    echo "eyebox: Python 3.11 or newer is needed (Debian 12, Ubuntu 24.04 and newer have it)" >&2
    return 1
}

environment() { # environment EXTRAS [uv]: .venv with Eyebox installed in place, remade when pyproject.toml or the place changed
    # With uv all processors unpack, in a third of the time; where it can't, pip, which knows the user's own indexes. Both
    # compile what they install: what a compiler warns of (torchao) would be an error in the test that imports it first.
    local python stamp
    if command -v dpkg-query >/dev/null; then
        command -v python3 >/dev/null && python3 -c 'import ensurepip' 2>/dev/null || need python3-venv
    fi
    python=$(python_for_eyebox)
    stamp="$(cksum <pyproject.toml) $1 $PWD"
    if [ "$(cat .venv/eyebox-stamp 2>/dev/null)" != "$stamp" ]; then
        echo "Setting Eyebox up in $PWD/.venv; the first time takes some minutes ..." >&2
        "$python" -m venv .venv
        local pip=(.venv/bin/python -m pip install -q --disable-pip-version-check)
        if ! { [ "${2:-}" = uv ] && "${pip[@]}" uv && .venv/bin/uv pip install -q --compile-bytecode --python .venv/bin/python -e ".$1"; }; then
            "${pip[@]}" -e ".$1"
        fi
        echo "$stamp" >.venv/eyebox-stamp
    fi
}
