"""What is common to all probes: a library that cannot be imported, crashes, hangs, or computes wrongly."""

from __future__ import annotations

from eyebox.doctor.check import Check, Sentence, Subject, joined, say
from eyebox.doctor.facts import Probed
from eyebox.doctor.fix import lacking
from eyebox_models.protocol.probe import ProbeReport

GROUP = say("Models that look at pictures")
NO_MODELS = say("Models that look at pictures do not run; reading does.")
AGAIN = say("Install it again.")
TOGETHER = say("Install both again, together.")
INSTALL, NOT_INSTALLED = say("Install it."), say("Not installed")
UNLOADED = say("It cannot be loaded: %1")
COMPUTED = {
    "product": say("A product on %1 is wrong or failed: %2"),
    "bf16": say("A product in BF16 on %1 is wrong or failed: %2"),
    "nms": say("The operator nms on %1 failed: %2"),
    "write": say("A tiny model on %1 failed: %2"),
    "int8": say("An Int8 product on %1 is wrong or failed: %2"),
    "int4": say("An Int4 product on %1 is wrong or failed: %2"),
    "gptq": say("A GPTQ product on %1 is wrong or failed: %2"),
    "attention": say("Attention on %1 is wrong or failed: %2"),
}
"""What was tried -> the sentence when it failed."""


def unloaded(
    subject: Subject,
    probed: Probed,
    meaning: Sentence,
    repair: str,
    system: str = "",
    advice: Sentence = AGAIN,
) -> Check | None:
    """The check of a library that could not be loaded, crashed or hung; None where it could be tried.

    `repair` installs it again; `system` installs libraries of the system that its message misses.
    """
    if probed.ending == "hung":
        busy = say("Close programs that use the card or the processor and look again; then install it again.")
        return subject.fail(say("It was loaded, but did not end in time"), meaning, busy, repair)
    if probed.ending == "crashed" and "SIGILL" in probed.words:
        return subject.lacks_instruction(meaning)
    if probed.ending == "crashed" and "SIGKILL" in probed.words:
        found = say("It was ended by the system, usually because memory ran out")
        return subject.fail(found, meaning, say("Close other programs, then look once more."))
    if probed.ending == "crashed":
        return subject.fail(say("It crashed: %1", probed.words), meaning, advice, repair)
    report = probed.report
    if report is None or not report.error:
        return None
    missing = lacking(report.error)
    if missing and system:
        return subject.lacks_libraries(missing, meaning, system)
    return subject.fail(UNLOADED.of(report.error), meaning, advice, repair)


def computed(
    subject: Subject, report: ProbeReport, meaning: Sentence, repair: str, advice: Sentence = AGAIN
) -> Check:
    """The check of a library by its results: a failure when one is wrong."""
    if report.failures:
        first = report.failures[0]
        return subject.fail(COMPUTED[first.what].of(first.device, first.error), meaning, advice, repair)
    return subject.passed(say("%1 computes correctly on %2", report.version, computed_on(report)))


def computed_on(report: ProbeReport) -> str:
    """The devices on which all went right."""
    return joined(dict.fromkeys(one.device for one in report.tried))
