"""Every family is taught by every method, from its own files: the loss falls, and an adapter says the same wherever it is."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.library.rewrite import merge
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import Taught, TeachSettings
from eyebox_models.training.run import teach
from eyebox_models.vision.adapter import apply
from internvl_originals import random_model, write_original
from lessons import write_lessons
from originals import answer, load_model
from tiny_lora import IDS, in_fp32
from tiny_models import build_tiny
from tiny_originals import build_original
from vision import FAMILIES

torch: Any = pytest.importorskip("torch")
pytest.importorskip("transformers")

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.timeout(900),
    # peft imports gptqmodel, which reads an attribute that transformers has renamed
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning"),
]

ORIGINALS: dict[str, Callable[[Path], Path]] = {
    "qwen_vl original": lambda folder: in_fp32(build_original(folder, safetensors=True)),
    "internvl2 original": lambda folder: in_fp32(write_original(random_model("llama"), folder, packed=True)),
    "internvl3 original": lambda folder: in_fp32(write_original(random_model("qwen2"), folder)),
}
RATES = {"lora": 1e-2, "qlora": 1e-2, "full": 1e-3}


def quiet(_event: object) -> None:
    """Hears nothing."""


def built(kind: str, folder: Path) -> Path:
    return ORIGINALS[kind](folder) if kind in ORIGINALS else build_tiny(kind, folder)


def taught(place: Path, model: Path, name: str, **settings: Any) -> Taught:
    chosen = TeachSettings(**{
        "accumulate": 2, "epochs": 3, "every": 100, "held_out": 0, "general": 0, "threads": 1, "dropout": 0.0, **settings,
    })  # fmt: skip
    lessons = write_lessons(place)
    return teach(Teach(str(model), str(lessons), str(place / name), chosen), quiet, Event())


def said(place: Path, folder: Path, adapter: str | None = None) -> tuple[int, ...]:
    """The ids of an answer; no id is likely to come twice, so that it tells the order of many."""
    chat = (Message("user", (Picture(str(place / "1.png")), "Find the dog.")),)
    return answer(load_model(folder), chat, 12, repetition_penalty=3.0, adapter=adapter).token_ids


def names_in(folder: Path | str) -> set[str]:
    """The names of all tensors in a folder's files."""
    from safetensors import safe_open

    names: set[str] = set()
    for file in Path(folder).glob("*.safetensors"):
        with safe_open(file, "pt") as tensors:
            names.update(tensors.keys())
    return names


def layers_of(adapter: str) -> set[str]:
    """The weights that a LoRA is added to, by the names in its file."""
    found = {re.sub(r"\.lora_[AB]\.weight$", ".weight", name) for name in names_in(adapter)}
    return {name.removeprefix("base_model.model.") for name in found}


@pytest.mark.parametrize("kind", [*FAMILIES, *ORIGINALS])
def test_it_learns_and_the_adapter_loaded_is_the_adapter_merged(kind: str, tmp_path: Path) -> None:
    folder = built(kind, tmp_path / "model")
    write_lessons(tmp_path)
    before = said(tmp_path, folder)
    for method, rate in RATES.items():
        result = taught(tmp_path, folder, method, method=method, lr=rate, targets="all")
        first, last = result.losses
        print(f"{kind}, {method}: loss {first:.3f} to {last:.3f} in {result.steps} steps", end="")
        assert last < 0.8 * first
        if method == "full":
            assert said(tmp_path, tmp_path / method) != before
            assert names_in(tmp_path / method) == names_in(folder)
            print(f", {len(names_in(folder))} tensors of the same names")
            continue
        learned = said(tmp_path, folder, result.folder)
        merged = tmp_path / f"{method} merged"
        merge(str(folder), result.folder, str(merged), quiet, Event())
        assert learned == said(tmp_path, merged) != before
        assert len({*learned}) >= 6
        assert names_in(merged) == names_in(folder)
        layers = layers_of(result.folder)
        if kind in ORIGINALS:
            assert layers and layers <= names_in(folder)
        print(
            f", loaded = merged: {learned}; {len(layers)} layers, {len(layers & names_in(folder))} in the files' names"
        )


@pytest.fixture(scope="module")
def peft() -> Any:
    """The library; threads of gptqmodel, which it imports, start once and end with the process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("peft")
        if find_spec("gptqmodel"):
            from eyebox_models.vision.quantize import import_gptqmodel

            import_gptqmodel()
        import peft
    return peft


@pytest.mark.parametrize("kind", FAMILIES)
def test_peft_alone_loads_the_adapter_with_the_same_logits(kind: str, peft: Any, tmp_path: Path) -> None:
    folder = build_tiny(kind, tmp_path / "model")
    for name, settings in {
        "some": {"targets": "qkv"},
        "all": {"targets": "all", "freeze_vision": False},
    }.items():
        result = taught(tmp_path, folder, name, lr=1e-2, epochs=1, **settings)
        own, other = load_model(folder).parts, load_model(folder).parts
        ids = torch.tensor(IDS)
        with torch.no_grad():
            bare = own.model(input_ids=ids).logits
            apply(own, result.folder)
            ours = own.model(input_ids=ids).logits
            by_peft = peft.PeftModel.from_pretrained(other.model, result.folder).eval()
            theirs = by_peft(input_ids=ids).logits
        layers = sum(hasattr(module, "lora_A") for module in by_peft.modules())
        print(f"{kind}, {name}: {layers} layers, logits off by {float((ours - theirs).abs().max()):.1e}")
        assert torch.allclose(ours, theirs, atol=1e-5) and not torch.allclose(ours, bare, atol=1e-2)
        pictures = [(n, m) for n, m in by_peft.named_modules() if "visual" in n or "vision" in n]
        assert any(hasattr(module, "lora_A") for _name, module in pictures) is (name == "all")
