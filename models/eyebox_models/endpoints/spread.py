"""Many questions spread over servers: some are under way at each, and what one that is gone had is asked of the others."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from threading import Condition, Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from eyebox_models.protocol.ask import Ask
from eyebox_models.protocol.errors import EyeboxError, Sentence, SentenceError, Stopped
from eyebox_models.protocol.events import Answered
from eyebox_models.protocol.family import Emit
from eyebox_models.vision import one_by_one

if TYPE_CHECKING:
    from eyebox_models.endpoints.family import Server

PAUSE = 10.0
"""Seconds until a server that is gone is tried again, while others answer."""
LOOK = 0.2
BROKE = ("connection-broke", "no-answer")
"""It took a question, and then there was nothing more: by its own fault, or because of that question."""
MOST_BREAKS = 2
"""A question over which connections broke so often is given back."""
_GONE = (
    "connection-refused", "host-not-found", "not-there", "server-busy", "certificate-refused", "no-secure-connection",
    "proxy-refuses", "server-redirects", "server-refuses-all", "pictures-stay", "no-endpoint", "endpoint-without-model",
    "keyring-locked",
)  # fmt: skip


def is_gone(sentence: str) -> bool:
    """Whether a failure says that a server answers nothing at all for now, whatever it is asked."""
    return getattr(sentence, "code", "") in _GONE and not _is_its_error(sentence)


def _is_its_error(sentence: str) -> bool:
    return isinstance(sentence, Sentence) and sentence.values.get("status") == 500


def answer_each(servers: Sequence[Server], asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
    """Answers each question, by whichever server is free; an Answered for each, in any order, until `stop` is set.

    One that says it is busy, after it was asked several times, gets one fewer at once. One that is gone is tried again while
    another answers; where all are gone, what is left ends with the reason of one of them (`is_gone`).
    """
    spread = _Spread(servers, asks, emit, stop)
    threads = [
        Thread(target=spread.work, args=(server, place), name="asking")
        for server in servers
        for place in range(server.at_once)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spread.give_back()


class _Spread:
    """The questions of one request, worked at by threads."""

    def __init__(self, servers: Sequence[Server], asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
        self._servers = servers
        self._stop = stop
        self._waiting = deque(enumerate(asks))
        self._under_way = 0
        self._breaks: Counter[int] = Counter()
        self._changed = Condition()
        self._counter = one_by_one.Counter(emit, len(asks))
        self._reason: SentenceError | None = None
        for server in servers:
            try:
                server.refresh()
            except EyeboxError as error:
                self._lose(server, error)

    def work(self, server: Server, place: int) -> None:
        """Has a server answer one question after the other, as the `place`-th of those that do so."""
        while (taken := self._take(server, place)) is not None:
            index, ask = taken
            answered: Answered | None = None
            error: Exception | None = None
            try:
                answered = Answered(index, server.answer_as_known(ask, _nothing, self._stop, whole=True))
            except Exception as failure:
                error = failure
            with self._changed:
                self._under_way -= 1
                if error is not None:
                    answered = self._failed(server, index, ask, error)
                elif not self._stop.is_set():
                    server.gone_until = None
                if answered is not None and not self._stop.is_set():
                    self._counter.ended(answered)
                self._changed.notify_all()

    def give_back(self) -> None:
        """Ends what no server was there for."""
        if self._reason is not None and self._waiting and not self._stop.is_set():
            for server in self._servers:
                server.gone_until = None
            for index, _ask in self._waiting:
                self._counter.ended(Answered(index, None, self._reason.sentence, self._reason.detail))

    def _take(self, server: Server, place: int) -> tuple[int, Ask] | None:
        """The next question for a server; None where there is nothing more to do."""
        with self._changed:
            while not self._stop.is_set() and (self._waiting or self._under_way):
                are_all_gone = all(one.gone_until is not None for one in self._servers)
                if are_all_gone and not self._under_way:
                    return None
                is_ready = server.gone_until is None or (
                    server.gone_until <= monotonic() and not are_all_gone
                )
                if is_ready and place < server.at_once and self._waiting:
                    self._under_way += 1
                    return self._waiting.popleft()
                self._changed.wait(LOOK)
            return None

    def _failed(self, server: Server, index: int, ask: Ask, error: Exception) -> Answered | None:
        """How a question ended; None where it waits again."""
        if isinstance(error, Stopped):
            return None
        if not isinstance(error, SentenceError):
            return one_by_one.failed(index, error)
        if is_gone(error.sentence):
            if error.code == "server-busy" and server.at_once > 1:
                server.at_once -= 1
            else:
                self._lose(server, error)
            self._waiting.appendleft((index, ask))
            return None
        if error.code in BROKE or _is_its_error(error.sentence):
            self._breaks[index] += 1
            if self._breaks[index] < MOST_BREAKS:
                self._waiting.append((index, ask))
                return None
        return Answered(index, None, error.sentence, error.detail)

    def _lose(self, server: Server, error: SentenceError) -> None:
        server.gone_until = monotonic() + PAUSE
        self._reason = error


def _nothing(_event: object) -> None: ...
