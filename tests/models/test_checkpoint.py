"""Model folders: what is read, and one sentence for each way in which one is broken."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import threading
from pathlib import Path

import pytest

from eyebox_models.checkpoint.headers import Fault, read_header
from eyebox_models.checkpoint.shards import read_ahead
from eyebox_models.families.registry import checkpoint_at
from eyebox_models.protocol.errors import EyeboxError
from tiny_models import build_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("tiny") / "whole")


@pytest.fixture
def folder(tiny, tmp_path):
    return Path(shutil.copytree(tiny, tmp_path / "a folder 模型"))


def problem(folder: Path) -> str:
    problems = checkpoint_at(folder).problems
    assert problems
    assert all(text.endswith((".", "folder.")) and "\n" not in text for text in problems)
    return problems[0]


def change(file: Path, **fields: object) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | fields))


def split(folder: Path) -> dict[str, str]:
    """Writes the weights anew as three shards with an index; tensor -> file."""
    from safetensors.torch import load_file, save_file

    tensors = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    places: dict[str, str] = {}
    names = sorted(tensors)
    for number in range(3):
        file = f"model-{number + 1:05d}-of-00003.safetensors"
        part = {name: tensors[name] for name in names[number::3]}
        save_file(part, folder / file, {"format": "pt"})
        places |= dict.fromkeys(part, file)
    index = {"metadata": {}, "weight_map": places}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    return places


def test_what_a_whole_folder_tells(folder):
    checkpoint = checkpoint_at(folder)
    assert checkpoint.problems == ()
    assert checkpoint.complete
    assert checkpoint.model_type == "qwen2_vl"
    assert checkpoint.precision_on_disk == "fp32"
    assert checkpoint.parameters == 356_224
    assert checkpoint.context_length == 32768
    assert checkpoint.name == "a folder 模型"
    assert checkpoint.processor["patch_size"] == 14
    assert checkpoint.generation["repetition_penalty"] == 1.05
    assert checkpoint.bytes_on_disk == sum(file.stat().st_size for file in folder.iterdir())


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl"])
def test_every_family_is_whole(family, tmp_path):
    assert checkpoint_at(build_tiny(family, tmp_path / family)).problems == ()


def test_shards_with_an_index_are_the_same_model(folder):
    before = checkpoint_at(folder)
    split(folder)
    after = checkpoint_at(folder)
    assert after.problems == ()
    assert set(after.tensors) == set(before.tensors)
    assert after.parameters == before.parameters
    assert len(after.weight_files) == 3


def test_the_digest_stands_for_the_weights(folder):
    one = checkpoint_at(folder).digest
    (folder / "README.md").write_text("hello")
    assert checkpoint_at(folder).digest == one
    change(folder / "config.json", rope_theta=7)
    assert checkpoint_at(folder).digest != one


def test_a_missing_shard(folder):
    split(folder)
    (folder / "model-00002-of-00003.safetensors").unlink()
    assert "model-00002-of-00003.safetensors of 3 weight files is missing" in problem(folder)
    assert not checkpoint_at(folder).complete


def test_a_missing_shard_without_an_index(folder):
    split(folder)
    (folder / "model.safetensors.index.json").unlink()
    assert "index of the weights is missing" in problem(folder)
    (folder / "model-00003-of-00003.safetensors").unlink()
    assert "model-00003-of-00003.safetensors" in problem(folder)


def test_a_tensor_that_is_not_where_the_index_says(folder):
    places = split(folder)
    places["lm_head.weight"] = "model-00003-of-00003.safetensors"
    places["model.norm.weight"] = "model-00001-of-00003.safetensors"
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))
    assert "index.json is wrong" in problem(folder)


@pytest.mark.parametrize("name", ["../model.safetensors", "/etc/passwd", "a\\b", "..", "", "a\0b"])
def test_an_index_that_leads_out_of_the_folder(folder, name):
    places = split(folder)
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places | {"x": name}}))
    assert "outside of the folder" in problem(folder)


@pytest.mark.parametrize("left", [0, 5, 100, 100_000])
def test_a_file_that_is_cut_short(folder, left):
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:left])
    assert "model.safetensors is cut short" in problem(folder)
    assert not checkpoint_at(folder).complete


def test_bytes_that_belong_to_no_tensor(folder):
    with (folder / "model.safetensors").open("ab") as file:
        file.write(b"more")
    assert "belong to no tensor" in problem(folder)


@pytest.mark.parametrize(
    ("field", "value"),
    [("hidden_size", 128), ("vocab_size", 999), ("num_hidden_layers", 3), ("intermediate_size", 7)],
)
def test_the_config_of_another_model(folder, field, value):
    text = json.loads((folder / "config.json").read_text())["text_config"]
    change(folder / "config.json", text_config=text | {field: value})
    assert "config.json wants" in problem(folder)


def test_a_tensor_that_one_layer_lacks(folder):
    from safetensors.torch import load_file, save_file

    tensors = load_file(folder / "model.safetensors")
    del tensors["model.layers.1.mlp.up_proj.weight"]
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    assert "Layer 1 lacks mlp.up_proj.weight" in problem(folder)


def test_no_tokenizer(folder):
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).unlink()
    assert "tokenizer is missing" in problem(folder)


def test_a_tokenizer_that_is_cut_short(folder):
    file = folder / "tokenizer.json"
    file.write_bytes(file.read_bytes()[:1000])
    assert "tokenizer.json is damaged" in problem(folder)


@pytest.mark.parametrize("name", ["model.safetensors.part", "model.safetensors.incomplete", "x.aria2"])
def test_a_download_that_is_not_finished(folder, name):
    (folder / name).write_bytes(b"")
    assert "download is not finished" in problem(folder)
    assert not checkpoint_at(folder).complete


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"model_type": "my_own", "auto_map": {"AutoModel": "code.Mine"}}, "program code of its own"),
        ({"model_type": "my_own"}, "does not know models of the type"),
        ({"model_type": "llama"}, "for text alone"),
        ({"model_type": None}, "does not say which type"),
    ],
)
def test_types_that_cannot_run(folder, fields, said):
    change(folder / "config.json", **fields)
    assert said in problem(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "config.json"])
def test_pointers_in_place_of_large_files(folder, name):
    (folder / name).write_text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 10\n")
    assert any("git lfs pull" in text for text in checkpoint_at(folder).problems)


def snapshot(folder: Path, root: Path) -> Path:
    """The folder in the layout of the hub's cache: links to blobs."""
    made = root / "models--Org--A-Model" / "snapshots" / "0123"
    blobs = root / "models--Org--A-Model" / "blobs"
    made.mkdir(parents=True)
    blobs.mkdir()
    for number, file in enumerate(sorted(folder.iterdir())):
        file.rename(blobs / str(number))
        (made / file.name).symlink_to(Path("..", "..", "blobs", str(number)))
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_of_the_hubs_cache(folder, tmp_path):
    made = snapshot(folder, tmp_path / "hub")
    checkpoint = checkpoint_at(made)
    assert checkpoint.problems == ()
    assert checkpoint.name == "Org/A-Model"
    elsewhere = tmp_path / "elsewhere.safetensors"
    (made / "model.safetensors").resolve().rename(elsewhere)
    assert "link to a file that is not there" in problem(made)
    (made / "model.safetensors").unlink()
    (made / "model.safetensors").symlink_to(elsewhere)
    assert "leads out of the cache" in problem(made)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_folder_of_ones_own(folder, tmp_path):
    weights = folder / "model.safetensors"
    weights.rename(tmp_path / "weights on another disk")
    weights.symlink_to(tmp_path / "weights on another disk")
    assert checkpoint_at(folder).problems == ()
    weights.unlink()
    weights.symlink_to("/dev/null")
    assert "no file" in problem(folder)


def test_no_model_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path, tmp_path / "file", tmp_path / "nowhere", tmp_path / "a\0b"):
        with pytest.raises(EyeboxError) as caught:
            checkpoint_at(place)
        assert len(str(caught.value).splitlines()) == 1


def test_pickled_weights_are_never_unpickled(folder):
    import torch

    (folder / "model.safetensors").unlink()
    torch.save({"x": torch.zeros(1000)}, folder / "pytorch_model.bin")
    checkpoint = checkpoint_at(folder)
    assert checkpoint.problems == ()
    assert checkpoint.tensors == {}
    assert checkpoint.parameters
    whole = (folder / "pytorch_model.bin").read_bytes()
    (folder / "pytorch_model.bin").write_bytes(whole[:-50])
    assert "cut short" in problem(folder)


HOSTILE = [
    b"",
    b"{",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b"[]",
    b"null",
    b'{"a": NaN}',
    b"9" * 5000,
    b"\xff\xfe{}",
    b'"\\ud800"',
]


@pytest.mark.parametrize(
    "name", ["config.json", "generation_config.json", "processor_config.json", "tokenizer.json"]
)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_json(folder, name, text):
    (folder / name).write_bytes(text)
    assert (
        checkpoint_at(folder).problems
        or (name, text) == ("generation_config.json", b'{"a": NaN}')
        or b"NaN" in text
    )


def test_hostile_values_in_the_config(folder):
    original = json.loads((folder / "config.json").read_text())
    rng = random.Random(5)
    odd = [None, -1, 0, True, 1e400, 10**40, "x", [], {}, [[]], {"a": 1}, "\ud800"]
    for _ in range(300):
        config = json.loads(json.dumps(original))
        for part in (config, config["text_config"], config["vision_config"]):
            for key in rng.sample(sorted(part), 2):
                part[key] = rng.choice(odd)
        config[rng.choice(["quantization_config", "architectures", "auto_map", "llm_config"])] = rng.choice(
            odd
        )
        config["rope_scaling"] = {"type": "dynamic", "factor": rng.choice([*odd, 2.0])}
        (folder / "config.json").write_text(json.dumps(config))
        checkpoint = checkpoint_at(folder)
        assert checkpoint.parameters
        assert isinstance(checkpoint.precision_on_disk, str)
        assert checkpoint.context_length is None or checkpoint.context_length > 0


@pytest.mark.thorough
@pytest.mark.slow
def test_mutated_headers_never_raise_anything_odd(tiny, tmp_path):
    whole = (tiny / "model.safetensors").read_bytes()
    length = int.from_bytes(whole[:8], "little")
    file = tmp_path / "model.safetensors"
    rng = random.Random(3)
    refused = 0
    for _ in range(2000):
        data = bytearray(whole[: 8 + length])
        for _ in range(rng.randint(1, 4)):
            place = rng.randrange(8 if rng.random() < 0.2 else len(data))
            data[place] = rng.choice([0, 255, 34, 45, 48, 57, 91, 93, 123, 125, rng.randrange(256)])
        if rng.random() < 0.2:
            del data[rng.randrange(len(data)) :]
        file.write_bytes(bytes(data) + bytes(len(whole) - 8 - length))
        try:
            read_header(file)
        except Fault:
            refused += 1
    assert refused > 500


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system can't be asked to read ahead")
def test_weights_are_read_ahead_in_order_as_far_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a", "gone", "b", "c")]
    for path in files:
        if path.name != "gone":
            path.write_bytes(bytes(1000))
    asked: list[tuple[int, int]] = []
    done = threading.Event()

    def advise(descriptor: int, offset: int, length: int, advice: int) -> None:
        assert advice == os.POSIX_FADV_WILLNEED and os.fstat(descriptor).st_size == 1000
        asked.append((offset, length))
        if length == 500:
            done.set()

    monkeypatch.setattr(os, "posix_fadvise", advise)
    with read_ahead(files, 1500):
        assert done.wait(60)
    assert asked == [(0, 1000), (0, 500)]


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="the system can't be asked to read ahead")
def test_reading_ahead_ends_with_what_it_was_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    begun = threading.Event()
    monkeypatch.setattr(os, "posix_fadvise", lambda *_given: begun.set())
    with read_ahead([path], 1 << 40):
        assert begun.wait(60)
    assert not any(thread.name == "read-ahead" for thread in threading.enumerate())
