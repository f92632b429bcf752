"""What an engine can be asked to do with pictures, videos and documents: read, look at, decode and write them."""

from __future__ import annotations

from dataclasses import field

from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Order, Page, Rect
from eyebox_models.protocol.pixels import Pixels
from eyebox_models.protocol.requests import Request


@dataclass(frozen=True, slots=True)
class Read(Request):
    """Read all text of a picture; ends with a Page. `pixels`: it was decoded before, and the file is still there.

    `turns`, here and below: it is turned clockwise by so many quarters once it is upright. `ignore`: rectangles, as shares
    of the sides of the picture as it is read, 0..1, in which no line is text. `scripts`, here and below: languages, as
    Tesseract calls them, that are tried where the networks know no letters; None for all that there is data of.
    """

    path: str
    pixels: Pixels | None = None
    order: Order = "automatic"
    turns: int = 0
    ignore: tuple[Rect, ...] = ()
    scripts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReadAgain(Request):
    """Read a part of a picture (None: all of it) as if it were `scale` times as large; ends with a Page.

    `part` and what is found are pixels of the upright, turned picture; blocks and order are those of the part.
    """

    path: str
    part: Rect | None = None
    scale: float = 2.0
    pixels: Pixels | None = None
    turns: int = 0
    scripts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Decode(Request):
    """Decode a picture into a file of raw pixels in `folder`; ends with Pixels.

    `smaller`: with smaller levels, for a window; `preview`: a large JPEG may then be shown before all of it is decoded, which
    takes longer for that (not compared: what it ends with is the same). `plain`: as the original models take pictures,
    converted to RGB by Pillow without transparency and profiles, where Pillow reads it.
    """

    path: str
    folder: str
    smaller: bool = True
    plain: bool = False
    turns: int = 0
    preview: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Measure(Request):
    """Look at a picture without decoding it; ends with PictureFacts."""

    path: str


@dataclass(frozen=True, slots=True)
class LookInto(Request):
    """Look into a PDF without opening a page; ends with DocumentFacts."""

    path: str


@dataclass(frozen=True, slots=True)
class LookIntoVideo(Request):
    """Look into a video and choose frames of it; ends with VideoFacts.

    `count` of them spread over its time, or with `scenes` where the picture changes most; `rate` a second; or those seen at
    `times`. Nothing of that: two a second, at least 4 and at most 16.
    """

    path: str
    count: int | None = None
    rate: float | None = None
    times: tuple[float, ...] = ()
    scenes: bool = False


@dataclass(frozen=True, slots=True)
class TakeText(Request):
    """Take the text that a page of a PDF carries; ends with a TextLayer."""

    path: str


@dataclass(frozen=True, slots=True)
class MakeThumbnail(Request):
    """Write a PNG of at most `size` x `size` pixels to `file`; ends with a Thumbnail."""

    path: str
    file: str
    size: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class MakeCrops(Request):
    """Write parts of a picture around `rects` (pixels of the upright, turned original) into a file in `folder`.

    One decode for all of them. Each is at most `size` x `size` pixels, with `context` around its rect as a share of
    that one's side (of a square as large). Ends with Crops, in the order of `rects`; whoever asked owns the file.
    """

    path: str
    folder: str
    rects: tuple[Rect, ...]
    size: int
    context: float = 0.2
    turns: int = 0


@dataclass(frozen=True, slots=True)
class FindEdges(Request):
    """Look for edges at most `reach` pixels from the sides of boxes of a decoded picture; ends with EdgesFound."""

    pixels: Pixels
    boxes: tuple[Rect, ...]
    reach: float = 20.0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF file to be written: a picture (or page of a document) and what was read on it.

    `covered` are regions of it that are blacked out, with the text in them. `turns`: see `Read`.
    """

    picture: str
    page: Page
    turns: int = 0
    covered: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class WritePdf(Request):
    """Write a searchable PDF file; ends with the number of its pages. Progress "writing" on the way.

    `pages` is a file with a packed PdfPage on each line, which whoever asks owns.
    """

    pages: str
    target: str


@dataclass(frozen=True, slots=True)
class WriteRedacted(Request):
    """Write a picture with regions blacked out, and nothing else of it, as a PNG or JPEG file by the ending of `target`."""

    path: str
    target: str
    covered: tuple[Rect, ...]
    turns: int = 0


@dataclass(frozen=True, slots=True)
class WriteBoxed(Request):
    """Write a PNG of a picture with boxes and their labels painted on it."""

    path: str
    target: str
    boxes: tuple[Box, ...]
    turns: int = 0
