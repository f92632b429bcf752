"""How much memory a question takes: weights, the cache of keys and values, and what is computed on the way.

From config and file headers, without torch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from eyebox_models.checkpoint import Checkpoint, Tensor
from eyebox_models.checkpoint.faults import VISION
from eyebox_models.checkpoint.headers import ITEM_BYTES
from eyebox_models.files.regular_file import open_regular
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.runs import unpacks
from eyebox_models.fit.shape import Shape, shape_of
from eyebox_models.protocol.ask import Options

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
PACKED_FROM = 128
"""Inputs and outputs from which on a layer is packed for a processor; narrower ones would be filled up to whole blocks."""

CHUNK = 64
"""Tokens that linear attention looks at together."""
PIECES, HEAP, MIXED_HEAP = 12_000_000, 1.25, 1.4
"""On a processor: bytes of what layers take piece by piece and of Python's objects, and how much larger than what is in use
at once the heap becomes; the last with linear attention, whose tensors have more sizes."""

COMPILING_PAYS = 4096
"""New ids from which on CUDA graphs are worth their compilation (half a minute to a minute)."""
SHORTEST_BUFFERS = 1024


def compiles(options: Options, device: str, new_tokens: int, rows: int = 1) -> bool:
    """Whether answers are made by CUDA graphs for what is asked alone: on request, or where so many ids may come."""
    if not device.startswith("cuda") or options.compile == "off" or options.num_beams > 1:
        return False
    long = options.max_new_tokens is not None and new_tokens * rows >= COMPILING_PAYS
    return options.compile == "on" or long


def buffer_length(length: int) -> int:
    """Of the buffers of CUDA graphs that have room for so many ids: one of few, so that graphs are used again."""
    found = SHORTEST_BUFFERS
    while found < length:
        if found * 3 // 2 >= length:
            return found * 3 // 2
        found *= 2
    return found


@dataclass(frozen=True, slots=True)
class ImageLayout:
    """How a picture will be shown: its size then (pixels), its visual tokens, and the patches that the vision tower sees."""

    resized: tuple[int, int]
    visual_tokens: int
    patches: int


@dataclass(frozen=True, slots=True)
class Prediction:
    """In bytes. `activations` is the most that is held at once besides weights and cache."""

    weights: int
    cache: int
    activations: int

    @property
    def total(self) -> int:
        return self.weights + self.cache + self.activations


def predict(
    checkpoint: Checkpoint,
    layouts: Sequence[ImageLayout],
    choice: Choice,
    prompt_tokens: int,
    new_tokens: int,
    batch: int = 1,
    graphs: bool = False,
) -> Prediction:
    """What a prompt of `prompt_tokens` besides the pictures' takes, answered with `new_tokens`; of `batch` chats at once.

    By `graphs` there are buffers beside the cache, for models whose layers all keep every id.
    """
    shape = shape_of(checkpoint)
    prompt = prompt_tokens + sum(layout.visual_tokens for layout in layouts)
    length = prompt + max(0, new_tokens - 1)  # the last is not fed again
    cache = batch * cache_bytes(shape, choice, length)
    fuses = choice.device == "cpu" and choice.dtype == "bfloat16"
    held = (fused_bytes if fuses else activation_bytes)(shape, choice, layouts, prompt)
    if graphs and set(shape.kinds) == {"full_attention"}:
        cache += (1 << (batch - 1).bit_length()) * cache_bytes(shape, choice, buffer_length(length))
    return Prediction(
        weights_bytes(checkpoint, choice),
        cache,
        batch * held if prompt or layouts else 0,
    )


def cache_bytes(shape: Shape, choice: Choice, length: int) -> int:
    """Of the cache's tensors when it holds `length` tokens."""
    item = choice.item_bytes
    total = 0
    for kind in shape.kinds if length > 0 else ():
        if kind == "linear_attention" and shape.linear is not None:
            linear = shape.linear
            total += linear.channels * linear.window * item + 4 * linear.heads * linear.key * linear.value
            continue
        sliding = kind in ("sliding_attention", "chunked_attention") and shape.window > 1
        kept = min(length, shape.window - 1) if sliding else length
        total += 2 * shape.kv_heads * shape.head_dim * kept * item
    return total


def activation_bytes(shape: Shape, choice: Choice, layouts: Sequence[ImageLayout], prompt: int) -> int:
    """The most that is held at once besides weights and cache: preparing pixels, the vision tower, or the prefill.

    Counted from the tensors that one layer of transformers' implementations holds at once, with attention computed
    in blocks (SDPA); all layers use the same memory one after the other.
    """
    item = choice.item_bytes
    patches = sum(layout.patches for layout in layouts)
    pixels = patches * shape.patch_values
    wide, inner = shape.vision_hidden, shape.vision_intermediate
    prepare = 4 * pixels * 4  # resized, normalised, cut into patches, and copied into one batch, in FP32
    turned = 40 if shape.turned else 0  # queries and keys are turned by their position in FP32, in ten copies
    tower = patches * max((3 * inner + 3 * wide) * item, wide * (8 * item + turned))
    vision = pixels * (4 + item) + tower if patches else 0
    visual = sum(layout.visual_tokens for layout in layouts)
    # features apart and joined, embeddings without them and with
    inputs = 2 * (visual + prompt) * shape.hidden * item
    prefill = (
        pixels * (4 + item) + inputs + _layer_bytes(shape, item, 3, prompt) + shape.vocabulary * (item + 4)
    )
    return max(prepare, vision, prefill)


def fused_bytes(shape: Shape, choice: Choice, layouts: Sequence[ImageLayout], prompt: int) -> int:
    """The same on a processor in BF16, where layers are fused (`vision.cpu_layers`) and pictures are looked at one by one.

    What the language model is given holds the features of all pictures and of all steps of videos; their pixels are gone.
    """
    item = choice.item_bytes
    patches = sum(layout.patches for layout in layouts)
    pixels = patches * shape.patch_values
    wide, hidden = shape.vision_hidden, shape.hidden
    tower = patches * max(2 * shape.vision_intermediate + 3 * wide, 8 * wide) * item
    visual = sum(layout.visual_tokens for layout in layouts)
    features = visual * hidden * item * (1 + shape.deep)
    # features apart and joined, embeddings without them and with
    given = 2 * (features + prompt * hidden * item)
    layer = _layer_bytes(shape, item, 3 if choice.quantization else 2, prompt)
    prefill = given + layer + shape.vocabulary * (item + 4)
    prepared = 4 * pixels * 4  # what preparing frees is in pieces that the tower's tensors hardly take again
    most = max(features + prepared + tower, prefill)
    return int((most + PIECES) * (MIXED_HEAP if shape.linear else HEAP))


def _layer_bytes(shape: Shape, item: int, gates: int, prompt: int) -> int:
    """Of a prefill, in whatever part of a layer holds most.

    `gates`: how many tensors that are as wide as what lies between two linear layers. Linear attention (the delta rule in
    whole chunks, in FP32) holds six as wide as keys, four as values, three as a chunk is long.
    """
    hidden, linear = shape.hidden, shape.linear
    held = max(4 * hidden + gates * shape.intermediate, 8 * hidden + 2 * shape.heads * shape.head_dim) * item
    if linear is None:
        return prompt * held
    given = (linear.channels + linear.heads * linear.value + 2 * hidden) * item
    ruled = 4 * linear.heads * (6 * linear.key + 4 * linear.value + 3 * CHUNK)
    return max(prompt * held, prompt * given + -(-prompt // CHUNK) * CHUNK * ruled)


def weights_bytes(checkpoint: Checkpoint, choice: Choice, *, packed: bool = True) -> int:
    """Bytes of all parameters and quantization states as they lie in memory after loading, mapped from a file or not.

    Not `packed`: as they are taught, in rows on a processor, too.
    """
    if not checkpoint.tensors:
        return _guess(checkpoint, choice)
    if unpacks(checkpoint) and choice.quantization != checkpoint.quantization:
        return _unpacked_bytes(checkpoint, choice)
    made = choice.quantization if not checkpoint.quantization else ""
    total = _packed_head_bytes(checkpoint, choice) if packed else 0
    for tensor in _loaded(checkpoint):
        if tensor.dtype not in _FLOATS:
            total += tensor.bytes
        elif made == "nf4" and _is_packed(tensor, choice):
            total += nf4_bytes(prod(tensor.shape))
        elif made == "bnb8" and is_linear(tensor):
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


def _packed_head_bytes(checkpoint: Checkpoint, choice: Choice) -> int:
    """Of the packed weights of a head that is tied to the table of ids, which stay in rows too: in memory, unless they are
    mapped from their file."""
    if choice.device != "cpu" or not checkpoint.tied or choice.dtype == "float16":
        return 0
    table = next((t for t in _loaded(checkpoint) if _is_table(t)), None)
    if table is None or min(table.shape) < PACKED_FROM:
        return 0
    stored = {"BF16": "bfloat16", "F32": "float32"}.get(table.dtype)
    is_mapped = stored == choice.dtype and table.file.endswith(".safetensors")
    return 0 if is_mapped else prod(table.shape) * choice.item_bytes


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
    tables = [tensor for tensor in kept if _is_table(tensor)]
    if heads and tables and _alike(checkpoint, heads[0], tables[0]):
        kept.remove(heads[0])
    return kept


def _is_table(tensor: Tensor) -> bool:
    return tensor.name.endswith("embed_tokens.weight") and not VISION.search(tensor.name)


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


def is_linear(tensor: Tensor) -> bool:
    """Whether this is the weight of a layer that is quantized: of the language model's layers, nothing else."""
    return (
        len(tensor.shape) == 2
        and _IN_A_LAYER.search(tensor.name) is not None
        and VISION.search(tensor.name) is None
        and _NO_LINEAR.search(tensor.name) is None
    )


def _is_packed(tensor: Tensor, choice: Choice) -> bool:
    if not is_linear(tensor):
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
