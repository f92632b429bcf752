"""Documents in the window: their pages are pictures, opened when they are looked at; locked, signed, moved, changed ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import desk
from documents import write_cards, write_tiff
from eyebox.window.main_window import MainWindow
from eyebox_models.files.document_page import PASSWORDS
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import Box
from kept_engines import KEPT

WORDS = ["Alpha", "Beta", "Gamma", "Delta"]


@pytest.fixture(autouse=True)
def no_passwords() -> Iterator[None]:
    yield
    PASSWORDS.clear()


def names(window: MainWindow) -> list[str]:
    pictures = window.workspace.pictures
    return [pictures.records[id].name for id in pictures.records]


def wait_for_text(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Until the picture shown says this."""
    pictures = window.workspace.pictures

    def is_read() -> bool:
        page = pictures.page(pictures.current or "")
        return page is not None and [line.text for line in page.lines] == [words]

    qtbot.waitUntil(is_read, timeout=desk.PATIENCE)


def test_a_dropped_document_is_its_pages_and_each_says_its_own(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop = start()
    window = desktop.window
    pictures = window.workspace.pictures
    file = write_cards(tmp_path / "scan.pdf", WORDS)
    fax = write_tiff(tmp_path / "zfax.tif", [Image.new("RGB", (80, 60), color) for color in ("red", "blue")])
    desk.drop(desktop, file, fax)
    qtbot.waitUntil(lambda: len(pictures.records) == 6, timeout=desk.PATIENCE)
    assert names(window) == [*(f"scan.pdf · {n}" for n in (1, 2, 3, 4)), "zfax.tif · 1", "zfax.tif · 2"]
    qtbot.waitUntil(lambda: [item.name for item in window.filmstrip.model.items()] == names(window))
    wait_for_text(qtbot, window, "Alpha")
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "Beta")
    assert pictures.page(pictures.current).text_from == "layer"
    qtbot.waitUntil(lambda: "of the document's own text" in window.status.text.text())
    never = [pictures.records[id] for id in pictures.records][2]
    assert not never.sha256  # nobody looked at it
    # opened again, the page that is shown stays
    second = pictures.current
    window.workspace.open_paths([str(file)])
    qtbot.waitUntil(lambda: not window.workspace.opening.on_way()[0], timeout=desk.PATIENCE)
    assert pictures.current == second
    assert len(pictures.records) == 6
    # tomorrow
    desktop.close()
    again = start().window
    qtbot.waitUntil(lambda: len(again.workspace.pictures.records) == 6, timeout=desk.PATIENCE)
    wait_for_text(qtbot, again, "Beta")
    again.commands["next_picture"].trigger()
    wait_for_text(qtbot, again, "Gamma")


def test_a_page_named_by_itself_and_documents_of_a_folder(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    folder = tmp_path / "papers"
    folder.mkdir()
    file = write_cards(folder / "b.pdf", WORDS)
    Image.new("RGB", (80, 60)).save(folder / "a.png")
    Image.new("RGB", (80, 60)).save(folder / "c.png")
    window.workspace.open_paths([f"{file}#page=3"])
    wait_for_text(qtbot, window, "Gamma")
    assert names(window) == ["b.pdf · 3"]
    window.workspace.removals.pictures([pictures.current])
    window.workspace.open_paths([str(folder)])
    qtbot.waitUntil(lambda: len(pictures.records) == 6, timeout=desk.PATIENCE)
    assert names(window) == ["a.png", *(f"b.pdf · {n}" for n in (1, 2, 3, 4)), "c.png"]


def test_a_thousand_pages_are_rows_at_once(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    file = write_cards(tmp_path / "book.pdf", [f"Page {n}" for n in range(1, 1001)])
    window.workspace.open_paths([str(file)])
    wait_for_text(qtbot, window, "Page 1")
    assert len(pictures.records) == 1000
    assert window.header.session.text().endswith("· book.pdf")
    pictures.show(pictures.records.last)
    wait_for_text(qtbot, window, "Page 1000")
    assert len([record for record in pictures.records.seen() if record.sha256]) == 2


def test_a_locked_document_asks_until_the_password_is_right(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop = start()
    window = desktop.window
    pictures = window.workspace.pictures
    file = write_cards(tmp_path / "locked.pdf", WORDS, password="sesame", signed=True)
    window.workspace.open_paths([str(file)])
    qtbot.waitUntil(lambda: window.passwords.dialog is not None, timeout=desk.PATIENCE)
    QTest.keyClicks(window.passwords.dialog.field, "wrong")
    first = window.passwords.dialog
    QTest.keyClick(first.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.passwords.dialog not in (None, first), timeout=desk.PATIENCE)
    field = window.passwords.dialog.field
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(field, "sesame")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_for_text(qtbot, window, "Alpha")
    assert "digitally signed" in window.notice.sentence
    window.workspace.write_queue.flush()
    desktop.close()
    assert not [
        kept for kept in (tmp_path / "home").rglob("*") if kept.is_file() and b"sesame" in kept.read_bytes()
    ]
    # tomorrow it is asked for again, where the page is
    PASSWORDS.clear()
    KEPT.close()  # its engines knew the password
    window = start().window
    pictures = window.workspace.pictures
    window.commands["next_picture"].trigger()
    qtbot.waitUntil(lambda: window.notice.button.text() == "Enter the password…", timeout=desk.PATIENCE)
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.passwords.dialog is not None, timeout=desk.PATIENCE)
    QTest.keyClicks(window.passwords.dialog.field, "sesame")
    QTest.keyClick(window.passwords.dialog.field, Qt.Key.Key_Return)
    wait_for_text(qtbot, window, "Beta")
    qtbot.waitUntil(lambda: not pictures.locked, timeout=desk.PATIENCE)
    assert len(pictures.records) == 4


def test_a_moved_document_is_found_again_with_all_its_pages(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    file = write_cards(old / "scan.pdf", WORDS)
    Image.new("RGB", (80, 60)).save(new / "beside.png")
    window.workspace.open_paths([str(file), str(new / "beside.png")])
    qtbot.waitUntil(lambda: len(pictures.records) == 5, timeout=desk.PATIENCE)
    wait_for_text(qtbot, window, "Alpha")
    shutil.move(file, new / "other name.pdf")
    pictures.pixels.remove(pictures.current)
    with qtbot.waitSignal(pictures.noticed, timeout=desk.PATIENCE) as said:
        pictures.show(pictures.current)
    assert said.args[0].startswith("The file of scan.pdf was moved")
    pages = [pictures.records[id].path for id in pictures.records][:4]
    assert pages == [f"{new / 'other name.pdf'}#page={n}" for n in (1, 2, 3, 4)]
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "Beta")


def test_a_changed_document_is_said_once(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    said: list[str] = []
    pictures.noticed.connect(said.append)
    file = write_cards(tmp_path / "scan.pdf", WORDS)
    window.workspace.open_paths([str(file)])
    wait_for_text(qtbot, window, "Alpha")
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "Beta")
    write_cards(file, [word.upper() for word in WORDS])
    pictures.pixels.remove(*pictures.pixels)
    window.commands["previous_picture"].trigger()
    wait_for_text(qtbot, window, "ALPHA")
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "BETA")
    assert said == ["scan.pdf has changed since it was last opened; its boxes may not fit any more."]


def test_boxes_of_a_page_are_exported_and_come_back(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    workspace = window.workspace
    pictures = workspace.pictures
    file = write_cards(tmp_path / "scan.pdf", WORDS)
    workspace.open_paths([str(file)])
    wait_for_text(qtbot, window, "Alpha")
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "Beta")
    box = Box("word", 10.0, 20.0, 110.0, 60.0)
    workspace.annotations.add(pictures.current, [box], "Draw")
    workspace.write_queue.flush()
    written = {}
    for form, name in (("coco", "boxes.json"), ("csv", "boxes.csv")):
        written[form] = tmp_path / name
        with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
            workspace.exports.write(form, str(written[form]), workspace.sessions.current, [pictures.current])
    assert '"file_name": "scan.pdf#page=2"' in written["coco"].read_text()
    for form, file_of_page in (("voc", "scan-p2.xml"), ("yolo", "scan-p2.txt")):
        folder = tmp_path / form
        folder.mkdir()
        with qtbot.waitSignal(workspace.exports.folder_done, timeout=desk.PATIENCE):
            workspace.exports.write_folder(
                form, str(folder), workspace.sessions.current, lambda _there: True, [pictures.current]
            )
        assert list(folder.rglob(file_of_page))
    for form in ("coco", "csv"):
        workspace.sessions.create()
        workspace.open_paths([str(written[form])])
        qtbot.waitUntil(lambda: names(window) == ["scan.pdf · 2"], timeout=desk.PATIENCE)
        wait_for_text(qtbot, window, "Beta")
        (came,) = workspace.annotations.boxes_of(pictures.current)
        assert (came.label, came.xyxy) == ("word", box.xyxy)


def test_a_question_is_about_the_page(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    file = write_cards(tmp_path / "scan.pdf", WORDS)
    window.workspace.open_paths([str(file)])
    wait_for_text(qtbot, window, "Alpha")
    window.commands["next_picture"].trigger()
    wait_for_text(qtbot, window, "Beta")
    assert pictures.parts.picture_of(pictures.current) == Picture(f"{file}#page=2", 0)
    pane = window.panes.pane(window.panes.active)
    others = write_cards(tmp_path / "others.pdf", [f"Page {n}" for n in range(12)])
    window.chat_controller.attaching.add_files(window.panes.active, [str(others)])
    qtbot.waitUntil(lambda: len(pane.composer.attached) >= 8, timeout=desk.PATIENCE)
    attached = [pictures.path_of(id) for id in pane.composer.attached]
    assert attached[-8:] == [f"{others}#page={n}" for n in range(1, 9)]
