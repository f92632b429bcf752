"""`eyebox`: asks the running program for a capture, else starts the command line or the window.

A key press waits for the first, so nothing but `os` and a socket is imported before.
"""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs the program with these words, or those of the command line; returns its exit status."""
    own_process = arguments is None
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments[:1] == ["capture"]:
        from eyebox.asking import ask_running

        status = ask_running(arguments[1:])
        if status is not None:
            return status
    from eyebox.start import start

    return start(arguments, guarded=own_process)


if __name__ == "__main__":
    sys.exit(main())
