"""Texts that end an answer: it ends right before the first of them, and no part of one is ever shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class StopTexts:
    """Lets a text through that comes in pieces, up to a stop text. However it is cut, the same text comes out.

    Of several the one that is whole first counts; of those that are whole at once the longest.
    """

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self.found = ""
        """The stop text that was met."""
        self._texts = tuple(text for text in dict.fromkeys(texts) if text)
        self._held = ""

    def feed(self, piece: str) -> str:
        """What is certain after a further piece; nothing more once a stop text was met."""
        if self.found or not self._texts:
            return "" if self.found else piece
        text = self._held + piece
        places = [(at + len(stop), at, stop) for stop in self._texts if (at := text.find(stop)) >= 0]
        if places:
            _end, at, self.found = min(places)
            self._held = ""
            return text[:at]
        held = max(_begun(text, stop) for stop in self._texts)
        self._held = text[len(text) - held :]
        return text[: len(text) - held]

    def finish(self) -> str:
        """What was held back, at the end."""
        held, self._held = self._held, ""
        return held


def _begun(text: str, stop: str) -> int:
    """How many letters at the end of a text may begin a stop text."""
    longest = min(len(text), len(stop) - 1)
    return next((size for size in range(longest, 0, -1) if text.endswith(stop[:size])), 0)


class StreamsEnded:
    """A stopping criterion: ends the rows whose streams have ended, one id late (they take no more).

    Rows that a batch was filled up with, beyond those of the streams, are at their end.
    """

    def __init__(self, streams: Sequence[Any]) -> None:
        self._streams = streams
        self._answers: dict[tuple[bool, ...], Any] = {}

    def __call__(self, input_ids: Any, scores: Any, **_more: Any) -> Any:
        import torch

        ended = tuple(stream.ended for stream in self._streams)
        ended += (True,) * (len(input_ids) - len(ended))
        if ended not in self._answers:
            self._answers = {ended: torch.tensor(ended, device=input_ids.device)}
        return self._answers[ended]
