"""Reading: do the engines start, open a picture, read, and find models."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.doctor.check import Check
from eyebox.doctor.facts import Engine
from eyebox.doctor.fix import Fixes, lacking
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, joined, say

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Reading"))
TITLES = {
    "picture": QT_TRANSLATE_NOOP("Doctor", "Opening pictures"),
    "reader": QT_TRANSLATE_NOOP("Doctor", "Reading text"),
    "library": QT_TRANSLATE_NOOP("Doctor", "Finding models"),
}
_MEANINGS = {
    "picture": QT_TRANSLATE_NOOP("Doctor", "Pictures do not open."),
    "reader": QT_TRANSLATE_NOOP("Doctor", "The text of pictures is not read."),
    "library": QT_TRANSLATE_NOOP("Doctor", "Models cannot be chosen or downloaded."),
}
_WORKS = {
    "picture": QT_TRANSLATE_NOOP("Doctor", "A picture was opened"),
    "reader": QT_TRANSLATE_NOOP("Doctor", "A picture was read"),
    "library": QT_TRANSLATE_NOOP("Doctor", "%1 found"),
}
_PACKAGES = {
    "picture": ("pyvips[binary]", "pillow"),
    "reader": ("rapidocr", "onnxruntime", "numpy", "pillow"),
    "library": ("numpy",),
}


def judge_engines(engines: Sequence[Engine], fix: Fixes) -> list[Check]:
    """One check for each engine that was tried."""
    return [_judge(engine, fix) for engine in engines if engine.ending != "stopped"]


def _judge(engine: Engine, fix: Fixes) -> Check:
    name, title = f"engine.{engine.role}", TITLES[engine.role]
    meaning = say(_MEANINGS[engine.role])
    again = say(QT_TRANSLATE_NOOP("Doctor", "Install the packages that do this again."))
    repair = fix.own(*_PACKAGES[engine.role])
    if engine.ending == "hung":
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "The engine started, but did not answer in time")),
            meaning,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Close programs that keep the computer busy, then look once more."
                )
            ),
            repair,
        )
    if not engine.message:
        return GROUP.fine(name, title, say(_WORKS[engine.role], engine.answer))
    missing = lacking(engine.detail)
    if missing:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Missing on this system: %1"), joined(missing)),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "Install these libraries, then start Eyebox again.")),
            fix.libraries(missing),
        )
    if "SIGILL" in engine.message:
        return GROUP.lacks_instruction(name, title, meaning)
    return GROUP.fail(name, title, say("%1", engine.message), meaning, again, repair)
