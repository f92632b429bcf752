"""When memory runs out in the middle of an answer: what can be given up, in which order, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eyebox_models.ask import Answer, Ask, EyeboxError, Options
from eyebox_models.family import Emit

if TYPE_CHECKING:
    from eyebox_models.vision.parts import Parts

SIGNS = (
    "out of memory", "not enough memory", "can't allocate memory", "cannot allocate memory", "alloc_failed",
    "memoryallocation",
)  # fmt: skip
"""What libraries write when memory runs out without an exception of its own."""


class OutOfMemory(EyeboxError):
    """A model does not fit into the memory at hand."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception, or what it came from, says that memory ran out (of the card, or of the machine)."""
    chain: BaseException | None = error
    while chain is not None:
        if isinstance(chain, MemoryError | OutOfMemory) or type(chain).__name__ == "OutOfMemoryError":
            return True
        text = str(chain).lower()
        if isinstance(chain, RuntimeError | OSError) and any(sign in text for sign in SIGNS):
            return True
        chain = chain.__cause__ or chain.__context__
    return False


def recover(
    attempt: Callable[[Parts, Ask], Answer],
    parts: Parts,
    ask: Ask,
    *,
    free: Callable[[], None],
    reload: Callable[[Options], Parts],
    emit: Emit,
) -> Answer:
    """The answer of `attempt`, tried again with less each time memory runs out: see the module's table.

    `free` drops kept caches; `reload` closes the model at hand and loads it again. Every step is told by a Note and
    stands in `Answer.notes`. A Note begins the answer anew: what was streamed before it counts no more.
    """
    return attempt(parts, ask)
