"""The local API without engines: what a request asks of them, what is refused, and how answers are written."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.server import door
from eyebox.server.api import Api
from eyebox.server.link import Job
from eyebox_models.protocol.ask import ModelRef, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.cards import ModelCard, ModelCards
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.events import Answer, BoxFound, End, TextDelta
from eyebox_models.protocol.page import Line, Page
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.protocol.requests import Answering, ListModels, Request
from eyebox_resources import path

TOKEN = "the-token"
PNG = Path(path("sample.png")).read_bytes()
URI = "data:image/png;base64," + base64.b64encode(PNG).decode()
DOG = BoxFound(0, 0, Box("dog", 1, 2, 30, 40, source="model"), 2, 5)
ANSWER = Answer(0, "a dog", raw="a <ref>dog</ref>", boxes=(DOG,), tokens_in=7, tokens_reused=2, tokens_out=3)
PATHS = ("/v1/chat/completions", "/v1/responses", "/v1/read")
NAMES = (
    "model", "messages", "input", "image", "stream", "stream_options", "stop", "seed", "tools", "tool_choice", "response_format",
    "text", "format", "type", "json_schema", "schema", "role", "content", "image_url", "url", "tool_calls", "function", "name",
    "arguments", "n", "logprobs", "max_tokens", "temperature", "instructions", "mode", "scripts", "extract", "detail",
)  # fmt: skip
EVENTS = (TextDelta(0, "a "), TextDelta(0, "dog"), DOG, End("done", result=ANSWER))
TOOL = {"type": "function", "function": {"name": "zoom", "parameters": {"type": "object"}}}
CARD = ModelCard("/models/tiny", "Org/Tiny", "qwen2_vl", source="huggingface")


class Engines:
    """In the place of engines: notes what is asked and plays events."""

    def __init__(self, events: Sequence[Any] = EVENTS) -> None:
        self.events = events
        self.asked: list[Request] = []
        self.titles: list[str] = []
        self.stopped = 0

    async def submit(self, request: Request, title: str = "") -> Job:
        if isinstance(request, ListModels):
            return self._job([End("done", result=ModelCards((CARD,)))])
        self.asked.append(request)
        self.titles.append(title)
        return self._job(self.events)

    def _job(self, events: Sequence[Any]) -> Job:
        job = Job(SimpleNamespace(send=self._send))  # type: ignore[arg-type]
        for event in events:
            job.put(event)
        return job

    def _send(self, message: dict[str, Any]) -> None:
        self.stopped += "stop" in message


class Answered:
    """What a request was answered."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.status = messages[0]["status"] if messages else 0
        self.headers = (
            {name.decode(): value.decode() for name, value in messages[0]["headers"]} if messages else {}
        )
        self.body = b"".join(message.get("body", b"") for message in messages[1:])

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> tuple[int, str]:
        """The status, and the code of the error."""
        return self.status, self.json["error"]["code"]

    @property
    def events(self) -> list[Any]:
        lines = self.body.decode().split("\n\n")
        return [line[6:] if line.endswith("[DONE]") else json.loads(line[6:]) for line in lines if line]


class Caller:
    """Calls an API as a server would."""

    patience = 0.0
    """Seconds that a client takes for each piece."""

    def __init__(
        self, folder: Path, chosen: str | None = None, drop: Callable[[Any], None] = lambda _client: None
    ) -> None:
        self.engines = Engines()
        folder.mkdir()
        self.allowed = folder / "allowed"
        self.allowed.mkdir()
        self.sent = folder / "sent"
        self.sent.mkdir()
        model = None if chosen is None else ModelRef(chosen)
        self.api = Api(TOKEN, lambda: 80, self.sent, [self.allowed.resolve()], model, Options(), drop)
        self.api.engines = self.engines  # type: ignore[assignment]
        self.api.models._engines = self.engines  # type: ignore[assignment]

    def call(
        self, path: str, body: Any = None, headers: dict[str, str] | None = None, *, parts: Sequence[bytes] | None = None
    ) -> Answered:  # fmt: skip
        given = {"host": "127.0.0.1:80", "authorization": f"Bearer {TOKEN}", **(headers or {})}
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        coming = list(parts if parts is not None else [data])
        written: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            if coming:
                return {"type": "http.request", "body": coming.pop(0), "more_body": bool(coming)}
            return await asyncio.Event().wait() or {}  # type: ignore[return-value]

        async def send(message: Any) -> None:
            await asyncio.sleep(self.patience)
            written.append(message)

        scope = {
            "type": "http", "method": "GET" if body is None and parts is None else "POST", "path": path, "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in given.items()], "client": ("127.0.0.1", 5),
        }  # fmt: skip
        asyncio.run(self.api.app(scope, receive, send))  # type: ignore[arg-type]
        return Answered(written)

    def chat(self, **fields: Any) -> Answered:
        return self.call("/v1/chat/completions", {"model": "Org/Tiny", "messages": asking(), **fields})


def asking(text: str = "where is the dog?", url: str = URI) -> list[Any]:
    picture = {"type": "image_url", "image_url": {"url": url}}
    return [{"role": "user", "content": [picture, {"type": "text", "text": text}]}]


@pytest.fixture
def caller(tmp_path: Path) -> Iterator[Caller]:
    yield Caller(tmp_path / "api")


def test_an_answer_with_its_boxes(caller: Caller) -> None:
    found = caller.chat(seed=5, stop="END", max_tokens=9, temperature=0.5, top_p=0.9)
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    assert request.ask.model == "/models/tiny"
    assert request.ask.options == Options(seed=5, stop=("END",), max_new_tokens=9, temperature=0.5, top_p=0.9)
    (picture,) = request.ask.shown
    assert picture.path.startswith(str(caller.sent)) and picture.path.endswith("picture-1.png")
    assert caller.engines.titles == ["where is the dog?"]
    choice = found.json["choices"][0]
    assert choice["message"]["content"] == "a dog" and choice["finish_reason"] == "stop"
    assert choice["message"]["boxes"] == [
        {"image": 0, "label": "dog", "box": [1, 2, 30, 40], "start": 2, "end": 5}
    ]
    assert found.json["usage"]["total_tokens"] == 10
    assert found.json["usage"]["prompt_tokens_details"] == {"cached_tokens": 2}
    assert not any(caller.sent.iterdir()), "the picture that was sent is deleted"


def test_the_readers_tokens_are_words(caller: Caller) -> None:
    caller.engines.events = [End("done", result=Answer(0, "two words", cut=True))]
    found = caller.chat(model="reader", max_completion_tokens=2, temperature=1, top_p=0.5).json
    (request,) = caller.engines.asked
    assert isinstance(request, Answering) and request.ask.options.max_new_tokens == 2
    assert found["usage"]["completion_tokens"] == 2 and found["choices"][0]["finish_reason"] == "length"


def test_a_stream_ends_in_done(caller: Caller) -> None:
    found = caller.chat(stream=True, stream_options={"include_usage": True})
    assert found.headers["content-type"].startswith("text/event-stream")
    *chunks, usage, done = found.events
    assert done == "[DONE]" and usage["choices"] == [] and usage["usage"]["completion_tokens"] == 3
    deltas = [chunk["choices"][0]["delta"] for chunk in chunks]
    assert deltas[0] == {"role": "assistant", "content": ""}
    assert "".join(delta.get("content", "") for delta in deltas) == "a dog"
    assert [delta["boxes"][0]["label"] for delta in deltas if "boxes" in delta] == ["dog"]
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert {chunk["id"] for chunk in [*chunks, usage]} == {usage["id"]}


def test_tools_are_passed_on_and_calls_come_back(caller: Caller) -> None:
    pieces = ["Let me ", "look.\n<to", 'ol_call>\n{"name": "zoom", "arguments": {"by": 2}}', "\n</tool_call>"]
    answer = Answer(0, "".join(pieces))
    caller.engines.events = [*(TextDelta(0, piece) for piece in pieces), End("done", result=answer)]
    choice = caller.chat(tools=[TOOL]).json["choices"][0]
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    assert json.loads(request.ask.messages[0].tools)[0]["function"]["name"] == "zoom"
    assert choice["finish_reason"] == "tool_calls" and choice["message"]["content"] == "Let me look."
    (call,) = choice["message"]["tool_calls"]
    assert call["function"] == {"name": "zoom", "arguments": '{"by": 2}'}
    *chunks, _done = caller.chat(tools=[TOOL], stream=True).events
    deltas = [chunk["choices"][0]["delta"] for chunk in chunks]
    assert "".join(delta.get("content", "") for delta in deltas) == "Let me look.\n"
    assert deltas[-2]["tool_calls"][0]["function"] == call["function"]
    # what it found goes back
    result = {"role": "tool", "tool_call_id": call["id"], "content": "done"}
    caller.chat(tools=[TOOL], messages=[*asking(), choice["message"], result])
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering)
    assert [message.role for message in request.ask.messages] == ["user", "assistant", "tool"]
    assert json.loads(request.ask.messages[1].calls)[0]["function"] == {
        "name": "zoom",
        "arguments": {"by": 2},
    }
    # without tools, or with none chosen, it is text
    assert caller.chat().json["choices"][0]["message"]["content"] == answer.text
    caller.chat(tools=[TOOL], tool_choice="none")
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering) and not request.ask.messages[0].tools


def test_a_call_that_is_demanded_is_what_the_answer_keeps_to(caller: Caller) -> None:
    parameters = {
        "type": "object",
        "properties": {"by": {"$ref": "#/$defs/by"}},
        "$defs": {"by": {"type": "integer"}},
    }
    tool = {"type": "function", "function": {"name": "zoom", "strict": True, "parameters": parameters}}
    written = '{"name": "zoom", "arguments": {"by": 2}}'
    caller.engines.events = (TextDelta(0, written), End("done", result=Answer(0, written)))
    named = {"type": "function", "function": {"name": "zoom"}}
    for choice in (named, "required"):
        answered = caller.chat(tools=[tool], tool_choice=choice).json["choices"][0]
        request = caller.engines.asked[-1]
        assert isinstance(request, Answering) and request.ask.options.schema
        schema = json.loads(request.ask.options.schema)
        assert schema["properties"]["name"] == {"const": "zoom"} and schema["$defs"] == {
            "by": {"type": "integer"}
        }
        [call] = answered["message"]["tool_calls"]
        assert call["function"] == {"name": "zoom", "arguments": '{"by": 2}'}
        assert answered["message"]["content"] is None and answered["finish_reason"] == "tool_calls"
    *chunks, _done = caller.chat(tools=[tool], tool_choice=named, stream=True).events
    assert not any(chunk["choices"][0]["delta"].get("content") for chunk in chunks)
    caller.chat(tools=[tool, TOOL], tool_choice="required")
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering) and request.ask.options.schema
    assert len(json.loads(request.ask.options.schema)["anyOf"]) == 2


def test_a_chat_of_several_turns(caller: Caller) -> None:
    messages = [
        {"role": "developer", "content": "Be brief."},
        {"role": "system", "content": [{"type": "text", "text": "And kind."}]},
        *asking("what is it?"),
        {"role": "assistant", "content": "a dog"},
        {"role": "user", "content": "which colour?"},
    ]
    caller.chat(messages=messages)
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    assert [message.role for message in request.ask.messages] == ["system", "user", "assistant", "user"]
    assert request.ask.messages[0].text == "Be brief.\n\nAnd kind."
    assert isinstance(request.ask.messages[1].parts[0], Picture)


@pytest.mark.parametrize(
    ("shape", "schema"),
    [
        ({"type": "text"}, None),
        ({"type": "json_object"}, {"type": "object"}),
        (
            {
                "type": "json_schema",
                "json_schema": {"name": "n", "strict": True, "schema": {"type": "array"}},
            },
            {"type": "array"},
        ),
    ],
)
def test_the_form_of_an_answer(caller: Caller, shape: dict[str, Any], schema: Any) -> None:
    caller.chat(response_format=shape)
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    given = request.ask.options.schema
    assert (None if given is None else json.loads(given)) == schema


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"n": 2}, "unsupported_parameter"),
        ({"logprobs": True}, "unsupported_parameter"),
        ({"presence_penalty": 0.5}, "unsupported_parameter"),
        ({"tools": [{"type": "function"}]}, "missing_required_parameter"),
        ({"tools": [{"type": "function", "function": {"name": "a b"}}]}, "invalid_value"),
        ({"tools": [TOOL], "tool_choice": "always"}, "invalid_value"),
        ({"tool_choice": "required"}, "invalid_value"),
        ({"tools": [TOOL], "tool_choice": {"type": "function", "function": {"name": "b"}}}, "invalid_value"),
        (
            {"tools": [TOOL], "tool_choice": "required", "response_format": {"type": "json_object"}},
            "invalid_value",
        ),
        ({"tools": [TOOL], "model": "reader"}, "unsupported_parameter"),
        ({"functions": [{"name": "zoom"}]}, "unsupported_parameter"),
        ({"audio": {}}, "unsupported_parameter"),
        ({"colour": "red"}, "unknown_parameter"),
        ({"\ud800" * 500: "red"}, "unknown_parameter"),
        ({"messages": asking(url="file://[/a.png")}, "invalid_image"),
        ({"messages": asking(url="/\ud800.png")}, "invalid_image"),
        ({"messages": asking(url="/" + "a/" * 3000)}, "invalid_image"),
        ({"temperature": "hot"}, "invalid_value"),
        ({"temperature": True}, "invalid_value"),
        ({"max_tokens": 0}, "invalid_value"),
        ({"top_p": 0}, "invalid_value"),
        ({"stop": [""]}, "invalid_value"),
        ({"stream": "yes"}, "invalid_value"),
        ({"stream_options": {"include_usage": True}}, "invalid_value"),
        ({"response_format": {"type": "xml"}}, "invalid_value"),
        ({"response_format": {"type": "json_schema"}}, "missing_required_parameter"),
        ({"messages": "hello"}, "invalid_value"),
        ({"messages": []}, "invalid_value"),
        ({"messages": ["hello"]}, "invalid_value"),
        ({"messages": [{"role": "user"}]}, "missing_required_parameter"),
        ({"messages": [{"role": "user", "content": 5}]}, "invalid_value"),
        ({"messages": [{"role": "user", "content": "\ud800"}]}, "invalid_value"),
        ({"messages": [{"role": "user", "content": "x" * (1 << 21)}]}, "string_above_max_length"),
        ({"messages": [{"role": "user", "content": "x" * 600_000}] * 2}, "string_above_max_length"),
        ({"messages": [{"role": "user", "content": "x"}] * 600}, "array_above_max_length"),
        ({"messages": [{"role": "assistant", "content": "and so"}]}, "invalid_value"),
        ({"messages": [{"role": "user", "content": [{"type": "input_audio"}]}]}, "unsupported_parameter"),
        ({"messages": asking(url="https://example.com/a.png")}, "invalid_image"),
        ({"messages": asking(url="data:text/plain;base64,aGVsbG8=")}, "invalid_image"),
        ({"messages": asking(url="data:image/png;base64,?")}, "invalid_image"),
        ({"messages": asking() * 40}, "too_many_images"),
        ({"model": "gpt-4o"}, "model_not_found"),
        ({"model": "endpoint:cloud"}, "model_not_found"),
        ({"model": None}, "missing_required_parameter"),
        ({"model": "reader", "stop": "END"}, "unsupported_parameter"),
        ({"model": "reader", "messages": [{"role": "user", "content": "hello"}]}, "image_required"),
    ],
)
def test_what_is_not_done_is_refused(caller: Caller, fields: dict[str, Any], code: str) -> None:
    found = caller.chat(**fields)
    assert found.error == (404 if code == "model_not_found" else 400, code)
    assert not caller.engines.asked


def test_what_is_nested_too_deep_is_refused(caller: Caller) -> None:
    """Some of these can be read and not be written again; which, depends on the version of Python."""
    for depth in range(970, 1000):
        deep = '{"a":' * depth + "1" + "}" * depth
        call = {"id": "a", "type": "function", "function": {"name": "zoom", "arguments": deep}}
        found = caller.chat(
            messages=[
                {"role": "user", "content": "?"},
                {"role": "assistant", "tool_calls": [call]},
                {"role": "tool", "tool_call_id": "a", "content": "it is"},
            ],
            tools=[TOOL],
        )
        assert found.status in (200, 400), found.json


def test_an_answer_is_sent_back_as_it_came(caller: Caller) -> None:
    message = caller.chat().json["choices"][0]["message"]
    caller.chat(messages=[*asking(), message, {"role": "user", "content": "and now?"}])
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering)
    assert request.ask.messages[1].parts == ("a <ref>dog</ref>",)


def test_what_changes_nothing_is_taken(caller: Caller) -> None:
    fields = {
        "n": 1,
        "logprobs": False,
        "presence_penalty": 0,
        "tools": [],
        "user": "me",
        "top_logprobs": None,
    }
    assert caller.chat(**fields, store=False).status == 200


def test_files_only_where_they_are_allowed(caller: Caller, tmp_path: Path) -> None:
    inside, outside = caller.allowed / "a b.png", tmp_path / "secret.png"
    inside.write_bytes(PNG)
    outside.write_bytes(PNG)
    (caller.allowed / "link.png").symlink_to(outside)
    for url in (str(inside), inside.as_uri()):
        assert caller.chat(messages=asking(url=url)).status == 200
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering) and request.ask.pictures == (str(inside.resolve()),)
    for url in (
        str(outside),
        str(caller.allowed / "link.png"),
        f"{caller.allowed}/../../secret.png",
        "/etc/passwd",
    ):
        assert caller.chat(messages=asking(url=url)).error == (403, "file_not_allowed")
    for url in ("a b.png", str(caller.allowed / "none.png"), f"{inside}\0"):
        assert caller.chat(messages=asking(url=url)).error == (400, "invalid_image")


def about_video(url: Any, times: Any, **more: Any) -> list[Any]:
    video = {"type": "video_url", "video_url": {"url": url, "times": times, **more}}
    return [{"role": "user", "content": [video, {"type": "text", "text": "what happens?"}]}]


def test_frames_of_a_video_are_asked_about(caller: Caller, tmp_path: Path) -> None:
    inside, outside = caller.allowed / "a clip 视频.mp4", tmp_path / "secret.mp4"
    inside.write_bytes(b"a video")
    outside.write_bytes(b"a video")
    for url in (str(inside), inside.as_uri()):
        assert caller.chat(messages=about_video(url, [2.5, 0, 2.5])).status == 200
        request = caller.engines.asked[-1]
        assert isinstance(request, Answering)
        assert request.ask.shown == tuple(
            Picture(f"{inside.resolve()}#t={time}", in_video=True) for time in ("0", "2.5")
        )
    sent = "data:video/mp4;base64," + base64.b64encode(b"a video").decode()
    assert caller.chat(messages=about_video(sent, [1])).status == 200
    request = caller.engines.asked[-1]
    assert isinstance(request, Answering) and request.ask.pictures[0].endswith("picture-1.mp4#t=1")
    odd = sent.replace("mp4", "a" * 300)
    assert caller.chat(messages=about_video(odd, [1])).status == 200
    assert [*caller.sent.iterdir()] == []
    refused = {
        (403, "file_not_allowed"): [about_video(str(outside), [0])],
        (400, "invalid_video"): [
            about_video("http://a.example/a.mp4", [0]),
            about_video(URI, [0]),
            about_video("", [0]),
        ],
        (400, "too_many_images"): [about_video(str(inside), [*range(33)])],
        (400, "missing_required_parameter"): [
            [{"role": "user", "content": [{"type": "video_url", "video_url": {"url": sent}}]}]
        ],
        (400, "unknown_parameter"): [about_video(sent, [0], fps=2)],
    }
    for error, asked in refused.items():
        assert [caller.chat(messages=one).error for one in asked] == [error] * len(asked)
    for times in ([], [-1], ["x"], [float("nan")], [1e9], 3, [True]):
        assert caller.chat(messages=about_video(sent, times)).status == 400
    assert caller.chat(messages=about_video(f"{inside}#t=2", [1])).status == 400


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({"authorization": "Bearer wrong"}, (401, "invalid_api_key")),
        ({"authorization": TOKEN}, (401, "invalid_api_key")),
        ({"authorization": "Bearer \xff"}, (401, "invalid_api_key")),
        ({"host": "evil.example:80"}, (403, "host_not_allowed")),
        ({"host": "127.0.0.1:81"}, (403, "host_not_allowed")),
        ({"origin": "http://evil.example"}, (403, "origin_not_allowed")),
        ({"origin": "null"}, (403, "origin_not_allowed")),
    ],
)
def test_who_may_not_come_in(caller: Caller, headers: dict[str, str], error: tuple[int, str]) -> None:
    assert caller.call("/v1/models", headers=headers).error == error


def test_models_by_their_names(caller: Caller, tmp_path: Path) -> None:
    listed = caller.call("/v1/models").json
    assert [one["id"] for one in listed["data"]] == ["reader", "Org/Tiny"]
    assert caller.call("/v1/models/Org/Tiny").json["owned_by"] == "huggingface"
    assert caller.call("/v1/models/none").error == (404, "model_not_found")
    chosen = Caller(tmp_path / "chosen", "Org/Tiny")
    assert chosen.chat(model=None).json["model"] == "Org/Tiny"
    assert chosen.call("/v1/models").json["data"][0]["id"] == "Org/Tiny"


def test_paths_that_are_not_there(caller: Caller) -> None:
    assert caller.call("/v1/embeddings", {}).error == (404, "unknown_url")
    assert caller.call("/v1/chat/completions").error == (405, "method_not_allowed")


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000, b"\xff", b"[]", b"", b'{"model": NaN}'])
def test_half_a_json(caller: Caller, body: bytes) -> None:
    assert caller.call("/v1/chat/completions", body).status == 400


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([URI, "user", "text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Caller:
    return Caller(tmp_path_factory.mktemp("lasting") / "api")


@given(fields=st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=5), path=st.sampled_from(PATHS))
def test_no_request_is_a_surprise(lasting: Caller, fields: dict[str, Any], path: str) -> None:
    lasting.engines.events = [End("done", result=Page("", 1, 1, 0))] if path == "/v1/read" else EVENTS
    found = lasting.call(path, {"model": "Org/Tiny", "messages": asking(), **fields})
    assert found.status in (200, 400, 403, 404), found.body


def test_bodies_that_are_too_large(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_BODY", 1000)
    length = {"content-length": str(1 << 30)}
    assert caller.call("/v1/chat/completions", {}, length).error == (413, "request_too_large")
    assert caller.call("/v1/chat/completions", parts=[b" " * 600] * 3).error == (413, "request_too_large")
    monkeypatch.setattr(door, "MOST_BODIES", 1000)
    monkeypatch.setattr(door, "MOST_BODY", 5000)
    crowded = caller.call("/v1/chat/completions", parts=[b" " * 600] * 3)
    assert crowded.error == (429, "rate_limit_exceeded") and crowded.headers["retry-after"] == "5"


def test_more_requests_than_may_wait(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_WAITING", 0)
    found = caller.chat()
    assert found.error == (429, "rate_limit_exceeded") and found.headers["retry-after"] == "5"


@pytest.mark.parametrize(
    ("end", "error"),
    [
        (End("stopped"), (503, "stopped")),
        (End("failed", Sentence("picture-unknown", "It is no picture.")), (400, "invalid_image")),
        (End("failed", Sentence("schema-unusable", "It is no schema.")), (400, "invalid_schema")),
        (End("failed", Sentence("memory", "There is not enough memory.")), (503, "out_of_memory")),
        (End("failed", Sentence("chat-too-long", "It is too long.")), (400, "context_length_exceeded")),
        (End("failed", "What it was."), (500, "failed")),
    ],
)
def test_how_answers_fail(caller: Caller, end: End, error: tuple[int, str]) -> None:
    caller.engines.events = [end]
    assert caller.chat().error == error
    assert caller.chat(stream=True).error == error
    caller.engines.events = [TextDelta(0, "half"), end]
    *_chunks, last = caller.chat(stream=True).events
    assert last["error"]["code"] == error[1]


def test_a_cut_answer_says_so(caller: Caller) -> None:
    caller.engines.events = [End("failed", "It was cut.", result=Answer(0, "{", cut=True))]
    assert caller.chat().json["choices"][0]["finish_reason"] == "length"


def test_the_other_protocol(caller: Caller) -> None:
    picture = {"type": "input_image", "image_url": URI, "detail": "low"}
    turns = [
        {"role": "user", "content": [picture, {"type": "input_text", "text": "what is it?"}]},
        {
            "type": "message",
            "role": "assistant",
            "id": "m",
            "content": [{"type": "output_text", "text": "a dog"}],
        },
        {"role": "user", "content": "which colour?"},
    ]
    asked = {"model": "Org/Tiny", "input": turns, "instructions": "Be brief.", "max_output_tokens": 5}
    found = caller.call("/v1/responses", asked).json
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    assert [message.role for message in request.ask.messages] == ["system", "user", "assistant", "user"]
    assert request.ask.options == Options(max_new_tokens=5, detail="less")
    assert (found["object"], found["status"], found["usage"]["total_tokens"]) == ("response", "completed", 10)
    (part,) = found["output"][0]["content"]
    assert part["text"] == "a dog" and part["boxes"][0]["label"] == "dog"
    stream = caller.call("/v1/responses", {"model": "Org/Tiny", "input": "hello", "stream": True})
    names = [line[7:] for line in stream.body.decode().split("\n") if line.startswith("event: ")]
    assert names == [
        f"response.{name}"
        for name in (
            "created", "in_progress", "output_item.added", "content_part.added", "output_text.delta", "output_text.delta",
            "output_text.done", "content_part.done", "output_item.done", "completed",
        )
    ]  # fmt: skip
    events = [json.loads(line[6:]) for line in stream.body.decode().split("\n") if line.startswith("data: ")]
    assert [event["sequence_number"] for event in events] == list(range(len(names)))
    assert events[-1]["response"]["output"] == [events[-2]["item"]]
    caller.engines.events = [TextDelta(0, "half"), End("stopped")]
    stream = caller.call("/v1/responses", {"model": "Org/Tiny", "input": "hello", "stream": True})
    assert b'"response.failed"' in stream.body and b'"code": "stopped"' in stream.body
    unsupported: tuple[dict[str, Any], ...] = (
        {"previous_response_id": "r"}, {"tools": [{}]}, {"background": True}, {"store": True},
    )  # fmt: skip
    for fields in unsupported:
        refused = caller.call("/v1/responses", {"model": "Org/Tiny", "input": "hello", **fields})
        assert refused.error == (400, "unsupported_parameter")


def test_frames_of_a_video_in_the_other_protocol(caller: Caller) -> None:
    sent = "data:video/mp4;base64," + base64.b64encode(b"a video").decode()

    def about(role: str, **video: Any) -> Any:
        parts = [
            {"type": "input_video", "video_url": {"url": sent, **video}},
            {"type": "input_text", "text": "what?"},
        ]
        return caller.call(
            "/v1/responses", {"model": "Org/Tiny", "input": [{"role": role, "content": parts}]}
        )

    assert about("user", times=[2.5, 0]).status == 200
    (request,) = caller.engines.asked
    assert isinstance(request, Answering)
    frames = [part for part in request.ask.messages[0].parts if isinstance(part, Picture)]
    assert [one.path.rpartition("#")[2] for one in frames] == ["t=0", "t=2.5"]
    assert all(one.in_video for one in frames)
    assert about("user").error == (400, "missing_required_parameter")
    assert about("assistant", times=[0]).error == (400, "unsupported_parameter")


def test_a_picture_is_read(caller: Caller) -> None:
    line = Line("Salmon", 0.9, (1, 2, 30, 12), ((1, 2), (30, 2), (30, 12), (1, 12)))
    caller.engines.events = [End("done", result=Page("/tmp/x.png", 40, 50, 0.5, (line,), ((0,),)))]
    asked = {"image": URI, "mode": "rows", "scripts": "rus", "find": "salmon", "codes": True, "table": True}
    found = caller.call("/v1/read", asked).json
    (request,) = caller.engines.asked
    assert isinstance(request, Read) and (request.order, request.scripts) == ("rows", ("rus",))
    assert (found["text"].strip(), found["image"], found["width"]) == ("Salmon", "", 40)
    assert found["lines"][0]["box"] == [1, 2, 30, 12]
    assert found["found"][0]["text"] == "Salmon" and found["codes"] == [] and found["table"] == [["Salmon"]]
    plain = caller.call("/v1/read", PNG, {"content-type": "image/png"})
    assert plain.json["lines"] == found["lines"]
    for fields in ({"image": 5}, {"mode": "up"}, {"colour": 1}, {"extract": ["names"]}, {"find": " "}):
        assert caller.call("/v1/read", {"image": URI, **fields}).status == 400


def test_a_client_that_stops_reading_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "SILENCE", 0.05)
    dropped: list[Any] = []
    caller = Caller(tmp_path / "api", drop=dropped.append)
    caller.patience = 60
    assert caller.chat(stream=True).status == 0
    assert dropped == [("127.0.0.1", 5)] and caller.engines.stopped == 1
    assert not any(caller.sent.iterdir())
