"""Int8 and Int4: which layers are quantized and with what settings; and checkpoints that are quantized on disk."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from shutil import which
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.precision import Choice
from eyebox_models.protocol.advice import how_to_install
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.vision.compat import forget_rope_init
from eyebox_models.vision.int8 import keep_inputs_whole

_log = logging.getLogger(__name__)

ALWAYS_16_BIT = ("model.visual", "model.vision_tower", "model.multi_modal_projector", "lm_head")
"""Names in full: transformers 5 compares whole paths, and a short "visual" would skip nothing, silently."""
CPU_4_BIT_IN, CPU_4_BIT_OUT = 64, 32
"""The 4-bit kernel of the processor takes inputs and outputs in multiples of these."""
PIECE = 1 << 18
"""Numbers that are quantized to 4 bits at a time; a multiple of any size of block."""
MARLIN_GROUPS = (-1, 32, 64, 128)
ATEN_GROUPS = (32, 64, 128, 256)
"""Group sizes that torch's own 4-bit kernel of the processor takes."""


def arguments(checkpoint: Checkpoint, config: Any, cls: Any, choice: Choice) -> dict[str, Any]:
    """What `from_pretrained` needs for this precision; "notes" are sentences for the user.

    May set fields of `config` for a checkpoint that is quantized on disk. Raises EyeboxError when a package is missing.
    """
    if checkpoint.quantization and not getattr(config, "unpack", None):
        return _on_disk(checkpoint, config, cls, choice)
    if choice.quantization not in ("bnb8", "nf4"):
        return {}
    import torch
    from transformers import BitsAndBytesConfig

    _need("bitsandbytes", Sentence("int8-and-int4", "Int8 and Int4"))
    silence()
    skipped, notes = kept_in_16_bit(skeleton(cls, config), choice)
    if choice.quantization == "bnb8":
        how = BitsAndBytesConfig(
            load_in_8bit=True, llm_int8_threshold=6.0, llm_int8_skip_modules=list(skipped)
        )
    else:
        how = BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=getattr(torch, choice.dtype),
            llm_int8_skip_modules=list(skipped),
        )
    return {"quantization_config": how, "notes": notes}


def silence() -> None:
    """bitsandbytes logs at every layer of every token that Int8 computes in FP16: no more."""
    logging.getLogger("bitsandbytes.autograd._functions").setLevel(logging.ERROR)


def skeleton(cls: Any, config: Any) -> Any:
    """The model without its weights: tensors that have shapes only."""
    from copy import deepcopy

    import torch

    with torch.device("meta"):
        return cls(deepcopy(config))


def decoder_layers(model: Any) -> str:
    """The full name of the list of the language model's layers, like "model.language_model.layers"."""
    import torch

    decoder = model.get_decoder()
    lists = {
        name: module
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.ModuleList) and any(module is inner for inner in decoder.modules())
    }
    if not lists:
        raise EyeboxError(
            "nothing-to-quantize",
            "{model} has no layers that could be quantized; choose bf16 or fp32.",
            model=type(model).__name__,
        )
    found: str = max(lists, key=lambda name: sum(p.numel() for p in lists[name].parameters()))
    return found


def kept_in_16_bit(model: Any, choice: Choice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Full names of what must not be quantized (`model` may be a skeleton), and sentences on what the user did not expect.

    Everything outside of the language model's layers stays, and layers whose width the processor's kernel refuses.
    """
    import torch

    inside = decoder_layers(model) + "."
    linear = [(name, module) for name, module in model.named_modules() if type(module) is torch.nn.Linear]
    skipped = [*ALWAYS_16_BIT, *(name for name, _module in linear if not name.startswith(inside))]
    notes = []
    if choice.quantization == "nf4" and choice.device == "cpu":
        narrow = [
            name
            for name, module in linear
            if name.startswith(inside)
            and (module.in_features % CPU_4_BIT_IN or module.out_features % CPU_4_BIT_OUT)
        ]
        if narrow:
            skipped += narrow
            notes.append(
                Sentence(
                    "layers-16-bit",
                    "{count} layers stay in 16 bit: this processor's 4-bit kernel does not take their width.",
                    count=len(narrow),
                )
            )
    fused = sum(
        p.numel()
        for name, p in model.named_parameters()
        if name.startswith(inside) and ".experts." in name and p.dim() > 2
    )
    if fused:
        share = round(100 * fused / sum(p.numel() for p in model.parameters()))
        notes.append(
            Sentence(
                "experts-16-bit",
                "The experts of this model ({share} % of its weights) stay in 16 bit: bitsandbytes cannot quantize them.",
                share=share,
            )
        )
    return tuple(dict.fromkeys(skipped)), tuple(notes)


def _on_disk(checkpoint: Checkpoint, config: Any, cls: Any, choice: Choice) -> dict[str, Any]:
    method = checkpoint.quantization
    if method in ("bitsandbytes", "bnb8", "nf4"):
        _need("bitsandbytes", Sentence("this-model", "This model"))
        return {}
    if method not in ("gptq", "awq"):
        return {}
    what = Sentence("model-in-method", "A model in {method}", method=method.upper())
    _need("gptqmodel", what)
    _need("optimum", what)
    settings: dict[str, Any] = config.quantization_config
    settings["backend"] = kernel(method, settings, choice)
    model = skeleton(cls, config)
    if method == "gptq":
        settings["block_name_to_quantize"] = decoder_layers(model)
    else:
        settings["modules_to_not_convert"] = _not_packed(checkpoint, model)
    import torch

    return {"dtype": torch.bfloat16} if choice.dtype == "float32" else {}


def _not_packed(checkpoint: Checkpoint, model: Any) -> list[str]:
    """Full names of the linear layers that an AWQ checkpoint left in 16 bit: it names them by short names, if at all."""
    import torch

    layers = decoder_layers(model)
    packed = {
        name.partition(".layers.")[2].removesuffix(".qweight")
        for name in checkpoint.tensors
        if "qweight" in name
    }
    left = [
        name
        for name, module in model.named_modules()
        if type(module) is torch.nn.Linear
        and not (name.startswith(f"{layers}.") and name.removeprefix(f"{layers}.") in packed)
    ]
    return [*ALWAYS_16_BIT, *left]


def kernel(method: str, settings: dict[str, Any], choice: Choice) -> str:
    """Marlin where CUDA's compiler is at hand, which builds it once (two minutes, kept in the user's cache); else a kernel
    that needs no compiler."""
    cuda = choice.device.startswith("cuda")
    if method == "gptq" and cuda and _marlin_suits(settings, choice) and _marlin_runs(choice.dtype):
        return "gptq_marlin"
    triton = cuda and settings.get("bits") in (2, 4, 8) and triton_runs()
    if method == "awq":
        return "gemm_triton" if triton else "torch_awq"
    if cuda:
        return "gptq_triton" if triton else "gptq_torch"
    fast = settings.get("bits") == 4 and settings.get("group_size") in ATEN_GROUPS
    return "gptq_torch_aten" if fast and choice.device == "cpu" else "gptq_torch"


def _marlin_suits(settings: dict[str, Any], choice: Choice) -> bool:
    """Whether the kernel computes with such weights, on a card with compute capability 8.0 or later."""
    import torch

    return (
        settings.get("bits") in (4, 8)
        and settings.get("sym") is True
        and settings.get("group_size") in MARLIN_GROUPS
        and sys.platform == "linux"
        and which("nvcc") is not None
        and torch.cuda.get_device_capability(choice.device) >= (8, 0)
    )


def _marlin_runs(dtype: str) -> bool:
    """Builds gptqmodel's Marlin for a dtype, or finds it built. False where that fails, whatever the reason."""
    import torch

    import_gptqmodel()
    try:
        with redirect_stdout(sys.stderr):
            built = import_module("gptqmodel.utils.marlin").prewarm_marlin_extension(getattr(torch, dtype))
    except Exception:
        _log.warning("Marlin could not be built", exc_info=True)
        return False
    return bool(built)


def triton_runs() -> bool:
    """Whether triton is installed, and the C compiler that it starts its kernels with."""
    compiler = os.environ.get("CC") or next(filter(which, ("cc", "gcc", "clang")), None)
    return find_spec("triton") is not None and (compiler is not None or sys.platform == "win32")


def _need(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise EyeboxError(
            "package-needed",
            "{what} needs the package {package}: {install}",
            what=what,
            package=package,
            install=how_to_install(package),
        )


@contextmanager
def adapted(choice: Choice, cls: Any) -> Iterator[None]:
    """Keeps what quantizing takes small, and makes room for gptqmodel while it loads: its workers, its banner, and the
    models whose first input is a picture."""
    if choice.quantization == "nf4" and choice.device == "cpu":
        with _in_pieces():
            yield
        return
    if choice.quantization not in ("gptq", "awq"):
        yield
        return
    import_gptqmodel()
    first = cls.main_input_name
    cls.main_input_name = "input_ids"
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        cls.main_input_name = first
        restore_rope_init()


def _in_pieces() -> Any:
    """While inside, the processor quantizes a large tensor to 4 bits piece by piece, with the same result: bitsandbytes
    holds several copies in 32 bits of what it quantizes."""
    import bitsandbytes  # noqa: F401 (brings the operator)
    import torch
    from torch.overrides import TorchFunctionMode

    operator = torch.ops.bitsandbytes.quantize_4bit.default

    class InPieces(TorchFunctionMode):  # type: ignore[misc, unused-ignore]
        def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            if func is not operator or not _splits(*args):
                return func(*args, **(kwargs or {}))
            numbers, *how = args
            packed = torch.empty((numbers.numel() // 2, 1), dtype=torch.uint8)
            scales = torch.empty(numbers.numel() // how[0], dtype=torch.float32)
            for n, piece in enumerate(numbers.reshape(-1).split(PIECE)):
                made, scale = func(piece, *how)
                packed[n * PIECE // 2 :][: len(made)] = made
                scales[n * PIECE // how[0] :][: len(scale)] = scale
            return packed, scales

    return InPieces()


def _splits(numbers: Any, block: int, _kind: str, storage: Any) -> bool:
    import torch

    return numbers.numel() > PIECE and not numbers.numel() % block and storage is torch.uint8


def import_gptqmodel() -> None:
    """Imports it so that transformers stays as it is."""
    os.environ.setdefault("GPTQMODEL_CPU_WORKERS", str(max(2, (os.cpu_count() or 2) // 2)))
    with redirect_stdout(sys.stderr):
        import_module("gptqmodel")
    restore_rope_init()


def restore_rope_init() -> None:
    """Takes back what gptqmodel does to transformers when anybody imports it (peft does): it gives every model, of whatever
    precision, rotary positions that disregard the model's own way of computing them."""
    forget_rope_init("gptqmodel")


def settle(checkpoint: Checkpoint, model: Any) -> None:
    """After loading: has Int8 compute fast on a processor, and takes back what gptqmodel would compile at the first token
    (that needs a compiler and a minute)."""
    keep_inputs_whole(model)
    if checkpoint.quantization not in ("gptq", "awq"):
        return
    for module in model.modules():
        if "dequantize_weight" in vars(module):
            del module.dequantize_weight
