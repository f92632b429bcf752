"""Renders chat templates in a process of its own: `python -m eyebox_models.vision.template_child`.

A template comes with a checkpoint, so nobody vouches for it: it may fold a text of gigabytes while it is compiled, or
never end. A line of JSON comes in for each chat, and one goes out. The process ends when a limit is passed.
"""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from typing import Any

from eyebox_models.vision.compat import render_template

SECONDS = 2.0
"""Of the processor's time that one chat may take."""
BYTES = 1 << 30
"""Of private memory that the process may have."""
LONGEST = 32_000_000
"""Characters of a rendered chat."""


def main() -> None:
    """Takes `{"chat", "template", "more"}` and gives `{"text"}` or `{"refused"}`, until the input ends."""
    _limit_memory()
    answers = sys.stdout
    sys.stdout = sys.stderr
    with suppress(Exception):  # imports what takes long; what is wrong is told of the first chat
        render_template("", [], {})
    print("{}", file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        _allow(SECONDS)
        try:
            answer = _rendered(request)
        except MemoryError:
            return
        except Exception as error:
            answer = {"refused": str(error)[:2000] or type(error).__name__}
        _allow(0)
        print(json.dumps(answer), file=answers, flush=True)


def _rendered(request: dict[str, Any]) -> dict[str, str]:
    text = render_template(request["template"], request["chat"], request["more"])
    if len(text) > LONGEST:
        raise MemoryError
    return {"text": text}


def _allow(seconds: float) -> None:
    """Lets the process live for so long; 0 for no end."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))


if __name__ == "__main__":
    main()
