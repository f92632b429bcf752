"""Layers in fewer passes on a processor: the same numbers in FP32, the nearest in BF16, and what adapters add stays."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.protocol.ask import Options, Picture
from quick_run import quick
from tiny_models import build_tiny
from tiny_originals import build_original
from vision import FAMILIES, Chat, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import cpu_layers, packed  # noqa: E402


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done to large inputs is done to those of tiny models."""
    monkeypatch.setattr(cpu_layers, "PIECE", 600)
    monkeypatch.setattr(cpu_layers, "LONG", 4)
    monkeypatch.setattr(packed, "NARROWEST", 16)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", quick([*FAMILIES, "qwen_vl"], "qwen2_5_vl", "qwen3_5", "internvl", "qwen_vl")
)
def test_answers_of_every_family_are_the_same_in_fp32(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "packs", lambda _dtype: False)
    folder = (
        build_original(tmp_path / name, safetensors=True)
        if name == "qwen_vl"
        else build_tiny(name, tmp_path / name)
    )
    shot = write_picture(tmp_path / "shot.png", 180, 150)
    said = []
    model: Any = load(folder)
    for suited in (False, True):
        if suited:
            cpu_layers.suit_processor(model.parts, Event())
            changed = {type(one).__name__ for one in model.parts.model.modules() if hasattr(one, "plain")}
            assert changed and any("Attention" in one for one in changed) is (
                name not in ("internvl", "qwen_vl")
            )
        chat = Chat(model, Options(max_new_tokens=32))
        chat.say("Hello")
        turns = chat.say(Picture(shot), "What is in the picture?"), chat.say("And where?")
        assert turns[0].tokens_reused
        said.append([turn.token_ids for turn in turns])
        model.caches.clear()
        model.known.clear()
    model.close()
    assert said[0] == said[1]


class Gated(torch.nn.Module):  # type: ignore[misc, unused-ignore]
    """SwiGLU, its parts named as in transformers."""

    def __init__(self) -> None:
        super().__init__()
        self.gate_proj, self.up_proj, self.down_proj = (torch.nn.Linear(64, 64) for _ in range(3))
        self.act_fn = torch.nn.SiLU()

    def forward(self, given: Any) -> Any:
        return self.down_proj(self.act_fn(self.gate_proj(given)) * self.up_proj(given))


class Gelu(torch.nn.Module):  # type: ignore[misc, unused-ignore]
    def __init__(self, how: str) -> None:
        super().__init__()
        self.fc1, self.fc2 = torch.nn.Linear(64, 64), torch.nn.Linear(64, 64)
        self.act = torch.nn.GELU(approximate=how)

    def forward(self, given: Any) -> Any:
        return self.fc2(self.act(self.fc1(given)))


@pytest.mark.skipif(not packed.packs(torch.bfloat16), reason="this processor does not pack")
def test_activations_go_with_packed_layers_and_adapters_are_heard() -> None:
    generator = torch.Generator().manual_seed(0)
    from eyebox_models.families.qwen_vl.vision import Mlp

    model = torch.nn.ModuleList([Gated(), Gelu("none"), Gelu("tanh"), Mlp(64, 96), Gelu("none")]).bfloat16()
    model[4].act = torch.nn.ReLU()
    cpu_layers.suit_processor(_parts(model), Event())
    assert [hasattr(one, "plain") for one in model] == [True, True, True, True, False]
    given = torch.randn(2, 5, 64, generator=generator).bfloat16()
    for module in model[:4]:
        with torch.inference_mode():
            wanted, found = module.plain.forward(module, given), module(given)
            assert found.shape == wanted.shape
            torch.testing.assert_close(found, wanted, rtol=0.02, atol=0.01)
            inner = next(module.children())
            hook = inner.register_forward_hook(lambda _module, _given, out: out + 1)
            assert torch.equal(module(given), module.plain.forward(module, given))
            assert (module(given) - found).abs().max() > 0.05
            hook.remove()
            assert torch.equal(module(given), found) and module(given[:0]).shape == (0, 5, 64)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_norms_turns_and_patches(dtype: Any) -> None:
    from eyebox_models.vision.compat import qwen2_layers

    generator = torch.Generator().manual_seed(0)
    norm = qwen2_layers().Qwen2RMSNorm(48).to(dtype)
    norm.weight.data.normal_(generator=generator)
    conv = torch.nn.Conv3d(3, 32, (2, 4, 4), (2, 4, 4), bias=False).to(dtype)
    cpu_layers.suit_processor(_parts(torch.nn.ModuleList([norm, conv])), Event())
    assert hasattr(norm, "plain") and hasattr(conv, "plain") is (dtype is torch.bfloat16)
    given = torch.randn(3, 20, 48, generator=generator).to(dtype)
    with torch.inference_mode():
        assert torch.equal(norm(given), norm.plain.forward(norm, given))
        pixels = torch.randn(5, 3, 2, 4, 4, generator=generator).to(dtype)
        wanted = torch.nn.functional.conv3d(pixels, conv.weight, stride=conv.stride)
        torch.testing.assert_close(conv(pixels), wanted, rtol=0.02, atol=0.01)
        heads = torch.randn(40, 3, 16, generator=generator).to(dtype)
        angles, factors = torch.randn(40, 16, generator=generator), torch.rand(40, generator=generator)
        angles[:, 8:] = angles[:, :8]
        wide = heads.float()
        other = torch.cat((-wide[..., 8:], wide[..., :8]), -1)
        turned = wide * angles.cos()[:, None] + other * angles.sin()[:, None]
        found = cpu_layers.rotated(heads, angles.cos(), angles.sin(), factors)
    assert torch.equal(found, (turned * factors[:, None, None]).to(dtype))


def _parts(model: Any) -> Any:
    return SimpleNamespace(model=model, device="cpu", options=Options("bf16", "cpu"))


def test_what_is_made_of_other_parts_stays() -> None:
    """Quantized layers have no weights by that name, norms may have none, and activations may want more."""
    gated, gelu, norm = Gated(), Gelu("none"), torch.nn.Module()
    gated.gate_proj = torch.nn.Identity()
    gelu.act = torch.nn.Bilinear(2, 2, 2)
    norm.variance_epsilon = 1e-6
    cpu_layers.suit_processor(_parts(torch.nn.ModuleList([gated, gelu, norm]).bfloat16()), Event())
    assert not any(hasattr(one, "plain") for one in (gated, gelu, norm))
