"""Folders: can they be written, and is there room."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.facts import Folder
from eyebox.doctor.fix import Fixes
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, say, size

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Folders"))
TITLES = {
    "data": QT_TRANSLATE_NOOP("Doctor", "Sessions"),
    "config": QT_TRANSLATE_NOOP("Doctor", "Settings"),
    "cache": QT_TRANSLATE_NOOP("Doctor", "Opened pictures"),
    "log": QT_TRANSLATE_NOOP("Doctor", "Logs"),
    "models": QT_TRANSLATE_NOOP("Doctor", "Models"),
    "temp": QT_TRANSLATE_NOOP("Doctor", "Temporary files"),
    "huggingface": QT_TRANSLATE_NOOP("Doctor", "Hugging Face cache"),
    "modelscope": QT_TRANSLATE_NOOP("Doctor", "ModelScope cache"),
}
FULL, NEARLY = 200_000_000, 2_000_000_000
FOR_A_MODEL = 6_000_000_000
"""Bytes that must be free for a usual model."""
OTHERS = ("huggingface", "modelscope")
"""Caches of others, which Eyebox only reads."""


def judge_folders(folders: Sequence[Folder], fix: Fixes) -> list[Check]:
    """One check for each folder."""
    return [_judge(folder, fix) for folder in folders]


def _judge(folder: Folder, fix: Fixes) -> Check:
    name, title = f"folders.{folder.name}", TITLES[folder.name]
    found = say(QT_TRANSLATE_NOOP("Doctor", "%1 (%2 free)"), folder.path, size(folder.free))
    if folder.name in OTHERS:
        return _of_others(folder, name, title, fix)
    if not folder.is_folder:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 is a file, not a folder"), folder.nearest),
            say(QT_TRANSLATE_NOOP("Doctor", "Nothing can be saved here.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Rename that file, then start Eyebox again.")),
        )
    if not folder.writable:
        return _locked(folder, name, title, fix)
    if folder.free < FULL:
        return GROUP.fail(
            name,
            title,
            say(
                QT_TRANSLATE_NOOP("Doctor", "The disk is full: %1 are free in %2"),
                size(folder.free),
                folder.path,
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "New work may not be saved, and pictures do not open.")),
            _room(),
        )
    if folder.free < (FOR_A_MODEL if folder.name == "models" else NEARLY):
        return GROUP.warn(
            name,
            title,
            found,
            say(QT_TRANSLATE_NOOP("Doctor", "A model takes 4 GB or more: it may not fit on this disk."))
            if folder.name == "models"
            else say(QT_TRANSLATE_NOOP("Doctor", "The disk is nearly full.")),
            _room(),
        )
    if folder.no_programs:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 does not let programs run (noexec)"), folder.path),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Parts of models that are compiled on the way cannot be started from there."
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Start Eyebox with another folder for temporary files.")),
            fix.start(TMPDIR='"$HOME"'),
        )
    return GROUP.fine(name, title, found)


def _room() -> Sentence:
    return say(
        QT_TRANSLATE_NOOP("Doctor", "Empty the bin, delete models that you do not use, or use a larger disk.")
    )


def _locked(folder: Folder, name: str, title: str, fix: Fixes) -> Check:
    if folder.read_only:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 is on a disk that is read-only"), folder.path),
            say(QT_TRANSLATE_NOOP("Doctor", "Nothing can be saved here.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Start Eyebox with a folder on another disk.")),
            fix.start(EYEBOX_HOME='"$HOME/eyebox"'),
        )
    if folder.name == "temp":
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 may not be written"), folder.path),
            say(QT_TRANSLATE_NOOP("Doctor", "Engines that read pictures may not start.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Start Eyebox with another folder for temporary files.")),
            fix.start(TMPDIR='"$HOME"'),
        )
    return GROUP.fail(
        name,
        title,
        say(
            QT_TRANSLATE_NOOP("Doctor", "%1 may not be written; it belongs to %2"),
            folder.nearest,
            folder.owner or "?",
        ),
        say(QT_TRANSLATE_NOOP("Doctor", "Nothing can be saved here.")),
        say(QT_TRANSLATE_NOOP("Doctor", "Give the folder back to yourself.")),
        fix.chown(folder.nearest),
    )


def _of_others(folder: Folder, name: str, title: str, fix: Fixes) -> Check:
    if not folder.there:
        return GROUP.fine(name, title, say(QT_TRANSLATE_NOOP("Doctor", "%1 (not there yet)"), folder.path))
    if not folder.writable:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 may not be opened"), folder.path),
            say(QT_TRANSLATE_NOOP("Doctor", "Models that other programs downloaded are not found.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Give the folder back to yourself.")),
            fix.chown(folder.path),
        )
    return GROUP.fine(name, title, say("%1", folder.path))
