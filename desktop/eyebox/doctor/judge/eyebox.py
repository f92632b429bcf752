"""Eyebox itself: its version, the packages it is made of, and whether its engines start, read and find models."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.doctor.check import Check, Subject, as_it_is, joined, say, unmet
from eyebox.doctor.facts import About, Engine, Packages, Probed, Scripts
from eyebox.doctor.fix import Fixes, lacking

GROUP = say("Eyebox")
READING = say("Reading")
NETWORK = say("Network")
BROKEN_QT = "6.12.0"
"""On Python before 3.12 this PySide6 steals references to None: the program aborts after a few thousand calls."""
ENGINES = {
    "picture": (
        Subject(READING, "engine.picture", say("Opening pictures")),
        say("A picture was opened"),
        say("Pictures do not open."),
        ("pyvips[binary]", "pillow"),
    ),
    "reader": (
        Subject(READING, "engine.reader", say("Reading text")),
        say("A picture was read"),
        say("The text of pictures is not read."),
        ("rapidocr", "onnxruntime", "numpy", "pillow"),
    ),
    "library": (
        Subject(READING, "engine.library", say("Finding models")),
        say("%1 found"),
        say("Models cannot be chosen or downloaded."),
        ("numpy",),
    ),
}
"""The role of an engine -> what is looked at, found when it works, what a failure means, the packages that do it."""


def judge_packages(about: About, packages: Packages, fix: Fixes) -> list[Check]:
    """Version, packages, and the two packages that are known to break the window."""
    checks = [_version(about), _packages(about, packages, fix)]
    qt, title = packages.version("PySide6_Essentials"), say("Window library")
    if qt == BROKEN_QT and about.python_version < (3, 12, 0):
        checks.append(
            Subject(GROUP, "eyebox.qt", title).fail(
                say("PySide6 %1 on Python %2.%3", qt, *about.python_version[:2]),
                say("This version closes the window by itself after some minutes."),
                say("Install another version of PySide6."),
                fix.pip("install", "PySide6-Essentials>=6.8,!=6.12.0"),
            )
        )
    opencv = [name for name in ("opencv-python", "opencv-contrib-python") if packages.version(name)]
    if opencv:
        checks.append(
            Subject(GROUP, "eyebox.opencv", title).warn(
                say("%1 is installed beside Eyebox", opencv[0]),
                say("It brings a second Qt, which can keep the window from opening."),
                say("Use the version without windows instead."),
                f"{fix.pip('uninstall', '-y', opencv[0])} && {fix.own('opencv-python-headless')}",
            )
        )
    return checks


def _version(about: About) -> Check:
    python = ".".join(map(str, about.python_version))
    if about.edition == "program":
        found = say("Eyebox %1, installed as a program", about.version)
    else:
        found = say("Eyebox %1 on Python %2 (%3)", about.version, python, about.python)
    return Subject(GROUP, "eyebox.version", say("Version")).passed(found)


def _packages(about: About, packages: Packages, fix: Fixes) -> Check:
    subject, again = Subject(GROUP, "eyebox.packages", say("Packages")), say("Install Eyebox again.")
    if packages.missing:
        found = say("Missing: %1", joined(packages.missing))
        meaning = say("Eyebox needs them to open its window or to read pictures.")
        return subject.fail(found, meaning, again, fix.pip("install", *packages.missing))
    if packages.conflicts:
        return subject.warn(
            unmet(packages.conflicts),
            say("Parts of Eyebox were changed by another installation."),
            again,
            fix.pip("install", *dict.fromkeys(each.needs for each in packages.conflicts)),
        )
    if about.edition == "program":
        return subject.passed(say("All are included"))
    return subject.passed(as_it_is(joined(f"{name} {version}" for name, version in packages.installed)))


def judge_engines(engines: Sequence[Engine], fix: Fixes) -> list[Check]:
    """One check for each engine that was tried."""
    return [_engine(engine, fix) for engine in engines if engine.ending != "stopped"]


def _engine(engine: Engine, fix: Fixes) -> Check:
    subject, works, meaning, packages = ENGINES[engine.role]
    repair = fix.own(*packages)
    if engine.ending == "hung":
        found = say("The engine started, but did not answer in time")
        busy = say("Close programs that keep the computer busy, then look once more.")
        return subject.fail(found, meaning, busy, repair)
    if not engine.message:
        return subject.passed(works.of(engine.answer))
    if missing := lacking(engine.detail):
        return subject.lacks_libraries(missing, meaning, fix.libraries(missing))
    if "SIGILL" in engine.message:
        return subject.lacks_instruction(meaning)
    again = say("Install the packages that do this again.")
    return subject.fail(as_it_is(engine.message), meaning, again, repair)


def judge_network(probed: Sequence[Probed]) -> list[Check]:
    """Whether engines that need no network really have none: they tried."""
    reports = [one.report for one in probed if one.report is not None]
    if not reports or len(reports) < len(probed):
        return []  # the row of an engine that does not start says so
    subject = Subject(NETWORK, "eyebox.offline", say("Offline"))
    failures = [f"{one.what}, {one.device}" for report in reports for one in report.failures]
    if failures:
        return [
            subject.fail(
                say("An engine that needs no network could connect: %1", joined(dict.fromkeys(failures))),
                say("Nothing of Eyebox connects by itself, but libraries that it uses could."),
                say("Install Eyebox again."),
            )
        ]
    if all(report.detail("kernel") for report in reports):
        tried = say(
            "Tried: the kernel refuses engines all connections, also native ones and those of children"
        )
        return [subject.passed(tried)]
    return [
        subject.passed(
            say("Tried: a hook in Python refuses engines all connections"),
            say("This system has no filter in its kernel that Eyebox can use, so native code is not held."),
        )
    ]


def judge_scripts(scripts: Scripts | None) -> list[Check]:
    """What can be read beyond Latin, Chinese and Japanese text; none of it has to be there."""
    if scripts is None:
        return []
    subject = Subject(READING, "eyebox.scripts", say("Other scripts"))
    if scripts.damaged:
        return [
            subject.warn(
                say("Damaged: %1", joined(scripts.damaged)),
                say("Text in these languages is not read."),
                say("Put these files there again."),
            )
        ]
    if not scripts.installed:
        meaning = say("Text in Cyrillic, Korean, Arabic and other scripts is counted, but not read.")
        return [subject.passed(say("tesserocr is not installed: %1", scripts.adding), meaning)]
    if not scripts.languages:
        meaning = say("“Scripts and languages” in the menu Picture says how it is added.")
        return [subject.passed(say("There is no language data"), meaning)]
    return [subject.passed(say("Language data: %1", joined(scripts.languages)))]
