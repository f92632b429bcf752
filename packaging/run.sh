#!/usr/bin/env bash
# Sets Eyebox up in .venv and runs it: [EXTRAS=vlm,gptq] packaging/run.sh [IMAGE...] or any form of the command line.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
(
    cd "$here"
    source packaging/environment.sh
    command -v dpkg-query >/dev/null && need "${window_packages[@]}"
    environment "[serve${EXTRAS:+,$EXTRAS}]"
)
exec "$here/.venv/bin/eyebox" "$@"
