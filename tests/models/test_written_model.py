"""The model that tests without torch write is the one that transformers writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from eyebox_models.families.registry import checkpoint_at
from tiny_models import CORPUS, build_tiny
from written_model import write_model

transformers = pytest.importorskip("transformers")


def test_its_tensors_configuration_and_tokens_are_those_of_transformers(tmp_path: Path) -> None:
    written, built = write_model(tmp_path / "written"), build_tiny("qwen2_vl", tmp_path / "built")
    tensors = [
        {name: (one.dtype, tuple(one.shape)) for name, one in checkpoint_at(str(folder)).tensors.items()}
        for folder in (written, built)
    ]
    assert tensors[0] == tensors[1]
    configs = [transformers.AutoConfig.from_pretrained(folder).to_dict() for folder in (written, built)]
    for one in configs:
        del one["_name_or_path"], one["transformers_version"]
    assert configs[0] == configs[1]
    question = f"<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>{CORPUS}<|im_end|>"
    ids = [
        transformers.AutoTokenizer.from_pretrained(folder)(question).input_ids for folder in (written, built)
    ]
    assert ids[0] == ids[1]
