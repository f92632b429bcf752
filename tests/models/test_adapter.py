"""A LoRA on top of a model: the same tokens as peft alone, in every precision; what is none is refused first."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.ask import EyeboxError, Progress
from eyebox_models.vision.quantize import import_gptqmodel
from loading import answer, load
from tiny_models import build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

# peft imports gptqmodel, which reads an attribute that transformers has renamed
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("adapted")
    return {family: build_tiny(family, root / family) for family in ("qwen2_vl", "internvl")}


@pytest.fixture(scope="session")
def lora(tiny: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """A LoRA for the tiny Qwen2-VL, and what peft answers with it. (peft starts threads that end with the process.)"""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("peft")
        if find_spec("gptqmodel"):
            import_gptqmodel()
        import peft
        import torch

        torch.manual_seed(3)
        parts = load(tiny["qwen2_vl"])
        names = r".*language_model.*\.(q_proj|v_proj|down_proj)"
        config = peft.LoraConfig(r=4, lora_alpha=32, target_modules=names, init_lora_weights=False)
        model = peft.get_peft_model(parts.model, config)
        folder = tmp_path_factory.mktemp("a lora")
        model.save_pretrained(folder)
        return folder, answer(parts)


def test_it_answers_as_peft_does(tiny: dict[str, Path], lora: tuple[Path, list[int]]) -> None:
    folder, expected = lora
    assert answer(load(tiny["qwen2_vl"], adapter=str(folder))) == expected
    assert answer(load(tiny["qwen2_vl"])) != expected


@pytest.mark.parametrize("precision", ["bf16", "int8", "int4"])
def test_it_goes_on_top_of_every_precision(
    tiny: dict[str, Path], lora: tuple[Path, list[int]], precision: str
) -> None:
    if precision != "bf16":
        pytest.importorskip("bitsandbytes")
    parts = load(tiny["qwen2_vl"], precision, adapter=str(lora[0]))
    assert any("lora_A" in name for name, _ in parts.model.named_parameters())
    assert len(answer(parts)) == 8


def test_one_for_another_model_is_refused(
    tiny: dict[str, Path], lora: tuple[Path, list[int]], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(lora[0], tmp_path / "other"))
    config: dict[str, Any] = json.loads((folder / "adapter_config.json").read_text())
    config["target_modules"] = ["no_such_layer"]
    (folder / "adapter_config.json").write_text(json.dumps(config))
    with pytest.raises(EyeboxError, match="made for another model"):
        load(tiny["internvl"], adapter=str(folder))


@pytest.mark.parametrize("fault", ["nothing", "another kind", "a pickle"])
def test_what_is_no_lora_is_refused_before_anything_is_loaded(
    tiny: dict[str, Path], tmp_path: Path, fault: str
) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    if fault != "nothing":
        kind = "LORA" if fault == "a pickle" else "PREFIX_TUNING"
        (folder / "adapter_config.json").write_text(json.dumps({"peft_type": kind}))
        (folder / "adapter_model.bin").write_bytes(b"x")
    events: list[Progress] = []
    with pytest.raises(EyeboxError):
        load(tiny["qwen2_vl"], adapter=str(folder), emit=events.append)
    assert {event.fraction for event in events} <= {0.0}
