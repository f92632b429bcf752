"""Search over names, read text, chats and labels, blind to case, accents, width and kind of space.

Text is folded into a column of its own, and that looked up in a trigram index; one or two characters (most Chinese
words have two) by the trigrams that begin with them, or, where these are many, in row after row, newest first.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from functools import lru_cache
from typing import Literal, get_args

from eyebox.session.database import Database
from eyebox.session.rows import from_text, to_text
from eyebox.session.types import Hit, whole_picture

Kind = Literal["session", "picture", "text", "turn", "box"]

_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_INDEXED = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
"""What the index takes for another character; a query with them finds more trigrams than it should."""
_SPACES = re.compile("  +")
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′ʼ", "'") | dict.fromkeys("“”„‟″«»", '"'))
_CONTEXT = 40
"""How many characters a snippet shows on each side of the hit."""
_MANY = 100
"""So many trigrams begin with characters that soon turn up in some row."""


@lru_cache(maxsize=1 << 14)
def _fold_character(character: str) -> str:
    if character.isspace() or unicodedata.category(character) == "Cc":
        return " "
    if unicodedata.category(character) in ("Cf", "Cs"):
        return ""
    plain = unicodedata.normalize("NFKD", character.translate(_QUOTES))
    return _ACCENTS.sub("", plain).casefold()


def fold(text: str) -> str:
    """The text as searches compare it: forms, case, accents and quotes levelled, runs of space made one."""
    if text.isascii() and text.isprintable():
        folded = text.lower()
    else:
        folded = "".join(map(_fold_character, text))
    return _SPACES.sub(" ", folded) if "  " in folded else folded


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters its index in `text`; one more for the end."""
    folded: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        for part in _fold_character(character):
            if part == " " and folded and folded[-1] == " ":
                continue
            folded.append(part)
            origins.append(index)
    return "".join(folded), [*origins, len(text)]


def find(text: str, query: str) -> tuple[int, int] | None:
    """Where `query` stands in `text`, as `start, end` in `text` itself; None where it does not.

    The first line that has it whole goes before a place across lines.
    """
    wanted = fold(query).strip()
    if not wanted:
        return None
    start = 0
    for line in text.splitlines(keepends=True):
        if wanted in fold(line):
            return _place(line, wanted, start)
        start += len(line)
    return _place(text, wanted, 0) if wanted in fold(text) else None


def _place(text: str, wanted: str, shift: int) -> tuple[int, int]:
    folded, origins = fold_with_origins(text)
    first = folded.index(wanted)
    last = first + len(wanted) - 1
    return shift + origins[first], shift + max(origins[last + 1], origins[last] + 1)


def write_passage(
    connection: sqlite3.Connection,
    kind: Kind,
    session: str,
    text: str,
    picture: str | None = None,
    turn: str | None = None,
) -> None:
    """Adds a text to what can be searched. Part of the caller's transaction."""
    folded = fold(text)
    if folded.strip():
        connection.execute(
            "INSERT INTO passage (session, picture, turn, kind, text, folded) VALUES (?, ?, ?, ?, ?, ?)",
            (session, picture, turn, kind, to_text(text), folded),
        )


def forget_passages(
    connection: sqlite3.Connection,
    kind: Kind,
    owner: str,
    text: str | None = None,
) -> None:
    """Removes what is known of one session, picture or turn (of `kind`), or one text of it."""
    column = {"session": "session", "turn": "turn"}.get(kind, "picture")
    only = "" if text is None else " AND text = ?"
    connection.execute(
        f"DELETE FROM passage WHERE {column} = ? AND kind = ?{only}",
        (owner, kind) if text is None else (owner, kind, to_text(text)),
    )


def search(database: Database, query: str, limit: int, session: str | None = None) -> tuple[Hit, ...]:
    """Where `query` stands, the latest written first, in all sessions or in one. Raises a StoreError."""
    wanted = fold(query).strip()
    if not wanted:
        return ()
    is_short = len(wanted) < 3
    phrases = _trigrams(database, wanted) if is_short else (wanted, _typographic(wanted))
    if not phrases:
        return ()
    matches, arguments = [], []
    if len(phrases) < _MANY:
        source, id = (
            "passage_index CROSS JOIN passage ON passage.id = passage_index.rowid",
            "passage_index.rowid",
        )
        matches.append("passage_index MATCH ?")
        arguments.append(" OR ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases))
    else:
        source, id = "passage", "passage.id"
    if is_short:
        matches.append("passage.folded LIKE ? ESCAPE '\\'")
        arguments.append("%" + re.sub(r"([\\%_])", r"\\\1", wanted) + "%")
    if session is not None:
        matches.append("passage.session = ?")
        arguments.append(session)
    sql = f"""
        SELECT passage.session, passage.picture, passage.turn, passage.kind, passage.text,
            picture.name, turn.pictures, chat.title
        FROM {source}
        CROSS JOIN session ON session.id = passage.session
        LEFT JOIN picture ON picture.id = passage.picture
        LEFT JOIN turn ON turn.id = passage.turn LEFT JOIN chat ON chat.id = turn.chat
        WHERE {" AND ".join(matches)}
        AND session.deleted IS NULL AND picture.deleted IS NULL AND chat.deleted IS NULL
        ORDER BY {id} DESC LIMIT ?"""
    return database.values(lambda row: hit_from(row, query), sql, (*arguments, limit))


def _trigrams(database: Database, start: str) -> tuple[str, ...]:
    """The trigrams of the index that begin with one or two characters, at most _MANY.

    Each is looked for after the one before: going through the index would visit each place of each.
    """
    start = start.translate(_INDEXED)
    sql = """
        WITH RECURSIVE found(term) AS (
            SELECT (SELECT term FROM passage_trigram WHERE term >= :start AND term < :end LIMIT 1)
            UNION ALL SELECT (
                SELECT term FROM passage_trigram WHERE term >= found.term || char(1) AND term < :end LIMIT 1)
            FROM found WHERE term IS NOT NULL LIMIT :many)
        SELECT term FROM found WHERE term IS NOT NULL"""
    values = {"start": start, "end": start + "\U0010ffff" * 3, "many": _MANY}
    return database.values(lambda row: str(row["term"]), sql, values)


def _typographic(folded: str) -> str:
    """A folded text with the quotes of print, as they stand in passages that were kept before quotes were levelled."""
    return re.sub(r'"(?=\w)', "“", folded).replace('"', "”").replace("'", "’")


def hit_from(row: sqlite3.Row, query: str) -> Hit:
    """A found row as a Hit, with the line that it stands in."""
    text = from_text(row["text"])
    if row["kind"] not in get_args(Kind):
        raise ValueError(f"{row['kind']!r} is nothing that is searched")
    start, end = find(text, query) or (0, 0)
    line = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)
    first, last = max(line[0], start - _CONTEXT), min(line[1], end + _CONTEXT)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    snippet = "".join(" " if c.isspace() else c for c in text[first:last])
    shift = len(before) - first
    target = row["turn"] or row["picture"] or row["session"]
    shown = row["picture"] or whole_picture(next(iter(json.loads(row["pictures"] or "[]")), ""))
    name = from_text(row["name"] or row["title"] or "")
    snippet = before + snippet + after
    return Hit(row["session"], row["kind"], target, snippet, start + shift, end + shift, shown, name)
