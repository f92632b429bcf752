"""Readable colours, labels told apart, and a theme that changes without leaving things behind."""

from __future__ import annotations

import gc
import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from eyebox.settings.dialog import SettingRow
from eyebox.settings.schema import specs
from eyebox.shortcut_rows import ShortcutRow
from eyebox.theme import Theme, icons, set_kind
from eyebox.theme.colors import PALETTE, luminance
from eyebox.theme.fonts import base_font
from eyebox_resources import path

HALF = "\ud800"
"""Of a surrogate pair, as a file of boxes may have one in a label."""
TEXTS = ("text", "muted", "accent", "danger", "warn", "ok")
SURFACES = ("window", "surface", "raised", "canvas", "hover", "pressed", "selection")
PAIRS = [
    *itertools.product(TEXTS, SURFACES),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("on_tooltip", "tooltip"),
]
ROLES = {
    *("window", "surface", "raised", "canvas", "hairline", "text", "muted", "selection", "hover"),
    *("accent", "on_accent", "danger", "on_danger", "warn", "ok"),
    *("halo", "text_layer", "found", "found_current"),
    *("checks_light", "checks_light_other", "checks_dark", "checks_dark_other"),
}
ICONS = [
    *(
        "menu",
        "open",
        "capture",
        "read",
        "find",
        "model",
        "offline",
        "plus",
        "minus",
        "fit",
        "actual",
        "send",
    ),
    *("stop", "attach", "copy", "regenerate", "edit", "trash", "close", "chevron-left", "chevron-right"),
    *("chevron-down", "chevron-up", "eye", "text", "box", "chat", "undo", "redo", "export", "settings"),
    *("search", "sun", "moon", "warning", "info", "check", "drag", "draw", "pointer", "queue", "session"),
    *("folder", "picture", "split", "keyboard", "language", "play", "more"),
]
# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.01182, 0.04294, 0.968881),
)
NORMAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    theme.set_mode("light")
    yield theme
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    theme.deleteLater()


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def as_lab(color: QColor, seen_by: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    def cube(part: float) -> float:
        return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116

    rgb = [linear(part) for part in (color.redF(), color.greenF(), color.blueF())]
    r, g, b = (min(1.0, max(0.0, sum(k * part for k, part in zip(row, rgb, strict=True)))) for row in seen_by)
    x = cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = cube(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize(("high", "least"), [(False, 4.5), (True, 7.0)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_all_text_can_be_read(theme: Theme, mode: str, high: bool, least: float) -> None:
    theme.set_mode(mode)
    theme.set_contrast(high)
    poor = {pair: contrast(*map(theme.color, pair)) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < least} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_in_high_contrast_lines_and_labels_are_seen_too(theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    theme.set_contrast(True)
    lines = itertools.product(("hairline", "border", "accent"), ("window", "surface", "raised", "canvas"))
    assert min(contrast(*map(theme.color, pair)) for pair in lines) >= 3
    assert contrast(theme.color("disabled"), theme.color("window")) >= 7
    theme.set_label_colors({"grey": "#808080", "red": "#ff0000", "night": "#000010"})
    for label in ("price", "dish", "total", "a", "b", "c", "d", "e", "grey", "red", "night"):
        assert contrast(theme.label_color(label), theme.on_label_color(label)) >= 7


def test_high_contrast_is_switched_while_the_program_runs(theme: Theme, qapp: QApplication, qtbot) -> None:
    theme.apply(qapp)
    with qtbot.waitSignal(theme.changed):
        theme.set_contrast(True)
    assert "3px solid #0a2a9e" in qapp.styleSheet()
    assert qapp.palette().window().color() == QColor("#ffffff")
    theme.set_contrast(None)
    assert not theme.high_contrast
    assert "3px solid" not in qapp.styleSheet()


def test_a_hairline_ends_every_row_of_a_page(theme: Theme, qapp: QApplication, qtbot) -> None:
    theme.apply(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    setting = SettingRow(next(spec for spec in specs() if spec.group), theme, page)
    setting.retranslate()
    for row in (setting, ShortcutRow("File", "Open", ["Ctrl+O"], page)):
        row.resize(400, 60)
        image = row.grab().toImage()
        line, above = ({image.pixel(x, 60 - n) for x in range(400)} for n in (1, 2))
        assert line == {theme.color("hairline").rgb()} and not line & above


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_ring_around_the_focus_moves_nothing(qapp: QApplication, qtbot, text_size: int) -> None:
    theme = Theme(qapp, text_size=text_size)
    theme.set_contrast(True)
    theme.apply(qapp)
    try:
        for widget in (QPushButton("Send"), QLineEdit("text"), QComboBox(), QCheckBox("yes")):
            qtbot.addWidget(widget)
            widget.show()
            before = widget.sizeHint()
            widget.activateWindow()
            widget.setFocus()
            qtbot.waitUntil(widget.hasFocus)
            assert widget.sizeHint() == before, type(widget)
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())
        qapp.setFont(Theme(qapp).font())


def test_all_themes_have_all_roles() -> None:
    names = ("light", "dark", "light-contrast", "dark-contrast")
    tables = [json.loads(path("themes", f"{name}.json").read_text("utf-8")) for name in names]
    assert all(table.keys() == tables[0].keys() for table in tables)
    assert tables[0].keys() >= ROLES


def test_an_unknown_role_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("mauve")


def test_a_changed_colour_changes_no_other(theme: Theme) -> None:
    for fresh in (lambda: theme.color("window"), lambda: theme.label_color("price")):
        fresh().setAlphaF(0.5)
        assert fresh().alpha() == 255


@pytest.mark.parametrize("eyes", [NORMAL, PROTANOPIA, DEUTERANOPIA])
def test_the_first_six_label_colours_are_told_apart(eyes: tuple[tuple[float, ...], ...]) -> None:
    seen = [as_lab(QColor(value), eyes) for value in PALETTE[:6]]
    nearest = min(
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for one, other in itertools.combinations(seen, 2)
    )
    assert nearest > 15


def test_a_label_keeps_its_colour(theme: Theme) -> None:
    assert theme.label_color("price").name() == theme.label_color(" Price ").name() == "#009e73"
    labels = [f"label {number}" for number in range(200)]
    assert {theme.label_color(label).name() for label in labels} == set(PALETTE)
    assert all(contrast(theme.label_color(label), theme.on_label_color(label)) >= 4.5 for label in labels)


def test_switching_repaints_everything_once(theme: Theme, qapp: QApplication, qtbot) -> None:
    theme.apply(qapp)
    button = QPushButton("Read")
    qtbot.addWidget(button)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.dark
    assert qapp.palette().window().color() == theme.color("window")
    button.resize(80, 32)
    assert button.grab().toImage().pixelColor(8, 8) == theme.color("raised")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("dark")


def test_switching_leaves_nothing_behind(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp)
    sizes = set()
    for _ in range(20):
        theme.set_mode("dark")
        theme.set_mode("light")
        sizes.add((len(qapp.styleSheet()), len(qapp.children()), len(theme.children())))
    assert len(sizes) == 1


def test_the_style_sheet_is_complete(theme: Theme, qapp: QApplication) -> None:
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        theme.apply(qapp)
        assert "@" not in qapp.styleSheet()
        for part in qapp.styleSheet().split('url("')[1:]:
            assert path(part.split('"')[0]).is_file()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_there_and_takes_the_colour(theme: Theme, name: str) -> None:
    image = theme.icon(name, "danger").pixmap(18, 18).toImage()
    pixels = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
    inked = [pixel for pixel in pixels if pixel.alpha() > 180]
    assert inked
    wanted = theme.color("danger")
    for pixel in inked:
        assert abs(pixel.red() - wanted.red()) < 8
        assert abs(pixel.blue() - wanted.blue()) < 8


def test_icons_follow_the_theme_and_the_screen(theme: Theme) -> None:
    icon = theme.icon("open")
    light = icon.pixmap(18, 18).toImage()
    theme.set_mode("dark")
    assert icon.pixmap(18, 18).toImage() != light
    for ratio in (1.0, 1.25, 2.0, 3.0):
        sharp = icon.pixmap(icon.actualSize(light.size()), ratio, QIcon.Mode.Normal)
        assert sharp.width() in (int(18 * ratio), int(18 * ratio) + 1)
        assert sharp.devicePixelRatio() == pytest.approx(ratio)


def engines() -> int:
    # by its type alone: asking others for their class makes some of them warn
    return sum(type(each) is icons.PaletteIconEngine for each in gc.get_objects())


def test_an_icon_outlives_its_theme_and_is_freed_with_its_last_copy(
    qapp: QApplication, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = icons.render

    def collect_and_draw(*how: Any) -> QPixmap:
        gc.collect()  # while an engine draws: what it leads to is put behind it, and would be cleared after it
        return draw(*how)

    monkeypatch.setattr(icons, "render", collect_and_draw)
    gc.collect()
    gc.freeze()  # what other tests left is passed over
    try:
        for size in range(200, 210):
            theme, button = Theme(), QPushButton()
            shown = [theme.icon(name, "danger") for name in ("box", "copy", "search")]
            button.setIcon(shown[0])
            ring = [theme]
            ring.append(ring)  # type: ignore[arg-type]
            del theme, ring
            shown[0].pixmap(QSize(size, size))
            shown.clear()
            gc.collect()
            assert engines() == 1
            assert not button.icon().pixmap(QSize(size, 2 * size)).toImage().isNull()
            del button
            gc.collect()
            assert engines() == 0
    finally:
        gc.unfreeze()


def test_a_missing_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no such icon")


def test_motion_can_be_forbidden(theme: Theme) -> None:
    theme.set_motion(False)
    assert not theme.motion
    theme.set_motion(True)
    assert theme.motion


def test_three_sizes_of_type(theme: Theme) -> None:
    small, body, title = (theme.font(role).pointSizeF() for role in ("small", "body", "title"))
    assert small < body < title
    theme.font("body").setBold(True)
    assert not theme.font("body").bold()


def test_the_systems_font_comes_first_also_where_it_has_a_name_for_many(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eyebox.theme.fonts._system_font", lambda: QFont("Sans Serif"))
    font = base_font()
    assert QFontInfo(font).family() == QFontInfo(QFont("Sans Serif")).family()
    widths = QFontMetricsF(font)
    assert widths.horizontalAdvance("“") < 0.7 * widths.horizontalAdvance("中")


def test_characters_have_the_shapes_of_the_programs_language(theme: Theme) -> None:
    def first(code: str) -> str:
        theme.set_language(code)
        return next(name[-2:] for name in theme.font().families() if name.startswith("Noto Sans CJK"))

    assert [first(code) for code in ("en", "ja", "zh_CN")] == ["SC", "JP", "SC"]


def test_a_kind_can_change_later(theme: Theme, qapp: QApplication, qtbot) -> None:
    theme.apply(qapp)
    button = QPushButton("Send")
    qtbot.addWidget(button)
    button.resize(80, 32)
    set_kind(button, "primary")
    assert button.grab().toImage().pixelColor(10, 8) == theme.color("accent")
    set_kind(button, "danger")
    assert button.grab().toImage().pixelColor(10, 8) == theme.color("danger")


def test_any_label_has_a_colour(qapp: QApplication) -> None:
    theme = Theme()
    assert theme.label_color(HALF).isValid() and theme.on_label_color(HALF).isValid()
