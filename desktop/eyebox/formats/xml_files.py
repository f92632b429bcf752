"""XML from elsewhere, read an element at a time, and XML as it is written. No document type, so no entity, is taken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import escape
from typing import Any, NoReturn
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError, ParserCreate

from eyebox.formats.json_input import MAX_BYTES, MAX_DEPTH, MAX_VALUES, Malformed, number, readable, text
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import EyeboxError

_PIECE = 64 * 1024
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Values = list[Any]
"""An element as JSON has it: its tag, its attributes, its text, and its children in the same way."""


def read_elements(path: str | os.PathLike[str], root: str) -> Iterator[Element]:
    """The elements below the outermost one of a file, which is called `root`, as they are read. Texts after a child are left out.

    Raises EyeboxError on the way, Malformed where the outermost element is another one.
    """
    with readable(path), open_regular(path) as file:
        reader = _Reader(root)
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.pieces.append
        read = 0
        while data := file.read(_PIECE):
            if (read := read + len(data)) > MAX_BYTES:
                raise EyeboxError(
                    "boxes-file-too-large",
                    "{name} is larger than {megabytes} MB: split it into several files.",
                    name=shown(path),
                    megabytes=MAX_BYTES >> 20,
                )
            _parse(parser, data, False)
            yield from reader.taken()
        _parse(parser, b"", True)
        yield from reader.taken()


def _parse(parser: Any, data: bytes, is_last: bool) -> None:
    try:
        parser.Parse(data, is_last)
    except ExpatError as error:
        raise Malformed(
            "xml-unsound",
            "line {line} is no sound XML",
            detail=str(error),
            line=error.lineno,
        ) from error
    except (ValueError, LookupError) as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed("xml-encoding", "its encoding is not known", detail=str(error)) from error


def _refuse(*_declared: object) -> NoReturn:
    raise Malformed("xml-doctype", "it declares a document type, which is not read")


class _Reader:
    """Makes elements of what a parser finds, at most MAX_DEPTH within each other, MAX_VALUES below the outermost one."""

    def __init__(self, root: str) -> None:
        self.pieces: list[str] = []
        self._root = root
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._values = 0

    def taken(self) -> list[Element]:
        """What is complete, once."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes)
        self._values += 1 + len(attributes)
        if not self._open and tag != self._root:
            raise Malformed(
                "xml-other-root", "it begins with <{tag}>, not with <{root}>", tag=tag, root=self._root
            )
        if len(self._open) > MAX_DEPTH or self._values > MAX_VALUES:
            raise Malformed("value-too-deep", "{what} is nested too deep", what=f"<{tag}>")
        self._keep_text()
        if len(self._open) > 1:
            self._open[-1].append(element)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        self._keep_text()
        element = self._open.pop()
        if len(self._open) == 1:
            self._done.append(element)
            self._values = 0

    def _keep_text(self) -> None:
        if self.pieces and self._open and not len(self._open[-1]):
            self._open[-1].text = "".join(self.pieces)
        self.pieces.clear()


def text_in(element: Element, tag: str) -> str:
    """The text of a child, "" where there is none."""
    return (element.findtext(tag) or "").strip()


def number_in(value: str | None, what: str) -> float:
    """A number that stands in a text. Raises Malformed."""
    try:
        return number(float(text(value, what)), what)
    except ValueError as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed("value-no-number", "{what} is not a usable number", what=what) from error


def size_in(value: str | None) -> int:
    """A size in pixels that stands in a text, 0 where none does."""
    try:
        found = number_in(value or "", "size")
    except Malformed:
        return 0
    return max(0, round(found))


def as_values(element: Element) -> Values:
    """An element as it is kept."""
    return [
        element.tag,
        dict(element.attrib),
        (element.text or "").strip(),
        [as_values(child) for child in element],
    ]


def element_text(values: Values, indent: str = "") -> str:
    """What was kept of an element, as XML on lines of its own."""
    tag, attributes, content, children = values
    start = indent + opening(tag, attributes)
    if not children and not content:
        return start[:-1] + "/>\n"
    if not children:
        return f"{start}{escaped(content)}</{tag}>\n"
    inside = "".join(element_text(child, indent + "  ") for child in children)
    return f"{start}{escaped(content)}\n{inside}{indent}</{tag}>\n"


def opening(tag: str, attributes: dict[str, Any]) -> str:
    """The start of an element."""
    return f"<{tag}" + "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items()) + ">"


def escaped(content: str) -> str:
    """A text as it stands in an element or between quotes; what XML can't hold becomes U+FFFD."""
    content = escape(_NOT_XML.sub("\ufffd", content), quote=True)
    return content.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
