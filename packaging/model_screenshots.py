"""Makes the screenshots of models: python packaging/model_screenshots.py [FOLDER [TAUGHT]]. Needs the extras dev and vlm.

Checkpoints of real shapes whose weights are holes stand for models that are there, a hub on this machine for one that is
being downloaded. The model of `tests/helpers/taught_model.py` answers: it is taught first, in five minutes or so, or is in
the folder TAUGHT.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "tests" / "helpers")]

from PySide6.QtWidgets import QApplication, QWidget

import screenshots
from eyebox import app
from eyebox.folders import Folders
from eyebox.picker.page import ModelPicker
from eyebox.picker.seen import SeenView
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.events import Progress
from hollow import write_hollow
from hub_server import HubServer
from screenshots import ask, pause, read, until
from taught_model import WHAT, build, drawn

HELD = "Qwen/Qwen3-VL-2B-Instruct"
PICTURE = 3
SHAPES = {
    "Qwen2-VL-2B-Instruct": "qwen2-vl-2b",
    "Qwen2-VL-7B-Instruct": "qwen2-vl-7b",
    "InternVL3-8B-hf": "internvl3-8b",
}


def main(folder: Path, taught: Path | None) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        os.environ["EYEBOX_HOME"] = home
        os.environ["NO_PROXY"] = "*"
        for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
            os.environ[name] = str(Path(home) / "no cache")
        if taught is None:
            taught = Path(home) / "taught"
            build(taught)
        scenes(Path(home), folder, taught)
    del application


def scenes(home: Path, folder: Path, taught: Path) -> None:
    """All of them, one after the other, in one program."""
    program = app.build(Folders.under(home), start=["picture", "reader"])
    window = program.window
    window.resize(*screenshots.SIZE)
    window.show()

    def choose(name: str, value: str) -> None:
        window.program.change_settings(window.program.settings.with_value(name, value))

    def shoot(name: str, widget: QWidget | None = None) -> None:
        pause(500)
        (widget or window).grab().save(str(folder / f"{name}.png"))
        print(folder / f"{name}.png")

    def picker() -> ModelPicker:
        if window.picker_controller.picker is None:
            window.commands["choose_model"].trigger()
        found = window.picker_controller.picker
        assert found is not None
        pause(2500)
        return found

    choose("theme", "light")
    choose("language", "en")
    read(window)
    first = picker()
    shoot("models-empty", first)
    first.close()
    big = {name: write_hollow(shape, home / "models" / name) for name, shape in SHAPES.items()}
    picker().add_folder.emit(str(home / "models"))
    shown = picker()
    until(lambda: not shown.models.not_estimated())
    select(shown, str(big["Qwen2-VL-2B-Instruct"]))
    shoot("models", shown)
    until(shown.details.quantize.isVisible)
    shown.details.quantize.click()
    page = window.quantize_controller.page
    assert page is not None
    until(lambda: page.start.isEnabled() or page.problem.text())
    shoot("quantize", page)
    page.set_working(Progress("quantizing", 0.4))
    shoot("quantizing", page)
    page.close()
    shown = picker()  # it was closed for the page
    select(shown, str(big["Qwen2-VL-7B-Instruct"]))
    shown.details.precision.chip("fp32").click()
    pause(1500)
    shoot("models-too-big", shown)
    shown.close()
    picture = drawn()[PICTURE]
    small = shutil.copytree(taught / "model", home / "Shapes-1.5M")
    window.workspace.open_paths([str(taught / "pictures" / picture.name)])
    pause(2000)
    (_what, (find, *_found), *_others) = picture.talk()
    for question in (WHAT, find):  # it knows first questions only
        shown = picker()
        shown.chosen.emit(str(small), Options(precision="fp32"))
        shown.close()
        ask(window, question)
        if question is WHAT:
            window.commands["new_chat_with_pictures"].trigger()
    shoot("model-answer")
    chat = window.chat_controller.active
    window.picture_size_controller.open(chat)
    pause(1500)
    shoot("resolution", QApplication.activePopupWidget())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    leaf = window.workspace.chats.conversation(chat).leaf()
    assert leaf is not None
    window.model_controller.show_seen(leaf)
    shoot("seen", window.findChild(SeenView))
    shown = picker()  # the last scene, since it connects
    download(window, shown, lambda: shoot("models-downloading", shown))
    program.close()


def select(picker: ModelPicker, key: str) -> None:
    until(lambda: picker.models.index_of(key).isValid())
    picker.list.setCurrentIndex(picker.models.index_of(key))
    pause(1500)


def download(window: object, picker: ModelPicker, shoot: Callable[[], None]) -> None:
    """A download that stands still at about a third."""
    import threading

    files = {
        "config.json": b'{"model_type": "qwen3_vl", "vision_config": {}}',
        "model.safetensors": os.urandom(60_000_000),
    }
    with HubServer({HELD: files}) as hub:
        go_on = threading.Event()
        hub.faults.slow = 0.005
        hub.faults.hold["model.safetensors"] = (21_000_000, go_on)
        picker.download_wanted.emit(HELD, hub.endpoint, "")
        until(hub.held.is_set)
        select(picker, HELD)
        shoot()
        picker.download_paused.emit(HELD)
        pause(500)
        go_on.set()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
