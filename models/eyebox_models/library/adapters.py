"""LoRA adapters on this machine: those in the folders where checkpoints are looked for, and those that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from eyebox_models.checkpoint.find import DEPTH, HUB, hub_cache, modelscope_roots
from eyebox_models.checkpoint.headers import Fault, read_header
from eyebox_models.checkpoint.whole import names_in
from eyebox_models.protocol.cards import AdapterCard
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.vision.adapter.folder import CONFIG, WEIGHTS, check_adapter

_CACHE_DEPTH = 3
"""ModelScope's caches hold models by their owners, those of older versions in a folder more."""
_STEP = re.compile(r"checkpoint-\d+")
"""What trainers call what they keep on their way; the folder above it says of what."""


def find_adapters(
    home: str, folders: Iterable[str] = (), named: Sequence[str] = ()
) -> tuple[AdapterCard, ...]:
    """The adapters of this machine by name, those that are `named` first; these also where they can't be used."""
    taken: set[str] = set()
    cards = []
    for folder in (*map(Path, named), *_found(home, folders)):
        with suppress(OSError, ValueError):
            real = os.path.realpath(folder)
            if real not in taken:
                taken.add(real)
                cards.append(_card(folder))
    first = {str(Path(folder)) for folder in named}
    return tuple(sorted(cards, key=lambda card: (card.folder not in first, card.name.casefold())))


def _found(home: str, folders: Iterable[str]) -> Iterator[Path]:
    roots = [(Path(place), DEPTH) for place in (home, *folders) if place.strip()]
    for root, depth in (*roots, *((cache, _CACHE_DEPTH) for cache in (hub_cache(), *modelscope_roots()))):
        yield from _walk(root, depth)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """A folder that is an adapter, or holds some; also beside the weights of a checkpoint."""
    names = names_in(folder)
    if CONFIG in names:
        yield folder
    elif "snapshots" in names and "--" in folder.name:
        for commit in names_in(folder / "snapshots"):
            yield from _walk(folder / "snapshots" / commit, 0)
    elif depth:
        for name in names:
            if name != "blobs" and not name.startswith("."):
                yield from _walk(folder / name, depth - 1)


def _card(folder: Path) -> AdapterCard:
    place = folder.absolute()
    name = f"{place.parent.name}/{place.name}" if _STEP.fullmatch(place.name) else place.name
    if folder.parent.name == "snapshots" and "--" in folder.parent.parent.name:
        name = folder.parent.parent.name.removeprefix(HUB).replace("--", "/", 1)
    try:
        base = check_adapter(str(folder)).get("base_model_name_or_path")
    except EyeboxError as error:
        return AdapterCard(str(folder), name, problem=error.sentence)
    return AdapterCard(str(folder), name, base if isinstance(base, str) else "", inputs=_inputs(folder))


def _inputs(folder: Path) -> tuple[int, ...]:
    """The widths of what an adapter's layers take in; nothing where its weights are pickled or can't be read."""
    with suppress(Fault, OSError):
        tensors = read_header(folder / WEIGHTS)
        return tuple(
            sorted({one.shape[-1] for name, one in tensors.items() if ".lora_A." in name and one.shape})
        )
    return ()
