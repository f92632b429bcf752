"""Many questions spread over servers: a few at once at each, each question answered once, whatever becomes of a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import pytest

from eyebox_models.endpoints import spread, talk
from eyebox_models.endpoints.family import Servers
from eyebox_models.endpoints.known import Endpoint, add, change
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answered
from openai_server import Script, openai_server

BOTH = ModelRef("endpoint:one,two")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(talk, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(spread, "PAUSE", 0.05)


@pytest.fixture
def servers() -> Iterator[tuple[Script, Script]]:
    """Two that say again what they were asked."""
    with ExitStack() as held:
        both = tuple(held.enter_context(openai_server(question_of)) for _ in range(2))
        for name, server in zip(("one", "two"), both, strict=True):
            add(Endpoint(name, server.url, "m", pictures=True))
        yield both


def question_of(body: dict[str, Any]) -> str:
    return str(body["messages"][-1]["content"])


def asked(count: int, model: ModelRef = BOTH, stop: Event | None = None, emit=lambda _event: None) -> Any:
    """The Answered of so many questions, by their numbers; each came once."""
    found: list[Answered] = []

    def take(event: Any) -> None:
        if isinstance(event, Answered):
            found.append(event)
        emit(event)

    loaded = Servers().load(model, Options(), take, Event())
    asks = [Ask((Message("user", (str(n),)),), model) for n in range(count)]
    loaded.answer_each(asks, take, stop or Event())
    assert all(times == 1 for times in Counter(one.index for one in found).values())
    return {one.index: one for one in found}


def texts(found: dict[int, Answered]) -> dict[int, str]:
    return {index: one.answer.text for index, one in found.items() if one.answer is not None}


def test_a_few_are_under_way_at_each_server_at_once(servers):
    together = Barrier(6)

    def wait(body: dict[str, Any]) -> str:
        together.wait(60)
        return question_of(body)

    for server in servers:
        server.answer = wait
    change("one", at_once=4)
    change("two", at_once=2)
    found = asked(12)
    assert texts(found) == {n: str(n) for n in range(12)}
    hosts = Counter(one.answer.made_with for one in found.values())
    assert len(servers[0].asked) + len(servers[1].asked) == 12 and len(hosts) == 2


def test_what_one_that_is_killed_had_is_asked_of_the_other(servers):
    one, two = servers

    def dying(body: dict[str, Any]) -> str:
        if len(one.asked) == 5:
            one.die()
        return question_of(body)

    one.answer = dying
    assert texts(asked(40)) == {n: str(n) for n in range(40)}
    assert len(two.asked) >= 35 - 8


def test_one_that_comes_back_is_asked_again(servers):
    one, two = servers
    one.status = [(401, {})]
    two.answer = lambda body: (one.over.wait(0.1), question_of(body))[1]
    change("one", at_once=1)
    assert len(texts(asked(30))) == 30
    assert len(one.asked) > 1


@pytest.mark.parametrize("model", [BOTH, ModelRef("endpoint:one")])
def test_where_all_are_gone_the_rest_ends_with_the_reason(servers, model):
    servers[0].die()
    servers[1].die()
    found = asked(20, model)
    assert set(found) == set(range(20))
    assert all(one.answer is None and spread.is_gone(one.message) for one in found.values())
    assert "refuses the connection" in found[0].message


def test_one_without_leave_for_pictures_or_a_right_key_has_no_part_in_it(servers):
    servers[0].key = "secret"
    assert texts(asked(6)) == {n: str(n) for n in range(6)}


def test_one_that_is_busy_gets_fewer_at_once(servers):
    one, _two = servers
    busy = [(429, {"Retry-After": "0"})]
    one.status = busy * (3 * talk.MOST_TRIES)
    assert texts(asked(20, ModelRef("endpoint:one"))) == {n: str(n) for n in range(20)}


def test_a_question_over_which_connections_break_is_given_back_and_the_others_are_answered(servers):
    for server in servers:
        server.answer = lambda body: "" if question_of(body) == "3" else question_of(body)
        server.cuts_empty = True
    found = asked(8)
    assert texts(found) == {n: str(n) for n in range(8) if n != 3}
    assert found[3].message.code == "connection-broke" and not spread.is_gone(found[3].message)


def test_a_stop_ends_all_of_them(servers):
    stop = Event()
    found = asked(50, stop=stop, emit=lambda event: isinstance(event, Answered) and stop.set())
    assert 1 <= len(found) < 50


def test_names_of_several_are_checked(servers):
    with pytest.raises(EyeboxError, match='no server called "three"'):
        Servers().load("endpoint:one,three", Options(), lambda _event: None, Event())
