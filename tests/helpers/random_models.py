"""Models of real shapes with random weights, made where they are to run: no files, no tokenizer."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from eyebox_models.fit.precision import Choice
from eyebox_models.protocol.ask import ImageInfo
from eyebox_models.vision import quantize
from eyebox_models.vision.prompt import Prompt, PromptImage, Span

PRECISIONS = ("bf16", "int8", "nf4", "gptq")
GROUP = 128


@dataclass(frozen=True, slots=True)
class Shape:
    """Configuration of one model: its family, text and vision parts. `tiles`: the most tiles of a picture (InternVL)."""

    family: str
    text: dict[str, Any]
    vision: dict[str, Any]
    tiles: int = 0


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
        tiles=13,
    ),
    "qwen-vl-7b": Shape(
        "qwen_vl",
        _text(4096, 11008, 32, 32, 32, 151936, **_stretched(2048)),
        _qwen_vl_vision(1664, 48, 16, 4096, 151857),
    ),
    "tiny": Shape(
        "qwen2_vl",
        _text(
            128, 256, 2, 4, 2, 512, tie_word_embeddings=False,
            rope_parameters={"rope_type": "default", "mrope_section": [4, 6, 6], "rope_theta": 1e6},
        ),
        {**_QWEN_VISION, "depth": 2, "embed_dim": 64, "num_heads": 4, "hidden_size": 128},
    ),
    "tiny-qwen-vl": Shape(
        "qwen_vl",
        _text(128, 256, 2, 2, 2, 512, **_stretched(256)),
        _qwen_vl_vision(64, 2, 4, 128, 500),
    ),
    "tiny-internvl": Shape(
        "internvl",
        _text(128, 256, 2, 4, 2, 512, tie_word_embeddings=False),
        {
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
            "image_size": [448, 448], "patch_size": [14, 14],
        },
        tiles=1,
    ),
}  # fmt: skip


def build(shape: Shape, precision: str, device: str) -> Any:
    """A model with random weights on a device; its language model in `precision`, the rest in BF16."""
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
        config = t.Qwen2VLConfig(
            text_config=shape.text,
            vision_config=shape.vision,
            tie_word_embeddings=shape.text["tie_word_embeddings"],
            **{name: vocab - 7 + place for place, name in enumerate(ids)},
        )
        cls = t.Qwen2VLForConditionalGeneration
    torch.manual_seed(0)
    with torch.device(device):
        model = cls._from_config(config, dtype=torch.bfloat16)
    model.eval().requires_grad_(False)
    if shape.family == "qwen_vl":  # its class leaves weights to the checkpoint
        for parameter in model.model.visual.parameters():
            parameter.normal_(0, 0.02)
    model.generation_config = t.GenerationConfig(eos_token_id=vocab - 1, pad_token_id=vocab - 1)
    if precision != "bf16":
        _quantized(model, precision, device)
    return model


def missing(precision: str) -> str:
    """Why a precision can't be had here, or ""."""
    from eyebox_models.fit.machine import machine

    here = machine()
    if precision in ("int8", "nf4") and not here.has("bitsandbytes"):
        return "bitsandbytes is not installed"
    if precision == "gptq":
        if not (here.has("gptqmodel") and find_spec("gptqmodel")):
            return "gptqmodel is not installed"
        if not here.at_least("torch", 2, 14):
            return "gptqmodel needs torch 2.14"
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


def prompt_of(model: Any, shape: Shape, length: int, device: str) -> tuple[Prompt, dict[str, Any]]:
    """Random ids of a chat with one picture, `length` in all (fewer than all are visual), and the picture's tensors."""
    import torch

    generator = torch.Generator().manual_seed(length)
    if shape.family == "internvl":
        tiles = max(1, min(shape.tiles, (length - 64) // 256))
        visual = 256 * tiles
        grid: tuple[int, ...] = (tiles,)
        size = tuple(shape.vision["image_size"])
        pixels = {"pixel_values": torch.randn(tiles, 3, *size, generator=generator)}
    elif shape.family == "qwen_vl":
        visual, start = 256, shape.vision["start_id"]
        grid = (1,)
        pixels = {"pixel_values": torch.randn(1, 3, 448, 448, generator=generator)}
    else:
        rows = max(2, int((0.8 * (length - 16)) ** 0.5))
        columns = max(2, (length - 32) // rows)
        visual = rows * columns
        grid = (1, 2 * rows, 2 * columns)
        values = torch.randn(4 * visual, 3 * 2 * 14 * 14, generator=generator)
        pixels = {"pixel_values": values, "image_grid_thw": torch.tensor([grid])}
    picture = [model.config.image_token_id] * visual
    if shape.family == "qwen_vl":
        picture, visual = [start, *picture, start + 1], visual + 2
    text = torch.randint(5, shape.text["vocab_size"] - 16, (length - visual,), generator=generator).tolist()
    shown = PromptImage(0, "", "random", ImageInfo(0, 0, 0, (0, 0), visual), grid)
    prompt = Prompt((*text[:4], *picture, *text[4:]), (Span(4, 4 + visual, shown),))
    moved = {
        name: value.to(device, torch.bfloat16) if value.is_floating_point() else value.to(device)
        for name, value in pixels.items()
    }
    return prompt, moved


def _quantized(model: Any, precision: str, device: str) -> None:
    """Replaces the linear layers of the language model, one after the other."""
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

    settings = {"bits": 4, "group_size": GROUP}
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
