"""The program's icon at all sizes, drawn from the SVG that the window has; small sizes have drawings of their own.

At 16 to 24 pixels the thin corners and the outline of the eye would blur: there they are laid on whole pixels.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
LARGE = ROOT / "resources" / "eyebox_resources" / "icons" / "eyebox.svg"
SMALL = ROOT / "packaging" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
"""Of macOS's own sizes the ones that Pillow writes: 16 and 32 points at twice the pixels, and so on."""


def icons(folder: Path) -> list[Path]:
    """Writes hicolor's PNGs and the scalable SVG under `folder`, which stands for usr/share/icons/hicolor."""
    files = []
    for size in SIZES:
        file = folder / f"{size}x{size}" / "apps" / "eyebox.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(size))
        files.append(file)
    scalable = folder / "scalable" / "apps" / "eyebox.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(LARGE.read_bytes())
    return [*files, scalable]


def program_icon(file: Path) -> Path:
    """Writes the icon that a program's file carries: `file` ends with .ico (Windows) or .icns (macOS)."""
    sizes = ICO_SIZES if file.suffix == ".ico" else ICNS_SIZES
    pictures = [_picture(size) for size in sizes]
    form = {"sizes": [(size, size) for size in sizes]} if file.suffix == ".ico" else {}
    file.parent.mkdir(parents=True, exist_ok=True)
    pictures[-1].save(file, append_images=pictures[:-1], **form)
    return file


def png(size: int) -> bytes:
    """The icon at a size, as a PNG file."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def drawn(size: int) -> QImage:
    """The icon at a size, as an image of Qt. Needs no application and no screen."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(_source(size)))
    if size == 22:  # the drawing for 24 without its margin
        renderer.setViewBox(QRectF(1, 1, 22, 22))
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def _source(size: int) -> Path:
    if size > 24:
        return LARGE
    return SMALL / ("eyebox-16.svg" if size < 22 else "eyebox-24.svg")


def _picture(size: int) -> Image:
    from PIL import Image

    return Image.open(io.BytesIO(png(size))).convert("RGBA")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(program_icon(Path(name)))
