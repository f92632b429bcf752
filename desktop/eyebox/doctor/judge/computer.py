"""The computer: system, processor, memory."""

from __future__ import annotations

from eyebox.doctor.check import Check
from eyebox.doctor.facts import About, Computer
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, joined, say, size

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "This computer"))
_NAMES = {
    "avx2": "AVX2",
    "avx512f": "AVX-512",
    "avx512_bf16": "BF16",
    "amx_tile": "AMX",
    "asimd": "NEON",
    "bf16": "BF16",
}
"""Instruction sets that matter, as they are called."""
LITTLE, CLOSE = 4_000_000_000, 1_500_000_000
"""Bytes of memory below which reading large pictures may fail; and of those that are free."""


def judge_computer(about: About, computer: Computer) -> list[Check]:
    """System, processor and memory."""
    return [_system(about), _processor(about, computer), _memory(computer)]


def _system(about: About) -> Check:
    name = joined([part for part in (about.name, about.kernel, about.architecture) if part])
    title = QT_TRANSLATE_NOOP("Doctor", "System")
    if about.wsl:
        found = say(QT_TRANSLATE_NOOP("Doctor", "%1, inside Windows (WSL)"), name)
    elif about.container:
        found = say(QT_TRANSLATE_NOOP("Doctor", "%1, in a container"), name)
    else:
        found = say("%1", name)
    return GROUP.fine("computer.system", title, found)


def _processor(about: About, computer: Computer) -> Check:
    title = QT_TRANSLATE_NOOP("Doctor", "Processor")
    known = list(dict.fromkeys(name for flag, name in _NAMES.items() if flag in computer.flags))
    found = say(
        QT_TRANSLATE_NOOP("Doctor", "%1, %2 cores: %3"), computer.processor, computer.cores, joined(known)
    )
    if not known:
        found = say(QT_TRANSLATE_NOOP("Doctor", "%1, %2 cores"), computer.processor, computer.cores)
    if about.architecture.lower() not in ("x86_64", "amd64") or not computer.flags:
        return GROUP.fine("computer.processor", title, found)
    if "avx" not in computer.flags:
        return GROUP.fail(
            "computer.processor",
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 has no AVX"), computer.processor),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Reading and models need this instruction set: they may end at once on this processor.",
                )
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Use a computer from 2012 or later. In a virtual machine, let it show the processor of its host.",
                )
            ),
        )
    if "avx2" not in computer.flags:
        return GROUP.warn(
            "computer.processor",
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 has no AVX2"), computer.processor),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Reading takes several times as long, and some models do not run on this processor.",
                )
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Use a computer from 2014 or later. In a virtual machine, let it show the processor of its host.",
                )
            ),
        )
    return GROUP.fine("computer.processor", title, found)


def _memory(computer: Computer) -> Check:
    title = QT_TRANSLATE_NOOP("Doctor", "Memory")
    total, free = size(computer.memory), size(computer.available)
    found = say(QT_TRANSLATE_NOOP("Doctor", "%1, of which %2 are free"), total, free)
    if computer.limited:
        found = say(
            QT_TRANSLATE_NOOP("Doctor", "%1 (a limit; the computer has %2), of which %3 are free"),
            total,
            size(computer.installed),
            free,
        )
    if computer.memory and computer.memory < LITTLE:
        return GROUP.warn(
            "computer.memory",
            title,
            found,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "This is enough to read pictures, but not for models that look at pictures."
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Give the container or virtual machine more memory."))
            if computer.limited
            else say(QT_TRANSLATE_NOOP("Doctor", "Ask the built-in reader; models need 8 GB or more.")),
        )
    if computer.memory and computer.available < CLOSE:
        return GROUP.warn(
            "computer.memory",
            title,
            found,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Other programs use nearly all of it: large pictures may not open."
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Close programs that you do not need.")),
        )
    return GROUP.fine("computer.memory", title, found)
