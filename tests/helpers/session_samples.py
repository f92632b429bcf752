"""Values with everything awkward in them, for the tests of the store and of the exchange formats."""

from __future__ import annotations

from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureRecord, SessionInfo, Turn
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo
from eyebox_models.protocol.page import Line, Page, Word

AWKWARD_NAMES = (
    "menu.png",
    "two\nlines\r\n.png",
    "🍔 salmon 鮭魚.png",
    "ü" * 123 + ".png",
    "broken \udcff bytes.png",
    "a'b\"c%_\\.png",
)


def create_session(store: Store, name: str) -> SessionInfo:
    """A new session, kept."""
    info = store.new_session(name)
    store.add_session(info)
    return info


def make_page(*texts: str, image: str = "menu.png") -> Page:
    """A page of lines under each other, each one block, with a box a word."""
    lines = []
    for n, text in enumerate(texts):
        top, bottom = 20.0 * n, 20.0 * n + 15.5
        words = tuple(
            Word(word, (10.0 * w, top, 10.0 * w + 9, bottom)) for w, word in enumerate(text.split())
        )
        quad = ((0.0, top), (100.0, top + 1), (100.0, bottom + 1), (0.0, bottom))
        lines.append(Line(text, 0.98, (0.0, top, 100.0, bottom + 1), quad, words))
    return Page(image, 400, 300, 0.25, tuple(lines), tuple((n,) for n in range(len(texts))))


def make_answer(text: str = "Here: **salmon** 🐟") -> Answer:
    box = Box("salmon", 1.5, 2, 30.25, 40, score=0.5, source="model")
    return Answer(
        turn=0,
        text=text,
        raw=f"<ref>{text}</ref>",
        boxes=(BoxFound(0, 0, box, 8, 14),),
        token_ids=(5, 6, 7),
        tokens_out=3,
        seen=(ImageInfo(0, 400, 300, (392, 308), 64),),
    )


def make_picture(session: str, name: str = "menu.png", **values: object) -> PictureRecord:
    record = {"id": new_id(), "path": f"/pictures/{name}", "width": 400, "height": 300, **values}
    return PictureRecord(session=session, name=name, **record)  # type: ignore[arg-type]


def fill(store: Store, name: str = "Receipts") -> tuple[str, PictureRecord, ChatRecord]:
    """A session with a picture and a chat; returns the session's id and both."""
    session = create_session(store, name).id
    picture = make_picture(session)
    chat = ChatRecord(new_id(), session, "First chat")
    store.add_picture(picture)
    store.add_chat(chat)
    return session, picture, chat


def make_turn(chat: str, text: str, **values: object) -> Turn:
    return Turn(chat=chat, text=text, **{"role": "user", **values})  # type: ignore[arg-type]
