"""QR codes that are made of a text and opened as pictures."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eyebox.picture_map import encoded_png
from eyebox.workspace.opening import Opening
from eyebox_models.protocol.errors import EyeboxError

MODULE = 8
"""The side of a module in pixels; around the code four modules are left free."""
NAMED = 40
"""Letters of the text in the name of the picture."""
MOST = 7089
"""No QR code holds more characters."""


def qr_png(text: str) -> bytes:
    """The code as a PNG file; up to 15 % of it may be lost (level M). Raises EyeboxError for a text that is too long."""
    import zxingcpp

    def fits(length: int) -> bool:
        try:
            zxingcpp.create_barcode(text[:length], zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        except (RuntimeError, ValueError):
            return False
        return True

    if len(text) > MOST or not fits(len(text)):
        most = bisect_right(range(1, min(len(text), MOST)), False, key=lambda length: not fits(length))
        raise EyeboxError(
            "too-long-for-code",
            "This text has {count:,} characters, and {most:,} of it fit into a QR code. Select less of it.",
            count=len(text),
            most=most,
        )
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn: Any = zxingcpp.write_barcode_to_image(code, scale=MODULE, add_quiet_zones=True)
    height, width = drawn.shape
    return encoded_png(
        QImage(bytes(memoryview(drawn)), width, height, width, QImage.Format.Format_Grayscale8)
    )


class QrCodes(QObject):
    """Makes them in the background; what fails there `opening` tells.

    Signals: nothing_to_say: there is no text of which a code could be made.
    """

    nothing_to_say = Signal(str)

    def __init__(self, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = opening

    def make(self, text: str) -> None:
        """Opens a QR code that says `text`, without the space around it."""
        text = text.strip()
        if not text:
            sentence = self.tr("Select a text, or copy one: the QR code is made of it.")
            self.nothing_to_say.emit(sentence)
            return
        short = " ".join(text[: 2 * NAMED].split())
        short = short if len(short) <= NAMED else short[: NAMED - 1] + "…"
        self._opening.add_made(partial(qr_png, text), self.tr("QR code: %1").replace("%1", short))
