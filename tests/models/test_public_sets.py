"""Annotation files of public sets, in made samples of their layouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eyebox_models.evaluation.public_sets import SETS, Finder, load, public_set_of
from eyebox_models.evaluation.samples import Target
from eyebox_models.protocol.errors import EyeboxError


def touch(*parts: object) -> str:
    file = Path(*map(str, parts))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"a picture")
    return str(file)


def write(file: Path, value: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def write_lines(file: Path, *lines: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def read(path: Path, name: str, images: Path | None = None):
    found = public_set_of(path)
    assert found is SETS[name]
    return [*load(found, path, images)]


def test_refcoco_as_the_scripts_of_qwen_vl_read_it(tmp_path):
    name = "COCO_train2014_000000581857.jpg"
    picture = touch(tmp_path, "data", "refcoco", "train2014", name)
    line = {
        "image": f"data/refcoco/train2014/{name}", "sent": "the lady with the blue shirt",
        "bbox": [103.93, 299.99, 238.15, 477.4], "height": 480, "width": 640,
    }  # fmt: skip
    file = write_lines(
        tmp_path / "data" / "refcoco" / "refcoco_val.jsonl",
        line,
        line | {"sent": "right", "image": "gone.jpg"},
    )
    first, second = read(file, "refcoco")
    assert (first.picture, first.size) == (picture, (640, 480))
    assert first.targets == (Target("the lady with the blue shirt", (103.93, 299.99, 238.15, 477.4)),)
    assert second.picture == ""


def test_textvqa_with_its_ten_answers(tmp_path):
    picture = touch(tmp_path, "train_images", "003a8ae2ef43b901.jpg")
    entry = {
        "question": "what is the brand of this camera?", "image_id": "003a8ae2ef43b901", "image_width": 1024,
        "answers": ["nous les gosses", *["dakota"] * 9], "question_id": 34602, "set_name": "val",
        "flickr_300k_url": "https://example.org/x.jpg",
    }  # fmt: skip
    file = write(tmp_path / "TextVQA_0.5.1_val.json", {"dataset_type": "val", "data": [entry]})
    (sample,) = read(file, "textvqa")
    assert sample.picture == picture
    assert sample.question.startswith("what is the brand of this camera?\n")
    assert len(sample.answers) == 10


def test_textvqa_as_the_scripts_of_qwen_vl_read_it(tmp_path):
    touch(tmp_path, "train_images", "a.jpg")
    line = {
        "image": "data/textvqa/train_images/a.jpg",
        "question": "brand?",
        "question_id": 34602,
        "answer": "dakota",
    }
    file = write_lines(tmp_path / "textvqa_val.jsonl", line)
    assert read(file, "questions")[0].answers == ("dakota",)
    ten = [{"answer": "dakota", "answer_confidence": "yes", "answer_id": n} for n in range(1, 11)]
    write(
        tmp_path / "textvqa_val_annotations.json", {"annotations": [{"question_id": 34602, "answers": ten}]}
    )
    assert read(file, "questions")[0].answers == ("dakota",) * 10


def test_docvqa(tmp_path):
    picture = touch(tmp_path, "documents", "xnbl0037_1.png")
    entry = {
        "questionId": 337, "question": "what is the date mentioned in this letter?", "docId": 279,
        "image": "documents/xnbl0037_1.png", "ucsf_document_id": "xnbl0037", "answers": ["1/8/93"], "data_split": "train",
    }  # fmt: skip
    data = {"dataset_name": "SP-DocVQA", "dataset_split": "val", "data": [entry]}
    (sample,) = read(write(tmp_path / "val_v1.0.json", data), "docvqa")
    assert (sample.picture, sample.answers) == (picture, ("1/8/93",))


def test_ocrbench(tmp_path):
    images = tmp_path / "elsewhere"
    picture = touch(images, "IIIT5K", "1.png")
    entry = {
        "dataset_name": "IIIT5K", "type": "Regular Text Recognition", "image_path": "IIIT5K/1.png",
        "question": "what is written in the image?", "answers": ["CENTRE"],
    }  # fmt: skip
    file = write(tmp_path / "OCRBench.json", [entry, entry | {"answers": "one"}])
    first, second = read(file, "ocrbench", images)
    assert (first.picture, first.question, first.answers) == (
        picture,
        "what is written in the image?",
        ("CENTRE",),
    )
    assert (first.kind, second.answers) == ("IIIT5K", ("one",))


@pytest.mark.parametrize("apart", [False, True])
def test_mme_with_its_folders(tmp_path, apart):
    release = tmp_path / "MME_Benchmark_release_version"
    tmp_path = release / "MME_Benchmark" if apart else tmp_path
    for task, name in (("existence", "0001"), ("OCR", "0002"), ("eval_tool", "Your_Results")):
        if task == "eval_tool":
            (tmp_path / task / name).mkdir(parents=True)
            continue
        pictures = tmp_path / task / ("images" if apart else "")
        words = tmp_path / task / ("questions_answers_YN" if apart else "")
        touch(pictures, f"{name}.jpg")
        words.mkdir(parents=True, exist_ok=True)
        lines = (
            f"Is there {name}? Please answer yes or no.\tYes\nIs there none? Please answer yes or no.\tNo\n"
        )
        (words / f"{name}.txt").write_text(lines)
    samples = read(release if apart else tmp_path, "mme")
    assert [sample.kind for sample in samples] == ["OCR", "OCR", "existence", "existence"]
    assert [sample.answers for sample in samples] == [("Yes",), ("No",)] * 2
    assert all(Path(sample.picture).is_file() for sample in samples)
    assert samples[0].question == "Is there 0002? Please answer yes or no."


def test_mme_as_lists_of_its_tool(tmp_path):
    picture = touch(tmp_path, "count", "1.jpg")
    (tmp_path / "count.txt").write_text("1.jpg\tIs there one? Please answer yes or no.\tYes\n")
    (sample,) = read(tmp_path, "mme")
    assert (sample.picture, sample.answers, sample.kind) == (picture, ("Yes",), "count")


def test_seed_bench_leaves_its_films_out(tmp_path):
    picture = touch(tmp_path, "SEED-Bench-image", "1454426_2591111986")
    entry = {
        "answer": "B", "choice_a": "One", "choice_b": "Two", "choice_c": "Three", "choice_d": "Four",
        "data_id": "1454426_2591111986", "data_type": "image", "question": "How many towels are in the image?",
        "question_id": "101669", "question_type_id": 5, "segment": None,
    }  # fmt: skip
    data = {"questions": [entry, entry | {"data_type": "video"}], "question_type": {"Instances Counting": 5}}
    sample, film = read(write(tmp_path / "SEED-Bench.json", data), "seed")
    assert film.about_video and not film.picture
    assert (sample.picture, sample.answers, sample.kind) == (picture, ("B",), "5")
    assert "\nA. One\nB. Two\nC. Three\nD. Four\n" in sample.question


def test_questions_and_texts_of_ones_own(tmp_path):
    picture = touch(tmp_path, "pics", "图.png")
    lines = [
        {"image": "pics/图.png", "question": "?", "answers": ["a", "b"]},
        {"image": "pics\\图.png", "question": "?", "answer": 7},
        {"image": "https://example.org/图.png", "question": "?", "answer": ""},
    ]
    samples = read(write_lines(tmp_path / "mine.jsonl", *lines), "questions")
    assert [(s.picture, s.answers) for s in samples] == [
        (picture, ("a", "b")),
        (picture, ("7",)),
        ("", ("",)),
    ]
    (sample,) = read(write_lines(tmp_path / "read.jsonl", {"image": "pics/图.png", "text": "Öl 油"}), "texts")
    assert sample.answers == ("Öl 油",)
    about = {"video": "a.mp4", "question": "?", "answer": "a"}
    film, *_others = read(write_lines(tmp_path / "films.jsonl", about, *lines), "questions")
    assert film.about_video
    (tmp_path / "pics" / "图.txt").write_text("Zeile\n", encoding="utf-8")
    assert [s.answers for s in read(tmp_path / "pics", "texts")] == [("Zeile\n",)]


def test_files_of_boxes_are_none_of_these(tmp_path):
    coco = write(
        tmp_path / "coco.json",
        {"images": [{"id": 1, "file_name": "a.png"}], "annotations": [], "categories": []},
    )
    assert public_set_of(coco) is None
    touch(tmp_path, "yolo", "a.png")
    (tmp_path / "yolo" / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    assert public_set_of(tmp_path / "yolo") is None
    assert public_set_of(tmp_path / "gone") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("refcoco", '{"image": "a", "sent": "x", "bbox": [1, 2]}'),
        ("refcoco", '{"image": "a", "sent": "x", "bbox": [1, 2, 3, 4]}\n{broken'),
        ("textvqa", '{"data": [{"question": "x"}]}'),
        ("docvqa", "[]"),
        ("seed", '{"questions": 3}'),
        ("ocrbench", "[3]"),
        ("questions", "[" * 100_000),
    ],
)
def test_what_is_malformed_is_said_in_one_sentence(tmp_path, name, content):
    file = tmp_path / "set.json"
    file.write_text(content)
    with pytest.raises(EyeboxError, match=r"set\.json is not what"):
        [*load(SETS[name], file)]


def test_pictures_that_are_nowhere_are_not_looked_for_without_end(tmp_path, monkeypatch):
    looks = []
    monkeypatch.setattr(Finder, "_look", lambda _self, name, _endings: looks.append(name) or "")
    lines = [{"image": f"{n}.png", "question": "?", "answer": "a"} for n in range(1000)]
    samples = read(write_lines(tmp_path / "mine.jsonl", *lines, *lines), "questions")
    assert len(samples) == 2000 and len(looks) == 300
