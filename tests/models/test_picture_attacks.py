"""Pictures that attack: they start no program, and what would take all memory is refused or told as that."""

from __future__ import annotations

import io
import os
import resource
import struct
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import EpsImagePlugin, Image

from bad_pictures import EPS, jp2, png, tiff
from drawing import gradient, save
from engines import HELLO, engine_of
from eyebox_models import picture
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import Decode

linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited like this on Linux only")
NEVER = threading.Event()


def iptc(data: bytes) -> bytes:
    """A picture of IPTC, which opens what lies inside it in any format it has."""

    def field(record: int, number: int, value: bytes) -> bytes:
        return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value

    head = [(20, b"\0\x09"), (30, b"\0\x09"), (60, b"\1\0"), (120, b"\5")]
    return b"".join(field(3, number, value) for number, value in head) + field(8, 10, data)


OF_PROGRAMS = {
    "EPS": EPS,
    "EPS with a preview": struct.pack("<IIIIIIIH", 0xC6D3D0C5, 32, len(EPS), 0, 0, 0, 0, 0xFFFF)
    + bytes(2)
    + EPS,
    "EPS inside IPTC": iptc(EPS),
    "WMF": b"\xd7\xcd\xc6\x9a" + bytes(300),
}
WAYS: dict[str, Callable[[Path], object]] = {
    "decode": lambda path: picture.decode(path, path.parent, lambda _event: None, NEVER),
    "thumbnail": lambda path: picture.thumbnail(path, path.with_name("small.png"), 64),
    "crops": lambda path: picture.crops(path, path.parent, [(1, 1, 9, 9)], 64, 0.2, 0, NEVER),
    "measure": lambda path: picture.measure(path, NEVER),
    "read": picture.open_array,
    "original model": lambda path: picture.open_array(path, plain=True),
}


@pytest.fixture
def ghostscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a Ghostscript in the search path writes when somebody starts it."""
    started = tmp_path / "started"
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "gs"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{started}"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setattr(EpsImagePlugin, "gs_binary", None)
    return started


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("way", WAYS)
def test_no_program_is_started_for_a_picture(tmp_path: Path, ghostscript: Path, way: str) -> None:
    for kind, data in OF_PROGRAMS.items():
        for suffix in (".png", ".jpg", ".tif", ".eps", ""):
            path = tmp_path / f"picture{suffix}"
            path.write_bytes(data)
            with pytest.raises(EyeboxError, match="not a picture that can be opened"):
                WAYS[way](path)
            assert not ghostscript.exists(), kind


def test_formats_that_only_decode_still_open(tmp_path: Path) -> None:
    for kind in (
        "BMP",
        "DDS",
        "GIF",
        "ICO",
        "JPEG2000",
        "PCX",
        "PNG",
        "PPM",
        "SGI",
        "TGA",
        "TIFF",
        "WEBP",
        "AVIF",
    ):
        file = tmp_path / f"a.{kind}"
        gradient(32, 32).save(file, kind)
        assert picture.measure(file, NEVER).width == 32, kind


BEYOND = {
    "3,000 bands": (".tif", lambda: tiff(300, 300, 3000), "has 3,000 channels"),
    "5,000 bands": (".tif", lambda: tiff(300, 300, 5000), "has 5,000 channels"),
    "JP2 of 22,000²": (".jp2", lambda: jp2(22_000, 22_000), "GB of memory"),
    "interlaced PNG of 22,000²": (".png", lambda: deep_png(22_000), "GB of memory"),
}


def deep_png(side: int) -> bytes:
    """The header of an interlaced PNG with 16 bits in each of four channels."""
    data = bytearray(png(side, side, b"", colour=6, interlaced=True))
    data[24] = 16
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    made = EngineProcess("picture", tmp_path / "log")
    yield made
    made.close()


def allow(engine: EngineProcess, megabytes: int, folder: Path) -> None:
    """Lets a picture engine have so much more private memory than it has, whatever it wants for itself."""
    small = folder / "small"
    small.mkdir()
    assert decoded(engine, save(gradient(30, 20), small / "a.png")).outcome == "done"  # all is imported
    assert engine.pid is not None
    status = Path(f"/proc/{engine.pid}/status").read_text()
    now = next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmData:"))
    most = now + megabytes * 1_000_000
    resource.prlimit(engine.pid, resource.RLIMIT_DATA, (most, most))  # type: ignore[attr-defined]


def decoded(engine: EngineProcess, path: Path) -> End:
    return engine.run("1", Decode(str(path), str(path.parent)), lambda _event: None)


@linux
@pytest.mark.parametrize("what", BEYOND)
def test_what_would_take_all_memory_is_refused_by_its_header(
    tmp_path: Path, engine: EngineProcess, what: str
) -> None:
    suffix, data, said = BEYOND[what]
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(data())
    allow(engine, 250, tmp_path)
    end = decoded(engine, path)
    assert end.outcome == "failed" and said in end.message and "bomb" in end.message
    assert engine.alive


def test_half_of_the_free_memory_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(Image.new("RGB", (6000, 5000)), tmp_path / "a.bmp")
    monkeypatch.setattr("eyebox_models.picture.memory.memory", lambda: (8_000_000_000, 200_000_000))
    for way in ("decode", "thumbnail", "read"):
        with pytest.raises(EyeboxError, match=r"“a\.bmp” needs 0\.1 GB of memory .*close other programs"):
            WAYS[way](path)
    monkeypatch.setattr("eyebox_models.picture.memory.memory", lambda: (8_000_000_000, 300_000_000))
    WAYS["thumbnail"](path)


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        (".jpg", {"progressive": True, "subsampling": 0}),
        (".jpg", {}),
        (".png", {}),
        (".tif", {"compression": "tiff_lzw"}),
        (".bmp", {}),
    ],
)
def test_two_hundred_megapixels_need_less_than_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, options: dict[str, object]
) -> None:
    """By the rule for a small one: what is held grows with the pixels."""
    from eyebox_models.picture import memory, refusal

    held: list[int] = []
    monkeypatch.setattr(refusal, "check_memory", lambda _path, bytes_held: held.append(bytes_held))
    picture.measure(save(gradient(400, 300), tmp_path / f"a{suffix}", **options), NEVER)
    assert 0 < held[0] * 200_000_000 / (400 * 300) < memory.MOST


@linux
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.bmp", lambda path: Image.new("RGB", (9000, 9000)).save(path)),
        ("a.png", lambda path: path.write_bytes(png(9000, 9000, bytes(9000 * 27_000), interlaced=True))),
        ("a.jpg", lambda path: Image.new("RGB", (9000, 9000)).save(path, progressive=True, subsampling=0)),
        ("a.gif", lambda path: Image.new("P", (9000, 9000)).save(path)),
    ],
)
def test_too_little_memory_is_never_called_damage(
    tmp_path: Path, engine: EngineProcess, name: str, write: Callable[[Path], object]
) -> None:
    path = tmp_path / name
    write(path)
    allow(engine, 100, tmp_path)
    end = decoded(engine, path)
    assert end.outcome == "failed" and "not enough memory to open" in end.message, end
    assert not list(tmp_path.glob("*.pixels")) or not engine.alive


@linux
def test_a_picture_engine_has_a_limit(tmp_path: Path, engine: EngineProcess) -> None:
    assert decoded(engine, save(gradient(30, 20), tmp_path / "a.png")).outcome == "done"
    assert engine.pid is not None
    soft, _hard = resource.prlimit(engine.pid, resource.RLIMIT_DATA)  # type: ignore[attr-defined]
    assert 0 < soft < 4_000_000_000


def test_a_picture_inside_an_icon_is_no_larger_than_icons_are(tmp_path: Path) -> None:
    inner = png(20_000, 20_000, b"")
    head = struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(inner), 22)
    (tmp_path / "a.ico").write_bytes(head + inner)
    with pytest.raises(EyeboxError):
        WAYS["thumbnail"](tmp_path / "a.ico")
    buffer = io.BytesIO()
    gradient(256, 256).save(buffer, "PNG")
    (tmp_path / "b.ico").write_bytes(
        struct.pack("<HHH", 0, 1, 1)
        + struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(buffer.getvalue()), 22)
        + buffer.getvalue()
    )
    WAYS["thumbnail"](tmp_path / "b.ico")


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal of POSIX")
@pytest.mark.parametrize(
    ("last_words", "end"),
    [
        ("GLib-ERROR **: failed to allocate 500000000 bytes", "os.kill(os.getpid(), 5)"),
        ("terminate called after throwing an instance of 'std::bad_alloc'", "os.abort()"),
        ("", "os.abort()"),
    ],
)
def test_a_library_that_gives_up_for_want_of_memory_is_reported_as_that(
    tmp_path: Path, last_words: str, end: str
) -> None:
    lines = f"say({HELLO!r}); sys.stdin.readline(); print({last_words!r}, file=sys.stderr, flush=True); {end}"
    engine = EngineProcess("picture", tmp_path / "log", engine_of(lines))
    ended = decoded(engine, tmp_path / "a.png")
    engine.close()
    assert ended.outcome == "failed" and "not enough memory to open this picture" in ended.message
