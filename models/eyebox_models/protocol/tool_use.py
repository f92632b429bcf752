"""What a model did with tools on its way to an answer."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass

LOOK_AGAIN, READ_REGION = "look_again", "read_region"
"""The built-in tools: a region of a picture at full resolution as a picture of its own, and its text by the reader."""


@dataclass(frozen=True, slots=True)
class ToolUse:
    """One call of a tool, and what came of it. `result` is what the model was told; of a call under way it is "".

    `image` is the picture by its index in the chat, `box` the region in pixels of that; -1 and None where the call named
    none rightly. `at` is how many letters of the shown answer stand before it.
    """

    name: str
    arguments: str = ""
    """JSON, as the model wrote it."""
    at: int = 0
    image: int = -1
    box: tuple[int, int, int, int] | None = None
    result: str = ""
    failed: bool = False
    seconds: float = 0.0

    @property
    def looks(self) -> bool:
        """Whether the model is shown the region as a picture."""
        return self.name == LOOK_AGAIN and self.box is not None and not self.failed


@dataclass(frozen=True, slots=True)
class ToolUsed:
    """A tool is called in an answer that is coming, or has been: the same `index` then comes again with its result.

    A call that can't be done comes once.
    """

    turn: int
    index: int
    use: ToolUse


@dataclass(frozen=True, slots=True)
class Round:
    """What a model wrote before it was told what its calls brought: as decoded, its ids, and these calls."""

    raw: str
    token_ids: tuple[int, ...] = ()
    uses: tuple[ToolUse, ...] = ()
