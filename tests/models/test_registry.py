"""Finding the family of a model, a stranger's included."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from engines import asking, write_script
from eyebox_models.ask import EyeboxError
from eyebox_models.engine import EngineProcess
from eyebox_models.families.scripted import Scripted
from eyebox_models.registry import family_for

FAMILY = """
import os
from eyebox_models.ask import Answer, TextDelta

class Parrot:
    name = "parrot"
    def recognises(self, model): return model == "parrot"
    def load(self, model, options, emit, stop): return self
    def answer(self, ask, emit, stop):
        text = os.environ.get(ask.question, ask.question)
        emit(TextDelta(ask.turn, text))
        return Answer(ask.turn, text)
    def close(self): pass
"""


@pytest.fixture
def strangers(tmp_path, monkeypatch):
    """A package of somebody else's that offers a family, and one whose family cannot be imported."""
    site = tmp_path / "site"
    info = site / "parrot-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "parrot_family.py").write_text(FAMILY)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: parrot\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[eyebox.families]\nbroken = no_such_module:Family\nparrot = parrot_family:Parrot\n"
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


def test_a_stranger_comes_in_by_the_same_door(strangers):
    assert family_for("parrot").name == "parrot"


def test_a_stranger_answers_in_the_engine(strangers, tmp_path):
    engine = EngineProcess("model", tmp_path / "log")
    end = engine.run("job", asking("parrot", "who is a pretty boy"), lambda _event: None)
    engine.close()
    assert end.result.text == "who is a pretty boy"


@pytest.mark.parametrize("name", ["HF_HUB_OFFLINE", "HF_HUB_DISABLE_XET"])
def test_a_family_finds_the_hub_switched_off(strangers, tmp_path, name):
    engine = EngineProcess("model", tmp_path / "log")
    assert engine.run("job", asking("parrot", name), lambda _event: None).result.text == "1"
    assert engine.run("job", asking("parrot", "USE_HUB_KERNELS"), lambda _event: None).result.text == "0"
    engine.close()


def test_naming_a_family_imports_no_other(tmp_path):
    model = write_script(tmp_path, [])
    code = f"import sys, eyebox_models.registry as r; r.family_for({model!r}); print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "eyebox_models.families.scripted" in loaded
    assert "eyebox_models.families.reader" not in loaded
