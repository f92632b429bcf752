"""Int8 on a processor: only the weights are rounded, however many ids come at a time."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.protocol.ask import Options, Picture
from tiny_models import build_tiny
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision.int8 import FEW  # noqa: E402

pytestmark = pytest.mark.skipif(not find_spec("bitsandbytes"), reason="bitsandbytes is not installed")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = load(build_tiny("qwen2_vl", tmp_path_factory.mktemp("int8") / "model"), precision="int8")
    yield made
    made.close()


def layers(model: Any) -> list[Any]:
    return [m for m in model.parts.model.modules() if hasattr(m, "scales")]


def test_products_are_those_of_the_rounded_weights(model: Any) -> None:
    layer = layers(model)[0]
    weights = layer.weight.data.double() * layer.weight.SCB.double()[:, None] / 127
    generator = torch.Generator().manual_seed(1)
    with torch.inference_mode():
        for count in (1, 2, 3, 4, 5, 7, FEW, FEW + 1, 40):
            for dtype in (torch.bfloat16, torch.float32):
                given = torch.randn(1, count, layer.in_features, generator=generator).to(dtype)
                wanted = given.double() @ weights.T + (0 if layer.bias is None else layer.bias.double())
                found = layer(given)
                assert found.shape == wanted.shape
                assert (found - wanted).abs().max() < 0.02 * wanted.abs().max()
        assert layer(given[:0]).shape == (0, 40, layer.out_features)


def test_a_model_answers_by_them_and_is_still_one_of_bitsandbytes(model: Any, tmp_path: Path) -> None:
    from bitsandbytes.nn import Linear8bitLt

    language = [m for m in model.parts.model.modules() if isinstance(m, Linear8bitLt)]
    assert language and layers(model)
    shot = write_picture(tmp_path / "shot.png", 160, 120)
    chat = Chat(model, Options(max_new_tokens=12))
    assert chat.say(Picture(shot), "What is it?").token_ids
    layer = layers(model)[0]
    given = torch.randn(1, 3, layer.in_features, requires_grad=True)
    layer(given).sum().backward()
    assert given.grad is not None, "what is trained goes through bitsandbytes"
