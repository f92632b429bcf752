"""A file dialog asks about the name that was typed; about the one with its ending the program asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from eyebox.window.question import with_ending
from modal import answered


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_file_is_written_without_a_question(parent: QWidget, tmp_path: Path) -> None:
    assert with_ending(parent, str(tmp_path / "new"), ".csv") == str(tmp_path / "new.csv")


@pytest.mark.parametrize("answer", ["Replace", "Cancel"])
def test_one_that_is_there_is_replaced_only_where_the_user_says_so(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, answer: str
) -> None:
    (tmp_path / "<i>mine.csv").write_text("mine")

    def click(box: QMessageBox) -> None:
        assert box.textFormat() == Qt.TextFormat.PlainText and "<i>mine.csv" in box.text()
        assert box.defaultButton().text() == "Cancel"
        (button,) = (one for one in box.buttons() if one.text() == answer)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    with answered(QMessageBox, click):
        path = with_ending(parent, str(tmp_path / "<i>mine"), ".csv")
    assert path == (str(tmp_path / "<i>mine.csv") if answer == "Replace" else "")
