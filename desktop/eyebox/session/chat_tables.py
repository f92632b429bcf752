"""Chats and their turns."""

from __future__ import annotations

from eyebox.session import rows, search
from eyebox.session.orphans import adopt_chat
from eyebox.session.tables import Tables
from eyebox.session.types import ChatRecord, Turn

OPTIONS = "options"
"""Key of the state of a chat that holds its options: as fields that differ from their defaults."""


class ChatTables(Tables):
    """The chats of sessions. What is removed is only marked."""

    def chats(self, session: str) -> tuple[ChatRecord, ...]:
        return self.database.values(
            rows.chat_from,
            """SELECT chat.*, value AS options FROM chat LEFT JOIN state ON owner = chat.id AND key = ?
            WHERE session = ? AND deleted IS NULL ORDER BY position, chat.rowid""",
            (OPTIONS, session),
        )

    def add_chat(self, record: ChatRecord) -> None:
        """Adds a chat to its session; `position` orders it among the others."""
        with self.database.write() as connection:
            connection.execute(
                """INSERT INTO chat (id, session, title, position, model, draft) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                (record.id, record.session, *rows.chat_columns(record)),
            )
            self.update_chat(record)

    def update_chat(self, record: ChatRecord) -> None:
        with self.database.write() as connection:
            connection.execute(
                "UPDATE chat SET title = ?, position = ?, model = ?, draft = ? WHERE id = ?",
                (*rows.chat_columns(record), record.id),
            )
            self.set_state(record.id, OPTIONS, rows.options_to_data(record.options))
            self._touch(record.session)

    def remove_chat(self, chat: str) -> None:
        self._mark("chat", chat, deleted=True)

    def restore_chat(self, chat: str) -> None:
        self._mark("chat", chat, deleted=False)

    def adopt(self, chat: str) -> None:
        """Makes a chat of this id in a session of what was recovered, where there is none."""
        with self.database.write() as connection:
            adopt_chat(connection, chat, self._clock())

    def chat(self, chat: str) -> ChatRecord | None:
        """One chat by its id, also a closed one."""
        found = self.database.values(
            rows.chat_from,
            """SELECT chat.*, value AS options FROM chat LEFT JOIN state ON owner = chat.id AND key = ?
            WHERE chat.id = ?""",
            (OPTIONS, chat),
        )
        return found[0] if found else None

    def turns(self, chat: str) -> tuple[Turn, ...]:
        """All turns of a chat, alternatives included, in the order they were first saved."""
        return self.database.values(
            rows.turn_from, "SELECT * FROM turn WHERE chat = ? ORDER BY number", (chat,)
        )

    def save_turn(self, turn: Turn) -> None:
        """Adds a turn or writes it anew. One without an answer leaves the answer that is stored."""
        columns = rows.turn_columns(turn)
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "answer")
        with self.database.write() as connection:
            connection.execute(
                f"""INSERT INTO turn ({names}) VALUES ({values})
                ON CONFLICT (id) DO UPDATE SET {updates}, answer = coalesce(excluded.answer, answer)""",
                columns,
            )
            session = self._session_of("chat", turn.chat)
            search.forget_passages(connection, "turn", turn.id)
            search.write_passage(connection, "turn", session, turn.text, turn=turn.id)
            self._touch(session)
