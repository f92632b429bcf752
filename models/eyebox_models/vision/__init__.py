"""Vision-language models: loading them with transformers, prompting, generating, and keeping what was computed."""
