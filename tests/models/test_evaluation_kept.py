"""Answers of an evaluation on the disk."""

from __future__ import annotations

import errno
import os

import pytest

from eyebox_models.evaluation.asking import (
    ask_for,
    digest_of_model,
    greedy,
    grounding_question,
    key_of_question,
    key_of_run,
)
from eyebox_models.evaluation.counted import AnsweredBy, report_of, write_evaluation
from eyebox_models.evaluation.kept import KeptAnswers, read_kept
from eyebox_models.evaluation.samples import Given, Sample, Target
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.errors import EyeboxError

SAID = Given("", "a dog 狗", "<raw>", (Target("dog", (1.0, 2.5, 3.0, 4.0), 0.5),), 7, 12.5, 99, "bf16")


def test_what_was_said_comes_back(tmp_path):
    with KeptAnswers(tmp_path / "new", "key") as kept:
        kept.add("one", SAID)
        kept.add("two", Given("", failed="It broke."))
        assert kept.get("one") == SAID
        assert kept.get("two") is None
    with KeptAnswers(tmp_path / "new", "key") as kept:
        assert kept.get("one").boxes == SAID.boxes
        found = kept.all({"a": "one", "b": "two", "c": "three"})
        assert (found["a"].text, found["a"].id, found["b"].failed) == ("a dog 狗", "a", "It broke.")
        assert "c" not in found


def test_one_process_at_a_time(tmp_path):
    with KeptAnswers(tmp_path, "key"):
        with pytest.raises(EyeboxError, match="another Eyebox"):
            KeptAnswers(tmp_path, "key").__enter__()
        with KeptAnswers(tmp_path, "other"):
            pass
    with KeptAnswers(tmp_path, "key"):
        pass


@pytest.mark.parametrize(
    "cut", [b'{"id": "b", "te', b"\xff\xfe\n", b"[]\n", b'{"id": "b", "boxes": [[1]]}\n', b"\n\n"]
)
def test_a_line_that_is_none_is_passed_over(tmp_path, cut):
    with KeptAnswers(tmp_path, "key") as kept:
        kept.add("a", SAID)
    with (tmp_path / "key.jsonl").open("ab") as file:
        file.write(cut)
    with KeptAnswers(tmp_path, "key") as kept:
        kept.add("c", SAID)
    assert set(read_kept(tmp_path / "key.jsonl")) == {"a", "c"}


def test_a_full_disk_is_said(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with KeptAnswers(tmp_path, "key") as kept:
        kept.add("a", SAID)
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(EyeboxError, match="The disk is full"):
            kept.add("b", SAID)
    assert "a" in read_kept(tmp_path / "key.jsonl")


def test_keys_change_with_what_makes_an_answer(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"one")
    sample = Sample("1", str(picture), targets=(Target("dog", (0, 0, 1, 1)), Target("cat", (0, 0, 1, 1))))
    model = tmp_path / "m.json"
    model.write_text("[]")
    name = ModelRef(f"scripted:{model}")
    ask = ask_for(sample, "ground", name, greedy("bf16"), "Find {shapes}.")
    assert ask.question == "Find dog and cat."
    before = key_of_question(ask)
    assert before == key_of_question(ask)
    picture.write_bytes(b"another")
    assert key_of_question(ask) != before
    picture.unlink()
    with pytest.raises(OSError):
        key_of_question(ask)
    digest = digest_of_model(name)
    model.write_text("[ ]")
    assert digest_of_model(name) != digest
    keys = {key_of_run(name, digest, "ground", greedy(p)) for p in ("bf16", "int4")}
    assert len(keys | {key_of_run(name, "other", "ground", greedy("bf16"))}) == 3
    assert digest_of_model(str(tmp_path / "gone")) != digest_of_model(str(tmp_path / "gone too"))


def test_a_family_asks_for_boxes_in_its_own_words(tmp_path):
    assert "{shapes}" in grounding_question("reader")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "{shapes}" in grounding_question(str(folder))
    (folder / "config.json").write_text('{"model_type": "qwen2_5_vl"}')
    from eyebox_models.families.qwen2_5_vl import INFO

    assert grounding_question(str(folder)) == INFO.question


def test_another_process_counts_by_a_file(tmp_path):
    with KeptAnswers(tmp_path, "key") as kept:
        kept.add("k", Given("", boxes=(Target("dog", (0.0, 0.0, 2.0, 2.0)),), precision="fp32"))
    sample = Sample(
        "1",
        "a.png",
        targets=(Target("dog", (0.0, 0.0, 2.0, 2.0)),),
        crowds=(Target("cat", (0.0, 0.0, 1.0, 1.0)),),
    )
    file = tmp_path / "counted.json"
    write_evaluation(
        file, [sample], ["accuracy@0.5"], [AnsweredBy("m", "auto", str(tmp_path / "key.jsonl"), {"1": "k"})]
    )
    (model,) = report_of(file).models
    assert (model.model, model.precision, model.figures[0].value) == ("m", "fp32", 1.0)
    file.write_text("{")
    with pytest.raises(EyeboxError, match="is damaged"):
        report_of(file)
    with pytest.raises(EyeboxError, match="cannot be read"):
        report_of(tmp_path / "gone.json")
