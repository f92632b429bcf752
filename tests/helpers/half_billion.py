"""A checkpoint of half a billion random weights in BF16: a Qwen2-VL shape large enough to measure."""

from __future__ import annotations

from pathlib import Path

from tiny_models import QWEN_IDS, QWEN_TEMPLATE, tokenizer

VOCAB = 64_000


def build_half_billion(folder: Path, seed: int = 0) -> Path:
    """Writes the language model of Qwen2-0.5B and a third of the vision tower of Qwen2-VL into `folder` (1.1 GB)."""
    import torch
    import transformers as t

    t.utils.logging.disable_progress_bar()
    tok = tokenizer("qwen")
    ids = {key: tok.convert_tokens_to_ids(token) for key, token in QWEN_IDS.items()}
    end, pad = (tok.convert_tokens_to_ids(token) for token in ("<|im_end|>", "<|endoftext|>"))
    config = t.Qwen2VLConfig(
        text_config={
            "hidden_size": 896, "intermediate_size": 4864, "num_hidden_layers": 24, "num_attention_heads": 14,
            "num_key_value_heads": 2, "vocab_size": VOCAB, "max_position_embeddings": 32768, "tie_word_embeddings": True,
            "rope_parameters": {"rope_type": "default", "mrope_section": [8, 12, 12], "rope_theta": 1e6},
            "bos_token_id": None, "eos_token_id": end, "pad_token_id": pad,
        },
        vision_config={
            "depth": 10, "embed_dim": 1280, "hidden_size": 896, "num_heads": 16, "mlp_ratio": 4, "patch_size": 14,
        },
        tie_word_embeddings=True,
        **ids,
    )  # fmt: skip
    torch.manual_seed(seed)
    with torch.device("meta"):
        model = t.Qwen2VLForConditionalGeneration(config)
    model = model.to(torch.bfloat16).to_empty(device="cpu")
    model.tie_weights()
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(0, 0.02) if weights.ndim > 1 else weights.fill_(1.0)
        for name, weights in model.named_parameters():
            if name.endswith("bias"):
                weights.zero_()
    model.generation_config = t.GenerationConfig(eos_token_id=[end, pad], pad_token_id=pad)
    model.save_pretrained(folder)
    images = t.Qwen2VLImageProcessor(min_pixels=56 * 56, max_pixels=28 * 28 * 16384)
    t.Qwen2VLProcessor(images, tok, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE).save_pretrained(
        folder
    )
    return folder
