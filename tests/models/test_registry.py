"""Finding the family of a model, a plugin's included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module

import pytest

from engines import asking, write_script
from eyebox_models.engine.process import EngineProcess
from eyebox_models.families.registry import checkpoint_at, family_for, family_of, info_of
from eyebox_models.families.scripted import Scripted
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError

FAMILY = """
import os
from eyebox_models.protocol.events import Answer, TextDelta

from eyebox_models.checkpoint import FamilyInfo

INFO = FamilyInfo("parrot", "Parrot", "parrot_family:Parrot", recognises=lambda model: model == "parrot")

class Parrot:
    name = "parrot"
    def load(self, model, options, emit, stop): return self
    def answer(self, ask, emit, stop):
        text = os.environ.get(ask.question, ask.question)
        emit(TextDelta(ask.turn, text))
        return Answer(ask.turn, text)
    def close(self): pass
"""

SEEING = """
from transformers import AutoConfig, AutoModelForImageTextToText, Qwen2VLConfig, Qwen2VLForConditionalGeneration

from eyebox_models.families.qwen2_vl import Qwen2VL
from mynah_info import INFO

class MynahConfig(Qwen2VLConfig):
    model_type = "mynah"

class MynahModel(Qwen2VLForConditionalGeneration):
    config_class = MynahConfig

class Mynah(Qwen2VL):
    info = INFO

AutoConfig.register("mynah", MynahConfig, exist_ok=True)
AutoModelForImageTextToText.register(MynahConfig, MynahModel, exist_ok=True)
"""

SEEING_INFO = """
from eyebox_models.checkpoint import FamilyInfo, ModelType

INFO = FamilyInfo("mynah", "Mynah", "mynah_family:Mynah", (ModelType("mynah"),))
"""


@pytest.fixture
def plugins(tmp_path, monkeypatch):
    """A package of somebody else's that offers a family, and one whose family cannot be imported."""
    site = tmp_path / "site"
    info = site / "parrot-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "parrot_family.py").write_text(FAMILY)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: parrot\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[eyebox.families]\nbroken = no_such_module:Family\nparrot = parrot_family:INFO\n"
    )
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]))
    return site


def test_a_family_is_found_by_its_name(tmp_path):
    assert isinstance(family_for("scripted:any.json"), Scripted)


@pytest.mark.parametrize("model", ["nobody", "", "/no/such/folder", "nobody:else"])
def test_an_unknown_model_is_one_sentence(model):
    with pytest.raises(EyeboxError, match="No model is called"):
        family_for(model)


def test_a_plugin_comes_in_by_the_same_door(plugins):
    assert family_for("parrot").name == "parrot"


def test_a_plugin_answers_in_the_engine(plugins, tmp_path):
    engine = EngineProcess("model", tmp_path / "log")
    end = engine.run("job", asking("parrot", "who is a pretty boy"), lambda _event: None)
    engine.close()
    assert end.result.text == "who is a pretty boy"


@pytest.mark.parametrize("name", ["HF_HUB_OFFLINE", "HF_HUB_DISABLE_XET"])
def test_a_family_finds_the_hub_switched_off(plugins, tmp_path, name):
    engine = EngineProcess("model", tmp_path / "log")
    assert engine.run("job", asking("parrot", name), lambda _event: None).result.text == "1"
    assert engine.run("job", asking("parrot", "USE_HUB_KERNELS"), lambda _event: None).result.text == "0"
    engine.close()


def test_naming_a_family_imports_no_other(tmp_path):
    model = write_script(tmp_path, [])
    code = f"import sys, eyebox_models.families.registry as r; r.family_for({model!r}); print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "eyebox_models.families.scripted" in loaded
    assert "eyebox_models.families.reader" not in loaded


TYPES = {
    "qwen2_vl": "qwen2_vl", "qwen2_5_vl": "qwen2_5_vl", "qwen3_vl": "qwen3_vl", "qwen3_vl_moe": "qwen3_vl",
    "qwen3_5": "qwen3_5", "qwen3_5_moe": "qwen3_5", "internvl": "internvl", "llava": "auto", "smolvlm": "auto",
    "gemma3": "auto", "glm4v": "auto", "paddleocr_vl": "auto", "idefics3": "auto",
}  # fmt: skip


def folder_with(folder, config):
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("model_type", "family"), TYPES.items())
def test_a_folder_is_known_by_its_model_type(tmp_path, model_type, family):
    folder = folder_with(tmp_path / "a model 模型", {"model_type": model_type})
    found = family_for(str(folder))
    assert found.name == family
    info = info_of(checkpoint_at(folder))
    assert info is not None and info.name == family
    assert family_of(checkpoint_at(folder)).name == family


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ({"model_type": "no_such_thing"}, "no_such_thing"),
        ({"model_type": "own_vl_chat", "auto_map": {"AutoModel": "modeling.Model"}}, "never runs"),
        ({"model_type": "llama"}, "text alone"),
        ({}, "config.json"),
    ],
)
def test_a_folder_that_no_family_can_run_is_one_sentence(tmp_path, config, sentence):
    folder = folder_with(tmp_path / "model", config)
    with pytest.raises(EyeboxError, match=sentence) as refused:
        family_for(str(folder))
    assert "\n" not in str(refused.value)


def test_a_folder_without_a_model_is_one_sentence(tmp_path):
    with pytest.raises(EyeboxError, match=r"config\.json"):
        family_for(str(tmp_path))


def test_knowing_a_folder_imports_no_torch(tmp_path):
    folder = folder_with(tmp_path / "model", {"model_type": "llava"})
    code = f"import sys, eyebox_models.families.registry as r; print(r.family_for({str(folder)!r}).name, *sys.modules)"
    name, *loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert name == "auto"
    assert not {"torch", "transformers", "onnxruntime"} & set(loaded)


@pytest.mark.thorough
@pytest.mark.slow
def test_a_plugins_vision_family_is_a_class_a_value_and_one_entry_point(plugins, tmp_path, monkeypatch):
    """What models/README.md promises: another package brings a model type, and it answers in the engine."""
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from tiny_models import build_tiny

    (plugins / "mynah_family.py").write_text(SEEING)
    (plugins / "mynah_info.py").write_text(SEEING_INFO)
    points = plugins / "parrot-1.0.dist-info" / "entry_points.txt"
    points.write_text("[eyebox.families]\nmynah = mynah_info:INFO\n")
    folder = build_tiny("qwen2_vl", tmp_path / "mynah")
    mynah = import_module("mynah_family")
    monkeypatch.delitem(sys.modules, "mynah_family")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    mynah.MynahModel(mynah.MynahConfig.from_dict(config | {"model_type": "mynah"})).save_pretrained(folder)
    engine = EngineProcess("model", tmp_path / "log")
    request = asking(str(folder), "who is a pretty boy")
    options = Options(precision="fp32", device="cpu", max_new_tokens=4)
    end = engine.run("job", replace(request, ask=replace(request.ask, options=options)), lambda _event: None)
    engine.close()
    assert end.outcome == "done", end
    assert len(end.result.token_ids) == 4
