"""The libraries beside torch: torchvision, transformers, bitsandbytes, gptqmodel, FlashAttention, OpenMP."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eyebox.doctor.check import Check, Subject, as_it_is, joined, say
from eyebox.doctor.facts import Models, Probed
from eyebox.doctor.fix import Fixes
from eyebox.doctor.judge.probes import (
    AGAIN,
    GROUP,
    INSTALL,
    NO_MODELS,
    NOT_INSTALLED,
    TOGETHER,
    UNLOADED,
    computed,
    unloaded,
)
from eyebox_models.protocol.probe import ProbeReport

LIBRARIES = {
    "torchvision": (NO_MODELS, ()),
    "transformers": (NO_MODELS, ("transformers>=5.21.1",)),
    "bitsandbytes": (
        say("The precisions Int8 and Int4 cannot be used; BF16 can."),
        ("bitsandbytes>=0.48",),
    ),
    "gptqmodel": (
        say("Models stored in GPTQ or AWQ cannot be used; others can."),
        ("gptqmodel", "optimum"),
    ),
}
"""What it means when one is broken, and what pip installs for it, at least of the version that Eyebox asks for."""


def judge_libraries(models: Models, variables: Sequence[tuple[str, str]], fix: Fixes) -> list[Check]:
    """One check for each library that was probed. Without torch there is nothing to say of them."""
    torch = models.probe("torch")
    if torch is None or torch.ending != "done" or torch.report is None or not torch.report.installed:
        return []
    checks: list[Check] = []
    for what in (*LIBRARIES, "flash_attn", "openmp"):
        probed = models.probe(what)
        if probed is None or probed.ending == "stopped":
            continue
        if what == "flash_attn":
            checks.append(_flash(probed, fix))
        elif what == "openmp":
            checks.append(_openmp(probed, dict(variables), fix))
        else:
            checks.append(_library(probed, fix))
    return checks


def _library(probed: Probed, fix: Fixes) -> Check:
    what = probed.what
    subject, (meaning, packages) = Subject(GROUP, f"models.{what}", as_it_is(what)), LIBRARIES[what]
    repair, advice = (fix.torch(), TOGETHER) if what == "torchvision" else (fix.models(*packages), AGAIN)
    broken = unloaded(subject, probed, meaning, repair, advice=advice)
    if broken is not None:
        return broken
    report = probed.report
    assert report is not None
    if not report.installed and what == "gptqmodel":
        return subject.passed(NOT_INSTALLED, say("It is only needed for models stored in GPTQ or AWQ."))
    if not report.installed:
        make = subject.warn if what == "bitsandbytes" else subject.fail
        return make(NOT_INSTALLED, meaning, INSTALL, repair)
    native = _native(subject, report, repair) if what == "bitsandbytes" else None
    return native or computed(subject, report, meaning, repair, advice)


def _native(subject: Subject, report: ProbeReport, repair: str) -> Check | None:
    """bitsandbytes whose native part is missing, or lacks the part for the card that torch can use."""
    library, advice = report.detail("library"), say("Install a newer bitsandbytes, which has it.")
    if not library:
        found = say("Its native library was not loaded: %1", report.detail("library says") or "?")
        return subject.fail(found, LIBRARIES["bitsandbytes"][0], advice, repair)
    if report.detail("cuda available") and not report.detail("library has cuda"):
        found = say("The library for Int8 (%1) was loaded without its CUDA part", library)
        return subject.fail(found, say("Int8 and Int4 fail on the card; BF16 works."), advice, repair)
    return None


def _flash(probed: Probed, fix: Fixes) -> Check:
    subject = Subject(GROUP, "models.flash_attn", as_it_is("FlashAttention"))
    meaning = say("Models on the card fail with it; without it they run.")
    advice = say("Remove it: torch's own attention is nearly as fast.")
    repair, report = fix.remove("flash-attn"), probed.report
    if report is not None and report.error:
        instead = say("torch's own attention is used instead.")
        return subject.warn(UNLOADED.of(report.error), instead, advice, repair)
    broken = unloaded(subject, probed, meaning, repair, advice=advice)
    if broken is not None:
        return broken
    assert report is not None
    if not report.installed:
        return subject.passed(say("Not installed, not needed: torch's own attention is used"))
    too_old = [card for card in report.cards if card.capability < (8, 0)]
    if too_old and not report.failures:
        return subject.fail(say("%1 is too old for it", too_old[0].name), meaning, advice, repair)
    if not report.tried:
        return subject.passed(say("%1, not used without a card", report.version))
    return computed(subject, report, meaning, repair, advice)


def kind_of(path: str) -> str:
    """The maker of an OpenMP runtime: "GNU", "Intel" or "LLVM"."""
    name = re.split(r"[/\\]", path)[-1].lower()
    return "GNU" if "gomp" in name else "Intel" if "iomp" in name else "LLVM"


def _openmp(probed: Probed, variables: dict[str, str], fix: Fixes) -> Check:
    """How many OpenMP runtimes one process has loaded.

    Two of Intel or LLVM abort the process ("OMP: Error #15") or wait for each other for ever: they share their symbols.
    GNU's beside one of those can hang after a fork, and two of GNU's start twice the threads that the processor has.
    """
    subject = Subject(GROUP, "models.openmp", say("Parallel computing (OpenMP)"))
    hangs = say("Models may end without a message, or hang, in the middle of an answer.")
    again, report = fix.models("torch", "numpy"), probed.report
    broken = unloaded(subject, probed, hangs, again)
    if broken is not None:
        return broken
    assert report is not None
    runtimes = report.runtimes
    kinds = [kind_of(path) for path in runtimes]
    if len(runtimes) > 1:
        related = [kind for kind in kinds if kind != "GNU"]
        names = joined(f"{kind} ({path})" for kind, path in zip(kinds, runtimes, strict=True))
        slower = say("They start more threads than there are cores: models are slower.")
        make = subject.fail if len(related) > 1 else subject.warn
        return make(
            say("%1 OpenMP runtimes in one process: %2", len(runtimes), names),
            hangs if related else slower,
            say("Remove one of them; all packages should come from the same place."),
            _without(runtimes, variables, fix),
        )
    if report.failures:
        return computed(subject, report, hangs, again)
    if variables.get("KMP_DUPLICATE_LIB_OK", "").upper() in ("TRUE", "1", "YES"):
        return subject.warn(
            say("KMP_DUPLICATE_LIB_OK is set"),
            say("It hides that two runtimes are loaded: results may then be wrong."),
            say("Unset the variable and start Eyebox again."),
            fix.unset("KMP_DUPLICATE_LIB_OK"),
        )
    if kinds:
        return subject.passed(say("One runtime, of %1", kinds[0]))
    return subject.passed(say("No runtime that could be loaded twice"))


def _without(runtimes: Sequence[str], variables: dict[str, str], fix: Fixes) -> str:
    """The command that removes the runtime which did not come with torch."""
    for path in runtimes:
        owner = re.search(r"(?:site|dist)-packages[/\\]([A-Za-z0-9_]+)", path)
        if owner is None or owner[1] == "torch":
            continue
        package = owner[1].removesuffix("_libs").replace("_", "-")
        if package == "intel-openmp":
            return fix.remove(package)
        return fix.models("--force-reinstall", "scikit-learn" if package == "sklearn" else package)
    for name in ("LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        if variables.get(name):
            return fix.unset(name)
    if any(kind_of(path) != "GNU" and "site-packages" not in path for path in runtimes):
        return fix.remove("intel-openmp")
    return fix.torch()
