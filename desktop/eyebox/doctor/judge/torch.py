"""torch: is it there, does it compute, and can it use the card."""

from __future__ import annotations

import re

from eyebox.doctor.check import Check
from eyebox.doctor.facts import Cards, Models, Probed
from eyebox.doctor.fix import Fixes, lacking
from eyebox.doctor.judge.probes import GROUP, computed_on, computed_wrongly, unloaded
from eyebox.doctor.words import QT_TRANSLATE_NOOP, joined, say
from eyebox_models.fit.machine import release
from eyebox_models.protocol.probe import ProbeReport

_NO_MODELS = QT_TRANSLATE_NOOP("Doctor", "Models that look at pictures do not run; reading does.")
_SLOW = QT_TRANSLATE_NOOP("Doctor", "Models run on the processor, many times slower than on the card.")
_CARD_TITLE = QT_TRANSLATE_NOOP("Doctor", "torch and the card")


def judge_torch(models: Models, cards: Cards, fix: Fixes) -> list[Check]:
    """Where models run, whether its packages fit, and torch itself."""
    where = QT_TRANSLATE_NOOP("Doctor", "Model engine")
    if not models.place:
        return [
            GROUP.warn(
                "models.engine",
                where,
                say(QT_TRANSLATE_NOOP("Doctor", "Not added")),
                say(_NO_MODELS),
                say(QT_TRANSLATE_NOOP("Doctor", "If you want such models, add what they need (several GB).")),
                fix.extra("vlm"),
            )
        ]
    places = {
        "own": QT_TRANSLATE_NOOP("Doctor", "Eyebox's own Python"),
        "carried": QT_TRANSLATE_NOOP("Doctor", "Came with the program: %1"),
        "added": QT_TRANSLATE_NOOP("Doctor", "Added: %1"),
    }
    checks = [GROUP.fine("models.engine", where, say(places[models.place], models.folder))]
    packages = models.probe("packages")
    if packages is not None:
        checks += _packages(packages, fix)
    torch = models.probe("torch")
    if torch is None or torch.ending == "stopped":
        return checks
    return [*checks, *_torch(torch, cards, fix)]


def _packages(probed: Probed, fix: Fixes) -> list[Check]:
    name, title = "models.packages", QT_TRANSLATE_NOOP("Doctor", "Packages of models")
    broken = unloaded(
        probed, name, title, say(_NO_MODELS), fix.models("torch", "torchvision", "transformers")
    )
    if broken is not None:
        return [broken]
    report = probed.report
    if report is None:
        return []
    if report.conflicts:
        needs = [f"{c.who} needs {c.needs}, there is {c.found or 'none'}" for c in report.conflicts]
        pair = [
            c for c in report.conflicts if c.who.startswith("torchvision ") and c.needs.startswith("torch=")
        ]
        if pair:
            return [
                GROUP.fail(
                    name,
                    title,
                    say("%1", "; ".join(needs)),
                    say(
                        QT_TRANSLATE_NOOP(
                            "Doctor",
                            "torch and torchvision are not of the same release: models cannot see pictures.",
                        )
                    ),
                    say(QT_TRANSLATE_NOOP("Doctor", "Install both again, together.")),
                    fix.torch(),
                )
            ]
        return [
            GROUP.warn(
                name,
                title,
                say("%1", "; ".join(needs)),
                say(
                    QT_TRANSLATE_NOOP(
                        "Doctor", "Packages do not fit each other: loading a model may fail in odd ways."
                    )
                ),
                say(QT_TRANSLATE_NOOP("Doctor", "Install the versions that are asked for.")),
                fix.torch()
                if any(re.match(r"torch\W", c.needs) for c in report.conflicts)
                else fix.models(*dict.fromkeys(c.needs for c in report.conflicts)),
            )
        ]
    versions = [f"{package} {version}" for package, version in report.packages]
    return [GROUP.fine(name, title, say("%1", joined(versions)))] if versions else []


def _torch(probed: Probed, cards: Cards, fix: Fixes) -> list[Check]:
    name, title, meaning = "torch.works", "torch", say(_NO_MODELS)
    report = probed.report
    missing = lacking(report.error) if report is not None else ()
    broken = unloaded(probed, name, title, meaning, fix.torch(), fix.libraries(missing))
    if broken is not None:
        return [broken]
    assert report is not None
    if not report.installed:
        return [
            GROUP.fail(
                name,
                title,
                say(QT_TRANSLATE_NOOP("Doctor", "Not installed")),
                meaning,
                say(QT_TRANSLATE_NOOP("Doctor", "Install it.")),
                fix.torch(),
            )
        ]
    card = _card(report, cards, fix)
    if card is not None and card.state == "fail":
        on_processor = [one for one in report.failures if one.device == "cpu"]
        wrong = computed_wrongly(report, name, title, meaning, fix.torch()) if on_processor else None
    else:
        wrong = computed_wrongly(report, name, title, meaning, fix.torch())
    found = say(
        QT_TRANSLATE_NOOP("Doctor", "%1 computes rightly on %2 in FP32 and BF16"),
        report.version,
        computed_on(report),
    )
    return [wrong or GROUP.fine(name, title, found), *([card] if card is not None else [])]


def _card(report: ProbeReport, cards: Cards, fix: Fixes) -> Check | None:
    """Whether this torch can use the card; None where there is no card that the driver offers."""
    if not cards.cuda:
        return None
    name, title, slow = "torch.card", _CARD_TITLE, say(_SLOW)
    cuda, driver = report.detail("cuda"), cards.driver_cuda
    if not cuda:
        found = (
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "An NVIDIA card is here, but this torch (%1) is for cards of AMD (ROCm)"
                ),
                report.version,
            )
            if report.detail("rocm")
            else say(
                QT_TRANSLATE_NOOP("Doctor", "A GPU is here, but this torch (%1) is CPU-only"), report.version
            )
        )
        return GROUP.fail(
            name,
            title,
            found,
            slow,
            say(QT_TRANSLATE_NOOP("Doctor", "Install the torch that is made for this card.")),
            fix.torch(),
        )
    built = (*release(cuda), 0, 0)[:2]
    older = driver != (0, 0) and driver < built
    if older and not report.detail("cuda available"):
        return _old_driver(report, cards, fix)
    without = [card for card in report.cards if not card.kernels]
    if without:
        return GROUP.fail(
            name,
            title,
            say(
                QT_TRANSLATE_NOOP("Doctor", "This torch (%1) has no kernels for %2 (capability %3.%4)"),
                report.version,
                without[0].name,
                *without[0].capability,
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Models fail on this card with an error, or run on the processor."
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Install a torch that was built for this card.")),
            fix.torch(),
        )
    if not report.detail("cuda available"):
        return GROUP.fail(
            name,
            title,
            say(
                QT_TRANSLATE_NOOP("Doctor", "torch does not find the card: %1"),
                report.detail("cuda says") or "?",
            ),
            slow,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor", "Start the computer anew; if that does not help, install torch again."
                )
            ),
            fix.torch(),
        )
    wrong = [one for one in report.failures if one.device != "cpu"]
    if wrong:
        return GROUP.fail(
            name,
            title,
            say(
                QT_TRANSLATE_NOOP("Doctor", "A product on %1 is wrong or failed: %2"),
                wrong[0].device,
                wrong[0].error,
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Models fail on this card, or answer nonsense.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Update NVIDIA's driver, or install torch again.")),
            fix.torch(),
        )
    if older:
        return GROUP.warn(
            name,
            title,
            say(
                QT_TRANSLATE_NOOP("Doctor", "The driver is of CUDA %1.%2, this torch of CUDA %3.%4"),
                *driver,
                *built,
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Products work, but parts that are compiled on the way may fail until the driver is newer.",
                )
            ),
            say(QT_TRANSLATE_NOOP("Doctor", "Update NVIDIA's driver, or install the torch for this one.")),
            fix.driver() or fix.torch(),
        )
    return GROUP.fine(
        name,
        title,
        say(
            QT_TRANSLATE_NOOP("Doctor", "CUDA %1, computes on %2"),
            cuda,
            joined([card.name for card in report.cards]),
        ),
    )


def _old_driver(report: ProbeReport, cards: Cards, fix: Fixes) -> Check:
    built = (*release(report.detail("cuda")), 0, 0)[:2]
    return GROUP.fail(
        "torch.card",
        _CARD_TITLE,
        say(
            QT_TRANSLATE_NOOP(
                "Doctor", "The driver %1 is too old: it runs CUDA %2.%3, this torch needs CUDA %4.%5"
            ),
            cards.driver,
            *cards.driver_cuda,
            *built,
        ),
        say(_SLOW),
        say(QT_TRANSLATE_NOOP("Doctor", "Install the torch that fits this driver, or update the driver.")),
        fix.torch(),
    )
