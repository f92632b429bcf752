"""The statistics of a session's boxes, against figures worked out by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest

from eyebox.formats.statistics_report import as_csv, as_markdown
from eyebox.session.statistics import BoxCounts, Statistics, count
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.protocol.box import Box
from session_samples import create_session


def square(label: str, side: float) -> Box:
    return Box(label, 10, 10, 10 + side, 10 + side)


@pytest.fixture
def statistics() -> Iterator[Statistics]:
    with Store.in_memory() as store:
        session = create_session(store, "Kitchen").id
        other = create_session(store, "Other").id
        small, large = (400, 300), (4000, 3000)
        pictures = [
            (session, small, [square("cup", 31), square("cup", 32), square("=plate", 96)]),
            (session, large, [square("cup", 200)]),
            (session, large, []),
            (other, large, [square("fork", 10)]),
        ]
        for n, (of, (width, height), boxes) in enumerate(pictures):
            record = PictureRecord(f"p{n}", of, f"/p{n}", f"p{n}", width=width, height=height, position=n)
            store.add_pictures(of, [PictureContent(record, tuple(boxes))])
        removed = PictureRecord("gone", session, "/gone", "gone", width=10, height=10, position=9)
        store.add_pictures(session, [PictureContent(removed, (square("cup", 5),))])
        store.remove_picture("gone")
        yield count(store, session)


def test_by_label_and_size(statistics: Statistics) -> None:
    cup, plate = statistics.labels
    assert cup == BoxCounts("cup", 3, 2, 1, 1, 1, pytest.approx(263 / 3), pytest.approx(263 / 3))
    assert plate == BoxCounts("=plate", 1, 1, 0, 0, 1, 96, 96)
    assert statistics.all.boxes == 4 and statistics.all.pictures == 3
    assert [(one.name, one.boxes, one.pictures) for one in statistics.sizes] == [
        ("0.3", 3, 1),
        ("16.0", 1, 2),
    ]
    assert (statistics.without_boxes, statistics.mean, statistics.median, statistics.most) == (1, 4 / 3, 1, 3)


def test_written(statistics: Statistics) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(statistics).removeprefix("\ufeff"))))
    assert rows[1] == ["all", "*", "4", "3", "1", "1", "2", "89.8", "89.8"]
    assert rows[3][:3] == ["label", "'=plate", "1"]
    assert rows[4][:4] == ["megapixels", "up to 0.3", "3", "1"]
    text = as_markdown(statistics, "Kitchen")
    assert "- Pictures: 3, without boxes: 1" in text and "| cup | 3 | 2 | 1 | 1 | 1 |" in text


def test_an_empty_session() -> None:
    with Store.in_memory() as store:
        found = count(store, create_session(store, "Empty").id)
    assert (found.all.boxes, found.labels, found.sizes, found.most) == (0, [], [], 0)
    assert as_markdown(found, "Empty") and as_csv(found)
