"""Qwen3.5, dense and mixture of experts: sees and boxes as Qwen3-VL; most layers of its language model are linear attention."""

from __future__ import annotations

from dataclasses import replace

from eyebox_models.families import qwen3_vl

INFO = replace(
    qwen3_vl.INFO,
    name="qwen3_5",
    title="Qwen3.5",
    place="eyebox_models.families.qwen3_5:Qwen35",
    types=tuple(replace(qwen3_vl.INFO.types[0], name=name) for name in ("qwen3_5", "qwen3_5_moe")),
)


class Qwen35(qwen3_vl.Qwen3VL):
    """A kept cache can only be extended: linear attention has no place to cut."""

    info = INFO
    can_crop = False
