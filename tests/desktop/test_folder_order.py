"""Which pictures a folder holds, and which of them is the first."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.picture_folders import first_in, pictures_in

NAME = st.text("aA1209.-_ é鮭٣ß", min_size=1, max_size=8).filter(lambda name: name not in (".", ".."))
ENDING = st.sampled_from([".png", ".JPG", ".txt", "", ".png.txt"])


@given(st.lists(st.tuples(st.sampled_from(["", "p2", "p10", ".hidden"]), NAME, ENDING), max_size=12))
def test_the_first_picture_of_a_folder_is_the_first_of_all(files: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        for below, name, ending in files:
            (Path(place) / below).mkdir(exist_ok=True)
            (Path(place) / below / f"{name}{ending}").touch()
        assert first_in([place]) == next(iter(pictures_in([place])), "")


def test_the_next_folder_has_the_first_where_one_holds_none(tmp_path: Path) -> None:
    for name in ("empty", "full"):
        (tmp_path / name).mkdir()
    (tmp_path / "full" / "p.png").touch()
    folders = [str(tmp_path / name) for name in ("empty", "full")]
    assert first_in(folders) == pictures_in(folders)[0] == str(tmp_path / "full" / "p.png")


@pytest.mark.parametrize("count", [3, 30])
def test_numbers_are_in_order_and_leading_zeros_count_nothing(tmp_path: Path, count: int) -> None:
    names = [f"{'0' * (n % 3)}{n}.png" for n in range(1, count)]
    for name in names:
        (tmp_path / name).touch()
    assert [Path(path).name for path in pictures_in([str(tmp_path)])] == names
    assert Path(first_in([str(tmp_path)])).name == names[0]
