"""The bar at the top: menu, session, tools, model, offline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from eyebox.actions import Actions, key_text
from eyebox.chat.answer_details import model_name
from eyebox.theme import Theme, set_kind
from eyebox.theme.grown import grown
from eyebox.theme.menus import give_menu
from eyebox.theme.sentence import as_tip
from eyebox_models.files.document_page import name_of

HEIGHT = 44
ICON = 18
MOST_OF_NAME, LEAST_OF_NAME = 270, 48
"""The width of the session's name, in pixels."""
_MNEMONIC = Qt.TextFlag.TextShowMnemonic.value


class Header(QWidget):
    """Signals: session_clicked, when the session's name is pressed. recent_chosen: path of a picture."""

    session_clicked = Signal()
    recent_chosen = Signal(str)

    def __init__(
        self, theme: Theme, actions: Actions, recent: Callable[[], list[str]], parent: QWidget | None = None
    ) -> None:
        """`recent` gives the paths of the pictures opened last."""
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(HEIGHT))
        self._theme = theme
        self._actions = actions
        self._recent = recent
        self._menu = QMenu(self)
        self._recent_menu = QMenu(self)
        self._recent_menu.aboutToShow.connect(self._list_recent)
        self._buttons: list[tuple[QToolButton, QAction, bool]] = []
        self._least = self._least_with_words = 0

        self.menu_button = QToolButton(self)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self.menu_button, self._menu)
        self.menu_button.setShortcut("F10")
        self.session = _NameButton(self)
        self.session.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.session.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.session.clicked.connect(self.session_clicked)
        self.loaded = QToolButton(self)
        place = self.loaded.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # the buttons in the middle stay where they are
        self.loaded.setSizePolicy(place)
        self.loaded.clicked.connect(actions["unload_model"].trigger)
        self.loaded.hide()
        self._downloading = False
        self._model = ""
        # Two labels: one with a coloured dot in its text is rich text, which is laid out anew when painted, and so painted twice.
        self._dot = QLabel("●", self)
        self.offline = QLabel(self)
        self.offline.setProperty("kind", "small")

        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self.menu_button)
        layout.addWidget(self.session)
        layout.addStretch(1)
        for name, with_text in (("open", True), ("capture", True)):
            layout.addWidget(self._button(actions[name], with_text))
        layout.addSpacing(4)
        layout.addWidget(_rule(self))
        layout.addSpacing(4)
        for name, with_text in (("tool_draw", True), ("read", True), ("find", True)):
            layout.addWidget(self._button(actions[name], with_text))
        layout.addStretch(1)
        for name in ("undo", "redo"):
            layout.addWidget(self._button(actions[name], False))
        layout.addSpacing(8)
        layout.addWidget(self.loaded)
        layout.addWidget(self._dot)
        layout.addWidget(self.offline)
        for button in self.findChildren(QToolButton):
            button.setAutoRaise(True)
            button.setIconSize(QSize(grown(ICON), grown(ICON)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._recolor()
        self._retranslate()
        theme.changed.connect(self._recolor)

    def set_session(self, name: str) -> None:
        """Shows a session's name; a long one is cut, whole in the tooltip."""
        self.session.set_name(" ".join(name.split()))

    def set_loaded(self, model: str) -> None:
        """Names the model in memory; "" for none."""
        self._model = model
        name = model_name(model) if model else ""
        text = self.tr("%1 is in memory. Click to unload it.").replace("%1", name)
        self.loaded.setToolTip(text)
        self.loaded.setAccessibleName(text)
        self.loaded.setVisible(bool(model))

    def set_downloading(self, downloading: bool) -> None:
        """Whether something is being fetched, which the user asked for."""
        self._downloading = downloading
        self._show_network()

    def _button(self, action: QAction, with_text: bool) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons.append((button, action, with_text))
        return button

    def _short_texts(self) -> dict[str, str]:
        return {
            "open": self.tr("Open"),
            "capture": self.tr("Capture"),
            "tool_draw": self.tr("Box"),
            "read": self.tr("Read"),
            "find": self.tr("Find"),
        }

    def _recolor(self) -> None:
        self.menu_button.setIcon(self._theme.icon("menu"))
        self.session.setIcon(self._theme.icon("chevron-down", "muted"))
        self.loaded.setIcon(self._theme.icon("model", "accent"))
        self._show_network()

    def _show_network(self) -> None:
        if self._downloading:
            word = self.tr("downloading")
            tip = self.tr(
                "A model or its engine is being downloaded, as you asked. Pictures and chats stay on this machine."
            )
        else:
            word = self.tr("offline")
            tip = self.tr("Eyebox opens no connection. Pictures and chats stay on this machine.")
        set_kind(self._dot, "busy" if self._downloading else "ok")
        self.offline.setText(word)
        for label in (self._dot, self.offline):
            label.setToolTip(tip)

    def _retranslate(self) -> None:
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.session.setAccessibleName(self.tr("Session"))
        self.set_loaded(self._model)
        self._recolor()
        short = self._short_texts()
        for button, action, with_text in self._buttons:
            if with_text:
                action.setIconText(short[action.objectName()])
            button.setToolTip(key_text(action))
            button.setAccessibleName(action.text())
        self._least, self._least_with_words = map(self._wide, (False, True))
        self._fit()
        self._menu.clear()
        for title, entries in self._actions.grouped().items():
            menu = self._menu.addMenu(title)
            for entry in entries:
                if entry is not None and not self._actions.is_listed(entry):
                    continue
                menu.addSeparator() if entry is None else menu.addAction(entry)
                if entry is not None and entry.objectName() == "open_folder":
                    menu.addMenu(self._recent_menu)
        self._recent_menu.setTitle(self.tr("Open recent"))

    def _show_words(self, shown: bool) -> None:
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button, _action, with_text in self._buttons:
            button.setToolButtonStyle(beside if shown and with_text else alone)

    def _wide(self, words: bool) -> int:
        """The least width with or without the words of its buttons."""
        self._show_words(words)
        return super().minimumSizeHint().width()

    def _fit(self) -> None:
        self._show_words(self.width() >= self._least_with_words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def button(self, name: str) -> QToolButton:
        """The button of an action. Raises StopIteration where there is none."""
        return next(button for button, action, _text in self._buttons if action.objectName() == name)

    def _list_recent(self) -> None:
        self._recent_menu.clear()
        for path in self._recent():
            name = " ".join(name_of(path).split()).replace("&", "&&")
            self._recent_menu.addAction(name, partial(self.recent_chosen.emit, path)).setToolTip(as_tip(path))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._actions.retranslate()
            self._retranslate()
        super().changeEvent(event)


class _NameButton(QToolButton):
    """As wide as its name, up to a limit; where there is less room the name is cut, whole in the tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setToolTip(as_tip(name))
        self._cut()
        self.updateGeometry()

    def _around(self) -> int:
        """What the button is wider than its text."""
        return super().sizeHint().width() - self.fontMetrics().size(_MNEMONIC, self.text()).width()

    def _cut(self) -> None:
        room = max(self.width() - self._around(), 0)
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def _wide(self, most: int) -> QSize:
        text = min(self.fontMetrics().horizontalAdvance(self._name) + 1, most)
        return QSize(text + self._around(), super().sizeHint().height())

    def sizeHint(self) -> QSize:
        return self._wide(MOST_OF_NAME)

    def minimumSizeHint(self) -> QSize:
        return self._wide(LEAST_OF_NAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


def _rule(parent: QWidget) -> QFrame:
    """A vertical hairline."""
    rule = QFrame(parent)
    rule.setProperty("kind", "vline")
    rule.setFixedHeight(20)
    return rule
