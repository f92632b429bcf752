"""A download in the real window: asked for, paused, gone on with after a restart, from a hub on this machine."""

from __future__ import annotations

import json
import random
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.folders import Folders
from eyebox.picker.consent import Consent
from eyebox.workspace.model_engine import ModelEngine
from eyebox_models.checkpoint.find import resolve
from eyebox_models.protocol.cards import ModelCards, Offer
from eyebox_models.protocol.environment import EnvironmentPlan, SetupProgress, Source
from hub_server import HubServer, forget_hubs

pytest.importorskip("huggingface_hub")

NAME = "Some-Org/Tiny.VL-2B"
WEIGHTS = "model.safetensors"
FILES = {
    "config.json": json.dumps({"model_type": "qwen2_vl", "vision_config": {}}).encode(),
    WEIGHTS: random.Random(1).randbytes(6_000_000),
}


@pytest.fixture(autouse=True)
def no_hub_but_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    forget_hubs(monkeypatch)
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no hub"))


def test_a_download_is_asked_for_holds_up_nobody_and_goes_on_after_a_restart(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    home = Folders.under(tmp_path / "home").data / "models"
    with HubServer({NAME: FILES}) as hub:
        go_on = threading.Event()
        hub.faults.hold[WEIGHTS] = (2_000_000, go_on)
        program = start()
        window = program.window
        window.commands["choose_model"].trigger()
        picker = window.picker_controller.picker
        assert picker is not None and window.program.settings.offline and not hub.requests
        picker.downloads.ask(None)
        consent = picker.findChild(Consent)
        assert consent is not None
        consent.name.setText(NAME)
        consent.mirror.setText(hub.endpoint)
        assert not hub.requests
        consent.download.click()
        qtbot.waitUntil(hub.held.is_set, timeout=desk.PATIENCE)
        qtbot.waitUntil(
            lambda: any(t.total_bytes > 6_000_000 for t in (window.workspace.models.unfinished())),
            timeout=desk.PATIENCE,
        )
        assert not window.program.settings.offline and window.program.settings.mirror == hub.endpoint
        assert "downloading" in window.header.offline.text()
        window.chat_controller.set_model(
            window.chat_controller.active, write_script(tmp_path, [{"text": "not held up"}])
        )
        assert desk.ask(qtbot, program, "hello").text == "not held up"
        with qtbot.waitSignal(window.workspace.models.download_ended, timeout=desk.PATIENCE) as ended:
            picker.downloads.pause(NAME)
        assert ended.args == [NAME, ""] and "offline" in window.header.offline.text()
        program.close()
        go_on.set()
        hub.faults.hold.clear()
        before = hub.bytes_served(WEIGHTS)

        window = start().window
        window.commands["choose_model"].trigger()
        picker = window.picker_controller.picker
        assert picker is not None
        row = picker.models.row(NAME)
        assert row is not None and row.transfer is not None
        assert row.transfer.state == "paused" and row.transfer.total_bytes > 6_000_000
        with qtbot.waitSignal(window.workspace.models.download_ended, timeout=desk.PATIENCE) as ended:
            picker.downloads.begin(NAME)
        assert ended.args == [NAME, ""]
        folder = resolve(NAME, str(home))
        assert folder is not None and (folder / WEIGHTS).read_bytes() == FILES[WEIGHTS]
        assert hub.bytes_served(WEIGHTS) - before < 5_000_000
        assert window.workspace.models.unfinished() == []
        qtbot.waitUntil(lambda: picker.selected == str(folder), timeout=desk.PATIENCE)


def test_a_download_that_is_removed_leaves_nothing(qtbot: QtBot, start, tmp_path: Path) -> None:
    home = Folders.under(tmp_path / "home").data / "models"
    with HubServer({NAME: FILES}) as hub:
        go_on = threading.Event()
        hub.faults.hold[WEIGHTS] = (2_000_000, go_on)
        window = start().window
        window.workspace.models.download(NAME, hub.endpoint)
        qtbot.waitUntil(hub.held.is_set, timeout=desk.PATIENCE)
        with qtbot.waitSignal(window.workspace.models.listed, timeout=desk.PATIENCE) as listed:
            window.workspace.models.remove(NAME)
        assert listed.args is not None and [card.name for card in listed.args[0].cards] == []
        assert not list(home.rglob("*.part")) and window.workspace.models.unfinished() == []


def test_a_hub_that_does_not_answer_is_one_sentence(qtbot: QtBot, start) -> None:
    window = start().window
    with qtbot.waitSignal(window.workspace.models.download_ended, timeout=desk.PATIENCE) as ended:
        window.workspace.models.download(NAME, "http://127.0.0.1:9")
    assert ended.args is not None
    assert ended.args[1].endswith(".") and "\n" not in ended.args[1]


def test_where_the_engine_is_missing_one_button_fetches_it_and_then_the_model(
    qtbot: QtBot, start, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [""]
    monkeypatch.setattr("eyebox_models.environment.running.place_of", lambda _home: places[0])
    added: list[Source] = []
    monkeypatch.setattr(ModelEngine, "add", lambda _self, source: added.append(source))
    offer = Offer(NAME, "Tiny VL", "Small.", "MIT", (("bf16", 6_000_000),), 3_000_000)
    with HubServer({NAME: FILES}) as hub:
        window = start().window
        engine, models = window.workspace.model_engine, window.workspace.models
        with qtbot.waitSignal(models.listed, timeout=desk.PATIENCE):
            window.commands["choose_model"].trigger()
        picker = window.picker_controller.picker
        assert picker is not None
        models.listed.emit(ModelCards((), (offer,)))
        plan = EnvironmentPlan(
            "cpu", "", "", 365_000_000, 10**9, 10**11, ("pypi.org", "download.pytorch.org")
        )
        qtbot.waitUntil(lambda: picker.offer.engine.text.text() != "Also needs the model engine")
        engine.planned.emit(plan, "")
        assert picker.reader.engine.text.text() == "Models need the model engine, 365 MB"
        assert picker.reader.engine.isVisible() and picker.reader.engine.add.isVisible()
        picker.choice.select(NAME)
        assert picker.offer.engine.text.text() == "Also needs the model engine, 365 MB"
        assert picker.offer.engine.isVisible() and not picker.offer.engine.add.isVisible()
        assert picker.frame.use.text() == "Download both…"

        QTest.keyClick(picker.search, Qt.Key.Key_Return)
        consent = picker.findChild(Consent)
        assert consent is not None and consent._title.text() == "Download Tiny VL and the model engine?"
        said = consent._lines["size"].text()
        assert said == "371 MB will be downloaded: the model engine (365 MB) first, then the model (6 MB)."
        assert "pypi.org, download.pytorch.org" in consent._lines["host"].text()
        consent.mirror.setText(hub.endpoint)
        QTest.mouseClick(consent.download, Qt.MouseButton.LeftButton)
        assert len(added) == 1 and not hub.requests and not window.program.settings.offline

        engine.progressed.emit(SetupProgress("fetching", 73_000_000, 365_000_000, 1e6))
        row = picker.models.row(NAME)
        assert row is not None and row.transfer is not None
        assert (row.transfer.done_bytes, row.transfer.total_bytes) == (73_000_000, 371_000_000)
        assert picker.offer.row.state.text() == "Adding the model engine first · 19 %"
        picker.downloads.pause(NAME)
        assert (
            picker.offer.row.state.text().startswith("Paused")
            and window.workspace.engine_first.transfers == {}
        )
        assert [one.name for one in models.unfinished()] == [NAME]
        picker.downloads.begin(NAME)
        again = picker.findChildren(Consent)[-1]
        QTest.mouseClick(again.download, Qt.MouseButton.LeftButton)
        assert len(added) == 2
        engine.progressed.emit(SetupProgress("installing"))
        assert not hub.requests
        shares: list[int] = []
        models.transferred.connect(lambda transfer: shares.append(transfer.done_bytes))
        places[0] = "own"
        with qtbot.waitSignal(models.download_ended, timeout=desk.PATIENCE) as ended:
            engine.added.emit()
        assert ended.args == [NAME, ""] and models.unfinished() == []
        assert min(shares) >= 365_000_000 and max(shares) > 371_000_000 - 100
        qtbot.waitUntil(lambda: not picker.downloads.both, timeout=desk.PATIENCE)


def test_where_the_engine_can_not_be_added_that_is_said_in_the_row(
    qtbot: QtBot, start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eyebox_models.environment.running.place_of", lambda _home: "")
    monkeypatch.setattr(ModelEngine, "add", lambda _self, _source: None)
    window = start().window
    window.commands["choose_model"].trigger()
    picker = window.picker_controller.picker
    assert picker is not None
    picker.downloads.ask(None)
    consent = picker.findChild(Consent)
    assert consent is not None
    consent.name.setText(NAME)
    consent.download.click()
    window.workspace.model_engine.failed.emit("There is no room on the disk.", "")
    row = picker.models.row(NAME)
    assert row is not None and row.failed == "There is no room on the disk."
