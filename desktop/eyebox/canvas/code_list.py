"""The codes of a picture as rows: what each says and its kind, to be copied, opened and shown on the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eyebox.canvas.code_layer import link_of
from eyebox.theme.controls import ElidedLabel, column, icon_button, line
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Code

ROW = 44


def open_code_menu(
    parent: QWidget, theme: Theme, code: Code, at: QPoint, open_link: Callable[[str], object]
) -> None:
    """What can be done with a code, at a point of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = QCoreApplication.translate("CodeMenu", "Copy what the code says")
    menu.addAction(theme.icon("copy"), said).triggered.connect(partial(copy_code, code))
    if link := link_of(code):
        opens = QCoreApplication.translate("CodeMenu", "Open the link…")
        menu.addAction(theme.icon("link"), opens).triggered.connect(lambda: open_link(link))
    menu.popup(at)


def copy_code(code: Code, _checked: bool = False) -> None:
    """Puts what a code says into the clipboard."""
    QGuiApplication.clipboard().setText(code.text)


class CodeList(Retranslated, QListWidget):
    """Arrows walk, Enter or a click shows a code on the picture, Ctrl+C copies it; its menu has the rest.

    Signals:
        chosen: the number of the code that is to be shown, -1 for none.
        link_wanted: a web address that is to be opened, once the user was asked.
    """

    chosen = Signal(int)
    link_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._codes: tuple[Code, ...] = ()
        self._rows: list[_Row] = []
        self._height = 0
        self.setItemDelegate(_Blank(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self.chosen)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))
        self._retranslate()

    def set_most(self, height: int) -> None:
        """The list is as high as its rows, but at most about so many points, by whole rows."""
        whole = len(self._codes) * grown(ROW)
        self._height = min(whole, max(height // grown(ROW), 1) * grown(ROW)) + 2 * self.frameWidth()
        self.setMaximumHeight(self._height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(grown(ROW), self._height))

    def set_codes(self, codes: Sequence[Code]) -> None:
        """Shows other codes; none of them is chosen."""
        self.blockSignals(True)
        self.clear()
        self._codes = tuple(codes)
        self._rows = []
        for code in self._codes:
            item = QListWidgetItem(code.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{code.kind}: {code.text}")
            item.setSizeHint(QSize(0, grown(ROW)))
            self.addItem(item)
            row = _Row(self._theme, code)
            row.link_wanted.connect(self.link_wanted)
            self._rows.append(row)
            self.setItemWidget(item, row)
        self.blockSignals(False)
        self._retranslate()

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is searched: letters are the window's."""

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Codes of the picture"))
        for row in self._rows:
            row.name_buttons(self.tr("Copy what the code says"), self.tr("Open the link…"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            )
            open_code_menu(self, self._theme, self._codes[index.row()], place, self.link_wanted.emit)


class _Blank(QStyledItemDelegate):
    """Paints the ground of a row; its widget stands on it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().initStyleOption(option, index)
        option.text = ""


class _Row(QWidget):
    link_wanted = Signal(str)

    def __init__(self, theme: Theme, code: Code) -> None:
        super().__init__()
        what, kind = ElidedLabel(), ElidedLabel("hint")
        what.set_whole(" ".join(code.text.split()))
        kind.set_whole(code.kind)
        self.copy_button = icon_button(theme, "copy")
        self.copy_button.clicked.connect(partial(copy_code, code))
        CopiedMark(theme, self.copy_button)
        self.open_button = icon_button(theme, "link")
        link = link_of(code)
        if not link:
            self.open_button.hide()
        self.open_button.clicked.connect(lambda: self.link_wanted.emit(link))
        for one in (self.copy_button, self.open_button):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row's menu has the same for the keys
        line(
            (column(None, what, kind, None), 1), self.open_button, self.copy_button,
            inside=self, spacing=4,
        )  # fmt: skip

    def name_buttons(self, copy: str, open_link: str) -> None:
        for one, name in ((self.copy_button, copy), (self.open_button, open_link)):
            one.setAccessibleName(name)
            one.setToolTip(name)
