"""The page of scripts: what is there, what is tried, what adds more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPushButton

from eyebox.scripts_page import MissingRow, ScriptsPage
from eyebox.settings.schema import Settings
from eyebox.theme import Theme
from eyebox_models.ocr.scripts_data import Language

WHOLE = (1).to_bytes(4, "little") + (12).to_bytes(8, "little") + b"data"


@pytest.fixture
def languages(tmp_path):
    for name in ("rus", "kor", "eng"):
        tmp_path.joinpath(f"{name}.traineddata").write_bytes(WHOLE)
    tmp_path.joinpath("heb.traineddata").write_bytes(b"nothing")
    return [Language(name, str(tmp_path)) for name in ("rus", "kor", "eng", "heb")]


def page_of(qtbot, languages, chosen=None, installed=True):
    page = ScriptsPage(languages, chosen, installed, Theme())
    qtbot.addWidget(page)
    page.show()
    return page


def mark(page, name):
    return page.findChild(QCheckBox, name)


def test_languages_are_chosen_by_mouse_and_keys(qtbot, languages):
    page = page_of(qtbot, languages)
    assert mark(page, "language_eng") is None, "the networks read it"
    assert not mark(page, "language_rus").isEnabled() and mark(page, "language_rus").isChecked()
    mark(page, "all_languages").setFocus()
    qtbot.keyClick(mark(page, "all_languages"), Qt.Key.Key_Space)
    assert page.chosen == ("rus", "kor")
    assert not mark(page, "language_heb").isEnabled(), "it is damaged"
    mark(page, "language_kor").click()
    assert page.chosen == ("rus",)
    mark(page, "all_languages").click()
    assert page.chosen is None and mark(page, "language_kor").isChecked()


def test_a_missing_language_is_found_by_its_name_and_its_command_copied(qtbot, languages, monkeypatch):
    monkeypatch.setattr("eyebox.scripts_page.install_command", lambda code: f"sudo apt install {code}")
    page = page_of(qtbot, languages, ("rus",))
    page.search.setText("thai")
    (row,) = [row for row in page.findChildren(MissingRow) if row.isVisible()]
    assert row.code == "tha"
    row.findChild(QPushButton).click()
    assert QGuiApplication.clipboard().text() == "sudo apt install tha"
    page.search.setText("no such language")
    assert page.nothing.isVisible()


def test_the_folder_is_shown_and_what_reads_is_named_where_it_is_missing(qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    page = page_of(qtbot, [], installed=False)
    shown = [label.text() for label in page.findChildren(type(page.nothing)) if label.isVisible()]
    assert any("-m pip install tesserocr" in text for text in shown)
    with qtbot.waitSignal(page.folder_wanted) as wanted:
        page.findChild(QPushButton, "open_language_folder").click()
    assert wanted.args == [str(tmp_path / "data" / "tessdata")]


def test_what_is_chosen_is_a_setting():
    settings = Settings()
    assert settings.wanted_scripts is None
    assert settings.with_value("scripts", "rus,kor").wanted_scripts == ("rus", "kor")
    assert settings.with_value("scripts", "none").wanted_scripts == ()
    with pytest.raises(ValueError, match="scripts"):
        settings.with_value("scripts", "rus; rm")
