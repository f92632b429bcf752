"""Edits a store without pause and says on standard output what was written; test_store_kill runs, kills it.

Each edit writes a number that only grows; a line `name number` follows once the call has returned.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from eyebox.session.journal import Journal
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureRecord, Turn
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound
from session_samples import create_session


def begin(store: Store) -> None:
    """What the edits are made on, with fixed ids."""
    if store.get_state("", "session") is None:
        with store.together():
            session = create_session(store, "0").id
            store.set_state("", "session", session)
            store.add_picture(PictureRecord("picture", session, "/p.png", "p.png"))
            store.add_chat(ChatRecord("chat", session))


def read(store: Store) -> dict[str, int]:
    """The latest number of each kind of edit."""
    session = store.get_state("", "session")
    boxes = store.boxes("picture")
    turns = store.turns("chat")
    numbers = {
        "name": [store.session(session).name],  # type: ignore[union-attr]
        "draft": [store.chats(session)[0].draft],
        "zoom": [store.get_state("picture", "zoom", 0)],
        "box": [box.x1 for box in boxes if box.id == "box"],
        "boxes": [box.label for box in boxes if box.id != "box"],
        "turn": [turn.text for turn in turns if turn.role == "user"],
        "answer": [turn.text for turn in turns if turn.role == "assistant"],
    }
    return {name: max((int(number or 0) for number in found), default=0) for name, found in numbers.items()}


def write(store: Store, first: int) -> None:
    """Edits until killed."""
    journal = Journal(store)
    session = store.get_state("", "session")
    answer = f"answer{first}"
    journal.begin(Turn("chat", "assistant", "", id=answer))
    for n in itertools.count(first):
        box = Box("moved", n, 0, n + 1, 1, id="box")
        edits = {
            "name": lambda n=n: store.rename_session(session, str(n)),
            "draft": lambda n=n: journal.put_draft("chat", str(n)),
            "zoom": lambda n=n: store.set_state("picture", "zoom", n),
            "box": lambda box=box: store.save_boxes("picture", [box]),
            "boxes": lambda n=n: store.save_boxes(
                "picture", [Box(str(n), 0, 0, 1, 1, id=f"box{n % 50}")], [f"box{(n - 25) % 50}"]
            ),
            "turn": lambda n=n: store.save_turn(Turn("chat", "user", str(n), id=f"turn{n % 20}")),
            "answer": lambda n=n, box=box: journal.append(answer, str(n), [BoxFound(0, 0, box)]),
        }
        for name, edit in edits.items():
            edit()
            print(name, n, flush=True)


if __name__ == "__main__":
    opened = Store.open(Path(sys.argv[1]))
    Journal(opened).recover()
    begin(opened)
    write(opened, max(read(opened).values()) + 1)
