"""What the rest of the program knows of a family: a value that its own file gives. Imports no torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eyebox_models.protocol.cards import ONE_SIZE, SizeRule

if TYPE_CHECKING:
    from eyebox_models.boxes.notation import Notation
    from eyebox_models.checkpoint.folder import Checkpoint
    from eyebox_models.checkpoint.headers import Fault

NEEDS = ("torch", "torchvision", "transformers", "accelerate")
QUESTION = "Find {shapes} in the picture and give the bounding box of each with its name."


@dataclass(frozen=True, slots=True)
class ModelType:
    """One `model_type` of config.json. The defaults are those of a type that no family is known of.

    `faults` finds what is wrong with a checkpoint before its tensors are looked at, `faults_of_tensors` afterwards.
    """

    name: str = ""
    marks: tuple[str, ...] = ()
    """Parts of names of tensors, all of which stand in the vision tower of this type and of no other. With them the
    tensors are compared with config.json, as transformers names them."""
    cut_by: tuple[tuple[str, str], ...] = ()
    """What the image processor cuts pictures by, and the name of the same in the config of the vision tower."""
    needs: tuple[str, ...] = NEEDS
    """Packages without which it cannot be loaded."""
    tied: bool = False
    """Whether input and output embeddings are one tensor where config.json does not say."""
    tied_by_text: bool = False
    """Whether the config of the language model says that too."""
    unpacks_gptq: bool = False
    """Whether its GPTQ weights can be loaded in any precision."""
    turned: bool = False
    """Whether the vision tower turns queries and keys by their position (rotary embeddings)."""
    frames: int = 1
    """Copies of a picture that the vision tower takes as one patch in time, where its config does not say."""
    slides: bool = True
    """Whether a sliding window in the config is used although nothing says so."""
    fused_gate: bool = False
    """Whether the config counts the two halves of the feed-forward layer together."""
    faults: Callable[[Checkpoint], Iterable[Fault]] | None = None
    faults_of_tensors: Callable[[Checkpoint], Iterable[Fault]] | None = None


UNKNOWN = ModelType()


@dataclass(frozen=True, slots=True)
class FamilyInfo:
    """A family: `title` as its makers write it, and `place`, "module:Class" of what loads it.

    `question` asks for boxes of {shapes}. `recognises` knows models that are named and are no folders ("reader").
    """

    name: str
    title: str
    place: str
    types: tuple[ModelType, ...] = ()
    size_rule: SizeRule = ONE_SIZE
    question: str = QUESTION
    recognises: Callable[[str], bool] | None = None
    takes_system: Callable[[Checkpoint], bool] = lambda _checkpoint: True
    """Whether a checkpoint of it has a place for a system prompt."""
    notation: Notation | None = None
    """How it writes boxes, where it can be taught with them."""


@dataclass(frozen=True, slots=True)
class FamilyTable:
    """All families, and what the installed transformers knows besides: types that look at pictures, types of text alone."""

    families: tuple[FamilyInfo, ...]
    other_types: frozenset[str] = frozenset()
    text_types: frozenset[str] = frozenset()

    @property
    def types(self) -> tuple[ModelType, ...]:
        """The rows of all families."""
        return tuple(row for info in self.families for row in info.types)

    def type_of(self, model_type: str) -> ModelType:
        """The row of a model type; UNKNOWN for none."""
        return next((row for row in self.types if row.name == model_type), UNKNOWN)

    def family_of(self, model_type: str) -> FamilyInfo | None:
        """The family of a model type, None where none names it."""
        return next(
            (info for info in self.families if any(row.name == model_type for row in info.types)), None
        )
