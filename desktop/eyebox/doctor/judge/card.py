"""Graphics cards: are they there, does the driver offer them, have they room."""

from __future__ import annotations

from eyebox.doctor.check import Check
from eyebox.doctor.facts import About, Cards
from eyebox.doctor.fix import Fixes
from eyebox.doctor.words import QT_TRANSLATE_NOOP, Group, joined, say, size
from eyebox_models.fit.machine import Accelerator

GROUP = Group(QT_TRANSLATE_NOOP("Doctor", "Graphics card"))
SMALL, BUSY = 5_500_000_000, 0.5
"""Bytes of a card that most models do not fit on; and the part of a card that should be free."""


def judge_cards(cards: Cards, about: About, fix: Fixes) -> list[Check]:
    """The cards as a whole, then the memory of each."""
    checks = [_present(cards, about, fix)]
    if cards.cuda and _hidden(cards):
        checks.append(_hiding(cards, fix))
    checks += [_memory(card) for card in cards.cuda]
    return checks


def _present(cards: Cards, about: About, fix: Fixes) -> Check:
    name, title = "card.driver", QT_TRANSLATE_NOOP("Doctor", "Card and driver")
    if cards.cuda:
        names = joined([card.name for card in cards.cuda])
        cuda = f"{cards.driver_cuda[0]}.{cards.driver_cuda[1]}"
        found = say(QT_TRANSLATE_NOOP("Doctor", "%1, driver %2 (CUDA %3)"), names, cards.driver or "?", cuda)
        return GROUP.fine(name, title, found)
    if any(card.kind == "mps" for card in cards.usable):
        return GROUP.fine(name, title, say("%1", joined([card.name for card in cards.usable])))
    if _hidden(cards):
        return _hiding(cards, fix)
    if cards.nvidia:
        return _without_driver(cards, about, fix)
    others = [vendor for vendor, _driver in cards.bus]
    processor = say(QT_TRANSLATE_NOOP("Doctor", "Models run on the processor."))
    if "amd" in others:
        return GROUP.fine(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "A card of AMD")),
            say(QT_TRANSLATE_NOOP("Doctor", "Eyebox does not use it: models run on the processor.")),
        )
    if "intel" in others:
        return GROUP.fine(name, title, say(QT_TRANSLATE_NOOP("Doctor", "Graphics of Intel")), processor)
    if about.wsl:
        return GROUP.fine(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "No NVIDIA card")),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Inside Windows a card shows only with a current NVIDIA driver in Windows itself.",
                )
            ),
        )
    return GROUP.fine(name, title, say(QT_TRANSLATE_NOOP("Doctor", "No NVIDIA card")), processor)


def _hidden(cards: Cards) -> bool:
    """Whether CUDA_VISIBLE_DEVICES keeps cards from being seen."""
    if cards.hidden_by is None:
        return False
    value = cards.hidden_by.strip()
    if cards.cuda:
        return len(cards.cuda) < cards.nvidia
    return bool(cards.driver) or (value in ("", "-1") and cards.nvidia > 0 and cards.driver_loaded)


def _hiding(cards: Cards, fix: Fixes) -> Check:
    return GROUP.warn(
        "card.hidden",
        QT_TRANSLATE_NOOP("Doctor", "Hidden cards"),
        say(
            QT_TRANSLATE_NOOP("Doctor", "CUDA_VISIBLE_DEVICES is set to “%1” and hides cards"),
            cards.hidden_by,
        ),
        say(QT_TRANSLATE_NOOP("Doctor", "Models do not run on the cards that are hidden.")),
        say(QT_TRANSLATE_NOOP("Doctor", "If you did not want that, take the variable away and start again.")),
        fix.unset("CUDA_VISIBLE_DEVICES"),
    )


def _without_driver(cards: Cards, about: About, fix: Fixes) -> Check:
    name, title = "card.driver", QT_TRANSLATE_NOOP("Doctor", "Card and driver")
    slow = say(
        QT_TRANSLATE_NOOP("Doctor", "Models run on the processor, many times slower than on the card.")
    )
    if about.container:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "An NVIDIA card is here, but this container may not use it")),
            slow,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Start the container with its cards: docker run --gpus all, with NVIDIA's toolkit.",
                )
            ),
        )
    drivers = [driver for vendor, driver in cards.bus if vendor == "nvidia"]
    if cards.driver_loaded:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "NVIDIA's driver is loaded, but does not answer")),
            slow,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Usually the driver was updated while the computer ran: start the computer anew.",
                )
            ),
            "sudo reboot" if about.system == "linux" else "",
        )
    if cards.secure_boot and "nouveau" not in drivers:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "An NVIDIA card is here, but its driver is not loaded")),
            slow,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Secure Boot is on and may refuse it: install the signed driver, and enroll its key when asked at the start.",
                )
            ),
            fix.driver(),
        )
    if "nouveau" in drivers:
        return GROUP.warn(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "An NVIDIA card is here, but the driver nouveau runs it")),
            slow,
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "That driver shows pictures only. Install NVIDIA's own, then start the computer anew.",
                )
            ),
            fix.driver(),
        )
    return GROUP.warn(
        name,
        title,
        say(QT_TRANSLATE_NOOP("Doctor", "An NVIDIA card is here, but its driver is not loaded")),
        slow,
        say(QT_TRANSLATE_NOOP("Doctor", "Install NVIDIA's driver, then start the computer anew.")),
        fix.driver(),
    )


def _memory(card: Accelerator) -> Check:
    name, title = f"card.memory.{card.index}", QT_TRANSLATE_NOOP("Doctor", "Memory of the card")
    found = say(
        QT_TRANSLATE_NOOP("Doctor", "%1: %2, of which %3 are free"),
        card.name,
        size(card.total_bytes),
        size(card.free_bytes),
    )
    if card.total_bytes < SMALL:
        return GROUP.warn(
            name,
            title,
            found,
            say(QT_TRANSLATE_NOOP("Doctor", "Most models do not fit on this card.")),
            say(
                QT_TRANSLATE_NOOP(
                    "Doctor",
                    "Choose a model of 2 billion parameters or fewer in Int4; others run on the processor.",
                )
            ),
        )
    if card.free_bytes < card.total_bytes * BUSY:
        return GROUP.warn(
            name,
            title,
            found,
            say(QT_TRANSLATE_NOOP("Doctor", "Other programs use the card: models that fit may be refused.")),
            say(QT_TRANSLATE_NOOP("Doctor", "Close them; this command lists them.")),
            "nvidia-smi",
        )
    return GROUP.fine(name, title, found)
