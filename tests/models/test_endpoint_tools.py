"""The built-in tools where a server answers: calls that come in pieces, what it is told of them, servers that refuse tools."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from eyebox_models.endpoints.family import Servers
from eyebox_models.endpoints.known import Endpoint, add
from eyebox_models.endpoints.messages import MOST_CALLS, CallPieces, messages_of
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, Note, TextDelta
from eyebox_models.tools.calls import calls_in
from eyebox_models.tools.rounds import answer_with_tools
from openai_server import Script, event, openai_server, sent_picture

LOOK = {"name": "look_again", "arguments": '{"box": [100, 50, 300, 250]}'}
READ = {"name": "read_region", "arguments": '{"image": 1, "box": [0, 0, 400, 80]}'}
Said = str | list[dict[str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    decoder.use(PICTURES)


@pytest.fixture
def server():
    with openai_server() as script:
        yield script


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    image = Image.new("RGB", (1000, 800), "white")
    ImageDraw.Draw(image).text((40, 10), "Total 12.50", fill="black", font=ImageFont.load_default(size=36))
    image.save(tmp_path / "p.png")
    return Picture(str(tmp_path / "p.png"))


def says(script: Script, *answers: Said) -> None:
    """Has a server give these answers, one a request, and the last one from then on: a text, or calls of tools in pieces."""

    def stream(say: Any) -> None:
        said = answers[min(len(script.asked), len(answers)) - 1]
        if isinstance(said, str):
            say(event({"choices": [{"delta": {"content": said}}]}))
        else:
            say(event({"choices": [{"delta": {"role": "assistant", "content": None}}]}))
            for at, call in enumerate(said):
                first = {"index": at, "id": f"c{at}", "type": "function", "function": {"name": call["name"]}}
                say(event({"choices": [{"delta": {"tool_calls": [first]}}]}))
                for start in range(0, len(call["arguments"]), 9):
                    piece = {"index": at, "function": {"arguments": call["arguments"][start : start + 9]}}
                    say(event({"choices": [{"delta": {"tool_calls": [piece]}}]}))
        say(
            event(
                {
                    "choices": [
                        {"delta": {}, "finish_reason": "stop" if isinstance(said, str) else "tool_calls"}
                    ]
                }
            )
        )
        say(b"data: [DONE]\n\n")

    script.stream = stream


def asked(script: Script, *parts: str | Picture, rounds: int = 4, **known: Any) -> tuple[Answer, list[Any]]:
    """What the server answers with tools, and the events on the way."""
    add(Endpoint("mine", script.url, pictures=True, **known))
    options = Options(look_again=True, tool_rounds=rounds)
    events: list[Any] = []
    model = Servers().load("endpoint:mine", options, events.append, Event())
    ask = Ask((Message("user", parts),), ModelRef("endpoint:mine"), options)
    return answer_with_tools(model, ask, events.append, Event()), events


def test_a_server_looks_again_and_reads(server, picture):
    says(server, [LOOK, READ], "It is 12.50.")
    answer, events = asked(server, picture, "How much?")
    assert answer.text == "It is 12.50." == "".join(one.text for one in events if isinstance(one, TextDelta))
    assert answer.made_with.startswith("one, 127.0.0.1")
    look, read = answer.rounds[0].uses
    assert (look.name, look.box, look.looks) == ("look_again", (100, 40, 300, 200), True)
    assert (read.name, read.box, str(read.result).strip()) == ("read_region", (0, 0, 400, 64), "Total 12.50")

    first, second = server.asked
    assert [tool["function"]["name"] for tool in first["tools"]] == ["look_again", "read_region"]
    user, called, shown, text, region = second["messages"]
    assert second["tools"] == first["tools"] and user == first["messages"][0]
    assert called["content"] is None
    assert [one["function"] for one in called["tool_calls"]] == [LOOK, READ]
    numbers = [one["id"] for one in called["tool_calls"]]
    assert [shown["tool_call_id"], text["tool_call_id"]] == numbers and len(set(numbers)) == 2
    assert "that region of picture 1" in shown["content"] and text["content"].strip() == "Total 12.50"
    assert region["role"] == "user" and sent_picture(second).size == (200, 160)


def test_calls_and_results_go_along_with_the_next_question(server, picture):
    says(server, [LOOK], "12.50")
    answer, _events = asked(server, picture, "How much?")
    later = Message("assistant", (answer.raw,), rounds=answer.rounds)
    model = Servers().load("endpoint:mine", Options(), lambda _e: None, Event())
    chat = Message("user", (picture, "How much?")), later, Message("user", ("And where?",))
    options = Options(look_again=True)
    answer_with_tools(model, Ask(chat, ModelRef("endpoint:mine"), options), lambda _e: None, Event())
    roles = [message["role"] for message in server.asked[-1]["messages"]]
    assert roles == ["user", "assistant", "tool", "user", "assistant", "user"]


def test_the_limit_ends_it(server, picture):
    says(server, [LOOK])
    answer, _events = asked(server, picture, "How much?", rounds=2)
    uses = [use for one in answer.rounds for use in one.uses]
    assert [use.failed for use in uses] == [False, False, True] and "limit" in uses[-1].result
    assert len(server.asked) == 4 and "after 2 rounds" in answer.notes[0] and answer.text == ""


def test_bad_calls_are_one_sentence_each_and_go_back_as_json(server, picture):
    bad = [{"name": "look_again", "arguments": '{"box": [1, '}, {"name": "rm -r", "arguments": '{"a": 1}'}]
    says(server, bad, "I can't.")
    answer, _events = asked(server, picture, "?")
    results = [use.result for use in answer.rounds[0].uses]
    assert answer.text == "I can't." and all(use.failed for use in answer.rounds[0].uses)
    assert "no JSON object" in results[0] and "no tool rm -r" in results[1]
    sent = [call["function"] for call in server.asked[1]["messages"][1]["tool_calls"]]
    assert sent == [{"name": "look_again", "arguments": "{}"}, {"name": "unknown", "arguments": '{"a": 1}'}]


@pytest.mark.parametrize(
    ("status", "refusal", "note"),
    [
        (400, b'{"error": {"message": "m does not support tools"}}', "takes no tools: “m does not support tools”. The"),
        (404, b'{"error": {"message": "No \\"tools\\"\\nhere", "more": "' + b"x" * 600, "takes no tools: “No \"tools\" here”."),
        (500, b"tools param requires --jinja flag", "“tools param requires --jinja flag”"),
        (400, b'{"error": {"message": "no \\q tools"}}', "knows no tools"),  # no JSON, though it looks like it
        (422, b"{}", "knows no tools"), (400, b"<html>no tools</html>", "knows no tools"),
    ],
)  # fmt: skip
def test_a_server_that_refuses_tools_is_asked_again_without(server, picture, status, refusal, note):
    server.status, server.refusal = [(status, {})], refusal
    answer, events = asked(server, picture, "What?")
    assert answer.text == "A dog." and note in answer.notes[0]
    assert [one.text for one in events if isinstance(one, Note)] == [answer.notes[0]]
    assert ["tools" in body for body in server.asked] == [True, False]


def test_other_refusals_are_said(server, picture):
    server.status = [(401, {})]
    with pytest.raises(EyeboxError, match=r"refuses the request \(401\)"):
        asked(server, picture, "What?")
    server.status = [(400, {})] * 2  # it is not the tools
    with pytest.raises(EyeboxError, match=r"refuses the request \(400\)"):
        asked(server, picture, "What?")
    server.asked.clear()
    says(server, [LOOK])
    looks = server.stream
    server.stream = lambda say: (looks(say), server.status.append((400, {})))  # the chat is too long then
    with pytest.raises(EyeboxError, match=r"refuses the request \(400\)"):
        asked(server, picture, "What?")


def test_one_that_does_not_stream_calls_too(server, picture):
    call = {
        "id": "x",
        "type": "function",
        "function": {"name": "look_again", "arguments": {"box": [0.1, 0.1, 0.5, 0.5]}},
    }
    whole = [
        {"message": {"tool_calls": [call]}, "finish_reason": "tool_calls"},
        {"message": {"content": "A cat."}},
    ]
    server.kind = "application/json"
    server.answer = lambda _body: json.dumps({"choices": [whole[min(len(server.asked), 2) - 1]]})
    answer, _events = asked(server, picture, "What?", unit="fractions")
    assert answer.text == "A cat." and answer.rounds[0].uses[0].box == (100, 80, 500, 400)


def test_calls_that_nobody_offered_are_not_shown(server):
    says(server, [LOOK])
    add(Endpoint("mine", server.url))
    model = Servers().load("endpoint:mine", Options(), lambda _e: None, Event())
    ask = Ask((Message("user", ("What?",)),), ModelRef("endpoint:mine"))
    assert model.answer(ask, lambda _e: None, Event()).text == ""


def test_calls_in_pieces_of_every_kind():
    def of(*pieces: Any) -> list[tuple[str, str]]:
        calls = CallPieces()
        for piece in pieces:
            calls.take([piece])
        return [(one.name, one.arguments) for one in calls_in(calls.text())]

    def piece(index: int | None, own: str, name: str, arguments: Any) -> dict[str, Any]:
        return {"index": index, "id": own, "function": {"name": name, "arguments": arguments}}

    assert of(piece(0, "a", "x", "{"), piece(0, "", "", "}")) == [("x", "{}")]
    assert of(piece(None, "a", "x", "{}"), piece(None, "b", "y", {"k": "图"})) == [
        ("x", "{}"),
        ("y", '{"k": "图"}'),
    ]
    assert of(piece(0, "a", "x", "{}"), piece(0, "b", "x", "[]")) == [("x", "{}"), ("x", "[]")]
    assert of(piece(0, "a", "x", None), piece(1, "b", "y", "{"), piece(0, "a", "x", "}")) == [
        ("x", "}"),
        ("y", "{"),
    ]
    assert of(piece(None, "a", "x", "{"), piece(None, "", "", "}")) == [("x", "{}")]
    marked = '{"a": "</tool_call><tool_call>"}'
    assert of(piece(0, "a", "x", marked)) == [("x", marked)]
    assert len(of(*(piece(at, str(at), "x", "{}") for at in range(1000)))) == MOST_CALLS
    assert messages_of([("tool", ["alone"])])[0]["tool_call_id"] == "call_0"


@pytest.mark.parametrize(
    "calls", [5, [5], [{"function": 5}], [{"function": {"name": "x"}, "index": []}, "y"]]
)
def test_what_is_no_call_is_one_sentence(server, picture, calls):
    server.stream = lambda say: say(event({"choices": [{"delta": {"tool_calls": calls}}]}))
    with pytest.raises(EyeboxError, match="something else than an answer"):
        asked(server, picture, "What?")
