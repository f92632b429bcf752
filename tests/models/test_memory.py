"""What is foreseen of memory, beside what tiny models really take; and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.fit.admission import admit
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.fit.precision import choose
from eyebox_models.fit.predict import HEAP, PIECES, ImageLayout, predict
from eyebox_models.fit.shape import shape_of
from eyebox_models.library.cards import plan
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Planning
from memory_taken import resident
from quick_run import quick
from tiny_models import build_tiny

FAMILIES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    place = tmp_path_factory.mktemp("tiny")
    return {family: build_tiny(family, place / family) for family in FAMILIES}


def roomy(folder: Path, options: Options) -> tuple[Any, Any]:
    checkpoint = checkpoint_at(folder)
    return checkpoint, choose(checkpoint, replace(options, device="cpu"), machine())


@pytest.mark.filterwarnings("ignore")  # libraries warn of each other while they load
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "qwen3_5", "internvl"))
@pytest.mark.parametrize("precision", ["bf16", "fp32", "int8", "int4"])
def test_weights_are_those_of_the_loaded_model(tiny, family, precision):
    from eyebox_models.vision.load import load_parts, release

    options = Options(precision=precision, device="cpu")
    checkpoint, choice = roomy(tiny[family], options)
    parts = load_parts(checkpoint, family_of(checkpoint), options, lambda _event: None, Event())
    try:
        taken = resident(parts.model)
    finally:
        release(parts)
    assert predict(checkpoint, (), choice, 0, 0).weights == pytest.approx(taken, rel=0.02)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "qwen3_5", "internvl"))
@pytest.mark.parametrize("length", [1, 3, 70])
def test_the_cache_is_foreseen_exactly(tiny, family, length):
    import torch
    from transformers import AutoModelForImageTextToText, DynamicCache

    from eyebox_models.vision.compat_cache import cache_bytes, cache_name

    checkpoint, choice = roomy(tiny[family], Options(precision="bf16"))
    model = AutoModelForImageTextToText.from_pretrained(
        tiny[family], dtype=torch.bfloat16, local_files_only=True, trust_remote_code=False
    )
    cache = DynamicCache(config=model.config)
    ids = torch.full((1, length), 5)
    with torch.inference_mode():
        model(input_ids=ids, attention_mask=torch.ones_like(ids), use_cache=True, **{cache_name(): cache})
    assert predict(checkpoint, (), choice, length, 0).cache == cache_bytes(cache)
    assert predict(checkpoint, (), choice, length - 1, 2).cache == cache_bytes(cache)


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "qwen3_5", "internvl"))
def test_more_pixels_take_more(tiny, family):
    small, large = (
        plan(Planning(str(tiny[family]), ((800, 600),), Options(max_pixels=pixels, max_tiles=tiles)))
        for pixels, tiles in ((12_544, 1), (50_176, 6))
    )
    assert small.visual_tokens < large.visual_tokens
    assert small.activation_bytes < large.activation_bytes
    assert small.cache_bytes < large.cache_bytes
    assert small.weights_bytes == large.weights_bytes
    assert large.total_bytes == large.weights_bytes + large.cache_bytes + large.activation_bytes


def test_the_steps_of_a_video_are_all_counted(tiny):
    """The tower sees one step at a time; the language model is given the features of all."""
    checkpoint, choice = roomy(tiny["qwen2_vl"], Options(precision="bf16"))
    choice = replace(choice, device="cuda")
    few, many = (
        predict(checkpoint, [ImageLayout((56, 56), tokens, 16)], choice, 0, 1) for tokens in (20_000, 40_000)
    )
    shape = shape_of(checkpoint)
    layer = max(
        4 * shape.hidden + 3 * shape.intermediate, 8 * shape.hidden + 2 * shape.heads * shape.head_dim
    )
    assert many.activations - few.activations == 20_000 * 2 * (layer + 4 * shape.hidden)


def test_on_a_processor_fused_layers_hold_less_and_the_heap_more(tiny):
    checkpoint, choice = roomy(tiny["qwen3_vl"], Options(precision="bf16"))
    choice = replace(choice, device="cpu", dtype="bfloat16")
    shape = shape_of(checkpoint)
    assert shape.deep == len(checkpoint.vision_config["deepstack_visual_indexes"]) > 0
    few, many = (
        predict(checkpoint, [ImageLayout((56, 56), tokens, 16)], choice, 0, 1) for tokens in (20_000, 40_000)
    )
    layer = max(
        4 * shape.hidden + 2 * shape.intermediate, 8 * shape.hidden + 2 * shape.heads * shape.head_dim
    )
    grown = 20_000 * 2 * (layer + 2 * shape.hidden * (2 + shape.deep))
    assert abs(many.activations - few.activations - grown * HEAP) <= 1
    nothing = predict(checkpoint, (), choice, 1, 1).activations
    assert PIECES < nothing < 2 * PIECES


def most_held(compute: Callable[[], object]) -> int:
    """The bytes of tensors that are there at once, of those that are made meanwhile."""
    import torch
    from torch.multiprocessing.reductions import StorageWeakRef
    from torch.utils._python_dispatch import TorchDispatchMode

    class Count(TorchDispatchMode):
        most = 0
        held: dict[StorageWeakRef, int] = {}

        def __torch_dispatch__(self, func: Any, _types: Any, args: Any = (), kwargs: Any = None) -> Any:
            made = func(*args, **(kwargs or {}))
            for one in made if isinstance(made, tuple | list) else (made,):
                if isinstance(one, torch.Tensor):
                    storage = one.untyped_storage()
                    self.held[StorageWeakRef(storage)] = storage.nbytes()
            self.held = {ref: size for ref, size in self.held.items() if not ref.expired()}
            self.most = max(self.most, sum(self.held.values()))
            return made

    with torch.inference_mode(), Count() as count:
        compute()
    return count.most


def test_linear_attention_holds_what_is_counted(tiny):
    import torch
    from transformers import Qwen3_5ForConditionalGeneration

    model = Qwen3_5ForConditionalGeneration.from_pretrained(
        tiny["qwen3_5"], dtype=torch.bfloat16, local_files_only=True
    )
    checkpoint, choice = roomy(tiny["qwen3_5"], Options(precision="bf16"))
    choice = replace(choice, device="cuda")
    few, many = (predict(checkpoint, (), choice, tokens, 1).activations for tokens in (20_000, 22_000))
    layer = model.model.language_model.layers[0].linear_attn
    given = torch.zeros(1, 2_000, shape_of(checkpoint).hidden, dtype=torch.bfloat16)
    assert 0.75 < most_held(lambda: layer(given)) / (many - few) < 1.1


@pytest.fixture(autouse=True)
def no_model_is_loaded(monkeypatch):
    """What other tests left in this process is not counted as a model that would be given back."""
    monkeypatch.setattr("eyebox_models.fit.admission.held_here", dict)


def poor(available: int) -> Machine:
    """This machine with so many bytes free, and no card."""
    return replace(machine(), available_bytes=available, accelerators=())


def test_the_verdict_follows_the_free_memory(tiny):
    request = Planning(str(tiny["qwen2_vl"]), ((800, 600),), Options(precision="fp32", device="cpu"))
    total = plan(request, poor(1 << 40)).total_bytes

    def verdict(available: int) -> str:
        said = plan(request, poor(available))
        assert said.available_bytes == available
        return said.verdict

    assert verdict(2 * total) == "fits"
    assert verdict(int(total * 1.05)) == "tight"
    assert verdict(total // 2) == "too big"


def test_what_does_not_fit_is_refused_with_the_nearest_that_would(tiny):
    checkpoint = checkpoint_at(tiny["qwen2_vl"])
    family = family_of(checkpoint)
    options = Options(precision="fp32", device="cpu", max_new_tokens=8)
    sizes = ((1000, 1000),)
    request = Planning(str(tiny["qwen2_vl"]), sizes, options)
    total = plan(request, poor(1 << 40)).total_bytes
    admit(checkpoint, family, options, sizes, poor(total))
    with pytest.raises(EyeboxError, match=r"choose|pixels a picture"):
        admit(checkpoint, family, options, sizes, poor(int(total * 0.9)))
    with pytest.raises(EyeboxError, match="smaller model"):
        admit(checkpoint, family, options, sizes, poor(0))
    admit(checkpoint, family, replace(options, offload=True), sizes, poor(0))
    said = plan(request, poor(total // 2))
    assert said.verdict == "too big"
    assert said.advice


def test_a_folder_that_cannot_be_used_is_not_foreseen(tiny, tmp_path):
    config = json.loads((tiny["qwen2_vl"] / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(EyeboxError):
        plan(Planning(str(tmp_path)))
