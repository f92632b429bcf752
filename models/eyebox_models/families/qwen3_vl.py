"""Qwen3-VL, dense and mixture of experts: boxes as JSON, coordinates 0..1000."""

from __future__ import annotations

from eyebox_models.families.qwen2_vl import Qwen2VL


class Qwen3VL(Qwen2VL):
    """Resizes pictures as Qwen2-VL does, to patches of its own size; the same rule for coordinates."""

    name = "qwen3_vl"
    model_types = ("qwen3_vl", "qwen3_vl_moe")
