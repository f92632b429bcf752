"""The bytes of a loaded model's weights and quantization states."""

from __future__ import annotations

import re
from math import prod

from eyebox_models.checkpoint import Checkpoint, Tensor
from eyebox_models.checkpoint.faults import VISION
from eyebox_models.checkpoint.headers import ITEM_BYTES
from eyebox_models.files.regular_file import open_regular
from eyebox_models.fit.precision import Choice, unpacks

_IN_A_LAYER = re.compile(r"(^|\.)(layers|h)\.\d+\..*\.weight$")
_NO_LINEAR = re.compile(r"\.experts\.|mlp\.gate\.weight$|norm")
_NOT_LOADED = re.compile(r"(^|\.)mtp\.|rotary_emb\.inv_freq$")
_FLOATS = ("F64", "F32", "F16", "BF16")
BLOCK, NESTED = 64, 256
"""Weights that share one scale in NF4, and scales that share one of their own."""
CODES = 16 * 4 + 256 * 4 + 4
"""Bytes of the two code tables and the offset of one quantized tensor."""
CPU_IN, CPU_OUT = 64, 32
"""The 4-bit kernel of the processor takes inputs and outputs in multiples of these."""


def weights_bytes(checkpoint: Checkpoint, choice: Choice) -> int:
    """Bytes of all parameters and quantization states as they lie in memory after loading."""
    if not checkpoint.tensors:
        return _guess(checkpoint, choice)
    if unpacks(checkpoint) and choice.quantization != checkpoint.quantization:
        return _unpacked_bytes(checkpoint, choice)
    packed = choice.quantization if not checkpoint.quantization else ""
    total = 0
    for tensor in _loaded(checkpoint):
        if tensor.dtype not in _FLOATS:
            total += tensor.bytes
        elif packed == "nf4" and _is_packed(tensor, choice):
            total += nf4_bytes(prod(tensor.shape))
        elif packed == "bnb8" and _is_linear(tensor):
            total += prod(tensor.shape) + 4 * tensor.shape[0]
        else:
            total += prod(tensor.shape) * choice.item_bytes
    return total


def _unpacked_bytes(checkpoint: Checkpoint, choice: Choice) -> int:
    """Of GPTQ weights that are unpacked while they are loaded."""
    total = 0
    for tensor in _loaded(checkpoint):
        count = prod(tensor.shape)
        if tensor.name.endswith(".qweight"):
            count, out = count * 32 // checkpoint.bits, tensor.shape[-1]
            whole = count * choice.item_bytes
            total += {"nf4": nf4_bytes(count), "bnb8": count + 4 * out}.get(choice.quantization, whole)
        elif not tensor.name.endswith((".qzeros", ".scales", ".g_idx")):
            total += count * choice.item_bytes
    return total


def nf4_bytes(count: int) -> int:
    """Of a tensor of `count` weights in NF4 with double quantization."""
    blocks = -(-count // BLOCK)
    return -(-count // 2) + blocks + 4 * -(-blocks // NESTED) + CODES


def _loaded(checkpoint: Checkpoint) -> list[Tensor]:
    """Tensors that stay in memory: one of those that are tied."""
    kept = [tensor for name, tensor in checkpoint.tensors.items() if not _NOT_LOADED.search(name)]
    if not checkpoint.tied:
        return kept
    heads = [tensor for tensor in kept if tensor.name.endswith("lm_head.weight")]
    tables = [t for t in kept if t.name.endswith("embed_tokens.weight") and not VISION.search(t.name)]
    if heads and tables and _alike(checkpoint, heads[0], tables[0]):
        kept.remove(heads[0])
    return kept


def _alike(checkpoint: Checkpoint, one: Tensor, other: Tensor) -> bool:
    """Whether two tensors begin with equal bytes: transformers ties two that are both there only if they are equal."""
    if (one.dtype, one.shape) != (other.dtype, other.shape):
        return False
    return _begin(checkpoint, one) == _begin(checkpoint, other)


def _begin(checkpoint: Checkpoint, tensor: Tensor) -> bytes:
    try:
        with open_regular(checkpoint.folder / tensor.file) as file:
            length = int.from_bytes(file.read(8), "little")
            file.seek(8 + length + tensor.offset)
            return file.read(min(4096, tensor.bytes))
    except OSError:
        return tensor.name.encode("utf-8", "replace")


def _is_linear(tensor: Tensor) -> bool:
    """Whether this is the weight of a layer that is quantized: of the language model's layers, nothing else."""
    return (
        len(tensor.shape) == 2
        and _IN_A_LAYER.search(tensor.name) is not None
        and VISION.search(tensor.name) is None
        and _NO_LINEAR.search(tensor.name) is None
    )


def _is_packed(tensor: Tensor, choice: Choice) -> bool:
    if not _is_linear(tensor):
        return False
    rows, columns = tensor.shape
    return choice.device != "cpu" or not (columns % CPU_IN or rows % CPU_OUT)


def _guess(checkpoint: Checkpoint, choice: Choice) -> int:
    """Of pickled weights, whose files are not opened: four of five bytes are in layers that are quantized."""
    count = checkpoint.weight_bytes // ITEM_BYTES[checkpoint.dtype]
    if checkpoint.quantization or not choice.quantization:
        return checkpoint.weight_bytes if checkpoint.quantization else count * choice.item_bytes
    layers = count * 4 // 5
    return (count - layers) * choice.item_bytes + (
        nf4_bytes(layers) if choice.quantization == "nf4" else layers
    )
