"""Lines in scripts that the networks do not know are read by Tesseract, in the language that their block is in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from drawing import Text, page, save
from eyebox_models.ocr import scripts_data
from eyebox_models.ocr.layout import arranged
from eyebox_models.ocr.reader import read_page
from eyebox_models.ocr.right_to_left import runs_left, without_marks
from eyebox_models.ocr.scripts_data import Language, fault, found, has_tesserocr, tried
from eyebox_models.ocr.scripts_engine import TESSERACT, Tesseract
from eyebox_models.ocr.scripts_process import _pieces, joined
from eyebox_models.protocol.page import Line, Page

DATA = {language.code: language for language in found()}
RUSSIAN = [
    "Съешь же ещё этих мягких французских булок",
    "Счёт на оплату № 12345 от 3 марта 2024 г.",
    "Для входа введите пароль от Windows",
]
HEBREW = ["שלום עולם זה מבחן קטן", "תל אביב, רחוב דיזנגוף 50 (קומה 2)"]


def needs(*codes: str) -> pytest.MarkDecorator:
    missing = [code for code in codes if code not in DATA]
    why = f"no data of {', '.join(missing)}: apt install tesseract-ocr-{(missing or ['x'])[0]}"
    return pytest.mark.skipif(bool(missing) or not has_tesserocr(), reason=why if missing else "no tesserocr")


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    yield
    TESSERACT.rest()


def drawn(lines: list[str], size: int = 28) -> Image.Image:
    return page(
        900, 40 + 60 * len(lines), [Text(40, 30 + 60 * n, line, size) for n, line in enumerate(lines)]
    )


def read(image: Image.Image, folder: Path, *scripts: str) -> Page:
    file = save(image, folder / "page.png")
    return read_page(file, lambda _: None, lambda _: None, threading.Event(), scripts=scripts)


@needs("rus", "heb")
def test_a_page_is_read_in_the_language_it_is_in_with_the_latin_words_and_numbers_in_it(
    tmp_path: Path,
) -> None:
    found = read(drawn(RUSSIAN), tmp_path, "heb", "rus")
    assert [line.text for line in found.lines] == RUSSIAN and found.unread == 0
    for line in found.lines:
        assert [word.text for word in line.words] == line.text.split()
        lefts = [word.box[0] for word in line.words]
        assert lefts == sorted(lefts) and all(0 <= word.box[0] < word.box[2] <= 900 for word in line.words)


@needs("heb")
def test_words_that_run_left_come_in_reading_order(tmp_path: Path) -> None:
    found = read(drawn(HEBREW), tmp_path, "heb")
    assert [line.text for line in found.lines] == HEBREW, "without marks of direction"
    first = found.lines[0]
    assert first.words[0].text == "שלום" and first.words[0].box[0] > first.words[-1].box[2]


@needs("rus")
def test_a_page_on_its_side_has_its_words_where_they_stand(tmp_path: Path) -> None:
    image = drawn(RUSSIAN).transpose(Image.Transpose.ROTATE_270)
    found = read(image, tmp_path, "rus")
    assert [line.text for line in found.lines] == RUSSIAN
    words = found.lines[0].words
    assert [word.box[1] for word in words] == sorted(word.box[1] for word in words), "they run down the page"
    assert words[0].box[1] < 90 and words[-1].box[3] > 600


@needs("rus")
def test_what_the_networks_know_stays_theirs(tmp_path: Path) -> None:
    lines = ["The invoice is due on Friday", *RUSSIAN[:2]]
    assert [line.text for line in read(drawn(lines), tmp_path, "rus").lines] == lines


@needs("rus")
def test_damaged_language_data_is_passed_over(tmp_path: Path) -> None:
    whole = DATA["rus"].file.read_bytes()
    folder = tmp_path / "tessdata"
    folder.mkdir()
    for name, data in {
        "cut": whole[:50_000], "empty": b"", "noise": bytes(range(256)) * 400, "bent": whole[:400] + whole[900:],
    }.items():  # fmt: skip
        folder.joinpath(f"{name}.traineddata").write_bytes(data)
    folder.joinpath("folder.traineddata").mkdir()
    line = drawn(RUSSIAN[:1]).convert("L").crop((0, 20, 800, 80))
    import numpy as np

    pixels = np.asarray(line, np.uint8)
    languages = found([folder])
    assert {language.code: fault(language) for language in languages if language.code != "bent"} == {
        "cut": "damaged", "empty": "damaged", "noise": "damaged", "folder": "unreadable",
    }  # fmt: skip
    assert [TESSERACT.words(language, pixels) for language in languages] == [None] * 5
    assert TESSERACT.words(DATA["rus"], pixels), "the others are read as before"


def test_a_child_that_ends_or_is_none_reads_nothing(tmp_path: Path) -> None:
    import sys

    import numpy as np

    folder = tmp_path / "tessdata"
    folder.mkdir()
    head = (1).to_bytes(4, "little") + (12).to_bytes(8, "little") + b"data"
    folder.joinpath("rus.traineddata").write_bytes(head)
    (language,) = found([folder])
    assert fault(language) == ""
    for command in ([sys.executable, "-c", "import os; os.abort()"], [str(tmp_path / "nothing")]):
        child = Tesseract(command)
        assert child.words(language, np.zeros((8, 8), np.uint8)) is None
        child.rest()


def test_a_child_that_ended_between_two_lines_leaves_no_pipes(tmp_path: Path) -> None:
    import sys

    import numpy as np

    folder = tmp_path / "tessdata"
    folder.mkdir()
    head = (1).to_bytes(4, "little") + (12).to_bytes(8, "little") + b"data"
    folder.joinpath("rus.traineddata").write_bytes(head)
    (language,) = found([folder])
    once = "import sys; sys.stdin.buffer.readline(); sys.stdin.buffer.read(64); print('{\"words\": []}', flush=True)"
    child = Tesseract([sys.executable, "-c", once])
    line = np.zeros((8, 8), np.uint8)
    assert child.words(language, line) == []
    ended = child._process
    assert ended is not None and ended.stdin is not None and ended.stdout is not None
    ended.wait()
    assert child.words(language, line) == [] and child._process is not ended
    assert ended.stdin.closed and ended.stdout.closed
    child.rest()


def test_where_language_data_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    own = tmp_path / "data" / "tessdata"
    prefix = tmp_path / "prefix"
    for folder, names in ((own, ["rus"]), (prefix, ["rus", "kor", "osd", "script/Cyrillic", "not a name!"])):
        for name in names:
            file = folder / f"{name}.traineddata"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    monkeypatch.setattr(scripts_data, "_systems_folders", lambda _environ: iter(()))
    monkeypatch.setenv("TESSDATA_PREFIX", str(prefix))
    assert found() == (
        Language("rus", str(own)),
        Language("kor", str(prefix)),
        Language("script/Cyrillic", str(prefix)),
    )


def test_which_languages_are_tried_and_in_which_order(monkeypatch: pytest.MonkeyPatch) -> None:
    languages = [
        Language(name, "") for name in ("ara", "chi_sim", "deu", "heb", "jpn_vert", "kor", "rus", "ukr")
    ]
    for name in ("LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    codes = [language.code for language in tried(None, languages)]
    assert codes == ["rus", "ukr", "kor", "ara", "heb"], "those whose letters the networks do not know"
    monkeypatch.setenv("LANG", "he_IL.UTF-8")
    assert [language.code for language in tried(None, languages, ["kor"])][:3] == ["kor", "heb", "rus"]
    assert {language.code for language in tried(("rus", "deu", "nothing"), languages)} == {"rus", "deu"}


def test_single_characters_become_words() -> None:
    row = "5\t1\t1\t1\t1\t1\t10\t2\t30\t8\t91.5\tда\u2028нет\n"
    assert _pieces(row) == [["да\u2028нет", 91.5, 10, 2, 40, 10]], "what else ends lines is in a word"
    pieces = [["타", 90.0, 0, 0, 9, 9], ["고", 80.0, 10, 1, 19, 8], ["파", 70.0, 30, 0, 39, 9]]
    assert joined("타고 파", pieces) == [["타고", 85.0, 0, 0, 19, 9], ["파", 70.0, 30, 0, 39, 9]]
    assert joined("타 x", pieces) == pieces


def test_which_way_a_text_runs() -> None:
    assert runs_left("שלום 123 abc") and runs_left("مرحبا")
    assert not runs_left("hello") and not runs_left("12") and not runs_left("Привет")
    assert without_marks("\u200fשלום\u200e ") == "שלום"


def test_columns_of_text_that_runs_left_are_read_from_the_right() -> None:
    def line(text: str, x: float, y: float) -> Line:
        quad = ((x, y), (x + 300, y), (x + 300, y + 20), (x, y + 20))
        return Line(text, 0.9, (x, y, x + 300, y + 20), quad)

    words = "אבגדה וזחטי כלמנס עפצקר"
    right = [line(f"{words} {n}", 400, 30.0 * n) for n in range(5)]
    left = [line(f"{words} {n + 5}", 0, 30.0 * n) for n in range(5)]
    ordered, _ = arranged([*left, *right])
    assert list(ordered) == [*right, *left]


@needs("rus")
def test_a_child_that_was_killed_is_started_again() -> None:
    import numpy as np

    pixels = np.asarray(drawn(RUSSIAN[:1]).convert("L").crop((0, 20, 800, 80)), np.uint8)
    before = TESSERACT.words(DATA["rus"], pixels)
    process = TESSERACT._process
    assert before and process is not None
    process.kill()
    process.wait()
    assert TESSERACT.words(DATA["rus"], pixels) == before
