"""A video in the window: frames are chosen from a strip, become pictures, and are asked about as one video."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from clips import write_clip
from eyebox.app import Desktop
from eyebox.window.frame_chooser import FrameChooser

pytest.importorskip("cv2")


def chooser_of(qtbot: QtBot, desktop: Desktop, frames: int) -> FrameChooser:
    """The dialog, when it offers so many frames with their small pictures."""
    videos = desktop.window.videos

    def offers() -> bool:
        chooser = videos.chooser
        items = chooser.frames.items() if chooser is not None else ()
        return len(items) == frames and all(item.thumbnail for item in items)

    qtbot.waitUntil(offers, timeout=desk.PATIENCE)
    assert videos.chooser is not None
    return videos.chooser


def test_chosen_frames_are_pictures_and_boxes_land_on_them(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop: Desktop = start()
    window = desktop.window
    clip = write_clip(tmp_path / "a clip 视频.avi", 40)
    box = {"label": "the square", "box": [10, 20, 40, 50]}
    desk.use_script(
        desktop, tmp_path / "s.json", [{"text": "the square"}, box | {"image": 0}, box | {"image": 1}]
    )
    desk.drop(desktop, Path(clip))
    chooser = chooser_of(qtbot, desktop, 8)
    assert chooser.about.text() == "0:04 · 160 × 120"
    chooser.count.setValue(4)
    chooser_of(qtbot, desktop, 4)
    QTest.keyClick(chooser.grid, Qt.Key.Key_Right)
    QTest.keyClick(chooser.grid, Qt.Key.Key_Space)
    assert chooser.times == [0, 2, 3]
    QTest.keyClick(chooser, Qt.Key.Key_Return)
    pictures = window.workspace.pictures
    ids = list(pictures.records)
    assert [pictures.records[id].name for id in ids] == [f"a clip 视频.avi · 0:0{n}" for n in (0, 2, 3)]
    assert pictures.current == ids[0]
    asked = [pictures.parts.picture_of(id) for id in ids]
    assert [(one.path, one.in_video) for one in asked] == [(f"{clip}#t={n}", True) for n in (0, 2, 3)]
    assert list(window.chat_controller.pane(window.chat_controller.active).composer.attached) == ids
    turn = desk.ask(qtbot, desktop, "Where is it?")
    assert list(window.workspace.chats.conversation(turn.chat).turn(turn.parent).pictures) == ids
    found = [[one.label for one in window.workspace.annotations.of(id).model.boxes()] for id in ids]
    assert found == [["the square"], ["the square"], []]
    # opened again, it offers its frames again; those that are there stay one picture each
    window.workspace.open_paths([clip])
    chooser = chooser_of(qtbot, desktop, 8)
    QTest.mouseClick(chooser.take, Qt.MouseButton.LeftButton)
    assert len(pictures.records) == 8


def test_one_that_is_no_video_says_so_and_is_nothing(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop: Desktop = start()
    (tmp_path / "a film.mp4").write_bytes(b"no video at all")
    clip = write_clip(tmp_path / "clip.avi", 20)
    desk.drop(desktop, tmp_path / "a film.mp4", Path(clip))
    videos = desktop.window.videos
    qtbot.waitUntil(
        lambda: bool(videos.chooser and "is not a video" in videos.chooser.said.text()), timeout=desk.PATIENCE
    )
    assert not videos.chooser.take.isEnabled()
    QTest.keyClick(videos.chooser, Qt.Key.Key_Escape)
    chooser = chooser_of(qtbot, desktop, 4)
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert videos.chooser is None
    assert not desktop.window.workspace.pictures.records


def test_a_folder_with_videos_says_that_they_are_not_opened(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop: Desktop = start()
    window, notice = desktop.window, desktop.window.notice
    for name in ("films/a.mp4", "mixed/deep/b 片.mkv", "mixed/c.MOV"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"no video at all")
    desk.drop(desktop, tmp_path / "films")
    qtbot.waitUntil(lambda: notice.text.text().startswith("1 video"))
    Image.new("RGB", (40, 30), "white").save(tmp_path / "mixed" / "p.png")
    desk.drop(desktop, tmp_path / "mixed")
    qtbot.waitUntil(lambda: notice.text.text().startswith("2 video"))
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1)
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: bool(window.videos.chooser and "is not a video" in window.videos.chooser.said.text()),
        timeout=desk.PATIENCE,
    )
    assert window.videos.chooser is not None
    assert "c.MOV" in window.videos.chooser.said.text()
    QTest.keyClick(window.videos.chooser, Qt.Key.Key_Escape)
