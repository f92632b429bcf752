"""Documents on the command line: their pages one after the other, each looked at when it has its turn."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from eyebox.cli.terminal import complain
from eyebox.cli.videos import is_whole_video, look_into
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import PASSWORDS, frame_path, numbers_of, page_path, split_page
from eyebox_models.picture.document import is_pdf
from eyebox_models.picture.tiff import tiff_pages
from eyebox_models.protocol.document import LOCKED, DocumentFacts
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.picture_requests import LookInto

Entry = str | EyeboxError
"""A picture or page by its path, or why a document has none."""


def add_document_options(parser: argparse.ArgumentParser) -> None:
    """Adds `--pages` and `--password`."""
    parser.add_argument(
        "--pages", type=_pages, metavar="1-3,7", help="only these pages of documents (of a picture, page 1)"
    )
    add_password_option(parser)


def add_password_option(parser: argparse.ArgumentParser) -> None:
    """Adds `--password`."""
    parser.add_argument(
        "--password", metavar="P", help="opens documents that are protected; it is kept nowhere"
    )


def unlock(paths: Iterable[str], password: str | None) -> None:
    """Has the documents of these paths opened by a password."""
    if password is not None:
        PASSWORDS.update(dict.fromkeys((split_page(path)[0] for path in paths), password))


def in_words(error: EyeboxError) -> str:
    """What is wrong, and what to do about it on the command line."""
    return f"{error} Give it by --password." if getattr(error.sentence, "code", "") == LOCKED else str(error)


class Pages:
    """The pages of pictures and documents, and frames of videos, in order; a document is looked into when it has its turn."""

    def __init__(
        self,
        images: Sequence[str],
        wanted: str | None,
        password: str | None,
        pictures: PictureEngine,
        options: argparse.Namespace,
    ) -> None:
        """`wanted` pages as `numbers_of` has them; `pictures` looks into documents and videos, of which `options` choose
        frames."""
        self._options = options
        self._images = images
        self._wanted = wanted
        self._pictures = pictures
        unlock(images, password)

    def __iter__(self) -> Iterator[Entry]:
        for image in self._images:
            try:
                yield from self._of(image)
            except EyeboxError as error:
                yield error

    def _of(self, image: str) -> Iterator[Entry]:
        if is_whole_video(image):
            for time in look_into(image, self._options, self._pictures).times:
                yield frame_path(image, time)
            return
        number = split_page(image)[1]
        try:
            count = None if number is not None else self._count(image)
        except OSError:
            count = None  # whoever opens it says what is wrong
        if count is None and (self._wanted is None or number is not None):
            yield image
        elif count is None:
            yield from [image] if 1 in numbers_of(self._wanted or "1", 1) else []
        elif numbers := numbers_of(self._wanted or "1-", count):
            for page in numbers:
                yield page_path(image, page)
        else:
            raise EyeboxError(
                "pages-none-there",
                "{name} has {count} pages, and none of {pages} is among them.",
                name=shown(image), count=count, pages=self._wanted,
            )  # fmt: skip

    def _count(self, image: str) -> int | None:
        """How many pages a document has, None for a picture. Raises OSError, EyeboxError."""
        if not is_pdf(image):
            pages = len(tiff_pages(image))
            return pages if pages > 1 else None
        facts: DocumentFacts = self._pictures.run(LookInto(image))
        if facts.signatures:
            complain(f"{Path(image).name} is digitally signed; only the file itself shows that.")
        return facts.pages


def pairs(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each entry with the one after it."""
    coming = iter(entries)
    entry = next(coming, None)
    while entry is not None:
        following = next(coming, None)
        yield entry, following
        entry = following


def _pages(text: str) -> str:
    try:
        numbers_of(text, 1)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
