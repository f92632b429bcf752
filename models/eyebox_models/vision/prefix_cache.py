"""Key/value caches that are kept between turns, so that only what is new of a chat is computed.

A cache holds exactly the ids it was fed. The next prompt takes over the longest common prefix of ids and pictures:
at most all but its last id (a model must be fed something), and never a part of a picture. What is taken over is
viewed, not copied (the layers grow by concatenation and leave their old tensors alone), so a cache that is cut for
one chat stays whole for another. Layers that can't be cut (linear attention, sliding windows) are only extended, or
go on from a snapshot: a copy of their states at a turn's end.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from eyebox_models.vision.prompt import Prompt, Span

MOST_SNAPSHOTS = 8


def common(prompt: Prompt, ids: Sequence[int], spans: Sequence[Span]) -> int:
    """How many ids of a prompt can be taken from a cache that was fed `ids` with the pictures of `spans`."""
    limit = min(len(prompt.ids) - 1, len(ids))
    same = 0
    while same < limit and prompt.ids[same] == ids[same]:
        same += 1
    there = {(span.start, span.end): span.shown.key for span in spans}
    for span in prompt.spans:
        if span.start < same and (span.end > same or there.get((span.start, span.end)) != span.shown.key):
            return span.start
    for span in spans:
        if span.start < same < span.end:
            return span.start
    return max(same, 0)


@dataclass(slots=True)
class StateSnapshot:
    """The states of the layers that can't be cut, after `length` ids; None for the others."""

    length: int
    states: list[dict[str, Any] | None]


@dataclass(slots=True)
class PrefixCache:
    """A cache and what it was fed."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...]
    cache: Any
    snapshots: list[StateSnapshot] = field(default_factory=list)
    group: str = ""

    @property
    def bytes(self) -> int:
        return cache_bytes(self.cache) + sum(map(_snapshot_bytes, self.snapshots))


@dataclass(slots=True)
class CacheLease:
    """A cache in use: `reused` ids of the prompt are in it. `taken` is the one it extends, which left PrefixCaches."""

    cache: Any
    reused: int
    snapshots: list[StateSnapshot] = field(default_factory=list)
    taken: PrefixCache | None = None
    group: str = ""

    def take_snapshot(self, length: int) -> None:
        """Keeps a copy of the states that can't be cut, when the cache was fed `length` ids."""
        snapshot = _snapshot(self.cache, length)
        if snapshot is not None:
            self.snapshots = [
                *[m for m in self.snapshots if m.length < length][1 - MOST_SNAPSHOTS :],
                snapshot,
            ]


class PrefixCaches:
    """The caches of several chats, the least recently used of which go first when there is too little room.

    `new_cache` makes an empty cache; `can_crop` says that all layers may be cut. `limit` is in bytes of tensors.
    """

    def __init__(self, new_cache: Callable[[], Any], limit: int, can_crop: bool = True) -> None:
        self.limit = limit
        self._new_cache = new_cache
        self._can_crop = can_crop
        self._entries: list[PrefixCache] = []

    @property
    def bytes(self) -> int:
        return sum(entry.bytes for entry in self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def lease(self, prompt: Prompt, group: str = "") -> CacheLease:
        """The cache to answer a prompt with: as much of it as possible is there already, in a cache of its group."""
        best, entry = 0, None
        for other in reversed(self._entries):
            if other.group != group:
                continue
            length = self._reach(other, common(prompt, other.ids, other.spans))
            if length > best:
                best, entry = length, other
        if entry is None:
            return CacheLease(self._new_cache(), 0, group=group)
        if best == len(entry.ids):
            self._entries.remove(entry)
            lease = CacheLease(entry.cache, best, list(entry.snapshots), entry, group)
            if not any(snapshot.length == best for snapshot in lease.snapshots):
                lease.take_snapshot(best)
            return lease
        self._entries.remove(entry)
        self._entries.append(entry)
        snapshots = [snapshot for snapshot in entry.snapshots if snapshot.length <= best]
        return CacheLease(_cut(entry.cache, best, snapshots), best, snapshots, group=group)

    def keep(self, lease: CacheLease, prompt: Prompt, ids: Sequence[int]) -> None:
        """Keeps a cache after an answer. `ids` are the prompt's and all generated ones; the last was not fed."""
        fed = tuple(ids[: lease.cache.get_seq_length()])
        spans = tuple(span for span in prompt.spans if span.end <= len(fed))
        new = PrefixCache(fed, spans, lease.cache, lease.snapshots, lease.group)
        self._entries = [e for e in self._entries if not _covers(new, e)]
        self._entries.append(new)
        self.trim()

    def give_back(self, lease: CacheLease) -> None:
        """After a call that was stopped before its first token: what the cache held before is kept again."""
        if lease.taken is None:
            return
        entry = lease.taken
        snapshots = [snapshot for snapshot in lease.snapshots if snapshot.length <= len(entry.ids)]
        entry.cache, entry.snapshots = _cut(lease.cache, len(entry.ids), snapshots), snapshots
        self._entries.append(entry)

    def trim(self) -> None:
        """Lets the least recently used go until the rest is within the limit."""
        while self._entries and self.bytes > self.limit:
            self._entries.pop(0)

    def clear(self) -> None:
        self._entries.clear()

    def _reach(self, entry: PrefixCache, length: int) -> int:
        """How much of a cache can be used when `length` ids are common."""
        if length == len(entry.ids) or (self._can_crop and all(map(_croppable, entry.cache.layers))):
            return length
        return max((snapshot.length for snapshot in entry.snapshots if snapshot.length <= length), default=0)


def cache_bytes(cache: Any) -> int:
    """Bytes of all tensors of a cache."""
    return sum(t.numel() * t.element_size() for layer in cache.layers for t in _tensors(vars(layer)))


def _tensors(value: Any) -> list[Any]:
    """All tensors of a layer, or of a copy of its states."""
    if isinstance(value, dict):
        return [tensor for inner in value.values() for tensor in _tensors(inner)]
    return [value] if hasattr(value, "element_size") else []


def _snapshot_bytes(snapshot: StateSnapshot) -> int:
    return sum(t.numel() * t.element_size() for states in snapshot.states for t in _tensors(states))


def _covers(new: PrefixCache, old: PrefixCache) -> bool:
    """Whether all that an older cache holds is in a newer one too."""
    length = len(old.ids)
    return (
        new.group == old.group
        and new.ids[:length] == old.ids
        and _keys(new.spans, length) == _keys(old.spans, length)
    )


def _keys(spans: Sequence[Span], length: int) -> list[tuple[int, str]]:
    return [(span.start, span.shown.key) for span in spans if span.end <= length]


def _croppable(layer: Any) -> bool:
    """Whether a layer holds keys and values of every id, and nothing else."""
    if hasattr(layer, "recurrent_states") or hasattr(layer, "conv_states"):
        return False
    croppable = getattr(layer, "is_croppable", True)  # transformers 5.12 does not say; there all others are
    return bool(croppable) and not getattr(layer, "is_sliding", False)


def _snapshot(cache: Any, length: int) -> StateSnapshot | None:
    if all(map(_croppable, cache.layers)):
        return None
    return StateSnapshot(length, [None if _croppable(layer) else _states(layer) for layer in cache.layers])


def _states(layer: Any) -> dict[str, Any]:
    """A copy of all that a layer holds: tensors are cloned, also those inside dictionaries."""
    return {name: _cloned(value) for name, value in vars(layer).items()}


def _cloned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cloned(inner) for key, inner in value.items()}
    return value.clone() if hasattr(value, "clone") else value


def _cut(cache: Any, length: int, snapshots: Sequence[StateSnapshot]) -> Any:
    """A cache of the first `length` ids of another one, which is left as it is."""
    made = copy.copy(cache)
    made.layers = [copy.copy(layer) for layer in cache.layers]
    snapshot = next((m for m in reversed(snapshots) if m.length == length), None)
    for index, layer in enumerate(made.layers):
        states = snapshot.states[index] if snapshot is not None else None
        if states is not None:
            vars(layer).update({name: _cloned(value) for name, value in states.items()})
        elif getattr(layer, "keys", None) is not None:
            layer.keys = layer.keys[..., :length, :]
            layer.values = layer.values[..., :length, :]
    return made
