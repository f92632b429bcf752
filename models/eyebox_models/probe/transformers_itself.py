"""transformers: does it run a model, if only the smallest."""

from __future__ import annotations

from dataclasses import replace

from eyebox_models.probe.known import attempt
from eyebox_models.protocol.probe import ProbeReport


def probe_transformers(report: ProbeReport) -> ProbeReport:
    """A language model of one tiny layer with random weights writes two tokens."""

    def write() -> str:
        import torch
        from transformers import AutoModelForImageTextToText, Qwen2Config, Qwen2ForCausalLM

        assert AutoModelForImageTextToText is not None
        config = Qwen2Config(
            vocab_size=32,
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            num_key_value_heads=1,
            max_position_embeddings=32,
            bos_token_id=None,
            eos_token_id=None,
            pad_token_id=0,
        )
        model = Qwen2ForCausalLM(config).eval()
        prompt = torch.tensor([[1, 2, 3]])
        with torch.inference_mode():
            ids = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=2, do_sample=False
            )
        return "" if tuple(ids.shape) == (1, 5) else f"it wrote {ids.shape[-1] - 3} tokens, not 2"

    return replace(report, tried=(attempt("write", "cpu", write),))
