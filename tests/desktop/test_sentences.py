"""What engines say is shown in the language of the day, also what a session has kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, Turn
from eyebox_models.protocol.errors import Sentence
from sentences import said_as
from session_samples import create_session

FULL = Sentence("no-space", "No space left on device")
FAILED = Sentence("not-written", "{file} was not written ({reason}).", file="a.txt", reason=FULL)
CHINESE = {
    "No space left on device": "磁盘已满",
    "{file} was not written ({reason}).": "未能写入 {file}（{reason}）。",
}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    with said_as(qapp, CHINESE):
        yield


def test_a_sentence_is_shown_in_the_language_of_the_day_with_those_inside_of_it(chinese: None) -> None:
    assert translated(FAILED) == "未能写入 a.txt（磁盘已满）。"
    assert FAILED == "a.txt was not written (No space left on device)."


def test_without_a_translation_it_is_english_and_other_texts_stay(qapp: QApplication) -> None:
    assert translated(FAILED) == "a.txt was not written (No space left on device)."
    assert translated("Anything {at} all") == "Anything {at} all"


@pytest.mark.parametrize("message", [FAILED, "It failed before.", '{"is": "Sentence", nonsense', ""])
def test_a_stored_turn_keeps_what_its_message_was_made_of(message: str, tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.sqlite") as store:
        store.add_chat(ChatRecord("chat", create_session(store, "s").id))
        store.save_turn(Turn("chat", "assistant", "", state="failed", message=message))
    with Store.open(tmp_path / "sessions.sqlite") as store:
        (again,) = store.turns("chat")
    assert again.message == message and isinstance(again.message, Sentence) == isinstance(message, Sentence)
    if isinstance(message, Sentence):
        assert (
            again.message.template == message.template and again.message.values["reason"].code == "no-space"
        )
