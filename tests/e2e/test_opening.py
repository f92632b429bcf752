"""Opening files: what fails is told once and together, what opens stands in natural order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.capture.clipboard import Dropped
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.window.panel import BOXES, TEXT
from eyebox_models.protocol.events import Progress

PLAIN = Image.new("RGB", (60, 40), "white")


def good(path: Path) -> str:
    PLAIN.save(path)
    return str(path)


def broken(path: Path) -> str:
    path.write_text("this is no picture")
    return str(path)


def is_on_top(window: object, widget: object) -> bool:
    """Whether a press on the middle of a widget would reach it, or a part of it."""
    stage = window.parts.stage  # type: ignore[attr-defined]
    under = stage.childAt(widget.mapTo(stage, QPoint(30, 12)))  # type: ignore[attr-defined]
    return under is widget or widget.isAncestorOf(under)  # type: ignore[attr-defined]


def test_an_error_before_the_first_picture_stays_in_sight(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.notice.show_error("The settings could not be read.")
    window.workspace.open_paths([good(tmp_path / "menu.png")])
    qtbot.waitUntil(lambda: window.parts.stage.currentWidget() is window.canvas, timeout=desk.PATIENCE)
    assert window.notice.isVisible() and is_on_top(window, window.notice)


def test_what_fails_among_good_pictures_is_told_at_the_end_of_this_opening(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    window = start().window
    empty = tmp_path / "empty.jpg"
    empty.touch()
    files = [
        good(tmp_path / "table.png"),
        broken(tmp_path / "broken.png"),
        str(empty),
        good(tmp_path / "exif.png"),
    ]
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        window.workspace.open_paths(files)
    assert [item.name for item in window.filmstrip.model.items()] == ["table.png", "exif.png"]
    told = window.notice.text.text()
    assert window.notice.isVisible() and is_on_top(window, window.notice)
    assert told.splitlines()[0].startswith("“broken.png”") and told.splitlines()[1].startswith("“empty.jpg”")
    window.notice.close_button.click()
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        window.workspace.open_paths([broken(tmp_path / "another.png")])
    assert window.notice.text.text().startswith("“another.png”") and "\n" not in window.notice.text.text()


def test_many_failures_are_counted_and_their_reasons_unfold_and_are_copied(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    window = start().window
    files = [broken(tmp_path / f"p{n}.png") for n in range(1, 7)]
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        window.workspace.open_paths(files)
    notice = window.notice
    assert len(notice.text.text().splitlines()) == 4 and notice.text.text().splitlines()[3].startswith("3 ")
    assert notice.unfold.isVisible() and not notice.details.isVisible()
    notice.unfold.click()
    assert notice.details.isVisible()
    notice.copy_button.click()
    assert all(f"“p{n}.png”" in QApplication.clipboard().text() for n in range(1, 7))
    notice.unfold.click()
    assert not notice.details.isVisible()


def test_what_did_not_open_is_not_said_to_be_opening(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.workspace.pictures.read_automatically = False
    window.workspace.open_paths([good(tmp_path / "old.png")])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    window.workspace.pictures.decoding.emit("", 0.5)
    window.workspace.pictures.decoding.emit("one that is decoded for later", 0.7)
    assert window.status.text.text() == "Opening… 50 %"
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        window.workspace.open_paths([broken(tmp_path / "a.png")])
    assert window.status.text.text().startswith("60 × 40")


def test_what_takes_long_to_open_is_named_and_how_far_it_is(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lane, "_next", lambda _lane: None)  # it takes for ever
    window = start().window
    window.picture_controller._slow.setInterval(0)
    window.workspace.open_paths([good(tmp_path / "large.png")])
    qtbot.waitUntil(lambda: window.status.text.text() == "Opening large.png…")
    staged = next(iter(window.workspace.opening._staged.values()))
    staged.job.happened.emit(Progress("opening", 0.4))
    assert window.status.text.text() == "Opening… 40 %"


def test_the_first_that_opens_is_shown_where_the_first_is_broken(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.workspace.open_paths([good(tmp_path / "old.png")])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        window.workspace.open_paths(
            [broken(tmp_path / "a.png"), good(tmp_path / "b.png"), good(tmp_path / "c.png")]
        )
    shown = window.workspace.pictures.records[window.workspace.pictures.current]
    assert shown.name == "b.png" and len(window.workspace.pictures.records) == 3


def test_a_picture_dropped_with_its_boxes_comes_once(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    good(tmp_path / "menu.png")
    shape = '{"label": "dish", "points": [[1, 2], [9, 8]], "shape_type": "rectangle"}'
    (tmp_path / "menu.json").write_text(f'{{"shapes": [{shape}], "imagePath": "menu.png"}}')
    (tmp_path / "other.json").write_text("{")
    with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE):
        desk.drop(program, tmp_path / "menu.png", tmp_path / "menu.json", tmp_path / "other.json")
    assert [item.name for item in window.filmstrip.model.items()] == ["menu.png"]
    assert len(desk.boxes(program)) == 1 and "other.json" in window.notice.text.text()


@pytest.mark.parametrize("way", ["folder", pytest.param("files", marks=pytest.mark.thorough)])
def test_numbers_in_names_count_as_numbers(qtbot: QtBot, start, tmp_path: Path, way: str) -> None:
    program = start()
    window = program.window
    folder = tmp_path / "pages"
    for below in ("part2", "part10"):
        (folder / below).mkdir(parents=True)
    for hidden in (".thumbnails/a.png", "._p1.png"):
        (folder / hidden).parent.mkdir(exist_ok=True)
        broken(folder / hidden)
    names = ["p1.png", "p2.png", "P10.png", "part2/a.png", "part10/a.png"]
    files = [good(folder / name) for name in names]
    ways: dict[str, Callable[[], object]] = {
        "folder": lambda: desk.drop(program, folder),
        "files": lambda: desk.drop(program, *(Path(file) for file in sorted(files))),
    }
    ways[way]()
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 5, timeout=desk.PATIENCE)
    records = sorted(window.workspace.pictures.records.values(), key=lambda record: record.position)
    assert [Path(record.path).relative_to(folder).as_posix() for record in records] == names
    assert not window.notice.isVisible()


def test_an_error_about_a_picture_goes_with_it(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    window.workspace.open_paths([good(first), good(second)])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    broken(second)
    window.commands["next_picture"].trigger()
    qtbot.waitUntil(lambda: window.notice.isVisible(), timeout=desk.PATIENCE)
    assert "b.png" in window.notice.text.text()
    window.commands["previous_picture"].trigger()
    assert not window.notice.isVisible()
    window.commands["next_picture"].trigger()
    qtbot.waitUntil(lambda: window.notice.isVisible(), timeout=desk.PATIENCE)
    window.notice.show_error("Something else is wrong.")
    window.commands["previous_picture"].trigger()
    assert window.notice.isVisible()


def test_a_notice_never_lies_over_the_find_bar(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    window.workspace.open_paths([good(tmp_path / "a.png")])
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    bar, notice = window.reading_controller.find_bar, window.notice

    def apart() -> bool:
        rects = [w.rect().translated(w.mapTo(window.parts.stage, QPoint())) for w in (bar, notice)]
        return bar.isVisible() and notice.isVisible() and not rects[0].intersects(rects[1])

    window.commands["find"].trigger()
    notice.show_error("Something is wrong.")
    assert apart()
    bar.close_bar()
    top = notice.y()
    window.commands["find"].trigger()
    assert notice.y() > top and apart()
    window.resize(900, 600)
    qtbot.waitUntil(apart)


def test_a_folder_of_many_pictures_leaves_the_window_its_turns(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    for n in range(450):
        (tmp_path / f"{n}.png").touch()
    lane = window.program.lanes["picture"]
    turns, counted, staged = [0], [0], [0]
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: turns.__setitem__(0, turns[0] + 1))
    waiting, submit = lane.waiting, lane.submit
    monkeypatch.setattr(lane, "waiting", lambda: (counted.__setitem__(0, counted[0] + 1), waiting())[1])

    def submitted(*request: object, **how: object) -> JobHandle:
        staged[0] += 1
        job = submit(*request, **how)
        if staged[0] == 1:
            timer.start()
        return job

    monkeypatch.setattr(lane, "submit", submitted)
    window.workspace.open_paths([str(tmp_path)])
    qtbot.waitUntil(lambda: staged[0] == 450, timeout=desk.PATIENCE)
    assert turns[0] >= 3 and counted[0] < 100
    window.commands["new_session"].trigger()


def test_files_dropped_on_any_part_of_the_window_are_opened(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    records = window.workspace.pictures.records

    def drop_on(widget: QWidget, name: str) -> None:
        known = len(records)
        middle = widget.mapTo(window, widget.rect().center())
        desk.drop(program, Path(good(tmp_path / name)), at=middle)
        qtbot.waitUntil(lambda: len(records) == known + 1, timeout=desk.PATIENCE)

    drop_on(window.welcome, "a.png")
    qtbot.waitUntil(lambda: window.parts.stage.currentWidget() is window.canvas, timeout=desk.PATIENCE)
    for n, part in enumerate((window.canvas, window.filmstrip, window.header, window.status)):
        drop_on(part, f"{n}.png")
    for tab in (BOXES, TEXT):
        window.panel.tabs.setCurrentIndex(tab)
        drop_on(window.panel.pages, f"tab{tab}.png")


def test_an_address_is_refused_while_it_is_dragged_and_that_is_forgotten_with_the_next_picture(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    address = QMimeData()
    address.setUrls([QUrl("https://a.example/b.png")])
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, address, *desk.MOUSE)
    QApplication.sendEvent(window.windowHandle(), enter)
    assert "Only an address" in window.drops.hint._text
    desk.drop_data(address, QPoint(300, 300), window.windowHandle())
    assert "only an address" in window.notice.sentence
    desk.drop(program, Path(good(tmp_path / "a.png")))
    qtbot.waitUntil(lambda: window.workspace.pictures.current is not None, timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: window.notice.sentence == "")


def test_a_drop_whose_picture_did_not_come_is_not_said_of_the_clipboard(start) -> None:
    window = start().window
    empty = QMimeData()
    empty.setData("image/png", b"")
    desk.drop_data(empty, QPoint(300, 300), window.windowHandle())
    assert "drop" in window.notice.sentence
    window.drops.take(Dropped())
    assert "clipboard" in window.notice.sentence
