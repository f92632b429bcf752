"""Prompt lookup: what an answer copies is tried many ids at a time, and one forward tells how many of them are right.

A draft is what came next where the answer's last ids stood before: in the text that was read in the pictures, in the
prompt, in the answer itself. The ids are those that decoding one by one gives: each is chosen from the scores behind
those before it, by the same processors and draws, and what was fed beyond the first wrong one leaves the cache.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from eyebox_models.vision.compat import Forwards, decoding

SHORTEST, LONGEST = 4, 24
"""Ids of a draft."""
PRICE = 0.03
"""What each further id of a forward costs, as part of a forward with one (measured on processors: 0.01 to 0.04)."""
BEGINNING, EARNED, MOST = 0.5, 0.005, 3.0
"""The forwards that drafts may lose: at first, with each forward, and however many they have saved."""
NEAR = 24
"""So many ids further on an answer may go on, when it has left what it copied."""
COMPARED, CANDIDATES = 16, 48
_BETWEEN = -1
"""Stands between texts that have nothing to do with each other."""


class Lookup:
    """Drafts for one answer. `texts` are ids that it may copy besides those of its prompt.

    Drafts are paid for: a forward costs a little more with each id that it verifies, and saves a forward with each
    that is right. What they lose together is bounded, so that an answer that copies nothing takes as long as without.
    """

    def __init__(self, texts: Sequence[Sequence[int]] = ()) -> None:
        self.forwards = 0
        """How many there were."""
        self._texts = texts
        self._ids: list[int] = []
        self._after: dict[tuple[int, int], list[int]] = {}
        self._credit = BEGINNING
        self._usual = 0.0
        self._forget()

    def begin(self, runs: Sequence[Sequence[int]]) -> None:
        """For a call of `generate`: `runs` are its prompt's ids without those of pictures."""
        self._ids = []
        self._after = {}
        for run in (*self._texts, *runs):
            self._append(_BETWEEN)
            for number in run:
                self._append(number)
        self._forget()

    def draft(self, most: int) -> list[int]:
        """At most so many ids that may come next; none when nothing speaks for any."""
        most = min(most, LONGEST, int(self._credit / PRICE))
        if most < 1:
            return []
        place, length = self._next()
        self._tried = place
        if place < 0:
            return []
        size = min(most, max(SHORTEST, 2 * length, round(2 * self._usual)))
        ids = self._ids[place : place + size]
        return ids[: ids.index(_BETWEEN)] if _BETWEEN in ids else ids

    def verified(self, drafted: int, right: int) -> None:
        """What became of a draft: `right` of its ids were those of the answer."""
        self.forwards += 1
        self._credit = min(self._credit + EARNED + right - drafted * PRICE, MOST)

    def take(self, number: int) -> None:
        """Takes the answer's next id."""
        if self._tried >= 0 and self._tried != self._place and self._at(self._tried) == number:
            self._go_on_at(self._tried)
        elif self._missed == 0 and self._at(self._place) == number:
            self._place += 1
            self._run += 1
        else:
            if self._missed == 0:
                self._usual = (self._usual + self._run) / 2
            self._missed += 1
            if self._missed > NEAR:
                self._forget()
        self._tried = -1
        self._append(number)

    def _forget(self) -> None:
        """The answer copies nothing that is known."""
        self._place = self._tried = -1
        """Where the id stands that comes next, and where that is only supposed."""
        self._missed = self._run = 0
        """Ids since it left what it copied; ids that it copied in a row."""
        self._step = (1, 1)
        """How it went on when it had left it: after so many ids of its own, so many ids further on."""

    def _go_on_at(self, place: int) -> None:
        if self._missed and 0 <= place - self._place <= NEAR:
            self._step = (self._missed, place - self._place)
        self._place, self._missed, self._run = place + 1, 0, 1

    def _at(self, place: int) -> int | None:
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def _next(self) -> tuple[int, int]:
        """Where the id probably stands that comes next (-1: nowhere), and how many ids before it speak for that."""
        if self._missed == 0 and self._at(self._place) not in (None, _BETWEEN):
            return self._place, self._run
        place, length = self._same()
        if length < 2 and self._place >= 0 and self._missed == self._step[0]:
            return self._place + self._step[1], 1
        return place, length

    def _same(self) -> tuple[int, int]:
        """Where as many of the last ids as possible stand, best a little behind where the answer left what it copied."""
        best, place = (1, 0, 0), -1
        last = self._ids[-1]
        for found in self._candidates():
            length = self._compare(found)
            near = self._place >= 0 and self._place <= found <= self._place + NEAR
            rated = (length + 2 * near, near, -found if near else found)
            if rated > best:
                best, place = rated, found
        if place < 0 and self._place >= 0:
            nearby = self._ids[self._place : self._place + NEAR]
            if last in nearby:
                return self._place + nearby.index(last) + 1, 1
        return (place, self._compare(place)) if place >= 0 else (-1, 0)

    def _candidates(self) -> list[int]:
        """Places that the last two ids stand before: the latest, and those behind where the answer left what it copied."""
        places = self._after.get((self._ids[-2], self._ids[-1]), []) if len(self._ids) > 1 else []
        if len(places) <= 2 * CANDIDATES:
            return places
        behind = bisect_left(places, max(self._place, 0))
        return places[behind : behind + CANDIDATES] + places[-CANDIDATES:]

    def _compare(self, place: int) -> int:
        """How many ids before a place are the last ones of the answer."""
        ids, end = self._ids, len(self._ids)
        length = 0
        while length < COMPARED and ids[place - 1 - length] == ids[end - 1 - length] != _BETWEEN:
            length += 1
        return length

    def _append(self, number: int) -> None:
        ids = self._ids
        if number != _BETWEEN and len(ids) > 1 and _BETWEEN not in ids[-2:]:
            self._after.setdefault((ids[-2], ids[-1]), []).append(len(ids))
        ids.append(number)


def looking_up(lookup: Lookup, streamer: Any = None) -> Callable[..., Any]:
    """A way of decoding for `generate(custom_generate=...)`: one row, greedy or drawn, with a cache that can be cut.

    The ids come one by one, as from `generate`; several of them may come from one forward. Afterwards the cache holds
    all ids but the last. `streamer` is given here because `generate` hands it only the prompt.
    """
    import torch

    def decode(
        model: Any,
        input_ids: Any,
        logits_processor: Any,
        stopping_criteria: Any,
        generation_config: Any,
        **inputs: Any,
    ) -> Any:
        forwards = Forwards(model, inputs)
        ids = input_ids
        draft: list[int] = []
        logits = forwards(ids, 1)
        with decoding(model):
            while True:
                for right, expected in enumerate([*draft, None]):
                    scores = logits_processor(ids, logits[:, right].to(torch.float32, copy=True))
                    if generation_config.do_sample:
                        number = torch.multinomial(scores.softmax(dim=-1), num_samples=1).squeeze(1)
                    else:
                        number = scores.argmax(dim=-1)
                    ids = torch.cat([ids, number[:, None]], dim=-1)
                    ended = bool(stopping_criteria(ids, None).all())
                    value = int(number)
                    lookup.take(value)
                    if streamer is not None:
                        streamer.put(number.cpu())
                    if ended or value != expected:
                        break
                lookup.verified(len(draft), right)
                forwards.keep(ids.shape[1] - 1)
                if ended:
                    break
                del logits
                draft = lookup.draft(generation_config.max_length - ids.shape[1] - 1)
                logits = forwards(torch.cat([ids, ids.new_tensor([draft])], dim=-1), len(draft) + 1)
        if streamer is not None:
            streamer.end()
        return ids

    return decode
