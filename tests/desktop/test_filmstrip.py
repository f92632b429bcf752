"""The strip of a session's pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.filmstrip_model import ITEM_ROLE, FilmstripItem, FilmstripModel
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = Qt.Key


def show(model, items):
    """Shows these items."""
    made = {item.id: item for item in items}
    model.show(made, made.__getitem__)


def items(count: int) -> list[FilmstripItem]:
    return [FilmstripItem(f"id{n}", f"picture {n}.png", f"/pictures/picture {n}.png") for n in range(count)]


def write_png(file: Path, color: str, width: int = 60, height: int = 40) -> str:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(file))
    return str(file)


@pytest.fixture
def strip(qtbot: QtBot) -> Filmstrip:
    made = Filmstrip(Theme())
    qtbot.addWidget(made)
    made.resize(96, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def view(strip: Filmstrip) -> QListView:
    return strip.findChild(QListView)


def choose(strip: Filmstrip, *rows: int) -> None:
    for row in rows:
        view(strip).selectionModel().select(strip.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_the_model_is_sound_through_all_changes(qtmodeltester: ModelTester, qapp: object) -> None:
    model = FilmstripModel()
    qtmodeltester.check(model)
    show(model, items(5))
    model.add([*items(7), FilmstripItem("id6", "again", "/a")])
    assert [item.id for item in model.items()] == [f"id{n}" for n in range(7)]
    model.remove(["id0", "id3", "id2", "id6", "none"])
    assert [item.id for item in model.items()] == ["id1", "id4", "id5"]
    assert (model.row_of("id4"), model.row_of("id0")) == (1, -1)
    model.set_state("id4", "failed", "It is damaged.")
    model.set_state("none", "read")
    item = model.index(1).data(ITEM_ROLE)
    assert (item.state, item.problem) == ("failed", "It is damaged.")
    assert "It is damaged." in model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "picture 1.png, not read yet"


def test_every_second_of_many_is_removed_and_the_chosen_one_stays(strip: Filmstrip) -> None:
    show(strip.model, items(400))
    strip.set_current("id201")
    strip.model.remove([f"id{n}" for n in range(0, 400, 2)])
    assert [item.id for item in strip.model.items()] == [f"id{n}" for n in range(1, 400, 2)]
    assert strip.current() == "id201" and strip.model.row_of("id399") == 199


def test_choosing_by_key_is_told_and_choosing_from_outside_is_not(strip: Filmstrip, qtbot: QtBot) -> None:
    heard: list[str] = []
    strip.activated.connect(heard.append)
    show(strip.model, items(3))

    strip.set_current("id0")
    with qtbot.waitSignal(strip.activated):
        QTest.keyClick(view(strip), KEY.Key_Down)
    assert strip.current() == "id1"
    strip.set_current("id2")
    with qtbot.waitSignal(strip.activated):
        QTest.keyClick(view(strip), KEY.Key_Return)
    assert heard == ["id1", "id2"]
    strip.set_current("gone")
    assert strip.current() == ""


def test_several_are_removed_at_once_and_a_neighbour_is_chosen(strip: Filmstrip, qtbot: QtBot) -> None:
    show(strip.model, items(5))
    strip.set_current("id1")
    choose(strip, 1, 3)
    view(strip).setFocus()
    with qtbot.waitSignal(strip.remove_requested) as asked:
        QTest.keyClick(view(strip), KEY.Key_Delete)
    assert asked.args == [["id1", "id3"]]
    assert strip.model.rowCount() == 5

    with qtbot.waitSignal(strip.activated) as chosen:
        strip.model.remove(["id1", "id3"])
    assert chosen.args == [strip.current()]
    assert strip.current() in ("id0", "id2")


def test_thumbnails_are_asked_for_only_in_sight_and_once(strip: Filmstrip, qtbot: QtBot) -> None:
    asked: list[str] = []
    strip.thumbnail_needed.connect(asked.append)
    show(strip.model, items(1000))

    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [f"id{n}" for n in range(6)]
    view(strip).scrollToBottom()
    qtbot.waitUntil(lambda: "id999" in asked)
    assert len(asked) == len(set(asked)) < 20
    view(strip).scrollToTop()
    strip.model.set_state("id0", "read")
    strip.grab()
    assert len(asked) == len(set(asked)) < 20


def test_a_thumbnail_is_shown_when_it_is_there(strip: Filmstrip, qtbot: QtBot, tmp_path: Path) -> None:
    show(strip.model, items(2))
    strip.set_thumbnail("id0", write_png(tmp_path / "a.png", "red"))
    strip.model.set_state("id0", "read")

    def seen() -> str:
        return strip.grab().toImage().pixelColor(48, 30).name()

    qtbot.waitUntil(lambda: seen() == "#ff0000")
    strip.set_thumbnail("id0", write_png(tmp_path / "a.png", "blue"))
    qtbot.waitUntil(lambda: seen() == "#0000ff")


def test_an_unreadable_thumbnail_is_asked_for_once(strip: Filmstrip, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[str] = []
    strip.thumbnail_needed.connect(asked.append)
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    show(
        strip.model,
        [
            FilmstripItem("bad", "bad", "/bad.png", thumbnail=str(tmp_path / "bad.png")),
            FilmstripItem("lost", "lost", "/lost.png", thumbnail=str(tmp_path / "none.png")),
            FilmstripItem("missing", "missing", "/missing.png", state="missing"),
        ],
    )

    qtbot.waitUntil(lambda: len(asked) == 2)
    strip.grab()
    assert sorted(asked) == ["bad", "lost"]


@pytest.mark.parametrize("state", ["waiting", "reading", "read", "failed", "missing"])
def test_every_state_is_painted(strip: Filmstrip, state: str, tmp_path: Path, qtbot: QtBot) -> None:
    tall = write_png(tmp_path / "tall.png", "green", 2, 160)
    show(
        strip.model,
        [
            FilmstripItem("a", "a\nname 🙂" + "x" * 250, "/a", thumbnail=tall, state=state),  # type: ignore[arg-type]
            FilmstripItem("b", "图片.png", "/b", state=state),  # type: ignore[arg-type]
        ],
    )
    strip.set_current("a")
    assert not strip.grab().isNull()
