"""Looks at one thing after the other, judges it and reports it at once. Blocks; runs on any thread. No Qt."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from threading import Event

from eyebox.doctor import judge, look
from eyebox.doctor.check import Check, Sentence, say
from eyebox.doctor.children import Children
from eyebox.doctor.facts import Engine, Kernels, Models, Probed
from eyebox.doctor.fix import Fixes
from eyebox.folders import Folders
from eyebox.session.added_folders import added_folders
from eyebox_models.environment import running
from eyebox_models.fit.machine import machine
from eyebox_models.probe.kernels import FAST, STANDARD, compared, remembered
from eyebox_models.vision.cpu_kernels import VARIABLE, suits

LIBRARIES = ("torchvision", "transformers", "bitsandbytes", "gptqmodel", "flash_attn", "openmp")
"""What is probed once torch was."""
STEPS = 10 + len(LIBRARIES)
"""How many things are looked at, at most."""

Report = Callable[[Check], None]
ReportProgress = Callable[[int, int, Sentence], None]
"""Called with how many steps are done, how many there are, and what is looked at now."""


def examine(
    folders: Folders,
    report: Report,
    stop: Event | None = None,
    report_progress: ReportProgress | None = None,
    children: Children | None = None,
) -> list[Check]:
    """Looks at everything and reports each check as soon as it is judged; returns all of them.

    Setting `stop` ends it and every process it started, at once; what was reported so far stays true. `children` are
    given by tests.
    """
    found: list[Check] = []
    with children or Children(stop) as running_children:
        for check in _checks(folders, running_children, report_progress or (lambda *_: None)):
            if running_children.stopped:
                break
            found.append(check)
            report(check)
    return found


def _checks(folders: Folders, children: Children, progress: ReportProgress) -> Iterator[Check]:
    done = iter(range(STEPS))

    def at(what: str) -> None:
        progress(next(done, STEPS), STEPS, say("Looking at %1 …", what))

    at("Eyebox")
    about, packages, place = look.look_at_eyebox(), look.look_at_packages(), running.place_of()
    fix = Fixes(about, place=place)
    yield from judge.judge_packages(about, packages, fix)
    here = machine()
    yield from judge.judge_computer(about, look.look_at_computer(here))
    yield from judge.judge_folders(look.look_at_folders(folders), fix)
    at("Qt")
    yield from judge.judge_window(children.window(), about, fix)
    for role in ("picture", "reader", "library"):
        at(role)
        yield from judge.judge_engines(_tried(role, folders, children), fix)
    at("network")
    yield from judge.judge_network(children.network())
    yield from judge.judge_scripts(look.look_at_scripts())
    cards = look.look_at_cards(here)
    fix = Fixes(about, cards, place)
    yield from judge.judge_cards(cards, about, fix)
    found = running.chosen()
    where = str(found.folder) if found is not None else ""
    if not place:
        yield from judge.judge_torch(Models(""), cards, fix)
        return
    at("packages")
    versions = children.probe("packages", packages.requirements)
    at("torch")
    torch = children.probe("torch")
    yield from judge.judge_torch(Models(place, where, (versions, torch)), cards, fix)
    report = torch.report
    if report is None or not report.installed or report.error:
        return
    at("kernels")
    yield from judge.judge_kernels(_kernels(versions, children), fix)
    variables = look.look_at_variables()
    for what in LIBRARIES:
        at(what)
        probes: tuple[Probed, ...] = (torch, children.probe(what))
        yield from judge.judge_libraries(Models(place, where, probes), variables, fix)


def _kernels(packages: Probed, children: Children) -> Kernels:
    """What engines remember of this processor's kernels, or what comes out now."""
    variable = os.environ.get(VARIABLE, "")
    if variable or not suits():
        return Kernels(suits(), variable)
    torch = dict(packages.report.packages).get("torch", "") if packages.report is not None else ""
    found = remembered(torch)
    if found is None:
        standard, fast = children.probe(STANDARD), children.probe(FAST)
        found = compared(standard.report, fast.report, fast.words)
    return Kernels(True, found=found)


def _tried(role: str, folders: Folders, children: Children) -> tuple[Engine, ...]:
    if children.stopped:
        return ()
    if role == "picture":
        return (children.picture(),)
    if role == "reader":
        return (children.reader(),)
    return (children.library(folders.data / "models", added_folders(folders.sessions)),)
