"""Linear layers whose weights are packed for the processor: the same answers, and weights in rows again where asked for."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.registry import family_for
from eyebox_models.protocol.ask import Options, Picture
from tiny_models import build_tiny
from vision import Chat, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import cpu_layers, packed  # noqa: E402

HERE = packed.packs(torch.bfloat16) and packed.packs(torch.float32)


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "NARROWEST", 16)


def layers(model: Any) -> list[str]:
    return [name for name, module in model.named_modules() if type(module).__name__ == "PackedLinear"]


@pytest.mark.skipif(not HERE, reason="this processor does not pack")
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32])
def test_packed_layers_give_the_same_numbers_and_their_weights_back(dtype: Any) -> None:
    generator = torch.Generator().manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(96, 256), torch.nn.Linear(256, 40, bias=False)).to(dtype)
    tied, head = torch.nn.Embedding(40, 96), torch.nn.Linear(96, 40, bias=False)
    whole = torch.nn.ModuleList([model, tied, head, torch.nn.Linear(8, 8), torch.nn.Linear(64, 64).double()])
    whole[:3].to(dtype)
    head.weight = tied.weight
    given = torch.randn(3, 7, 96, generator=generator).to(dtype)

    def same(found: Any, wanted: Any) -> bool:
        return bool(
            torch.allclose(found, wanted, rtol=1e-5, atol=1e-5)
            if dtype is torch.float32
            else torch.equal(found, wanted)
        )

    kept = [module.weight.detach().clone() for module in model]
    with torch.inference_mode():
        wanted = model(given), model(given[0, :1])
        packed.pack_linears(whole, Event())
        assert layers(whole) == ["0.0", "0.1"], "neither what is tied, nor what is narrow or in FP64"
        assert same(model(given), wanted[0]) and same(model(given[0, :1]), wanted[1])
        assert model(given[:0]).shape == (0, 7, 40)
        for module, weight in zip(model, kept, strict=True):
            packed.unpack_linear(module)
            assert torch.equal(module.weight, weight)
        assert layers(whole) == [] and torch.equal(model(given), wanted[0])
        whole.get_output_embeddings = lambda: head
        wanted = head(given), tied.weight
        packed.pack_linears(whole, Event())
        assert layers(whole) == ["0.0", "0.1", "2"], "the head is tied, and packed beside its rows"
        assert same(head(given), wanted[0]) and head.weight is tied.weight
        packed.unpack_linear(head)
        assert head.weight is tied.weight and torch.equal(head(given), wanted[0])


@pytest.mark.parametrize("dtype", ["bfloat16", "float32"])
def test_a_packed_model_answers_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dtype: str) -> None:
    """Heads share keys there, and the second turn comes with a mask."""
    folder = build_tiny("qwen2_vl", tmp_path / "model", dtype=dtype)
    shot = write_picture(tmp_path / "shot.png", 160, 120)
    monkeypatch.setattr(cpu_layers, "_faster", lambda _module: None)
    said = []
    for packs in (HERE, False):
        monkeypatch.setattr(packed, "packs", lambda _dtype, packs=packs: packs)
        model: Any = family_for(str(folder)).load(
            str(folder), Options({"bfloat16": "bf16"}.get(dtype, "fp32"), "cpu"), lambda _event: None, Event()
        )
        assert bool(layers(model.parts.model)) is packs
        chat = Chat(model, Options(max_new_tokens=24))
        said.append([chat.say(Picture(shot), "What is it?").token_ids, chat.say("Where?").token_ids])
        model.close()
    assert said[0] == said[1]


@pytest.mark.skipif(not HERE, reason="this processor does not pack")
def test_packed_towers_are_told_apart_by_their_weights(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    from eyebox_models.vision import features

    folder = build_tiny("qwen2_vl", tmp_path / "model", dtype="bfloat16")
    (file,) = folder.glob("*.safetensors")
    prints = []
    for changed in (False, False, True):
        if changed:
            weights = load_file(file)
            name = next(one for one in weights if "visual.blocks.0.mlp.fc1.weight" in one)
            weights[name] = weights[name] + 1
            save_file(weights, file, {"format": "pt"})
        model: Any = family_for(str(folder)).load(
            str(folder), Options("bf16", "cpu"), lambda _event: None, Event()
        )
        assert any("visual.blocks.0.mlp.fc1" in one for one in layers(model.parts.model))
        prints.append(features._print(model.parts))
        model.close()
    assert prints[0] == prints[1] != prints[2]
