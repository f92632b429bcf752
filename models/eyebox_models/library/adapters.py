"""LoRA adapters on this machine: those in the folders where checkpoints are looked for, and those that are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from eyebox_models.checkpoint.find import DEPTH, hub_cache, modelscope_roots
from eyebox_models.checkpoint.whole import names_in
from eyebox_models.protocol.cards import AdapterCard
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.vision.adapter.folder import CONFIG, check_adapter

_CACHE_DEPTH = 3
"""A hub's cache holds models, of these snapshots, and in there commits."""


def find_adapters(
    home: str, folders: Iterable[str] = (), named: Sequence[str] = ()
) -> tuple[AdapterCard, ...]:
    """The adapters of this machine by name, those that are `named` first; these also where they can't be used."""
    taken: set[str] = set()
    cards = []
    for folder in (
        *map(Path, named),
        *sorted(_found(home, folders), key=lambda place: place.name.casefold()),
    ):
        with suppress(OSError, ValueError):
            real = os.path.realpath(folder)
            if real not in taken:
                taken.add(real)
                cards.append(_card(folder))
    return tuple(cards)


def _found(home: str, folders: Iterable[str]) -> Iterator[Path]:
    roots = [(Path(place), DEPTH) for place in (home, *folders) if place.strip()]
    for root, depth in (*roots, *((cache, _CACHE_DEPTH) for cache in (hub_cache(), *modelscope_roots()))):
        yield from _walk(root, depth)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """A folder that is an adapter, or holds some; also beside the weights of a checkpoint."""
    names = names_in(folder)
    if CONFIG in names:
        yield folder
    elif depth:
        for name in names:
            if name != "blobs" and not name.startswith("."):
                yield from _walk(folder / name, depth - 1)


def _card(folder: Path) -> AdapterCard:
    name = folder.absolute().name
    if folder.parent.name == "snapshots" and "--" in folder.parent.parent.name:
        name = folder.parent.parent.name.partition("--")[2].replace("--", "/", 1)
    try:
        base = check_adapter(str(folder)).get("base_model_name_or_path")
    except EyeboxError as error:
        return AdapterCard(str(folder), name, problem=error.sentence)
    return AdapterCard(str(folder), name, base if isinstance(base, str) else "")
