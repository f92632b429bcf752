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
# The tests of a file together: they share what takes long to load. One more at a time than processors, since many wait.
.venv/bin/python -m pytest -q -n "$(($(nproc) + 1))" --dist loadfile --no-loadscope-reorder -m "${EYEBOX_TESTS:-not thorough}" "$@"
wait "$types"
