"""A session file with something of everything in it, and what can happen to such a file. Deterministic by seed."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from eyebox.session.journal import Journal
from eyebox.session.review import Change, ReviewStep, Verdict
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureRecord, Turn
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.box import Box, Source
from eyebox_models.protocol.events import BoxFound
from session_samples import AWKWARD_NAMES, create_session, make_answer, make_page

TABLES = (
    "session", "picture", "box", "extra", "page", "chat", "turn", "journal", "state", "review", "review_step",
)  # fmt: skip
SOURCES: tuple[Source, ...] = ("user", "model")


def id_of(*parts: object) -> str:
    return f"{random.Random(repr(parts)).getrandbits(128):032x}"


def make_rich(path: Path, pictures: int = 24, boxes: int = 120, turns: int = 30) -> None:
    """Three sessions; pages, boxes, extras, chats with answers, one answer begun, drafts, states."""
    with Store.open(path) as store:
        for s in range(3):
            with store.together():
                session = create_session(store, f"Session {s} – 鮭魚 🍔").id
                for p in range(pictures // 3):
                    picture = id_of("picture", s, p)
                    name = AWKWARD_NAMES[p % len(AWKWARD_NAMES)]
                    store.add_picture(
                        PictureRecord(picture, session, f"/pictures/{name}", name, "ab" * 32, 400, 300, p)
                    )
                    lines = [f"line {n} of picture {p}: Salmon Burger {n * 7} naïve" for n in range(40)]
                    store.save_page(picture, make_page(*lines))
                    store.save_boxes(
                        picture,
                        [
                            Box(
                                f"label {n % 9}",
                                n,
                                n,
                                n + 20.5,
                                n + 10,
                                0.5,
                                SOURCES[p % 2],
                                id_of("box", s, p, n),
                            )
                            for n in range(boxes)
                        ],
                    )
                    store.save_extras(picture, {"": {"version": "5"}, id_of("box", s, p, 0): {"group_id": p}})
                    store.set_state(picture, "zoom", {"scale": 0.5, "centre": [1, 2]})
                for c in range(2):
                    chat = id_of("chat", s, c)
                    store.add_chat(
                        ChatRecord(chat, session, f"Chat {c}", c, "reader", f"draft {c}", Options(seed=c))
                    )
                    parent = ""
                    for n in range(turns):
                        turn = id_of("turn", s, c, n)
                        role = "assistant" if n % 2 else "user"
                        text = f"turn {n} " + "some words of a chat about salmon " * 12
                        answer = make_answer(text) if n % 2 else None
                        store.save_turn(
                            Turn(chat, role, text, turn, parent, pictures=(picture,), answer=answer)
                        )
                        parent = turn
        judge_some(store, session)
        Journal(store).begin(Turn(chat, "assistant", "", id_of("begun"), parent))
        Journal(store).append(id_of("begun"), "half", (BoxFound(0, 0, Box("b", 1, 2, 3, 4)),))
        store.set_state("", "recent", [f"/pictures/{n}.png" for n in range(9)])
        store.set_state("", "session", session)


def judge_some(store: Store, session: str) -> None:
    """A review of a session in which two of three boxes have a verdict."""
    store.join_review(session)
    with store.together():
        for picture in store.picture_ids_of(session):
            for n, row in enumerate(store.review_of_picture(picture)):
                if n % 3:
                    verdict: Verdict = "unsure" if n % 3 == 1 else "accepted"
                    after = replace(row.state, verdict=verdict, seconds=1.5, decided=1e9, reviewer="me")
                    change = Change(picture, row.state.box.id, row.state, after)
                    store.judge(
                        session, ReviewStep(id_of("step", picture, n), verdict, (change,)), undone=False
                    )


def copy(source: Path, target: Path) -> None:
    for ending in ("", "-wal"):
        if source.with_name(source.name + ending).exists():
            target.with_name(target.name + ending).write_bytes(
                source.with_name(source.name + ending).read_bytes()
            )


def flip(path: Path, seed: int) -> None:
    """Damages bytes anywhere: single ones, runs, whole pages, the header, a cut end, the write-ahead log."""
    noise = random.Random(seed)
    wal = path.with_name(path.name + "-wal")
    target = wal if seed % 10 == 9 and wal.exists() and wal.stat().st_size else path
    content = bytearray(target.read_bytes())
    kind = seed % 5
    for _ in range((1, 40, 3, 1, 12)[kind]):
        at = noise.randrange(0, len(content))
        if kind == 2:
            at -= at % 4096
            content[at : at + 4096] = noise.randbytes(4096)
        else:
            content[at : at + (1, 16, 0, 64, 1)[kind]] = noise.randbytes((1, 16, 0, 64, 1)[kind])
    if kind == 3:
        content[noise.randrange(100)] ^= 1 << noise.randrange(8)
    if seed % 25 == 24:
        del content[noise.randrange(len(content) // 2, len(content)) :]
    target.write_bytes(content)


_VALUES = (
    None, "", "text", b"\xff\xfe\x00", 1e999, -1, 2**62, "[", "{}", "[]", "null", '{"is":"Answer"}', '["a"]', "[1,2]",
    "x" * 200_000, '{"a":' * 2000, "-5", 3.5, "\x00",
)  # fmt: skip


def damage_rows(path: Path, seed: int) -> None:
    """Wrong types, dangling ids, broken JSON, begun answers without a chat, duplicates, NULLs, huge values."""
    noise = random.Random(seed)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        if (
            seed % 4 == 0
        ):  # columns that may be NULL, and keys that may be twice: the table's text says otherwise
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
            raw.execute("PRAGMA writable_schema = RESET")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        for _ in range(noise.choice((1, 3, 25))):
            table = noise.choice(TABLES)
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            column, value = noise.choice(columns), noise.choice(_VALUES)
            what = noise.randrange(4)
            try:
                if what == 0:
                    raw.execute(f"UPDATE {table} SET {column} = ?", (value,))
                elif what == 3 and table == "session":
                    raw.execute(
                        f"DELETE FROM {noise.choice(('session', 'chat', 'picture'))} WHERE abs(random()) % 2"
                    )
                else:
                    key = "rowid" if table in ("session", "picture", "chat", "turn") else columns[0]
                    row = raw.execute(
                        f"SELECT {key} FROM {table} ORDER BY 1 LIMIT 1 OFFSET ?", (noise.randrange(3),)
                    )
                    found = row.fetchone()
                    if found:
                        raw.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (value, found[0]))
            except sqlite3.Error:
                continue
        if seed % 3 == 0:
            begun = noise.choice(
                (
                    '{"chat":"gone"}',
                    "[",
                    '{"chat":"gone","role":"assistant","id":"x","parent":"","chosen":0,"pictures":[],"model":"reader"}',
                )
            )
            raw.execute(
                "INSERT OR IGNORE INTO journal VALUES ('x', 'gone', ?, 'half an answer', '[]')", (begun,)
            )
