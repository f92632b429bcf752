"""Key/value caches that are kept between turns, so that only what is new of a chat is computed.

A cache holds exactly the ids it was fed. The next prompt takes over the longest common prefix of ids and pictures:
at most all but its last id (a model must be fed something), and never a part of a picture. What is taken over is
viewed, not copied (the layers grow by concatenation and leave their old tensors alone), so a cache that is cut for
one chat stays whole for another. Layers that can't be cut (linear attention, sliding windows) are only extended, or
go on from a snapshot: a copy of their states at a turn's end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from eyebox_models.vision.compat_cache import cache_bytes, can_cut, cut_cache, tensor_bytes, uncut_states
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
        return cache_bytes(self.cache) + tensor_bytes([snapshot.states for snapshot in self.snapshots])


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
        if not can_cut(self.cache):
            earlier = [snapshot for snapshot in self.snapshots if snapshot.length < length]
            self.snapshots = [*earlier[1 - MOST_SNAPSHOTS :], StateSnapshot(length, uncut_states(self.cache))]


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
        if length == len(entry.ids) or (self._can_crop and can_cut(entry.cache)):
            return length
        return max((snapshot.length for snapshot in entry.snapshots if snapshot.length <= length), default=0)


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


def _cut(cache: Any, length: int, snapshots: Sequence[StateSnapshot]) -> Any:
    """A cache of the first `length` ids of another one, which is left as it is."""
    return cut_cache(cache, length, next((s.states for s in reversed(snapshots) if s.length == length), None))
