"""Small documents for tests, written by hand or by Pillow."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = b"0123456789abcdef"
_PERMISSIONS = 0xFFFFFFFC
A4 = (0.0, 0.0, 595.0, 842.0)


def text(lines: Sequence[str], size: float = 12, x: float = 72, y: float = 760, font: str = "F1") -> bytes:
    """What a page says, line below line; `y` is the first one's foot, in points from the bottom."""
    escaped = (
        line.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        for line in lines
    )
    begun = f"BT /{font} {size:g} Tf {x:g} {y:g} Td {size * 1.4:g} TL ".encode()
    return begun + b" ".join(b"(%s) Tj T*" % line for line in escaped) + b" ET\n"


def picture(number: int, width: float, height: float, x: float = 0, y: float = 0) -> bytes:
    """Draws the picture of this number (from 0), in points."""
    return f"q {width:g} 0 0 {height:g} {x:g} {y:g} cm /I{number} Do Q\n".encode()


def write_pdf(
    path: Path,
    pages: Sequence[bytes],
    *,
    box: Sequence[float] = A4,
    more: bytes = b"",
    images: Sequence[Image.Image] = (),
    to_unicode: Mapping[int, int] | None = None,
    password: str | None = None,
    signed: bool = False,
) -> Path:
    """A PDF of pages (see `text`, `picture`), each with `more` in its dictionary.

    Font F2 is F1 with another meaning, `to_unicode`: of byte codes. `password` encrypts it as in the year 1999.
    """
    bodies: list[tuple[bytes, bytes | None]] = []

    def add(dictionary: bytes, stream: bytes | None = None) -> int:
        bodies.append((dictionary, stream))
        return len(bodies)

    add(b"")  # the catalogue and the tree of pages: written last, at these places
    add(b"")
    plain = add(b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding")
    meant = add(b"", _cmap(to_unicode or {}))
    other = add(
        b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode %d 0 R" % meant
    )
    drawn = b""
    for number, image in enumerate(images):
        data = zlib.compress(image.convert("RGB").tobytes())
        place = add(
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
            % image.size,
            data,
        )
        drawn += b"/I%d %d 0 R" % (number, place)
    resources = b"/Resources<</Font<</F1 %d 0 R/F2 %d 0 R>>/XObject<<%s>>>>" % (plain, other, drawn)
    corners = " ".join(f"{side:g}" for side in box).encode()
    kids = []
    for page in pages:
        content = add(b"/Filter/FlateDecode", zlib.compress(page))
        kids.append(
            add(
                b"/Type/Page/Parent 2 0 R/MediaBox[%s]%s/Contents %d 0 R%s"
                % (corners, resources, content, more)
            )
        )
    form = b""
    if signed:
        field = add(
            b"/FT/Sig/T(Signature)/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>/ByteRange[0 0 0 0]>>"
        )
        form = b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>" % field
    bodies[0] = (b"/Type/Catalog/Pages 2 0 R" + form, None)
    bodies[1] = (
        b"/Type/Pages/Kids[%s]/Count %d" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)),
        None,
    )
    trailer = b"/Root 1 0 R/ID[<%s><%s>]" % (_ID.hex().encode(), _ID.hex().encode())
    crypt: Callable[[int, bytes], bytes] = lambda _number, data: data  # noqa: E731
    if password is not None:
        owner, user, crypt = _locked(password)
        trailer += b"/Encrypt<</Filter/Standard/V 1/R 2/P %d/O<%s>/U<%s>>>" % (
            _PERMISSIONS - 2**32, owner.hex().encode(), user.hex().encode(),
        )  # fmt: skip
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, (dictionary, stream) in enumerate(bodies, 1):
        places.append(len(out))
        if stream is None:
            out += b"%d 0 obj\n<<%s>>\nendobj\n" % (number, dictionary)
        else:
            data = crypt(number, stream)
            out += b"%d 0 obj\n<<%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (
                number, dictionary, len(data), data,
            )  # fmt: skip
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, start)
    path.write_bytes(out)
    return path


def write_cards(path: Path, lines: Sequence[str], **more: Any) -> Path:
    """A PDF whose pages are cards with a line each (see `write_pdf`): they are read in an eighth of a sheet's time."""
    return write_pdf(path, [text([line], 30, x=30, y=75) for line in lines], box=(0, 0, 300, 160), **more)


def write_tiff(path: Path, pages: Sequence[Image.Image]) -> Path:
    """A TIFF of several pages."""
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


def _cmap(codes: Mapping[int, int]) -> bytes:
    listed = "\n".join(f"<{code:02X}> <{meant:04X}>" for code, meant in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{listed}\nendbfchar\nendcmap end end"
    ).encode()


def _locked(password: str) -> tuple[bytes, bytes, Callable[[int, bytes], bytes]]:
    """The entries O and U of the standard handler's revision 2, and what encrypts a stream by its object's number."""
    padded = (password.encode("latin-1") + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + _PERMISSIONS.to_bytes(4, "little") + _ID).digest()[:5]

    def crypt(number: int, data: bytes) -> bytes:
        return _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)

    return owner, _rc4(key, _PAD), crypt


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
