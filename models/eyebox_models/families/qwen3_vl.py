"""Qwen3-VL, dense and mixture of experts: boxes as JSON, coordinates 0..1000."""

from __future__ import annotations

from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import FamilyInfo, ModelType
from eyebox_models.families.qwen2_vl import CUT_BY, JSON_QUESTION, Qwen2VL, resized_by
from eyebox_models.protocol.cards import SizeRule

MARKS = ("visual.blocks.0.mlp.linear_fc1.",)
INFO = FamilyInfo(
    "qwen3_vl",
    "Qwen3-VL",
    "eyebox_models.families.qwen3_vl:Qwen3VL",
    tuple(ModelType(name, MARKS, CUT_BY, turned=True, frames=2) for name in ("qwen3_vl", "qwen3_vl_moe")),
    SizeRule("pixels", 32 * 32),
    JSON_QUESTION,
    notation=Notation(THOUSANDTHS, resized=resized_by(32, 256 * 256, 4096 * 4096)),
)


class Qwen3VL(Qwen2VL):
    """Resizes pictures as Qwen2-VL does, to patches of its own size; the same rule for coordinates."""

    info = INFO
