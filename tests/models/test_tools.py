"""The built-in tools: calls in what a model writes, regions, rounds."""

from __future__ import annotations

import json
from dataclasses import replace
from threading import Event

import pytest
from PIL import Image, ImageDraw, ImageFont

from engines import write_script
from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS
from eyebox_models.checkpoint.chat_template import takes_tools
from eyebox_models.families.scripted import Scripted
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo, TextDelta
from eyebox_models.protocol.tool_use import ToolUsed
from eyebox_models.protocol.wire import pack, unpack
from eyebox_models.tools.built_in import Shown, offered, placed
from eyebox_models.tools.calls import Call, CallText, before_calls, calls_in
from eyebox_models.tools.rounds import answer_with_tools

LOOK = (
    '<tool_call>\n{"name": "look_again", "arguments": {"image": 1, "box": [100, 40, 300, 90]}}\n</tool_call>'
)
READ = '<tool_call>\n{"name": "read_region", "arguments": {"box": [0, 0, 400, 60]}}\n</tool_call>'


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (LOOK, [Call("look_again", '{"image": 1, "box": [100, 40, 300, 90]}')]),
        ("a <tool_call>{\"name\": \"x\", \"arguments\": \"{}\"}", [Call("x", "{}")]),
        ('<tool_call>{"name": "x", "parameters": {"a": "图"}}</tool_call>', [Call("x", '{"a": "图"}')]),
        (
            "<tool_call>\n<function=look_again>\n<parameter=image>\n2\n</parameter>\n<parameter=box>\n[1, 2, 3, 4]\n"
            "</parameter>\n<parameter=why>\nsmall print\n</parameter>\n</function>\n</tool_call>",
            [Call("look_again", '{"image": 2, "box": [1, 2, 3, 4], "why": "small print"}')],
        ),
        ("<tool_call><function=x></function></tool_call>", [Call("x", "{}")]),
        (f"{LOOK}\n{READ}", [*calls_in(LOOK), *calls_in(READ)]),
        ("<tool_call>{</tool_call><tool_call>", [*calls_in("<tool_call>{"), *calls_in("<tool_call>")]),
        ("no call", []),
    ],
)  # fmt: skip
def test_calls_are_found(text: str, calls: list[Call]) -> None:
    assert calls_in(text) == calls


def test_what_can_not_be_a_call_says_so() -> None:
    for text in ("", "{", "[]", "5", '{"name": 5}', "[" * 100_000, "x" * 30_000):
        (call,) = calls_in(f"<tool_call>{text}</tool_call>")
        assert "no JSON" in call.problem


def test_any_split_shows_the_same_text_before_a_call() -> None:
    answer = "a < b <tool <tool_call>{}</tool_call> after"
    for size in range(1, len(answer)):
        text = CallText()
        shown = "".join(text.feed(answer[at : at + size]) for at in range(0, len(answer), size))
        assert shown == "a < b <tool "
    assert before_calls(answer) == "a < b <tool" and before_calls("x ") == "x "


def regions(arguments: object, notation: Notation, name: str = "look_again") -> tuple[int, object, str]:
    pictures = [Shown(Picture("a"), 2000, 1000, (504, 252))]
    said = arguments if isinstance(arguments, str) else json.dumps(arguments)
    use = placed(Call(name, said), pictures, notation)
    assert use.failed == bool(use.result)
    return use.image, use.box, use.result


def test_regions_are_pixels_of_the_original_by_the_rule_of_the_family() -> None:
    thousandths, resized = Notation(THOUSANDTHS), Notation(RESIZED)
    assert regions({"box": [100, 200, 300, 400]}, thousandths)[:2] == (0, (200, 200, 600, 400))
    assert regions({"image": 1, "bbox_2d": [[300, 400, 100, 200]]}, thousandths)[1] == (200, 200, 600, 400)
    assert regions({"image": "1", "box": [0, 0, 252, 126.0]}, resized)[1] == (0, 0, 1000, 500)
    # cut to the picture, and grown where there is nearly nothing
    assert regions({"box": [900, 900, 2000, 5000]}, thousandths)[1] == (1800, 900, 2000, 1000)
    assert regions({"box": [0, 0, 1, 1]}, thousandths)[1] == (0, 0, 32, 32)
    assert regions({"box": [1000 - 1e-6, 999, 1000, 1000]}, thousandths)[1] == (1968, 968, 2000, 1000)
    for notation, word in ((thousandths, "thousandths"), (resized, "as you see it")):
        tools = json.loads(offered(notation))
        assert [tool["function"]["name"] for tool in tools] == ["look_again", "read_region"]
        assert word in json.dumps(tools)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("{", "no JSON object"), ("[1]", "no JSON object"), ("{}", "four numbers"),
        ({"image": 7, "box": [1, 2, 3, 4]}, "no picture 7: pictures of the chat: 1"),
        ({"image": 0, "box": [1, 2, 3, 4]}, "no picture 0"), ({"image": True, "box": [1, 2, 3, 4]}, "not true"),
        ({"image": [1], "box": [1, 2, 3, 4]}, "number of a picture"), ({"image": 1.5}, "not 1.5"),
        ({"box": [1, 2, 3]}, "four numbers"), ({"box": [1, 2, 3, "4"]}, "four numbers"), ({"box": "1 2 3 4"}, "four numbers"),
        ('{"box": [NaN, 1, 2, 3]}', "four numbers"), ('{"box": [0, 0, 1, 1e999]}', "four numbers"),
        ({"box": [1001, 5, 1200, 9]}, "goes from [0, 0] to [1000, 1000]"), ({"box": [-5, -5, -1, -1]}, "outside"),
    ],
)  # fmt: skip
def test_a_bad_call_is_one_sentence(arguments: object, said: str) -> None:
    _image, box, result = regions(arguments, Notation(THOUSANDTHS))
    assert box is None and said in result


def test_an_unknown_tool_is_one_sentence() -> None:
    assert "no tool rm" in regions({"box": [1, 2, 3, 4]}, Notation(THOUSANDTHS), "rm")[2]


class Asked:
    """Asks a script with the tools; `told` are the messages of each round, `events` what was emitted."""

    def __init__(self, tmp_path, monkeypatch, answers) -> None:
        self.model = Scripted().load(
            write_script(tmp_path, {"answers": answers}), Options(), lambda _e: None, Event()
        )
        self.told: list[tuple[Message, ...]] = []
        self.events: list[object] = []
        self.stop = Event()
        answer = self.model.answer

        def noted(ask, emit, stop):
            self.told.append(ask.messages)
            seen = tuple(ImageInfo(at, 1000, 800, (1000, 800)) for at in range(len(ask.shown)))
            return replace(answer(ask, emit, stop), seen=seen)

        monkeypatch.setattr(self.model, "answer", noted)

    def __call__(self, *messages: Message, rounds: int = 4) -> Answer:
        options = Options(look_again=True, tool_rounds=rounds, system="be kind")
        ask = Ask(messages, "scripted:x", options)
        return answer_with_tools(self.model, ask, self.events.append, self.stop)

    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, TextDelta))


@pytest.fixture
def picture(tmp_path):
    image = Image.new("RGB", (1000, 800), "white")
    ImageDraw.Draw(image).text((40, 10), "Total 12.50", fill="black", font=ImageFont.load_default(size=36))
    file = tmp_path / "p.png"
    image.save(file)
    return str(file)


def test_a_model_looks_again_and_reads_and_goes_on(tmp_path, monkeypatch, picture):
    asked = Asked(tmp_path, monkeypatch, [
        {"steps": [{"text": "Let me look. <to"}, {"text": LOOK[3:]}, {"box": [1, 1, 2, 2], "label": "in the call"}]},
        {"steps": [{"text": READ}]},
        {"steps": [{"text": "It is "}, {"text": "12.50"}, {"box": [40, 10, 200, 50], "label": "12.50"}]},
    ])  # fmt: skip
    question = Message("user", (Picture(picture), "How much?"))
    answer = asked(question)
    assert answer.text == asked.text() == "Let me look. \n\nIt is 12.50"
    assert answer.raw == "It is 12.50" and answer.text[answer.boxes[0].start : answer.boxes[0].end] == "12.50"
    assert (
        answer.boxes == tuple(event for event in asked.events if isinstance(event, BoxFound))
        and len(answer.boxes) == 1
    )
    first, second = (use for one in answer.rounds for use in one.uses)
    assert (first.image, first.box, first.at, first.failed, first.looks) == (
        0,
        (100, 40, 300, 90),
        13,
        False,
        True,
    )
    assert (second.result.strip(), second.box, second.looks) == ("Total 12.50", (0, 0, 400, 60), False)
    used = [(event.index, bool(event.use.result)) for event in asked.events if isinstance(event, ToolUsed)]
    assert used == [(0, False), (0, True), (1, False), (1, True)]

    system, user, said, result, said_too, text = asked.told[2]
    assert json.loads(user.tools or system.tools)[0]["function"]["name"] == "look_again"
    assert (system.role, user.parts, said.parts) == ("system", question.parts, ("Let me look. " + LOOK,))
    assert (said.token_ids, said_too.parts, text.role) == ((0, 1), (READ,), "tool")
    assert result.role == "tool" and result.parts[0] == Picture(picture, part=(100, 40, 300, 90))
    assert asked.told[1] == asked.told[2][:4], (
        "each round goes on from the one before, so that its cache is kept"
    )

    # the next question is told all of it, and numbers only the chat's own pictures
    kept = unpack(json.loads(json.dumps(pack(answer))))
    assert kept == answer
    later = Message("assistant", (kept.raw,), kept.token_ids, rounds=kept.rounds)
    again = asked(question, later, Message("user", ("And where?",)))
    assert answer.seen == again.seen == (ImageInfo(0, 1000, 800, (1000, 800)),)
    before = asked.told[2]
    assert asked.told[3][: len(before)] == before
    assert Ask(asked.told[3]).own_pictures == (0,) and len(Ask(asked.told[3]).pictures) == 2


def test_the_limit_ends_it(tmp_path, monkeypatch, picture):
    asked = Asked(tmp_path, monkeypatch, [{"steps": [{"text": f"Again. {LOOK}"}]}])
    answer = asked(Message("user", (Picture(picture), "How much?")), rounds=2)
    uses = [use for one in answer.rounds for use in one.uses]
    assert [use.failed for use in uses] == [False, False, True] and "limit" in uses[-1].result
    assert "after 2 rounds" in answer.notes[0] and len(asked.told) == 4
    assert answer.text == asked.text() == "\n\n".join(["Again. "] * 4)
    assert answer.raw == "Again."

    asked = Asked(tmp_path, monkeypatch, [{"steps": [{"text": LOOK * 6}]}, {"steps": [{"text": "done"}]}])
    (one,) = asked(Message("user", (Picture(picture), "?"))).rounds
    assert [use.failed for use in one.uses] == [False] * 4 + [True] * 2


def test_bad_calls_go_on_and_a_stop_ends_it(tmp_path, monkeypatch, picture):
    bad = [
        "<tool_call>{oops</tool_call>",
        LOOK.replace("look_again", "rm"),
        LOOK.replace('"image": 1', '"image": 7'),
    ]
    steps = [{"steps": [{"text": text}]} for text in bad]
    asked = Asked(tmp_path, monkeypatch, [*steps, {"steps": [{"text": "I can't."}]}])
    answer = asked(Message("user", (Picture(picture), "?")))
    results = [use.result for one in answer.rounds for use in one.uses]
    used = [event.index for event in asked.events if isinstance(event, ToolUsed)]
    assert used == [0, 1, 2], "each is said once"
    assert answer.text == "I can't." and all(message.role == "tool" for message in asked.told[3][3::2])
    assert ["no JSON" in results[0], "no tool rm" in results[1], "no picture 7" in results[2]] == [True] * 3

    asked = Asked(tmp_path, monkeypatch, [{"steps": [{"text": "Wait. "}, {"text": LOOK}]}])
    asked.events = Stopping(asked.stop)
    answer = asked(Message("user", (Picture(picture), "?")))
    assert (answer.text.strip(), len(asked.told)) == ("Wait.", 1)


class Stopping(list):
    """Stops what it hears of as soon as a tool is called."""

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    def append(self, event: object) -> None:
        super().append(event)
        if isinstance(event, ToolUsed):
            self._stop.set()


def test_a_model_that_knows_no_tools_answers_without(tmp_path, monkeypatch, picture):
    asked = Asked(tmp_path, monkeypatch, [{"steps": [{"text": "plain"}]}])
    own = asked.model.answer

    def refusing(ask, emit, stop):
        if any(message.tools for message in ask.messages):
            raise EyeboxError("tools-not-known", "no tools")
        return own(ask, emit, stop)

    monkeypatch.setattr(asked.model, "answer", refusing)
    answer = asked(Message("user", (Picture(picture), "?")))
    assert answer.text == "plain" and "knows no tools" in answer.notes[0]
    assert replace(answer, notes=()).rounds == ()


def test_whether_a_template_has_a_place_for_tools_is_told_without_rendering_it(tmp_path):
    assert not takes_tools(tmp_path)
    tokenizer = tmp_path / "tokenizer_config.json"
    tokenizer.write_text(json.dumps({"chat_template": "{% for tool in tools %}{{ tool }}{% endfor %}"}))
    assert takes_tools(tmp_path)
    tokenizer.write_text(json.dumps({"chat_template": [{"name": "default", "template": "{{ tools }}"}]}))
    assert takes_tools(tmp_path)
    (tmp_path / "chat_template.json").write_text(json.dumps({"chat_template": "{{ messages }}"}))
    assert not takes_tools(tmp_path), "that of the processor is the one that is used"
    (tmp_path / "chat_template.jinja").write_text("{%- if tools %}{%- endif %}")
    assert takes_tools(tmp_path)
    for broken in ("[1]", "{", "[" * 100_000):
        (tmp_path / "chat_template.jinja").unlink(missing_ok=True)
        (tmp_path / "chat_template.json").write_text(broken)
        assert takes_tools(tmp_path)
