"""How pages of documents are named, and that each has a sum of its own."""

from pathlib import Path

import pytest

from eyebox_models.files.document_page import file_of, name_of, page_path, split_page, stem_of
from eyebox_models.files.regular_file import sha256_of


@pytest.mark.parametrize(
    ("path", "file", "page"),
    [
        ("/a/scan.pdf#page=3", "/a/scan.pdf", 3),
        ("/a/scan.pdf", "/a/scan.pdf", None),
        ("/a/scan.pdf#page=0", "/a/scan.pdf#page=0", None),
        ("/a/scan.pdf#page=03", "/a/scan.pdf#page=03", None),
        ("/a/scan.pdf#page=-1", "/a/scan.pdf#page=-1", None),
        ("/a/#page=2/x.tif#page=12", "/a/#page=2/x.tif", 12),
        ("/a/line\nbreak.pdf#page=1", "/a/line\nbreak.pdf", 1),
        ("/a/nul\0.pdf#page=1", "/a/nul\0.pdf", 1),
        ("#page=1", "#page=1", None),
        ("", "", None),
    ],
)
def test_a_path_is_taken_apart(path: str, file: str, page: int | None) -> None:
    assert split_page(path) == (file, page)
    if page is not None:
        assert page_path(file, page) == path
        assert file_of(path) == file


def test_a_file_of_that_very_name_wins(tmp_path: Path) -> None:
    odd = tmp_path / "scan.pdf#page=3"
    assert split_page(odd) == (str(tmp_path / "scan.pdf"), 3)
    odd.write_bytes(b"x")
    assert split_page(odd) == (str(odd), None)
    assert name_of(odd) == "scan.pdf#page=3"


def test_names_of_pages_are_for_people_and_for_files() -> None:
    assert name_of("/a/scan.pdf#page=3") == "scan.pdf · 3"
    assert stem_of("/a/scan.pdf#page=3") == "scan-p3"
    assert name_of("/a/scan.pdf") == "scan.pdf"
    assert stem_of("/a/scan.final.pdf") == "scan.final"


def test_each_page_has_a_sum_of_its_own_that_follows_the_file(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF one")
    sums = {sha256_of(path) for path in (file, f"{file}#page=1", f"{file}#page=2")}
    assert len(sums) == 3
    assert sha256_of(f"{file}#page=2") == sha256_of(f"{file}#page=2")
    file.write_bytes(b"%PDF two")
    assert sha256_of(f"{file}#page=2") not in sums
