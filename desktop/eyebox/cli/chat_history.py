"""What was typed in chats of the terminal, across runs: a file for the user alone, bounded."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from eyebox_models.files.atomic_write import atomic_write, make_private
from eyebox_models.files.regular_file import read_regular

MOST = 500
"""Entries that are kept."""
LONGEST = 4_000
"""Characters of an entry; what is longer was pasted, and is not kept."""


class ChatHistory:
    """The latest entries, the oldest first. A file that can't be read or written stops nobody."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def entries(self) -> list[str]:
        with suppress(OSError, ValueError):
            lines = read_regular(self._file).decode("utf-8", "replace").splitlines()[-MOST:]
            return [text for text in map(_entry, lines) if text]
        return []

    def add(self, text: str) -> None:
        """Adds what was typed, which is on the disk when this returns."""
        entries = self.entries()  # another terminal may have added some
        if not text.strip() or len(text) > LONGEST or entries[-1:] == [text]:
            return
        lines = [json.dumps(entry, ensure_ascii=False) + "\n" for entry in [*entries, text][-MOST:]]
        with suppress(OSError):
            make_private(self._file.parent)
            atomic_write(self._file, "".join(lines), private=True)


def _entry(line: str) -> str:
    try:
        text = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return text if isinstance(text, str) else ""
