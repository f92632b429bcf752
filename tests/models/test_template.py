"""Chat templates are programs that nobody vouches for: they are rendered apart, and end when they take too much."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer
from typing import Any

import psutil
import pytest

from eyebox_models.protocol.ask import Message, Options
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.vision.template import TemplateRenderer, TemplateTooLargeError, check_template
from tiny_models import BUILDERS, build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

FOLDED = "{{ 'a' * 4000000000 }}"
POWER = "{{ 9 ** (9 ** 9) }}"
LISTS = "{% set ns = namespace(a=[1]) %}{% for i in range(99999) %}{% set ns.a = ns.a + ns.a %}{% endfor %}"
ENDLESS = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
CHAT = [{"role": "user", "content": "hello"}]
GOOD = "{% for m in messages %}{{ m.role }}: {{ m.content }}{% endfor %}{{ bos_token }}"
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture
def renderer() -> Iterator[TemplateRenderer]:
    made = TemplateRenderer()
    yield made
    made.close()


def test_templates_are_rendered_as_transformers_does(renderer: TemplateRenderer) -> None:
    assert renderer.render(GOOD, CHAT, {"bos_token": "<s>"}, Event()) == "user: hello<s>"
    pid = renderer.pid
    with pytest.raises(ValueError, match="no system here"):
        renderer.render("{{ raise_exception('no system here') }}", CHAT, {}, Event())
    with pytest.raises(ValueError, match="unknown tag 'endif'"):
        renderer.render("{% endif %}", CHAT, {}, Event())
    assert renderer.render("{{ messages[0]['content'] | tojson }}", [{"content": "é\ud800"}], {}, Event())
    assert renderer.pid == pid


@linux
@pytest.mark.parametrize("template", [FOLDED, POWER, LISTS, ENDLESS])
def test_a_template_without_end_ends_and_the_next_is_rendered(
    renderer: TemplateRenderer, template: str
) -> None:
    with pytest.raises(TemplateTooLargeError, match="takes too much time or memory"):
        renderer.render(template, CHAT, {}, Event())
    assert renderer.pid is None
    assert renderer.render(GOOD, CHAT, {}, Event()) == "user: hello"


def test_a_stop_ends_a_template_at_once(renderer: TemplateRenderer) -> None:
    renderer.render(GOOD, CHAT, {}, Event())
    stop = Event()
    timer = Timer(0.2, stop.set)
    timer.start()
    with pytest.raises(Stopped):
        renderer.render(ENDLESS, CHAT, {}, stop)
    timer.join()
    with pytest.raises(Stopped):
        renderer.render(ENDLESS, CHAT, {}, stop)


def test_a_renderer_that_was_killed_starts_anew(renderer: TemplateRenderer) -> None:
    renderer.render(GOOD, CHAT, {}, Event())
    assert renderer.pid is not None
    process = psutil.Process(renderer.pid)
    os.kill(process.pid, signal.SIGTERM)
    process.wait(60)
    assert renderer.render(GOOD, CHAT, {}, Event()) == "user: hello"


@pytest.mark.parametrize("family", sorted(BUILDERS))
def test_all_families_are_rendered_as_before(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transformers import AutoProcessor

    from eyebox_models.vision import chat
    from eyebox_models.vision.parts import LoadedCheckpoint

    processor = AutoProcessor.from_pretrained(build_tiny(family, tmp_path))
    parts = LoadedCheckpoint(None, None, processor, processor.tokenizer, Options(), "fp32", "cpu")  # type: ignore[arg-type]
    said = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "Wo? 哪里"}]}]
    said += [{"role": "assistant", "content": [{"type": "text", "text": "There."}]}, said[0]]
    wanted = processor.apply_chat_template(said, add_generation_prompt=True, tokenize=False)
    assert chat._template(parts, said) == wanted


@linux
def test_a_hostile_template_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    from eyebox_models.families.registry import family_for

    folder = build_tiny("qwen2_vl", tmp_path / "model")
    for file in (folder / "chat_template.jinja", folder / "chat_template.json"):
        file.unlink(missing_ok=True)
    (folder / "chat_template.jinja").write_text(FOLDED)
    events: list[Any] = []
    with pytest.raises(EyeboxError, match="takes too much time or memory"):
        family_for(str(folder)).load(
            str(folder), Options(precision="fp32", device="cpu"), events.append, Event()
        )
    loading = [(event.fraction, event.what) for event in events if event.stage == "loading"]
    assert loading == [(0.0, ""), (0.0, "processor")]  # and no weights


@linux
def test_a_template_that_bides_its_time_is_refused_in_the_chat(tmp_path: Path) -> None:
    from transformers import AutoProcessor

    from eyebox_models.vision import chat
    from eyebox_models.vision.parts import LoadedCheckpoint
    from eyebox_models.vision.tokens import Tokens

    processor = AutoProcessor.from_pretrained(build_tiny("qwen2_vl", tmp_path))
    processor.chat_template = (
        "{% if messages | length > 2 %}" + ENDLESS + "{% endif %}{{ messages[0].content[0].text }}"
    )
    check_template(processor, Event())
    parts = LoadedCheckpoint(None, None, processor, processor.tokenizer, Options(), "fp32", "cpu")  # type: ignore[arg-type]
    messages = [Message("user", ("a",)), Message("assistant", ("b",)), Message("user", ("c",))]
    assert chat.render(parts, messages[:1], Tokens.of(parts))
    with pytest.raises(TemplateTooLargeError):
        chat.render(parts, messages, Tokens.of(parts))
