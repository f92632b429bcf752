"""Qwen3.5, dense and mixture of experts: sees and boxes as Qwen3-VL; most layers of its language model are linear attention."""

from __future__ import annotations

from eyebox_models.families.qwen3_vl import Qwen3VL


class Qwen35(Qwen3VL):
    """A kept cache can only be extended: linear attention has no place to cut."""

    name = "qwen3_5"
    model_types = ("qwen3_5", "qwen3_5_moe")
    can_crop = False
