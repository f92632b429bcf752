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
workers=$(($(nproc) + 1)) # one more than processors, since many tests wait
tests() { # tests WORKERS ARGUMENT...: the tests of a file together, since they share what takes long to load
    # A worker that crashed is not replaced: pytest-xdist's scheduler would wait for the new one for ever.
    nice -n "${nice:-0}" .venv/bin/python -m pytest -q -n "$1" --max-worker-restart 0 --dist loadfile --no-loadscope-reorder -m "${EYEBOX_TESTS:-not thorough}" "${@:2}"
}
if [ $# -gt 0 ]; then
    tests "$workers" "$@"
else
    # Those of the models by themselves: to know them torch has to be imported, which the workers of all others do without.
    # They take longer in fewer workers, so the others give way: both end at about the same time.
    of_models=$((workers / 3 > 0 ? workers / 3 : 1))
    tests "$of_models" -o cache_dir=.pytest_cache/models tests/models >.venv/models.log 2>&1 & models=$!
    failed=0
    nice=3 tests "$((workers - of_models))" --ignore tests/models || failed=$?
    wait "$models" || failed=$?
    cat .venv/models.log
    [ "$failed" -eq 0 ]
fi
wait "$types"
