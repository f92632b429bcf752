"""The small bar at a captured region: what else can be done with its text or picture. It goes by itself."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton

from eyebox.capture.toast import FLOATING, Floating, beside
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.menus import give_menu
from eyebox_models.text.copy_rules import CopyRules

LINGERS_MS = 6000
NAMES = ("copy", "line", "paragraph", "table", "codes", "open", "ask", "pin", "save", "name")
ICONS = {
    "copy": "copy", "codes": "qr", "open": "picture", "ask": "chat", "pin": "pin", "save": "download",
}  # fmt: skip


class CaptureBar(Floating):
    """Buttons at a captured region, while its text is read and afterwards.

    Signals:
        chosen: what: "copy", "line", "paragraph", "table", "codes", "open", "ask", "pin", "save", or "name" (the region gets
            a name).
        rules_changed: the CopyRules that count from now on.
        closed: it went.
    """

    chosen = Signal(str)
    rules_changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, FLOATING & ~Qt.WindowType.WindowDoesNotAcceptFocus)
        self._rules = CopyRules()
        self._place = QRect()
        self._timer = QTimer(self, singleShot=True, interval=LINGERS_MS)
        self._timer.timeout.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.setSpacing(2)
        self.state = QLabel(self)
        self.state.setContentsMargins(4, 0, 8, 0)
        row.addWidget(self.state)
        self.buttons: dict[str, QToolButton] = {}
        for name in ("copy", "codes", "open", "ask", "pin", "save"):
            button = self.buttons[name] = self._button(ICONS[name])
            button.clicked.connect(lambda _checked=False, name=name: self._choose(name))
            row.addWidget(button)
        self.more = self._button("more")
        self.menu = QMenu(self)
        self.actions_of: dict[str, QAction] = {}
        for name in ("line", "paragraph", "table", "name"):
            action = self.actions_of[name] = self.menu.addAction("")
            action.triggered.connect(lambda _checked=False, name=name: self._choose(name))
        self.menu.addSeparator()
        self.rule_actions: dict[str, QAction] = {}
        for rule in fields(CopyRules):
            action = self.rule_actions[rule.name] = self.menu.addAction("")
            action.setCheckable(True)
            action.toggled.connect(lambda on, name=rule.name: self._set_rule(name, on))
        self.menu.aboutToHide.connect(self._timer.start)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self.more, self.menu)
        row.addWidget(self.more)
        self.close_button = self._button("close")
        self.close_button.clicked.connect(self.dismiss)
        row.addWidget(self.close_button)
        self.retranslate()

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(grown(18), grown(18)))
        button.setAutoRaise(True)
        return button

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("What to do with the capture"))
        for button, text in (
            (self.buttons["copy"], self.tr("Copy the text")),
            (self.buttons["codes"], self.tr("Copy what the code says")),
            (self.buttons["open"], self.tr("Open in Eyebox")),
            (self.buttons["ask"], self.tr("Ask the model")),
            (self.buttons["pin"], self.tr("Pin on top")),
            (self.buttons["save"], self.tr("Save the picture…")),
            (self.more, self.tr("More")),
            (self.close_button, self.tr("Close")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        for name, text in (
            ("line", self.tr("Copy as one line")),
            ("paragraph", self.tr("Copy as paragraphs")),
            ("table", self.tr("Copy as a table")),
            ("name", self.tr("Give this region a name…")),
        ):
            self.actions_of[name].setText(text)
        for name, text in (
            ("paragraphs", self.tr("Join lines and cut words")),
            ("trim", self.tr("Trim spaces and empty lines")),
            ("half_width", self.tr("Full-width to half-width")),
            ("spaces", self.tr("No spaces inside Chinese text")),
        ):
            self.rule_actions[name].setText(text)

    def show_at(self, place: QRect, rules: CopyRules, *, has_region: bool) -> None:
        """Shows it below a place in Qt's coordinates, while the text is being read."""
        self._rules = rules
        for name, action in self.rule_actions.items():
            action.blockSignals(True)
            action.setChecked(getattr(rules, name))
            action.blockSignals(False)
        self.actions_of["name"].setVisible(has_region)
        self.buttons["codes"].hide()
        self.state.setText(self.tr("Reading…"))
        self._set_enabled(has_text=False, is_kept=False)
        self._place = place
        self._stand()
        self.show()
        self.raise_()
        self._timer.stop()

    def show_read(self, sentence: str, *, has_text: bool, has_codes: bool, is_kept: bool) -> None:
        """Says what came of the reading; from now on it goes by itself."""
        self.state.setText(sentence)
        self.buttons["codes"].setVisible(has_codes)
        self._set_enabled(has_text, is_kept)
        self._stand()
        self._timer.start()

    def _stand(self) -> None:
        self.adjustSize()
        self.move(beside(self._place, self.rect(), above=True))

    def _set_enabled(self, has_text: bool, is_kept: bool) -> None:
        self.buttons["copy"].setEnabled(has_text)
        for name in ("open", "ask"):
            self.buttons[name].setEnabled(is_kept)
        for name in ("line", "paragraph", "table"):
            self.actions_of[name].setEnabled(has_text)

    @Slot()
    def _go(self) -> None:
        if not self.menu.isVisible():  # else once that has closed
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Takes it away."""
        if self.isVisible():
            self.hide()
            self._timer.stop()
            self.closed.emit()

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
        if name in ("open", "ask", "pin"):
            self.dismiss()

    def _set_rule(self, name: str, on: bool) -> None:
        self._rules = replace(self._rules, **{name: on})
        self.rules_changed.emit(self._rules)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
