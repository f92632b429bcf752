"""Boxes of an answer about a video: on the frames that a model sees as one, by number or by time."""

from __future__ import annotations

import pytest

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import THOUSANDTHS, named_time
from eyebox_models.protocol.events import BoxFound, ImageInfo
from eyebox_models.protocol.video import VideoFacts

PAIRS = [
    ImageInfo(0, 100, 100, (112, 112)),
    *(ImageInfo(n, 200, 100, (224, 112), 32, (n, n + 1), (n - 1.0, n - 0.5)) for n in (1, 3)),
    ImageInfo(5, 200, 100, (224, 112), 32, (5,), (4.0,)),
]
BOX = '"bbox_2d": [0, 0, 500, 500]'


def images(text: str) -> list[int]:
    reader = reader_for(0, PAIRS, THOUSANDTHS)
    found = [event for event in (*reader.feed(text), *reader.finish()) if isinstance(event, BoxFound)]
    assert found == reader.boxes
    assert len({event.box.id for event in found}) == len(found)
    assert all(event.box.xyxy[2:] == (100 if event.image else 50, 50) for event in found)
    return [event.image for event in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{%s, "label": "car"}]', [5]),
        ('Picture 1: [{%s, "label": "car"}]', [0]),
        ('Frame 3 shows [{%s, "label": "car"}]', [1, 2]),
        ('At 2.4 seconds: [{%s, "label": "car"}]', [3, 4]),
        ('[{"time": 0.1, %s, "label": "car"}]', [1, 2]),
        ('[{"timestamp": "2.5", %s, "label": "car"}]', [3, 4]),
        ('第2帧：[{%s, "label": "车"}]', [1, 2]),
        ('在3.9秒 [{%s, "label": "车"}]', [5]),
    ],
)
def test_a_box_is_on_all_frames_of_its_step(text: str, expected: list[int]) -> None:
    assert images(text % BOX) == expected


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 0:03", 3.0),
        ("from 1s to 2.5 s", 2.5),
        ("1:02.5", 62.5),
        ("<0.3 seconds>", 0.3),
        ("3 cars", None),
        ("1:02:05", 3725.0),
    ],
)
def test_times_in_a_text(text: str, time: float | None) -> None:
    assert named_time(text) == time


def test_the_time_between_frames_is_that_of_the_video_where_they_are_spread_over_it() -> None:
    pytest.importorskip("numpy")
    from eyebox_models.vision.videos import exact, spacing

    video = VideoFacts("a.mp4", 1, 1, 29.97, 300, 10.01)
    assert exact(0.033, video) == 1 / 29.97
    assert exact(0.02, video) == 0.02
    assert spacing([n * 10 / 29.97 for n in range(30)], video) == pytest.approx(300 / 29.97 / 30)
    assert spacing([1.0, 1.5, 2.5], video) == 0.75
    assert spacing([4.0], video) == 1 / 29.97
