"""The local API: its paths, and the way of a request through it."""

from __future__ import annotations

import asyncio
import json
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from eyebox.server import chat, reading, responses
from eyebox.server.answering import Asked
from eyebox.server.door import Door, Gone, Places, Refusal
from eyebox.server.fields import ApiError, Fields, parsed, text
from eyebox.server.link import GONE, Engines, Job
from eyebox.server.models import Models, Offered
from eyebox.server.pictures import Shelf
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.events import Answer, BoxFound, End, TextDelta
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.requests import Answering

KEEP_ALIVE = 10.0
"""Seconds without a word after which a stream says that it is still there, so that nobody takes it for dead."""
STOPPED = "The answer was stopped in Eyebox."
ENDING = "The local API was ended while it worked at this."


class Written(Protocol):
    """An answer in a protocol's words: the events of a stream, or one object."""

    def begin(self) -> Iterator[Any]: ...
    def take(self, event: Any) -> Iterator[Any]: ...
    def end(self, answer: Answer) -> Iterator[Any]: ...
    def fail(self, error: ApiError) -> Iterator[Any]: ...
    def whole(self, answer: Answer) -> dict[str, Any]: ...


class Api:
    """All that answers; `app` is what a server runs.

    `token` is what callers have to know, `port` the one that is listened at, `folder` one for files of this process alone,
    `allowed` the folders whose files may be named, `chosen` the model that answers where none is named, `usual` how
    models are loaded and how they answer where nothing is said. `drop` closes the connection of a client that has
    stopped to read, by its address.
    """

    def __init__(
        self, token: str, port: Callable[[], int], folder: Path, allowed: Sequence[Path], chosen: ModelRef | None,
        usual: Options, drop: Callable[[Any], None],
    ) -> None:  # fmt: skip
        self.engines = Engines()
        self.models = Models(self.engines, chosen)
        self.places = Places()
        self.usual = usual
        self._folder, self._allowed = folder, allowed
        routes = [
            Route("/v1/models", self._list_models, methods=["GET"]),
            Route("/v1/models/{name:path}", self._one_model, methods=["GET"]),
            Route("/v1/chat/completions", _Answering(self, chat.asked, chat.Chunks), methods=["POST"]),
            Route("/v1/responses", _Answering(self, responses.asked, responses.Events), methods=["POST"]),
            Route("/v1/read", _Reading(self), methods=["POST"]),
        ]
        handlers: dict[Any, Any] = {
            ApiError: _refuse,
            HTTPException: _no_such,
            RecursionError: _too_deep,
            Exception: _unexpected,
        }
        self.app: ASGIApp = Door(Starlette(routes=routes, exception_handlers=handlers), token, port, drop)

    async def end(self) -> None:
        """Ends all answers under way, and what worked at them."""
        self.engines.end_jobs(End("failed", ENDING))
        await asyncio.sleep(0)
        await self.engines.close()

    @asynccontextmanager
    async def shelf(self) -> AsyncIterator[Shelf]:
        """For the pictures of one request."""
        shelf = Shelf(self._folder, self._allowed)
        try:
            yield shelf
        finally:
            await asyncio.to_thread(shelf.clear)

    async def _list_models(self, _request: Request) -> Response:
        found = await self.models.all()
        return JSONResponse({"object": "list", "data": [one.as_object() for one in found]})

    async def _one_model(self, request: Request) -> Response:
        return JSONResponse((await self.models.named(request.path_params["name"])).as_object())


class _Answering:
    """A path that answers by a model, in the words of one of the protocols."""

    def __init__(
        self,
        api: Api,
        asked: Callable[[Fields, Offered, Shelf, Options], Asked],
        written: Callable[[Asked], Written],
    ) -> None:
        """`asked` takes a request apart, `written` puts what comes of it into words."""
        self._api = api
        self._take_apart = asked
        self._written = written

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._api.places as places:
            async with self._api.shelf() as shelf:
                asked = await places.body(scope, receive, lambda body: self._asked(body, shelf))
                job = await self._api.engines.submit(Answering(asked.ask), asked.title)
                async with stopped_without(receive, job):
                    await self._answer(asked, job, scope, receive, send)

    async def _asked(self, body: bytearray, shelf: Shelf) -> Asked:
        fields = Fields(await asyncio.to_thread(parsed, body))
        offered = await self._api.models.named(fields.take("model", text))
        return await asyncio.to_thread(self._take_apart, fields, offered, shelf, self._api.usual)

    async def _answer(self, asked: Asked, job: Job, scope: Scope, receive: Receive, send: Send) -> None:
        written = self._written(asked)
        if not asked.stream:
            answer = answer_of(await job.end())
            await JSONResponse(written.whole(answer))(scope, receive, send)
            return
        stream = _Stream(send)
        while not isinstance(event := await job.next(KEEP_ALIVE), End):
            if isinstance(event, TextDelta | BoxFound):
                await stream.begin(written)
                await stream.put(_events(written.take(event)))
            elif monotonic() - stream.latest >= KEEP_ALIVE:
                await stream.begin(written)
                await stream.put(b": still at it\n\n")
        try:
            answer = answer_of(event)
        except ApiError as error:
            if not stream.begun:
                raise
            await stream.put(_events(written.fail(error)), more=False)
            return
        await stream.begin(written)
        await stream.put(_events(written.end(answer)), more=False)


class _Reading:
    """The path that reads the text of a picture."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = Headers(scope=scope).get("content-type", "").lower()
        with self._api.places as places:
            async with self._api.shelf() as shelf:

                def asked(body: bytearray) -> Awaitable[reading.Wanted]:
                    return asyncio.to_thread(reading.asked, body, kind, shelf)

                wanted = await places.body(scope, receive, asked)
                job = await self._api.engines.submit(wanted.request, wanted.title)
                async with stopped_without(receive, job):
                    end = await job.end()
                if not isinstance(end.result, Page):
                    raise error_of(end)
                answer = await asyncio.to_thread(reading.written, wanted, end.result)
                await JSONResponse(answer)(scope, receive, send)


class _Stream:
    """Server-sent events to one client."""

    def __init__(self, send: Send) -> None:
        self.begun = False
        self.latest = monotonic()
        """When something was written."""
        self._send = send

    async def begin(self, written: Written) -> None:
        """Writes what comes first, once."""
        if self.begun:
            return
        self.begun = True
        headers = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-store")]
        await self._send({"type": "http.response.start", "status": 200, "headers": headers})
        await self.put(_events(written.begin()))

    async def put(self, data: bytes, *, more: bool = True) -> None:
        """Writes events; `more` follow."""
        if data or not more:
            self.latest = monotonic()
            await self._send({"type": "http.response.body", "body": data, "more_body": more})


@asynccontextmanager
async def stopped_without(receive: Receive, job: Job) -> AsyncIterator[None]:
    """Stops the job when the client goes away, or does not take in what comes of it."""

    async def watch() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        job.stop()

    watching = asyncio.create_task(watch())
    try:
        yield
    except BaseException:
        job.stop()
        raise
    finally:
        watching.cancel()


def answer_of(end: End) -> Answer:
    """The answer that a job ended with. Raises ApiError."""
    if isinstance(end.result, Answer) and (end.outcome == "done" or end.result.cut):
        return end.result
    raise error_of(end)


_REFUSED = {
    "picture-memory": (503, "out_of_memory", None),
    "memory": (503, "out_of_memory", None),
    "picture-": (400, "invalid_image", "messages"),
    "document-": (400, "invalid_image", "messages"),
    "schema-": (400, "invalid_schema", "response_format"),
    "tools-": (400, "unsupported_parameter", "tools"),
    "no-system-prompt": (400, "unsupported_parameter", "messages"),
    "chat-too-long": (400, "context_length_exceeded", "messages"),
    "no-such-model": (404, "model_not_found", "model"),
}
"""What engines say, by how its code begins, as OpenAI's status, code and field; the first that fits."""


def error_of(end: End) -> ApiError:
    """Why a job brought nothing."""
    if end.outcome == "stopped":
        return ApiError(503, STOPPED, code="stopped")
    if end.message in (ENDING, GONE):
        return ApiError(503, end.message, code="closed")
    code = getattr(end.message, "code", "failed")
    for begins, (status, name, param) in _REFUSED.items():
        if code.startswith(begins):
            return ApiError(status, end.message, code=name, param=param)
    return ApiError(500, end.message or "There was no answer.", code=code)


def _events(parts: Iterable[Any]) -> bytes:
    """Server-sent events."""
    return b"".join(map(_event, parts))


def _event(data: Any) -> bytes:
    """A server-sent event; one that has a name of its own says it."""
    if isinstance(data, str):
        return f"data: {data}\n\n".encode()
    name = f"event: {data['type']}\n" if "type" in data else ""
    return f"{name}data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


async def _refuse(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return Refusal(error)


async def _no_such(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        said = f"{request.method} is not for {request.url.path}."
        return Refusal(ApiError(405, said, code="method_not_allowed"))
    there = "/v1/models, /v1/chat/completions, /v1/responses and /v1/read are there."
    said = f"There is nothing at {request.url.path[:200]}: {there}"
    return Refusal(ApiError(error.status_code, said, code="unknown_url"))


async def _too_deep(_request: Request, _error: Exception) -> Response:
    return Refusal(ApiError(400, "The request is nested too deep.", code="invalid_value"))


async def _unexpected(_request: Request, error: Exception) -> Response:
    if isinstance(error, Gone):
        raise error
    if isinstance(error, OSError):
        return Refusal(ApiError(503, f"Eyebox can't be reached: {error}.", code="engines_unreachable"))
    traceback.print_exception(error, file=sys.stderr)
    return Refusal(ApiError(500, f"Something unexpected went wrong ({error!r}).", code="unexpected"))
