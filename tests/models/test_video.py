"""Videos in the picture engine: exact frames by their times, which are chosen, and what is wrong in a sentence each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

pytest.importorskip("cv2")

import numpy as np

from clips import CODECS, decoded, frame, write_clip, write_matroska
from eyebox_models.files.document_page import Moment, frame_path, moment_of, name_of, split_page, stem_of
from eyebox_models.files.regular_file import sha256_of
from eyebox_models.picture import measure
from eyebox_models.picture.source import open_source
from eyebox_models.picture.video import FrameRows, is_video, opened, video_facts
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.video import VideoFacts

GO = Event()


def brightness(path: str, time: float) -> int:
    """Of a frame, in a corner where nothing wanders."""
    rows = FrameRows(Path(frame_path(path, time)))
    return int(rows.rows(90, 10, 5, 10).mean().round())


def facts(path: str | Path, **choice: object) -> VideoFacts:
    return video_facts(path, GO, **choice)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "file", "moment"),
    [
        ("/a/clip.mp4#t=3.2", "/a/clip.mp4", 3.2),
        ("/a/clip.mp4#t=0", "/a/clip.mp4", 0.0),
        ("/a/clip.mp4#t=12.034", "/a/clip.mp4", 12.034),
        ("/a/clip.mp4#t=3.20", "/a/clip.mp4#t=3.20", None),
        ("/a/clip.mp4#t=-1", "/a/clip.mp4#t=-1", None),
        ("/a/clip.mp4#t=1e3", "/a/clip.mp4#t=1e3", None),
        ("/a/clip.mp4#t=3.2004", "/a/clip.mp4#t=3.2004", None),
    ],
)
def test_a_frame_is_named_by_its_time_in_one_way_only(path: str, file: str, moment: float | None) -> None:
    assert split_page(path) == (file, moment)
    assert moment_of(path) == moment
    if moment is not None:
        assert frame_path(file, moment) == path


def test_names_of_frames() -> None:
    assert name_of("/a/clip.mp4#t=3.2") == "clip.mp4 · 0:03.2"
    assert name_of("/a/clip.mp4#t=3723") == "clip.mp4 · 1:02:03"
    assert stem_of("/a/clip.mp4#t=3.2") == "clip-3200ms"
    assert str(Moment(1 / 3)) == "0.333"


@pytest.mark.parametrize("ending", CODECS)
def test_each_frame_is_the_one_that_is_decoded_from_front_to_back(tmp_path: Path, ending: str) -> None:
    path = write_clip(tmp_path / f"a clip 视频{ending}", 24)
    known = facts(path)
    assert is_video(path) and (known.width, known.height, known.rate, known.frames) == (160, 120, 10.0, 24)
    whole = decoded(path)
    for number in (0, 23, 7, 13, 12):
        rows = FrameRows(Path(frame_path(path, number / 10)))
        assert np.array_equal(rows.rows(0, 120, 0, 160), whole[number])
    assert brightness(path, 1.25) == brightness(path, 1.2)


def test_a_frame_is_a_picture_like_others(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", 10)
    one, other = frame_path(path, 0.3), frame_path(path, 0.4)
    source = open_source(Path(one))
    pixels = np.concatenate([strip.pixels for strip in source.strips()])
    assert (source.width, source.height, pixels.shape) == (160, 120, (120, 160))
    assert {sha256_of(path), sha256_of(one), sha256_of(other)} == {
        facts.sha256 for facts in (measure(path, GO), measure(one, GO), measure(other, GO))
    }
    assert len({sha256_of(path), sha256_of(one), sha256_of(other)}) == 3


def test_frames_are_spread_over_the_time(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.avi", 40)
    assert facts(path).times == (0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5)
    assert facts(path, count=4).times == (0, 1, 2, 3)
    assert facts(path, rate=1.0).times == (0, 1, 2, 3)
    assert facts(path, times=(3.2, 0.1, 3.2)).times == (0.1, 3.2)
    assert len(facts(path, count=500).times) == 40


def test_frames_where_the_picture_changes(tmp_path: Path) -> None:
    scenes = [(200, 30, 30)] * 11 + [(30, 200, 30)] * 12 + [(30, 30, 200)] * 7
    path = write_clip(tmp_path / "clip.mp4", (np.full((120, 160, 3), color, np.uint8) for color in scenes))
    assert facts(path, count=3, scenes=True).times == (0, 1.1, 2.3)


def test_a_rate_that_varies(tmp_path: Path) -> None:
    times = (0, 40, 80, 5000, 5040, 9000)
    path = write_matroska(tmp_path / "a.mkv", [(t, frame(5 * n)) for n, t in enumerate(times)], duration=9100)
    seen = {time: brightness(path, time) // 20 for time in (0.0, 0.04, 0.08, 3.0, 5.0, 5.02, 5.04, 8.9, 9.0)}
    assert list(seen.values()) == [0, 1, 2, 2, 3, 3, 4, 4, 5]


def test_ten_hours_are_sought_not_read(tmp_path: Path) -> None:
    path = write_matroska(
        tmp_path / "a.mkv", [(t, frame(t // 1_000_000)) for t in (0, 18_000_000, 35_999_000)], duration=36e6
    )
    known = facts(path, count=4)
    assert known.seconds == 36_000 and not known.is_cut and known.times == (0, 9000, 18000, 27000)
    assert [brightness(path, time) for time in (0.0, 17_999.0, 18_000.0, 35_999.0)] == [0, 0, 72, 140]


@pytest.mark.parametrize("duration", [None, 36e6, float("nan"), -5.0, 1e300])
def test_what_a_header_says_of_the_length_is_proved(tmp_path: Path, duration: float | None) -> None:
    path = write_matroska(tmp_path / "a.mkv", [(n * 100, frame(n)) for n in range(30)], duration=duration)
    known = facts(path)
    assert (known.frames, known.seconds) == (30, 3.0)
    assert known.is_cut == (duration == 36e6)
    assert brightness(path, 2.9) == 116


def test_a_size_that_changes_is_that_of_the_first_frame(tmp_path: Path) -> None:
    mixed = [(n * 100, frame(n, *((160, 120) if n < 5 else (320, 240)))) for n in range(10)]
    path = write_matroska(tmp_path / "a.mkv", mixed, size=(2**31 - 1, 2**31 - 1), duration=1000)
    sizes = {
        (rows.width, rows.height)
        for t in (0, 0.4, 0.5, 0.9)
        if (rows := FrameRows(Path(frame_path(path, t))))
    }
    assert sizes == {(160, 120)}


@pytest.mark.parametrize("ending", [".avi", ".webm", ".mkv"])
def test_one_that_is_cut_says_where(tmp_path: Path, ending: str) -> None:
    whole = Path(write_clip(tmp_path / f"whole{ending}", 40)).read_bytes()
    cut = tmp_path / f"cut{ending}"
    cut.write_bytes(whole[: len(whole) // 2])
    known = facts(cut)
    assert known.is_cut and 1 < known.seconds < 3 and known.times[-1] < known.seconds
    assert brightness(str(cut), known.times[-1]) > 0
    with pytest.raises(EyeboxError, match=r"has no frame at 3\.9 s; it ends at [12]\.\d s"):
        FrameRows(Path(frame_path(cut, 3.9)))


def _no_video(path: Path) -> None:
    path.write_bytes(b"#EXTM3U\n#EXT-X-TARGETDURATION:10\nhttp://127.0.0.1:9/a.ts\n")


def _junk(path: Path) -> None:
    path.write_bytes(b"\0\0\0\x20ftypisom" + bytes(range(256)) * 20)


def _sound(path: Path) -> None:
    """Its only track is said to be a sound."""
    film = Path(write_matroska(path.with_suffix(".mkv"), [(0, frame(0))]))
    kind = b"\x83\x01" + bytes(6) + b"\x01"
    film.write_bytes(film.read_bytes().replace(kind + b"\x01", kind + b"\x02"))


def _without_end(path: Path) -> None:
    whole = Path(write_clip(path, 20)).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: write_clip(path.with_suffix(".avi"), 0), "has no frames that can be decoded"),
        (lambda path: write_clip(path, 0), "holds no video that can be opened"),
        (_no_video, "is not a video that can be opened"),
        (_junk, "it is cut off, damaged, or sound alone"),
        (_without_end, "holds no video that can be opened"),
        (_sound, "holds no video that can be opened"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda _path: None, "does not exist"),
    ],
)
def test_what_is_no_video_is_said_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "clip.mp4"
    make(path)
    file = next(iter(tmp_path.iterdir()), path)
    with pytest.raises(EyeboxError, match=said) as caught:
        facts(file)
    assert "\n" not in str(caught.value)


def test_pictures_have_no_frames(tmp_path: Path) -> None:
    from PIL import Image

    for name in ("a.tif", "a.png"):
        Image.new("RGB", (8, 8)).save(tmp_path / name)
        with pytest.raises(EyeboxError, match="is not a video, so it has no frames"):
            open_source(Path(frame_path(tmp_path / name, 1)))


def test_a_time_after_the_end_has_no_frame(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", 10)
    with pytest.raises(EyeboxError, match=r"has no frame at 9 s; it ends at 1 s"):
        facts(path, times=(0.0, 9.0))
    with pytest.raises(EyeboxError, match="has no frame at 9 s"):
        FrameRows(Path(frame_path(path, 9)))


@pytest.mark.parametrize("ending", [".mp4", ".avi"])
def test_a_video_of_one_frame_has_that(tmp_path, ending):
    clip = write_clip(tmp_path / f"one{ending}", 1)
    facts = video_facts(clip, Event())
    assert (facts.frames, facts.times, facts.is_cut) == (1, (0.0,), False)
    with opened(clip) as video:
        assert [video.frame(Moment(0)).shape for _ in range(2)] == [(120, 160, 3)] * 2
