"""Where engines are started, with which variables, and what is said where packages are missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine_home import without_torch
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.environment import running
from eyebox_models.environment.place import Place, Receipt, own_home
from eyebox_models.environment.state import look_at
from eyebox_models.families.registry import table
from eyebox_models.fit.machine import Machine
from eyebox_models.fit.runs import why_not
from eyebox_models.protocol.advice import ENGINE_PLACE, how_to_install

MACHINE = Machine(
    8 << 30, 8 << 30, 2, packages={"torch": "2.13.0", "transformers": "5.23.0", "accelerate": "1.0"}
)


def standing(folder: Path) -> Path:
    """An environment of which only the Python is there."""
    inside = folder / ("Scripts" if sys.platform == "win32" else "bin")
    inside.mkdir(parents=True)
    python = inside / ("python.exe" if sys.platform == "win32" else "python3")
    python.write_text("")
    return python


def add(build: str = "cpu") -> Path:
    place = Place(own_home())
    python = standing(place.home / "env-1")
    place.write(Receipt("env-1", build, "/usr/bin/python3", "3.12", "d", 7, (("torch", "2.13.0"),)))
    return python


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program's files."""
    without_torch(monkeypatch, tmp_path / "hides")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program" / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program" / "eyebox"))
    return tmp_path / "program" / "_internal"


def test_a_program_with_torch_stays_in_its_own_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "has_torch", lambda: True)
    add()
    assert running.command("model") == [sys.executable, "-P", "-m", "eyebox_models.engine", "model"]
    assert running.place_of() == "own"


def test_model_engines_of_a_program_without_torch_run_in_the_added_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_torch(monkeypatch, tmp_path / "hides")
    assert running.command("model")[0] == sys.executable and running.place_of() == ""
    python = str(add())
    for role in ("model", "library"):
        assert running.command(role) == [python, "-P", "-m", "eyebox_models.engine", role]
    for role in ("reader", "picture", "setup"):
        assert running.command(role)[0] == sys.executable
    [sources] = running.variables(running.command("model"))["PYTHONPATH"].split(os.pathsep)
    assert sorted(path.name for path in Path(sources).iterdir()) == [
        "eyebox_models",
        "eyebox_resources",
        "pyvips",
    ]
    assert running.variables(running.command("reader")) == dict(os.environ)


def test_an_added_one_goes_before_one_that_was_carried(frozen: Path) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    own = str(Path(sys.executable).with_name(f"eyebox-engine{suffix}"))
    assert running.command("model") == [own, "model"] and look_at(str(own_home())).place == ""
    carried = str(standing(frozen / "model-engine"))
    assert running.command("model")[0] == carried and look_at(str(own_home())).place == "carried"
    added = str(add())
    assert running.command("model")[0] == added and look_at(str(own_home())).place == "added"
    assert running.command("reader") == [own, "reader"]
    Path(added).unlink()
    assert running.command("model")[0] == carried


def test_a_frozen_program_hides_its_own_libraries_from_the_environment(frozen: Path) -> None:
    add()
    environ = {
        "LD_LIBRARY_PATH": str(frozen), "LD_LIBRARY_PATH_ORIG": "/opt/lib", "DYLD_LIBRARY_PATH": str(frozen),
        "PYTHONHOME": "/x", "PYTHONPATH": "/y", "_PYI_ARCHIVE_FILE": "z", "_MEIPASS2": "z", "PATH": "/bin", "HF_HOME": "/m",
    }  # fmt: skip
    values = running.variables(running.command("model"), environ)
    assert values == {
        "LD_LIBRARY_PATH": "/opt/lib", "PATH": "/bin", "HF_HOME": "/m", "PYTHONPATH": str(frozen / "engine_source"),
        "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(own_home() / "compiled"), ENGINE_PLACE: "added",
    }  # fmt: skip
    assert running.variables(running.command("reader"), environ) == environ


def test_what_is_missing_is_installed_by_pip_or_comes_with_the_engine(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    assert how_to_install("torch", "accelerate") == "pip install torch accelerate"
    request.getfixturevalue("frozen")
    bare = Machine(1, 1, 1)
    said = why_not(Checkpoint(Path("x"), {}, "qwen2_vl"), "bf16", bare)
    assert said.endswith("not installed: add the model engine (Models, or eyebox models engine add)")
    monkeypatch.setenv(ENGINE_PLACE, "added")
    assert "add the model engine again" in how_to_install("gptqmodel")


def test_only_models_whose_pictures_torchvision_prepares_need_it() -> None:
    def refusal(name: str) -> str:
        return why_not(Checkpoint(Path("x"), {}, name, kind=table().type_of(name)), "fp32", MACHINE)

    assert refusal("qwen") == ""
    for name in ("qwen2_vl", "internvl_chat", "llava"):
        assert "torchvision is not installed" in refusal(name)


@pytest.mark.skipif(sys.platform == "win32", reason="there an environment has no links")
def test_an_environment_stands_on_its_python_wherever_both_are_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_torch(monkeypatch, tmp_path / "hides")
    place = Place(tmp_path / "before")
    base = standing(place.home / "python" / "cpython-3.12.9")
    link = standing(place.home / "env-1").with_name("python")
    link.with_name("python3").unlink()
    link.symlink_to(base)
    link.with_name("python3").symlink_to("python")
    (place.home / "env-1" / "pyvenv.cfg").write_text(f"home = {base.parent}\nversion_info = 3.12.9\n")
    place.write(Receipt("env-1", "cpu", place.base_of(base), "3.12", "d", 7, ()))
    after = place.home.rename(tmp_path / "after 后")
    found = running.added(after)
    assert found is not None and found.python.resolve() == after / base.relative_to(place.home)
    settings = (after / "env-1" / "pyvenv.cfg").read_text()
    assert settings == f"home = {(after / base.relative_to(place.home)).parent}\nversion_info = 3.12.9\n"
