"""A batch on a Ray cluster: shares of a plan, shards that are written once, the same rows as on one machine."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from eyebox.batches import cluster
from eyebox.batches.endpoint import Endpoint
from eyebox.batches.job import BatchJob
from eyebox.batches.queue import Queue
from eyebox.batches.results import record
from eyebox.batches.run import Runner, engines_for
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.errors import EyeboxError

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra cluster)")


def shards(out: Path) -> list[dict[str, Any]]:
    found = [row for file in sorted(out.glob("part-*.parquet")) for row in pq.read_table(file).to_pylist()]
    return sorted(found, key=lambda row: row["source"])


def scripted(tmp_path: Path, text: str) -> ModelRef:
    file = tmp_path / "script.json"
    gone = {"picture": "gone.png", "steps": [{"fail": "It is gone."}]}
    file.write_text(json.dumps({"answers": [{"steps": [{"text": text}]}, gone]}))
    return ModelRef(f"scripted:{file}")


def test_files_are_planned_once_and_new_ones_come_after(tmp_path: Path) -> None:
    job, out = BatchJob(), tmp_path / "out"
    out.mkdir()
    files = [f"/a/{n}.png" for n in range(40)]
    (plan,) = cluster._plan(job, files, out)
    assert [len(part["files"]) for part in cluster._parts_of(plan)] == [16, 16, 8]
    assert cluster._plan(job, files, out) == [plan]
    both = cluster._plan(job, [*files, "/a/new.png"], out)
    assert list(cluster._parts_of(both[1])) == [{"shard": "part-0002-0000001", "files": ["/a/new.png"]}]
    with pytest.raises(EyeboxError, match="another job"):
        cluster._plan(BatchJob("table"), files, out)


@pytest.mark.parametrize("ending", ["parquet", "jsonl"])
def test_a_shard_is_whole_and_what_is_there_is_passed_over(tmp_path: Path, ending: cluster.Ending) -> None:
    picture = tmp_path / "p.png"
    Image.new("RGB", (20, 20), "white").save(picture)
    job = BatchJob("ask", scripted(tmp_path, "a white square"), prompt="What?", output=str(tmp_path))
    worker = cluster.ShardWorker(job.to_json(), str(tmp_path), ending)
    share = {"shard": "part-1", "files": [str(picture), str(tmp_path / "gone.png")]}
    with closing(worker):
        first = worker(share)
        assert (first["done"], first["failed"], first["was_there"]) == (1, 1, False)
        written = (tmp_path / f"part-1.{ending}").read_bytes()
        assert worker(share) == {**first, "was_there": True}
    assert (tmp_path / f"part-1.{ending}").read_bytes() == written
    assert sorted(file.name for file in tmp_path.iterdir()) == ["p.png", f"part-1.{ending}", "script.json"]
    if ending == "parquet":
        done, failed = pq.read_table(tmp_path / "part-1.parquet").to_pylist()
        assert done["text"] == "a white square" and json.loads(done["result"])["text"] == done["text"]
    else:
        done, failed = map(json.loads, (tmp_path / "part-1.jsonl").read_text("utf-8").splitlines())
        assert done["text"] == "a white square"
    assert (done["source"], done["state"], failed["state"]) == (str(picture), "done", "failed")
    assert failed["reason"] == "It is gone."


def test_each_page_of_a_document_has_its_row(tmp_path: Path) -> None:
    scan, broken = tmp_path / "scan.tif", tmp_path / "broken.pdf"
    pages = [Image.new("L", (20, 20), shade) for shade in (0, 90, 255)]
    pages[0].save(scan, save_all=True, append_images=pages[1:])
    broken.write_bytes(b"%PDF-1.4 nothing")
    job = BatchJob(
        "ask", scripted(tmp_path, "seen"), prompt="?", output=str(tmp_path), options={"pages": "2-3"}
    )
    with closing(cluster.ShardWorker(job.to_json(), str(tmp_path), "jsonl")) as worker:
        worker({"shard": "part-1", "files": [str(scan), str(broken)]})
    rows = [json.loads(line) for line in (tmp_path / "part-1.jsonl").read_text("utf-8").splitlines()]
    assert [(row["page"], row["state"]) for row in rows] == [(2, "done"), (3, "done"), (None, "failed")]
    assert "broken.pdf" in rows[2]["reason"]
    with pytest.raises(EyeboxError, match="leave --cluster out"):
        cluster.run_on_cluster(BatchJob("pdf", output=str(tmp_path)), [], "local", lambda *_: None)


class Server(BaseHTTPRequestHandler):
    """Speaks OpenAI's protocol: says how large the picture was, is busy once, and knows one key."""

    asked: list[dict[str, Any]] = []
    lock = Lock()

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.lock:
            self.asked.append(body)
            first = len(self.asked) == 1
        status, answer = 200, {}
        if self.headers["Authorization"] != "Bearer secret":
            status = 401
        elif first:
            status = 503
        else:
            url = body["messages"][-1]["content"][0]["image_url"]["url"]
            image = Image.open(BytesIO(base64.b64decode(url.partition(",")[2])))
            answer = {
                "choices": [{"message": {"content": json.dumps({"size": image.size})}}],
                "usage": {"prompt_tokens": 9, "completion_tokens": 3},
            }
        data = json.dumps(answer).encode()
        self.send_response(status)
        if status == 503:
            self.send_header("Retry-After", "0")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_about: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    Server.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as listening:
        thread = Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/v1"
        listening.shutdown()
        thread.join()


def test_a_server_is_asked_with_pictures_as_large_as_its_family_takes_them(
    tmp_path: Path, server: str
) -> None:
    for n in range(6):
        Image.new("RGB", (2000, 1000), "white").save(tmp_path / f"p{n}.png")
    job = BatchJob(
        "extract", ModelRef("Qwen/Qwen3-VL-8B"), labels=("size",), output=str(tmp_path), options={"max_new_tokens": 7}
    )  # fmt: skip
    files = [str(tmp_path / f"p{n}.png") for n in range(6)]
    endpoint = Endpoint(server, "qwen3_vl", "secret")
    with closing(cluster.ShardWorker(job.to_json(), str(tmp_path), "jsonl", endpoint)) as worker:
        assert worker({"shard": "part-1", "files": files})["done"] == 6
    rows = [json.loads(line) for line in (tmp_path / "part-1.jsonl").read_text("utf-8").splitlines()]
    assert [row["source"] for row in rows] == files
    width, height = rows[0]["fields"]["size"]
    assert width % 32 == height % 32 == 0 and width == 2 * height
    assert 0.95 < width * height / (32 * 32 * 1280) <= 1
    assert len(Server.asked) == 7, "the one that found it busy asked again"
    asked = Server.asked[-1]
    assert (asked["model"], asked["temperature"], asked["max_tokens"]) == ("Qwen/Qwen3-VL-8B", 0, 7)
    assert asked["response_format"]["json_schema"]["schema"]["required"] == ["size"]
    assert "size" in asked["messages"][0]["content"][1]["text"]

    with closing(
        cluster.ShardWorker(job.to_json(), str(tmp_path), "jsonl", Endpoint(server, key="?"))
    ) as worker:
        assert worker({"shard": "part-2", "files": files[:1]})["failed"] == 1
    assert "refuses the request (401)" in (tmp_path / "part-2.jsonl").read_text("utf-8")
    for wrong, wants in ((BatchJob(output="x"), Endpoint(server)), (job, Endpoint(server, "no_family"))):
        with pytest.raises(EyeboxError):
            cluster.run_on_cluster(wrong, [], "local", lambda *_: None, endpoint=wants)


@pytest.mark.cluster
@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_machine_is_lost_and_every_page_has_one_row_as_on_one_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("ray", reason='Ray is not installed (pip install "eyebox[cluster]")')
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setattr(cluster, "FILES_A_SHARD", 3)
    from ray.cluster_utils import Cluster

    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for n in range(36):
        picture = Image.new("RGB", (360, 110), "white")
        draw = ImageDraw.Draw(picture)
        draw.text((10, 10), f"Page number {n}", fill="black", font=ImageFont.load_default(28))
        draw.text((10, 60), f"Total {n * 37}.50 EUR", fill="black", font=ImageFont.load_default(28))
        picture.save(pictures / f"p{n:02}.png")
    files = sorted(str(file) for file in pictures.iterdir())
    job = BatchJob(output=str(tmp_path / "out"))

    with closing(Queue.make(tmp_path / "batches", job)) as queue:
        engines = engines_for(queue, 1, tmp_path)
        Runner(queue, engines, lambda _page: None).run((file, os.path.basename(file)) for file in files)  # noqa: PTH119
        for engine in engines:
            engine.close()
        here = [record(row) for row in queue.rows()]

    two = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
    try:
        second = two.add_node(num_cpus=2)
        counts: list[int] = []

        def ended(_shard: cluster.ShardEnded, done: int, total: int) -> None:
            counts.append(done)
            if done == 3:
                assert total == 12
                two.remove_node(second, allow_graceful=False)

        cluster.run_on_cluster(job, files, two.address, ended)
    finally:
        two.shutdown()
    assert counts == list(range(1, 13))
    there = shards(tmp_path / "out")
    assert [row["source"] for row in there] == [row["source"] for row in here] == files
    for row, other in zip(there, here, strict=True):
        found = json.loads(row["result"])
        assert (row["state"], row["text"]) == (other["state"], other["text"]) == ("done", other["text"])
        for line, same in zip(found["lines"], other["lines"], strict=True):
            assert (line["text"], line["box"]) == (same["text"], same["box"])
            assert line["score"] == pytest.approx(same["score"], abs=0.001)
