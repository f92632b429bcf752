"""What is promised of connections on this system, by what it is held, and how far that goes: sentences for the user."""

from __future__ import annotations

import sys

from eyebox_models.offline import seccomp
from eyebox_models.protocol.errors import Sentence


def promises() -> tuple[Sentence, ...]:
    """The first is what holds for the engines, by the kernel or by Python alone; the others hold everywhere."""
    return (
        _engines(),
        Sentence(
            "promise-window",
            "The window and the command line connect to nobody; a hook in Python refuses it and records it. A display or message "
            "bus on another machine, where you set one up, is reached by the system's own libraries.",
        ),
        Sentence(
            "promise-downloads",
            "Downloads, servers that you added, and adding the model engine are processes of their own. They run when you ask "
            "for them, reach what you asked for, and each connection is listed here.",
        ),
    )


def _engines() -> Sentence:
    if seccomp.available():
        return Sentence(
            "promise-kernel",
            "The engines that open pictures, read, answer, look at models and write documents can't connect: the Linux kernel "
            "refuses it to them and to all they start (seccomp). What native code is refused there is not listed.",
        )
    why = (
        Sentence("no-seccomp", "this kernel offers no seccomp filter")
        if sys.platform == "linux"
        else Sentence("not-linux", "only Linux has such a filter")
    )
    return Sentence(
        "promise-hook",
        "The engines that open pictures, read, answer, look at models and write documents are refused connections by a hook in "
        "Python. Native code is not held by it: {reason}.",
        reason=why,
    )
