"""`eyebox ask` with a model's options, notes, several turns and several pictures by themselves."""

from __future__ import annotations

import json
from functools import partial

import pytest

import eyebox.cli.ask as ask_module
from engines import HELLO, engine_of, write_script
from eyebox.__main__ import main
from eyebox.cli.ask_options import read_options
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Options

ECHO = f"""
say('{HELLO}')
for line in sys.stdin:
    message = json.loads(line)
    if 'job' not in message: continue
    asked = message['request']['ask']
    answer = {{'is': 'Answer', 'turn': asked['turn'], 'text': json.dumps(asked), 'raw': 'raw <box>', 'token_ids': [7, 8],
              'notes': ['Fewer pixels were used.']}}
    note = {{'is': 'Note', 'turn': asked['turn'], 'text': 'Fewer pixels were used.'}}
    say(json.dumps({{'job': message['job'], 'event': note}}))
    say(json.dumps({{'job': message['job'], 'event': {{'is': 'End', 'outcome': 'done', 'result': answer}}}}))
"""


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "图 one.png"
    file.write_bytes(b"anything")
    return str(file)


@pytest.fixture
def echo(monkeypatch):
    """An engine that answers with the question it was asked."""
    monkeypatch.setattr(ask_module, "EngineProcess", partial(EngineProcess, command=engine_of(ECHO)))


def run(capsysbinary, *arguments):
    status = main(["ask", *arguments])
    captured = capsysbinary.readouterr()
    return status, [json.loads(line) for line in captured.out.splitlines()], captured.err.decode()


def test_every_option_reaches_the_model(tmp_path, picture):
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "object"}')
    (tmp_path / "lora").mkdir()
    given = read_options(
        [
            "--model", "some/name", "-p", "x", picture, "--precision", "int4", "--device", "cuda:1", "--max-pixels", "9999",
            "--max-tiles", "4", "--max-new-tokens", "12", "--temperature", "0.5", "--top-p", "0.9",
            "--repetition-penalty", "1.1", "--num-beams", "3", "--seed", "5", "--offload",
            "--adapter", str(tmp_path / "lora"), "--schema", str(schema), "--system", "Be kind.",
            "--stop", "END", "--stop", "\n\n", "--detail", "less",
        ]
    )  # fmt: skip
    assert given.generation == Options(
        precision="int4", device="cuda:1", max_pixels=9999, max_tiles=4, max_new_tokens=12, temperature=0.5, top_p=0.9,
        repetition_penalty=1.1, num_beams=3, seed=5, offload=True, adapter=str(tmp_path / "lora"),
        schema='{"type": "object"}', system="Be kind.", stop=("END", "\n\n"),
        detail="less",
    )  # fmt: skip


def test_a_folder_is_found_from_anywhere_and_other_names_stay(tmp_path, monkeypatch, picture):
    (tmp_path / "my model 模型").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read_options(["--model", "my model 模型", "-p", "x", picture]).model == str(
        tmp_path / "my model 模型"
    )
    assert read_options(["--model", "Qwen/Some-Name", "-p", "x", picture]).model == "Qwen/Some-Name"
    assert read_options(["-p", "x", picture]).model == "reader"


@pytest.mark.parametrize(
    ("seed", "taken"), [(2**64 - 1, True), (-(2**63), True), (2**64, False), ("x", False)]
)
def test_a_seed_has_at_most_64_bits(picture, seed, taken, capsys):
    arguments = ["--model", "m", "-p", "x", picture, f"--seed={seed}"]
    if taken:
        assert read_options(arguments).generation.seed == seed
    else:
        with pytest.raises(SystemExit) as ended:
            read_options(arguments)
        assert ended.value.code == 2 and "64 bits" in capsys.readouterr().err


def test_an_empty_stop_text_is_wrong_usage(picture, capsys):
    with pytest.raises(SystemExit) as ended:
        read_options(["--model", "m", "-p", "x", picture, "--stop", ""])
    assert ended.value.code == 2 and "stops nothing" in capsys.readouterr().err


def test_the_system_prompt_takes_the_place_of_that_of_a_chat_file(echo, capsysbinary, tmp_path):
    file = tmp_path / "chat.json"
    file.write_text('[{"role": "system", "content": "be kind"}, {"role": "user", "content": "hi"}]')
    _status, events, _err = run(
        capsysbinary, "--model", "m", "--messages", str(file), "--system", "be brief", "--json"
    )
    asked = json.loads(next(event for event in events if event["event"] == "end")["text"])
    assert [(m["role"], m["parts"]) for m in asked["messages"]] == [
        ("system", ["be brief"]),
        ("user", ["hi"]),
    ]


@pytest.mark.parametrize(
    "arguments", [["--schema", "no.json"], ["--schema", "broken.json"], ["--adapter", "no folder"]]
)
def test_files_of_options_that_are_not_there_are_one_sentence(
    tmp_path, monkeypatch, picture, arguments, capsys
):
    (tmp_path / "broken.json").write_text("{")
    monkeypatch.chdir(tmp_path)
    assert main(["ask", "--model", "scripted:x", "-p", "x", picture, *arguments]) == 1
    err = capsys.readouterr().err
    assert err.startswith("eyebox: ") and err.count("\n") == 1 and arguments[1] in err


def test_later_turns_carry_the_ids_of_earlier_answers(echo, capsysbinary, picture):
    status, events, err = run(
        capsysbinary, "--model", "m", "-p", "one", "-p", "two", "--system", "be kind", picture, "--json"
    )
    ends = [event for event in events if event["event"] == "end"]
    asked = json.loads(ends[1]["text"])
    assert status == 0 and err == ""
    assert [(m["role"], m["token_ids"]) for m in asked["messages"]] == [
        ("system", []), ("user", []), ("assistant", [7, 8]), ("user", []),
    ]  # fmt: skip
    assert asked["messages"][2]["parts"] == ["raw <box>"]


def test_notes_are_told_once_a_turn(echo, capsysbinary, picture):
    _status, events, _err = run(capsysbinary, "--model", "m", "-p", "one", "-p", "two", picture, "--json")
    note = {"event": "note", "text": "Fewer pixels were used."}
    assert [event for event in events if event["event"] == "note"] == [
        note | {"turn": 0},
        note | {"turn": 1},
    ]
    assert main(["ask", "--model", "m", "-p", "one", picture]) == 0
    assert capsysbinary.readouterr().err == b"eyebox: Fewer pixels were used.\n"


def test_pictures_of_a_chat_file_stay_where_they_stand(echo, capsysbinary, tmp_path, picture):
    parts = [
        {"type": "text", "text": "before"},
        {"type": "image", "path": picture},
        {"type": "text", "text": "after"},
    ]
    file = tmp_path / "chat.json"
    file.write_text(json.dumps([{"role": "user", "content": parts}]), "utf-8")
    _status, events, _err = run(capsysbinary, "--model", "m", "--messages", str(file), "--json")
    (message,) = json.loads(events[-1]["text"])["messages"]
    before, shown, after = message["parts"]
    assert (before, shown["is"], shown["path"], after) == ("before", "Picture", picture, "after")


def test_each_is_told_in_order_and_one_failure_holds_up_nobody(capsysbinary, tmp_path, picture):
    other = tmp_path / "two.png"
    other.write_bytes(b"anything")
    model = write_script(
        tmp_path,
        {"answers": [{"steps": [{"text": "a"}]}, {"steps": [{"fail": "No."}]}, {"steps": [{"text": "c"}]}]},
    )
    arguments = ["--model", model, "--each", "-p", "what?", picture, str(other), picture]
    status, events, err = run(capsysbinary, *arguments, "--json")
    ends = [event for event in events if event["event"] == "end"]
    assert status == 1 and err == "eyebox: No.\n"
    assert [(end["image"], end["outcome"], end["text"]) for end in ends] == [
        (0, "done", "a"), (1, "failed", ""), (2, "done", "c"),
    ]  # fmt: skip
    assert [event["text"] for event in events if event["event"] == "text"] == ["a", "c"]
    assert main(["ask", *arguments]) == 1
    assert capsysbinary.readouterr().out == b"a\nc\n"


def test_an_engine_that_dies_between_pictures_keeps_what_was_answered(capsysbinary, tmp_path, picture):
    model = write_script(tmp_path, {"answers": [{"steps": [{"text": "a"}]}, {"steps": [{"crash": "exit"}]}]})
    status, events, err = run(
        capsysbinary, "--model", model, "--each", "-p", "x", picture, picture, picture, "--json"
    )
    ends = [event for event in events if event["event"] == "end"]
    assert status == 1 and "exit code 3" in err
    assert [(end["image"], end["outcome"]) for end in ends] == [(0, "done"), (1, "failed"), (2, "failed")]
