"""Graphics cards: are they there, does the driver offer them, have they room."""

from __future__ import annotations

from eyebox.doctor.check import Check, Subject, as_it_is, joined, say, size
from eyebox.doctor.facts import About, Cards
from eyebox.doctor.fix import Fixes
from eyebox_models.fit.machine import Accelerator

GROUP = say("Graphics card")
SMALL, BUSY = 5_500_000_000, 0.5
"""Bytes of a card that most models do not fit on; and the part of a card that should be free."""
SLOW = say("Models run on the processor, many times slower than on the card.")
_DRIVER = Subject(GROUP, "card.driver", say("Card and driver"))


def judge_cards(cards: Cards, about: About, fix: Fixes) -> list[Check]:
    """The cards as a whole, then the memory of each."""
    checks = [_present(cards, about, fix)]
    if cards.cuda and _hidden(cards):
        checks.append(_hiding(cards, fix))
    return [*checks, *map(_memory, cards.cuda)]


def _present(cards: Cards, about: About, fix: Fixes) -> Check:
    if cards.cuda:
        names, (major, minor) = joined(card.name for card in cards.cuda), cards.driver_cuda
        return _DRIVER.passed(say("%1, driver %2 (CUDA %3)", names, cards.driver or "?", f"{major}.{minor}"))
    if any(card.kind == "mps" for card in cards.usable):
        return _DRIVER.passed(as_it_is(joined(card.name for card in cards.usable)))
    if _hidden(cards):
        return _hiding(cards, fix)
    if cards.nvidia:
        return _without_driver(cards, about, fix)
    others = [vendor for vendor, _driver in cards.bus]
    meaning = say("Models run on the processor.")
    if "amd" in others:
        meaning = say("Eyebox does not use it: models run on the processor.")
        return _DRIVER.passed(say("An AMD card"), meaning)
    if "intel" in others:
        return _DRIVER.passed(say("Intel graphics"), meaning)
    if about.wsl:
        meaning = say("Inside Windows a card shows only with a current NVIDIA driver in Windows itself.")
    return _DRIVER.passed(say("No NVIDIA card"), meaning)


def _hidden(cards: Cards) -> bool:
    """Whether CUDA_VISIBLE_DEVICES keeps cards from being seen."""
    if cards.hidden_by is None:
        return False
    if cards.cuda:
        return len(cards.cuda) < cards.nvidia
    none = cards.hidden_by.strip() in ("", "-1")
    return bool(cards.driver) or (none and cards.nvidia > 0 and cards.driver_loaded)


def _hiding(cards: Cards, fix: Fixes) -> Check:
    return Subject(GROUP, "card.hidden", say("Hidden cards")).warn(
        say("CUDA_VISIBLE_DEVICES is set to “%1” and hides cards", cards.hidden_by),
        say("Models do not run on the cards that are hidden."),
        say("If you did not want that, unset the variable and start Eyebox again."),
        fix.unset("CUDA_VISIBLE_DEVICES"),
    )


def _without_driver(cards: Cards, about: About, fix: Fixes) -> Check:
    found, command = say("An NVIDIA card is here, but its driver is not loaded"), fix.driver()
    advice = say("Install NVIDIA's driver, then restart the computer.")
    nouveau = ("nvidia", "nouveau") in cards.bus
    if about.container:
        found = say("An NVIDIA card is here, but this container may not use it")
        advice = say("Start the container with its cards: docker run --gpus all, with NVIDIA's toolkit.")
        command = ""
    elif cards.driver_loaded:
        found = say("NVIDIA's driver is loaded, but does not answer")
        advice = say("Usually the driver was updated while the computer was running: restart the computer.")
        command = "sudo reboot" if about.system == "linux" else ""
    elif nouveau:
        found = say("An NVIDIA card is here, but the driver nouveau runs it")
        advice = say("That driver only shows pictures. Install NVIDIA's own, then restart the computer.")
    elif cards.secure_boot:
        advice = say(
            "Secure Boot is on and may refuse it: install the signed driver, and enroll its key when asked at the start."
        )
    return _DRIVER.warn(found, SLOW, advice, command)


def _memory(card: Accelerator) -> Check:
    subject = Subject(GROUP, f"card.memory.{card.index}", say("Memory of the card"))
    total, free = size(card.total_bytes), size(card.free_bytes)
    found = say("%1: %2, of which %3 are free", card.name, total, free)
    if card.total_bytes < SMALL:
        advice = say("Choose a model of 2 billion parameters or fewer in Int4; others run on the processor.")
        return subject.warn(found, say("Most models do not fit on this card."), advice)
    if card.free_bytes < card.total_bytes * BUSY:
        meaning = say("Other programs use the card: models that fit may be refused.")
        return subject.warn(found, meaning, say("Close them; this command lists them."), "nvidia-smi")
    return subject.passed(found)
