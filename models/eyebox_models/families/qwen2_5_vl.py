"""Qwen2.5-VL: boxes as JSON, in pixels of the picture at the size it was shown."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox_models.boxes.answer_reader import RESIZED, reader_for
from eyebox_models.boxes.box_reader import AnswerReader
from eyebox_models.families.qwen2_vl import Qwen2VL
from eyebox_models.protocol.ask import ImageInfo


class Qwen25VL(Qwen2VL):
    """Resizes pictures as Qwen2-VL does."""

    name = "qwen2_5_vl"
    model_types = ("qwen2_5_vl",)

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, RESIZED)
