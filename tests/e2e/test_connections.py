"""What was tried to be reached: counted in the status line, listed, searched, copied, exported and cleared on a page."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from eyebox.connections.page import ConnectionsPage
from eyebox.window import question
from eyebox.window.main_window import MainWindow
from eyebox_models.offline import attempts, guard
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.requests import Probe
from kept_engines import KEPT

ASKED = Sentence("download-asked", "A download from {host}, which was asked for.", host="hub.example")


def opened(window: MainWindow, qtbot: QtBot) -> ConnectionsPage:
    qtbot.mouseClick(window.status.connections, Qt.MouseButton.LeftButton)
    page = window.connections_controller.page
    assert page is not None
    return page


def test_attempts_are_counted_and_listed_as_they_are_made(start, qtbot: QtBot) -> None:
    attempts.attempts_file().parent.mkdir(parents=True)
    KEPT.close()  # engines note attempts in the folders that they began with
    desktop = start()
    window, status = desktop.window, desktop.window.status
    assert status.connections.text() == "offline · 0 connections"
    page = opened(window, qtbot)
    assert page.empty.isVisible() and "refuse" in page.said[0].text() and not page.forget.isEnabled()
    # an engine really tries, natively and by Python; what the doctor asks for is listed, and alarms nobody
    desktop.program.lanes["picture"].submit(Probe("network"), "trying", quiet=True)
    qtbot.waitUntil(lambda: page.table.isVisible() and page.rows.rowCount() == 2)
    assert status.connections.text() == "offline · 0 connections"
    assert page.rows.index(0, 5).data() == guard.TRIED
    attempts.record("reader", "socket", "", "", 0, False, guard.NEEDS_NONE)
    attempts.record("download", "connect", "hub.example", "192.0.2.7", 443, True, ASKED)
    qtbot.waitUntil(lambda: status.connections.text() == "1 connection · 1 refused")
    assert page.title.text() == status.connections.text()
    row = [page.rows.index(0, column).data() for column in range(1, 6)]
    assert row == ["Downloads", "allowed", "Connection", "hub.example (192.0.2.7):443", str(ASKED)]
    page.close()
    assert window.connections_controller.page is None


def test_the_page_filters_copies_exports_and_clears(
    start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts.record("reader", "connect", "", "192.0.2.9", 80, False, guard.NEEDS_NONE)
    attempts.record("download", "look-up", "=cmd.example", "", 0, True, ASKED)
    attempts.record("download", "connect", "hub.example", "192.0.2.7", 443, True, ASKED)
    window = start().window
    assert window.status.connections.text() == "offline · 0 connections"  # those were before
    window.commands["connections"].trigger()
    page = window.connections_controller.page
    assert page is not None and page.rows.rowCount() == 3
    assert page.table.columnWidth(0) >= page.table.sizeHintForColumn(0)  # times are whole
    qtbot.mouseClick(page.refused, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    qtbot.mouseClick(page.every, Qt.MouseButton.LeftButton)
    page.process.setCurrentIndex(page.process.findData("download"))
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    qtbot.keyClicks(page.search, "HUB 443")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    [row] = csv.DictReader(io.StringIO(QGuiApplication.clipboard().text()))
    assert (row["process"], row["host"], row["port"], row["allowed"]) == (
        "download",
        "hub.example",
        "443",
        "True",
    )
    page.search.setText("nothing like it")
    qtbot.waitUntil(page.nothing.isVisible)
    page.search.clear()
    page.process.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 3)

    for name in ("all.json", "all.csv"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, name=name: (str(tmp_path / name), ""))
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists())
    hosts = [one["host"] for one in json.loads((tmp_path / "all.json").read_text("utf-8"))]
    assert hosts == ["hub.example", "=cmd.example", ""]
    assert "'=cmd.example" in (tmp_path / "all.csv").read_text("utf-8")
    (tmp_path / "all.csv").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "all"), "CSV (*.csv)"))
    monkeypatch.setattr(question, "asks", lambda *_, **__: False)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert window.workspace.background.wait(60_000) and (tmp_path / "all.csv").read_text() == "mine"

    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Yes)
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible() and attempts.attempts() == []


def test_a_real_window_lets_python_connect_to_nobody(tmp_path: Path) -> None:
    """The hook would stay in this process for good, so `eyebox` runs in one of its own."""
    code = (
        "import socket, sys; sys.argv = ['eyebox', 'offline', '--json']\n"
        "from eyebox.__main__ import main; main()\n"
        "try:\n    socket.create_connection(('192.0.2.1', 80), 1)\n"
        "except PermissionError:\n    sys.argv[1:] = ['offline']; main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=240)
    first, *others = done.stdout.splitlines()
    assert json.loads(first) | {"promises": [], "guard": ""} == {
        "guard": "", "promises": [], "connections": 0, "refused": 0, "attempts": [],
    }  # fmt: skip
    assert "0 connections, 1 refused" in others
    assert others[-1].split()[2:5] == ["eyebox", "offline", "refused"] and "needs no network" in others[-1]
