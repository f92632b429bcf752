"""The libraries beside torch: torchvision, transformers, bitsandbytes, gptqmodel, FlashAttention, OpenMP."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eyebox.doctor.check import Check
from eyebox.doctor.facts import Cards, Models, Probed
from eyebox.doctor.fix import Fixes
from eyebox.doctor.judge.probes import GROUP, computed_on, computed_wrongly, unloaded
from eyebox.doctor.words import NOTHING, QT_TRANSLATE_NOOP, joined, say
from eyebox_models.protocol.probe import ProbeReport

_NOT_INSTALLED = QT_TRANSLATE_NOOP("Doctor", "Not installed")
_INSTALL = QT_TRANSLATE_NOOP("Doctor", "Install it.")
_RIGHT = QT_TRANSLATE_NOOP("Doctor", "%1 computes rightly on %2")
_MEANINGS = {
    "torchvision": QT_TRANSLATE_NOOP("Doctor", "Models that look at pictures do not run; reading does."),
    "transformers": QT_TRANSLATE_NOOP("Doctor", "Models that look at pictures do not run; reading does."),
    "bitsandbytes": QT_TRANSLATE_NOOP("Doctor", "The precisions Int8 and Int4 cannot be used; BF16 can."),
    "gptqmodel": QT_TRANSLATE_NOOP("Doctor", "Models stored in GPTQ or AWQ cannot be used; others can."),
}


def judge_libraries(
    models: Models, cards: Cards, variables: Sequence[tuple[str, str]], fix: Fixes
) -> list[Check]:
    """One check for each library that was probed. Without torch there is nothing to say of them."""
    torch = models.probe("torch")
    if torch is None or torch.ending != "done" or torch.report is None or not torch.report.installed:
        return []
    checks: list[Check] = []
    for what in ("torchvision", "transformers", "bitsandbytes", "gptqmodel"):
        probed = models.probe(what)
        if probed is not None and probed.ending != "stopped":
            checks.append(_library(probed, fix))
    flash = models.probe("flash_attn")
    if flash is not None and flash.ending != "stopped":
        checks.append(_flash(flash, fix))
    openmp = models.probe("openmp")
    if openmp is not None and openmp.ending != "stopped":
        checks.append(_openmp(openmp, dict(variables), fix))
    return checks


def _library(probed: Probed, fix: Fixes) -> Check:
    what = probed.what
    name, title, meaning = f"models.{what}", what, say(_MEANINGS[what])
    repair = fix.torch() if what == "torchvision" else fix.models(*_FROM[what])
    advice = _TOGETHER if what == "torchvision" else QT_TRANSLATE_NOOP("Doctor", "Install it again.")
    broken = unloaded(probed, name, title, meaning, repair, advice=advice)
    if broken is not None:
        return broken
    report = probed.report
    assert report is not None
    if not report.installed:
        if what == "gptqmodel":
            return GROUP.fine(
                name,
                title,
                say(_NOT_INSTALLED),
                say(QT_TRANSLATE_NOOP("Doctor", "It is only needed for models stored in GPTQ or AWQ.")),
            )
        make = GROUP.warn if what == "bitsandbytes" else GROUP.fail
        return make(name, title, say(_NOT_INSTALLED), meaning, say(_INSTALL), repair)
    if what == "bitsandbytes":
        native = _native(report, name, repair)
        if native is not None:
            return native
    wrong = computed_wrongly(report, name, title, meaning, repair, advice)
    return wrong or GROUP.fine(name, title, say(_RIGHT, report.version, computed_on(report)))


_FROM = {
    "transformers": ("transformers>=5.12",),
    "bitsandbytes": ("bitsandbytes>=0.48",),
    "gptqmodel": ("gptqmodel", "optimum"),
}
"""What pip installs for each, at least of the versions that Eyebox asks for."""
_TOGETHER = QT_TRANSLATE_NOOP("Doctor", "Install both again, together.")


def _native(report: ProbeReport, name: str, repair: str) -> Check | None:
    """bitsandbytes whose native part is missing, or lacks the part for the card that torch can use."""
    advice = say(QT_TRANSLATE_NOOP("Doctor", "Install a newer bitsandbytes, which has it."))
    if not report.detail("library"):
        return GROUP.fail(
            name,
            "bitsandbytes",
            say(
                QT_TRANSLATE_NOOP("Doctor", "Its native library was not loaded: %1"),
                report.detail("library says") or "?",
            ),
            say(_MEANINGS["bitsandbytes"]),
            advice,
            repair,
        )
    if report.detail("cuda available") and not report.detail("library has cuda"):
        return GROUP.fail(
            name,
            "bitsandbytes",
            say(
                QT_TRANSLATE_NOOP("Doctor", "The library for Int8 (%1) was loaded without its CUDA part"),
                report.detail("library"),
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Int8 and Int4 fail on the card; BF16 works.")),
            advice,
            repair,
        )
    return None


def _flash(probed: Probed, fix: Fixes) -> Check:
    name, title = "models.flash_attn", "FlashAttention"
    meaning = say(QT_TRANSLATE_NOOP("Doctor", "Models on the card fail with it; without it they run."))
    advice = QT_TRANSLATE_NOOP("Doctor", "Remove it: torch's own attention is nearly as fast.")
    repair = fix.remove("flash-attn")
    report = probed.report
    if report is not None and report.error:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "It cannot be loaded: %1"), report.error),
            say(QT_TRANSLATE_NOOP("Doctor", "torch's own attention is used instead.")),
            say(advice),
            repair,
        )
    broken = unloaded(probed, name, title, meaning, repair, advice=advice)
    if broken is not None:
        return broken
    assert report is not None
    if not report.installed:
        return GROUP.fine(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Not installed, not needed: torch's own attention is used")),
        )
    wrong = computed_wrongly(report, name, title, meaning, repair, advice)
    if wrong is not None:
        return wrong
    too_old = [card for card in report.cards if card.capability < (8, 0)]
    if too_old:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 is too old for it"), too_old[0].name),
            meaning,
            say(advice),
            repair,
        )
    if not report.tried:
        return GROUP.fine(
            name, title, say(QT_TRANSLATE_NOOP("Doctor", "%1, not used without a card"), report.version)
        )
    return GROUP.fine(name, title, say(_RIGHT, report.version, computed_on(report)))


def kind_of(path: str) -> str:
    """The maker of an OpenMP runtime: "GNU", "Intel" or "LLVM"."""
    name = re.split(r"[/\\]", path)[-1].lower()
    return "GNU" if "gomp" in name else "Intel" if "iomp" in name else "LLVM"


def _openmp(probed: Probed, variables: dict[str, str], fix: Fixes) -> Check:
    """How many OpenMP runtimes one process has loaded.

    Two of Intel or LLVM abort the process ("OMP: Error #15") or wait for each other for ever: they share their symbols.
    GNU's beside one of those can hang after a fork, and two of GNU's start twice the threads that the processor has.
    """
    name, title = "models.openmp", QT_TRANSLATE_NOOP("Doctor", "Parallel computing (OpenMP)")
    hangs = say(
        QT_TRANSLATE_NOOP("Doctor", "Models may end without a word, or hang, in the middle of an answer.")
    )
    report = probed.report
    runtimes = report.runtimes if report is not None else ()
    again = fix.models("torch", "numpy")
    broken = unloaded(probed, name, title, hangs, again)
    if broken is not None:
        return broken
    assert report is not None
    kinds = [kind_of(path) for path in runtimes]
    related = [kind for kind in kinds if kind != "GNU"]
    if len(runtimes) > 1:
        make = GROUP.fail if len(related) > 1 else GROUP.warn
        slower = say(
            QT_TRANSLATE_NOOP("Doctor", "They start more threads than there are cores: models are slower.")
        )
        names = joined([f"{kind} ({path})" for kind, path in zip(kinds, runtimes, strict=True)])
        command = _without(runtimes, variables, fix)
        return make(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "%1 OpenMP runtimes in one process: %2"), len(runtimes), names),
            hangs if related else slower,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Take one of them away; all packages should come from the same place."
                )
            ),
            command,
        )
    wrong = computed_wrongly(report, name, title, hangs, again)
    if wrong is not None:
        return wrong
    if variables.get("KMP_DUPLICATE_LIB_OK", "").upper() in ("TRUE", "1", "YES"):
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "KMP_DUPLICATE_LIB_OK is set")),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "It hides that two runtimes are loaded: results may then be wrong."
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Take the variable away and start again.")),
            fix.unset("KMP_DUPLICATE_LIB_OK"),
        )
    found = say(QT_TRANSLATE_NOOP("Doctor", "One runtime, of %1"), kinds[0]) if kinds else NOTHING
    return GROUP.fine(
        name, title, found or say(QT_TRANSLATE_NOOP("Doctor", "No runtime that could be loaded twice"))
    )


def _without(runtimes: Sequence[str], variables: dict[str, str], fix: Fixes) -> str:
    """The command that takes the runtime away which did not come with torch."""
    for path in runtimes:
        owner = re.search(r"(?:site|dist)-packages[/\\]([A-Za-z0-9_]+)", path)
        if owner is None or owner[1] == "torch":
            continue
        package = owner[1].removesuffix("_libs").replace("_", "-")
        if package == "intel-openmp":
            return fix.remove(package)
        package = "scikit-learn" if package == "sklearn" else package
        return fix.models("--force-reinstall", package)
    for name in ("LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        if variables.get(name):
            return fix.unset(name)
    if any(kind_of(path) != "GNU" and "site-packages" not in path for path in runtimes):
        return fix.remove("intel-openmp")
    return fix.torch()
