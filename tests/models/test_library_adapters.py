"""LoRA adapters are found where checkpoints are, and those that can't be used say why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eyebox_models.library.adapters import find_adapters
from eyebox_models.protocol.cards import AdapterCard


def adapter(folder: Path, **config: object) -> Path:
    folder.mkdir(parents=True)
    told = {"peft_type": "LORA", "base_model_name_or_path": "Qwen/Qwen2-VL-2B-Instruct", **config}
    (folder / "adapter_config.json").write_text(json.dumps(told))
    (folder / "adapter_model.safetensors").write_bytes(b"")
    return folder


@pytest.fixture(autouse=True)
def nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setenv("MODELSCOPE_CACHE", str(tmp_path / "scope"))


def test_adapters_are_found_in_all_folders_of_models(tmp_path: Path) -> None:
    own = adapter(tmp_path / "home" / "receipts")
    deep = adapter(tmp_path / "added" / "run 1" / "checkpoint-20", base_model_name_or_path="/data/My Model")
    hub = adapter(
        tmp_path / "hub" / "models--Org--menus-lora" / "snapshots" / "abc", base_model_name_or_path=None
    )
    scope = adapter(tmp_path / "scope" / "models" / "Org--x-lora" / "snapshots" / "master")
    downloaded = adapter(tmp_path / "home" / "models--Org--y-lora" / "snapshots" / "zzz")
    named = tmp_path / "elsewhere"
    named.mkdir()
    found = find_adapters(str(tmp_path / "home"), [str(tmp_path / "added"), ""], [str(named), str(own)])
    assert [(card.folder, card.name, card.base) for card in found] == [
        (str(named), "elsewhere", ""),
        (str(own), "receipts", "Qwen/Qwen2-VL-2B-Instruct"),
        (str(hub), "Org/menus-lora", ""),
        (str(scope), "Org/x-lora", "Qwen/Qwen2-VL-2B-Instruct"),
        (str(downloaded), "Org/y-lora", "Qwen/Qwen2-VL-2B-Instruct"),
        (str(deep), "run 1/checkpoint-20", "/data/My Model"),
    ]
    assert [bool(card.problem) for card in found] == [True, *[False] * 5]
    assert "adapter_config.json" in found[0].problem


def test_other_kinds_of_adapters_and_halves_say_why(tmp_path: Path) -> None:
    adapter(tmp_path / "home" / "other", peft_type="IA3")
    (adapter(tmp_path / "home" / "half") / "adapter_model.safetensors").unlink()
    half, other = find_adapters(str(tmp_path / "home"))
    assert isinstance(half, AdapterCard) and "lacks" in half.problem
    assert "no LoRA" in other.problem


def test_what_its_layers_take_in_is_among_the_sizes_of_its_model_alone(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from eyebox_models.library.cards import inspect
    from tiny_lora import randomly
    from tiny_models import build_tiny

    model = inspect(build_tiny("qwen2_vl", tmp_path / "qwen2_vl"))
    layer = "model.language_model.layers.0.self_attn.q_proj"
    width = max(model.widths[0], 64)
    own = next(size for size in model.widths if size >= width)
    randomly({layer: (8, own)}, tmp_path / "home" / "own")
    randomly({layer: (8, 4099)}, tmp_path / "home" / "other")
    other, fitting = find_adapters(str(tmp_path / "home"))
    assert fitting.inputs == (own,) and set(fitting.inputs) <= set(model.widths)
    assert other.inputs == (4099,) and not set(other.inputs) <= set(model.widths)
