"""Models of real shapes with random weights, made where they are to run: no files, no tokenizer."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint import Checkpoint, Tensor
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.predict import ImageLayout, predict
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision import quantize
from eyebox_models.vision.prompt import Prompt, PromptImage, Span

PRECISIONS = ("bf16", "int8", "nf4", "gptq")
GROUP = 128


@dataclass(frozen=True, slots=True)
class Shape:
    """Configuration of one model: its family, text and vision parts. `picture`: visual tokens in a row, and rows (Qwen);
    or how many tiles or pictures of 256 there are."""

    family: str
    text: dict[str, Any]
    vision: dict[str, Any]
    picture: tuple[int, ...] = (40, 32)


def _text(
    hidden: int, wide: int, layers: int, heads: int, shared: int, vocab: int, **more: Any
) -> dict[str, Any]:
    return {
        "hidden_size": hidden, "intermediate_size": wide, "num_hidden_layers": layers, "num_attention_heads": heads,
        "num_key_value_heads": shared, "vocab_size": vocab, "max_position_embeddings": 32768, "rms_norm_eps": 1e-6, **more,
    }  # fmt: skip


def _stretched(seq_length: int) -> dict[str, Any]:
    """What the original Qwen-VL adds to a language model."""
    return {
        "rope_parameters": {"rope_type": "default", "rope_theta": 1e4}, "tie_word_embeddings": False,
        "seq_length": seq_length, "use_dynamic_ntk": True, "use_logn_attn": True, "all_biases": False,
    }  # fmt: skip


def _qwen_vl_vision(width: int, layers: int, heads: int, out: int, start: int) -> dict[str, Any]:
    return {
        "image_size": 448, "patch_size": 14, "width": width, "layers": layers, "heads": heads,
        "mlp_width": int(width * 4.9231), "output_dim": out, "start_id": start,
    }  # fmt: skip


_MROPE = {"rope_type": "default", "mrope_section": [16, 24, 24], "rope_theta": 1e6}
_TINY_MROPE = {"rope_type": "default", "mrope_section": [4, 6, 6], "rope_theta": 1e6}
_QWEN_VISION = {"depth": 32, "embed_dim": 1280, "num_heads": 16, "mlp_ratio": 4, "patch_size": 14}

SHAPES = {
    "qwen2-vl-2b": Shape(
        "qwen2_vl",
        _text(1536, 8960, 28, 12, 2, 151936, rope_parameters=_MROPE, tie_word_embeddings=True),
        {**_QWEN_VISION, "hidden_size": 1536},
    ),
    "qwen2-vl-7b": Shape(
        "qwen2_vl",
        _text(3584, 18944, 28, 28, 4, 152064, rope_parameters=_MROPE, tie_word_embeddings=False),
        {**_QWEN_VISION, "hidden_size": 3584},
    ),
    "qwen2.5-vl-7b": Shape(
        "qwen2_5_vl",
        _text(3584, 18944, 28, 28, 4, 152064, rope_parameters=_MROPE, tie_word_embeddings=False),
        {
            "depth": 32, "hidden_size": 1280, "out_hidden_size": 3584, "intermediate_size": 3420, "num_heads": 16,
            "patch_size": 14, "window_size": 112, "fullatt_block_indexes": [7, 15, 23, 31],
        },
    ),
    "qwen3-vl-8b": Shape(
        "qwen3_vl",
        _text(
            4096, 12288, 36, 32, 8, 151936, head_dim=128, tie_word_embeddings=False,
            rope_parameters={"rope_type": "default", "mrope_section": [24, 20, 20], "rope_theta": 5e6},
        ),
        {
            "depth": 27, "hidden_size": 1152, "out_hidden_size": 4096, "intermediate_size": 4304, "num_heads": 16,
            "patch_size": 16, "num_position_embeddings": 2304, "deepstack_visual_indexes": [8, 16, 24],
        },
    ),
    "internvl3-8b": Shape(
        "internvl",
        _text(
            3584, 18944, 28, 28, 4, 151674, rope_parameters={"rope_type": "default", "rope_theta": 1e6},
            tie_word_embeddings=False,
        ),
        {
            "hidden_size": 1024, "intermediate_size": 4096, "num_hidden_layers": 24, "num_attention_heads": 16,
            "image_size": [448, 448], "patch_size": [14, 14], "attention_bias": True, "use_qk_norm": False,
        },
        picture=(5,),
    ),
    "qwen-vl-7b": Shape(
        "qwen_vl",
        _text(4096, 11008, 32, 32, 32, 151936, **_stretched(2048)),
        _qwen_vl_vision(1664, 48, 16, 4096, 151857),
        (5,),
    ),
    "tiny": Shape(
        "qwen2_vl",
        _text(128, 256, 2, 4, 2, 512, tie_word_embeddings=False, rope_parameters=_TINY_MROPE),
        {**_QWEN_VISION, "depth": 2, "embed_dim": 64, "num_heads": 4, "hidden_size": 128},
        (6, 4),
    ),
    "tiny-qwen2.5": Shape(
        "qwen2_5_vl",
        _text(128, 256, 2, 4, 2, 512, tie_word_embeddings=False, rope_parameters=_TINY_MROPE),
        {
            "depth": 2, "hidden_size": 64, "out_hidden_size": 128, "intermediate_size": 128, "num_heads": 4,
            "patch_size": 14, "window_size": 112, "fullatt_block_indexes": [1],
        },
        (6, 4),
    ),
    "tiny-qwen3": Shape(
        "qwen3_vl",
        _text(128, 256, 2, 4, 2, 512, head_dim=32, tie_word_embeddings=False, rope_parameters=_TINY_MROPE),
        {
            "depth": 2, "hidden_size": 64, "out_hidden_size": 128, "intermediate_size": 128, "num_heads": 4,
            "patch_size": 16, "num_position_embeddings": 256, "deepstack_visual_indexes": [0],
        },
        (6, 4),
    ),
    "tiny-qwen-vl": Shape(
        "qwen_vl",
        _text(128, 256, 2, 2, 2, 512, **_stretched(256)),
        _qwen_vl_vision(64, 2, 4, 128, 500),
        (1,),
    ),
    "tiny-internvl": Shape(
        "internvl",
        _text(128, 256, 2, 4, 2, 512, tie_word_embeddings=False),
        {
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
            "image_size": [448, 448], "patch_size": [14, 14],
        },
        picture=(1,),
    ),
}  # fmt: skip


def build(shape: Shape, device: str) -> Any:
    """A model with random weights in BF16 on a device."""
    import torch
    import transformers as t

    vocab = shape.text["vocab_size"]
    if shape.family == "internvl":
        config: Any = t.InternVLConfig(
            text_config=t.Qwen2Config(**shape.text),
            vision_config=shape.vision,
            image_token_id=vocab - 7,
            tie_word_embeddings=shape.text["tie_word_embeddings"],
        )
        cls: Any = t.InternVLForConditionalGeneration
    elif shape.family == "qwen_vl":
        from eyebox_models.families.qwen_vl.model import QwenVLConfig, QwenVLForConditionalGeneration

        head_dim = shape.text["hidden_size"] // shape.text["num_attention_heads"]
        config = QwenVLConfig(
            text_config=t.Qwen2Config(**shape.text, head_dim=head_dim),
            vision=shape.vision,
            image_token_id=shape.vision["start_id"] + 2,
        )
        cls = QwenVLForConditionalGeneration
    else:
        ids = ("image_token_id", "video_token_id", "vision_start_token_id", "vision_end_token_id")
        kind, cls = {
            "qwen2_vl": (t.Qwen2VLConfig, t.Qwen2VLForConditionalGeneration),
            "qwen2_5_vl": (t.Qwen2_5_VLConfig, t.Qwen2_5_VLForConditionalGeneration),
            "qwen3_vl": (t.Qwen3VLConfig, t.Qwen3VLForConditionalGeneration),
        }[shape.family]
        config = kind(
            text_config=shape.text,
            vision_config=shape.vision,
            tie_word_embeddings=shape.text["tie_word_embeddings"],
            **{name: vocab - 7 + place for place, name in enumerate(ids)},
        )
    torch.manual_seed(0)
    with torch.device(device):
        model = cls._from_config(config, dtype=torch.bfloat16)
    model.eval().requires_grad_(False)
    if shape.family == "qwen_vl":  # its class leaves weights to the checkpoint
        for parameter in model.model.visual.parameters():
            parameter.normal_(0, 0.02)
    # no id of the vocabulary ends an answer, so that all are of the same length
    model.generation_config = t.GenerationConfig(eos_token_id=vocab, pad_token_id=vocab - 1)
    return model


def missing(precision: str) -> str:
    """Why a precision can't be had here, or ""."""
    from eyebox_models.fit.machine import machine

    here = machine()
    if precision in ("int8", "nf4") and not here.has("bitsandbytes"):
        return "bitsandbytes is not installed"
    if precision == "gptq" and not find_spec("gptqmodel"):
        return "gptqmodel is not installed"
    return ""


def language_bytes(model: Any) -> int:
    """Bytes of weights that are read for each new token: the language model's layers and its head."""
    import torch

    layers = model.get_submodule(quantize.decoder_layers(model))
    seen: dict[int, int] = {}
    for part in (layers, model.get_output_embeddings()):
        for tensor in (*part.parameters(), *part.buffers()):
            seen[tensor.data_ptr()] = tensor.numel() * tensor.element_size()
        for module in part.modules():
            state = getattr(getattr(module, "weight", None), "quant_state", None)
            for name in ("absmax", "code"):
                value = getattr(state, name, None)
                if isinstance(value, torch.Tensor):
                    seen[value.data_ptr()] = value.numel() * value.element_size()
    return sum(seen.values())


def prompt_of(
    model: Any, shape: Shape, device: str, text: int = 96
) -> tuple[Prompt, dict[str, Any], ImageLayout]:
    """Random ids of a chat with its pictures and `text` more, the pictures' tensors, and how they are laid out."""
    import torch

    generator = torch.Generator().manual_seed(text)
    count, merged, whole = shape.picture[0], 1, (1,)
    if shape.family == "internvl":
        visual, around, patches, whole = 256 * count, (), 1024 * count, (count,)
        size = tuple(shape.vision["image_size"])
        pixels = {"pixel_values": torch.randn(count, 3, *size, generator=generator)}
    elif shape.family == "qwen_vl":
        start = shape.vision["start_id"]
        visual, around, patches, merged = 256, (start, start + 1), 1024 * count, count
        pixels = {"pixel_values": torch.randn(count, 3, 448, 448, generator=generator)}
    else:
        columns, rows = shape.picture
        visual, around, patches = rows * columns, (), 4 * rows * columns
        whole = (1, 2 * rows, 2 * columns)
        side = shape.vision["patch_size"]
        values = torch.randn(patches, 3 * 2 * side * side, generator=generator)
        pixels = {"pixel_values": values, "image_grid_thw": torch.tensor([whole])}
    ids = torch.randint(5, shape.text["vocab_size"] - 16, (text,), generator=generator).tolist()
    spans = []
    for number in range(merged):
        picture = [model.config.image_token_id] * visual
        picture = [around[0], *picture, around[1]] if around else picture
        begun = 4 + number * len(picture)
        shown = PromptImage(number, "", f"random {number}", ImageInfo(number, 0, 0, (0, 0), visual), whole)
        spans.append(Span(begun, begun + len(picture), shown))
        ids[begun:begun] = picture
    moved = {
        name: value.to(device, torch.bfloat16) if value.is_floating_point() else value.to(device)
        for name, value in pixels.items()
    }
    return Prompt(tuple(ids), tuple(spans)), moved, ImageLayout((0, 0), visual * merged, patches)


def predicted(
    model: Any, family: Any, precision: str, layout: ImageLayout, text: int, new: int, graphs: bool
) -> int:
    """Bytes that Eyebox predicts for a question, of a model before it is quantized; 0 for GPTQ, which is told by files."""
    if precision == "gptq":
        return 0
    tensors = {
        name: Tensor(name, "BF16", tuple(value.shape), 2 * value.numel(), "")
        for name, value in model.state_dict().items()
    }
    kind = family.info.types[0]
    checkpoint = Checkpoint(Path(), model.config.to_dict(), kind.name, tensors=tensors, kind=kind)
    method = {"int8": "bnb8", "nf4": "nf4"}.get(precision, "")
    choice = Choice(precision, "cuda:0", "bfloat16", method)
    return predict(checkpoint, (layout,), choice, text, new, graphs=graphs).total


def quantized(model: Any, precision: str, device: str) -> None:
    """Replaces the linear layers of the language model, one after the other; nothing for BF16."""
    if precision == "bf16":
        return
    import torch

    quantize.silence()
    if precision == "gptq":
        quantize.import_gptqmodel()
    inside = quantize.decoder_layers(model) + "."
    names = [
        name
        for name, module in model.named_modules()
        if name.startswith(inside) and type(module) is torch.nn.Linear
    ]
    make = {"int8": _int8, "nf4": _nf4, "gptq": _gptq}[precision]
    for name in names:
        model.set_submodule(name, make(model.get_submodule(name), device))


def _int8(layer: Any, device: str) -> Any:
    import bitsandbytes as bnb
    import torch

    made = bnb.nn.Linear8bitLt(
        layer.in_features,
        layer.out_features,
        layer.bias is not None,
        has_fp16_weights=False,
        threshold=6.0,
        device="meta",
    )
    made.weight = bnb.nn.Int8Params(layer.weight.data.to("cpu"), requires_grad=False).to(device)
    made.bias = None if layer.bias is None else torch.nn.Parameter(layer.bias.data, requires_grad=False)
    return made.eval()


def _nf4(layer: Any, device: str) -> Any:
    import bitsandbytes as bnb
    import torch

    made = bnb.nn.Linear4bit(
        layer.in_features,
        layer.out_features,
        layer.bias is not None,
        torch.bfloat16,
        True,
        "nf4",
        device="meta",
    )
    weight = bnb.nn.Params4bit(
        layer.weight.data, requires_grad=False, compress_statistics=True, quant_type="nf4"
    )
    made.weight = weight.to(device)
    made.bias = None if layer.bias is None else torch.nn.Parameter(layer.bias.data, requires_grad=False)
    made.weight.module = made
    return made.eval()


def _gptq(layer: Any, device: str) -> Any:
    import torch
    from gptqmodel.utils.importer import hf_select_quant_linear_v2

    from gptq_packing import pack

    settings = {"bits": 4, "group_size": GROUP, "sym": True}
    backend = quantize.kernel("gptq", settings, Choice("int4", device, "bfloat16", "gptq"))
    cls = hf_select_quant_linear_v2(
        bits=4, group_size=GROUP, desc_act=False, sym=True, format="gptq_v2", quant_method="gptq", meta={},
        device_map={"": device}, backend=backend, pack=False,
    )  # fmt: skip
    made = cls(
        bits=4, group_size=GROUP, desc_act=False, sym=True, in_features=layer.in_features,
        out_features=layer.out_features, bias=layer.bias is not None, weight_dtype=torch.bfloat16,
    )  # fmt: skip
    for name, value in pack(layer.weight.data, GROUP, version=2).items():
        setattr(made, name, value)
    if layer.bias is not None:
        made.bias = layer.bias.data
    made = made.to(device).eval()
    made.post_init()
    vars(made).pop("dequantize_weight", None)
    return made
