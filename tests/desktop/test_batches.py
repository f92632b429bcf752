"""Batches without a window: job files, sources, the queue, one page, results."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from eyebox.batches.folder import batches_in, remove
from eyebox.batches.job import BatchJob, load_job, save_job
from eyebox.batches.queue import MOST_CUTS, Queue
from eyebox.batches.results import write_table
from eyebox.batches.run import Runner
from eyebox.batches.sources import files_of
from eyebox.batches.work import Attempt
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import Answer, Answered, End
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.protocol.requests import Answering, AnsweringEach
from pages import written

DIED = Sentence("engine-ended", "The engine ended.")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    for name in ("p10.png", "p2.png", "below/x.jpg", "note.txt", ".hidden.png"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return folder


@pytest.fixture
def queue(tmp_path: Path):
    job = BatchJob(output=str(tmp_path / "out.jsonl"))
    with closing(Queue.make(tmp_path / "batches", job)) as queue:
        list(queue.add_files((f"/scans/p{n}.png", f"p{n}.png") for n in range(5)))
        yield queue


def test_folders_patterns_and_lists_name_the_same_files(pictures: Path, tmp_path: Path) -> None:
    found = list(files_of([str(pictures)]))
    assert [place for _path, place in found] == ["p2.png", "p10.png", str(Path("below", "x.jpg"))]
    assert list(files_of([str(pictures / "*.png")])) == found[:2]
    assert [place for _path, place in files_of([str(pictures / "**/x.*")])] == [str(Path("below", "x.jpg"))]
    listed = tmp_path / "list.txt"
    listed.write_text(f"\ufeff# both\r\nscans/p10.png\r\n\r\n{pictures}/below\r\n", "utf-8")
    assert [path for path, _place in files_of([str(listed)])] == [found[1][0], found[2][0]]
    assert not list(files_of([str(pictures)], str(pictures)))
    with pytest.raises(EyeboxError, match="There is no file"):
        list(files_of([str(tmp_path / "none.png")]))


def test_videos_are_passed_over_and_told_of(pictures: Path) -> None:
    for name in ("film 片.MP4", "below/cut.webm"):
        (pictures / name).write_bytes(b"")
    unnamed = pictures / "unnamed"
    unnamed.write_bytes(b"\0\0\0\x18ftypisom")
    named = [str(pictures), str(pictures / "*"), str(unnamed), f"{pictures / 'film 片.MP4'}#t=2.5"]
    told: list[str] = []
    found = [Path(path).name for path, _place in files_of(named, on_video=told.append)]
    assert found == ["p2.png", "p10.png", "x.jpg", "note.txt", "p2.png", "p10.png", "film 片.MP4#t=2.5"]
    names = ["film 片.MP4", "cut.webm", "film 片.MP4", "unnamed", "unnamed"]
    assert sorted(Path(path).name for path in told) == sorted(names)


def test_a_job_file_says_the_same_again_and_refuses_what_is_none(tmp_path: Path) -> None:
    job = BatchJob(
        "extract", ModelRef("scripted:/a.json"), schema='{"type": "object"}', labels=("total",),
        options={"max_new_tokens": 5}, sources=("/a",), output="/b.csv",
    )  # fmt: skip
    file = tmp_path / "job.json"
    save_job(job, file)
    assert load_job(file) == job
    assert json.loads(file.read_text())["schema"] == {"type": "object"}
    for wrong in (
        {},
        {"eyebox-batch": 1, "options": {"command": "rm"}},
        {"eyebox-batch": 1, "labels": "x"},
        [],
        3,
    ):
        file.write_text(json.dumps(wrong))
        with pytest.raises(EyeboxError):
            load_job(file)
    file.write_text(json.dumps({"eyebox-batch": 2}))
    with pytest.raises(EyeboxError, match="newer"):
        load_job(file)


@pytest.mark.parametrize(
    "job",
    [
        BatchJob("read", ModelRef("scripted:x")), BatchJob("ask"), BatchJob("extract"), BatchJob("ground"),
        BatchJob("ask", prompt="?", schema="{}"), BatchJob("paint"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_a_job_that_says_too_little_is_refused(job: BatchJob) -> None:
    with pytest.raises(EyeboxError):
        job.check()


def test_pages_are_taken_in_order_and_each_once(queue: Queue) -> None:
    assert list(queue.add_files([("/scans/p1.png", "p1.png")])) == [0]
    first, second = queue.take(2)
    assert (first.path, second.path, first.page) == ("/scans/p0.png", "/scans/p1.png", 0)
    queue.finish(first, "done", {"text": "one"}, seconds=0.5)
    queue.put_back([second])
    assert [item.path for item in queue.take(9)] == [f"/scans/p{n}.png" for n in (1, 2, 3, 4)]
    row = next(queue.rows())
    assert (row.state, row.attempts, row.seconds, row.result) == ("done", 1, 0.5, {"text": "one"})


def test_what_ends_an_engine_twice_is_set_aside(queue: Queue) -> None:
    item = queue.take()[0]
    assert queue.died(item, DIED, alone=True) == "waiting"
    others = queue.take(9)
    assert item.path not in [other.path for other in others], "it comes after the others"
    again = queue.take(9)
    assert [(one.path, one.alone) for one in again] == [(item.path, True)]
    assert queue.died(again[0], DIED, alone=True) == "set-aside"
    row = next(queue.rows(states=("set-aside",)))
    assert (row.source, row.attempts) == (item.path, 2)
    assert row.reason.code == "engine-ended"  # type: ignore[attr-defined]
    assert queue.retry() == 1
    assert queue.counts()["waiting"] == 1


def test_of_several_that_had_an_engine_each_is_tried_alone(queue: Queue) -> None:
    items = queue.take(3)
    assert {queue.died(item, DIED, alone=False) for item in items} == {"waiting"}
    assert len(queue.take(9)) == 2, "the others first"
    assert [len(queue.take(9)) for _ in range(4)] == [1, 1, 1, 0]


def test_what_was_under_way_at_the_end_of_a_process_waits_behind(queue: Queue) -> None:
    for _ in range(MOST_CUTS):
        assert queue.counts()["set-aside"] == 0
        for item in queue.take(4 if queue.counts()["waiting"] > 1 else 0):
            queue.finish(item, "done")
        queue.take(1)
        file = queue.file
        queue.close()
        queue = Queue.open(file)
    assert queue.counts() == {"waiting": 0, "running": 0, "done": 4, "failed": 0, "set-aside": 1}
    queue.close()


def test_two_do_not_work_at_one_batch_but_anybody_looks(queue: Queue) -> None:
    with pytest.raises(EyeboxError, match="under way in another Eyebox"):
        Queue.open(queue.file)
    with closing(Queue.look(queue.file)) as other:
        assert other.counts() == queue.counts()
        assert [row.source for row in other.part(1, 2)] == ["/scans/p1.png", "/scans/p2.png"]
    queue.close()
    remove(queue.file)
    assert batches_in(queue.file.parent) == []


def test_a_file_of_others_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "x.batch"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = file.read_bytes()
    with pytest.raises(EyeboxError):
        Queue.look(file)
    file.write_bytes(b"nothing of SQLite" * 100)
    with pytest.raises(EyeboxError):
        Queue.open(file)
    assert before


def test_names_that_are_no_utf8_and_alike_are_kept(queue: Queue) -> None:
    odd = os.fsdecode(b"/scans/\xff.png")
    list(queue.add_files([(odd, "p1.png"), ("/other/p1.png", "p1.png")]))
    rows = list(queue.rows())
    assert rows[-2].source == odd
    assert len({row.name for row in rows}) == len(rows)
    write_table(queue)


def test_a_reader_reads_and_a_model_is_asked_several_together() -> None:
    assert isinstance(Attempt(BatchJob(), ["/a.png"]).request, Read)
    ask = BatchJob("ask", ModelRef("scripted:x"), prompt="What?")
    assert isinstance(Attempt(ask, ["/a.png"]).request, Answering)
    attempt = Attempt(ask, ["/a.png", "/b.png", "/c.png"])
    assert isinstance(attempt.request, AnsweringEach)
    assert attempt.request.asks[1].pictures == ("/b.png",)
    ended = [*attempt.happened(Answered(1, Answer(0, "b"))), *attempt.happened(Answered(0, None, "No."))]
    ended += attempt.ended(End("failed", DIED))
    assert [(index, done.outcome) for index, done in ended] == [(1, "done"), (0, "failed"), (2, "died")]


def test_what_a_page_says_does_not_depend_on_where_it_lies_and_how_long_it_took() -> None:
    page = written("Total: 12.50", "Anna")
    results = [
        next(
            iter(Attempt(BatchJob(), [path]).ended(End("done", result=replace(page, image=path, seconds=n))))
        )[1].result
        for n, path in enumerate(("/a.png", "/b.png"))
    ]
    assert results[0] == results[1]
    assert results[0] and results[0]["text"] == "Total: 12.50\nAnna"
    fields = BatchJob("extract", labels=("Total", "Date"))
    done = next(iter(Attempt(fields, ["/a"]).ended(End("done", result=page))))[1]
    assert done.result and done.result["fields"] == {"Total": "12.50", "Date": None}
    ground = BatchJob("ground", labels=("Anna",))
    done = next(iter(Attempt(ground, ["/a"]).ended(End("done", result=page))))[1]
    assert done.result and [box["label"] for box in done.result["boxes"]] == ["Anna"]


def test_tables_hold_every_page_once_and_no_formula(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    for ending in (".jsonl", ".csv", ".xlsx"):
        job = BatchJob("extract", labels=("Total", "Name"), output=str(tmp_path / f"out{ending}"))
        with closing(Queue.make(tmp_path / "batches", job)) as queue:
            list(queue.add_files((f"/s/p{n}.png", f"p{n}.png") for n in range(3)))
            first, second, _third = queue.take(3)
            queue.finish(first, "done", {"fields": {"Total": 12.5, "Name": "=1+1"}})
            queue.finish(second, "failed", reason="No.")
            file = write_table(queue)
        if ending == ".jsonl":
            rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
            assert [(row["source"], row["state"]) for row in rows] == [
                ("/s/p0.png", "done"), ("/s/p1.png", "failed"), ("/s/p2.png", "running"),
            ]  # fmt: skip
            assert rows[1]["reason"] == "No."
        elif ending == ".csv":
            table = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
            assert (table[0]["Total"], table[0]["Name"], table[0]["link"]) == (
                "12.5",
                "'=1+1",
                "file:///s/p0.png",
            )
        else:
            sheet = openpyxl.load_workbook(file).active
            assert [cell.value for cell in sheet[1]][-2:] == ["Total", "Name"]
            assert (sheet["H2"].value, sheet["I2"].value, sheet["I2"].data_type) == (12.5, "=1+1", "s")
            assert sheet["G2"].hyperlink.target == "FILE:///s/p0.png"


class Unreadable:
    """An engine to which nothing is a picture."""

    def run(self, _job: str, _request: object, _happened: object) -> End:
        return End("failed", "This is no picture.")


def test_a_fault_of_the_program_is_no_end_of_a_batch(tmp_path: Path) -> None:
    class Faulty:
        def run(self, _job: str, _request: object, _happened: object) -> End:
            raise KeyError("odd")

    job = BatchJob(output=str(tmp_path / "out.jsonl"))
    with closing(Queue.make(tmp_path / "batches", job)) as queue:
        runner = Runner(queue, [cast(EngineProcess, Faulty())], lambda _page: None)
        with pytest.raises(EyeboxError, match="odd") as raised:
            runner.run([("/scans/q.png", "q.png")])
        assert "Traceback" in raised.value.detail


def test_a_document_that_has_no_place_sets_its_pages_aside_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "out" / "b").mkdir(parents=True)
    (tmp_path / "out" / "a").write_bytes(b"in the way")
    job = BatchJob(output=str(tmp_path / "out"), kind="pdf")
    with closing(Queue.make(tmp_path / "batches", job)) as queue:
        list(queue.add_files([("/scans/a/p.png", "a/p.png")]))
        [item] = queue.take()
        queue.finish(item, "done", {})
        engine = cast(EngineProcess, Unreadable())
        assert Runner(queue, [engine], lambda _page: None).run([("/scans/q.png", "q.png")]) == "done"
        assert [row.state for row in queue.rows()] == ["failed", "failed"]
        first, second = (str(row.reason) for row in queue.rows())
        assert str(tmp_path / "out" / "a") in first and "no picture" in second
