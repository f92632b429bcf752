"""Bad input and bad luck in the real window: one sentence, the old state stays, the program goes on."""

from __future__ import annotations

import os
import sqlite3
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desk
from eyebox.capture.clipboard import pictures_from_mime
from eyebox.folders import Folders


def bomb(path: Path) -> None:
    """A PNG whose header promises 60,000 x 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def truncated(path: Path) -> None:
    Image.effect_noise((300, 300), 60).save(path, "PNG")
    path.write_bytes(path.read_bytes()[:2000])


BROKEN: dict[str, Callable[[Path], object]] = {
    "empty.png": lambda path: path.write_bytes(b""),
    "text.jpg": lambda path: path.write_text("this is no picture"),
    "truncated.png": truncated,
    "bomb.png": bomb,
    "photo.heic": lambda path: path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 100),
    "missing.png": lambda path: path.unlink(missing_ok=True),
}


def test_broken_pictures_leave_the_old_one(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    for name, break_it in BROKEN.items():
        path = tmp_path / name
        break_it(path)
        with qtbot.waitSignal(window.workspace.opening.refused, timeout=desk.PATIENCE) as refused:
            window.workspace.open_paths([str(path)])
        assert refused.args is not None
        sentence = str(refused.args[0])
        assert name in sentence and "\n" not in sentence and window.notice.text.text() == sentence
        pictures = window.workspace.pictures
        assert pictures.current == picture and list(pictures.records) == [picture]
        assert len(window.workspace.store.pictures(window.workspace.sessions.current)) == 1


PLAIN = Image.new("RGB", (30, 20))
VALID: dict[str, Callable[[Path], object]] = {
    "sixteen bit.png": lambda p: Image.new("I;16", (30, 20), 40_000).save(p),
    "cmyk.jpg": lambda p: Image.new("CMYK", (30, 20), (0, 200, 0, 0)).save(p),
    "palette.gif": lambda p: Image.new("P", (30, 20), 3).save(p),
    "alpha.png": lambda p: Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(p),
    "grey.png": lambda p: Image.new("L", (30, 20), 99).save(p),
    "one bit.png": lambda p: Image.new("1", (30, 20), 1).save(p),
    "one pixel.png": lambda p: Image.new("RGB", (1, 1)).save(p),
    "really a png.jpg": lambda p: PLAIN.save(p, "PNG"),
    "line\nbreak 🙂.png": lambda p: PLAIN.save(p),
    "é" * 123 + ".png": lambda p: PLAIN.save(p),
    "animated.webp": lambda p: PLAIN.save(
        p, save_all=True, append_images=[Image.new("RGB", (30, 20), "red")]
    ),
}


def test_unusual_pictures_open(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    for name, save in VALID.items():
        save(tmp_path / name)
        with qtbot.waitSignal(window.workspace.pictures.added, timeout=desk.PATIENCE) as added:
            window.workspace.open_paths([str(tmp_path / name)])
        assert added.args is not None
        record = added.args[0]
        assert (record.width, record.height) == ((1, 1) if name.startswith("one pixel") else (30, 20)), name


def test_turned_picture_is_shown_upright(qtbot: QtBot, start, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 20), "white").save(tmp_path / "turned.jpg", exif=exif)
    window = start().window
    with qtbot.waitSignal(window.workspace.pictures.decoded, timeout=desk.PATIENCE) as decoded:
        window.workspace.open_paths([str(tmp_path / "turned.jpg")])
    assert decoded.args is not None and (decoded.args[1].width, decoded.args[1].height) == (20, 60)


def test_clipboard_without_a_picture(start) -> None:
    window = start().window
    QApplication.clipboard().setText("only words")
    window.commands["paste"].trigger()
    assert "clipboard" in window.notice.text.text()


def test_an_address_is_never_fetched(start) -> None:
    window = start().window
    mime = QMimeData()
    mime.setUrls([QUrl("http://127.0.0.1:9/cat.png")])
    window.drops.take(pictures_from_mime(mime))
    assert "opens no connection" in window.notice.text.text()


def test_damaged_sessions_are_kept_aside(start, tmp_path: Path) -> None:
    folder = Folders.under(tmp_path / "home").data
    folder.mkdir(parents=True)
    (folder / "sessions.sqlite").write_bytes(os.urandom(5000))
    window = start().window
    assert "damaged" in window.notice.text.text()
    (kept,) = folder.glob("*.aside")
    assert kept.stat().st_size == 5000


def test_newer_sessions_are_left_alone(start, tmp_path: Path) -> None:
    start().close()
    path = Folders.under(tmp_path / "home").data / "sessions.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    program = start()
    assert "newer" in program.window.notice.text.text()
    program.close()
    assert path.read_bytes() == before


def test_a_lock_does_not_freeze_and_loses_nothing(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    path = Folders.under(tmp_path / "home").data / "sessions.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    window.workspace.sessions.rename(window.workspace.sessions.current, "While locked")
    assert window.workspace.write_queue.pending
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    assert window.workspace.sessions.name == "While locked"
