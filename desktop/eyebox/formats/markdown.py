"""A session as a Markdown document: what was read on each picture, its codes and boxes, and the chats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.export import ChatExport, SessionExport, Sink, text_file
from eyebox.formats.plain_text import one_line, use_text
from eyebox.formats.tables import as_markdown, as_rows, parts
from eyebox.session.conversation import Conversation
from eyebox.session.types import PictureContent, Turn
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.tool_use import Round

TITLE = "Markdown"
SUFFIXES = (".md",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("scores", *SHAPES, *MEMBERS))

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}[.)](?=\s|$))")
_CODE = re.compile(r"(^```.*?^```|^~~~.*?^~~~|`[^`\n]+`)", re.DOTALL | re.MULTILINE)


def dump(export: SessionExport, sink: Sink) -> None:
    """The document. Read text and plain answers are escaped; HTML and pictures in a model's Markdown too."""
    with text_file(sink) as out:
        out.write(f"# {escape(one_line(export.session.name))}")
        for picture in export.pictures:
            out.writelines("\n\n" + part for part in _picture(picture))
        for chat in export.chats:
            out.writelines("\n\n" + part for part in _chat(chat))
        out.write("\n")


def escape(line: str) -> str:
    """One line of text that Markdown shows as it is."""
    line = _SPECIAL.sub(r"\\\1", line)
    return _LINE_START.sub(
        lambda m: m[1] + (f"\\{m[2]}" if len(m[2]) == 1 else f"{m[2][:-1]}\\{m[2][-1]}"), line
    )


def paragraphs(text: str) -> str:
    """Plain text whose line breaks stay."""
    blocks = (block.splitlines() for block in re.split(r"\n[ \t]*\n", text.strip("\n")))
    return "\n\n".join("\\\n".join(escape(line) for line in block) for block in blocks)


def _picture(picture: PictureContent) -> Iterator[str]:
    yield f"## {escape(one_line(picture.record.name))}"
    if picture.page:
        yield from _page(picture.page)
    if picture.boxes:
        yield _table(picture.boxes)


def _page(page: Page) -> Iterator[str]:
    yield from text_of(page)
    if page.codes:
        yield "\n".join(f"- {escape(code.kind)}: {escape(one_line(code.text))}" for code in page.codes)


def text_of(page: Page) -> Iterator[str]:
    """The blocks of a page: paragraphs whose line breaks stay, tables, lines that are indented as code is."""
    for part in parts(page):
        lines = [page.lines[n].text.rstrip() for n in part.lines]
        if part.table is not None:
            yield as_markdown(as_rows(part.table)).rstrip("\n")
        elif any(line[:1].isspace() for line in lines):
            yield _fenced(lines)
        else:
            yield "\\\n".join(map(escape, lines))


def _fenced(lines: list[str]) -> str:
    longest = max(map(len, re.findall("`+", "\n".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((fence, *lines, fence))


def _table(boxes: tuple[Box, ...]) -> str:
    rows = ("| label | x1 | y1 | x2 | y2 |", "| --- | ---: | ---: | ---: | ---: |")
    return "\n".join(
        (
            *rows,
            *(f"| {escape(one_line(box.label))} | {' | '.join(map(_pixels, box.xyxy))} |" for box in boxes),
        )
    )


def _pixels(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _chat(chat: ChatExport) -> Iterator[str]:
    if chat.turns:
        yield f"## {escape(one_line(chat.record.title)) or 'Chat'}"
    for turn in Conversation(chat.turns).path():
        speaker = "You" if turn.role == "user" else escape(one_line(turn.model)) or "Answer"
        note = "" if turn.state == "done" else f" ({turn.state})"
        yield f"**{speaker}**{note}"
        yield from tool_quotes(turn.answer.rounds if turn.answer else ())
        if text := _said(turn):
            yield text


def tool_quotes(rounds: Iterable[Round]) -> Iterator[str]:
    """The calls of tools on the way to an answer with what they brought, each a quotation."""
    for use in (use for one in rounds for use in one.uses):
        first, *others = map(escape, use_text(use).splitlines())
        yield "\\\n".join((f"> {first}", *(f"> {line}" for line in others)))


def _said(turn: Turn) -> str:
    text = turn.text or turn.message
    if turn.role == "user" or turn.answer is None or turn.answer.plain:
        return paragraphs(text)
    pieces = _CODE.split(text)
    pieces[::2] = [piece.replace("<", r"\<").replace("![", r"!\[") for piece in pieces[::2]]
    return "".join(pieces).strip("\n")
