"""The Text tab: the read text as text, line by line, to be copied or followed on the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QToolTip, QWidget

from eyebox.canvas.code_list import CodeList
from eyebox.canvas.page_text import PageText
from eyebox.canvas.text_marks import said_of
from eyebox.canvas.text_selection import in_blocks
from eyebox.canvas.text_state import TextState
from eyebox.theme.controls import button, column, hairline, label
from eyebox.theme.controls import line as row
from eyebox.theme.copying import CopiedMark, as_mime
from eyebox.theme.flow import Flow
from eyebox.theme.grown import grown
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.page import Order, Page

CODES_SHARE = 0.35
"""So much of the panel's height the codes may have, twice as much where there is no text."""


class TextPanel(Retranslated, QWidget):
    """Shows the text of one picture, or why there is none, and its codes below."""

    line_activated = Signal(int)
    """The caret was put on this line of the page."""
    tables_wanted = Signal()
    """A table of the picture is to be opened."""
    unsure_wanted = Signal()
    """The next word that the reader is unsure of is to be shown."""
    code_activated = Signal(int)
    """This code of the page was chosen, -1: none is any more."""
    link_wanted = Signal(str)
    """A web address of a code that is to be opened, once the user was asked."""
    scripts_wanted = Signal()
    """What adds scripts that the reader does not know is to be shown."""
    read_requested = Signal()
    order_chosen = Signal(str)
    """The order (a protocol.page.Order) that text is to be read in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = Page("", 0, 0, 0.0)
        self._summary = QLabel()
        self._summary.setContentsMargins(4, 0, 4, 0)
        set_kind(self._summary, "muted")
        self._unread = QLabel()
        self._unread.setWordWrap(True)
        self._unread.setContentsMargins(4, 0, 4, 0)
        set_kind(self._unread, "muted")
        self._scripts = button("link")
        self._scripts.clicked.connect(self.scripts_wanted)
        self._unsure = button("link")
        self._unsure.clicked.connect(self.unsure_wanted)
        self._tables = button("link")
        self._tables.clicked.connect(self.tables_wanted)
        self.rows = PageText(theme)
        self.rows.viewport().installEventFilter(self)
        self.rows.line_activated.connect(self._line_activated)
        self.show_line = self.rows.show_line
        self._state = TextState(theme)
        self._state.read_requested.connect(self.read_requested)
        self._state.scripts_wanted.connect(self.scripts_wanted)
        head = QHBoxLayout()
        head.setSpacing(4)
        self._again = self._button("read")
        self._again.clicked.connect(self.read_requested)
        self._copy = self._button("copy")
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy.clicked.connect(self.copy_all)
        CopiedMark(theme, self._copy)
        self._order: Order = "automatic"
        self._order_menu = QMenu(self)
        self._order_menu.triggered.connect(lambda action: self.order_chosen.emit(action.data()))
        self._order_button = self._button("chevron-down")
        self._order_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._order_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self._order_button, self._order_menu)
        head.addWidget(self._order_button)
        head.addStretch(1)
        head.addWidget(self._again)
        head.addWidget(self._copy)
        shown = QWidget()
        column(
            head, Flow(self._summary, self._tables, self._unsure, spacing=12), self._unread,
            row(4, self._scripts, None), 4, (self.rows, 1),
            inside=shown, spacing=4, margins=(12, 8, 8, 8),
        )  # fmt: skip
        upper = QWidget()
        self._pages = QStackedLayout(upper)
        self._pages.addWidget(self._state)
        self._pages.addWidget(shown)
        self._code_list = CodeList(theme)
        self._code_list.chosen.connect(self.code_activated)
        self._code_list.link_wanted.connect(self.link_wanted)
        self._code_count = label("muted")
        self._code_count.setContentsMargins(10, 0, 0, 0)
        self._code_part = QWidget()
        below = column(self._code_count, self._code_list, spacing=4, margins=(6, 8, 8, 8))
        column(hairline(), below, inside=self._code_part)
        self._below = column(self._code_part)
        column((upper, 1), self._below, inside=self)
        self._retranslate()
        self.show_empty()

    def put_below(self, part: QWidget) -> None:
        """Puts something that is about the text between it and its codes."""
        self._below.insertWidget(0, part)

    @property
    def page(self) -> Page:
        """The page shown; one without lines when there is none."""
        return self._page

    def text(self) -> str:
        """The text as it is shown: an empty line between blocks."""
        return "\n\n".join(
            "\n".join(self._page.lines[line].text for line in block) for block in in_blocks(self._page)
        )

    @Slot()
    def show_empty(self) -> None:
        """No picture is open."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_empty()

    @Slot()
    def show_unread(self) -> None:
        """The picture was not read so far, and is not being read."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_unread()

    def show_reading(self, fraction: float | None = None) -> None:
        """The picture is being read, so far by `fraction` (0..1, None when unknown)."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_reading(fraction)

    def show_failed(self, message: str, detail: str = "") -> None:
        """The picture could not be read: one sentence, and details to be unfolded."""
        self._put(Page("", 0, 0, 0.0))
        self._state.show_failed(message, detail)

    def show_page(self, page: Page) -> None:
        """Shows what was read; a page without lines says that there is no text."""
        self._put(page)
        if not page.lines:
            self._state.show_nothing_found(page.unread, has_codes=bool(page.codes))

    def set_order(self, order: Order) -> None:
        """Says in which order text is read."""
        self._order = order
        self._retranslate()

    def open_order_menu(self) -> None:
        """Lets the order be chosen."""
        button = self._order_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._order_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _name_orders(self) -> None:
        names: dict[Order, tuple[str, str]] = {
            "automatic": (self.tr("Automatic"), self.tr("Order: automatic")),
            "columns": (self.tr("Column by column"), self.tr("Order: columns")),
            "rows": (self.tr("Row by row"), self.tr("Order: rows")),
            "code": (self.tr("Code, with its indentation"), self.tr("Order: code")),
        }
        self._order_menu.clear()
        for order, (name, _) in names.items():
            action = self._order_menu.addAction(name)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self._order)
        name, short = names[self._order]
        title = self.tr("Order of the text: %1").replace("%1", name)
        self._order_button.setText(short)
        self._order_button.setToolTip(title)
        self._order_button.setAccessibleName(title)

    @Slot()
    def copy_all(self) -> None:
        """Copies the whole text: rows with columns as tables, all else line by line."""
        found = self.rows.copied(0, self.rows.document().characterCount() - 1)
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))

    def _put(self, page: Page) -> None:
        if page == self._page and page.lines:
            return
        self._page = page
        self._code_list.set_codes(page.codes or ())
        self.rows.show_page(page)
        self._summarise()
        self._pages.setCurrentIndex(1 if page.lines else 0)

    def _summarise(self) -> None:
        self._summary.setText(self._summarised())
        self._unread.setText(self._state.unread_sentence(self._page.unread))
        self._unread.setVisible(self._page.unread > 0)
        self._scripts.setText(self._state.scripts_title())
        self._scripts.setVisible(self._page.unread > 0)
        unsure = _unsure_words(self._page)
        self._unsure.setText(self.tr("%n unsure word(s)", "", unsure))
        self._unsure.setVisible(unsure > 0)
        tables = len(self._page.tables)
        self._tables.setText(self.tr("%n table(s)", "", tables))
        self._tables.setVisible(tables > 0)
        codes = self._page.codes or ()
        self._code_count.setText(self.tr("%n code(s)", "", len(codes)))
        self._code_part.setVisible(bool(codes))
        self._limit_codes()

    def _limit_codes(self) -> None:
        share = CODES_SHARE if self._page.lines else 2 * CODES_SHARE
        self._code_list.set_most(round(self.height() * share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_codes()

    def _summarised(self) -> str:
        lines = self._page.lines
        if not lines:
            return ""
        mean = sum(line.score for line in lines) / len(lines)
        return self.tr("%n line(s)", "", len(lines)) + " · " + self.tr("{0} % sure").format(int(mean * 100))

    def _retranslate(self) -> None:
        self._summary.setAccessibleName(self.tr("Lines and certainty"))
        self._summarise()
        self.rows.setAccessibleName(self.tr("Text of the picture"))
        self._copy.setText(self.tr("Copy all"))
        self._name_orders()
        for named, name in ((self._again, self.tr("Read again")), (self._copy, self.tr("Copy all"))):
            named.setAccessibleName(name)
            named.setToolTip(name)
        self._tables.setToolTip(self.tr("Open the table below the picture"))
        self._unsure.setToolTip(self.tr("Go to the next word that the reader is unsure of"))

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(grown(16), grown(16)))
        return button

    @Slot(int)
    def _line_activated(self, line: int) -> None:
        self._code_list.setCurrentRow(-1)
        self.line_activated.emit(line)

    def _tip(self, event: QHelpEvent) -> None:
        line, char = self.rows.place_at(event.pos())
        said = said_of(self._page.lines[line], char) if line >= 0 else ""
        if said:
            QToolTip.showText(event.globalPos(), as_tip(said))
        else:
            QToolTip.hideText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.rows.viewport() and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return False


def _unsure_words(page: Page) -> int:
    if not page.lines:  # at the first paint, which does not wait for what finds them
        return 0
    from eyebox_models.text.proof import unsure_parts

    return sum(len(unsure_parts(line)) for line in page.lines)
