"""OpenAI's protocol: what is asked, and the answer as it comes, piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPResponse
from threading import Event
from time import monotonic
from typing import Any

from eyebox_models.endpoints.known import Endpoint
from eyebox_models.endpoints.messages import CallPieces, refuses_tools
from eyebox_models.files.http import Web
from eyebox_models.files.http_errors import Dropped, not_understood
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, Stopped

MOST_TRIES = 4
FIRST_WAIT = 0.5
"""Seconds before the second try, twice as many before each further one."""
LONGEST_WAIT = 60.0
"""Seconds that a server may ask to be left alone before it is asked again; one that wants more is not waited for."""
LONGEST_LINE = 1 << 20
LARGEST_TEXT = 4 << 20
"""Bytes of an answer in one piece, and a 64th of those of a stream: a server that sends more never comes to an end."""
EYEBOX = "eyebox"
"""What an Eyebox calls itself in each part of its answers (`system_fingerprint`): it gives boxes apart from the text."""
LONGEST = 3600.0
"""Seconds after which the same holds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A further piece of an answer. `ended` says why it is the last ("stop", "length"); `used` counts tokens in and out.

    `calls`: of tools, in the form in which models write them (`tools.calls`), all of them in one of the last pieces.
    `boxes`: an Eyebox gives them apart from the text, as `server.answering.box_object` writes them; None where nobody does.
    """

    text: str = ""
    ended: str = ""
    used: tuple[int, int] | None = None
    boxes: tuple[Any, ...] | None = None
    calls: str = ""


class Talk:
    """A server that is asked, by any number of threads. `model`: who is asked; without a choice "" before the first answer."""

    def __init__(self, endpoint: Endpoint, key: str = "") -> None:
        self.endpoint = endpoint
        self.model = endpoint.model
        self._web = Web(endpoint.url, token=key)

    def models(self, stop: Event) -> tuple[str, ...]:
        """What it calls its models. Raises EyeboxError, Dropped, Stopped."""
        found = self._web.ask("/models", None, stop)
        entries = found.get("data") if isinstance(found, dict) else None
        if not isinstance(entries, list):
            raise not_understood(self.endpoint.host, b"")
        return tuple(
            entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)
        )

    def chat(self, body: dict[str, Any], stop: Event) -> Iterator[Piece]:
        """The pieces of an answer. What is refused for now before the first of them is asked again, a few times.

        Raises EyeboxError; Dropped, also where it ends in the middle; Stopped.
        """
        broke: Dropped | None = None
        for tried in range(1, MOST_TRIES + 1):
            begun = False
            try:
                self.model = self.model or self._first_model(stop)
                for piece in self._stream({"model": self.model, **body}, stop):
                    begun = True
                    yield piece
                return
            except Dropped as dropped:
                if begun or dropped.code == "no-answer" or ("tools" in body and refuses_tools(dropped)):
                    raise
                # that it took the question and broke says more than that it is not there now
                broke = broke or (dropped if dropped.code == "connection-broke" else None)
                wait = dropped.wait if dropped.wait is not None else FIRST_WAIT * 2 ** (tried - 1)
                if tried == MOST_TRIES or wait > LONGEST_WAIT:
                    raise (broke or dropped) from dropped
                if stop.wait(wait):
                    raise Stopped from None

    def _first_model(self, stop: Event) -> str:
        for name in self.models(stop):
            return name
        raise EyeboxError("endpoint-without-model", "{host} has no model.", host=self.endpoint.host)

    def _stream(self, body: dict[str, Any], stop: Event) -> Iterator[Piece]:
        body = {**body, "stream": True, "stream_options": {"include_usage": True}}
        with self._web.asking("/chat/completions", body, stop, accept="text/event-stream") as response:
            kind = response.headers.get("Content-Type", "application/json").partition(";")[0].strip().lower()
            if kind == "application/json":  # it does not stream
                yield from self._whole(response)
                return
            if kind != "text/event-stream":
                raise not_understood(self.endpoint.host, f"Content-Type: {kind}".encode())
            yield from self._pieces(response, stop)

    def _pieces(self, response: HTTPResponse, stop: Event) -> Iterator[Piece]:
        ended, size, until, calls = False, 0, monotonic() + LONGEST, CallPieces()
        while line := response.readline(LONGEST_LINE + 1):
            if stop.is_set():
                raise Stopped
            size += len(line)
            if len(line) > LONGEST_LINE or size > 64 * LARGEST_TEXT or monotonic() > until:
                raise EyeboxError(
                    "endpoint-without-end", "The answer of {host} has no end and was cut: ask for fewer tokens.",
                    host=self.endpoint.host,
                )  # fmt: skip
            data = line.strip()
            if not data.startswith(b"data:"):
                continue
            data = data[5:].strip()
            if data == b"[DONE]":
                ended = True
                break
            piece = self._piece(data, calls)
            ended = ended or bool(piece.ended)
            yield piece
        if stop.is_set():
            raise Stopped
        if not ended:
            raise Dropped(
                "connection-broke", "The connection to {host} broke: check the network, or try again later.",
                host=self.endpoint.host,
            )  # fmt: skip
        yield Piece(calls=calls.text())

    def _piece(self, data: bytes, calls: CallPieces) -> Piece:
        try:
            found = json.loads(data)
            self._check(found)
            used = found.get("usage")
            count = (int(used["prompt_tokens"]), int(used["completion_tokens"])) if used else None
            for choice in found.get("choices") or ():
                delta = choice.get("delta") or {}
                calls.take(delta.get("tool_calls"))
                is_eyebox = found.get("system_fingerprint") == EYEBOX
                boxes = tuple(delta.get("boxes") or ()) if is_eyebox else None
                return Piece(
                    str(delta.get("content") or ""), str(choice.get("finish_reason") or ""), count, boxes
                )
            return Piece(used=count)
        except (ValueError, ArithmeticError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise not_understood(self.endpoint.host, data) from error

    def _check(self, found: Any) -> None:
        """Raises EyeboxError where a server says in place of an answer what is wrong."""
        if error := found.get("error"):
            raise EyeboxError(
                "endpoint-says", "{host} says: {reason}", host=self.endpoint.host,
                reason=str(error.get("message", error) if isinstance(error, dict) else error)[:500],
            )  # fmt: skip

    def _whole(self, response: HTTPResponse) -> Iterator[Piece]:
        body = response.read(LARGEST_TEXT + 1)
        try:
            found = json.loads(body)
            self._check(found)
            for choice in found["choices"]:
                used = found.get("usage") or {}
                count = int(used.get("prompt_tokens") or 0), int(used.get("completion_tokens") or 0)
                message, calls = choice["message"], CallPieces()
                calls.take(message.get("tool_calls"))
                content = message.get("content") if message.get("tool_calls") else message["content"]
                ended = str(choice.get("finish_reason") or "stop")
                yield Piece(str(content or ""), ended, count, calls=calls.text())
                return
            raise ValueError("no choice")
        except (ValueError, ArithmeticError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise not_understood(self.endpoint.host, body) from error
