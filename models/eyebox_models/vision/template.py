"""Chat templates are rendered apart, within limits of time and memory, so that a hostile one harms nobody."""

from __future__ import annotations

import atexit
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.vision.compat import templates_rendered_by

if TYPE_CHECKING:
    from subprocess import Popen

SECONDS = 20.0
"""That are waited for a chat; on POSIX the process ends by itself after `template_child.SECONDS` of work."""
_START = 60.0
_LOOK = 0.05
_GRACE = 0.25
"""Seconds that a chat may take after a stop: it goes on to an answer that ends at once, with what is known of it."""


class TemplateTooLargeError(EyeboxError):
    """A template takes more time or memory than a chat can need."""


class TemplateRenderer:
    """The process that renders templates, started when it is first needed. It ends with this one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Popen[bytes] | None = None
        self._greeted = False

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def begin(self) -> None:
        """Starts the process, without waiting until it is ready. Raises OSError."""
        with self._lock:
            if self.pid is None:
                self._start()

    def render(self, template: str, chat: list[dict[str, Any]], more: dict[str, Any], stop: Event) -> str:
        """What a template makes of a chat. `more` are its other variables.

        Raises ValueError where the template refuses the chat, TemplateTooLargeError, EyeboxError, Stopped.
        """
        with self._lock:
            if self.pid is None:
                self._start()
            if not self._greeted:
                self._exchange(b"", stop, _START)
                self._greeted = True
            line = json.dumps({"template": template, "chat": chat, "more": more}).encode("ascii")
            answer = self._exchange(line + b"\n", stop, SECONDS)
        if "text" in answer:
            return str(answer["text"])
        raise ValueError(answer.get("refused", ""))

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._end()

    def _start(self) -> None:
        import subprocess

        self._end()
        self._greeted = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "eyebox_models.vision.template_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            close_fds=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _exchange(self, line: bytes, stop: Event, seconds: float) -> dict[str, Any]:
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        over = Event()

        def watch() -> None:
            begun = time.monotonic()
            while not over.wait(_LOOK):
                took = time.monotonic() - begun
                if took > seconds or (took > _GRACE and stop.is_set()):
                    process.kill()
                    return

        watcher = Thread(target=watch, name="template", daemon=True)
        watcher.start()
        answer = b""
        try:
            with suppress(OSError):
                process.stdin.write(line)
                process.stdin.flush()
                answer = process.stdout.readline()
        finally:
            over.set()
            watcher.join()
        if answer.endswith(b"\n"):
            found: dict[str, Any] = json.loads(answer)
            return found
        self._end()
        if stop.is_set():
            raise Stopped
        if not line:
            raise EyeboxError(
                "template-process",
                "The process that renders chat templates could not be started; install the model engine "
                "again.",
            )
        raise TemplateTooLargeError(
            "template-too-large",
            "The chat template of this model takes too much time or memory, so it is not used; choose "
            "another model.",
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


RENDERER = TemplateRenderer()
atexit.register(RENDERER.close)
_passed: set[bytes] = set()


def check_template(source: Any, stop: Event) -> None:
    """Renders a chat by the template of a processor or tokenizer, once for each template and what it is given.

    Raises TemplateTooLargeError, Stopped. That a template refuses this chat is no fault.
    """
    template = source.chat_template
    given = getattr(getattr(source, "tokenizer", source), "special_tokens_map", {})
    digest = hashlib.sha256(repr((template, given)).encode("utf-8", "surrogatepass")).digest()
    if digest in _passed:
        return
    for content in ([{"type": "image"}, {"type": "text", "text": "What is this?"}], "What is this?"):
        try:
            with rendered_apart(stop):
                source.apply_chat_template(
                    [{"role": "user", "content": content}], add_generation_prompt=True, tokenize=False
                )
        except (EyeboxError, Stopped):
            raise
        except Exception:  # refusals of many kinds
            continue
    _passed.add(digest)


@contextmanager
def rendered_apart(stop: Event) -> Iterator[None]:
    """While inside, what transformers' `apply_chat_template` renders is rendered by RENDERER.

    What the method does besides stays as each processor has it; only it may not look into the template either, because
    jinja folds constants for that.
    """

    def render(
        conversations: Any, chat_template: str, add_generation_prompt: bool = True, **more: Any
    ) -> tuple[list[str], list[Any]]:
        passed = {name: value for name, value in more.items() if value is not None and value is not False}
        return [RENDERER.render(chat_template, chat, passed, stop) for chat in conversations], []

    with templates_rendered_by(render):
        yield
