"""torch: is it there, does it compute, and can it use the card."""

from __future__ import annotations

import re

from eyebox.doctor.check import Check, Subject, as_it_is, joined, say, unmet
from eyebox.doctor.facts import Cards, Models, Probed
from eyebox.doctor.fix import Fixes, lacking
from eyebox.doctor.judge.card import SLOW
from eyebox.doctor.judge.probes import (
    COMPUTED,
    GROUP,
    INSTALL,
    NO_MODELS,
    NOT_INSTALLED,
    TOGETHER,
    computed,
    computed_on,
    unloaded,
)
from eyebox_models.fit.machine import release
from eyebox_models.protocol.probe import ProbeReport

_PLACES = {
    "own": say("Eyebox's own Python"),
    "carried": say("Came with the program: %1"),
    "added": say("Added: %1"),
}


def judge_torch(models: Models, cards: Cards, fix: Fixes) -> list[Check]:
    """Where models run, whether its packages fit, and torch itself."""
    engine = Subject(GROUP, "models.engine", say("Model engine"))
    if not models.place:
        advice = say("If you want such models, add what they need (several GB).")
        return [engine.warn(say("Not added"), NO_MODELS, advice, fix.extra("vlm"))]
    checks = [engine.passed(_PLACES[models.place].of(models.folder))]
    packages, torch = models.probe("packages"), models.probe("torch")
    if packages is not None:
        checks += _packages(packages, fix)
    if torch is not None and torch.ending != "stopped":
        checks += _torch(torch, cards, fix)
    return checks


def _packages(probed: Probed, fix: Fixes) -> list[Check]:
    subject = Subject(GROUP, "models.packages", say("Packages of models"))
    repair = fix.models("torch", "torchvision", "transformers")
    broken = unloaded(subject, probed, NO_MODELS, repair)
    if broken is not None:
        return [broken]
    report = probed.report
    if report is None:
        return []
    if any(c.who.startswith("torchvision ") and c.needs.startswith("torch=") for c in report.conflicts):
        meaning = say("torch and torchvision are not of the same release: models cannot see pictures.")
        return [subject.fail(unmet(report.conflicts), meaning, TOGETHER, fix.torch())]
    if report.conflicts:
        meaning = say("Packages do not fit each other: loading a model may fail in odd ways.")
        needs = dict.fromkeys(c.needs for c in report.conflicts)
        command = fix.torch() if any(re.match(r"torch\W", each) for each in needs) else fix.models(*needs)
        advice = say("Install the versions that are asked for.")
        return [subject.warn(unmet(report.conflicts), meaning, advice, command)]
    versions = joined(f"{package} {version}" for package, version in report.packages)
    return [subject.passed(as_it_is(versions))] if versions else []


def _torch(probed: Probed, cards: Cards, fix: Fixes) -> list[Check]:
    subject, report = Subject(GROUP, "torch.works", as_it_is("torch")), probed.report
    missing = lacking(report.error) if report is not None else ()
    broken = unloaded(subject, probed, NO_MODELS, fix.torch(), fix.libraries(missing))
    if broken is not None:
        return [broken]
    assert report is not None
    if not report.installed:
        return [subject.fail(NOT_INSTALLED, NO_MODELS, INSTALL, fix.torch())]
    card = _card(report, cards, fix)
    works = computed(subject, report, NO_MODELS, fix.torch())
    on_card_only = (
        card is not None and card.state == "fail" and all(one.device != "cpu" for one in report.failures)
    )
    if not report.failures or on_card_only:
        works = subject.passed(
            say("%1 computes correctly on %2 in FP32 and BF16", report.version, computed_on(report))
        )
    return [works, card] if card is not None else [works]


def _card(report: ProbeReport, cards: Cards, fix: Fixes) -> Check | None:
    """Whether this torch can use the card; None where there is no card that the driver offers."""
    if not cards.cuda:
        return None
    subject, again = Subject(GROUP, "torch.card", say("torch and the card")), fix.torch()
    cuda, driver = report.detail("cuda"), cards.driver_cuda
    if not cuda:
        found = say("A GPU is here, but this torch (%1) is CPU-only", report.version)
        if report.detail("rocm"):
            found = say(
                "An NVIDIA card is here, but this torch (%1) is for cards of AMD (ROCm)", report.version
            )
        return subject.fail(found, SLOW, say("Install the torch that is made for this card."), again)
    built = (*release(cuda), 0, 0)[:2]
    older = driver != (0, 0) and driver < built
    available = report.detail("cuda available")
    if older and not available:
        return subject.fail(
            say(
                "The driver %1 is too old: it runs CUDA %2.%3, this torch needs CUDA %4.%5",
                cards.driver,
                *driver,
                *built,
            ),
            SLOW,
            say("Install the torch that fits this driver, or update the driver."),
            again,
        )
    without = [card for card in report.cards if not card.kernels]
    if without:
        name, capability = without[0].name, without[0].capability
        return subject.fail(
            say(
                "This torch (%1) has no kernels for %2 (capability %3.%4)", report.version, name, *capability
            ),
            say("Models fail on this card with an error, or run on the processor."),
            say("Install a torch that was built for this card."),
            again,
        )
    if not available:
        found = say("torch does not find the card: %1", report.detail("cuda says") or "?")
        advice = say("Restart the computer; if that does not help, install torch again.")
        return subject.fail(found, SLOW, advice, again)
    wrong = [one for one in report.failures if one.device != "cpu"]
    if wrong:
        return subject.fail(
            COMPUTED["product"].of(wrong[0].device, wrong[0].error),
            say("Models fail on this card, or answer nonsense."),
            say("Update NVIDIA's driver, or install torch again."),
            again,
        )
    if older:
        return subject.warn(
            say("The driver is of CUDA %1.%2, this torch of CUDA %3.%4", *driver, *built),
            say("Products work, but parts that are compiled on the way may fail until the driver is newer."),
            say("Update NVIDIA's driver, or install the torch for this one."),
            fix.driver() or again,
        )
    return subject.passed(say("CUDA %1, computes on %2", cuda, joined(card.name for card in report.cards)))
