"""The computer: system, processor, memory, and the folders: can they be written, is there room."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.doctor.check import Check, Sentence, Subject, as_it_is, joined, say, size
from eyebox.doctor.facts import About, Computer, Folder
from eyebox.doctor.fix import Fixes

GROUP = say("This computer")
FOLDERS = say("Folders")
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
TITLES = {
    "data": say("Sessions"),
    "config": say("Settings"),
    "cache": say("Opened pictures"),
    "log": say("Logs"),
    "models": say("Models"),
    "temp": say("Temporary files"),
    "huggingface": say("Hugging Face cache"),
    "modelscope": say("ModelScope cache"),
}
OTHERS = ("huggingface", "modelscope")
"""Caches of others, which Eyebox only reads."""
FULL, NEARLY = 200_000_000, 2_000_000_000
FOR_A_MODEL = 6_000_000_000
"""Bytes that must be free for a usual model."""
_NO_SAVING = say("Nothing can be saved here.")


def judge_computer(about: About, computer: Computer) -> list[Check]:
    """System, processor and memory."""
    return [_system(about), _processor(about, computer), _memory(computer)]


def _system(about: About) -> Check:
    name = joined(part for part in (about.name, about.kernel, about.architecture) if part)
    if about.wsl:
        found = say("%1, inside Windows (WSL)", name)
    else:
        found = say("%1, in a container", name) if about.container else as_it_is(name)
    return Subject(GROUP, "computer.system", say("System")).passed(found)


def _processor(about: About, computer: Computer) -> Check:
    subject = Subject(GROUP, "computer.processor", say("Processor"))
    checked = about.architecture.lower() in ("x86_64", "amd64") and computer.flags
    if checked and "avx" not in computer.flags:
        return subject.fail(
            say("%1 has no AVX", computer.processor),
            say("Reading and models need this instruction set: they may end at once on this processor."),
            say(
                "Use a computer from 2012 or later. In a virtual machine, let it show the processor of its host."
            ),
        )
    if checked and "avx2" not in computer.flags:
        return subject.warn(
            say("%1 has no AVX2", computer.processor),
            say("Reading takes several times as long, and some models do not run on this processor."),
            say(
                "Use a computer from 2014 or later. In a virtual machine, let it show the processor of its host."
            ),
        )
    known = joined(dict.fromkeys(name for flag, name in _NAMES.items() if flag in computer.flags))
    if known:
        return subject.passed(say("%1, %2 cores: %3", computer.processor, computer.cores, known))
    return subject.passed(say("%1, %2 cores", computer.processor, computer.cores))


def _memory(computer: Computer) -> Check:
    subject = Subject(GROUP, "computer.memory", say("Memory"))
    total, free = size(computer.memory), size(computer.available)
    found = say("%1, of which %2 are free", total, free)
    if computer.limited:
        installed = size(computer.installed)
        found = say("%1 (a limit; the computer has %2), of which %3 are free", total, installed, free)
    if computer.memory and computer.memory < LITTLE:
        meaning = say("This is enough to read pictures, but not for models that look at pictures.")
        if computer.limited:
            return subject.warn(found, meaning, say("Give the container or virtual machine more memory."))
        return subject.warn(found, meaning, say("Ask the built-in reader; models need 8 GB or more."))
    if computer.memory and computer.available < CLOSE:
        meaning = say("Other programs use nearly all of it: large pictures may not open.")
        return subject.warn(found, meaning, say("Close programs that you do not need."))
    return subject.passed(found)


def judge_folders(folders: Sequence[Folder], fix: Fixes) -> list[Check]:
    """One check for each folder."""
    return [_folder(folder, fix) for folder in folders]


def _folder(folder: Folder, fix: Fixes) -> Check:
    subject = Subject(FOLDERS, f"folders.{folder.name}", TITLES[folder.name])
    if folder.name in OTHERS:
        return _of_others(subject, folder, fix)
    if not folder.is_folder:
        found = say("%1 is a file, not a folder", folder.nearest)
        return subject.fail(found, _NO_SAVING, say("Rename that file, then start Eyebox again."))
    if not folder.writable:
        return _locked(subject, folder, fix)
    room = say("Empty the bin, delete models that you do not use, or use a larger disk.")
    found = say("%1 (%2 free)", folder.path, size(folder.free))
    if folder.free < FULL:
        full = say("The disk is full: %1 are free in %2", size(folder.free), folder.path)
        return subject.fail(full, say("New work may not be saved, and pictures do not open."), room)
    if folder.name == "models" and folder.free < FOR_A_MODEL:
        return subject.warn(found, say("A model takes 4 GB or more: it may not fit on this disk."), room)
    if folder.name != "models" and folder.free < NEARLY:
        return subject.warn(found, say("The disk is nearly full."), room)
    if folder.no_programs:
        return subject.warn(
            say("%1 does not let programs run (noexec)", folder.path),
            say("Parts of models that are compiled on the way cannot be started from there."),
            *_other_temp(fix),
        )
    return subject.passed(found)


def _other_temp(fix: Fixes) -> tuple[Sentence, str]:
    return say("Start Eyebox with another folder for temporary files."), fix.start(TMPDIR='"$HOME"')


def _locked(subject: Subject, folder: Folder, fix: Fixes) -> Check:
    if folder.read_only:
        found, advice = (
            say("%1 is on a disk that is read-only", folder.path),
            say("Start Eyebox with a folder on another disk."),
        )
        return subject.fail(found, _NO_SAVING, advice, fix.start(EYEBOX_HOME='"$HOME/eyebox"'))
    if folder.name == "temp":
        found = say("%1 may not be written", folder.path)
        return subject.fail(found, say("Engines that read pictures may not start."), *_other_temp(fix))
    found = say("%1 may not be written; it belongs to %2", folder.nearest, folder.owner or "?")
    return subject.fail(
        found, _NO_SAVING, say("Make yourself the owner of the folder."), fix.chown(folder.nearest)
    )


def _of_others(subject: Subject, folder: Folder, fix: Fixes) -> Check:
    if not folder.there:
        return subject.passed(say("%1 (not there yet)", folder.path))
    if folder.writable:
        return subject.passed(as_it_is(folder.path))
    return subject.warn(
        say("%1 may not be opened", folder.path),
        say("Models that other programs downloaded are not found."),
        say("Make yourself the owner of the folder."),
        fix.chown(folder.path),
    )
