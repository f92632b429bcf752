"""A dialog with a search field over a page of rows that scrolls."""

from __future__ import annotations

from unicodedata import combining, normalize

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from eyebox.theme.grown import resize_grown
from eyebox.theme.theme import Theme, set_kind


class SearchedPage(QDialog):
    """Rows, made inside of `page`, go into `inner`, then `finish` is called; a subclass fills in `retranslate` and `show_found`.

    Made elsewhere, a row and all in it would be dressed again when it is put in: half of the time of a long page.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.scroller = QScrollArea(self)
        self.page = QWidget(self.scroller)
        self.inner = QVBoxLayout(self.page)
        self.inner.setContentsMargins(24, 0, 24, 16)
        self.inner.setSpacing(0)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self.page)
        self.scroller.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        self.nothing = QLabel(self.page)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMinimumHeight(72)
        set_kind(self.nothing, "muted")

    def heading(self, text: str = "") -> QLabel:
        """Adds the heading of a section."""
        heading = QLabel(text, self.page)
        heading.setContentsMargins(0, 20, 0, 4)
        set_kind(heading, "hint")
        self.inner.addWidget(heading)
        return heading

    def finish(self, height: int) -> None:
        """Puts the dialog together, `height` pixels high where the screen is high enough, and shows all rows."""
        self.inner.addWidget(self.nothing)
        self.inner.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 8)
        top.addWidget(self.search)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.scroller, 1)
        self.retranslate()
        self._filter()
        resize_grown(self, 560, height)
        self.setMinimumSize(420, 320)

    def retranslate(self) -> None:
        """Says everything in the language of now."""

    def show_found(self, words: list[str]) -> bool:
        """Shows the rows that hold all `words` (folded). Returns whether there is any."""
        return True

    @Slot()
    def _filter(self) -> None:
        self.nothing.setVisible(not self.show_found(folded(self.search.text()).split()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._filter()
        super().changeEvent(event)


def show(part: QWidget, found: bool) -> None:
    """Shows a row or heading where it is found; one that stays as it is is not dressed again."""
    if part.isHidden() == found:
        part.setVisible(found)


def folded(text: str) -> str:
    """A text as searches compare it: without case, accents and full width."""
    return "".join(letter for letter in normalize("NFKD", text).casefold() if not combining(letter))
