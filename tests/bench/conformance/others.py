"""What is asked of `/responses` and `/read`, and what is said of requests that are wrong."""

from __future__ import annotations

from typing import Any

from clients import Json, Raw, Refusal
from server import FEW, SCHEMA, SHOWN, Server, check, honoured, parsed, refuses


def _plain(server: Server, **more: Any) -> Json:
    """A request by plain HTTP, some of it changed."""
    raw = Raw(server.client.url, server.client.token, server.client.model)
    body = {"model": raw.model, "messages": [server.user()], "max_tokens": 2}
    return raw.whole("POST", "/chat/completions", body | more)


def _as(server: Server, body: Any = None, method: str = "GET", path: str = "/models", **headers: str) -> Json:
    return Raw(server.client.url, server.client.token, server.client.model).whole(
        method, path, body, **headers
    )


CHAT = "/chat/completions"
refuses(
    "audio", (400,), lambda server: _plain(server, modalities=["text", "audio"], audio={"voice": "alloy"})
)
refuses("a field that nobody knows", (400,), lambda server: server.text(no_such_field=1))
refuses("errors: a wrong token", (401,), lambda server: _as(server, Authorization="Bearer wrong"))
refuses("errors: no token", (401,), lambda server: _as(server, Authorization=""))
refuses("errors: a foreign Host", (400, 403, 421), lambda server: _as(server, Host="evil.example"))
refuses("errors: a foreign Origin", (403,), lambda server: _as(server, Origin="https://evil.example"))
refuses("errors: an unknown model", (404,), lambda server: _plain(server, model="no such model"))
refuses("errors: messages that are no list", (400,), lambda server: _plain(server, messages="hello"))
refuses("errors: no messages", (400,), lambda server: _plain(server, messages=[]))
refuses("errors: a wrong type", (400,), lambda server: _plain(server, temperature="hot"))
refuses("errors: half a JSON", (400,), lambda server: _as(server, b'{"model": "', "POST", CHAT))
refuses("errors: an unknown path", (404,), lambda server: _as(server, path="/no/such/path"))
refuses("errors: a wrong method", (405,), lambda server: _as(server, path=CHAT))


def _respond(server: Server, question: str = "What is in the picture?", **more: Any) -> Json:
    parts = [{"type": "input_text", "text": question}]
    if server.is_reader:
        parts.insert(0, {"type": "input_image", "image_url": server.picture})
    asked = [{"role": "user", "content": parts}]
    return server.client.respond(**({"input": asked, "temperature": 0, "max_output_tokens": FEW} | more))


def _said(response: Json) -> str:
    return "".join(
        part["text"]
        for item in response["output"] if item["type"] == "message"
        for part in item["content"] if part["type"] == "output_text"
    )  # fmt: skip


@check("responses")
def _(server: Server) -> str:
    found = _respond(server)
    assert found["object"] == "response" and found["status"] in ("completed", "incomplete"), found["status"]
    used = found["usage"]
    assert used["total_tokens"] == used["input_tokens"] + used["output_tokens"], used
    assert _said(found), "no text"
    return "pass"


@check("responses: a text alone")
def _(server: Server) -> str:
    return honoured(bool(_said(_respond(server, input="Who is there?"))))


@check("responses: instructions")
def _(server: Server) -> str:
    plain, more = (_respond(server, **about) for about in ({}, {"instructions": "Answer as a pirate."}))
    return honoured(more["usage"]["input_tokens"] != plain["usage"]["input_tokens"])


@check("responses: a picture")
def _(server: Server) -> str:
    parts = [
        {"type": "input_image", "image_url": server.picture},
        {"type": "input_text", "text": "read everything"},
    ]
    found = _respond(server, input=[{"role": "user", "content": parts}])
    if server.is_reader:
        return honoured(SHOWN in _said(found))
    return honoured(
        found["usage"]["input_tokens"] > _respond(server, "read everything")["usage"]["input_tokens"] + 1
    )


@check("responses: stream")
def _(server: Server) -> str:
    asked: Any = "What is in the picture?"
    if server.is_reader:
        parts = [{"type": "input_image", "image_url": server.picture}, {"type": "input_text", "text": asked}]
        asked = [{"role": "user", "content": parts}]
    body = {"input": asked, "temperature": 0, "max_output_tokens": FEW}
    events = server.client.respond_stream(**body).events
    kinds = [one["type"] for one in events]
    assert kinds[0] == "response.created", kinds[0]
    assert kinds[-1] in ("response.completed", "response.incomplete"), kinds[-1]
    text = "".join(one["delta"] for one in events if one["type"] == "response.output_text.delta")
    assert text == _said(events[-1]["response"]), "the pieces are not the whole"
    return "pass"


@check("responses: max_output_tokens")
def _(server: Server) -> str:
    found = _respond(server, max_output_tokens=16)
    return honoured(
        found["status"] == "incomplete" and found["incomplete_details"]["reason"] == "max_output_tokens"
    )


@check("responses: a JSON schema")
def _(server: Server) -> str:
    shape = {"format": {"type": "json_schema", "name": "status", "strict": True, "schema": SCHEMA}}
    return honoured(parsed(_said(_respond(server, text=shape, max_output_tokens=200))) == {"status": "ok"})


refuses(
    "responses: a response that was before", (400, 404),
    lambda server: _respond(server, previous_response_id="resp_no"),
)  # fmt: skip


@check("read: text, lines, boxes")
def _(server: Server) -> str:
    try:
        found = _as(server, {"image": server.picture}, "POST", "/read")
    except Refusal as error:
        if error.status in (404, 405):
            return "–"
        raise
    lines = found["lines"]
    assert SHOWN in " ".join(line["text"] for line in lines) and len(lines[0]["box"]) == 4, found
    return "pass"
