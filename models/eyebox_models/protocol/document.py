"""What is known of documents: how many pages, and the text that a page carries beside its picture."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Line, Rect

LOCKED, WRONG_PASSWORD = "document-password", "document-password-wrong"
"""Codes of the errors that a document's password is missing, or is another one."""
TOO_SLOW = 75
"""How a picture engine exits that was given a page which takes too long to be taken in; nothing else can stop that."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document: its pages are counted from 1. `signatures` are digital ones, which no copy keeps."""

    source: str
    pages: int
    signatures: int = 0


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text that a page of a document carries, in no order, in pixels of its upright picture.

    A character whose meaning is unknown is U+FFFD, or one for private use. `regions` are where something may stand that is
    not part of the text: pictures, filled fields, stamps. `hidden`: most of it is not drawn, another reader laid it under.
    """

    width: int
    height: int
    lines: tuple[Line, ...] = ()
    regions: tuple[Rect, ...] = ()
    hidden: bool = False
