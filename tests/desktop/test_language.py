"""The language changes under shown widgets; counts and numbers are written as it has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from eyebox.language import Language, system_language, translated
from eyebox.settings.dialog import SettingsDialog
from eyebox.settings.schema import Settings
from eyebox.theme import Theme
from eyebox_models.protocol.errors import Sentence


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp)
    yield language
    language.use("en")
    language.remove()


def test_shown_widgets_change_their_language(language: Language, qtbot, qapp) -> None:
    dialog = SettingsDialog(Settings(), Theme(qapp))
    qtbot.addWidget(dialog)
    language.use("zh_CN")
    qapp.sendPostedEvents()
    assert dialog.windowTitle() == "设置"
    language.use("en")
    qapp.sendPostedEvents()
    assert dialog.windowTitle() == "Settings"


def test_the_texts_of_qt_change_too(language: Language) -> None:
    language.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_counts_are_right_in_each_language(language: Language) -> None:
    def lines(count: int) -> str:
        return QCoreApplication.translate("TextPanel", "%n line(s)", "", count)

    language.use("en")
    assert (lines(1), lines(28)) == ("1 line", "28 lines")
    language.use("zh_CN")
    assert (lines(1), lines(28)) == ("1 行", "28 行")
    language.use("de")
    assert (lines(1), lines(28)) == ("1 Zeile", "28 Zeilen")
    language.use("ja")
    assert (lines(1), lines(28)) == ("1行", "28行")


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (["zh-Hans-CN", "en-US"], "zh_CN"),
        (["de-AT", "zh-CN"], "de"),
        (["fr-FR", "ja-JP"], "ja"),
        (["en-GB", "zh-CN"], "en"),
        (["fr"], "en"),
        ([], "en"),
    ],
)
def test_the_system_decides(monkeypatch: pytest.MonkeyPatch, system: list[str], code: str) -> None:
    class System(QLocale):
        def uiLanguages(self) -> list[str]:
            return system

    monkeypatch.setattr(QLocale, "system", lambda: System())
    assert system_language() == code


def test_numbers_in_a_sentence_are_written_as_the_language_has_them(language: Language) -> None:
    sentence = Sentence.of(
        "pages", "{path} has no page {page:,}; it has {count:,}.", {"path": "a", "page": 2026, "count": 1900}
    )
    language.use("de")
    assert "2.026" in translated(sentence) and "1.900" in translated(sentence)
    language.use("en")
    assert "2,026" in translated(sentence)


def test_thousands_are_told_apart_also_where_the_system_names_no_language() -> None:
    before = QLocale()
    sentence = Sentence("long", "{count:,} characters", count=3000)
    try:
        QLocale.setDefault(QLocale.c())
        assert translated(sentence) == "3,000 characters"
        QLocale.setDefault(QLocale("de"))
        assert translated(sentence) == "3.000 characters"
    finally:
        QLocale.setDefault(before)
