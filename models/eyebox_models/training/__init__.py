"""Teaches models: LoRA, Q-LoRA and all weights, from conversations, on this machine."""
