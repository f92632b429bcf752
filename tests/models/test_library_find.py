"""Finding checkpoints in caches and folders of every layout, whole ones and others."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from eyebox_models.checkpoint.find import find, is_checkpoint, resolve, sees
from eyebox_models.checkpoint.whole import missing
from eyebox_models.library.cards import list_models, offers
from eyebox_models.protocol.advice import own_folder

CONFIG = {"model_type": "qwen2_vl", "vision_config": {}}
COMMIT = "a" * 40


@pytest.fixture(autouse=True)
def caches(tmp_path, monkeypatch):
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME", "MODELSCOPE_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    return tmp_path


def model(folder: Path, config=CONFIG, weights=("model.safetensors",)) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(config))
    for name in weights:
        (folder / name).write_bytes(b"weights")
    return folder


def hub_model(root: Path, name: str, commit=COMMIT, weights=("model.safetensors",), main=True) -> Path:
    """A model in the cache of Hugging Face: blobs, and a snapshot of links."""
    repo = root / ("models--" + name.replace("/", "--"))
    snapshot = repo / "snapshots" / commit
    snapshot.mkdir(parents=True)
    (repo / "blobs").mkdir(exist_ok=True)
    (repo / "refs").mkdir(exist_ok=True)
    for file in ("config.json", *weights):
        blob = repo / "blobs" / (commit[:4] + file.encode().hex())
        blob.write_text(json.dumps(CONFIG))
        (snapshot / file).symlink_to(os.path.relpath(blob, snapshot))
    if main:
        (repo / "refs" / "main").write_text(commit)
    return snapshot


def names(found):
    return [(one.name, one.source, bool(one.lacks)) for one in found]


@pytest.mark.parametrize(
    ("variable", "value", "root"),
    [
        (None, "", "user/.cache/huggingface/hub"),
        ("HF_HOME", "hf", "hf/hub"),
        ("HF_HUB_CACHE", "hub", "hub"),
        ("XDG_CACHE_HOME", "xdg", "xdg/huggingface/hub"),
    ],
)
def test_the_cache_of_hugging_face(tmp_path, monkeypatch, variable, value, root):
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / value))
    folder = hub_model(tmp_path / root, "Qwen/Some-VL")
    [found] = find()
    assert (found.name, found.source, found.folder, found.lacks) == (
        "Qwen/Some-VL",
        "huggingface",
        folder,
        "",
    )
    assert resolve("Qwen/Some-VL") == resolve("qwen/some-vl") == resolve("Some-VL") == folder


@pytest.mark.parametrize(
    "layout",
    [
        "hub/Qwen/Qwen2___5-VL",
        "hub/models/Qwen/Qwen2___5-VL",
        "models/Qwen/Qwen2.5-VL",
        "models/Qwen--Qwen2.5-VL/snapshots/master",
        "Qwen/Qwen2.5-VL",
    ],
)
def test_the_cache_of_modelscope(tmp_path, monkeypatch, layout):
    monkeypatch.setenv("MODELSCOPE_CACHE", str(tmp_path / "ms"))
    folder = model(tmp_path / "ms" / layout)
    assert names(find()) == [("Qwen/Qwen2.5-VL", "modelscope", False)]
    assert resolve("modelscope:Qwen/Qwen2.5-VL") == folder


def test_folders_of_the_user(tmp_path):
    single = model(tmp_path / "one 模型")
    model(tmp_path / "many" / "a")
    model(tmp_path / "many" / "x" / "b")
    model(tmp_path / "many" / "x" / "y" / "too deep")
    hub_model(tmp_path / "many" / "cache", "Org/C")
    folders = [str(single), str(tmp_path / "many"), str(tmp_path / "many" / "a"), str(tmp_path / "gone"), ""]
    found = find(folders=folders)
    assert names(found) == [
        ("one 模型", "added", False), ("a", "added", False), ("Org/C", "added", False), ("b", "added", False),
    ]  # fmt: skip


def test_a_folder_of_a_model_is_known_by_its_config(tmp_path):
    model, hub, plain = tmp_path / "模型", tmp_path / "models--org--name", tmp_path / "pictures"
    snapshot = hub / "snapshots" / "1a2b"
    for folder, config in (
        (model, {"model_type": "qwen2_vl"}),
        (snapshot, {"architectures": ["A"]}),
        (plain, {"a": 1}),
    ):
        folder.mkdir(parents=True)
        (folder / "config.json").write_text(json.dumps(config))
    assert [is_checkpoint(folder) for folder in (model, hub, snapshot)] == [True, True, True]
    assert not any(
        is_checkpoint(folder) for folder in (plain, tmp_path, tmp_path / "gone", model / "config.json")
    )


def test_own_folder_comes_first_and_a_folder_is_named_once(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    hub_model(tmp_path / "hub", "Org/A")
    own = hub_model(tmp_path / "own", "Org/A")
    (tmp_path / "link").symlink_to(own)
    found = find(str(tmp_path / "own"), [str(tmp_path / "link")])
    assert names(found) == [("Org/A", "eyebox", False), ("Org/A", "huggingface", False)]
    assert resolve("Org/A", str(tmp_path / "own")) == own


def test_a_name_that_two_models_share_needs_its_owner(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    hub_model(tmp_path, "One/VL")
    two = hub_model(tmp_path, "Two/VL")
    assert resolve("VL") is None
    assert resolve("Two/VL") == two
    assert resolve("") is None and resolve("../VL") is None and resolve("Three/VL") is None


def test_models_without_eyes_are_passed_over(tmp_path):
    for name, config in {
        "text": {"model_type": "qwen2", "architectures": ["Qwen2ForCausalLM"]},
        "clip": {"model_type": "clip", "vision_config": {}, "text_config": {}},
        "empty": {},
        "llava": {"model_type": "llava", "vision_config": {}},
        "old qwen": {"model_type": "qwen", "visual": {}},
        "unknown": {"model_type": "new_thing", "architectures": ["NewThingVLForConditionalGeneration"]},
    }.items():
        model(tmp_path / "m" / name, config)
    model(tmp_path / "m" / "list", config=[1])  # type: ignore[arg-type]
    assert [found.name for found in find(folders=[str(tmp_path / "m")])] == ["llava", "old qwen", "unknown"]
    assert sees({"image_token_id": 5})


@pytest.mark.parametrize(
    ("files", "lacks"),
    [
        (["config.json", "model.safetensors"], ""),
        (["config.json", "pytorch_model.bin"], ""),
        (["config.json"], "its weights are missing"),
        (["model.safetensors"], "config.json is missing"),
        (
            ["config.json", "model-00001-of-00003.safetensors", "model-00003-of-00003.safetensors"],
            "model-00002-of-00003.safetensors is missing",
        ),
        (["config.json", "model.safetensors", "tokenizer.json.part"], "tokenizer.json.part is still coming"),
        (["config.json", "model.safetensors", "x.incomplete"], "x.incomplete is still coming"),
        (["config.json", "model.safetensors.index.json", "s1.safetensors"], "s2.safetensors is missing"),
        (["config.json", "model.safetensors.index.json", "s1.safetensors", "s2.safetensors"], ""),
        (["config.json", "model.safetensors", "pytorch_model.bin.index.json"], ""),
        (
            ["config.json", "model.safetensors", ".cache/huggingface/download/a.b.incomplete"],
            "a file is still coming",
        ),
        (["config.json", "model.safetensors", "._____temp/vocab.json"], "vocab.json is still coming"),
        (["config.json", "model.safetensors", "vocab.json", "._____temp/vocab.json"], ""),
    ],
)
def test_what_a_folder_lacks(tmp_path, files, lacks):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        index = '{"weight_map": {"a": "s1.safetensors", "b": "s2.safetensors"}}'
        (tmp_path / name).write_text(index if name.endswith("index.json") else "{}")
    assert missing(tmp_path) == lacks


def test_a_half_downloaded_cache_is_never_offered(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    hub_model(tmp_path, "Org/Coming")
    (tmp_path / "models--Org--Coming" / "blobs" / "beef.incomplete").write_text("half")
    broken = hub_model(tmp_path, "Org/Broken")
    (broken / "model.safetensors").resolve().unlink()
    left = hub_model(tmp_path, "Org/Left")
    blob = (left / "model.safetensors").resolve()
    blob.with_name(f"{blob.name}.1234.incomplete").write_text("left behind by another try")
    found = {one.name: one for one in find()}
    assert found["Org/Coming"].lacks and found["Org/Broken"].lacks and not found["Org/Left"].lacks
    assert resolve("Org/Coming") is None and resolve("Org/Broken") is None and resolve("Org/Left") == left


def test_while_a_newer_snapshot_comes_the_older_one_counts(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    old = hub_model(tmp_path, "Org/A", commit="0" * 40)
    hub_model(tmp_path, "Org/A", commit="1" * 40, weights=())
    assert resolve("Org/A") == old


def test_the_newest_whole_snapshot_counts_where_main_names_none(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    old = hub_model(tmp_path, "Org/A", commit="1" * 40, main=False)
    new = hub_model(tmp_path, "Org/A", commit="0" * 40, main=False)
    os.utime(old, (1, 1))
    assert resolve("Org/A") == new


def test_nothing_on_a_disk_makes_it_raise(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    good = model(tmp_path / "m" / "good")
    (tmp_path / "m" / "loop").symlink_to(tmp_path / "m")
    (tmp_path / "m" / "broken").symlink_to(tmp_path / "nowhere")
    (tmp_path / "m" / "self").symlink_to(tmp_path / "m" / "self")
    (tmp_path / "m" / "dir config" / "config.json").mkdir(parents=True)
    odd = model(tmp_path / "m" / "odd")
    (odd / "config.json").write_bytes(b"\xff\xfe{" + b"[" * 100_000)
    (tmp_path / "hub" / "models--a--b" / "refs" / "main").mkdir(parents=True)
    (tmp_path / "hub" / "models--file").write_text("")
    (tmp_path / "hub" / "models--c--d" / "snapshots").mkdir(parents=True)
    (tmp_path / "hub" / "models--c--d" / "snapshots" / "file").write_text("")
    closed = model(tmp_path / "m" / "closed")
    closed.chmod(0)
    try:
        found = find(str(tmp_path / "m"), [str(tmp_path / "m"), "\0", "~nobody/x", str(good / "config.json")])
    finally:
        closed.chmod(0o700)
    assert ("good", "eyebox", False) in names(found)
    assert len({str(one.folder.resolve()) for one in found}) == len(found)


def test_two_hundred_folders(tmp_path):
    for number in range(200):
        model(tmp_path / "m" / f"model {number:03}")
    assert len(find(folders=[str(tmp_path / "m")])) == 200


def test_the_list_has_a_card_for_each_and_the_offers(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    hub_model(tmp_path / "hub", "Org/Half", weights=())
    model(tmp_path / "own" / "bad", config={})
    cards = list_models(str(tmp_path / "own"), [])
    assert [(card.name, card.source, card.complete) for card in cards.cards] == [
        ("bad", "eyebox", False),
        ("Org/Half", "huggingface", False),
    ]
    assert "only half here" in cards.cards[1].problems[0]
    assert cards.offers == offers()


@pytest.mark.parametrize("there", [("00001", "00003"), ("00001",), ()])
def test_a_missing_shard_is_reported_once(tmp_path, there):
    folder = model(tmp_path / "m", weights=[f"model-{n}-of-00003.safetensors" for n in there])
    gone = [f"model-{n}-of-00003.safetensors" for n in ("00001", "00002", "00003") if n not in there]
    every = {f"a{n}": f"model-0000{n}-of-00003.safetensors" for n in (1, 2, 3)}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": every}))
    (card,) = list_models("", [str(folder)]).cards
    assert not card.complete
    said = [problem for problem in card.problems if "missing" in problem]
    assert said == [f"m is only half here ({gone[0]} is missing): download it again."]


def test_offers_are_reported_with_sizes_and_licences():
    found = offers()
    assert len(found) >= 10
    assert len({offer.name for offer in found}) == len(found)
    for offer in found:
        assert offer.name.count("/") == 1 and offer.title and offer.purpose and offer.licence
        sizes = dict(offer.bytes)
        assert offer.parameters and sizes["int4"] > offer.parameters / 2
        if "bf16" in sizes:
            assert sizes["bf16"] == pytest.approx(2 * offer.parameters, abs=2e7)
            assert sizes["int4"] < sizes["int8"] < sizes["bf16"]
    first = [dict(offer.bytes).get("bf16", 0) for offer in found]
    assert max(first) == first[-1]


def test_own_folder_follows_the_home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "h"))
    assert own_folder("data") == tmp_path / "h" / "data"
    snapshot = hub_model(own_folder("data") / "models", "Org/Mine")
    assert resolve("Org/Mine") == snapshot
