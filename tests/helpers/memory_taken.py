"""The bytes that a loaded model's weights take."""

from __future__ import annotations

from typing import Any


def resident(model: Any) -> int:
    """Bytes of parameters, buffers and quantization states; what is shared counts once."""
    import torch

    seen: dict[int, int] = {}

    def add(tensor: Any) -> None:
        if isinstance(tensor, torch.Tensor) and tensor.numel():
            seen[tensor.data_ptr()] = tensor.numel() * tensor.element_size()

    for parameter in model.parameters():
        add(parameter.data)
        add(getattr(parameter, "SCB", None))
        state = getattr(parameter, "quant_state", None)
        for part in (state, getattr(state, "state2", None)):
            for name in ("absmax", "code", "offset"):
                add(getattr(part, name, None))
    for buffer in model.buffers():
        add(buffer)
    return sum(seen.values())
