from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxes import make_box
from eyebox.canvas.hit import Grid, Handle, Hit, contains, hit, moved, resized, shape_of, within
from eyebox_models.protocol.box import Box

SIZE = (800, 600)


def grid(*boxes: Box) -> Grid:
    return Grid(boxes, *SIZE)


def found(at: Hit | None) -> tuple[str, str, Handle | None] | None:
    return (at.box.id, at.part, at.handle) if at else None


BIG = make_box("big", 100, 100, 400, 300)
SMALL = make_box("small", 200, 200, 50, 50)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (150, 150, ("big", "body", None)),
        (225, 225, ("small", "body", None)),
        (100, 180, ("big", "edge", None)),
        (104, 180, ("big", "edge", None)),
        (200, 220, ("small", "edge", None)),
        (20, 20, None),
        (94, 180, None),
    ],
)
def test_passes_without_a_selected_box(x: float, y: float, expected: object) -> None:
    assert found(hit(grid(BIG, SMALL), x, y, 1.0)) == expected


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (100, 100, ("big", "handle", Handle.TOP_LEFT)),
        (300, 403, ("big", "handle", Handle.BOTTOM)),
        (500, 330, ("big", "edge", Handle.RIGHT)),
        (225, 225, ("small", "body", None)),
    ],
)
def test_a_selected_box_has_handles(x: float, y: float, expected: object) -> None:
    assert found(hit(grid(BIG, SMALL), x, y, 1.0, [BIG])) == expected


def test_a_label_lies_over_edges_and_bodies_but_not_over_handles() -> None:
    boxes = grid(BIG, SMALL)
    assert found(hit(boxes, 225, 225, 1.0, (), lambda x, y: BIG)) == ("big", "label", None)
    assert found(hit(boxes, 200, 220, 1.0, (), lambda x, y: BIG)) == ("big", "label", None)
    assert found(hit(boxes, 100, 100, 1.0, [BIG], lambda x, y: BIG)) == ("big", "handle", Handle.TOP_LEFT)


def test_reach_is_in_screen_pixels() -> None:
    boxes = grid(BIG)
    assert hit(boxes, 80, 180, 1.0) is None
    assert found(hit(boxes, 80, 180, 0.2)) == ("big", "edge", None)
    assert hit(boxes, 97, 180, 4.0) is None


def test_a_tiny_selected_box_can_still_be_moved() -> None:
    tiny = make_box("tiny", 300, 300, 10, 10)
    assert found(hit(grid(tiny), 304, 304, 1.0, [tiny])) == ("tiny", "edge", None)


def test_of_equal_boxes_the_topmost_is_hit() -> None:
    same = [make_box(name, 50, 50) for name in "abc"]
    assert found(hit(grid(*same), 100, 80, 1.0)) == ("c", "body", None)


def test_leaning_shapes_are_hit_where_they_are() -> None:
    corners = ((50, 0), (100, 50), (50, 100), (0, 50))
    diamond = Box("d", 0, 0, 100, 100, id="d", kind="polygon", points=corners)
    assert contains(diamond, 50, 50)
    assert not contains(diamond, 10, 10)
    assert hit(grid(diamond), 10, 10, 1.0) is None
    assert found(hit(grid(diamond), 25, 25, 1.0)) == ("d", "edge", None)
    dot = Box("p", 30, 30, 30, 30, id="p", kind="point", points=((30, 30),))
    assert found(hit(grid(dot), 34, 30, 1.0)) == ("p", "edge", None)
    circle = Box("c", 0, 0, 100, 100, id="c", kind="circle", points=((50, 50), (100, 50)))
    assert not contains(circle, 4, 4)
    assert contains(circle, 50, 5)
    line = Box("l", 0, 0, 100, 100, id="l", kind="line", points=((0, 0), (100, 100)))
    assert hit(grid(line), 80, 20, 1.0) is None
    assert found(hit(grid(line), 50, 52, 1.0)) == ("l", "edge", None)


def test_four_points_at_the_corners_are_a_rectangle() -> None:
    quad = ((10.0, 10.0), (60.0, 10.4), (60.0, 40.0), (10.0, 40.0))
    assert shape_of(Box("q", 10, 10, 60, 40, points=quad, kind="polygon")) == "rectangle"
    assert shape_of(Box("q", 10, 5, 60, 40, points=((10, 10), (58, 5), (60, 36), (12, 40)))) == "polygon"


@pytest.mark.parametrize("handle", list(Handle))
def test_each_handle_moves_its_own_sides(handle: Handle) -> None:
    box = make_box("a", 200, 200, 100, 50)
    x, y = handle.place(box)
    after = resized(box, handle, x + 7, y - 3, *SIZE)
    x1, y1, x2, y2 = 200.0, 200.0, 300.0, 250.0
    assert after.xyxy == (
        x1 + 7 * (handle.x < 0),
        y1 - 3 * (handle.y < 0),
        x2 + 7 * (handle.x > 0),
        y2 - 3 * (handle.y > 0),
    )


coordinate = st.floats(-2000, 2000)


@given(st.sampled_from(list(Handle)), coordinate, coordinate)
def test_resizing_stays_inside_and_never_collapses(handle: Handle, x: float, y: float) -> None:
    after = resized(make_box("a", 0, 550, 100, 50), handle, x, y, *SIZE)
    assert 0 <= after.x1 < after.x2 <= SIZE[0]
    assert 0 <= after.y1 < after.y2 <= SIZE[1]
    assert after.width >= 0.999
    assert after.height >= 0.999


@given(coordinate, coordinate)
def test_moving_keeps_sizes_distances_and_the_picture(dx: float, dy: float) -> None:
    boxes = [make_box("a", 100, 100), make_box("b", 400, 300, 300, 200)]
    after = moved(boxes, dx, dy, *SIZE)
    assert min(box.x1 for box in after) >= -1e-6
    assert max(box.x2 for box in after) <= SIZE[0] + 1e-6
    assert after[1].x1 - after[0].x1 == pytest.approx(300)
    assert [box.width for box in after] == pytest.approx([100, 300])


def test_a_rubber_band_catches_what_it_touches_but_not_what_it_lies_in() -> None:
    boxes = grid(BIG, SMALL)
    assert [box.id for box in within(boxes, (190, 190, 230, 230))] == ["small"]
    assert [box.id for box in within(boxes, (90, 90, 230, 230))] == ["big", "small"]
    assert within(boxes, (0, 0, 50, 50)) == []


def test_the_grid_finds_what_looking_at_all_finds() -> None:
    rng = random.Random(4)
    boxes = []
    for i in range(600):
        x, y = rng.uniform(-20, 780), rng.uniform(-20, 590)
        boxes.append(make_box(str(i), x, y, rng.expovariate(1 / 60), rng.expovariate(1 / 40)))
    places = grid(*boxes)
    for _ in range(200):
        x1, y1 = rng.uniform(-50, 800), rng.uniform(-50, 600)
        x2, y2 = x1 + rng.expovariate(1 / 50), y1 + rng.expovariate(1 / 50)
        slow = [i for i, b in enumerate(boxes) if b.x1 <= x2 and b.x2 >= x1 and b.y1 <= y2 and b.y2 >= y1]
        assert places.inside((x1, y1, x2, y2)) == slow
