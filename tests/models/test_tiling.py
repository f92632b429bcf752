"""Large pictures looked at in overlapping parts."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageDraw

import mark_finder
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Answer, BoxFound, PartLooked
from eyebox_models.tiling.answer import answer
from eyebox_models.tiling.grid import MOST, OVERLAP, grid, shrunk_by
from eyebox_models.tiling.seams import Seen, joined
from eyebox_models.tiling.words import words_of

FIND = "Find all marks and give the box of each."


@pytest.mark.parametrize("most", [2, 7, 64, 400])
@pytest.mark.parametrize("size", [(20_000, 20_000), (50_000, 900), (10, 50_000), (4000, 3000), (1, 1)])
def test_parts_cover_the_picture_and_overlap(size: tuple[int, int], most: int) -> None:
    width, height = size
    cut = grid(width, height, 1_000_000, most)
    assert len(cut.parts) == cut.columns * cut.rows <= most
    assert min(part[0] for part in cut.parts) == min(part[1] for part in cut.parts) == 0
    assert max(part[2] for part in cut.parts) == width
    assert max(part[3] for part in cut.parts) == height
    for x1, y1, x2, y2 in cut.parts:
        right = [part for part in cut.parts if part[1] == y1 and part[0] > x1]
        if right:
            assert x2 - min(part[0] for part in right) >= OVERLAP * (x2 - x1) - 2
        below = [part for part in cut.parts if part[0] == x1 and part[1] > y1]
        if below:
            assert y2 - min(part[1] for part in below) >= OVERLAP * (y2 - y1) - 2


def test_no_more_parts_than_there_may_be() -> None:
    assert len(grid(500_000, 1000, 100_000, 10_000).parts) <= MOST


def test_how_many_times_smaller() -> None:
    assert shrunk_by(4000, 4000, (1000, 1000)) == 4
    assert shrunk_by(100, 100, (200, 200)) == 1


def seen(label: str, *corners: float, part: int | None = 0) -> Seen:
    return Seen(Box(label, *corners), None if part is None else CUT.parts[part])


CUT = grid(1850, 1000, 1_000_000, 64)
"""Two parts, 0 to 1000 and 850 to 1850."""


@pytest.mark.parametrize(
    "found, expected",
    [
        pytest.param([("a", 10, 10, 60, 60, 0), ("a", 900, 10, 950, 60, 1)], 2, id="two things"),
        pytest.param([("a", 900, 10, 950, 60, 0), ("A ", 901, 11, 949, 60, 1)], 1, id="seen by both"),
        pytest.param([("a", 900, 10, 950, 60, 0), ("b", 901, 11, 949, 60, 1)], 2, id="other labels"),
        pytest.param([("a", 870, 10, 900, 60, 0), ("a", 905, 10, 940, 60, 1)], 2, id="neighbours"),
        pytest.param([("a", 900, 10, 1000, 60, 0), ("a", 850, 10, 1200, 60, 1)], 1, id="cut by both seams"),
    ],
)
def test_one_thing_is_one_box(
    found: list[tuple[str, float, float, float, float, int]], expected: int
) -> None:
    boxes = joined([seen(label, *corners, part=part) for label, *corners, part in found], CUT)
    assert len(boxes) == expected
    again = joined([seen(label, *corners, part=part) for label, *corners, part in reversed(found)], CUT)
    assert sorted(one.box.xyxy for one in again) == sorted(one.box.xyxy for one in boxes)


def test_of_a_cut_and_a_whole_box_the_whole_one_stays() -> None:
    whole = seen("a", 980, 10, 1100, 60, part=1)
    (one,) = joined([seen("a", 980, 10, 1000, 60, part=0), whole], CUT)
    assert one.box.xyxy == whole.box.xyxy


def test_what_both_seams_cut_becomes_the_box_around() -> None:
    (one,) = joined([seen("a", 300, 10, 1000, 60, part=0), seen("a", 850, 10, 1500, 60, part=1)], CUT)
    assert one.box.xyxy == (300, 10, 1500, 60)


def test_a_thing_larger_than_parts_comes_from_the_whole_picture() -> None:
    pieces = [seen("wall", 850, 0, 1850, 900, part=1), seen("wall", 0, 0, 1000, 300, part=0)]
    boxes = joined([seen("wall", 0, 0, 1850, 1000, part=None), *pieces], CUT)
    assert [one.box.xyxy for one in boxes] in ([(0, 0, 1850, 1000)], [(0, 0, 1850, 900)])


def test_what_parts_saw_better_is_not_taken_from_the_whole_picture() -> None:
    small = seen("a", 300, 300, 320, 320, part=0)
    assert joined([seen("a", 296, 297, 326, 330, part=None), small], CUT) == [small]
    alone = seen("a", 600, 300, 620, 320, part=None)
    assert joined([alone, small], CUT) == [small, alone]


@pytest.fixture
def the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, dict[str, tuple[int, int]]]:
    monkeypatch.setattr(decoder, "_chosen", [PICTURES])
    picture = Image.new("RGB", (4800, 3600), "white")
    pen = ImageDraw.Draw(picture)
    places = {
        name: (37 + 469 * (at % 10), 41 + 890 * (at // 10)) for at, name in enumerate(mark_finder.COLOURS)
    }
    for name, (x, y) in places.items():
        pen.ellipse((x, y, x + 39, y + 39), fill=mark_finder.COLOURS[name])
    file = tmp_path / "map.png"
    picture.save(file, compress_level=1)
    return file, places


def asked(file: Path, question: str = FIND, parts: int = 64, **options: int) -> Ask:
    message = Message("user", (Picture(str(file)), question))
    return Ask((message,), options=Options(parts=parts, max_pixels=300_000, **options))


def test_marks_too_small_in_the_whole_picture_are_found(
    the_map: tuple[Path, dict[str, tuple[int, int]]],
) -> None:
    file, places = the_map
    whole = answer(mark_finder.Finder(), asked(file, parts=0), lambda _event: None, Event())
    assert whole.boxes == () and whole.suggest_parts
    events: list[object] = []
    model = mark_finder.Finder()
    made = answer(model, asked(file), events.append, Event())
    assert {found.box.label: found.box.xyxy[:2] for found in made.boxes} == {
        name: pytest.approx(place, abs=2) for name, place in places.items()
    }
    assert len(made.boxes) == len(places)
    assert all(made.text[found.start : found.end] == found.box.label for found in made.boxes)
    assert model.asked[0] is None and None not in model.asked[1:]
    first, *others = [event for event in events if isinstance(event, PartLooked)]
    assert first.index == -1 and len(first.parts) == len(model.asked) - 1
    assert sorted(event.index for event in others) == [*range(len(first.parts))]
    assert len([event for event in events if isinstance(event, BoxFound)]) == len(places)
    assert not made.suggest_parts and "overlapping parts" in made.notes[-1]


def test_a_picture_that_is_seen_well_is_not_cut(the_map: tuple[Path, dict[str, tuple[int, int]]]) -> None:
    file, _places = the_map
    model = mark_finder.Finder()
    small = Picture(str(file), part=(0, 0, 600, 500))
    ask = Ask((Message("user", (small, FIND)),), options=Options(parts=64, max_pixels=300_000))
    answer(model, ask, lambda _event: None, Event())
    assert model.asked == [(0, 0, 600, 500)]


def test_parts_of_a_part_lie_where_they_are(the_map: tuple[Path, dict[str, tuple[int, int]]]) -> None:
    file, places = the_map
    part = Picture(str(file), part=(400, 800, 4800, 3600))
    ask = Ask((Message("user", (part, FIND)),), options=Options(parts=64, max_pixels=300_000))
    made = answer(mark_finder.Finder(), ask, lambda _event: None, Event())
    for found in made.boxes:
        x, y = places[found.box.label]
        assert found.box.xyxy[:2] == pytest.approx((x - 400, y - 800), abs=2)
    assert len(made.boxes) == 27


class Talker(mark_finder.Finder):
    """Answers in words about a part, and stops or fails at some of them."""

    def __init__(self, fails: tuple[int, ...] = (), stop: tuple[int, Event] | None = None) -> None:
        super().__init__()
        self._fails = fails
        self._stop = stop

    def answer(self, ask: Ask, emit: object, stop: Event) -> Answer:
        number = len(self.asked)
        self.asked.append(ask.shown[-1].part)
        if self._stop and number == self._stop[0]:
            self._stop[1].set()
            raise Stopped
        if number in self._fails:
            raise EyeboxError("test-fault", "It can't be looked at.")
        return Answer(0, "A lighthouse." if number == 2 else "None.")


def test_what_is_said_of_a_part_stands_with_where_it_is(
    the_map: tuple[Path, dict[str, tuple[int, int]]],
) -> None:
    made = answer(Talker(), asked(the_map[0], "Is there a lighthouse?"), lambda _event: None, Event())
    assert made.text == "2 (top): A lighthouse." or made.text.endswith("): A lighthouse.")
    nothing = answer(Talker(), asked(the_map[0], "Is it night?", parts=1), lambda _event: None, Event())
    assert nothing.text == "None."


def test_parts_that_fail_are_said_and_a_stop_keeps_what_came(
    the_map: tuple[Path, dict[str, tuple[int, int]]],
) -> None:
    made = answer(Talker(fails=(1, 3)), asked(the_map[0], "A lighthouse?"), lambda _event: None, Event())
    assert "A lighthouse." in made.text and "2 of them could not" in made.notes[-1]
    with pytest.raises(EyeboxError, match="can't be looked at"):
        answer(
            Talker(fails=tuple(range(99))), asked(the_map[0], "A lighthouse?"), lambda _event: None, Event()
        )
    stop = Event()
    made = answer(Talker(stop=(4, stop)), asked(the_map[0], "A lighthouse?"), lambda _event: None, stop)
    assert "A lighthouse." in made.text and "stopped" in made.notes[-1]
    stop = Event()
    with pytest.raises(Stopped):
        answer(Talker(stop=(0, stop)), asked(the_map[0], "A lighthouse?"), lambda _event: None, stop)


def test_where_a_part_is_is_said_in_the_language_of_the_program() -> None:
    assert words_of("en").where(0.1, 0.1) == "top left"
    assert words_of("zh_CN").where(0.9, 0.5) == "右侧"
    assert words_of("de").where(0.5, 0.5) == "Mitte"
    assert words_of("ja").where(0.5, 0.9) == "下"
