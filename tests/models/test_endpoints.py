"""Servers of one's own: how they are asked, where their boxes land, and what they may not do."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from types import ModuleType
from typing import Any

import pytest

from eyebox_models.endpoints import known, talk
from eyebox_models.endpoints.check import check_server
from eyebox_models.endpoints.family import Servers
from eyebox_models.endpoints.known import Endpoint, add, change, endpoint, endpoints, key_of, remove
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import file_lock
from eyebox_models.grounding.shape_cards import CARDS, draw
from eyebox_models.offline.attempts import attempts
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, TextDelta
from eyebox_models.protocol.requests import Answering, AskForModels
from openai_server import boxes_in, event, openai_server, own_certificate, sent_picture


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    decoder.use(PICTURES)
    return tmp_path / "home"


@pytest.fixture
def server():
    with openai_server() as script:
        yield script


def asked(url: str, *parts: Any, emit=lambda _event: None, stop: Event | None = None, **given: Any) -> Answer:
    """What the server at this address answers."""
    options = given.pop("options", Options())
    add(Endpoint("mine", url, pictures=True, **given))
    model = Servers().load("endpoint:mine", options, emit, stop or Event())
    return model.answer(
        Ask((Message("user", parts),), ModelRef("endpoint:mine"), options), emit, stop or Event()
    )


def test_an_answer_streams_and_says_where_it_comes_from(server):
    events: list[Any] = []
    options = Options(system="Be kind.", temperature=0.5, seed=7, max_new_tokens=20, stop=("END",))
    answer = asked(server.url, "What is it?", emit=events.append, options=options)
    assert (answer.text, answer.tokens_in, answer.tokens_out) == ("A dog.", 12, 9)
    assert "".join(one.text for one in events if isinstance(one, TextDelta)) == "A dog."
    assert answer.made_with == f"one, {endpoint('mine').host}"
    (body,) = server.asked
    assert body["messages"] == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "What is it?"},
    ]
    assert (
        body["model"] == "one"
        and body["stream"] is True
        and body["stream_options"] == {"include_usage": True}
    )
    assert (body["temperature"], body["seed"], body["max_tokens"], body["stop"]) == (0.5, 7, 20, ["END"])


def test_a_schema_goes_along(server):
    server.answer = lambda _body: '{"total": 5}'
    schema = {"type": "object", "properties": {"total": {"type": "number"}}}
    answer = asked(server.url, "Total?", options=Options(schema=json.dumps(schema)))
    assert answer.plain and answer.text == '{"total": 5}'
    assert server.asked[0]["response_format"]["json_schema"]["schema"] == schema


@pytest.mark.parametrize(
    ("family", "unit"),
    [
        ("qwen2_5_vl", "resized"),
        pytest.param("qwen3_vl", "thousandths", marks=pytest.mark.thorough),
        ("internvl", "thousandths"),
    ],
)
def test_boxes_land_within_a_pixel_at_five_aspect_ratios(server, tmp_path, family, unit):
    server.answer = boxes_in(unit)
    for number, card in enumerate(CARDS):
        file = tmp_path / f"{number}.png"
        squares = tuple(replace(mark, form="square", letter="") for mark in card.marks)
        draw(replace(card, marks=squares), file)
        answer = asked(server.url, Picture(str(file)), "Where?", family=family)
        boxes = {found.box.label: found.box.xyxy for found in answer.boxes}
        for mark in card.marks:
            off = max(abs(one - other) for one, other in zip(boxes[mark.colour], mark.box, strict=True))
            assert off <= 1.0, (family, card.width, card.height, mark, boxes[mark.colour])


@pytest.mark.parametrize("unit", ["resized", "thousandths", "fractions"])
def test_the_check_finds_what_the_coordinates_are(server, unit):
    server.answer = boxes_in(unit)
    add(Endpoint("mine", server.url, pictures=True))
    model = Servers().load("endpoint:mine", Options(), lambda _event: None, Event())
    report = check_server(model, "endpoint:mine", Options(), lambda _event: None, Event())
    assert report.trusted and report.found == report.shapes == 20
    assert endpoint("mine").unit == unit
    assert len(server.asked) == len(CARDS)


def test_a_server_that_knows_nothing_is_not_trusted_with_boxes(server):
    add(Endpoint("mine", server.url, pictures=True))
    model = Servers().load("endpoint:mine", Options(), lambda _event: None, Event())
    assert not check_server(model, "endpoint:mine", Options(), lambda _event: None, Event()).trusted
    assert endpoint("mine").unit == ""


def test_pictures_stay_until_the_user_says_yes(server, tmp_path):
    draw(CARDS[0], tmp_path / "p.png")
    add(Endpoint("mine", server.url))
    model = Servers().load("endpoint:mine", Options(), lambda _event: None, Event())
    ask = Ask((Message("user", (Picture(str(tmp_path / "p.png")), "What?")),), ModelRef("endpoint:mine"))
    with pytest.raises(EyeboxError, match="Pictures stay on this machine"):
        model.answer(ask, lambda _event: None, Event())
    assert server.asked == []
    add(Endpoint("mine", server.url, pictures=True))
    assert model.answer(ask, lambda _event: None, Event()).text == "A dog."


def test_keys_are_for_the_user_alone_and_go_only_where_nobody_listens(server, home):
    server.key = "secret"
    with pytest.raises(EyeboxError, match="refuses the request \\(401\\)"):
        asked(server.url, "What?")
    add(Endpoint("mine", server.url, pictures=True), "secret")
    assert asked(server.url, "What?").text == "A dog."
    for file in ("endpoints.json", "endpoint-keys.json"):
        assert stat.S_IMODE((home / "config" / file).stat().st_mode) == 0o600
    assert "secret" not in (home / "config" / "endpoints.json").read_text()
    with pytest.raises(EyeboxError, match="only over https"):
        add(Endpoint("far", "http://192.0.2.1:8000/v1"), "secret")
    remove("mine")
    assert key_of("mine") == "" and endpoints() == ()


def test_a_key_is_in_the_keyring_of_the_system_where_there_is_one(server, home, monkeypatch):
    server.key, locked, held = "secret", Event(), {}

    class Keyring:
        """Of the system, as the package keyring finds one."""

        priority = 5

        def get_password(self, _service: str, name: str) -> str | None:
            if locked.is_set():
                raise RuntimeError("Failed to unlock the collection!")
            return held.get(name)

        def set_password(self, _service: str, name: str, key: str) -> None:
            held[name] = key

        def delete_password(self, _service: str, name: str) -> None:
            del held[name]

    found = Keyring()
    package = ModuleType("keyring")
    package.get_keyring = lambda: found
    package.get_password, package.set_password = found.get_password, found.set_password
    package.delete_password = found.delete_password
    monkeypatch.setitem(sys.modules, "keyring", package)
    add(Endpoint("mine", server.url, pictures=True), "secret")
    assert held == {"mine": "secret"} and not (home / "config" / "endpoint-keys.json").exists()
    assert asked(server.url, "What?").text == "A dog."
    locked.set()
    with pytest.raises(EyeboxError, match="keyring of this system is locked"):
        asked(server.url, "What?")
    remove("mine")
    assert held == {}
    found.priority = 0.5
    add(Endpoint("mine", server.url, pictures=True), "secret")
    assert held == {} and key_of("mine") == "secret"


def test_programs_that_change_the_servers_at_once_lose_none(monkeypatch):
    monkeypatch.setattr(known, "LOCK_SECONDS", 60.0)
    names = [f"s{number}" for number in range(6)]
    adding = [Thread(target=add, args=(Endpoint(name, "http://localhost/v1"), "secret")) for name in names]
    for one in adding:
        one.start()
    for one in adding:
        one.join()
    assert [(one.name, key_of(one.name)) for one in endpoints()] == [(name, "secret") for name in names]


def test_a_lock_that_nobody_gives_back_is_not_waited_for_long(home, monkeypatch):
    add(Endpoint("mine", "http://localhost/v1"))
    monkeypatch.setattr(known, "LOCK_SECONDS", 0.02)
    with file_lock(home / "config" / "endpoints.lock"), pytest.raises(EyeboxError, match="Another Eyebox"):
        change("mine", pictures=True)
    assert not endpoint("mine").pictures


def test_what_a_newer_version_added_and_what_is_damaged_is_kept(home):
    file = home / "config" / "endpoints.json"
    file.parent.mkdir(parents=True)
    newer = {"url": "http://localhost/v2", "speaks": "another protocol"}
    file.write_text(json.dumps({"newer": newer}))
    add(Endpoint("mine", "http://localhost/v1"))
    remove("mine")
    assert json.loads(file.read_text()) == {"newer": newer}
    file.write_text('{"by hand": {')
    add(Endpoint("mine", "http://localhost/v1"))
    assert file.with_name("endpoints.json.damaged").read_text() == '{"by hand": {'
    assert [one.name for one in endpoints()] == ["mine"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Endpoint("a b", "http://localhost/v1"), "can't be called"),
        (Endpoint("a", "ftp://localhost"), "no address"),
        (Endpoint("a", "http://me:pw@localhost/v1"), "address of a server alone"),
        (Endpoint("a", "http://localhost/v1", family="qwen9"), "no family"),
    ],
)
def test_what_can_be_no_server_is_refused(given, says):
    with pytest.raises(EyeboxError, match=says):
        add(given)


def test_what_is_refused_for_now_is_asked_again(server):
    server.status = [(429, {"Retry-After": "0"}), (503, {"Retry-After": "0"})]
    assert asked(server.url, "What?").text == "A dog."
    assert len(server.asked) == 3


def test_boxes_that_an_eyebox_gives_apart_land_on_the_original(server, tmp_path):
    from PIL import Image

    Image.new("RGB", (2000, 1000), "white").save(tmp_path / "p.png")

    def from_an_eyebox(say):
        width, height = sent_picture(server.asked[-1]).size
        box = {
            "image": 0,
            "label": "dog",
            "box": [width / 4, height / 2, width / 2, height],
            "start": 2,
            "end": 5,
        }
        mad = [{**box, "box": [0, 0, 1, at]} for at in (float("nan"), float("inf"), 10**400, "x")]
        beyond = {**box, "label": "cat", "box": [width * 9, height, width / 2, -5]}
        text = {"content": 'a dog {"bbox_2d": [1, 2, 3, 4], "label": "x"}'}
        for delta in (text, {"boxes": [*mad, {**box, "start": float("inf")}, beyond, box]}):
            say(event({"system_fingerprint": "eyebox", "choices": [{"delta": delta}]}))
        say(b"data: [DONE]\n\n")

    server.stream = from_an_eyebox
    answer = asked(server.url, Picture(str(tmp_path / "p.png")), "Where?")
    assert "bbox_2d" in answer.text
    other, found = answer.boxes
    assert other.box.label == "cat" and other.box.xyxy == (1000, 0, 2000, 1000)
    assert found.box.label == "dog" and found.box.xyxy == pytest.approx((500, 500, 1000, 1000), abs=0.01)
    assert (found.start, found.end) == (2, 5)


def test_the_reader_of_another_eyebox_is_sent_pictures_as_they_are(server, tmp_path):
    from PIL import Image

    Image.new("RGB", (1700, 2300), "white").save(tmp_path / "p.png")
    sizes = []
    server.answer = lambda body: (sizes.append(sent_picture(body).size), "Total 5")[1]
    for model in ("reader", "m"):
        asked(server.url, Picture(str(tmp_path / "p.png")), "Read it.", model=model)
    assert sizes[0] == (1700, 2300) and sizes[1][0] * sizes[1][1] < 1_010_000


def half(say):
    say(event({"choices": [{"delta": {"content": "A do"}}]}))


@pytest.mark.parametrize(
    "values",
    [
        *({"at_once": 1e999}, {"url": "http://["}, {"url": 5}, {"unit": 5}, {"more": True}, []),
        *({"family": "\x1b[31m"}, {"model": "\ud800"}),
    ],
)
def test_a_damaged_entry_hides_no_other(server, home, values):
    add(Endpoint("good", server.url))
    file = home / "config" / "endpoints.json"
    entry = {"url": server.url, **values} if isinstance(values, dict) else values
    file.write_text(json.dumps(json.loads(file.read_text()) | {"odd": entry}))
    assert [(one.name, bool(one.host)) for one in endpoints()] == [("good", True)]


def test_one_of_a_family_that_is_not_there_any_more_answers(server, home):
    add(Endpoint("mine", server.url, family="qwen3_vl"))
    file = home / "config" / "endpoints.json"
    file.write_text(file.read_text().replace("qwen3_vl", "of_a_plugin"))
    model = Servers().load("endpoint:mine", Options(), lambda _event: None, Event())
    ask = Ask((Message("user", ("What is it?",)),), ModelRef("endpoint:mine"), Options())
    assert model.answer(ask, lambda _event: None, Event()).text == "A dog."


def test_a_cut_stream_keeps_what_came(server):
    server.stream = half
    answer = asked(server.url, "What?")
    assert answer.text == "A do"
    assert "broke off" in answer.notes[0]


def endless(say):
    while True:
        say(event({"choices": [{"delta": {"content": "dog " * 200}}]}))


def one_endless_line(say):
    while True:
        say(b"x" * 65536)


BAD = {
    "half a JSON": (lambda say: say(b'data: {"choices": [\n\n'), "something else than an answer"),
    "no object": (lambda say: say(b"data: [1, 2]\n\n"), "something else than an answer"),
    "no count": (
        lambda say: say(event({"choices": [], "usage": {"prompt_tokens": 1e999, "completion_tokens": 1}})),
        "something else than an answer",
    ),
    "an error": (lambda say: say(event({"error": {"message": "out of memory"}})), "says: out of memory"),
    "a line without end": (one_endless_line, "has no end"),
    "nothing": (lambda say: None, "broke"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_stream_is_one_sentence(server, name, monkeypatch):
    monkeypatch.setattr(talk, "MOST_TRIES", 1)
    server.stream, says = BAD[name]
    with pytest.raises(EyeboxError, match=says):
        asked(server.url, "What?")


def test_a_stream_without_end_is_cut_and_kept(server, monkeypatch):
    monkeypatch.setattr(talk, "LARGEST_TEXT", 10_000)
    server.stream = endless
    answer = asked(server.url, "What?")
    assert answer.text.startswith("dog dog") and "no end" in answer.notes[0]
    assert server.over.wait(60)


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("text/html", "<html>", "something else"),
        ("application/json", '{"choices": []}', "something else"),
        ("application/json", "{", "something else"),
        ("application/json", '{"error": {"message": "no such model"}}', "says: no such model"),
        ("application/json", '{"error": "Unexpected endpoint"}', "says: Unexpected endpoint"),
        ("application/json", "x" * (talk.LARGEST_TEXT + 10), "something else"),
    ],
)
def test_other_answers_are_one_sentence(server, kind, text, says):
    server.kind, server.answer = kind, lambda _body: text
    with pytest.raises(EyeboxError, match=says):
        asked(server.url, "What?")


def test_one_that_does_not_stream_is_understood(server):
    whole = {"choices": [{"message": {"content": "A cat."}, "finish_reason": "length"}]}
    server.kind, server.answer = "application/json", lambda _body: json.dumps(whole)
    answer = asked(server.url, "What?")
    assert answer.text == "A cat." and answer.cut


@pytest.mark.parametrize("length", ["1000000000", "3"])
def test_one_that_lies_about_the_length_of_its_answer_is_one_sentence(server, length, monkeypatch):
    monkeypatch.setattr(talk, "MOST_TRIES", 1)
    server.kind, server.headers = "application/json", {"Content-Length": length}
    server.answer = lambda _body: '{"choices": [{"message": {"content": "A c'
    with pytest.raises(EyeboxError, match=r"broke|something else"):
        asked(server.url, "What?")


@pytest.mark.parametrize("wait", ["1000000000", "0"])
def test_one_that_is_busy_for_ever_is_one_sentence(server, wait):
    server.status = [(429, {"Retry-After": wait})] * 10
    with pytest.raises(EyeboxError, match="is busy or has an error"):
        asked(server.url, "What?")
    assert len(server.asked) == (1 if wait != "0" else talk.MOST_TRIES)


def test_a_certificate_that_nobody_vouches_for_is_one_sentence(tmp_path):
    with openai_server(certificate=own_certificate(tmp_path)) as script:
        assert script.url.startswith("https://")
        with pytest.raises(EyeboxError, match=r"The certificate of 127.0.0.1.* was refused"):
            asked(script.url, "What?")
        assert script.asked == []


def test_a_redirect_is_refused(server):
    server.status = [(307, {"Location": "http://192.0.2.1/v1/chat/completions"})]
    with pytest.raises(EyeboxError, match="another address, which is not followed"):
        asked(server.url, "What?")


def test_a_stop_cuts_the_connection(server):
    stop = Event()

    def slow(say):
        say(event({"choices": [{"delta": {"content": "A"}}]}))
        while True:
            say(event({"choices": [{"delta": {"content": " dog"}}]}))
            stop.wait(0.01)

    server.stream = slow
    answer = asked(server.url, "What?", stop=stop, emit=lambda one: isinstance(one, TextDelta) and stop.set())
    assert answer.text.startswith("A")
    assert server.over.wait(60)


def test_an_engine_of_its_own_asks_and_each_connection_is_recorded(server, tmp_path):
    add(Endpoint("mine", server.url, pictures=True))
    engine = EngineProcess("endpoint", tmp_path / "log")
    try:
        end = engine.run("1", AskForModels("mine", server.url), lambda _event: None)
        assert end.result.names == ("one", "two")
        ask = Ask((Message("user", ("What?",)),), ModelRef("endpoint:mine"))
        end = engine.run("2", Answering(ask), lambda _event: None)
        assert end.result.text == "A dog."
    finally:
        engine.close()
    made = [(one.process, one.address, one.allowed) for one in attempts()]
    assert made and set(made) == {("endpoint", "127.0.0.1", True)}
