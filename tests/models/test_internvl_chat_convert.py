"""An original InternVL rewritten in transformers' layout: the same answers, and never half a folder."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.files.new_folder import new_folder
from eyebox_models.library.rewrite import convert
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.errors import EyeboxError, Stopped
from internvl_originals import (
    INTERNLM2,
    RECORDED,
    messages,
    most_tiles,
    random_model,
    wanted_ids,
    write_original,
)
from originals import DATA, answer, case, case_ids, load_model

pytest.importorskip("torch")
pytest.importorskip("transformers")


def quiet(event: Any) -> None:
    """Hears nothing."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("converted")
    for name in RECORDED:
        convert(str(DATA / name), str(root / name), quiet, Event())
    return {name: root / name for name in RECORDED}


@pytest.mark.parametrize("name", RECORDED)
def test_a_converted_model_gives_the_recorded_answers(
    made: dict[str, Path], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(DATA)
    model = load_model(made[name])
    assert model.family.name == "internvl"
    for which in case_ids(name):
        entry = case(name, which)
        tiles = most_tiles(entry)
        assert list(answer(model, messages(entry), max_tiles=tiles).token_ids) == wanted_ids(entry), which


@pytest.mark.parametrize("name", RECORDED)
def test_transformers_itself_reads_a_converted_model(made: dict[str, Path], name: str) -> None:
    import torch
    from PIL import Image
    from transformers import AutoModelForImageTextToText, AutoProcessor
    from transformers.utils import logging

    logging.disable_progress_bar()
    own: dict[str, Any] = {"trust_remote_code": False, "local_files_only": True}
    processor = AutoProcessor.from_pretrained(made[name], **own)
    model, found = AutoModelForImageTextToText.from_pretrained(
        made[name], dtype=torch.float32, output_loading_info=True, **own
    )
    assert not any(found[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"))
    entry = case(name, "single_1tile")
    chat = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": entry["question"]}]}]
    text = processor.apply_chat_template(chat, add_generation_prompt=True)
    with Image.open(DATA / entry["images"][0]["image"]) as opened:
        picture = opened.convert("RGB")
    inputs = processor(text=[text], images=[picture], max_patches=1, return_tensors="pt")
    assert inputs["input_ids"].shape[1] == entry["n_tokens"]
    out = model.generate(**inputs, max_new_tokens=4, do_sample=False)
    assert out.shape[1] == entry["n_tokens"] + 4


def test_what_is_converted_reads_as_whole(made: dict[str, Path]) -> None:
    for name, folder in made.items():
        new, old = checkpoint_at(folder), checkpoint_at(DATA / name)
        assert (new.problems, new.model_type, new.complete) == ((), "internvl", True)
        assert (new.parameters, new.precision_on_disk) == (old.parameters, old.precision_on_disk)
        assert new.context_length == old.context_length
        assert len(new.weight_files) == len(old.weight_files)


@pytest.mark.parametrize("kind", ["qwen3", "qwen3_moe"])
def test_other_language_models_are_the_same_afterwards(tmp_path: Path, kind: str) -> None:
    original = write_original(random_model(kind, style="6b"), tmp_path / "original", shards=3)
    told: list[float] = []
    convert(str(original), str(tmp_path / "new"), lambda event: told.append(event.fraction), Event())
    assert told == sorted(told)
    assert told[-1] == 1.0
    chat = (Message("user", (Picture(str(DATA / "images" / "harbor.png")), "What is there?")),)
    answers = [
        answer(load_model(folder), chat, max_tiles=2).token_ids for folder in (original, tmp_path / "new")
    ]
    assert answers[0] == answers[1]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    with pytest.raises(EyeboxError, match="is there already"):
        convert(str(DATA / INTERNLM2), str(target), quiet, Event())
    assert list(target.iterdir()) == []
    with pytest.raises(EyeboxError, match="does not exist"):
        convert(str(DATA / INTERNLM2), str(tmp_path / "no" / "new"), quiet, Event())


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    stop = Event()

    def emit(event: Any) -> None:
        if event.fraction > 0.3:
            stop.set()

    with pytest.raises(Stopped):
        convert(str(DATA / INTERNLM2), str(tmp_path / "new"), emit, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    with pytest.raises(EyeboxError, match="make 66 MB free"):
        convert(str(DATA / INTERNLM2), str(tmp_path / "new"), quiet, Event())


def test_what_a_killed_one_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".new.unfinished-999999999"
    left.mkdir()
    other = tmp_path / ".newer.unfinished-999999999"
    other.mkdir()
    with pytest.raises(ValueError), new_folder(tmp_path / "new", 0) as made:
        (made / "file").write_text("half")
        raise ValueError
    assert list(tmp_path.iterdir()) == [other]


def test_others_are_refused(tmp_path: Path) -> None:
    from tiny_models import build_tiny

    checkpoint = checkpoint_at(build_tiny("qwen2_vl", tmp_path / "hf"))
    with pytest.raises(EyeboxError, match="original layout"):
        family_of(checkpoint).convert(checkpoint, tmp_path, quiet, Event())
    folder = tmp_path / "no_whole"
    shutil.copytree(DATA / INTERNLM2, folder)
    text = (folder / "config.json").read_text().replace('"use_thumbnail": true', '"use_thumbnail": false')
    (folder / "config.json").write_text(text)
    with pytest.raises(EyeboxError, match="small whole picture"):
        convert(str(folder), str(tmp_path / "new"), quiet, Event())
    assert not (tmp_path / "new").exists()
