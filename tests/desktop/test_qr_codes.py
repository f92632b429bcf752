"""QR codes made of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from eyebox.workspace.qr_codes import MODULE, qr_png
from eyebox_models.ocr.codes import find_codes
from eyebox_models.picture import open_array
from eyebox_models.protocol.errors import EyeboxError


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?b=1",
        "图书馆周一至周五开放",
        "naïve café\nsecond line",
        "鲑鱼 🐟 salmon",
        "x" * 2331,
        "7" * 5596,
    ],
)
def test_what_was_made_is_read_back(tmp_path: Path, text: str) -> None:
    file = tmp_path / "code.png"
    file.write_bytes(qr_png(text))
    (code,) = find_codes(open_array(file))
    assert (code.text, code.kind) == (text, "QR Code")
    with Image.open(file) as image:
        assert image.width == image.height and image.width % MODULE == 0
        assert image.crop((0, 0, 4 * MODULE, image.height)).getextrema() == (255, 255)
        (found,) = zxingcpp.read_barcodes(image.convert("L"))
        assert found.ec_level == "M"


@pytest.mark.parametrize(
    "text, most", [("x" * 2332, "2,331"), ("7" * 9000, "5,596"), ("x" * 5_000_000, "2,331")]
)
def test_a_text_that_is_too_long_says_how_much_of_it_fits(text: str, most: str) -> None:
    with pytest.raises(EyeboxError, match=f"This text has {len(text):,} characters, and {most} of it fit"):
        qr_png(text)
