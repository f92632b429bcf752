"""An engine that reads or answers has its pictures decoded by a picture engine of its own."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageDraw

from drawing import font, save
from eyebox_models.engine import decoding
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import file_lock
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import Decode, Read
from eyebox_models.protocol.pixels import Pixels

RUN = PictureEngine.run
"""The real thing, for which tests/conftest.py has another one."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setenv("TMPDIR", str(made))
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


@pytest.fixture
def pictures(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PictureEngine]:
    monkeypatch.setattr(PictureEngine, "run", RUN)
    made = PictureEngine()
    yield made
    made.close()


@pytest.fixture
def reader(tmp_path: Path, folder: Path) -> Iterator[EngineProcess]:
    made = EngineProcess("reader", tmp_path / "log")
    yield made
    made.close()


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    return save(text("black", "white"), tmp_path / "invoice.png")


def text(ink: str, ground: str | tuple[int, ...]) -> Image.Image:
    image = Image.new("RGBA", (420, 90), ground)
    ImageDraw.Draw(image).text((20, 20), "Invoice 4711 due", fill=ink, font=font("sans", 36))
    return image


def wait_for_end(process: psutil.Process) -> None:
    """Of a process that is nobody's child any more: it may stay a zombie where nobody asks for it."""
    until = time.monotonic() + 60
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until, process
        time.sleep(0.01)


def wait_for_lock(folder: Path) -> None:
    """The threads of a killed process may hold its files a little longer than it seems to live."""
    until, free = time.monotonic() + 60, False
    while not free:
        assert time.monotonic() < until, folder
        with file_lock(folder / "lock") as free:
            pass


def read(engine: EngineProcess, path: Path, pixels: Pixels | None = None) -> str:
    end = engine.run("1", Read(str(path), pixels), lambda _event: None)
    assert end.outcome == "done", end
    return "\n".join(line.text for line in end.result.lines)  # type: ignore[union-attr]


def test_light_text_on_a_transparent_ground_is_read(tmp_path: Path, reader: EngineProcess) -> None:
    said = {
        ink: read(reader, save(text(ink, (0, 0, 0, 0)), tmp_path / f"{ink}.png"))
        for ink in ("black", "white")
    }
    assert said == {"black": "Invoice 4711 due", "white": "Invoice 4711 due"}


@linux
def test_a_reader_decodes_nothing_by_itself(folder: Path, reader: EngineProcess, invoice: Path) -> None:
    assert read(reader, invoice) == "Invoice 4711 due"
    (child,) = psutil.Process(reader.pid).children(recursive=True)
    assert child.cmdline()[-1] == "picture"
    mapped = Path(f"/proc/{reader.pid}/maps").read_text()
    assert "libvips" not in mapped and "/PIL/" not in mapped
    (own,) = folder.iterdir()
    assert own.stat().st_mode & 0o777 == 0o700
    assert not list(own.glob("*.pixels"))
    reader.close()
    wait_for_end(child)
    assert not list(folder.iterdir())


@linux
def test_a_reader_that_is_handed_pixels_needs_no_picture_engine(
    tmp_path: Path, reader: EngineProcess, invoice: Path
) -> None:
    engine = EngineProcess("picture", tmp_path / "picture.log")
    try:
        pixels = engine.run("1", Decode(str(invoice), str(tmp_path)), lambda _event: None).result
    finally:
        engine.close()
    assert isinstance(pixels, Pixels)
    assert read(reader, invoice, pixels) == "Invoice 4711 due"
    assert not psutil.Process(reader.pid).children()
    Path(pixels.file).unlink()
    other = save(text("black", "yellow"), tmp_path / "other.png")
    assert read(reader, other, pixels) == "Invoice 4711 due", "pixels that are gone are decoded again"


@linux
def test_the_picture_engine_of_an_idle_reader_ends(tmp_path: Path, folder: Path, invoice: Path) -> None:
    code = "import sys; from eyebox_models.engine import main; main.IDLE_SECONDS = 0.2; sys.exit(main.main(['reader']))"
    reader = EngineProcess("reader", tmp_path / "log", [sys.executable, "-c", code])
    try:
        assert read(reader, invoice) == "Invoice 4711 due"
        until = time.monotonic() + 60
        while psutil.Process(reader.pid).children():
            assert time.monotonic() < until
            time.sleep(0.01)
        other = save(text("black", "yellow"), tmp_path / "other.png")
        assert read(reader, other) == "Invoice 4711 due"
    finally:
        reader.close()


@linux
def test_what_a_killed_reader_leaves_goes_with_the_next_start(
    folder: Path,
    pictures: PictureEngine,
    reader: EngineProcess,
    invoice: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read(reader, invoice)
    killed = psutil.Process(reader.pid)
    (child,) = killed.children(recursive=True)
    (left,) = folder.iterdir()
    reader.kill()
    wait_for_end(child)
    wait_for_end(killed)
    wait_for_lock(left)
    assert left.exists()
    monkeypatch.setattr(decoding, "_OLD", -1.0)
    assert pictures.measure(invoice).width == 420
    assert not left.exists()
    other = PictureEngine()
    assert other.measure(invoice).width == 420
    assert len(list(folder.iterdir())) == 2, "the folder of one that runs stays"
    other.close()


def test_facts_pixels_and_refusals_come_from_the_picture_engine(
    folder: Path, pictures: PictureEngine, invoice: Path
) -> None:
    pictures.decode_ahead(invoice)
    pixels = pictures.decode(invoice)
    assert (pixels.width, pixels.height, len(pixels.levels)) == (420, 90, 1)
    assert Path(pixels.file).stat().st_size == 420 * 90 * 4
    invoice.write_bytes(invoice.read_bytes()[:300])
    with pytest.raises(EyeboxError, match=r"“invoice\.png” is damaged"):
        pictures.decode(invoice)
    pictures.rest()
    with pytest.raises(EyeboxError, match="does not exist"):
        pictures.measure(invoice.with_name("nowhere.png"))


def test_what_was_decoded_ahead_is_not_taken_for_another_file(
    folder: Path, pictures: PictureEngine, invoice: Path, tmp_path: Path
) -> None:
    pictures.decode_ahead(invoice)
    other = save(Image.new("RGB", (30, 20)), tmp_path / "other.png")
    assert pictures.decode(other).width == 30
    assert len(list(folder.glob("*/*.pixels"))) == 1


def test_a_stop_does_not_wait_for_a_decoder(
    pictures: PictureEngine, invoice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EngineProcess, "run", _never_done)
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(Stopped):
        pictures.decode(invoice, stop)


def test_a_stop_of_what_waits_leaves_what_is_decoded_for_another(
    pictures: PictureEngine, invoice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, stop, kills = threading.Event(), threading.Event(), []
    pixels = Pixels("", "", 4, 2, ())
    monkeypatch.setattr(
        EngineProcess, "run", lambda *_request: End((done.wait(9) and "done") or "", "", "", pixels)
    )
    monkeypatch.setattr(EngineProcess, "kill", lambda engine: kills.append(engine))
    pictures.decode_ahead(invoice)
    stop.set()
    with pytest.raises(Stopped):
        pictures.measure(invoice, stop)
    done.set()
    assert pictures.decode(invoice) is pixels and not kills


def _never_done(engine: EngineProcess, *_request: object) -> End:
    engine.start()
    while engine.alive:
        time.sleep(0.01)
    return End("stopped")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs POSIX")
def test_folders_of_others_are_left_alone(
    folder: Path, pictures: PictureEngine, invoice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = folder / "eyebox-pictures-other"
    left.mkdir()
    monkeypatch.setattr(decoding, "_OLD", -1.0)
    monkeypatch.setattr(os, "getuid", lambda: left.stat().st_uid + 1)
    pictures.measure(invoice)
    assert left.exists()
