"""The language of the program, switched while it runs; English has a catalogue of its own for plurals."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from eyebox_models.protocol.errors import Sentence, fill
from eyebox_resources import path

Choice = Literal["system", "de", "en", "ja", "zh_CN"]
"""What can be spoken, by the names of the catalogues; the settings offer the same."""


class Language:
    """Puts translators into the application; every widget then gets a LanguageChange event.

    `code` is "en", "zh_CN" ..., empty before the first `use`. Numbers and dates (QLocale()) follow it, where it is chosen.
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.code = ""

    def use(self, choice: Choice) -> None:
        """Speaks the chosen language; "system" is the first of the system's that there is a catalogue of, else English."""
        code = system_language() if choice == "system" else choice
        if code == self.code:
            return
        self.remove()
        self.code = code
        QLocale.setDefault(QLocale.system() if choice == "system" else QLocale(code))
        if code != "en":
            from PySide6.QtCore import QLibraryInfo

            self._install(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"eyebox_{code}", str(path("i18n")))

    def remove(self) -> None:
        """Takes the translators out again; the texts are then those of the source."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []
        self.code = ""

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._translators.append(translator)
        else:
            translator.deleteLater()


def translated(sentence: str) -> str:
    """A sentence in the language that the program speaks now; text of other kinds as it is."""
    if not isinstance(sentence, Sentence):
        return sentence
    values = {
        name: translated(value)
        if isinstance(value, str)
        else _grouped(value, f"{{{name}:,}}" in sentence.template)
        for name, value in sentence.values.items()
    }
    return fill(QCoreApplication.translate("EyeboxError", sentence.template), values)


def _grouped(value: float, thousands: bool) -> str | float:
    """A number as the language writes it, where its place asks for thousands."""
    if not thousands:
        return value
    locale = QLocale()  # the C locale leaves separators out by itself
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(value)


def system_language() -> str:
    """The first of the system's languages that the program speaks."""
    spoken = {QLocale(code).language(): code for code in get_args(Choice) if code != "system"}
    preferred = (QLocale(name).language() for name in QLocale.system().uiLanguages())
    return next((spoken[language] for language in preferred if language in spoken), "en")
