"""Int8 on a processor: the weights that bitsandbytes made, multiplied by torch's own kernels.

bitsandbytes rounds what comes in to 8 bits too, and looks for outliers in it, which on a processor takes ten times as long
as BF16. Here only the weights are rounded: nearer to what the model computes in BF16, and one new id in 0.6 of its time,
since half as many bytes are read.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

FEW = 12
"""Up to so many ids at a time torch's kernel for 8 bits is the faster one."""
WIDTH = 64
"""It takes inputs and outputs in multiples of this; others it was seen to read beyond their end."""


def keep_inputs_whole(model: Any) -> None:
    """Has the Int8 layers of a loaded model that are on the processor round their weights only."""
    if "bitsandbytes" not in sys.modules:
        return
    from bitsandbytes.nn import Linear8bitLt

    for module in model.modules():
        if type(module) is not Linear8bitLt or module.in_features % WIDTH or module.out_features % WIDTH:
            continue
        weight = module.weight
        if weight.device.type == "cpu" and weight.SCB is not None:
            module.scales = (weight.SCB / 127).to(model.dtype)
            module.forward = partial(_multiply, module)


def _multiply(module: Any, given: Any) -> Any:
    import torch

    if torch.is_grad_enabled() and given.requires_grad:
        return type(module).forward(module, given)
    rows = given.reshape(-1, module.in_features)
    weights, scales = module.weight.data, module.scales.to(given.dtype)
    if len(rows) <= FEW:
        made = torch.ops.aten._weight_int8pack_mm(rows.contiguous(), weights, scales)
    else:
        made = torch.nn.functional.linear(rows, weights.to(given.dtype)).mul_(scales)
    if module.bias is not None:
        made = made + module.bias.to(made.dtype)
    return made.view(*given.shape[:-1], module.out_features)
