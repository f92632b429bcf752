"""What can be wrong with the tensors of an original, told before anything is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Fault
from eyebox_models.families.qwen_vl import config as sizes
from eyebox_models.protocol.errors import EyeboxError

_LAYER = re.compile(r"transformer\.h\.(\d{1,6})\.")
_BLOCK = re.compile(r"transformer\.visual\.transformer\.resblocks\.(\d{1,6})\.")
_WHY = "the config belongs to another model; fetch config and weights of one model."


def faults(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Layers that are missing or too many, and tables of other sizes than config.json says.

    Of pickled weights the index tells the names, and nothing the sizes.
    """
    try:
        text, visual = sizes.decoder(checkpoint), sizes.visual(checkpoint)
    except EyeboxError as error:
        yield Fault(str(error))
        return
    names = sizes.tensor_names(checkpoint)
    if not names:
        return
    for pattern, wanted, what in (
        (_LAYER, text.layers, "language model"),
        (_BLOCK, visual.layers, "vision tower"),
    ):
        found = {int(match[1]) for match in map(pattern.match, names) if match}
        if len(found) != wanted or found != set(range(wanted)):
            yield Fault(
                f"The {what} has {len(found)} layers in the weights, but config.json wants {wanted}: {_WHY}",
                missing=len(found) < wanted,
            )
            return
    tables = {
        "transformer.wte.weight": (text.vocab_size, text.hidden_size),
        "lm_head.weight": (text.vocab_size, text.hidden_size),
        "transformer.visual.proj": (visual.output_dim, visual.output_dim),
    }
    for name, shape in tables.items():
        if name not in names:
            yield Fault(f"The weights lack {name}; fetch them again.", missing=True)
        elif name in checkpoint.tensors and checkpoint.tensors[name].shape != shape:
            has, wants = (" by ".join(f"{n:,}" for n in s) for s in (checkpoint.tensors[name].shape, shape))
            yield Fault(f'"{name}" is {has}, but config.json wants {wants}: {_WHY}')
            return
