"""Numbers, names and files by which a checkpoint would take all memory, or load what was not looked at: one sentence each."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Stopped
from tiny_models import build_tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

MANY = 10**9


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("models")
    return {kind: build_tiny(kind, root / kind) for kind in ("llava", "qwen2_vl", "internvl")}


def change(folder: Path, file: str, path: str, value: Any) -> None:
    data = json.loads((folder / file).read_text("utf-8"))
    *outer, last = path.split(".")
    place = data
    for name in outer:
        place = place.setdefault(name, {})
    place[last] = value
    (folder / file).write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("llava", "text_config.num_hidden_layers", MANY),
        ("llava", "vision_config.num_hidden_layers", MANY),
        ("llava", "text_config.hidden_size", MANY),
        ("llava", "text_config.vocab_size", 10**12),
        ("llava", "vision_config.intermediate_size", 10**15),
        ("llava", "vision_config.image_size", MANY),
        ("llava", "image_seq_length", MANY),
        ("llava", "text_config.num_local_experts", 10**6),
        ("qwen2_vl", "vision_config.depth", MANY),
        ("internvl", "vision_config.num_hidden_layers", MANY),
        ("internvl", "some_new_part.n_layers", MANY),
        ("internvl", "vision_config.image_size", [MANY, MANY]),
    ],
)
def test_a_number_that_goes_with_no_weights(
    models: dict[str, Path], tmp_path: Path, kind: str, path: str, value: Any
) -> None:
    folder = shutil.copytree(models[kind], tmp_path / "model")
    assert checkpoint_at(folder).problems == ()
    change(folder, "config.json", path, value)
    (problem, *_) = checkpoint_at(folder).problems
    assert "config.json" in problem and path.rpartition(".")[2] in problem, problem


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("qwen2_vl", "min_pixels", 10**12),
        ("qwen2_vl", "size.shortest_edge", 10**12),
        ("llava", "size.shortest_edge", 10**6),
        ("llava", "crop_size.height", 10**6),
        ("llava", "num_additional_image_tokens", MANY),
        ("internvl", "max_patches", MANY),
        ("internvl", "size.width", 10**12),
        ("qwen2_vl", "temporal_patch_size", 10**12),
        ("llava", "image_grid_pinpoints", [[10**6, 10**6]]),
        ("internvl", "max_patches", "1" * 10**6),
        ("internvl", "size", "large"),
        ("internvl", "size.width", 0),
        ("qwen2_vl", "min_pixels", "many"),
    ],
)
def test_a_number_that_no_picture_has(
    models: dict[str, Path], tmp_path: Path, kind: str, path: str, value: Any
) -> None:
    folder = shutil.copytree(models[kind], tmp_path / "model")
    file = "preprocessor_config.json"
    if not (folder / file).is_file():
        file = "processor_config.json"
        data = json.loads((folder / file).read_text("utf-8"))
        if "image_processor" in data and not path.startswith("num_"):
            path = f"image_processor.{path}"
    change(folder, file, path, value)
    problems = checkpoint_at(folder).problems
    assert any(file in problem and path.rpartition(".")[2] in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("file", "path", "value"),
    [
        ("config.json", "transformers_weights", "other.safetensors"),
        ("config.json", "text_config.transformers_weights", "other.safetensors"),
        ("config.json", "attn_implementation", "somebody/kernels"),
        ("config.json", "text_config._attn_implementation", "somebody/kernels"),
        ("config.json", "experts_implementation", {"text_config": "somebody/kernels"}),
        ("config.json", "vision_config.use_pretrained_backbone", True),
        (
            "processor_config.json",
            "audio_tokenizer",
            {"audio_tokenizer_class": "DacModel", "audio_tokenizer_name_or_path": "/elsewhere"},
        ),
    ],
)
def test_a_key_that_leads_elsewhere(
    models: dict[str, Path], tmp_path: Path, file: str, path: str, value: Any
) -> None:
    folder = shutil.copytree(models["llava"], tmp_path / "model")
    change(folder, file, path, value)
    (problem, *_) = checkpoint_at(folder).problems
    assert problem.startswith(
        f'{file} has "{path.rpartition(".")[2]}", which leads to what is not part of this model'
    )


@pytest.mark.parametrize(
    "name",
    ["adapter_config.json", "audio_tokenizer_config.json", "shard-00000-model-00001-of-00001.safetensors"],
)
def test_a_file_by_which_other_weights_are_loaded(models: dict[str, Path], tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(models["llava"], tmp_path / "model")
    (folder / name).write_text("{}")
    (problem, *_) = checkpoint_at(folder).problems
    assert problem.startswith(name)


def load(folder: Path, stop: Event | None = None) -> None:
    from eyebox_models.families.registry import family_for

    options = Options(precision="fp32", device="cpu")
    family_for(str(folder)).load(str(folder), options, lambda _event: None, stop or Event())


def test_more_weights_than_the_files_hold(models: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(models["llava"], tmp_path / "model")
    change(folder, "config.json", "text_config.intermediate_size", 500_000)
    assert checkpoint_at(folder).problems == ()
    with pytest.raises(EyeboxError, match=r"config\.json in .* describes a model with far more weights"):
        load(folder)


@pytest.mark.parametrize(
    ("work", "words"),
    [
        pytest.param(
            lambda: bytearray(1 << 36),
            "takes far too much memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory"),
        ),
        (lambda: [None for _ in iter(int, 1) if False], "takes far too long"),
    ],
)
def test_what_takes_too_much_to_set_up_is_one_sentence(
    models: dict[str, Path],
    work: Callable[[], Any],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from eyebox_models.vision import bounded
    from eyebox_models.vision import load as loading

    monkeypatch.setattr(bounded, "SECONDS", 0.3)
    monkeypatch.setattr(loading, "model_class", lambda _config: work())
    with pytest.raises(EyeboxError, match=words):
        load(models["llava"])


@pytest.mark.skipif(
    not hasattr(time, "pthread_getcpuclockid"), reason="a thread's own time can't be told here"
)
def test_time_that_other_programs_take_is_not_counted(
    models: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each second that the clock tells the thread has had next to nothing."""
    from eyebox_models.vision import bounded

    looked, times = Event(), iter([0.0, 100.0, 200.0])

    def monotonic() -> float:
        now = next(times, None)
        if now is None:
            looked.set()
        return 300.0 if now is None else now

    monkeypatch.setattr(bounded, "_LOOK", 0.01)
    monkeypatch.setattr("time.monotonic", monotonic)
    with bounded.bounded(checkpoint_at(models["llava"]), Event()):
        assert looked.wait(60)


def test_a_stop_ends_what_never_ends(models: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from eyebox_models.vision import load as loading

    stop = Event()
    timer = Timer(0.5, stop.set)

    def endless(_config: Any) -> None:
        timer.start()
        while True:
            pass

    monkeypatch.setattr(loading, "model_class", endless)
    with pytest.raises(Stopped):
        load(models["llava"], stop)
    timer.join()


def test_of_a_generation_config_only_what_is_sound_counts() -> None:
    from transformers import GenerationConfig

    from eyebox_models.vision.generate import only_sound

    kept = only_sound(
        GenerationConfig(eos_token_id=[3, 4], pad_token_id=0, repetition_penalty=1.2, max_length=99)
    )
    assert (kept.eos_token_id, kept.pad_token_id, kept.repetition_penalty, kept.max_length) == (
        [3, 4],
        0,
        1.2,
        99,
    )
    hostile = GenerationConfig(num_beams=10**9, num_return_sequences=10**6, prompt_lookup_num_tokens=10**9)
    hostile.repetition_penalty, hostile.eos_token_id, hostile.max_length = [], "x", 1 << 80
    assert only_sound(hostile).to_diff_dict() == GenerationConfig().to_diff_dict()


def test_ids_beyond_the_weights_are_one_sentence(models: dict[str, Path], tmp_path: Path) -> None:
    from PIL import Image

    from eyebox_models.families.registry import family_for
    from eyebox_models.protocol.ask import Ask, Message, Picture

    folder = shutil.copytree(models["qwen2_vl"], tmp_path / "model")
    tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    for token in ("?", "Ġ?", "W"):
        if token in tokenizer["model"]["vocab"]:
            tokenizer["model"]["vocab"][token] = 1 << 31
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), "utf-8")
    Image.new("RGB", (60, 40)).save(tmp_path / "a.png")
    options = Options(precision="fp32", device="cpu", max_new_tokens=2)
    model = family_for(str(folder)).load(str(folder), options, lambda _event: None, Event())
    ask = Ask((Message("user", (Picture(str(tmp_path / "a.png")), "W?")),), str(folder), options)
    with pytest.raises(EyeboxError, match="knows more tokens than the weights"):
        model.answer(ask, lambda _event: None, Event())
    model.close()
