"""A kept cache goes to transformers and comes back by the name of the installed version, so that nothing warns."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.protocol.ask import Picture
from tiny_models import build_tiny
from tiny_originals import CHAT
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from eyebox_models.vision.compat_cache import cache_name  # noqa: E402


@pytest.fixture
def logged() -> Any:
    """What transformers logs. It logs a thing once in a process: what was logged before is forgotten."""
    said: list[str] = []
    logger = logging.getLogger("transformers")
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    transformers.utils.logging.warning_once.cache_clear()
    logger.addHandler(handler)
    yield said
    logger.removeHandler(handler)


@pytest.mark.parametrize("family", ["qwen2_vl", "qwen3_5", "internvl", "qwen"])
def test_a_chat_that_goes_on_is_answered_without_a_warning(
    family: str, tmp_path: Path, logged: list[str]
) -> None:
    shot = Picture(write_picture(tmp_path / "a.png", 64, 48))
    folder = CHAT if family == "qwen" else build_tiny(family, tmp_path / family)
    model = load(folder)
    logged.clear()  # loading has its own
    chat = Chat(model)
    chat.say(shot, "What is it?")
    assert chat.say("And what else?").tokens_reused > 0
    model.close()
    assert not [text for text in logged if "deprecated" in text or "cache" in text]


@pytest.mark.parametrize("name", ["cache", "past_key_values"])
def test_the_original_takes_a_cache_by_either_name(name: str) -> None:
    model = load(CHAT).parts.model
    ids = torch.arange(20, 32)[None]
    with torch.inference_mode():
        whole = model(input_ids=ids).logits
        kept = transformers.DynamicCache(config=model.config.get_text_config())
        first = model(input_ids=ids[:, :8], use_cache=True, **{name: kept})
        assert getattr(first, cache_name()) is kept
        rest = model(input_ids=ids[:, 8:], use_cache=True, **{name: kept}).logits
    assert kept.get_seq_length() == 12
    torch.testing.assert_close(rest, whole[:, 8:])
