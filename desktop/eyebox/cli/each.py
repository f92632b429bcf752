"""The same question about many pictures, asked together so that the model works in true batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from eyebox.cli.events import Events, JsonEvents, TextEvents, missing, print_failure, times_of
from eyebox.cli.terminal import ProgressLine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Ask
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import Answered, BoxFound, End, TextDelta
from eyebox_models.protocol.requests import AnsweringEach


def ask_each(engine: EngineProcess, asks: Sequence[Ask], *, json: bool, debug: bool) -> bool:
    """Prints one end a picture, in the order of the pictures.

    A picture that fails does not hold up the others; returns whether none did.
    """
    refused = {at: end for at, ask in enumerate(asks) if (end := missing(ask))}
    places = [at for at in range(len(asks)) if at not in refused]
    with ProgressLine("starting") as line:
        ends = _Ends(asks, line, json=json, debug=debug)
        for at, end in refused.items():
            ends.add(at, end)

        def take(event: Any) -> None:
            if isinstance(event, Answered):
                failed = event.answer is None or bool(event.message)
                outcome = End("failed" if failed else "done", event.message, event.detail, event.answer)
                ends.add(places[event.index], outcome)
            elif not isinstance(event, TextDelta | BoxFound):
                ends.common.take(event)

        rest = End("stopped")
        try:
            if places:
                request = AnsweringEach(tuple(asks[at] for at in places))
                rest = engine.run(new_id(), request, take)
        finally:
            outcome = "failed" if rest.outcome == "done" else rest.outcome
            for at in ends.open():
                ends.add(at, End(outcome, rest.message, rest.detail))
    return ends.all_done


class _Ends:
    """How the questions end, each printed as a whole and in order; `common` prints what belongs to none of them."""

    def __init__(self, asks: Sequence[Ask], line: ProgressLine, *, json: bool, debug: bool) -> None:
        self.all_done = True
        self._line = line
        self._debug = debug
        self._printed: set[tuple[str, str]] = set()
        self._events: Callable[[int], Events] = (
            (lambda image: JsonEvents(image, times_of(asks[image].shown)))
            if json
            else lambda _image: TextEvents()
        )
        self._waiting: dict[int, End] = {}
        self._open = dict.fromkeys(range(len(asks)))
        self.common: Events = JsonEvents() if json else TextEvents()
        self.common.begin(0, line)

    def open(self) -> list[int]:
        """The questions that have not ended."""
        return [at for at in self._open if at not in self._waiting]

    def add(self, at: int, end: End) -> None:
        """Takes an end; a second one of the same question is ignored."""
        if at in self._open and at not in self._waiting:
            self._waiting[at] = end
        for place in [*self._open]:
            if place not in self._waiting:
                return
            del self._open[place]
            self._print(place, self._waiting.pop(place))

    def _print(self, image: int, end: End) -> None:
        events = self._events(image)
        events.begin(0, self._line)
        events.whole(end)
        if end.outcome != "done":
            self.all_done = False
            if (end.message, end.detail) not in self._printed:
                self._printed.add((end.message, end.detail))
                print_failure(end, debug=self._debug)
