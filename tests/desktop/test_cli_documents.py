"""`eyebox read` and `eyebox ask` on documents: page by page, only some, behind a password."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from documents import write_cards, write_tiff
from eyebox.__main__ import main
from eyebox_models.files.document_page import PASSWORDS, numbers_of

pytestmark = pytest.mark.usefixtures("kept_engines")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One for all tests: engines stay in the folder in which they were started."""
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(autouse=True)
def here(folder, monkeypatch):
    monkeypatch.chdir(folder)
    yield
    PASSWORDS.clear()


@pytest.fixture
def run(capsysbinary):
    """Runs a command; returns the exit status, standard output and standard error."""

    def run(*arguments):
        status = main([*arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        ("2", [2]),
        ("1-3,7", [1, 2, 3, 7]),
        ("7,1-2,1", [7, 1, 2]),
        ("8-", [8, 9]),
        (" 8 - 20 ", [8, 9]),
        ("12", [12]),
        ("12-20", []),
    ],
)
def test_pages_as_they_are_asked_for(asked, pages):
    assert numbers_of(asked, 9) == pages


@pytest.mark.parametrize("asked", ["", "0", "a", "1,,2", "-3", "1--2", "1.5"])
def test_what_is_no_page_is_wrong_usage(asked, run):
    with pytest.raises(ValueError, match="is no page"):
        numbers_of(asked, 9)
    status, _out, err = run("read", f"--pages={asked}", "x.pdf")
    assert status == 2
    assert "is no page" in err


def test_pages_that_run_backwards_are_wrong_usage(run):
    status, _out, err = run("read", "--pages", "1,5-2", "x.pdf")
    assert status == 2
    assert "'5-2' ends before it begins" in err


def test_pages_behind_the_end_of_a_document_are_said(run, folder):
    write_cards(folder / "two.pdf", ["Page number 1", "Page number 2"])
    status, out, err = run("read", "--pages", "3-9", "two.pdf")
    assert (status, out) == (1, "")
    assert err == "eyebox: two.pdf has 2 pages, and none of 3-9 is among them.\n"


def test_a_document_is_read_page_by_page(run, folder):
    write_cards(folder / "scan one.pdf", [f"Page number {n}" for n in (1, 2, 3, 4)])
    status, out, err = run(
        "read", "--format", "jsonl", "--pages", "1-2,4", "scan one.pdf", "scan one.pdf#page=3"
    )
    assert (status, err) == (0, "")
    pages = [json.loads(line) for line in out.splitlines()]
    assert [page["page"] for page in pages] == [1, 2, 4, 3]
    assert {page["image"] for page in pages} == {"scan one.pdf"}
    assert [page["lines"][0]["text"] for page in pages] == [f"Page number {n}" for n in (1, 2, 4, 3)]
    assert {page["text_from"] for page in pages} == {"layer"}


def test_the_pages_of_a_tiff_are_read(run, folder):
    write_tiff(folder / "fax.tif", [Image.new("RGB", (90, 60), "white") for _n in range(3)])
    status, out, _err = run("read", "--format", "json", "--pages", "2-", "fax.tif")
    assert status == 0
    assert [(page["image"], page["page"]) for page in json.loads(out)] == [("fax.tif", 2), ("fax.tif", 3)]


def test_a_page_that_is_not_there_is_said_and_the_others_are_read(run, folder):
    write_cards(folder / "one.pdf", ["Only page"])
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 cut off")
    status, out, err = run("read", "--pages", "9,1", "bad.pdf", "one.pdf", "gone.pdf")
    assert status == 1
    assert out.strip() == "Only page"
    assert err.splitlines() == [
        "eyebox: “bad.pdf” is damaged or cut off; get the file again from its source.",
        "eyebox: “one.pdf” has no page 9; it has 1.",
        "eyebox: There is no file gone.pdf.",
    ]


def test_a_password_opens_a_document_and_its_lack_is_said(run, folder):
    write_cards(folder / "locked.pdf", ["The secret"], password="sesame", signed=True)
    status, out, err = run("read", "locked.pdf")
    assert (status, out) == (1, "")
    assert err == (
        "eyebox: “locked.pdf” is protected by a password; its pages open with it. Give it by --password.\n"
    )
    status, _out, err = run("read", "--password", "other", "locked.pdf")
    assert (status, err) == (1, "eyebox: This password does not open “locked.pdf”; try another one.\n")
    status, out, err = run("read", "--password", "sesame", "locked.pdf")
    assert (status, out.strip()) == (0, "The secret")
    assert err == "eyebox: locked.pdf is digitally signed; only the file itself shows that.\n"


def test_a_question_is_about_a_page(run, folder):
    write_cards(folder / "doc.pdf", ["first page", "Invoice 4711"], password="sesame")
    status, out, err = run("ask", "--password", "sesame", "-p", "read the text", "doc.pdf#page=2")
    assert (status, err) == (0, "")
    assert "Invoice 4711" in out
    status, _out, err = run("ask", "-p", "read the text", "gone.pdf#page=2")
    assert status == 1
    assert "gone.pdf#page=2" in err
