"""Prompt lookup: what an answer copies is tried many ids at a time, and one forward tells how many of them are right.

A draft is what came next where the answer's last ids stood before: in the text that was read in the pictures, in the
prompt, in the answer itself. The ids are those that decoding one by one gives: each is chosen from the scores behind
those before it, by the same processors and draws, and what was fed beyond the first wrong one leaves the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.vision.compat_cache import Forwards, can_cut, decoding
from eyebox_models.vision.parts import LoadedCheckpoint, trained_length
from eyebox_models.vision.tokens import Tokens

LONGEST = 32
"""Ids of a draft."""
PRICE = (0.05, 0.05)
"""What a draft costs, and each of its ids, as parts of a forward with one id: measured on a processor with packed weights,
in BF16 and FP32."""
BEGINNING, EARNED, MOST = 0.5, 0.01, 12.0
"""The forwards that drafts may lose: at first, with each forward, and however many they have saved."""
NEAR, LEFT = 24, 3
"""So many ids further on an answer may go on with what it has left, and so many places that it has left are known."""
GUESSES = 6
COMPARED, CANDIDATES = 16, 48
FADING, FORGETTING = 0.8, 0.95
"""What still counts of older drafts, after each and while there is none."""
_BEGINNINGS = {"on": (6.0, 1.0), "long": (2.0, 1.0), "near": (1.0, 1.0)}
_BETWEEN = -1
"""Stands between texts that have nothing to do with each other."""
TOGETHER_OTHERWISE = ("bnb8",)
"""Quantizations that multiply several ids otherwise than each alone: Int8 looks for outliers in all of them on a card, and
takes three times as long for sixteen as for one on a processor."""


@lru_cache(maxsize=1024)
def best_size(first: float, others: float, price: tuple[float, float]) -> int:
    """How many ids to draft for the most right ones in a time, when the first is right with one chance, and each further
    one with another if those before it are. 0 where it does not pay."""
    best, size = 1.0, 0
    right, power = 1.0, first
    for count in range(1, LONGEST + 1):
        right += power
        power *= others
        if right / (1 + price[0] + price[1] * count) > best:
            best, size = right / (1 + price[0] + price[1] * count), count
    return size


class Lookup:
    """Drafts for one answer. `texts` are ids that it may copy besides those of its prompt; `starts` says which ids begin
    a word.

    Drafts are paid for: a forward costs more (`PRICE`) with the ids that it verifies, and saves a forward with each that
    is right. What they lose together is bounded, so that an answer that copies nothing takes as long as without.
    """

    def __init__(
        self,
        texts: Sequence[Sequence[int]] = (),
        starts: Callable[[int], bool] = lambda _number: True,
    ) -> None:
        self.forwards = 0
        """How many there were."""
        self._texts = texts
        self._starts = starts
        self._credit = BEGINNING
        self._firsts: dict[str, list[float]] = {}
        """By what speaks for drafts: how many of them began right lately, and how many did not."""
        self._others = [6.0, 1.0]
        """Of the ids behind those: how many were right, and how many were not behind ones that were."""
        self._because = "on"
        self._skips = True
        """Whether an answer that has left what it copies has put something in the place of a word there."""
        self.begin([])

    def begin(self, runs: Sequence[Sequence[int]]) -> None:
        """For a call of `generate`: `runs` are its prompt's ids without those of pictures."""
        self._ids: list[int] = []
        self._after: dict[tuple[int, int], list[int]] = {}
        for run in (*self._texts, *runs):
            self._append(_BETWEEN)
            for number in run:
                self._append(number)
        self._append(_BETWEEN)
        self._place = self._tried = -1
        """Where the id stands that comes next, as far as the answer copies, and where it is now supposed to stand."""
        self._left = [1] if self._texts else []
        """Places that the answer has left, the last one first. It may well begin where the first text does."""
        self._missed = 0
        """Ids since then."""

    def draft(self, most: int) -> list[int]:
        """At most so many ids that may come next; none when nothing speaks for any."""
        most = min(most, int((self._credit - PRICE[0]) / PRICE[1]))
        if most < 1:
            return []
        place, self._because = self._next()
        if self._at(place) == _BETWEEN:
            return []
        firsts = self._firsts.setdefault(self._because, [*_BEGINNINGS.get(self._because, (1.0, 2.0))])
        size = best_size(_chance(firsts), _chance(self._others), PRICE)
        if not size:
            firsts[:] = FORGETTING * firsts[0], FORGETTING * firsts[1]
            return []
        self._tried = place
        ids = self._ids[place : place + min(most, size)]
        return ids[: ids.index(_BETWEEN)] if _BETWEEN in ids else ids

    def verified(self, drafted: int, right: int) -> None:
        """What became of a draft: `right` of its ids were those of the answer."""
        self.forwards += 1
        self._credit += EARNED + right
        if drafted:
            self._credit -= PRICE[0] + PRICE[1] * drafted
            _count(self._firsts[self._because], right > 0, right == 0)
        if right:
            _count(self._others, right - 1, right < drafted)
        self._credit = min(self._credit, MOST)

    def take(self, number: int) -> None:
        """Takes the answer's next id."""
        place = self._place if self._tried < 0 else self._tried
        self._tried = -1
        if self._at(place) == number:
            if self._place < 0:
                self._go_on_at(place)
            self._place = place + 1
        else:
            if self._place >= 0:
                self._left = [self._place, *self._left[: LEFT - 1]]
                self._place, self._missed = -1, 0
            self._missed += 1
            if self._missed > NEAR:
                self._left = []
        self._append(number)

    def _go_on_at(self, place: int) -> None:
        """The answer copies again, from a place on."""
        for left in self._left:
            if left <= place <= left + NEAR:
                self._skips = place > left
                self._left.remove(left)
                return

    def _at(self, place: int) -> int:
        return self._ids[place] if 0 <= place < len(self._ids) else _BETWEEN

    def _next(self) -> tuple[int, str]:
        """Where the id probably stands that comes next (-1: nowhere), and what speaks for that."""
        if self._place >= 0:
            if self._at(self._place) != _BETWEEN:
                return self._place, "on"
            self._place = -1
        place, length, near = self._same()
        if length > 2:
            return place, "long"
        if near:
            return place, "near"
        if self._left and 0 < self._missed <= GUESSES:
            place = self._next_word(self._left[0]) if self._skips else self._left[0]
            return place, f"guess {self._missed}"
        return place, "short"

    def _same(self) -> tuple[int, int, bool]:
        """The place that as many of the last ids as possible stand before, how many, and whether it is near one that
        the answer has left; near ones count for more."""
        best, chosen = (0, 0), (-1, 0, False)
        for place in self._candidates():
            length = self._compare(place)
            if (length, place) > best:
                best, chosen = (length, place), (place, length, False)
        last = self._ids[-1]
        for rank, left in enumerate(self._left):
            for place in range(left + 1, min(left + NEAR, len(self._ids))):
                if self._ids[place - 1] == last:
                    length = self._compare(place)
                    if (length + 2, -rank) > best and (not chosen[2] or length > chosen[1]):
                        best, chosen = (length + 2, -rank), (place, length, True)
        return chosen

    def _candidates(self) -> list[int]:
        """Places that the last two ids stand before, the latest ones."""
        return self._after.get((self._ids[-2], self._ids[-1]), [])[-CANDIDATES:]

    def _next_word(self, place: int) -> int:
        """Where the next word begins behind a place; -1 where that is not near."""
        following = range(place + 1, min(place + NEAR, len(self._ids)))
        ids = self._ids
        return next((later for later in following if ids[later] == _BETWEEN or self._starts(ids[later])), -1)

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


def _count(counts: list[float], right: float, wrong: float) -> None:
    counts[:] = FADING * counts[0] + right, FADING * counts[1] + wrong


def _chance(counts: list[float]) -> float:
    """The part of right ones, with little of both always."""
    return round((counts[0] + 0.1) / (sum(counts) + 0.2), 2)


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


def lookup_for(parts: LoadedCheckpoint, ask: Ask) -> Lookup:
    """What is drafted for an answer from."""
    tokens = Tokens.of(parts)
    texts = ask.texts if ask.options.lookup != "off" else ()
    return Lookup([tokens.split([(text, True)], first=False) for text in texts], tokens.begins_word)


def can_look_up(
    parts: LoadedCheckpoint, options: Options, cache: Any, inputs: dict[str, Any], length: int
) -> bool:
    """Whether several ids of an answer that ends at `length` at the latest can be verified by one forward, with the
    values that each alone would give: not by layers that can't go back, where pairs of text attend to each other
    both ways, or where what is computed for one id depends on those behind it. On a card Int4 multiplies by another
    kernel for several ids, which takes several times as long. `cache` is None with beams."""
    trained = trained_length(parts)
    quantization = parts.extra.get("quantization")
    return (
        options.lookup != "off"
        and cache is not None
        and can_cut(cache)
        and "token_type_ids" not in inputs
        and quantization not in TOGETHER_OTHERWISE
        and not (quantization in ("nf4", "gptq", "awq") and parts.device != "cpu")
        and (trained is None or length <= trained)
    )
