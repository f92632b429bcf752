"""The one source of colours, icons and type for palette, style sheet and painting."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QStyle, QWidget

from eyebox.theme.colors import build_palette, build_style_sheet, far_apart, label_color, label_key, on_color
from eyebox.theme.fonts import FontRole, base_font, sized
from eyebox.theme.grown import set_text_size
from eyebox.theme.icons import palette_icon
from eyebox_resources import path

Mode = Literal["system", "light", "dark"]


class Theme(QObject):
    """Colours by role, icons by name and fonts by size; `changed` when light turns dark or
    contrast high, or back, or labels get other colours.

    A theme follows the system until `set_mode` says otherwise. It changes how the application looks
    only once `apply` was called; a widget that paints by itself repaints on `changed`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, text_size: int = 100) -> None:
        """`text_size` is that of all text, in percent of the system's."""
        super().__init__(parent)
        self._mode: Mode = "system"
        self._motion: bool | None = None
        self._contrast: bool | None = None
        self._japanese = False
        self._app: QApplication | None = None
        self._text_size = text_size
        set_text_size(text_size)
        self._fonts: dict[FontRole, QFont] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._colors: dict[str, QColor] = {}
        self._label_colors: dict[str, QColor] = {}
        # Kept: with the wrapper of the hints PySide takes those of what they own for deleted.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)
        self.dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        self.high_contrast = self._system_wants_contrast()
        """Whether all text has a contrast of at least 7:1, and the focus a ring of three points."""
        self._read_colors()

    @property
    def mode(self) -> Mode:
        """What the user asked for; `dark` is what it came to."""
        return self._mode

    @property
    def motion(self) -> bool:
        """Whether things may move: what the user chose, else what the system asks for."""
        if self._motion is not None:
            return self._motion
        style = QApplication.style()
        return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def apply(self, app: QApplication) -> None:
        """Dresses the whole application, now and whenever the theme changes."""
        self._app = app
        app.setStyle("Fusion")
        self._dress()

    def set_mode(self, mode: Mode) -> None:
        """Follows the system, or stays light or dark whatever the system says."""
        self._mode = mode
        self._update()

    def set_contrast(self, high: bool | None) -> None:
        """High or usual contrast; None leaves the choice to the system."""
        self._contrast = high
        self._update()

    def set_motion(self, allowed: bool | None) -> None:
        """Allows or forbids motion; None leaves the choice to the system."""
        self._motion = allowed

    def set_language(self, code: str) -> None:
        """Gives characters that Chinese and Japanese write differently the shapes of the program's language."""
        if (code == "ja") != self._japanese:
            self._japanese = code == "ja"
            self._fonts.clear()
            self._dress()
            self.changed.emit()

    def color(self, role: str) -> QColor:
        """A fresh colour of a role of `themes/light.json`. Raises KeyError for a name that is no role."""
        return QColor(self._colors[role])

    def set_label_colors(self, colors: Mapping[str, str]) -> None:
        """Gives labels, whatever their case, other colours than those that they have by their names."""
        new = {label_key(label): QColor(color) for label, color in colors.items()}
        if new != self._label_colors:
            self._label_colors = new
            self.changed.emit()

    def label_color(self, label: str) -> QColor:
        """The colour of a box with this label: the one that was set, else the same in every run, safe for colour-blind people."""
        found = self._label_colors.get(label_key(label)) if self._label_colors else None
        color = label_color(label) if found is None else QColor(found)
        return far_apart(color) if self.high_contrast else color

    def on_label_color(self, label: str) -> QColor:
        """Black or white, whichever is read better on `label_color(label)`."""
        return on_color(self.label_color(label))

    def halo_color(self, label: str) -> QColor:
        """What sets a label's colour off from any picture: dark around light colours, light around dark ones.

        Opaque: the translucent halo as it comes out on a middling grey.
        """
        halo = self.color("halo")
        share = halo.alphaF()
        level = round(255 * share + 128 * (1 - share))
        if self.on_label_color(label).lightnessF() > 0.5:
            level = (level + 128) // 2
        else:
            level = 255 - level
        return QColor(level, level, level)

    def focus_pen(self) -> QPen:
        """What is painted around what has the focus."""
        return QPen(self.color("accent"), 3 if self.high_contrast else 1)

    def font(self, role: FontRole = "body") -> QFont:
        """The system's font as "small", "body" or "title", with figures of equal width."""
        if role not in self._fonts:
            self._fonts[role] = sized(base_font(japanese=self._japanese), role, self._text_size / 100)
        return QFont(self._fonts[role])

    def icon(self, name: str, role: str = "text") -> QIcon:
        """An icon of `resources/icons` in the colour of `role`; it follows light and dark by itself.

        Raises FileNotFoundError when there is no icon of this name.
        """
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = palette_icon(self._colors, name, role)
        return self._icons[key]

    def _read_colors(self) -> None:
        name = f"{'dark' if self.dark else 'light'}{'-contrast' if self.high_contrast else ''}.json"
        table = json.loads(path("themes", name).read_text("utf-8"))
        self._colors.clear()  # the icons have this very table
        self._colors.update((role, QColor(value)) for role, value in table.items())

    def _dress(self) -> None:
        if self._app is None:
            return
        self._app.setFont(self.font("body"))
        self._app.setPalette(build_palette(self._colors))
        self._app.setStyleSheet(build_style_sheet(self._colors, self.font, self.dark, self.high_contrast))

    def _update(self) -> None:
        system_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        dark = system_dark if self._mode == "system" else self._mode == "dark"
        high = self._system_wants_contrast() if self._contrast is None else self._contrast
        if (dark, high) != (self.dark, self.high_contrast):
            self.dark, self.high_contrast = dark, high
            self._read_colors()
            self._dress()
            self.changed.emit()

    def _system_wants_contrast(self) -> bool:
        return self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    @Slot()
    def _follow_system(self) -> None:
        self._update()


def give_viewport(area: QAbstractScrollArea) -> None:
    """Puts a viewport of ours in the place of Qt's, before anything else is done with it.

    Asked for Qt's own one, PySide makes every class of widgets there is, to see whether it is one of them: 8 ms at the start.
    """
    role, viewport = QPalette.ColorRole, QWidget()
    viewport.setBackgroundRole(role.NoRole if isinstance(area, QScrollArea) else role.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def set_kind(widget: QWidget, kind: str) -> None:
    """Gives a widget one of the kinds of `themes/window.qss` ("primary", "quiet", "muted" ...)."""
    if cast("str | None", widget.property("kind")) == kind:
        return
    widget.setProperty("kind", kind)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is dressed when it is shown
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
