"""Who may come in: the address that was meant, no web page of somebody else's, the token; and how much of a body is taken."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eyebox.server.fields import ApiError

MOST_BODY = 64 << 20
"""Bytes of a body."""
MOST_BODIES = 256 << 20
"""Bytes of all bodies that are on their way or being taken apart."""
LARGE = 1 << 20
"""Bytes of bodies that are taken apart one after the other: each takes several times its size."""
MOST_WAITING = 64
"""Requests that wait or are worked at."""
SILENCE = 30.0
"""Seconds in which a client has to send something more, or to take something more."""
_LINGER = 1.0
_ALL_READ = "eyebox.all_read"


class Door:
    """Lets those in who may come; everybody else gets OpenAI's error object."""

    def __init__(
        self, app: ASGIApp, token: str, port: Callable[[], int], drop: Callable[[Any], None]
    ) -> None:
        """`drop` closes the connection of a client, by its address."""
        self._app = app
        self._token = token
        self._port = port
        self._drop = drop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def patient(message: Message) -> None:
            """Sends to a client that takes it in, some time."""
            try:
                await asyncio.wait_for(send(message), SILENCE)
            except TimeoutError:
                self._drop(scope.get("client"))
                raise Gone from None

        with suppress(Gone):
            try:
                self._look_at(Headers(scope=scope))
            except ApiError as error:
                await Refusal(error)(scope, receive, patient)
                return
            await self._app(scope, receive, patient)

    def _look_at(self, headers: Headers) -> None:
        own = {f"{name}:{self._port()}" for name in ("127.0.0.1", "localhost")}
        if headers.get("host", "").lower() not in own:
            raise ApiError(
                403, "This server answers to 127.0.0.1 and localhost alone: the request names another host.",
                code="host_not_allowed",
            )  # fmt: skip
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in {f"http://{one}" for one in own}:
            raise ApiError(
                403, "Web pages of other addresses may not ask this server.", code="origin_not_allowed"
            )  # fmt: skip
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), self._token.encode()):
            raise ApiError(
                401, "The API key is missing or wrong: send the token that `eyebox serve` printed, as "
                "'Authorization: Bearer TOKEN'.",
                code="invalid_api_key",
            )  # fmt: skip


class Places:
    """How many requests are taken in at once, and how many bytes of bodies."""

    def __init__(self) -> None:
        self._taken = 0
        self._bytes = 0
        self._large = asyncio.Lock()

    def __enter__(self) -> Places:
        if self._taken >= MOST_WAITING:
            raise ApiError(
                429, f"{MOST_WAITING} requests wait already; try again later.", code="rate_limit_exceeded", wait=5
            )  # fmt: skip
        self._taken += 1
        return self

    def __exit__(self, *_error: object) -> None:
        self._taken -= 1

    async def body(self, scope: Scope, receive: Receive, use: Callable[[bytearray], Awaitable[Any]]) -> Any:
        """The body of a request, given to `use`. Raises ApiError for one that is too large or does not come, Gone."""
        length = Headers(scope=scope).get("content-length", "")
        if length.isdigit() and int(length) > MOST_BODY:
            raise _too_large()
        whole = bytearray()  # one block, which goes back whole, and not thousands of pieces
        try:
            while True:
                message = await _within(receive(), "The rest of the request did not come in time.")
                if message["type"] == "http.disconnect":
                    raise Gone
                part = message.get("body", b"")
                whole += part
                self._bytes += len(part)
                if len(whole) > MOST_BODY:
                    raise _too_large()
                if self._bytes > MOST_BODIES:
                    raise ApiError(
                        429, "Too much is being sent at once; try again later.", code="rate_limit_exceeded", wait=5
                    )  # fmt: skip
                if not message.get("more_body", False):
                    break
            scope[_ALL_READ] = True
            if len(whole) < LARGE:
                return await use(whole)
            async with self._large:
                return await use(whole)
        finally:
            self._bytes -= len(whole)


class Gone(Exception):
    """The client has gone away, or takes nothing in: nobody waits for an answer."""


class Refusal(JSONResponse):
    """An error. What still comes of the request's body is read for a moment, so that the client reads it, too."""

    def __init__(self, error: ApiError) -> None:
        headers = {"Retry-After": str(error.wait)} if error.wait else {}
        if error.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        super().__init__(error.body, error.status, headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get(_ALL_READ):
            await super().__call__(scope, receive, send)
            return
        headers = [*self.raw_headers, (b"connection", b"close")]
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        try:
            async with asyncio.timeout(_LINGER):
                while (message := await receive())["type"] == "http.request" and message.get("more_body"):
                    pass
        except TimeoutError:
            pass
        await send({"type": "http.response.body", "body": b""})


def _too_large() -> ApiError:
    return ApiError(413, f"The request is larger than {MOST_BODY >> 20} MiB.", code="request_too_large")


async def _within(waiting: Awaitable[Message], sentence: str) -> Message:
    try:
        return await asyncio.wait_for(waiting, SILENCE)
    except TimeoutError:
        raise ApiError(408, sentence, code="timeout") from None
