"""`eyebox batch --cluster`: the same job on a Ray cluster, and what is said meanwhile."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from pathlib import Path

from eyebox.batches.cluster import ShardEnded, run_on_cluster
from eyebox.batches.endpoint import Endpoint
from eyebox.batches.files import TABLES
from eyebox.batches.job import BatchJob
from eyebox.batches.sources import files_of
from eyebox.cli.engine_request import print_json
from eyebox.cli.terminal import ProgressLine, complain
from eyebox.cli.videos import PassedOver
from eyebox_models.files.atomic_write import shown
from eyebox_models.offline.guard import allow_everything
from eyebox_models.protocol.errors import EyeboxError, Sentence

KEY = "EYEBOX_ENDPOINT_KEY"
"""Environment variable with a server's key: a command line is seen by others."""


def batch_on_cluster(job: BatchJob, options: Namespace) -> int:
    """Runs it: 1 where a page failed or was set aside. The same command goes on after an interruption."""
    if Path(job.output).suffix.lower() in TABLES:
        raise EyeboxError(
            "cluster-output", "A cluster writes many files: name a folder with --out, not {name}.", name=shown(job.output)
        )  # fmt: skip
    server = None
    if options.endpoint:
        server = Endpoint(options.endpoint, options.family or "", os.environ.get(KEY, ""))
    states: Counter[str] = Counter()
    videos = PassedOver()
    with ProgressLine(f"{shown(job.output)}: starting") as line:

        def ended(shard: ShardEnded, done: int, total: int) -> None:
            states.update(
                {"done": shard.done, "failed": shard.failed, "set-aside": shard.set_aside}
            )  # of all runs so far
            if options.json:
                print_json({"event": "shard", "shard": shard.shard, "was_there": shard.was_there})
                print_json(
                    {
                        "event": "progress", "shards_done": done, "shards": total, "done": states["done"],
                        "failed": states["failed"], "set_aside": states["set-aside"],
                    }
                )  # fmt: skip
            line.update(f"{shown(job.output)}: {done:,} of {total:,} shards, {states.total():,} pages")

        files = (path for path, _place in files_of(job.sources, job.output, videos.add))
        allow_everything(
            Sentence("cluster-given", "The cluster {address} does this batch.", address=options.cluster)
        )
        run_on_cluster(
            job,
            files,
            options.cluster,
            ended,
            ending=options.shards,
            workers=options.workers or 0,
            endpoint=server,
        )
    if options.json:
        print_json({"event": "end", "outcome": "done", "out": job.output, "pages": states.total(), **states})
    else:
        parts = [f"{count:,} {state}" for state, count in states.items() if count]
        complain(f"{shown(job.output)}: done; pages: {', '.join(parts) or 'none'}.")
    videos.say()
    return 1 if states["failed"] or states["set-aside"] else 0
