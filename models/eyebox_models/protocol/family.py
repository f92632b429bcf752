"""What a family of models offers. One family, one file in `families/`; nothing else knows its prompts or boxes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as StopEvent
from typing import Protocol

from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.events import Answer, Told

Emit = Callable[[Told], None]


class LoadedModel(Protocol):
    """A model that is ready to answer. Used by one thread at a time.

    It may have a method `held`: the bytes by device ("cpu", "cuda:0") that closing it gives back; a method
    `shown_at(width, height, options)`: the size that it is shown a picture at, without which none is looked at in parts; and
    a `rule`: what the coordinates of its boxes mean, where that is not what its family says.
    """

    def answer(self, ask: Ask, emit: Emit, stop: StopEvent) -> Answer:
        """Answers the last turn; emits TextDelta and BoxFound on the way.

        When `stop` is set, returns the answer so far at the next token. Raises EyeboxError for what a user can fix.
        """
        ...

    def close(self) -> None: ...


class Family(Protocol):
    """One family of models."""

    @property
    def name(self) -> str:
        """The name that its FamilyInfo gives."""
        ...

    def load(self, model: str, options: Options, emit: Emit, stop: StopEvent) -> LoadedModel:
        """Loads the model, emitting Progress("loading", fraction). Raises EyeboxError, or Stopped when stopped."""
        ...
