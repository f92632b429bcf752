"""The zoom, and what changes it, floating over the picture's foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from eyebox.canvas.scene import CanvasScene
from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

HEIGHT = 36
GAP = 16
BACK_MS = 250
"""So long after the picture was moved it is there again."""
ICON = 18
STEPS = (25, 50, 75, 100, 150, 200, 400, 800)
"""In percent."""


class ZoomPill(Retranslated, QWidget):
    """Buttons for zooming a view out and in, fitting and actual size; the zoom in percent opens a menu, and is typed."""

    def __init__(self, theme: Theme, scene: CanvasScene, view: ZoomView) -> None:
        super().__init__(view)
        self._theme = theme
        self._scene = scene
        self._view = view
        self._percent = QToolButton(self)
        self._percent.setFont(theme.font("small"))
        self._percent.setFixedSize(self._percent.fontMetrics().horizontalAdvance("6400 %") + 16, grown(28))
        self._percent.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._percent.setAutoRaise(True)
        self._percent.clicked.connect(self.open_menu)
        self._field = QLineEdit(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._field.setFont(theme.font("small"))
        self._field.hide()
        self._field.installEventFilter(self)
        self._out = self._button("minus", view.zoom_out)
        self._in = self._button("plus", view.zoom_in)
        self._fit = self._button("fit", view.fit)
        self._width = self._button("fit-width", view.fit_width)
        self._actual = self._button("actual", view.actual_size)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        for widget in (self._out, self._percent, self._in, self._fit, self._width, self._actual):
            row.addWidget(widget)
        QWidget.setTabOrder(self._out, self._percent)
        QWidget.setTabOrder(self._percent, self._in)
        self.setFixedHeight(grown(HEIGHT))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._back = QTimer(self, singleShot=True, interval=BACK_MS)
        self._back.timeout.connect(self.come_back)
        view.panned.connect(self._step_aside)
        view.zoom_changed.connect(self.show_zoom)
        theme.changed.connect(self.update)
        self.hide()
        self._retranslate()

    def place(self) -> None:
        """Goes to the middle of the view's foot."""
        size = self.sizeHint()
        x, y = (self._view.width() - size.width()) // 2, self._view.height() - size.height() - GAP
        self.setGeometry(x, y, size.width(), size.height())

    @Slot()
    def come_back(self) -> None:
        """Is seen, where there is a picture."""
        self.setVisible(not self._scene.picture_rect.isEmpty())

    @Slot()
    def _step_aside(self) -> None:
        """Qt moves a view's pixels when it is scrolled, but only while nothing lies over it."""
        self.hide()
        self._back.start()

    @Slot(float)
    def show_zoom(self, zoom: float) -> None:
        """`zoom`: 1 is shown as 100 %."""
        percent = zoom * 100
        self._percent.setText(f"{percent:.0f} %" if percent >= 10 else f"{percent:.1f} %")

    @Slot()
    def open_menu(self) -> None:
        """The zooms to choose from; the last entry is a field to type one into."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = round(self._view.zoom * 100)
        for percent in STEPS:
            action = menu.addAction(f"{percent} %")
            action.triggered.connect(partial(self._view.set_zoom, percent / 100))
            action.setCheckable(True)
            action.setChecked(percent == now)
        menu.addSeparator()
        for name, key, slot in (
            (self.tr("Fit the window"), "Ctrl+0", self._view.fit),
            (self.tr("Fit the width"), "Ctrl+2", self._view.fit_width),
            (self.tr("Actual size"), "Ctrl+1", self._view.actual_size),
        ):
            menu.addAction(f"{name}\t{key}", slot)
        menu.addSeparator()
        menu.addAction(self.tr("Other…"), self._type)
        menu.popup(self._percent.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    @Slot()
    def _type(self) -> None:
        self._field.setGeometry(self._percent.geometry())
        self._field.setText(f"{self._view.zoom * 100:.0f}")
        self._field.show()
        self._field.raise_()
        self._field.selectAll()
        self._field.setFocus()

    def _end_typing(self, *, zoom: bool) -> None:
        if self._field.isHidden():
            return
        self._field.hide()
        text = self._field.text().strip().removesuffix("%").strip().replace(",", ".")
        try:
            percent = float(text) if zoom else 0.0
        except ValueError:
            percent = 0.0
        if 0 < percent < float("inf"):
            self._view.set_zoom(percent / 100)
        self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                if event.type() == QEvent.Type.KeyPress:
                    self._end_typing(zoom=event.key() != Qt.Key.Key_Escape)
                event.accept()
                return True
        elif watched is self._field and event.type() == QEvent.Type.FocusOut:
            self._end_typing(zoom=False)
        return False

    def _button(self, icon: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(grown(ICON), grown(ICON)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(grown(28), grown(28))
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        return button

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Zoom"))
        self._percent.setAccessibleName(self.tr("Zoom in percent"))
        self._percent.setToolTip(self.tr("Zoom in percent"))
        self._field.setAccessibleName(self.tr("Zoom in percent"))
        for button, name, key in (
            (self._out, self.tr("Zoom out"), "Ctrl+−"),
            (self._in, self.tr("Zoom in"), "Ctrl++"),
            (self._fit, self.tr("Fit the window"), "Ctrl+0"),
            (self._width, self.tr("Fit the width"), "Ctrl+2"),
            (self._actual, self.tr("Actual size"), "Ctrl+1"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.setBrush(self._theme.color("raised"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
