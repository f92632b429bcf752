"""The whole model as transformers generates with it: pictures in, vectors in place of their ids, text out."""

from __future__ import annotations

from typing import Any

import torch  # noqa: TID253 - loaded with a model only
from torch import Tensor, nn  # noqa: TID253
from transformers import GenerationMixin, PreTrainedConfig, PreTrainedModel, Qwen2Config  # noqa: TID253
from transformers.modeling_outputs import (  # noqa: TID253
    BaseModelOutputWithPast,
    BaseModelOutputWithPooling,
    CausalLMOutputWithPast,
)

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.qwen_vl import config as sizes
from eyebox_models.families.qwen_vl.decoder import LanguageModel
from eyebox_models.families.qwen_vl.vision import Vision
from eyebox_models.families.qwen_vl.weights import register, unpacked
from eyebox_models.vision.compat_cache import cache_name

CACHE = cache_name()
"""Our own classes take a cache by both names, and hand it on by this one."""


class QwenVLConfig(PreTrainedConfig):  # type: ignore[misc, unused-ignore]
    """`text_config` is Qwen2's with what this family adds to it; `vision` are the fields of `config.Visual`."""

    model_type = "qwen"
    sub_configs = {"text_config": Qwen2Config}

    text_config: Any = None
    vision: dict[str, Any] | None = None
    tie_word_embeddings: bool = False


def configuration(checkpoint: Checkpoint) -> QwenVLConfig:
    """The configuration of a folder's model. Raises EyeboxError."""
    text, visual = sizes.decoder(checkpoint), sizes.visual(checkpoint)
    inner = Qwen2Config(
        vocab_size=text.vocab_size,
        hidden_size=text.hidden_size,
        intermediate_size=text.intermediate_size,
        num_hidden_layers=text.layers,
        num_attention_heads=text.heads,
        num_key_value_heads=text.heads,
        max_position_embeddings=text.context,
        rms_norm_eps=text.eps,
        rope_parameters={"rope_type": "default", "rope_theta": text.rotary_base},
        tie_word_embeddings=False,
        head_dim=text.head_dim,
        seq_length=text.seq_length,
        use_dynamic_ntk=text.dynamic_ntk,
        use_logn_attn=text.logn,
        all_biases=text.all_biases,
    )
    fields = {name: getattr(visual, name) for name in visual.__slots__}
    made = QwenVLConfig(text_config=inner, vision=fields, architectures=["QwenVLForConditionalGeneration"])
    if checkpoint.quantization:
        made.quantization_config = dict(checkpoint.quantization_config)
    return made


class QwenVLPreTrainedModel(PreTrainedModel):  # type: ignore[misc, unused-ignore]
    """What transformers has to know of both classes below."""

    config: QwenVLConfig
    config_class = QwenVLConfig
    base_model_prefix = "model"
    input_modalities = ("image", "text")
    _no_split_modules = ["Layer", "Vision"]
    _skip_keys_device_placement = [CACHE]
    _supports_flash_attn = True
    _supports_sdpa = True
    _supports_attention_backend = True
    supports_gradient_checkpointing = True
    _can_compile_fullgraph = True

    def _init_weights(self, module: nn.Module) -> None:
        """All weights come from the folder."""


class QwenVLModel(QwenVLPreTrainedModel):
    """Vision tower and language model."""

    def __init__(self, config: QwenVLConfig) -> None:
        super().__init__(config)
        assert config.vision is not None
        self.visual = Vision(config.vision, sizes.SPAN)
        self.language_model = LanguageModel(config.text_config)
        self.post_init()

    def get_input_embeddings(self) -> nn.Module:
        embeddings: nn.Module = self.language_model.embed_tokens
        return embeddings

    def set_input_embeddings(self, value: nn.Module) -> None:
        self.language_model.embed_tokens = value

    def get_image_features(self, pixel_values: Tensor, **_more: Any) -> BaseModelOutputWithPooling:
        """What the tower makes of pictures [n, 3, height, width]: as `pooler_output` [n, SPAN, width]."""
        return BaseModelOutputWithPooling(pooler_output=self.visual(pixel_values))

    def forward(
        self,
        input_ids: Tensor | None = None,
        attention_mask: Tensor | None = None,
        position_ids: Tensor | None = None,
        cache: Any = None,
        inputs_embeds: Tensor | None = None,
        pixel_values: Tensor | None = None,
        mm_encoder_outputs: dict[str, Any] | None = None,
        new_prompt: bool | None = None,
        past_key_values: Any = None,
        **kwargs: Any,
    ) -> BaseModelOutputWithPast:
        """`pixel_values` [pictures, 3, height, width] of the spans in `input_ids`, in their order, or what
        `get_image_features` made of them as `mm_encoder_outputs["image"]`.

        `new_prompt` says whether a prompt begins (or what is new of one); by itself it does where no cache is.
        """
        cache = past_key_values if cache is None else cache
        if inputs_embeds is None:
            inputs_embeds = self.language_model.embed_tokens(input_ids)
        assert inputs_embeds is not None
        seen = (mm_encoder_outputs or {}).get("image")
        if seen is None and pixel_values is not None:
            seen = self.get_image_features(pixel_values)
        if seen is not None and input_ids is not None:
            inputs_embeds = self._with_pictures(input_ids, inputs_embeds, seen.pooler_output)
        if new_prompt is None:
            new_prompt = cache is None or cache.get_seq_length() == 0
        if position_ids is None:
            fed = cache.get_seq_length() if cache is not None else 0
            count = inputs_embeds.shape[1]
            position_ids = torch.arange(fed, fed + count, device=inputs_embeds.device)[None]
        if new_prompt:
            self.language_model.rotary_emb.begin(position_ids)
        out: BaseModelOutputWithPast = self.language_model(
            attention_mask=attention_mask,
            position_ids=position_ids,
            inputs_embeds=inputs_embeds,
            **{CACHE: cache},
            **kwargs,
        )
        return out

    def _with_pictures(self, ids: Tensor, embedded: Tensor, vectors: Tensor) -> Tensor:
        """The embeddings with those strictly between <img> and </img> replaced by what the tower made of the pictures.

        With beams each row of ids stands `rows / original rows` times, and its pictures once.
        """
        assert self.config.vision is not None
        start = self.config.vision["start_id"]
        opens = ids == start
        closed = torch.zeros_like(opens)
        reach = sizes.SPAN + 1
        if ids.shape[1] > reach:
            closed[:, :-reach] = ids[:, reach:] == start + 1
        rows, firsts = (opens & closed).nonzero(as_tuple=True)
        order = _pictures_of_rows(torch.bincount(rows, minlength=len(ids)).tolist(), len(vectors))
        places = firsts[:, None] + torch.arange(1, reach, device=ids.device)
        embedded = embedded.clone()
        embedded[rows[:, None], places] = vectors[order].to(embedded.device, embedded.dtype)
        return embedded


def _pictures_of_rows(counts: list[int], pictures: int) -> list[int]:
    """Which picture stands at each span, row by row, when every row may stand several times in a row."""
    copies = sum(counts) // pictures if pictures else 1
    if copies * pictures != sum(counts):
        raise ValueError(f"{pictures} pictures for {sum(counts)} places in the prompt")
    order: list[int] = []
    begun = 0
    for row in range(0, len(counts), copies):
        own = list(range(begun, begun + counts[row]))
        order += own * copies
        begun += counts[row]
    return order


class QwenVLForConditionalGeneration(QwenVLPreTrainedModel, GenerationMixin):  # type: ignore[misc, unused-ignore]
    """With the output layer; this is what a checkpoint is loaded as."""

    def __init__(self, config: QwenVLConfig) -> None:
        super().__init__(config)
        self.model = QwenVLModel(config)
        text = config.text_config
        self.lm_head = nn.Linear(text.hidden_size, text.vocab_size, bias=False)
        self.post_init()

    @classmethod
    def from_pretrained(cls, folder: Any, *rest: Any, **how: Any) -> Any:
        """As transformers does, its tensors renamed and split on the way.

        GPTQ weights for which no kernel was asked are unpacked one by one. Raises what transformers raises.
        """
        register(cls.__name__)
        config = how.get("config")
        if config is not None and getattr(config, "unpack", False):
            return unpacked(super().from_pretrained, folder, rest, how)
        return super().from_pretrained(folder, *rest, **how)

    def get_input_embeddings(self) -> nn.Module:
        return self.model.get_input_embeddings()

    def set_input_embeddings(self, value: nn.Module) -> None:
        self.model.set_input_embeddings(value)

    def get_output_embeddings(self) -> nn.Module:
        return self.lm_head

    def get_decoder(self) -> Any:
        return self.model.language_model

    def forward(
        self,
        input_ids: Tensor | None = None,
        attention_mask: Tensor | None = None,
        position_ids: Tensor | None = None,
        cache: Any = None,
        inputs_embeds: Tensor | None = None,
        pixel_values: Tensor | None = None,
        mm_encoder_outputs: dict[str, Any] | None = None,
        logits_to_keep: int | Tensor = 0,
        past_key_values: Any = None,
        **kwargs: Any,
    ) -> CausalLMOutputWithPast:
        kwargs.pop("labels", None)
        out = self.model(
            input_ids=input_ids,
            attention_mask=attention_mask,
            position_ids=position_ids,
            inputs_embeds=inputs_embeds,
            pixel_values=pixel_values,
            mm_encoder_outputs=mm_encoder_outputs,
            **{CACHE: past_key_values if cache is None else cache},
            **kwargs,
        )
        hidden = out.last_hidden_state
        kept = slice(-logits_to_keep, None) if isinstance(logits_to_keep, int) else logits_to_keep
        return CausalLMOutputWithPast(
            logits=self.lm_head(hidden[:, kept]),
            hidden_states=out.hidden_states,
            attentions=out.attentions,
            **{CACHE: getattr(out, CACHE)},
        )

    def prepare_inputs_for_generation(
        self, *args: Any, is_first_iteration: bool | None = False, **kwargs: Any
    ) -> dict[str, Any]:
        """Pictures go in with the prompt only, and the prompt settles how the positions are stretched."""
        inputs: dict[str, Any] = super().prepare_inputs_for_generation(
            *args, is_first_iteration=is_first_iteration, **kwargs
        )
        inputs["new_prompt"] = bool(is_first_iteration)
        if not is_first_iteration and kwargs.get("use_cache", True):
            inputs["pixel_values"] = inputs["mm_encoder_outputs"] = None
        return inputs

    def _expand_inputs_for_generation(self, *args: Any, **kwargs: Any) -> Any:
        """Beams share their pictures."""
        shared = {name: kwargs.pop(name) for name in ("pixel_values", "mm_encoder_outputs") if name in kwargs}
        ids, expanded = super()._expand_inputs_for_generation(*args, **kwargs)
        return ids, {**expanded, **shared}
