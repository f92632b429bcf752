"""What is common to all probes: a library that cannot be imported, crashes, hangs, or computes wrongly."""

from __future__ import annotations

from eyebox.doctor.check import Check, Sentence
from eyebox.doctor.facts import Probed
from eyebox.doctor.fix import lacking
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, joined, say
from eyebox_models.protocol.probe import ProbeReport

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Models that look at pictures"))
_AGAIN = QT_TRANSLATE_NOOP("Doctor", "Install it again.")
COMPUTED = {
    "product": QT_TRANSLATE_NOOP("Doctor", "A product on %1 is wrong or failed: %2"),
    "bf16": QT_TRANSLATE_NOOP("Doctor", "A product in BF16 on %1 is wrong or failed: %2"),
    "nms": QT_TRANSLATE_NOOP("Doctor", "The operator nms on %1 failed: %2"),
    "write": QT_TRANSLATE_NOOP("Doctor", "A tiny model on %1 failed: %2"),
    "int8": QT_TRANSLATE_NOOP("Doctor", "An Int8 product on %1 is wrong or failed: %2"),
    "int4": QT_TRANSLATE_NOOP("Doctor", "An Int4 product on %1 is wrong or failed: %2"),
    "gptq": QT_TRANSLATE_NOOP("Doctor", "A GPTQ product on %1 is wrong or failed: %2"),
    "attention": QT_TRANSLATE_NOOP("Doctor", "Attention on %1 is wrong or failed: %2"),
}
"""What was tried -> the sentence when it failed."""


def unloaded(
    probed: Probed,
    name: str,
    title: str,
    meaning: Sentence,
    repair: str,
    system: str = "",
    advice: str = _AGAIN,
) -> Check | None:
    """The check of a library that could not be loaded, crashed or hung; None where it could be tried.

    `repair` installs it again; `system` installs libraries of the system that its message misses.
    """
    if probed.ending == "hung":
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "It was loaded, but did not end in time")),
            meaning,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Close programs that use the card or the processor and look again; then install it again.",
                )
            ),
            repair,
        )
    if probed.ending == "crashed":
        return _crashed(probed, name, title, meaning, repair, advice)
    report = probed.report
    if report is None or not report.error:
        return None
    missing = lacking(report.error)
    if missing and system:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "Missing on this system: %1"), joined(missing)),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "Install these libraries, then start Eyebox again.")),
            system,
        )
    return GROUP.fail(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "It cannot be loaded: %1"), report.error),
        meaning,
        say(advice),
        repair,
    )


def _crashed(probed: Probed, name: str, title: str, meaning: Sentence, repair: str, advice: str) -> Check:
    if "SIGILL" in probed.words:
        return GROUP.lacks_instruction(name, title, meaning)
    if "SIGKILL" in probed.words:
        return GROUP.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "It was ended by the system, usually because memory ran out")),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "Close other programs, then look once more.")),
        )
    return GROUP.fail(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "It crashed: %1"), probed.words),
        meaning,
        say(advice),
        repair,
    )


def computed_wrongly(
    report: ProbeReport, name: str, title: str, meaning: Sentence, repair: str, advice: str = _AGAIN
) -> Check | None:
    """The check of a library whose results are wrong; None where all are right."""
    if not report.failures:
        return None
    first = report.failures[0]
    return GROUP.fail(
        name,
        title,
        say(COMPUTED[first.what], first.device, first.error),
        meaning,
        say(advice),
        repair,
    )


def computed_on(report: ProbeReport) -> str:
    """The devices on which all went right."""
    return joined(list(dict.fromkeys(one.device for one in report.tried)))
