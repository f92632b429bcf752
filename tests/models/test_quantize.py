"""Int8, NF4 and GPTQ: what is quantized and what is not, and that all of them answer on this processor."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.fit.precision import Choice
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.vision import quantize
from gptq_packing import pack_awq, pack_gptq, unpack
from loading import answer, load
from quick_run import quick
from tiny_models import build_tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

FAMILIES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "internvl")
LAYERS = 2
IN_A_LAYER = 7
"""q, k, v, o, gate, up and down."""
QUANTIZED = {"int8": "Linear8bitLt", "int4": "Linear4bit", "gptq": "TorchAtenLinear"}


def of_gptqmodel(test: Any) -> Any:
    """Its import reads an attribute that transformers has renamed; it leaves a temporary folder to the garbage collector."""
    for message in (
        "ignore:`is_gradient_checkpointing` is deprecated:FutureWarning",
        "ignore:Implicitly cleaning up",
    ):
        test = pytest.mark.filterwarnings(message)(test)
    return test


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("quantize")
    return {family: build_tiny(family, root / family) for family in (*FAMILIES, "qwen3_5")}


@pytest.fixture(scope="session")
def packed(tiny: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("gptq")
    made = {family: pack_gptq(tiny[family], root / family) for family in FAMILIES}
    if find_spec("gptqmodel") and find_spec("optimum"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            load(made["qwen2_vl"], "int4")  # its threads start once, and end with the process
    return made


def kinds(model: Any, inside: bool) -> Counter[str]:
    """Classes of the linear layers inside, or outside, of the language model's layers."""
    return Counter(
        type(module).__name__
        for name, module in model.named_modules()
        if "Linear" in type(module).__name__ and (".language_model.layers." in name) == inside
    )


@pytest.mark.parametrize("precision", ["int8", "int4"])
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_only_the_language_model_is_quantized(tiny: dict[str, Path], family: str, precision: str) -> None:
    pytest.importorskip("bitsandbytes")
    import torch

    parts = load(tiny[family], precision)
    assert kinds(parts.model, inside=True) == {QUANTIZED[precision]: LAYERS * IN_A_LAYER}
    outside = kinds(parts.model, inside=False)
    assert set(outside) == {"Linear"}
    assert outside["Linear"] == kinds(load(tiny[family]).model, inside=False)["Linear"]
    assert {p.dtype for p in parts.model.get_output_embeddings().parameters()} == {torch.bfloat16}
    assert parts.precision == precision
    assert parts.notes == ()
    assert len(answer(parts)) == 8


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_nf4_is_doubly_quantized_and_computes_in_16_bit(tiny: dict[str, Path], family: str) -> None:
    pytest.importorskip("bitsandbytes")
    import torch

    for _name, module in load(tiny[family], "int4").model.named_modules():
        if type(module).__name__ == "Linear4bit":
            assert module.weight.quant_type == "nf4"
            assert module.weight.compress_statistics
            assert module.compute_dtype == torch.bfloat16


def test_int8_keeps_outliers_apart(tiny: dict[str, Path]) -> None:
    pytest.importorskip("bitsandbytes")
    thresholds = {
        module.state.threshold
        for module in load(tiny["qwen2_vl"], "int8").model.modules()
        if type(module).__name__ == "Linear8bitLt"
    }
    assert thresholds == {6.0}


def test_layers_too_narrow_for_the_4_bit_kernel_stay_in_16_bit_and_are_told(tiny: dict[str, Path]) -> None:
    pytest.importorskip("bitsandbytes")
    parts = load(tiny["qwen3_5"], "int4")
    assert kinds(parts.model, inside=True)["Linear"] == 2
    assert any(note.startswith("2 layers stay in 16 bit") for note in parts.notes)
    assert len(answer(parts)) == 8


def test_experts_that_cannot_be_quantized_are_told() -> None:
    import transformers as t

    text = {
        "hidden_size": 64, "intermediate_size": 128, "moe_intermediate_size": 64, "num_hidden_layers": 2, "vocab_size": 128,
        "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16, "num_experts": 4, "num_experts_per_tok": 2,
        "rope_parameters": {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 10000.0},
    }  # fmt: skip
    vision = {
        "depth": 1, "hidden_size": 64, "out_hidden_size": 64, "num_heads": 4, "intermediate_size": 128,
        "deepstack_visual_indexes": [0],
    }  # fmt: skip
    config = t.Qwen3VLMoeConfig(text_config=text, vision_config=vision)
    model = quantize.skeleton(t.Qwen3VLMoeForConditionalGeneration, config)
    _skipped, notes = quantize.kept_in_16_bit(model, Choice("int4", "cpu", "bfloat16", "nf4"))
    assert len(notes) == 1
    assert notes[0].startswith("The experts of this model (")


@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_the_skip_list_names_whole_paths(tiny: dict[str, Path], family: str) -> None:
    from transformers import AutoConfig

    from eyebox_models.vision.load import OWN_FILES, model_class

    config = AutoConfig.from_pretrained(tiny[family], **OWN_FILES)
    model = quantize.skeleton(model_class(config), config)
    skipped, _notes = quantize.kept_in_16_bit(model, Choice("int4", "cpu", "bfloat16", "nf4"))
    assert {"model.visual", "model.vision_tower", "model.multi_modal_projector", "lm_head"} <= set(skipped)
    assert quantize.decoder_layers(model) == "model.language_model.layers"
    assert not any(name.startswith("model.language_model.layers") for name in skipped)


@of_gptqmodel
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_gptq_on_disk_loads_and_answers(packed: dict[str, Path], family: str) -> None:
    pytest.importorskip("gptqmodel")
    pytest.importorskip("optimum")
    parts = load(packed[family], "int4")
    assert kinds(parts.model, inside=True) == {QUANTIZED["gptq"]: LAYERS * IN_A_LAYER}
    assert set(kinds(parts.model, inside=False)) == {"Linear"}
    assert parts.precision == "int4"
    assert len(answer(parts)) == 8


@of_gptqmodel
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_gptq_computes_as_the_model_with_the_rounded_weights(
    packed: dict[str, Path], tiny: dict[str, Path], family: str
) -> None:
    """Positions and all."""
    pytest.importorskip("gptqmodel")
    import torch

    rounded = load(tiny[family]).model
    with torch.no_grad():
        for name, weight in rounded.named_parameters():
            if ".language_model.layers." in name and name.endswith("_proj.weight"):
                weight.copy_(unpack(weight))
    ids = torch.arange(5, 65)[None]
    with torch.inference_mode():
        expected = rounded(input_ids=ids).logits[0]
        found = load(packed[family], "int4").model(input_ids=ids).logits[0].float()
    assert torch.nn.functional.cosine_similarity(expected, found, dim=-1).min() > 0.998


@of_gptqmodel
def test_gptqmodel_leaves_other_models_as_they_are(packed: dict[str, Path], tiny: dict[str, Path]) -> None:
    """It would change how transformers computes the positions of every model that is loaded after it."""
    pytest.importorskip("gptqmodel")
    from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

    load(packed["qwen2_vl"], "int4")
    assert "default" not in ROPE_INIT_FUNCTIONS


@of_gptqmodel
def test_a_gptq_layer_multiplies_with_the_weights_that_were_packed(
    packed: dict[str, Path], tiny: dict[str, Path]
) -> None:
    pytest.importorskip("gptqmodel")
    pytest.importorskip("optimum")
    import torch

    path = "model.language_model.layers.1.mlp.down_proj"
    weight = load(tiny["qwen2_vl"]).model.get_submodule(path).weight
    layer = load(packed["qwen2_vl"], "int4").model.get_submodule(path)
    torch.manual_seed(1)
    inputs = torch.randn(3, weight.shape[1])
    with torch.inference_mode():
        expected = inputs @ unpack(weight).t()
        found = layer(inputs.bfloat16()).float()
    assert torch.allclose(found, expected, atol=0.02 * expected.abs().max().item())


@of_gptqmodel
@pytest.mark.parametrize("family", quick(FAMILIES, "qwen3_vl", "internvl"))
def test_awq_on_disk_loads_and_answers(
    packed: dict[str, Path], tiny: dict[str, Path], family: str, tmp_path: Path
) -> None:
    """`packed` has gptqmodel's threads running."""
    pytest.importorskip("gptqmodel")
    import torch

    parts = load(pack_awq(tiny[family], tmp_path / family), "int4")
    assert kinds(parts.model, inside=True) == {"AwqTorchLinear": LAYERS * IN_A_LAYER}
    assert set(kinds(parts.model, inside=False)) == {"Linear"}
    assert len(answer(parts)) == 8
    path = "model.language_model.layers.1.mlp.down_proj"
    weight = load(tiny[family]).model.get_submodule(path).weight
    torch.manual_seed(1)
    inputs = torch.randn(3, weight.shape[1])
    with torch.inference_mode():
        expected = inputs @ unpack(weight).t()
        found = parts.model.get_submodule(path)(inputs.bfloat16()).float()
    assert torch.allclose(found, expected, atol=0.02 * expected.abs().max().item())


@pytest.mark.parametrize("works", [True, False])
def test_marlin_is_taken_where_cudas_compiler_builds_it(monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    capability = [(9, 0)]
    built: list[object] = []

    def prewarm(dtype: object) -> bool:
        built.append(dtype)
        if not works:
            raise RuntimeError("no headers")
        return True

    modules = {
        "gptqmodel": SimpleNamespace(),
        "gptqmodel.utils.marlin": SimpleNamespace(prewarm_marlin_extension=prewarm),
    }
    monkeypatch.setattr(quantize, "import_module", modules.__getitem__)
    monkeypatch.setattr(quantize, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(quantize.sys, "platform", "linux")
    monkeypatch.setattr(quantize, "triton_runs", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _device: capability[0])
    settings = {"bits": 4, "group_size": 128, "sym": True}
    choice = Choice("int4", "cuda:0", "bfloat16", "gptq")
    expected = "gptq_marlin" if works else "gptq_triton"
    assert quantize.kernel("gptq", settings, choice) == expected
    assert built == [torch.bfloat16]
    for other in ({"sym": False}, {"group_size": 256}, {"bits": 2}):
        assert quantize.kernel("gptq", settings | other, choice) == "gptq_triton"
    capability[0] = (7, 5)
    assert quantize.kernel("gptq", settings, choice) == "gptq_triton"
    monkeypatch.setattr(quantize, "which", lambda _name: None)
    capability[0] = (8, 0)
    assert quantize.kernel("gptq", settings, choice) == "gptq_triton"
    assert len(built) == 1


def test_a_group_size_that_the_fast_kernel_refuses_takes_the_plain_one() -> None:
    choice = Choice("int4", "cpu", "bfloat16", "gptq")
    assert quantize.kernel("gptq", {"bits": 4, "group_size": 128}, choice) == "gptq_torch_aten"
    assert quantize.kernel("gptq", {"bits": 4, "group_size": -1}, choice) == "gptq_torch"
    assert quantize.kernel("gptq", {"bits": 8, "group_size": 128}, choice) == "gptq_torch"


@of_gptqmodel
def test_gptq_without_groups_answers_without_compiling(
    tiny: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("gptqmodel")
    pytest.importorskip("optimum")
    import torch

    def never(*_args: Any, **_more: Any) -> None:
        raise AssertionError("something is compiled")

    folder = pack_gptq(tiny["qwen3_vl"], tmp_path / "whole", group=16)
    parts = load(folder, "int4")
    monkeypatch.setattr(torch._dynamo.convert_frame.ConvertFrame, "__call__", never)
    assert kinds(parts.model, inside=True) == {"TorchLinear": LAYERS * IN_A_LAYER}
    assert len(answer(parts)) == 8


@pytest.mark.parametrize("package", ["gptqmodel", "optimum"])
def test_a_missing_package_is_named(
    packed: dict[str, Path], package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transformers import AutoConfig

    from eyebox_models.families.registry import checkpoint_at
    from eyebox_models.vision.load import OWN_FILES, model_class

    monkeypatch.setattr(quantize, "find_spec", lambda name: None if name == package else object())
    checkpoint = checkpoint_at(packed["qwen2_vl"])
    config = AutoConfig.from_pretrained(checkpoint.folder, **OWN_FILES)
    with pytest.raises(EyeboxError, match=f"pip install {package}"):
        quantize.arguments(checkpoint, config, model_class(config), Choice("int4", "cpu", "bfloat16", "gptq"))


def test_a_checkpoint_quantized_on_disk_is_told_as_such(packed: dict[str, Path]) -> None:
    from eyebox_models.families.registry import checkpoint_at

    checkpoint = checkpoint_at(packed["internvl"])
    assert (checkpoint.quantization, checkpoint.problems) == ("gptq", ())
    assert json.loads((checkpoint.folder / "config.json").read_text())["quantization_config"]["bits"] == 4


def test_a_large_tensor_is_quantized_in_pieces_to_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch
    from bitsandbytes.functional import quantize_4bit

    monkeypatch.setattr(quantize, "PIECE", 4096)
    torch.manual_seed(1)
    weights = torch.randn(132, 128).bfloat16()  # 33 blocks more than four pieces
    whole, wanted = quantize_4bit(weights, compress_statistics=True, quant_type="nf4")
    with quantize.adapted(Choice("int4", "cpu", "bfloat16", "nf4"), object):
        made, state = quantize_4bit(weights, compress_statistics=True, quant_type="nf4")
    assert torch.equal(made, whole) and torch.equal(state.absmax, wanted.absmax)
    assert torch.equal(state.offset, wanted.offset) and state.shape == wanted.shape
