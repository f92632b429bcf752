"""Adding the environment for models from a folder of wheels: whole or not at all, and removable."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import Event, Thread

import pytest

from engine_home import add_from, archive, folder_of_wheels, home, without_torch
from eyebox_models.engine.process import EngineProcess
from eyebox_models.environment import bringing, pythons, running
from eyebox_models.environment.add import add
from eyebox_models.environment.place import LOCK, RECEIPT, Place, own_home
from eyebox_models.environment.plan import plan
from eyebox_models.environment.state import look_at, remove
from eyebox_models.protocol.environment import SetupProgress, Source
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.requests import LookAtEnvironment
from tiny_wheels import PACKAGES, TORCH, uv_wheel, wheel

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of a shell")


@pytest.fixture(autouse=True)
def no_torch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_torch(monkeypatch, tmp_path / "hides")


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    return folder_of_wheels(tmp_path)


def with_torch(text: str) -> dict[str, object]:
    return {"torch": ("2.13.0+cpu", {"torch/__init__.py": text}, ("filelock",))}


def test_it_is_added_from_a_folder_and_engines_run_in_it(wheels: Path, tmp_path: Path) -> None:
    events: list[SetupProgress] = []
    state = add_from(wheels, events)
    assert (state.place, state.build, state.problem, state.kept_bytes) == ("added", "cpu", "", 0)
    assert dict(state.packages)["torch"] == "2.13.0+cpu" and state.bytes_on_disk > 0
    assert list(dict.fromkeys(event.stage for event in events)) == [
        "python",
        "resolving",
        "installing",
        "checking",
    ]
    assert sorted(path.name for path in home().iterdir()) == ["compiled", "env-1", RECEIPT, LOCK, "tools"]
    engine = EngineProcess("library", tmp_path / "log")
    try:
        end = engine.run("1", LookAtEnvironment(str(home())), lambda _event: None)
    finally:
        engine.close()
    assert end.outcome == "done" and running.command("library")[0] == state.python
    assert set(PACKAGES) <= {name for name, _version in state.packages}


def test_what_is_there_already_is_only_checked(wheels: Path) -> None:
    first = add_from(wheels)
    events: list[SetupProgress] = []
    assert add_from(wheels, events) == first
    assert [event.stage for event in events][-2:] == ["resolving", "checking"]


def test_another_one_takes_the_place_of_the_one_before(wheels: Path) -> None:
    add_from(wheels)
    name, data, _metadata = wheel("transformers", "5.24.0", {"transformers/__init__.py": ""}, ("numpy",))
    (wheels / name).write_bytes(data)
    state = add_from(wheels)
    assert dict(state.packages)["transformers"] == "5.24.0"
    assert [path.name for path in home().glob("env-*")] == ["env-2"]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param("import ctypes; ctypes.CDLL('libgone.so.9')", marks=pytest.mark.thorough),
        TORCH.replace("self.columns)", "2)"),
    ],
)
def test_a_broken_one_is_not_put_in_place_and_the_one_before_stays(wheels: Path, fault: str) -> None:
    before = add_from(wheels)
    broken = folder_of_wheels(wheels.parent / "broken", **with_torch(fault))
    with pytest.raises(EyeboxError, match=r"does not work \(.*(libgone|wrongly).*not put in place"):
        add_from(broken)
    assert look_at(str(home())) == before
    assert [path.name for path in home().glob("env-*")] == ["env-1"]


def test_a_folder_may_lack_what_is_optional(wheels: Path) -> None:
    for name in ("torchvision", "bitsandbytes"):
        next(wheels.glob(f"{name}-*")).unlink()
    planned = plan(str(home()), Source(str(wheels)), Event())
    assert "lacks bitsandbytes and torchvision" in planned.why and not planned.problem
    assert "torchvision" not in dict(add_from(wheels).packages)


@pytest.mark.thorough
def test_kernels_for_gptq_come_along_where_the_folder_has_them(wheels: Path) -> None:
    for name in ("gptqmodel", "optimum"):
        file, data, _metadata = wheel(name, "7.0.0", {f"{name}/__init__.py": ""})
        (wheels / file).write_bytes(data)
    assert {"gptqmodel", "optimum"} <= {name for name, _version in add_from(wheels).packages}


def test_a_folder_without_torch_or_with_a_gap_is_reported(wheels: Path, tmp_path: Path) -> None:
    next(wheels.glob("filelock-*")).unlink()
    with pytest.raises(EyeboxError, match=r"could not be chosen from .*filelock"):
        add_from(wheels)
    next(wheels.glob("torch-*")).unlink()
    with pytest.raises(EyeboxError, match="holds no wheel of torch"):
        add_from(wheels)
    with pytest.raises(EyeboxError, match="There is no folder"):
        add_from(tmp_path / "gone")
    assert look_at(str(home())).place == ""


def test_the_installer_comes_out_of_the_folder(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(own_home())
    name, data = uv_wheel()
    (wheels / name).write_bytes(data)

    def add_it() -> str:
        return add(str(place.home), Source(str(wheels)), lambda _event: None, Event()).place

    assert add_it() == "added" and place.uv.is_file()
    place.uv.unlink()
    (wheels / name).write_bytes(b"nonsense")
    with pytest.raises(EyeboxError, match=r"uv-.*whl is damaged"):
        add_it()
    (wheels / name).unlink()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EyeboxError, match="holds no wheel of uv"):
        add_it()


def test_a_standalone_python_in_the_folder_goes_before_this_machines(wheels: Path) -> None:
    file = archive(wheels)
    planned = plan(str(home()), Source(str(wheels)), Event())
    assert planned.python == f"{file.name} is unpacked." and planned.hosts == ()
    state = add_from(wheels)
    assert state.place == "added"
    assert [path.name for path in (home() / "python").iterdir()] == [file.name.removesuffix(".tar.gz")]
    file.unlink()
    assert "is here already" in plan(str(home()), Source(str(wheels)), Event()).python


def test_a_damaged_archive_is_reported(wheels: Path) -> None:
    file = archive(wheels)
    file.write_bytes(file.read_bytes()[:-60])
    with pytest.raises(EyeboxError, match="is damaged, or no standalone Python"):
        add_from(wheels)


def test_wheels_for_a_python_that_is_not_here_say_which(
    wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = next(wheels.glob("torch-*"))
    torch.rename(torch.with_name(torch.name.replace("py3-none", "cp314-cp314")))
    monkeypatch.setattr(pythons, "_candidates", lambda _versions: [])
    problem = plan(str(home()), Source(str(wheels)), Event()).problem
    assert "no Python 3.14 here" in problem and str(wheels) in problem


def test_a_disk_that_is_too_small_is_reported_before(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(wheels)._replace(free=1000)
    monkeypatch.setattr(bringing.shutil, "disk_usage", lambda _path: usage)
    assert "free some space first" in plan(str(home()), Source(str(wheels)), Event()).problem
    with pytest.raises(EyeboxError, match="are free on the disk"):
        add_from(wheels)
    assert not list(home().glob("env-*"))


def test_a_stop_ends_the_installer_at_once(wheels: Path, tmp_path: Path) -> None:
    place, stop, fifo = Place(home()), Event(), tmp_path / "begun"
    os.mkfifo(fifo)
    place.uv.unlink()
    place.uv.write_text(f"#!/bin/sh\necho begun > '{fifo}'\nexec sleep 600\n")
    place.uv.chmod(0o755)

    def stop_when_it_runs() -> None:
        fifo.read_text()
        stop.set()

    watcher = Thread(target=stop_when_it_runs)
    watcher.start()
    with pytest.raises(Stopped):
        add_from(wheels, stop=stop)
    watcher.join()


def test_the_installer_sees_no_settings_and_no_network(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(home())
    place.uv.unlink()
    place.uv.write_text("#!/bin/sh\nenv >&2\nexit 3\n")
    place.uv.chmod(0o755)
    monkeypatch.setenv("UV_INDEX_URL", "https://elsewhere.invalid")
    monkeypatch.setenv("PIP_INDEX_URL", "https://elsewhere.invalid")
    with pytest.raises(EyeboxError) as caught:
        add_from(wheels)
    seen = dict(line.split("=", 1) for line in caught.value.detail.splitlines() if "=" in line)
    assert "elsewhere.invalid" not in caught.value.detail and "PYTHONPATH" not in seen
    assert seen["UV_OFFLINE"] == seen["UV_NO_CONFIG"] == "1" and seen["UV_PYTHON_DOWNLOADS"] == "never"
    assert Path(seen["UV_CACHE_DIR"]).is_relative_to(place.home)


def test_two_at_a_time_are_refused(wheels: Path) -> None:
    with Place(home()).locked(), pytest.raises(EyeboxError, match="already, by another window"):
        add_from(wheels)
    with Place(home()).locked(), pytest.raises(EyeboxError, match="already, by another window"):
        remove(str(home()))


@pytest.mark.thorough
@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": 0, "folder": "env-1"}', '{"format": 1, "folder": "../.."}']
)
def test_a_receipt_of_another_version_is_reported_and_replaced(wheels: Path, text: str) -> None:
    add_from(wheels)
    (home() / RECEIPT).write_text(text)
    state = look_at(str(home()))
    assert state.place == "" and "add it again" in state.problem and running.chosen() is None
    assert state.kept_bytes > 0
    assert add_from(wheels).problem == ""


def test_an_environment_whose_python_is_gone_is_not_used(wheels: Path) -> None:
    state = add_from(wheels)
    Path(state.python).unlink()
    assert running.chosen() is None
    assert "is gone" in look_at(str(home())).problem
    assert add_from(wheels).problem == ""


def test_removing_takes_all_but_what_others_put_there(wheels: Path, tmp_path: Path) -> None:
    state = add_from(wheels)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    inside = Path(state.folder) / "lib"
    (inside / "link").symlink_to(outside)
    for folder, _folders, files in os.walk(inside):
        for file in files:
            Path(folder, file).chmod(0o400)
        Path(folder).chmod(0o500)
    (home() / "wheels").mkdir()
    (home() / "wheels" / "half.whl.part").write_bytes(b"half")
    (home() / "notes.txt").write_text("mine")
    assert remove(str(home())).place == ""
    place = Place(home())
    assert [path.name for path in place.home.iterdir() if path.name != "tools"] == ["notes.txt"]
    assert (outside / "kept").read_text() == "kept"
    (place.home / "notes.txt").unlink()
    remove(str(place.home))
    assert not place.home.exists()
    assert remove(str(place.home)).place == ""


def test_the_receipt_is_written_last(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_place: Place, _receipt: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr(Place, "write", full)
        with pytest.raises(EyeboxError, match="full"):
            add_from(wheels)
    state = look_at(str(home()))
    assert state.place == "" and state.kept_bytes > 0
    assert add_from(wheels).place == "added"
