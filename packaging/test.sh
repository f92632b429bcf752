#!/usr/bin/env bash
# Sets Eyebox up for development in .venv and passes its tests: style, types, import directions, behaviour.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/environment.sh
command -v dpkg-query >/dev/null && need "${window_packages[@]}" fonts-noto-cjk fonts-dejavu-core xvfb xdotool desktop-file-utils appstream tesseract-ocr-rus tesseract-ocr-heb man-db dbus-daemon strace x11-xkb-utils x11-xserver-utils
environment "[dev,vlm,gptq]" uv
export QT_QPA_PLATFORM=offscreen
unset PYTHONDONTWRITEBYTECODE # a thousand processes of the tests would compile all of Eyebox, each for itself
.venv/bin/ruff check .
.venv/bin/ruff format --check .
{ .venv/bin/mypy && .venv/bin/lint-imports; } & types=$!
workers=$(nproc)
tests() { # tests WORKERS ARGUMENT...: the tests of a file together, since they share what takes long to load
    # A worker that crashed is not replaced: pytest-xdist's scheduler would wait for the new one for ever.
    .venv/bin/python -m pytest -q -n "$1" --max-worker-restart 0 --dist loadfile --no-loadscope-reorder -m "${EYEBOX_TESTS:-not thorough}" "${@:2}"
}
if [ $# -gt 0 ]; then
    tests "$workers" "$@"
else
    # Those of the models by themselves: to know them torch has to be imported, which the workers of all others do without.
    # Each have as many workers as there are processors, since many tests wait; both end at about the same time.
    tests "$workers" -o cache_dir=.pytest_cache/models tests/models >.venv/models.log 2>&1 & models=$!
    failed=0
    tests "$workers" --ignore tests/models || failed=$?
    wait "$models" || failed=$?
    cat .venv/models.log
    [ "$failed" -eq 0 ]
fi
wait "$types"
