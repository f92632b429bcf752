"""Eyebox itself: its version, and whether the packages it is made of are there and fit."""

from __future__ import annotations

from eyebox.doctor.check import Check
from eyebox.doctor.facts import About, Packages
from eyebox.doctor.fix import Fixes
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, joined, say

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Eyebox"))
BROKEN_QT = "6.12.0"
"""On Python before 3.12 this PySide6 steals references to None: the program aborts after a few thousand calls."""


def judge_packages(about: About, packages: Packages, fix: Fixes) -> list[Check]:
    """Version, packages, and the two packages that are known to break the window."""
    checks = [_version(about), _packages(about, packages, fix)]
    qt = packages.version("PySide6_Essentials")
    title = QT_TRANSLATE_NOOP("Doctor", "Window library")
    if qt == BROKEN_QT and about.python_version < (3, 12, 0):
        checks.append(
            GROUP.fail(
                "eyebox.qt",
                title,
                say(QT_TRANSLATE_NOOP("Doctor", "PySide6 %1 on Python %2.%3"), qt, *about.python_version[:2]),
                say(
                    QT_TRANSLATE_NOOP(
                        "Doctor", "This version closes the window by itself after some minutes."
                    )
                ),
                say(QT_TRANSLATE_NOOP("Doctor", "Install another version of PySide6.")),
                fix.pip("install", "PySide6-Essentials>=6.8,!=6.12.0"),
            )
        )
    if packages.version("opencv-python") or packages.version("opencv-contrib-python"):
        name = "opencv-python" if packages.version("opencv-python") else "opencv-contrib-python"
        checks.append(
            GROUP.warn(
                "eyebox.opencv",
                title,
                say(QT_TRANSLATE_NOOP("Doctor", "%1 is installed beside Eyebox"), name),
                say(
                    QT_TRANSLATE_NOOP(
                        "Doctor", "It brings a second Qt, which can keep the window from opening."
                    )
                ),
                say(QT_TRANSLATE_NOOP("Doctor", "Use the version without windows instead.")),
                f"{fix.pip('uninstall', '-y', name)} && {fix.own('opencv-python-headless')}",
            )
        )
    return checks


def _version(about: About) -> Check:
    title = QT_TRANSLATE_NOOP("Doctor", "Version")
    if about.edition == "program":
        found = say(QT_TRANSLATE_NOOP("Doctor", "Eyebox %1, installed as a program"), about.version)
    else:
        python = ".".join(map(str, about.python_version))
        found = say(
            QT_TRANSLATE_NOOP("Doctor", "Eyebox %1 on Python %2 (%3)"), about.version, python, about.python
        )
    return GROUP.fine("eyebox.version", title, found)


def _packages(about: About, packages: Packages, fix: Fixes) -> Check:
    title = QT_TRANSLATE_NOOP("Doctor", "Packages")
    again = say(QT_TRANSLATE_NOOP("Doctor", "Install Eyebox again."))
    if packages.missing:
        return GROUP.fail(
            "eyebox.packages",
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Missing: %1"), joined(packages.missing)),
            say(QT_TRANSLATE_NOOP("Doctor", "Eyebox needs them to open its window or to read pictures.")),
            again,
            fix.pip("install", *packages.missing),
        )
    if packages.conflicts:
        needs = [f"{c.who} needs {c.needs}, there is {c.found or 'none'}" for c in packages.conflicts]
        return GROUP.warn(
            "eyebox.packages",
            title,
            say("%1", "; ".join(needs)),
            say(QT_TRANSLATE_NOOP("Doctor", "Parts of Eyebox were changed by another installation.")),
            again,
            fix.pip("install", *dict.fromkeys(c.needs for c in packages.conflicts)),
        )
    if about.edition == "program":
        return GROUP.fine("eyebox.packages", title, say(QT_TRANSLATE_NOOP("Doctor", "All are carried along")))
    versions = [f"{name} {version}" for name, version in packages.installed]
    return GROUP.fine("eyebox.packages", title, say("%1", joined(versions)))
