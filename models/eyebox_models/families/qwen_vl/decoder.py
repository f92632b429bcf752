"""The language model: Qwen2's, with dynamic NTK and log-n attention as the config asks for them."""

from __future__ import annotations

import math
from typing import Any

import torch  # noqa: TID253 - loaded with a model only
from torch import Tensor, nn  # noqa: TID253
from transformers import Qwen2Config, Qwen2Model, Qwen2PreTrainedModel  # noqa: TID253

from eyebox_models.families.qwen_vl.config import alpha
from eyebox_models.vision.compat import attention_of, qwen2_layers
from eyebox_models.vision.cpu_layers import rotated

_LAYERS = qwen2_layers()
Qwen2Attention: Any = _LAYERS.Qwen2Attention
Qwen2DecoderLayer: Any = _LAYERS.Qwen2DecoderLayer


class Rotary(nn.Module):  # type: ignore[misc, unused-ignore]
    """Cosines, sines and log-n factors of positions.

    A prompt's length settles how much the base is stretched, and that stays until the next prompt.
    """

    def __init__(self, config: Any) -> None:
        super().__init__()
        self.config = config
        self.alphas: tuple[int, ...] = ()
        self._frequencies: Tensor | None = None

    def begin(self, position_ids: Tensor) -> None:
        """For a new prompt: `position_ids` [rows, length] up to its last token."""
        lengths = (position_ids.amax(-1) + 1).tolist()
        dynamic = self.config.use_dynamic_ntk
        self.alphas = tuple(alpha(n, self.config.seq_length) if dynamic else 1 for n in lengths)
        with torch.inference_mode(False), torch.no_grad():  # it outlives the call, and may be trained through
            made = torch.stack([self._inverse(a) for a in self.alphas]).to(position_ids.device)
            old = self._frequencies
            if old is not None and old.shape == made.shape and old.device == made.device:
                old.copy_(made)
            else:
                self._frequencies = made

    def _inverse(self, stretch: int) -> Tensor:
        """Inverse frequencies [head_dim / 2] of a stretched base."""
        width = self.config.head_dim
        base = self.config.rope_parameters["rope_theta"] * stretch ** (width / (width - 2))
        return 1.0 / (base ** (torch.arange(0, width, 2).float() / width))

    def forward(self, x: Tensor, position_ids: Tensor) -> tuple[Tensor, Tensor, Tensor | None]:
        """Cosines and sines [rows, length, head_dim] in FP32, factors [rows, 1, length, 1] or None."""
        if self._frequencies is None:
            self.begin(position_ids)
        frequencies = self._frequencies
        assert frequencies is not None
        angles = position_ids[..., None].float() * frequencies[:, None].to(x.device)
        angles = torch.cat((angles, angles), dim=-1)
        factors = None
        if self.config.use_logn_attn:
            own, limit = (position_ids + 1).float(), float(self.config.seq_length)
            factors = torch.where(own > limit, own.log() / math.log(limit), 1.0)[:, None, :, None]
        return angles.cos(), angles.sin(), factors


class Attention(Qwen2Attention):  # type: ignore[misc, unused-ignore]
    """Rotates in FP32, as the original does, and scales queries beyond `seq_length`."""

    def forward(
        self,
        hidden_states: Tensor,
        position_embeddings: tuple[Tensor, Tensor, Tensor | None],
        attention_mask: Tensor | None,
        cache: Any = None,
        past_key_values: Any = None,
        **kwargs: Any,
    ) -> tuple[Tensor, Tensor | None]:
        """The cache comes by the name that this transformers gives it (`compat_cache.cache_name`)."""
        cache = past_key_values if cache is None else cache
        shape = hidden_states.shape[:-1]
        query, key, value = (
            proj(hidden_states).view(*shape, -1, self.head_dim).transpose(1, 2)
            for proj in (self.q_proj, self.k_proj, self.v_proj)
        )
        cos, sin, factors = position_embeddings
        query, key = turned(query, cos, sin, factors), turned(key, cos, sin)
        if cache is not None:
            key, value = cache.update(key, value, self.layer_idx)
        seen, weights = attention_of(self.config)(
            self, query, key, value, attention_mask, dropout=0.0, scaling=self.scaling, **kwargs
        )
        return self.o_proj(seen.reshape(*shape, -1).contiguous()), weights


def turned(x: Tensor, cos: Tensor, sin: Tensor, factors: Tensor | None = None) -> Tensor:
    """Rotated queries or keys [rows, heads, length, head_dim]."""
    ids = x.transpose(1, 2)
    angles = (each.expand(len(x), -1, -1).flatten(0, 1) for each in (cos, sin))
    more = () if factors is None else (factors.expand(len(x), -1, -1, -1).flatten(),)
    made: Tensor = rotated(ids.flatten(0, 1), *angles, *more).view(ids.shape)
    return made.transpose(1, 2)


class Layer(Qwen2DecoderLayer):  # type: ignore[misc, unused-ignore]
    """A layer of Qwen2 with this attention."""

    def __init__(self, config: Any, layer_idx: int) -> None:
        super().__init__(config, layer_idx)
        self.self_attn = Attention(config, layer_idx)
        if config.all_biases:
            mlp = self.mlp
            for holder, name in (
                (self.self_attn, "o_proj"),
                (mlp, "gate_proj"),
                (mlp, "up_proj"),
                (mlp, "down_proj"),
            ):
                old = getattr(holder, name)
                setattr(holder, name, nn.Linear(old.in_features, old.out_features, bias=True))


class LanguageModel(Qwen2Model):  # type: ignore[misc, unused-ignore]
    """Qwen2's model of these layers."""

    def __init__(self, config: Qwen2Config) -> None:
        Qwen2PreTrainedModel.__init__(self, config)
        self.padding_idx = None
        self.vocab_size = config.vocab_size
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        self.layers = nn.ModuleList(Layer(config, index) for index in range(config.num_hidden_layers))
        self.norm = _LAYERS.Qwen2RMSNorm(config.hidden_size, eps=config.rms_norm_eps)
        self.rotary_emb = Rotary(config)
        self.gradient_checkpointing = False
        self.has_sliding_layers = False
        self.post_init()
