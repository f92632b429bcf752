"""The checkpoints of this machine as cards, what can be downloaded, and what a question would take of one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eyebox_models.checkpoint.chat_template import takes_tools
from eyebox_models.checkpoint.find import Found, find
from eyebox_models.checkpoint.whole import exists
from eyebox_models.families.registry import checkpoint_at, family_of, info_of
from eyebox_models.fit.admission import estimate, estimate_offer
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.fit.runs import runs
from eyebox_models.grounding.kept_reports import stored
from eyebox_models.library.adapters import find_adapters
from eyebox_models.protocol.cards import ONE_SIZE, Estimate, ModelCard, ModelCards, Offer, Origin
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason
from eyebox_models.protocol.requests import Planning

DEFAULTS = ("repetition_penalty", "max_new_tokens")
"""What generation_config.json says that counts where a question says nothing (sampling has to be asked for)."""
_ABSENT = re.compile(r"\bmissing\b|\bnot finished\b")
"""What the sentences on files that are not there say; one sentence stands for all of them."""


def list_models(home: str, folders: Sequence[str] = (), adapters: Sequence[str] = ()) -> ModelCards:
    """All checkpoints on this machine that can answer about pictures, or may, LoRAs, and what can be downloaded."""
    devices = tuple((card.device, card.name) for card in machine().accelerators)
    cards = tuple(_card(found, home) for found in find(home, folders))
    return ModelCards(cards, offers(), devices, find_adapters(home, folders, adapters))


def offers() -> tuple[Offer, ...]:
    """What is offered for download, the smallest first; nothing when the data file is not there."""
    from eyebox_resources import path

    try:
        entries = json.loads(path("models.json").read_text("utf-8"))["models"]
    except (OSError, ValueError, KeyError):
        return ()
    return tuple(
        Offer(
            entry["name"],
            entry["title"],
            Sentence.of("purpose", entry["purpose"], {}),
            Sentence.of("licence", entry["licence"], {}),
            tuple(entry["bytes"].items()),
            entry["parameters"],
            entry["boxes"],
        )
        for entry in entries
    )


def plan(request: Planning, here: Machine | None = None) -> Estimate:
    """What a question would take on this machine (or `here`). Raises EyeboxError for a folder that can't be used.

    Of a model that is only offered it is worked out by its size.
    """
    offered = [offer for offer in offers() if offer.name == request.folder and offer.bytes]
    if offered and not Path(request.folder).is_dir():
        return estimate_offer(offered[0], request.ledger, request.engine, here)
    checkpoint = checkpoint_at(request.folder)
    if checkpoint.problems:
        raise EyeboxError.of(checkpoint.problems[0], "\n".join(checkpoint.problems))
    return estimate(checkpoint, family_of(checkpoint), request, here)


def inspect(folder: str | Path, source: Origin = "added") -> ModelCard:
    """The card of a folder, in milliseconds and without torch. Raises EyeboxError when it is no model folder at all."""
    checkpoint = checkpoint_at(folder)
    info = info_of(checkpoint)
    return ModelCard(
        folder=str(checkpoint.folder),
        name=checkpoint.name,
        family=info.name if info is not None else "",
        model_type=checkpoint.model_type,
        source=source,
        parameters=checkpoint.parameters,
        precision_on_disk=checkpoint.precision_on_disk,
        bytes_on_disk=checkpoint.bytes_on_disk,
        context_length=checkpoint.context_length,
        runs=runs(checkpoint, machine()),
        problems=checkpoint.problems,
        complete=checkpoint.complete,
        digest=checkpoint.digest,
        title=(info.title if info is not None else "") or checkpoint.model_type,
        size_rule=info.size_rule if info is not None else ONE_SIZE,
        widths=()
        if checkpoint.quantization
        else tuple(sorted({size for tensor in checkpoint.tensors.values() for size in tensor.shape})),
        takes_system=info is None or info.takes_system(checkpoint),
        takes_tools=takes_tools(checkpoint.folder),
        defaults=tuple(
            (name, value)
            for name in DEFAULTS
            if isinstance(value := checkpoint.generation.get(name), int | float) and 0 < value < 1 << 31
        ),
    )


def _card(found: Found, home: str) -> ModelCard:
    """The card of what was found; what cannot be looked at is said among its problems."""
    if found.lacks and not exists(found.folder / "config.json"):
        card = ModelCard(str(found.folder), found.name, "")
    else:
        card = inspected(found)
    if found.lacks:
        if found.source == "eyebox":
            sentence = Sentence(
                "half-here-goes-on",
                "{name} is only half here ({reason}): download {name} again to go on.",
                name=found.name,
                reason=found.lacks,
            )
        else:
            sentence = half_here(found)
        others = tuple(problem for problem in card.problems if not _ABSENT.search(problem))
        card = replace(card, problems=(sentence, *others), complete=False)
    if card.digest and home:
        card = replace(card, grounding=stored(home, card.digest))
    return replace(card, name=found.name, source=found.source)


def half_here(found: Found) -> Sentence:
    """What is said of a checkpoint of others that lacks something."""
    return Sentence(
        "half-here",
        "{name} is only half here ({reason}): download it again.",
        name=found.name,
        reason=found.lacks,
    )


def inspected(found: Found) -> ModelCard:
    """The card of what was found; that it can't be looked at is one of its problems."""
    try:
        return inspect(str(found.folder), found.source)
    except EyeboxError as error:
        return ModelCard(str(found.folder), found.name, "", problems=(error.sentence,))
    except (OSError, ValueError, ArithmeticError, RecursionError) as error:
        sentence = Sentence(
            "folder-not-looked-at",
            "{folder} cannot be looked at ({reason}): check the folder.",
            folder=found.folder,
            reason=os_reason(error) if isinstance(error, OSError) else error,
        )
        return ModelCard(str(found.folder), found.name, "", problems=(sentence,))
