"""Which kernels models compute with on the processor, and why."""

from __future__ import annotations

from eyebox.doctor.check import Check, Subject, say
from eyebox.doctor.facts import Kernels
from eyebox.doctor.fix import Fixes
from eyebox.doctor.judge.probes import GROUP
from eyebox_models.vision.cpu_kernels import VARIABLE

_SLOWER = say("Models on the processor take up to twice as long to their first word.")


def judge_kernels(kernels: Kernels | None, fix: Fixes) -> list[Check]:
    """One check where torch is there: torch's own choice, or what was found about MKL's fast kernels."""
    if kernels is None:
        return []
    subject = Subject(GROUP, "models.kernels", say("Kernels on the processor"))
    if not kernels.suits:
        return [
            subject.passed(
                say("Those that torch chooses"), say("Only on AMD with Linux others can be faster.")
            )
        ]
    if kernels.variable == "standard":
        found = say("MKL's standard ones, because %1 is set to %2", VARIABLE, kernels.variable)
        return [
            subject.warn(
                found, _SLOWER, say("Unset the variable and start Eyebox again."), fix.unset(VARIABLE)
            )
        ]
    if kernels.variable == "fast":
        return [subject.passed(say("MKL's fast ones, because %1 is set to %2", VARIABLE, kernels.variable))]
    measured = kernels.found
    if measured is None:
        return [subject.passed(say("MKL's fast ones, not measured yet"))]
    times = tuple(f"{1000 * seconds:.0f}" for seconds in (measured.fast_seconds, measured.standard_seconds))
    if measured.why == "faster":
        return [subject.passed(say("MKL's fast ones: attention takes %1 instead of %2 ms", *times))]
    if measured.why == "slower":
        return [
            subject.passed(
                say("MKL's standard ones: with the fast ones attention takes %1, not %2 ms", *times)
            )
        ]
    if not measured.detail:
        return [subject.passed(say("MKL's standard ones: with the fast ones the process ended"))]
    return [subject.passed(say("MKL's standard ones: the fast ones fail here (%1)", measured.detail))]
