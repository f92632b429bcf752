"""The pages of documents as pictures of a session: listed at once, opened when they are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eyebox.picture_folders import FOLDER_LIMIT, SUFFIXES
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import name_of, page_path, split_page
from eyebox_models.protocol.box import new_id

TIFF = (".tif", ".tiff")


def is_document(path: str) -> bool:
    """Whether a file is a PDF: by its ending, or without one of a picture by how it begins."""
    ending = Path(path).suffix.lower()
    if ending == ".pdf" or ending in SUFFIXES or split_page(path)[1] is not None:
        return ending == ".pdf"
    from eyebox_models.picture.document import is_pdf

    try:
        return is_pdf(path)
    except (OSError, ValueError):
        return False


def pages_at_hand(path: str) -> int:
    """How many pages a TIFF has, where it has more than one; 0 for all other files."""
    if Path(path).suffix.lower() not in TIFF:
        return 0
    from eyebox_models.picture.tiff import tiff_pages

    pages = len(tiff_pages(path))
    return pages if pages > 1 else 0


def new_pages(pictures: Pictures, path: str, count: int, position: int) -> Iterator[PictureContent]:
    """The pages of a document that are not in the session, as rows of it; at most FOLDER_LIMIT of the first."""
    for number in range(1, min(count, FOLDER_LIMIT) + 1):
        page = page_path(path, number)
        if not pictures.records.at(page):
            place = position + number - 1
            yield PictureContent(
                PictureRecord(new_id(), pictures.session, page, name_of(page), position=place)
            )


def page_shown(pictures: Pictures, path: str) -> str:
    """The page of a document that is to be shown: the one that is, else its first in the session; "" without any."""
    current = pictures.current or ""
    if split_page(pictures.path_of(current))[0] == path:
        return current
    return next(iter(pictures.pages_of(path)), "")
