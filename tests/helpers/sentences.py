"""Sentences of errors in another language, without a catalogue."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator


class _Sentences(QTranslator):
    def __init__(self, parent: QCoreApplication, texts: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, _hint: str | None = None, _count: int = -1) -> str:
        return self._texts.get(text, "") if context == "EyeboxError" else ""


@contextmanager
def said_as(app: QCoreApplication, texts: Mapping[str, str]) -> Iterator[None]:
    """While this lasts, templates of sentences are translated as `texts` says."""
    translator = _Sentences(app, texts)
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)
