"""The same question about many pictures: together where a model can, else one after the other."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event

from eyebox_models.protocol.ask import Ask
from eyebox_models.protocol.errors import EyeboxError, Stopped, unexpected
from eyebox_models.protocol.events import Answer, Answered, BoxFound, Progress, TextDelta, Unfinished
from eyebox_models.protocol.family import Emit, LoadedModel
from eyebox_models.vision.memory import card_failed


def answer_each(model: LoadedModel, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
    """Answers each question; an Answered for each that came to its end, in any order, until `stop` is set.

    What goes wrong with one stands in its Answered, and the others are answered all the same.
    """
    together = getattr(model, "answer_each", None)
    if together is not None:
        together(asks, emit, stop)
    else:
        one_by_one(model.answer, list(enumerate(asks)), emit, stop, Counter(emit, len(asks)))


class Counter:
    """Reports how many of all questions are answered, each once."""

    def __init__(self, emit: Emit, total: int) -> None:
        self._emit = emit
        self._total = total
        self._done: set[int] = set()

    def is_open(self, index: int) -> bool:
        """Whether a question has not ended."""
        return index not in self._done

    def ended(self, answered: Answered) -> None:
        """One more is answered."""
        if self.is_open(answered.index):
            self._done.add(answered.index)
            self._emit(answered)
            self._emit(Progress("answering", len(self._done) / self._total))


def one_by_one(
    answer: Callable[[Ask, Emit, Event], Answer],
    asks: Sequence[tuple[int, Ask]],
    emit: Emit,
    stop: Event,
    counter: Counter,
) -> None:
    """Answers questions, each given with its place among all, one after the other."""

    def without_pieces(event: object) -> None:
        if not isinstance(event, TextDelta | BoxFound | Progress):
            emit(event)  # type: ignore[arg-type]

    for index, ask in asks:
        if stop.is_set():
            return
        answered = ended(index, partial(answer, ask, without_pieces, stop))
        if answered is not None and not stop.is_set():
            counter.ended(answered)


def ended(index: int, answer: Callable[[], Answer]) -> Answered | None:
    """How one question ended; None when it was stopped. Memory that ran out is not its fault alone, and passes."""
    try:
        return Answered(index, answer())
    except Stopped:
        return None
    except MemoryError:
        raise
    except Exception as error:
        return failed(index, error)


def failed(index: int, error: Exception) -> Answered:
    """How a question ended that could not be answered, or not to its end. An error of the card is raised: no question can be
    answered after it."""
    if card_failed(error):
        raise error
    if isinstance(error, EyeboxError):
        return Answered(
            index, error.answer if isinstance(error, Unfinished) else None, error.sentence, error.detail
        )
    return Answered(index, None, unexpected(error), "".join(traceback.format_exception(error)))


def batches(lengths: Sequence[tuple[int, int]], most_tokens: int, most_rows: int) -> list[list[int]]:
    """Groups of questions that go together: of like length, so that little is padded. Gives their places.

    `lengths` are (tokens of the prompt, new tokens). No group has more than `most_rows`, nor, padded, more than
    `most_tokens`, unless one question alone has.
    """
    order = sorted(range(len(lengths)), key=lambda place: lengths[place], reverse=True)
    groups: list[list[int]] = []
    widest = 0
    for place in order:
        group = groups[-1] if groups else []
        if group and len(group) < most_rows and widest * (len(group) + 1) <= most_tokens:
            group.append(place)
        else:
            groups.append([place])
            widest = sum(lengths[place])
    return groups
