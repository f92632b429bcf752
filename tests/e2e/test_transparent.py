"""A picture without a ground of its own, through the real window."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

import desk
from drawing import font
from kept_engines import KEPT


@pytest.mark.parametrize(
    ("ink", "role"),
    [("white", "checks_dark"), pytest.param("black", "checks_light", marks=pytest.mark.thorough)],
)
def test_text_on_a_transparent_ground_is_seen_and_read(
    qtbot: QtBot, start, tmp_path: Path, ink: str, role: str
) -> None:
    image = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).text((40, 120), "Invoice 4711", fill=ink, font=font("sans", 60))
    image.save(tmp_path / "clear.png")
    KEPT.close()
    program = start()
    window = program.window
    window.workspace.open_paths([str(tmp_path / "clear.png")])
    picture = desk.wait_read(qtbot, program)
    page = window.workspace.pictures.page(picture)
    assert page is not None and [line.text for line in page.lines] == ["Invoice 4711"]

    engines = psutil.Process().children(recursive=True)
    assert sorted(engine.cmdline()[-1] for engine in engines) == ["picture", "reader"], "one decodes for both"

    canvas = window.canvas
    checks = {window.theme.color(name).name() for name in (role, f"{role}_other")}
    seen = canvas.grab().toImage()
    corner = canvas.mapFromScene(20, 20)
    around = {
        seen.pixelColor(round(corner.x() + x), round(corner.y() + y)).name()
        for x in range(20)
        for y in range(20)
    }
    assert around == checks
    qtbot.waitUntil(lambda: bool(window.workspace.pictures.thumbnails.get(picture)), timeout=desk.PATIENCE)
    with Image.open(window.workspace.pictures.thumbnails.get(picture)) as small:
        assert small.getpixel((2, 2)) == ((0,) * 3 if ink == "white" else (255,) * 3)
