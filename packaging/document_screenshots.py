"""Screenshots of tables, proofreading, blacking out, batches and scripts: python packaging/document_screenshots.py [FOLDER].

The same as `screenshots.py`, on an invoice that is drawn here. Two minutes or so.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from eyebox.batches.job import BatchJob
from eyebox.session.types import Redaction
from screenshots import ROOT, Program, pause, until

ROWS = (
    ("Item", "Quantity", "Price", "Total"),
    ("Espresso beans, dark roast, 1 kg", "12", "14.50", "174.00"),
    ("Paper filters, size 4", "40", "2.25", "90.00"),
    ("陶瓷咖啡杯", "24", "6.80", "163.20"),
    ("Delivery", "1", "-", "-"),
    ("Sum", "", "", "427.20"),
)
COLUMNS = (90, 560, 700, 850, 1010)
FADED = (
    "Goods remain our property until they are paid in full.",
    "Complaints within 14 days, please, in writing.",
)


def invoice(file: Path) -> None:
    """A page with an address, a ruled table, and small print that has faded."""
    image = QImage(1100, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#fbfaf6"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(
        text: str, x: float, y: float, size: int, colour: str = "#20242a", *, bold: bool = False
    ) -> None:
        font = QFont("DejaVu Sans")
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(x, y), text)

    write("Invoice 4711", 90, 110, 40, bold=True)
    for n, text in enumerate(("Anna Lindqvist", "anna@example.org", "+49 30 901820")):
        write(text, 90, 170 + 34 * n, 24)
    for n, row in enumerate(ROWS):
        for x, text in zip(COLUMNS, row, strict=False):
            write(text, x + 14, 330 + 56 * n, 22, bold=n in (0, len(ROWS) - 1))
    painter.setPen(QPen(QColor("#8a8f98"), 2))
    for n in range(len(ROWS) + 1):
        painter.drawLine(QPointF(COLUMNS[0], 294 + 56 * n), QPointF(COLUMNS[-1], 294 + 56 * n))
    for x in COLUMNS:
        painter.drawLine(QPointF(x, 294), QPointF(x, 294 + 56 * len(ROWS)))
    painter.end()
    small = QImage(460, 46, QImage.Format.Format_RGB32)
    small.fill(QColor("#fbfaf6"))
    painter = QPainter(small)
    font = QFont("DejaVu Serif")
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor("#a9a49a"))
    for n, text in enumerate(FADED):
        painter.drawText(QPointF(4, 16 + 22 * n), text)
    painter.end()
    # smaller and larger again, as a bad scan has it
    worn = small.scaled(205, 20, mode=Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(90, 690, 920, 92), worn)
    painter.end()
    image.save(str(file))


class Scenes(Program):
    """The real program with that page."""

    def __init__(self, home: Path, folder: Path) -> None:
        super().__init__(home, folder)
        self.commands = self.window.commands

    def over(self, command: str, name: str) -> None:
        """What a command opens over the window, opened anew in each look: it keeps the language it was opened in."""
        for look, theme, language in (
            ("light", "light", "en"),
            ("dark", "dark", "en"),
            ("chinese", "light", "zh_CN"),
        ):
            self.choose("theme", theme)
            self.choose("language", language)

            def shoot(look: str = look) -> None:
                page = QApplication.activeModalWidget()
                if page is None:
                    QTimer.singleShot(50, shoot)
                    return
                pause(700)
                self.shoot(f"{name}-{look}", page)
                page.close()

            QTimer.singleShot(50, shoot)
            self.commands[command].trigger()
            pause(300)
        self.choose("theme", "light")
        self.choose("language", "en")

    def read(self) -> None:
        scans = self.home / "invoices"
        scans.mkdir()
        for number in range(4):
            invoice(scans / f"invoice {number + 4711}.png")
        pictures = self.window.workspace.pictures
        self.window.workspace.open_paths([str(scans / "invoice 4711.png")])
        until(lambda: pictures.current and pictures.page(pictures.current))
        self.window.panel.tabs.setCurrentIndex(2)
        self.window.activateWindow()
        self.window.canvas.setFocus()

    def table(self) -> None:
        self.commands["tables"].trigger()
        self.in_all_looks("table", lambda: self.window)
        self.commands["tables"].trigger()

    def proofreading(self) -> None:
        self.commands["next_unsure"].trigger()
        self.in_all_looks("unsure", lambda: self.window)
        self.commands["correct_text"].trigger()
        self.shoot("correcting-light", self.window)
        self.window.step_back()
        self.commands["reread"].trigger()
        until(lambda: self.window.workspace.second_opinion.is_done)
        self.in_all_looks("second-opinion", lambda: self.window)
        self.commands["keep_all_first"].trigger()

    def blacking_out(self) -> None:
        self.over("black_out_found", "black-out")
        redactions = self.window.workspace.redactions
        picture = self.window.workspace.pictures.current or ""
        lines = self.window.workspace.pictures.page(picture).lines  # type: ignore[union-attr]
        hidden = [Redaction(line.box) for line in lines if "@" in line.text or line.text.startswith("+49")]
        redactions.add(picture, hidden)
        self.in_all_looks("blacked-out", lambda: self.window)

    def batches(self) -> None:
        batches = self.window.program.workspace.batches
        for kind in ("read", "table"):
            out = self.home / f"invoices {kind}.xlsx"
            batches.start(BatchJob(kind, sources=(str(self.home / "invoices"),), output=str(out)))  # type: ignore[arg-type]
        self.commands["batches"].trigger()
        until(lambda: not batches.running)
        page = self.window.batch_controller.page
        assert page is not None
        self.in_all_looks("batches", lambda: page)
        page.close()


def main(folder: Path) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        scenes = Scenes(Path(home), folder)
        scenes.read()
        scenes.table()
        scenes.proofreading()
        scenes.blacking_out()
        scenes.batches()
        scenes.over("scripts", "scripts")
        scenes.program.close()
    del application


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target)
