"""What is asked of `/models` and `/chat/completions`."""

from __future__ import annotations

import json
import time
from typing import Any

from clients import Json, Raw
from server import CHECKS, SCHEMA, SHOWN, TOOL, Server, check, honoured, parsed, refuses


@check("models: list")
def _(server: Server) -> str:
    assert server.client.model in server.client.models(), "the model is not listed"
    return "pass"


@check("models: one")
def _(server: Server) -> str:
    found = server.client.model_named(server.client.model)
    assert found["id"] == server.client.model and found["object"] == "model", found
    return "pass"


@check("chat")
def _(server: Server) -> str:
    assert isinstance(server.text(), str)
    return "pass"


@check("chat: system")
def _(server: Server) -> str:
    plain = server.read_tokens(server.user())
    return honoured(
        server.read_tokens({"role": "system", "content": "Answer as a pirate, in rhymes."}, server.user())
        != plain
    )


@check("chat: developer")
def _(server: Server) -> str:
    system, other = ({"role": role, "content": "Answer as a pirate."} for role in ("system", "developer"))
    assert server.text(system, server.user()) == server.text(other, server.user()), "it is no system message"
    return "pass"


@check("chat: several turns")
def _(server: Server) -> str:
    turns = [server.user("Who?"), {"role": "assistant", "content": "A brown fox."}, server.user()]
    if server.is_reader:  # it counts no tokens by which it could be told
        return "–" if server.text(*turns) else "fail"
    return honoured(server.read_tokens(*turns) > server.read_tokens(server.user()))


@check("chat: a picture as a data URI")
def _(server: Server) -> str:
    if server.is_reader:
        text = server.text(server.user("read everything", 1))
        assert SHOWN in text, text[:60]
        return "pass"
    return honoured(server.read_tokens(server.user(pictures=1)) > server.read_tokens(server.user()) + 1)


@check("chat: two pictures")
def _(server: Server) -> str:
    two = server.ask(server.user("read everything", 2))
    if server.is_reader:
        return honoured(two["choices"][0]["message"]["content"].count(SHOWN) == 2)
    return honoured(two["usage"]["prompt_tokens"] > server.read_tokens(server.user("read everything", 1)) + 1)


refuses(
    "a picture from the web", (400,),
    lambda server: server.text(_with_picture("http://127.0.0.1:9/no.png")),
)  # fmt: skip
refuses(
    "a file that is not allowed", (400, 403),
    lambda server: server.text(_with_picture("file:///etc/passwd")),
)  # fmt: skip
refuses(
    "a data URI that is no picture", (400,),
    lambda server: server.text(_with_picture("data:image/png;base64,aGVsbG8=")),
)  # fmt: skip


def _with_picture(url: str) -> Json:
    part = {"type": "image_url", "image_url": {"url": url}}
    return {"role": "user", "content": [part, {"type": "text", "text": "read everything"}]}


@check("stream")
def _(server: Server) -> str:
    events = server.stream().events
    kept = [one for one in events if one["choices"]]
    assert all(one["object"] == "chat.completion.chunk" for one in events)
    assert len({one["id"] for one in events}) == 1, "ids differ"
    assert kept[0]["choices"][0]["delta"].get("role") == "assistant", "no role first"
    assert kept[-1]["choices"][0]["finish_reason"] in ("stop", "length"), "no reason at the end"
    text = "".join(one["choices"][0]["delta"].get("content") or "" for one in kept)
    assert text == server.text(), "another text than without a stream"
    return "pass"


@check("stream: ends in [DONE]")
def _(server: Server) -> str:
    done = server.stream().done
    return "–" if done is None else honoured(done)


@check("stream: usage as asked for")
def _(server: Server) -> str:
    with_usage = server.stream(stream_options={"include_usage": True}).events
    assert with_usage[-1].get("usage"), "no usage at the end"
    assert not any(one.get("usage") for one in with_usage[:-1]), "usage before the end"
    return honoured(
        not with_usage[-1]["choices"] and not any(one.get("usage") for one in server.stream().events)
    )


@check("stream: a closed connection ends the answer")
def _(server: Server) -> str:
    raw = Raw(server.client.url, server.client.token, server.client.model)
    messages = [server.user("read everything")]
    body = {"model": raw.model, "messages": messages, "stream": True, "max_tokens": 20_000, "temperature": 0}
    short = {"model": raw.model, "messages": messages, "max_tokens": 2}
    raw.whole("POST", "/chat/completions", short)
    with raw.sent("POST", "/chat/completions", body) as answer:
        answer.readline()
    begun = time.monotonic()
    try:
        raw.whole("POST", "/chat/completions", short)
    except TimeoutError:
        return "ignored"
    return honoured(time.monotonic() - begun < 10)


@check("response_format: json_object")
def _(server: Server) -> str:
    first = server.ask(response_format={"type": "json_object"}, max_tokens=400)["choices"][0]
    text = first["message"]["content"]
    # random weights go on and on
    is_cut = first["finish_reason"] == "length" and text.lstrip().startswith("{")
    return honoured(is_cut or isinstance(parsed(text), dict))


@check("response_format: json_schema")
def _(server: Server) -> str:
    shape = {"type": "json_schema", "json_schema": {"name": "status", "strict": True, "schema": SCHEMA}}
    return honoured(parsed(server.text(response_format=shape, max_tokens=200)) == {"status": "ok"})


@check("tools: reach the model")
def _(server: Server) -> str:
    return honoured(server.read_tokens(server.user(), tools=[TOOL]) > server.read_tokens(server.user()))


def _calls(server: Server, choice: Any) -> str:
    first = server.ask(server.user(), tools=[TOOL], tool_choice=choice, max_tokens=200)["choices"][0]
    calls = first["message"].get("tool_calls")
    if not calls:
        return "ignored"
    assert calls[0]["type"] == "function" and calls[0]["id"], calls
    assert calls[0]["function"]["name"] == "look_up", calls
    assert json.loads(calls[0]["function"]["arguments"])["word"] in ("dog", "cat"), calls
    return "pass"


CHECKS["tools: a named one is called"] = lambda server: _calls(
    server, {"type": "function", "function": {"name": "look_up"}}
)
CHECKS["tools: one is required"] = lambda server: _calls(server, "required")


@check("tools: what they gave goes back")
def _(server: Server) -> str:
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "look_up", "arguments": '{"word": "dog"}'},
    }
    turns = [server.user(), {"role": "assistant", "content": None, "tool_calls": [call]}]
    result = {"role": "tool", "tool_call_id": "call_1", "content": "an animal"}
    return honoured(
        server.read_tokens(*turns, result, tools=[TOOL]) > server.read_tokens(server.user(), tools=[TOOL])
    )


def _ends_at(server: Server, field: str) -> str:
    answer = server.client.chat(messages=[server.user()], temperature=0, **{field: 3})
    if answer["usage"]["completion_tokens"] > 3:
        return "ignored"
    return honoured(answer["choices"][0]["finish_reason"] == "length")


CHECKS["max_tokens"] = lambda server: _ends_at(server, "max_tokens")
CHECKS["max_completion_tokens"] = lambda server: _ends_at(server, "max_completion_tokens")


@check("stop")
def _(server: Server) -> str:
    text = server.text()
    stop = text[len(text) // 2 :][:3]
    first = server.ask(stop=[stop])["choices"][0]
    return honoured(
        first["message"]["content"] == text[: text.index(stop)] and first["finish_reason"] == "stop"
    )


@check("temperature 0 repeats")
def _(server: Server) -> str:
    return honoured(server.text() == server.text())


@check("seed repeats")
def _(server: Server) -> str:
    one, again, other = (server.text(temperature=1.5, seed=seed) for seed in (7, 7, 8))
    return honoured(one == again and (server.is_reader or one != other))  # the reader draws nothing


@check("top_p")
def _(server: Server) -> str:
    return honoured(server.text(temperature=1.5, top_p=0.0001) == server.text())


@check("n = 2")
def _(server: Server) -> str:
    return honoured(len(server.client.chat(messages=[server.user()], max_tokens=4, n=2)["choices"]) == 2)


@check("logprobs")
def _(server: Server) -> str:
    return honoured(bool(server.ask(logprobs=True, top_logprobs=2)["choices"][0].get("logprobs")))


@check("logit_bias")
def _(server: Server) -> str:
    return honoured(server.text(logit_bias={"70": 100}) != server.text())


@check("frequency_penalty")
def _(server: Server) -> str:
    return honoured(server.text(frequency_penalty=2, max_tokens=64) != server.text(max_tokens=64))


@check("presence_penalty")
def _(server: Server) -> str:
    return honoured(server.text(presence_penalty=2, max_tokens=64) != server.text(max_tokens=64))


@check("user")
def _(server: Server) -> str:
    return honoured(server.text(user="somebody") == server.text())
