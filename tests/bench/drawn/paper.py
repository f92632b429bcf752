"""A sheet to write on that remembers what was written, in reading order, and what a camera makes of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

_FOLDER = Path("/usr/share/fonts")
FONTS = {
    "sans": "truetype/noto/NotoSans-Regular.ttf",
    "sans bold": "truetype/noto/NotoSans-Bold.ttf",
    "serif": "truetype/noto/NotoSerif-Regular.ttf",
    "serif bold": "truetype/noto/NotoSerif-Bold.ttf",
    "serif italic": "truetype/noto/NotoSerif-Italic.ttf",
    "dejavu": "truetype/dejavu/DejaVuSans.ttf",
    "dejavu bold": "truetype/dejavu/DejaVuSans-Bold.ttf",
    "dejavu serif": "truetype/dejavu/DejaVuSerif.ttf",
    "condensed": "truetype/dejavu/DejaVuSansCondensed.ttf",
    "condensed bold": "truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
    "mono": "truetype/dejavu/DejaVuSansMono.ttf",
    "mono bold": "truetype/dejavu/DejaVuSansMono-Bold.ttf",
    "noto mono": "truetype/noto/NotoSansMono-Regular.ttf",
    "courier": "opentype/urw-base35/NimbusMonoPS-Regular.otf",
    "courier bold": "opentype/urw-base35/NimbusMonoPS-Bold.otf",
    "times": "opentype/urw-base35/NimbusRoman-Regular.otf",
    "times bold": "opentype/urw-base35/NimbusRoman-Bold.otf",
    "times italic": "opentype/urw-base35/NimbusRoman-Italic.otf",
    "helvetica": "opentype/urw-base35/NimbusSans-Regular.otf",
    "helvetica bold": "opentype/urw-base35/NimbusSans-Bold.otf",
    "narrow": "opentype/urw-base35/NimbusSansNarrow-Regular.otf",
    "narrow bold": "opentype/urw-base35/NimbusSansNarrow-Bold.otf",
    "palatino": "opentype/urw-base35/P052-Roman.otf",
    "bookman": "opentype/urw-base35/URWBookman-Light.otf",
    "schoolbook": "opentype/urw-base35/C059-Roman.otf",
    "gothic": "opentype/urw-base35/URWGothic-Book.otf",
    "arabic": "truetype/noto/NotoNaskhArabic-Regular.ttf",
    "arabic sans": "truetype/noto/NotoSansArabic-Regular.ttf",
    "hebrew": "truetype/noto/NotoSansHebrew-Regular.ttf",
    "hebrew serif": "truetype/noto/NotoSerifHebrew-Regular.ttf",
    "thai": "truetype/noto/NotoSansThai-Regular.ttf",
    "thai looped": "truetype/noto/NotoLoopedThai-Regular.ttf",
    "devanagari": "truetype/noto/NotoSansDevanagari-Regular.ttf",
    "devanagari serif": "truetype/noto/NotoSerifDevanagari-Regular.ttf",
}
_CJK = {"japanese": 0, "korean": 1, "chinese": 2, "traditional": 3}
for _name, _index in _CJK.items():
    for _kind, _file in {"": "Sans", " serif": "Serif"}.items():
        for _weight in ("Regular", "Bold"):
            _bold = " bold" if _weight == "Bold" else ""
            FONTS[f"{_name}{_kind}{_bold}"] = f"opentype/noto/Noto{_file}CJK-{_weight}.ttc:{_index}"


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font by its name in FONTS. Debian has them in fonts-dejavu, fonts-noto-core, fonts-noto-cjk, fonts-urw-base35."""
    path, _, index = FONTS[name].partition(":")
    return ImageFont.truetype(str(_FOLDER / path), size, index=int(index or 0))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and how many rows and columns it spans."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture and its truth: the lines in reading order; `\\t` in a line parts fields of a form.

    `languages` are Tesseract's names; `exact`: spaces and ends of lines matter (code); `ordered`: there is one right order.
    """

    name: str
    image: Image.Image
    lines: tuple[str, ...]
    languages: str = "eng"
    tables: tuple[tuple[Cell, ...], ...] = ()
    ordered: bool = True
    exact: bool = False
    quality: int | None = None
    """Of its JPEG; None for a PNG."""
    segmentation: int = 3
    """Tesseract's mode: 1 finds out how a page stands, 5 is one block of vertical text."""

    file: Path | None = None
    """Where it is a file already."""

    def data(self) -> tuple[str, bytes]:
        """The suffix and the bytes of its file."""
        if self.file:
            return self.file.suffix, self.file.read_bytes()
        kept = BytesIO()
        if self.quality is None:
            self.image.convert("RGB").save(kept, "png")
            return ".png", kept.getvalue()
        self.image.convert("RGB").save(kept, "jpeg", quality=self.quality)
        return ".jpg", kept.getvalue()

    def turned(self, quarters: int) -> Drawn:
        """Turned clockwise by quarter turns."""
        return replace(self, image=self.image.rotate(-90 * quarters, expand=True), segmentation=1)


@dataclass
class Paper:
    """A sheet; `write` adds to its truth."""

    width: int
    height: int
    ground: str = "white"
    ink: str = "black"
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height), self.ground)
        self.draw = ImageDraw.Draw(self.image)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        face: ImageFont.FreeTypeFont,
        anchor: str = "la",
        ink: str | None = None,
        after: str | None = None,
        direction: str | None = None,
        say: bool = True,
    ) -> float:
        """Writes at a place and returns the right edge. `after` joins the text to the line before by that."""
        anchor = "lt" if direction == "ttb" else anchor
        self.draw.text((x, y), text, ink or self.ink, face, anchor, direction=direction)
        if say and after is not None:
            self.lines[-1] += after + text
        elif say:
            self.lines.append(text)
        return x + (face.getlength(text) if anchor[0] == "l" else 0)

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        face: ImageFont.FreeTypeFont,
        leading: float = 1.4,
        justified: bool = False,
        ink: str | None = None,
        anchor: str = "l",
    ) -> float:
        """Writes running text and returns where the next line would begin."""
        wrapped = list(wrap(text, face, width))
        for number, line in enumerate(wrapped):
            words = line.split(" ")
            if justified and number < len(wrapped) - 1 and len(words) > 1:
                gap = (width - sum(face.getlength(word) for word in words)) / (len(words) - 1)
                at = x
                for word in words:
                    self.draw.text((at, y), word, ink or self.ink, face)
                    at += face.getlength(word) + gap
                self.lines.append(line)
            else:
                self.write(x, y, line, face, f"{anchor}a", ink)
            y += round(face.size * leading)
        return y

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: int = 1, ink: str | None = None
    ) -> None:
        self.draw.line((x1, y1, x2, y2), ink or self.ink, width)

    def drawn(self, name: str, **given: object) -> Drawn:
        return Drawn(name, self.image, tuple(self.lines), **given)  # type: ignore[arg-type]


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """Lines of a text that fit a width: broken at spaces, between any two characters where there are none."""
    for part in text.split("\n"):
        spaced = " " in part or part.isascii()
        pieces = part.split(" ") if spaced else list(part)
        joint = " " if spaced else ""
        line = ""
        for piece in pieces:
            longer = line + joint + piece if line else piece
            if line and face.getlength(longer) > width and piece not in "，。、；：！？）》」':,.":
                yield line
                line = piece
            else:
                line = longer
        yield line


def photographed(
    image: Image.Image,
    seed: int,
    lean: float = 0.0,
    noise: float = 4.0,
    blur: float = 0.6,
    tilt: float = 0.0,
    table: str = "#6b5f55",
    margin: int = 40,
) -> Image.Image:
    """The sheet as a camera sees it on a table: leaning (degrees), tilted (0..0.1), unevenly lit, noisy."""
    generator = np.random.default_rng(seed)
    sheet = Image.new("RGB", (image.width + 2 * margin, image.height + 2 * margin), table)
    sheet.paste(image, (margin, margin))
    width, height = sheet.size
    if tilt:
        inset = tilt * width
        corners = (-inset, -inset / 2, 0, height, width, height, width + inset, -inset / 2)
        sheet = sheet.transform(
            sheet.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=table
        )
    sheet = sheet.rotate(lean, Image.Resampling.BICUBIC, expand=True, fillcolor=table)
    sheet = sheet.filter(ImageFilter.GaussianBlur(blur))
    pixels = np.asarray(sheet, np.float32)
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    angle = generator.uniform(0, 6.28)
    light = np.cos(angle) * columns / pixels.shape[1] + np.sin(angle) * rows / pixels.shape[0]
    pixels = pixels * (0.9 + 0.14 * light)[..., None] + generator.normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def curved(image: Image.Image, depth: float) -> Image.Image:
    """The sheet bent about its middle from side to side: so many pixels lower there than at its edges."""
    pixels = np.asarray(image.convert("RGB"))
    height, width = pixels.shape[:2]
    shift = depth * np.cos(np.linspace(-np.pi / 2, np.pi / 2, width))
    rows = np.arange(height)[:, None] - np.rint(shift)[None, :].astype(int)
    bent = pixels[rows.clip(0, height - 1), np.arange(width)[None, :]]
    return Image.fromarray(bent)


def noisy(image: Image.Image, seed: int, noise: float = 6.0, blur: float = 0.0) -> Image.Image:
    """The picture as a cheap scanner gives it."""
    pixels = np.asarray(image.convert("RGB").filter(ImageFilter.GaussianBlur(blur)), np.float32)
    pixels = pixels + np.random.default_rng(seed).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def scaled(image: Image.Image, factor: float) -> Image.Image:
    size = round(image.width * factor), round(image.height * factor)
    return image.resize(size, Image.Resampling.LANCZOS)


def drawing_lots(name: str) -> random.Random:
    """Chances that are the same in each run, by the name of a picture."""
    return random.Random(name)


def picked(lots: random.Random, pool: Sequence[str], count: int, joint: str = " ") -> str:
    """So many different texts of a pool as one."""
    return joint.join(lots.sample(list(pool), count))
