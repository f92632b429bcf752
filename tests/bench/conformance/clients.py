"""Three ways to ask a server that speaks OpenAI's protocol: plain HTTP, the `openai` client and litellm."""

from __future__ import annotations

import http.client
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
PATIENCE = 300.0
"""Seconds that an answer may take."""


class Refusal(Exception):
    """The server has answered with an error. `error` is OpenAI's error object, empty where there was none."""

    def __init__(self, status: int, error: Json, headers: Json | None = None) -> None:
        super().__init__(f"{status} {error.get('message', '')}"[:200])
        self.status, self.error, self.headers = status, error, headers or {}


@dataclass(frozen=True)
class Stream:
    """The events of a stream. `done`: whether it ended in `[DONE]`; None where a client hides that."""

    events: list[Json]
    done: bool | None = None


class Raw:
    """Plain HTTP, as it is."""

    name = "raw"

    def __init__(self, url: str, token: str, model: str) -> None:
        self.url, self.token, self.model = url.rstrip("/"), token, model

    def models(self) -> list[str]:
        return [one["id"] for one in self.whole("GET", "/models")["data"]]

    def model_named(self, name: str) -> Json:
        return self.whole("GET", f"/models/{name}")

    def chat(self, **body: Any) -> Json:
        return self.whole("POST", "/chat/completions", {"model": self.model} | body)

    def chat_stream(self, **body: Any) -> Stream:
        return self.stream("/chat/completions", {"model": self.model, "stream": True} | body)

    def respond(self, **body: Any) -> Json:
        return self.whole("POST", "/responses", {"model": self.model} | body)

    def respond_stream(self, **body: Any) -> Stream:
        return self.stream("/responses", {"model": self.model, "stream": True} | body)

    def whole(self, method: str, path: str, body: Any = None, **headers: str) -> Json:
        """The JSON that is answered. `body` is JSON, or bytes that are sent as they are. Raises Refusal."""
        with self.sent(method, path, body, **headers) as answer:
            return json.loads(answer.read())

    def stream(self, path: str, body: Json) -> Stream:
        """All events of a stream. Raises Refusal."""
        with self.sent("POST", path, body) as answer:
            assert "text/event-stream" in (answer.headers["Content-Type"] or ""), "it is no event stream"
            lines = [line[6:].strip() for line in answer if line.startswith(b"data: ")]
        done = lines[-1:] == [b"[DONE]"]
        return Stream([json.loads(line) for line in lines if line != b"[DONE]"], done)

    @contextmanager
    def sent(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> Iterator[http.client.HTTPResponse]:
        """An answer as it comes in; the connection is cut on leaving. Raises Refusal."""
        where = urlsplit(self.url)
        link = http.client.HTTPConnection(where.hostname or "", where.port, timeout=PATIENCE)
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        about = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"} | headers
        try:
            link.request(method, where.path + path, data, about)
            answer = link.getresponse()
            if answer.status >= 400:
                raise Refusal(answer.status, _error_in(answer.read()), dict(answer.headers))
            yield answer
        finally:
            link.close()


def _error_in(data: bytes) -> Json:
    try:
        found = json.loads(data)["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


class OpenAi(Raw):
    """The `openai` client; what it has no call for goes as plain HTTP."""

    name = "openai"

    def __init__(self, url: str, token: str, model: str) -> None:
        super().__init__(url, token, model)
        from openai import OpenAI

        self.client = OpenAI(base_url=url, api_key=token, max_retries=0, timeout=PATIENCE)

    def models(self) -> list[str]:
        return [one.id for one in self._called(self.client.models.list)]

    def model_named(self, name: str) -> Json:
        return self._called(self.client.models.retrieve, name).model_dump()

    def chat(self, **body: Any) -> Json:
        return self._called(
            self.client.chat.completions.create, model=self.model, **_typed(body)
        ).model_dump()

    def chat_stream(self, **body: Any) -> Stream:
        return self._streamed(self.client.chat.completions.create, **_typed(body))

    def respond(self, **body: Any) -> Json:
        return self._called(self.client.responses.create, model=self.model, **_typed(body)).model_dump()

    def respond_stream(self, **body: Any) -> Stream:
        return self._streamed(self.client.responses.create, **_typed(body))

    def _streamed(self, call: Any, **body: Any) -> Stream:
        events = self._called(lambda: list(call(model=self.model, stream=True, **body)))
        return Stream([one.model_dump() for one in events])

    @staticmethod
    def _called(call: Any, *values: Any, **body: Any) -> Any:
        from openai import APIError, APIStatusError

        try:
            return call(*values, **body)
        except APIStatusError as error:
            raise Refusal(error.status_code, _as_object(error.body)) from error
        except APIError as error:
            raise AssertionError(f"the client: {error}") from error


class LiteLlm(Raw):
    """litellm, for which the server is one of its kind "openai"; models are asked by plain HTTP."""

    name = "litellm"

    def __init__(self, url: str, token: str, model: str) -> None:
        super().__init__(url, token, model)
        os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would download a list of prices
        import litellm

        litellm.telemetry = False
        litellm.suppress_debug_info = True
        self._litellm = litellm
        self._about = {
            "model": f"openai/{model}", "api_base": url, "api_key": token, "timeout": PATIENCE, "num_retries": 0,
        }  # fmt: skip

    def chat(self, **body: Any) -> Json:
        return self._called(self._litellm.completion, **body).model_dump()

    def chat_stream(self, **body: Any) -> Stream:
        events = self._called(lambda **all_: list(self._litellm.completion(**all_)), stream=True, **body)
        return Stream([one.model_dump() for one in events])

    def respond(self, **body: Any) -> Json:
        return self._called(self._litellm.responses, **body).model_dump()

    def respond_stream(self, **body: Any) -> Stream:
        events = self._called(lambda **all_: list(self._litellm.responses(**all_)), stream=True, **body)
        return Stream([one.model_dump() for one in events])

    def _called(self, call: Any, **body: Any) -> Any:
        import openai

        try:
            return call(**self._about, **body)
        except openai.APIStatusError as error:
            raise Refusal(
                error.status_code, {"message": str(error), "type": "", "param": None, "code": None}
            ) from error
        except openai.APIError as error:
            if (status := getattr(error, "status_code", 0)) >= 400:
                raise Refusal(status, dict.fromkeys(("message", "type", "param", "code"), "")) from error
            raise AssertionError(f"the client: {error}") from error


def _typed(body: Json) -> Json:
    """Fields that the client has no argument for go along as they are."""
    extra = {name: body[name] for name in ("no_such_field",) if name in body}
    return {name: value for name, value in body.items() if name not in extra} | (
        {"extra_body": extra} if extra else {}
    )


def _as_object(body: object) -> Json:
    found = body.get("error", body) if isinstance(body, dict) else {}
    return found if isinstance(found, dict) else {}


CLIENTS: dict[str, type[Raw]] = {"raw": Raw, "openai": OpenAi, "litellm": LiteLlm}
