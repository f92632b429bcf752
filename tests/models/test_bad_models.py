"""Models that can't be used, asked in one engine: one sentence each, and the model before goes on without a reload."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer, End, Progress
from eyebox_models.protocol.requests import Answering
from tiny_models import build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

QUESTION = "What is in the picture?"


class Chats:
    """One engine, a model that can be used, and a picture."""

    def __init__(self, root: Path) -> None:
        self.good = build_tiny("qwen2_vl", root / "good")
        self.picture = str(root / "a picture 图.png")
        Image.new("RGB", (90, 60), "teal").save(self.picture)
        self.engine = EngineProcess("model", root / "log")
        self.asked = 0
        self.first = self.ask(self.good)[0].result
        assert isinstance(self.first, Answer)

    def ask(self, folder: Path, text: str = QUESTION, pictures: int = 1, **more: Any) -> tuple[End, bool]:
        """How a question ends, and whether something was loaded for it."""
        events: list[Any] = []
        self.asked += 1
        options = Options(**{"precision": "fp32", "device": "cpu", "max_new_tokens": 5} | more)
        message = Message("user", (*[Picture(self.picture)] * pictures, text))
        request = Answering(Ask((message,), str(folder), options))
        end = self.engine.run(f"job {self.asked}", request, events.append)
        return end, any(isinstance(event, Progress) and event.stage == "loading" for event in events)

    def check_good_is_still_there(self) -> None:
        end, loaded = self.ask(self.good)
        assert end.outcome == "done", end
        assert not loaded
        assert isinstance(end.result, Answer)
        assert end.result.token_ids == self.first.token_ids


@pytest.fixture(scope="module")
def chats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chats]:
    made = Chats(tmp_path_factory.mktemp("bad models 坏"))
    yield made
    made.engine.close()


@pytest.fixture
def folder(chats: Chats, tmp_path: Path) -> Path:
    return Path(shutil.copytree(chats.good, tmp_path / "a broken folder 模型"))


def sentence(end: End) -> str:
    """What was said, which has to be one sentence."""
    assert end.outcome == "failed" and end.result is None
    assert end.message and "\n" not in end.message and "Traceback" not in end.message
    assert "unexpected" not in end.message
    return end.message


def change(file: Path, **fields: Any) -> None:
    data = json.loads(file.read_text("utf-8"))
    for path, value in fields.items():
        *outer, last = path.split("__")
        place = data
        for name in outer:
            place = place[name]
        place[last] = value
    file.write_text(json.dumps(data), "utf-8")


def weights(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    tensors: dict[str, Any] = load_file(folder / "model.safetensors")
    return tensors


def save(tensors: dict[str, Any], file: Path) -> None:
    from safetensors.torch import save_file

    save_file(tensors, file, {"format": "pt"})


def missing_shard(folder: Path) -> None:
    save(weights(folder), folder / "model-00001-of-00002.safetensors")
    places = dict.fromkeys(weights(folder), "model-00001-of-00002.safetensors")
    places |= dict.fromkeys(list(places)[:3], "model-00002-of-00002.safetensors")
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))


def wrong_index(folder: Path) -> None:
    tensors = weights(folder)
    names = sorted(tensors)
    for number in (0, 1):
        save(
            {name: tensors[name] for name in names[number::2]},
            folder / f"model-0000{number + 1}-of-00002.safetensors",
        )
    swapped = {name: f"model-0000{2 - at % 2}-of-00002.safetensors" for at, name in enumerate(names)}
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": swapped}))


def truncated(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-100])


def not_finite(folder: Path) -> None:
    tensors = weights(folder)
    name = next(name for name in tensors if name.endswith("layers.1.mlp.down_proj.weight"))
    tensors[name][3, 3] = float("nan")
    save(tensors, folder / "model.safetensors")


def other_size(folder: Path) -> None:
    change(folder / "config.json", text_config__hidden_size=128)


def other_family(folder: Path) -> None:
    change(folder / "config.json", model_type="qwen2_5_vl")


def no_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def unknown_type(folder: Path) -> None:
    change(folder / "config.json", model_type="wonder_vl")


def own_code(folder: Path) -> None:
    change(folder / "config.json", model_type="wonder_vl", auto_map={"AutoModel": "wonder.Model"})
    (folder / "wonder.py").write_text(f"open({str(folder / 'ran')!r}, 'w')")


def unknown_dtype(folder: Path) -> None:
    change(folder / "config.json", dtype="float5")


def unknown_rope(folder: Path) -> None:
    change(folder / "config.json", text_config__rope_parameters={"rope_type": "spiral"})


def hollow_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")


def whole_numbers(folder: Path) -> None:
    import torch

    tensors = weights(folder)
    name = next(name for name in tensors if name.endswith("layers.1.mlp.down_proj.weight"))
    tensors[name] = tensors[name].to(torch.int64)
    save(tensors, folder / "model.safetensors")


def other_patches(folder: Path) -> None:
    change(folder / "processor_config.json", image_processor__patch_size=16)


def no_patches(folder: Path) -> None:
    change(folder / "processor_config.json", image_processor__patch_size=0)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (missing_shard, "model-00002-of-00002.safetensors"),
        (wrong_index, "index.json is wrong"),
        (truncated, "cut short"),
        (not_finite, "not finite"),
        (other_size, "config.json"),
        (other_family, "another kind (qwen2_vl)"),
        (whole_numbers, "whole numbers"),
        (other_patches, "patch_size is 16"),
        (no_patches, "no size"),
        (no_tokenizer, "tokenizer"),
        (unknown_type, "wonder_vl"),
        (own_code, "code of its own"),
        (unknown_dtype, "float5"),
        (unknown_rope, "spiral"),
        (hollow_tokenizer, "loaded"),
    ],
)
@pytest.mark.slow
def test_a_bad_folder_is_one_sentence_and_the_model_before_goes_on(chats, folder, break_it, said):
    break_it(folder)
    end, _loaded = chats.ask(folder)
    assert said in sentence(end)
    assert not (folder / "ran").exists()
    chats.check_good_is_still_there()


def test_a_link_out_of_the_hubs_cache(chats, folder, tmp_path):
    snapshot = tmp_path / "hub" / "models--some--one" / "snapshots" / "0a1b"
    snapshot.parent.mkdir(parents=True)
    folder.rename(snapshot)
    (snapshot / "config.json").rename(tmp_path / "elsewhere.json")
    (snapshot / "config.json").symlink_to(tmp_path / "elsewhere.json")
    end, loaded = chats.ask(snapshot)
    assert "leads out of the cache" in sentence(end) and not loaded
    chats.check_good_is_still_there()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"text": "哪里 what " * 13_000}, "32,768 tokens"),
        ({"device": "cuda:7"}, "CUDA"),
        ({"adapter": "/no/such/folder"}, "/no/such/folder"),
    ],
)
def test_a_bad_question_is_one_sentence_and_the_model_goes_on(chats, more, said):
    end, loaded = chats.ask(chats.good, **more)
    assert said in sentence(end) and not loaded
    chats.check_good_is_still_there()


def test_fifty_pictures_in_one_question(chats):
    end, loaded = chats.ask(chats.good, pictures=50)
    assert end.outcome == "done" and not loaded
    assert [seen.image for seen in end.result.seen] == [*range(50)]


def test_a_prompt_with_bytes_that_are_no_characters(chats):
    end, _loaded = chats.ask(chats.good, text="what \udcff is \0 this")
    assert end.outcome == "done"


def test_a_path_with_spaces_and_chinese(chats, folder):
    end, _loaded = chats.ask(folder)
    assert end.outcome == "done"
    assert end.result.token_ids == chats.first.token_ids
