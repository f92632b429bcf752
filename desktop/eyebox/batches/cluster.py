"""A batch on a Ray cluster whose machines all see the same files: Ray Data hands out shares of a plan, an actor does each.

Needs the extra `cluster`. The plan, which file belongs to which share, is kept beside the results. What a share comes to is
one file, a shard, which is written under another name and renamed: it is there whole or not at all, and a share whose shard
is there is passed over. So every page has one row however often a machine ends or the whole is begun again; it may be read
more often than that.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Literal

from eyebox.batches.documents import wanted
from eyebox.batches.endpoint import AT_ONCE, Asker, Endpoint, check_endpoint
from eyebox.batches.job import BatchJob, load_job, save_job
from eyebox.batches.queue import MOST_DEATHS
from eyebox.batches.queue_file import Row
from eyebox.batches.results import record
from eyebox.batches.work import Done, do_page
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import file_lock, open_atomically, sentence_for, shown
from eyebox_models.files.document_page import page_path, split_page
from eyebox_models.picture.document import is_pdf
from eyebox_models.picture.tiff import tiff_pages
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.document import DocumentFacts
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.picture_requests import LookInto
from eyebox_models.protocol.requests import Load

Ending = Literal["parquet", "jsonl"]
JOB = "job.json"
LOCK = "cluster.lock"
PLANS = "plan-*.parquet"
FILES_A_SHARD = 16
SHARDS_AT_MOST = 2_000
"""So many pieces of work at once are enough for any cluster, and few enough for Ray to keep in view."""
CPUS_A_NODE = 2
"""With one, a cluster of which a machine was lost waited for ever: nothing was left to start what reads the plan anew."""


@dataclass(frozen=True, slots=True)
class ShardEnded:
    """A share of the plan is done, by this run or by one before: how many pages it has in which state."""

    shard: str
    done: int
    failed: int
    set_aside: int
    was_there: bool = False


def run_on_cluster(
    job: BatchJob,
    files: Iterable[str],
    address: str,
    ended: Callable[[ShardEnded, int, int], None],
    *,
    ending: Ending = "parquet",
    workers: int = 0,
    endpoint: Endpoint | None = None,
) -> None:
    """Does a job on a cluster; its output is a folder that all machines see.

    `ended` is called with each share, how many are done, and how many there are. `address` is Ray's: "auto", "host:6379",
    "local" for a cluster on this machine that ends with this call. `workers`: actors at most; 0 for what the cluster holds.
    `endpoint`: a server is asked, many requests at a time, in place of engines.
    Files that an earlier run of the same job planned are not planned again.

    Raises EyeboxError where Ray is missing, the cluster can't be reached or used, another job's results lie in the folder,
    or there is no engine on a machine of it.
    """
    if job.kind == "pdf":
        raise EyeboxError(
            "batch-cluster-kind",
            "A cluster does not make PDF files, for which all pages of a document have to come together: "
            "leave --cluster out.",
        )
    if endpoint is not None:
        check_endpoint(endpoint, job)
    out = Path(job.output)
    with _alone(out):
        plans = _plan(job, files, out)
        with _connected(address) as ray:
            gpu = endpoint is None and _needs_gpu(ray, job)
            worker = (job.to_json(), str(out), ending, endpoint)
            _work(ray, worker, plans, workers or _room(ray, gpu=gpu), ended, gpu=gpu)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """One run at a time writes to a folder."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, out), str(error)) from error
    with file_lock(out / LOCK) as held:
        if not held:
            raise EyeboxError(
                "batch-elsewhere", "The batch {name} is under way in another Eyebox: pause it there first.",
                name=shown(out),
            )  # fmt: skip
        yield


def _plan(job: BatchJob, files: Iterable[str], out: Path) -> list[Path]:
    """The plans of a folder, with one more for files that are in none of them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    same = replace(job, sources=(), output="")
    if (out / JOB).exists():
        if load_job(out / JOB) != same:
            raise EyeboxError(
                "batch-other-job", "{folder} holds results of another job: choose another folder.", folder=shown(out)
            )  # fmt: skip
    else:
        save_job(same, out / JOB)
    plans = sorted(out.glob(PLANS))
    planned = {_key(file) for plan in plans for part in _parts_of(plan) for file in part["files"]}
    schema = pa.schema([("shard", pa.string()), ("files", pa.list_(pa.string()))])
    target = out / PLANS.replace("*", f"{len(plans) + 1:04}")
    new = _shares(len(plans) + 1, (file for file in files if _key(file) not in planned))
    first = next(new, None)
    if first is not None:
        with open_atomically(target) as written, pq.ParquetWriter(written, schema) as writer:
            writer.write_table(pa.Table.from_pylist([first], schema))
            for some in _some(new, 100):
                writer.write_table(pa.Table.from_pylist(some, schema))
        plans.append(target)
    return plans


def _shares(plan: int, files: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, some in enumerate(_some(files, FILES_A_SHARD), 1):
        yield {"shard": f"part-{plan:04}-{number:07}", "files": some}


def _some(items: Iterable[Any], count: int) -> Iterator[list[Any]]:
    some: list[Any] = []
    for item in items:
        some.append(item)
        if len(some) == count:
            yield some
            some = []
    if some:
        yield some


def _key(file: str) -> bytes:
    return blake2b(os.fsencode(file), digest_size=12).digest()


def _parts_of(plan: Path) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(plan) as file:
        for batch in file.iter_batches(500):
            yield from batch.to_pylist()


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise EyeboxError(
            "ray-missing", 'Ray is not installed: pip install "eyebox[cluster]".', detail=str(error)
        ) from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        ray.init(
            address=None if address == "local" else address,
            logging_level=logging.ERROR,
            log_to_driver=False,
            **({"include_dashboard": False} if address == "local" else {}),
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise EyeboxError(
            "cluster-not-reached", "The cluster {address} can't be reached: is Ray started there?",
            address=shown(address), detail=str(error),
        ) from error  # fmt: skip
    try:
        nodes = [node["Resources"].get("CPU", 0) for node in ray.nodes() if node["Alive"]]
        if min(nodes) < CPUS_A_NODE:
            raise EyeboxError(
                "cluster-small-nodes",
                "Each machine of the cluster needs {count} processors or more: start Ray with --num-cpus={count}.",
                count=CPUS_A_NODE,
            )
        yield ray
    finally:
        ray.shutdown()


def _needs_gpu(ray: Any, job: BatchJob) -> bool:
    return not job.reads and job.options.get("device") != "cpu" and ray.cluster_resources().get("GPU", 0) >= 1


def _room(ray: Any, *, gpu: bool) -> int:
    """How many actors a cluster holds: one a card, else one for two processors."""
    resources = ray.cluster_resources()
    return max(1, int(resources["GPU"] if gpu else resources["CPU"] // CPUS_A_NODE))


def _work(
    ray: Any,
    worker: tuple[Any, ...],
    plans: Sequence[Path],
    most: int,
    ended: Callable[[ShardEnded, int, int], None],
    *,
    gpu: bool,
) -> None:
    import pyarrow.parquet as pq

    shares = sum(pq.read_metadata(plan).num_rows for plan in plans)
    if not shares:
        return
    data = ray.data.read_parquet([str(plan) for plan in plans])
    # without it Ray reads and works in one step, a whole plan by one actor
    data = data.repartition(target_num_rows_per_block=-(-shares // SHARDS_AT_MOST))
    results = data.map(
        ShardWorker,
        fn_constructor_args=worker,
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=most),
        num_cpus=1,
        num_gpus=1 if gpu else None,
    )
    try:
        for count, row in enumerate(results.iter_rows(), 1):
            ended(ShardEnded(**row), count, shares)
    except ray.exceptions.RayError as error:
        cause = getattr(error, "cause", None) or error
        if isinstance(cause, EyeboxError):
            raise cause from error
        raise EyeboxError(
            "cluster-failed", "The cluster gave up: start the same command again, it goes on from here.",
            detail=str(error),
        ) from error  # fmt: skip


class ShardWorker:
    """An actor: keeps an engine, or asks a server, and makes of a share of the plan its shard."""

    def __init__(
        self, job: dict[str, Any], out: str, ending: Ending, endpoint: Endpoint | None = None
    ) -> None:
        self._job = BatchJob.from_json(job)
        self._out = Path(out)
        self._ending = ending
        self._folder = mkdtemp(prefix="eyebox-")
        role = "reader" if self._job.reads else self._job.model.engine
        self._engine = EngineProcess(role, Path(self._folder, "engine.log"))
        self._pictures = PictureEngine()
        self._asker = Asker(endpoint, self._job, self._pictures) if endpoint is not None else None
        self._is_loaded = role == "reader" or self._asker is not None

    def __call__(self, share: dict[str, Any]) -> dict[str, Any]:
        """Writes the shard of a share, where it is not there; what it holds. Raises EyeboxError without an engine."""
        target = self._out / f"{share['shard']}.{self._ending}"
        if target.exists():
            return asdict(_counted(share["shard"], _states_in(target), was_there=True))
        self._load()
        places = [place for file in share["files"] for place in self._places(str(file))]
        with ThreadPoolExecutor(AT_ONCE if self._asker is not None else 1) as pool:
            rows = list(pool.map(lambda place: self._page(*place), places))
        with open_atomically(target) as out:
            _WRITERS[self._ending](rows, out)
        return asdict(_counted(share["shard"], [row.state for row in rows]))

    def close(self) -> None:
        """Ends the engine. (Ray does not call it; an engine ends with the process that started it.)"""
        self._engine.close()
        self._pictures.close()
        rmtree(self._folder, ignore_errors=True)

    def _load(self) -> None:
        if self._is_loaded:
            return
        end = self._engine.run(new_id(), Load(self._job.model, self._job.generation()), lambda _event: None)
        if end.outcome == "failed":
            raise EyeboxError.of(end.message, end.detail)
        self._is_loaded = True

    def _places(self, file: str) -> Iterator[tuple[str, int | None, Done | None]]:
        """The pages of a file, one after the other; with what is wrong where it can't be looked into."""
        numbers: Sequence[int | None] = [None]
        if split_page(file)[1] is None:
            try:
                count = self._count(file)
            except EyeboxError as error:
                yield file, None, Done("failed", None, error.sentence, error.detail)
                return
            if count:
                numbers = wanted(self._job, count)
        for number in numbers:
            yield file, number, None

    def _count(self, file: str) -> int:
        """How many pages a document has; 0 for a picture. Raises EyeboxError."""
        with suppress(OSError, ValueError):
            if is_pdf(file):
                facts: DocumentFacts = self._pictures.run(LookInto(file))
                return facts.pages
        count = len(tiff_pages(file))
        return count if count > 1 else 0

    def _page(self, file: str, page: int | None, wrong: Done | None) -> Row:
        path = file if page is None else page_path(file, page)
        if wrong is not None or self._asker is not None:
            return _row(file, page, 1, wrong or self._asker.ask(path))  # type: ignore[union-attr]
        attempts, done = 0, Done("died")
        while done.outcome == "died" and attempts < MOST_DEATHS:
            attempts += 1
            done = do_page(self._engine, self._job, path)
        if done.outcome == "no engine":
            raise EyeboxError.of(done.reason, done.detail)
        return _row(file, page, attempts, done)


def _row(file: str, page: int | None, attempt: int, done: Done) -> Row:
    state: Literal["done", "failed", "set-aside"] = "failed"
    if done.outcome == "done":
        state = "done"
    elif done.outcome == "died":
        state = "set-aside"
    return Row(file, page, state, attempt, done.reason, done.seconds, "", done.result)


def _counted(shard: str, states: Sequence[str], *, was_there: bool = False) -> ShardEnded:
    return ShardEnded(
        shard, states.count("done"), states.count("failed"), states.count("set-aside"), was_there
    )


def _states_in(shard: Path) -> list[str]:
    if shard.suffix == ".jsonl":
        with shard.open("rb") as lines:
            return [json.loads(line)["state"] for line in lines]
    import pyarrow.parquet as pq

    return pq.read_table(shard, columns=["state"])["state"].to_pylist()  # type: ignore[no-any-return]


def _write_parquet(rows: Sequence[Row], out: Any) -> None:
    """What every kind of job has are columns; what it found is the text, and all of it as JSON."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema(
        [
            ("source", pa.string()), ("page", pa.int32()), ("state", pa.string()), ("attempts", pa.int32()),
            ("seconds", pa.float64()), ("reason", pa.string()), ("link", pa.string()), ("text", pa.string()),
            ("result", pa.string()),
        ]
    )  # fmt: skip
    records = []
    for row in rows:
        said = record(replace(row, result=None))
        found = row.result or {}
        said |= {"text": found.get("text"), "result": json.dumps(found, ensure_ascii=False)}
        records.append({name: _encodable(value) for name, value in said.items()})
    pq.write_table(pa.Table.from_pylist(records, schema), out, compression="zstd")


def _write_lines(rows: Sequence[Row], out: Any) -> None:
    for row in rows:
        out.write(json.dumps(record(row), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _encodable(value: Any) -> Any:
    """A name of a file may hold what no text does."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


_WRITERS = {"parquet": _write_parquet, "jsonl": _write_lines}
