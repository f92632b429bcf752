"""Pages asked of a server that a cluster is given, many at a time. Pictures go to that server, and nowhere else."""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Event

from eyebox.batches.job import BatchJob
from eyebox.batches.work import Done, done_of, question
from eyebox_models.endpoints import known
from eyebox_models.endpoints.family import Server
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.families.registry import info_named
from eyebox_models.files.http import Web
from eyebox_models.picture import decoder
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End

AT_ONCE = 16
"""So many requests of a worker are under way: the server makes batches of them."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server by its address (`http://host:8000/v1`). `family`: how large its model is shown pictures. `key`: its token."""

    url: str
    family: str = ""
    key: str = ""


class Asker:
    """Asks about one page after the other, from any number of threads."""

    def __init__(self, endpoint: Endpoint, job: BatchJob, pictures: PictureEngine) -> None:
        decoder.use(pictures)
        there = known.Endpoint("cluster", endpoint.url, str(job.model), endpoint.family, pictures=True)
        self._server = Server(there, endpoint.key)
        self._job = job
        self._never = Event()

    def ask(self, page: str) -> Done:
        """What became of it; what the server refuses for now is asked again a few times."""
        since = time.monotonic()
        try:
            asked = question(self._job, page)
            answer = self._server.answer_as_known(asked, lambda _event: None, self._never, whole=True)
        except EyeboxError as error:
            return Done("failed", None, error.sentence, error.detail, round(time.monotonic() - since, 3))
        return done_of(self._job, End("done", result=answer), round(time.monotonic() - since, 3))


def check_endpoint(endpoint: Endpoint, job: BatchJob) -> None:
    """Raises EyeboxError where the two do not go together."""
    if job.reads or job.kind not in ("ask", "extract"):
        raise EyeboxError(
            "batch-endpoint-kind", "A server is asked (--job ask) or takes out fields (--job extract), with a --model."
        )  # fmt: skip
    Web(endpoint.url)
    try:
        if endpoint.family:
            info_named(endpoint.family)
    except KeyError:
        raise EyeboxError(
            "family-unknown", "There is no family {name}: give one as qwen2_5_vl, qwen3_vl or internvl.",
            name=endpoint.family,
        ) from None  # fmt: skip
