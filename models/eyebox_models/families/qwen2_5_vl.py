"""Qwen2.5-VL: boxes as JSON, in pixels of the picture at the size it was shown."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import RESIZED
from eyebox_models.checkpoint import FamilyInfo, ModelType
from eyebox_models.families.qwen2_vl import CUT_BY, JSON_QUESTION, Qwen2VL, resized_by
from eyebox_models.protocol.cards import SizeRule
from eyebox_models.protocol.events import ImageInfo

INFO = FamilyInfo(
    "qwen2_5_vl",
    "Qwen2.5-VL",
    "eyebox_models.families.qwen2_5_vl:Qwen25VL",
    (
        ModelType(
            "qwen2_5_vl",
            ("visual.blocks.0.mlp.gate_proj.",),
            CUT_BY,
            tied_by_text=True,
            turned=True,
            frames=2,
        ),
    ),
    SizeRule("pixels"),
    JSON_QUESTION,
    notation=Notation(RESIZED, resized=resized_by(28, 56 * 56, 16384 * 28 * 28)),
)


class Qwen25VL(Qwen2VL):
    """Resizes pictures as Qwen2-VL does."""

    info = INFO

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, RESIZED)
