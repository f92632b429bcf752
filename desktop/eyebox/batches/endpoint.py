"""Pages asked of a server that speaks OpenAI's protocol, many at a time. Pictures go to that server, and nowhere else."""

from __future__ import annotations

import base64
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from threading import Event
from typing import Any

from eyebox.batches.job import BatchJob
from eyebox.batches.work import NO_ANSWER, Done, question
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.families.registry import info_named
from eyebox_models.files.http import Dropped, Web
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError, SentenceError
from eyebox_models.protocol.requests import MakeThumbnail

AT_ONCE = 16
"""So many requests of a worker are under way: the server makes batches of them."""
MOST_TRIES = 5
TOKENS = 1280
"""Visual tokens of a picture where the job says no `max_pixels`, as engines of our own take."""
PIXELS = {"pixels": 28 * 28 * TOKENS, "tiles": 12 * 448 * 448, "": 28 * 28 * TOKENS}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server by its address (`http://host:8000/v1`). `family`: how large its model is shown pictures. `key`: its token."""

    url: str
    family: str = ""
    key: str = ""


class Asker:
    """Asks about one page after the other, from any number of threads."""

    def __init__(self, endpoint: Endpoint, job: BatchJob, pictures: PictureEngine, folder: Path) -> None:
        self._web = Web(endpoint.url, token=endpoint.key)
        self._job = job
        self._pictures = pictures
        self._folder = folder
        rule = info_named(endpoint.family).size_rule if endpoint.family else None
        usual = PIXELS[rule.unit] if rule else PIXELS[""]
        if rule and rule.unit == "pixels":
            usual = rule.pixels_per_token * TOKENS
        self._most = job.options.get("max_pixels") or usual
        self._never = Event()

    def ask(self, page: str) -> Done:
        """What became of it; what the server refuses for now is asked again a few times."""
        since = time.monotonic()
        try:
            body = self._body(page)
            for tried in range(1, MOST_TRIES + 1):
                try:
                    answer = self._web.ask("/chat/completions", body, self._never)
                    break
                except Dropped as dropped:
                    if tried == MOST_TRIES:
                        raise
                    time.sleep(dropped.wait if dropped.wait is not None else 2**tried / 4)
            result = self._result(answer)
        except SentenceError as error:
            return Done("failed", None, error.sentence, error.detail, round(time.monotonic() - since, 3))
        seconds = round(time.monotonic() - since, 3)
        return (
            Done("done", result, seconds=seconds) if result else Done("failed", None, NO_ANSWER, "", seconds)
        )

    def _body(self, page: str) -> dict[str, Any]:
        ask = question(self._job, page)
        text = next(part for part in ask.messages[-1].parts if isinstance(part, str))
        options = ask.options
        shown = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{self._picture(page)}"}}
        messages: list[dict[str, Any]] = [
            {"role": "user", "content": [shown, {"type": "text", "text": text}]}
        ]
        if options.system:
            messages.insert(0, {"role": "system", "content": options.system})
        body: dict[str, Any] = {"model": str(self._job.model), "messages": messages, "temperature": 0}
        if options.max_new_tokens:
            body["max_tokens"] = options.max_new_tokens
        if options.schema:
            form = {"name": "answer", "schema": json.loads(options.schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        return body

    def _picture(self, page: str) -> str:
        """A PNG of the page, shrunk to what the family will use, as Base64."""
        facts = self._pictures.measure(page)
        scale = min(1.0, sqrt(self._most / (facts.width * facts.height)))
        file = self._folder / f"{new_id()}.png"
        try:
            size = max(1, int(max(facts.width, facts.height) * scale))
            self._pictures.run(MakeThumbnail(page, str(file), size))
            return base64.b64encode(file.read_bytes()).decode("ascii")
        finally:
            file.unlink(missing_ok=True)

    def _result(self, answer: Any) -> dict[str, Any] | None:
        try:
            text = answer["choices"][0]["message"]["content"]
            used = answer.get("usage") or {}
            result: dict[str, Any] = {
                "text": str(text),
                "tokens_in": int(used.get("prompt_tokens") or 0),
                "tokens_out": int(used.get("completion_tokens") or 0),
            }
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return None
        if self._job.schema or self._job.kind == "extract":
            with suppress(ValueError, RecursionError):
                result["fields" if self._job.kind == "extract" else "data"] = json.loads(result["text"])
        return result


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
