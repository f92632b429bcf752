"""The language changes under shown widgets; counts are right in English; translations keep their marks."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from eyebox.language import Language, system_language
from eyebox.settings.dialog import SettingsDialog
from eyebox.settings.schema import Settings
from eyebox.theme import Theme
from eyebox_resources import path


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


def test_counts_are_right_in_both_languages(language: Language) -> None:
    def lines(count: int) -> str:
        return QCoreApplication.translate("TextPanel", "%n line(s)", "", count)

    language.use("en")
    assert (lines(1), lines(28)) == ("1 line", "28 lines")
    language.use("zh_CN")
    assert (lines(1), lines(28)) == ("1 行", "28 行")


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (["zh-Hans-CN", "en-US"], "zh_CN"),
        (["de-DE", "zh-CN"], "zh_CN"),
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


@pytest.mark.parametrize("name", ["zh_CN", "en"])
def test_translations_keep_their_placeholders(name: str) -> None:
    for message in ElementTree.parse(path("i18n", f"eyebox_{name}.ts")).getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            if form:
                for mark in ("%1", "%2", "%3", "{0}", "{1}", "{2}"):
                    assert form.count(mark) == source.count(mark), source
                assert form.endswith("…") == source.endswith("…"), source


def test_the_compiled_catalogues_are_there() -> None:
    assert all(path("i18n", f"eyebox_{name}.qm").stat().st_size > 100 for name in ("zh_CN", "en"))
