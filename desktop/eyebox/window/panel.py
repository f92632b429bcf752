"""The side panel: chat, boxes, text behind three tabs, and the table of a review while there is one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from eyebox.theme.retranslated import Retranslated

CHAT, BOXES, TEXT, REVIEW = range(4)
"""The places of the tabs."""
NOTHING = QSize(0, 0)


class Panel(Retranslated, QWidget):
    """Signals: tab_changed, with the index of the tab."""

    tab_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without the chats, which `set_chats` puts in."""
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = (0, 0, 0, 0)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.pages = QStackedWidget(self)
        self.tabs.addTab("")
        for _place in (BOXES, TEXT, REVIEW):
            self.tabs.addTab("")
            self.pages.addWidget(QWidget(size=NOTHING))
        self.tabs.setTabVisible(REVIEW, False)
        line = QFrame(self)
        line.setProperty("kind", "hline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(line)
        layout.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.currentChanged.connect(self.tab_changed)
        self._retranslate()

    def set_chats(self, chats: QWidget) -> None:
        """Puts the first page in, which was made inside of `pages`."""
        self.pages.insertWidget(CHAT, chats)
        self.pages.setCurrentIndex(CHAT)

    def set_page(self, index: int, page: QWidget) -> None:
        """Puts a page in the place of an empty one."""
        old = self.pages.widget(index)
        assert old is not None
        page.resize(NOTHING)  # or what it would cover is painted again
        self.pages.insertWidget(index, page)
        self.pages.removeWidget(old)
        old.deleteLater()
        self.pages.setCurrentIndex(self.tabs.currentIndex())

    def set_counts(self, boxes: int, lines: int) -> None:
        """Numbers beside the tabs' names; none for 0."""
        self._counts = (0, boxes, lines, 0)
        self._retranslate()

    def _retranslate(self) -> None:
        self.tabs.setAccessibleName(self.tr("Side panel"))
        names = (
            (self.tr("Chat"), "Alt+1"),
            (self.tr("Boxes"), "Alt+2"),
            (self.tr("Text"), "Alt+3"),
            (self.tr("Review"), "Alt+4"),
        )
        for index, ((name, keys), count) in enumerate(zip(names, self._counts, strict=True)):
            self.tabs.setTabText(index, f"{name}  {count}" if count else name)
            self.tabs.setTabToolTip(index, f"{name} ({keys})")
