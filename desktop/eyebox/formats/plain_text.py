"""Read text, codes and chats as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from eyebox.formats.export import ChatExport, SessionExport, Sink, text_file
from eyebox.session.conversation import Conversation
from eyebox.session.types import Turn
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.tool_use import ToolUse

TITLE = "Text"
SUFFIXES = (".txt",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("boxes",))


def dump(export: SessionExport, sink: Sink) -> None:
    """The text of a single picture as it was read; with more in the export, each part under a heading."""
    with text_file(sink) as out:
        if len(export.pictures) == 1 and not export.chats:
            out.writelines(_said_on(picture.page) for picture in export.pictures if picture.page)
            return
        for n, part in enumerate(_parts(export)):
            out.write(f"\n\n{part}" if n else part)


def _parts(export: SessionExport) -> Iterator[str]:
    for picture in export.pictures:
        if picture.page:
            yield _under(picture.record.name, _said_on(picture.page))
    for chat in export.chats:
        if chat.turns:
            yield _under(chat.record.title or "Chat", _chat(chat))


def _said_on(page: Page) -> str:
    """The text, and below it what the codes say, as `eyebox read --codes` writes it."""
    codes = "".join(f"{code.text}\n" for code in page.codes or ())
    return "\n".join(filter(None, (page_text(page), codes)))


def page_text(page: Page) -> str:
    """All lines in reading order, an empty line between blocks, a line break at the end of any text."""
    text = "\n\n".join(map("\n".join, blocks_of(page)))
    return text + "\n" if text else ""


def blocks_of(page: Page) -> list[list[str]]:
    """The texts of the lines, block by block."""
    return [[page.lines[n].text for n in block] for block in block_numbers(page)]


def block_numbers(page: Page) -> list[tuple[int, ...]]:
    """The lines of each block by their numbers; lines that belong to no block come last, each for itself."""
    known = {n for block in page.blocks for n in block}
    return [*filter(None, page.blocks), *((n,) for n in range(len(page.lines)) if n not in known)]


def one_line(name: str) -> str:
    """A name without line breaks, as a heading needs it."""
    return " ".join(name.split())


def _under(heading: str, text: str) -> str:
    heading = one_line(heading)
    return f"{heading}\n{'=' * len(heading)}\n\n{text}"


def _chat(chat: ChatExport) -> str:
    return "\n".join(map(_turn, Conversation(chat.turns).path()))


def _turn(turn: Turn) -> str:
    speaker = "You" if turn.role == "user" else one_line(turn.model) or "Answer"
    note = "" if turn.state == "done" else f" ({turn.state})"
    uses = (use for one in (turn.answer.rounds if turn.answer else ()) for use in one.uses)
    used = "".join(f"({use_text(use).rstrip()})\n" for use in uses)
    return f"{speaker}{note}:\n{used}{turn.text or turn.message}\n"


def use_text(use: ToolUse) -> str:
    """A call of a tool, where, and what it brought."""
    where = f" {list(use.box)}" if use.box else ""
    return f"{use.name}{where}: {use.result}"
