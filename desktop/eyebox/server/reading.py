"""`/v1/read`: the text of a picture, as `eyebox read --format json` has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from eyebox.formats.page_formats import page_view
from eyebox.formats.plain_text import page_text
from eyebox.server.fields import ApiError, Fields, Kind, flag, one_of, parsed, text, texts, wrong
from eyebox.server.pictures import Shelf
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Order, Page
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.text.patterns import Kind as ValueKind

KINDS = get_args(ValueKind)
MOST_LANGUAGES = 32


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read, and what is to be said of it."""

    request: Read
    title: str
    is_sent: bool
    """The picture came with the request."""
    find: str | None = None
    extract: tuple[str, ...] | None = None
    table: bool = False
    codes: bool = False


def asked(body: bytearray, kind: str, shelf: Shelf) -> Wanted:
    """What a request asks: JSON with an `image`, or the picture's file itself by its MIME type. Raises ApiError."""
    if kind.startswith("image/"):
        if not body:
            raise ApiError(400, "The body of the request is empty: send a picture.", code="invalid_image")
        return Wanted(Read(shelf.keep(body, kind[6:].partition(";")[0].strip())), "", is_sent=True)
    fields = Fields(parsed(body))
    path = fields.need("image", shelf.take)
    mode = fields.take("mode", one_of("auto", *get_args(Order)[1:])) or "auto"
    order: Order = "automatic" if mode == "auto" else mode  # type: ignore[assignment]
    scripts = fields.take("scripts", texts(MOST_LANGUAGES))
    find = fields.take("find", text)
    if find is not None and not find.strip():
        raise wrong("find", "a string that is not empty")
    is_sent = shelf.is_sent(path)
    wanted = Wanted(
        Read(path, order=order, scripts=None if scripts == ("auto",) else () if scripts == ("none",) else scripts),
        "" if is_sent else name_of(path),
        is_sent,
        find,
        fields.take("extract", _kinds),
        fields.take("table", flag) or False,
        fields.take("codes", flag) or False,
    )  # fmt: skip
    fields.end({"model": ("reader",)})
    return wanted


def written(wanted: Wanted, page: Page) -> dict[str, Any]:
    """The page as an object, with its `text` as a whole; `image` is "" for one that was sent."""
    page = replace(page, image="" if wanted.is_sent else wanted.request.path)
    kinds: Any = wanted.extract
    view = page_view(page, wanted.find, kinds, as_table=wanted.table, with_codes=wanted.codes)
    return {"object": "page", "text": page_text(page), **view}


_one: Kind[str] = one_of(*KINDS)


def _kinds(value: Any, name: str) -> tuple[str, ...]:
    return tuple(_one(kind, name) for kind in texts(len(KINDS))(value, name))
