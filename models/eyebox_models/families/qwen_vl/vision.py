"""The vision tower: a ViT in the style of OpenCLIP, and the resampler that makes 256 vectors of its patches."""

from __future__ import annotations

import math
from typing import Any

import torch  # noqa: TID253 - loaded with a model only
from torch import Tensor, nn  # noqa: TID253
from torch.nn import functional as F  # noqa: TID253

EPS = 1e-6
AT_ONCE = 5
"""Pictures that share each reading of the weights: as many patches as other families' towers have of one."""


class Attention(nn.Module):  # type: ignore[misc, unused-ignore]
    """Self-attention whose fused projection is laid out per head: [heads, 3, head_dim]."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.in_proj = nn.Linear(width, 3 * width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        """[pictures, patches, width] to the same."""
        pictures, patches, width = x.shape
        packed = self.in_proj(x).view(pictures, patches, self.heads, 3, width // self.heads)
        query, key, value = (part.transpose(1, 2) for part in packed.unbind(3))
        seen = F.scaled_dot_product_attention(query, key, value)
        out: Tensor = self.out_proj(seen.transpose(1, 2).reshape(pictures, patches, width))
        return out


class Mlp(nn.Module):  # type: ignore[misc, unused-ignore]
    """Two linear layers with a GELU between, which `cpu_layers` fuses with the first on processors."""

    def __init__(self, width: int, mlp_width: int) -> None:
        super().__init__()
        self.c_fc = nn.Linear(width, mlp_width)
        self.act = nn.GELU()
        self.c_proj = nn.Linear(mlp_width, width)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.c_proj(self.act(self.c_fc(x)))
        return out


class Block(nn.Module):  # type: ignore[misc, unused-ignore]
    """One layer of the tower."""

    def __init__(self, width: int, heads: int, mlp_width: int) -> None:
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, eps=EPS)
        self.attn = Attention(width, heads)
        self.ln_2 = nn.LayerNorm(width, eps=EPS)
        self.mlp = Mlp(width, mlp_width)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.ln_1(x))
        out: Tensor = x + self.mlp(self.ln_2(x))
        return out


class CrossAttention(nn.Module):  # type: ignore[misc, unused-ignore]
    """Multi-head attention whose projection is the ordinary [query; key; value]."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.empty(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """[pictures, queries, width], [pictures, patches, width] twice to [pictures, queries, width]."""
        weights, biases = self.in_proj_weight.chunk(3), self.in_proj_bias.chunk(3)
        split = [
            F.linear(x, weight, bias).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for x, weight, bias in zip((query, key, value), weights, biases, strict=True)
        ]
        out: Tensor = self.out_proj(F.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2))
        return out


class Resampler(nn.Module):  # type: ignore[misc, unused-ignore]
    """Learned queries look at the patches."""

    def __init__(self, queries: int, width: int, output_dim: int) -> None:
        super().__init__()
        self.pos_embed = nn.Parameter(torch.empty(queries, output_dim))
        self.query = nn.Parameter(torch.empty(queries, output_dim))
        self.stretch = Stretch()
        self.kv_proj = nn.Linear(width, output_dim, bias=False) if width != output_dim else nn.Identity()
        self.attn = CrossAttention(output_dim, max(1, output_dim // 128))
        self.ln_q = nn.LayerNorm(output_dim, eps=EPS)
        self.ln_kv = nn.LayerNorm(output_dim, eps=EPS)

    def forward(self, x: Tensor) -> Tensor:
        """[pictures, patches, width] to [pictures, queries, output_dim]."""
        x = self.ln_kv(self.kv_proj(x))
        query = self.ln_q(self.query).expand(len(x), -1, -1)
        key = x + self.stretch(self.pos_embed, x.shape[1])
        out: Tensor = self.attn(query + self.pos_embed, key, x)
        return out


class Vision(nn.Module):  # type: ignore[misc, unused-ignore]
    """Pictures [n, 3, height, width], normalised, to vectors [n, queries, output_dim]."""

    def __init__(self, sizes: dict[str, Any], queries: int) -> None:
        super().__init__()
        width, patch = sizes["width"], sizes["patch_size"]
        self.conv1 = nn.Conv2d(3, width, patch, stride=patch, bias=False)
        self.positional_embedding = nn.Parameter(torch.empty(queries, width))
        self.stretch = Stretch()
        self.ln_pre = nn.LayerNorm(width, eps=EPS)
        self.blocks = nn.ModuleList(
            Block(width, sizes["heads"], sizes["mlp_width"]) for _ in range(sizes["layers"])
        )
        self.attn_pool = Resampler(queries, width, sizes["output_dim"])
        self.ln_post = nn.LayerNorm(sizes["output_dim"], eps=EPS)
        self.proj = nn.Parameter(torch.empty(sizes["output_dim"], sizes["output_dim"]))

    def forward(self, pixels: Tensor) -> Tensor:
        """A few pictures after the others, so that many take no more memory than these."""
        return torch.cat([self._some(pictures) for pictures in pixels.split(AT_ONCE)])

    def _some(self, pixels: Tensor) -> Tensor:
        x = self.conv1(pixels.to(self.conv1.weight.dtype)).flatten(2).transpose(1, 2)
        x = self.ln_pre(x + self.stretch(self.positional_embedding, x.shape[1]))
        for block in self.blocks:
            x = block(x)
        out: Tensor = self.ln_post(self.attn_pool(x)) @ self.proj
        return out


class Stretch:
    """`stretched`, which remembers what it gave last: it is the same for all pictures."""

    def __init__(self) -> None:
        self._of: tuple[Any, ...] = (None,)
        self._made: Tensor | None = None

    def __call__(self, positions: Tensor, count: int) -> Tensor:
        if torch.is_grad_enabled() or positions.is_inference():
            return stretched(positions, count)
        of = positions.data_ptr(), positions._version, count
        if self._made is None or self._of[0] is not positions or self._of[1:] != of:
            self._of, self._made = (positions, *of), stretched(positions, count)
        return self._made


def stretched(positions: Tensor, count: int) -> Tensor:
    """Positions on a square grid [source, width] as [count, width], computed in FP32."""
    source, target = math.isqrt(len(positions)), math.isqrt(count)
    if source == target:
        return positions
    grid = positions.float().reshape(1, source, source, -1).permute(0, 3, 1, 2)
    grid = F.interpolate(grid, size=(target, target), mode="bicubic", align_corners=False)
    return grid.permute(0, 2, 3, 1).flatten(0, 2).to(positions.dtype)
