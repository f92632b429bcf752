"""An X server without a screen, for tests of what only a real one does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which

import pytest


@contextmanager
def x_server(size: str = "800x600x24", *options: str) -> Iterator[str]:
    """A display of its own, by its name (":7"). Skips the test where there is no Xvfb."""
    if which("Xvfb") is None or which("xdotool") is None:
        pytest.skip("needs Xvfb and xdotool")
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        size,
        "-noreset",
        "-nolisten",
        "tcp",
        *options,
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait(60)


def xdotool(display: str, *words: str) -> None:
    """Presses keys and moves the mouse on a display."""
    subprocess.run(["xdotool", *words], env=os.environ | {"DISPLAY": display}, check=True, timeout=240)
