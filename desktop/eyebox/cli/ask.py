"""`eyebox ask`: a chat about images, its answers streamed as text or as JSON events."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from eyebox.cli.ask_options import read_options
from eyebox.cli.documents import unlock
from eyebox.cli.events import Events, JsonEvents, TextEvents, missing, print_failure, times_of
from eyebox.cli.terminal import ProgressLine
from eyebox.cli.videos import shown_parts
from eyebox.folders import Folders
from eyebox.formats.chat_file import MessageParts, read_question
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import READER, Ask, Message, Picture
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import Answer, End
from eyebox_models.protocol.requests import Answering

WRITING_SECONDS = 3.0
"""How long the engine has at the end to keep what it made of pictures."""


def ask(arguments: Sequence[str]) -> int:
    """Runs the command."""
    options = read_options(arguments)
    past: tuple[Message, ...] = ()
    shown: list[tuple[Picture, ...]] = []
    if options.messages is not None:
        past, question = read_question(options.messages)
        turns = [question]
    else:
        pictures = PictureEngine()
        try:
            shown = list(shown_parts(options.images, options.videos, options, pictures))
        finally:
            pictures.close()
        turns = _turns(options.prompts, [picture for parts in shown for picture in parts])
    asked = (part for message in (*past, Message("user", turns[0])) for part in message.parts)
    unlock([part.path for part in asked if isinstance(part, Picture)], options.password)
    role = options.model.engine
    engine = EngineProcess(role, Folders.of_user().log / f"cli-{role}.log")
    try:
        done = _each(engine, past, shown, options) if options.each else _hold(engine, past, turns, options)
    finally:
        engine.close(timeout=WRITING_SECONDS)
    return 0 if done else 1


def _turns(prompts: Sequence[str], pictures: Sequence[Picture]) -> list[MessageParts]:
    """All pictures belong to the first turn, before its text."""
    first, *others = prompts
    return [(*pictures, first), *((prompt,) for prompt in others)]


def _each(
    engine: EngineProcess,
    past: tuple[Message, ...],
    shown: Sequence[tuple[Picture, ...]],
    options: argparse.Namespace,
) -> bool:
    """Asks the same about every picture and video: a model all of them together, the reader one after the other."""
    chats = [_turns(options.prompts, pictures) for pictures in shown]
    if options.model == READER:
        held = [_hold(engine, past, turns, options, image) for image, turns in enumerate(chats)]
        return all(held)
    from eyebox.cli.each import ask_each

    asks = [Ask((*past, Message("user", turns[0])), options.model, options.generation, 0) for turns in chats]
    return ask_each(engine, asks, json=options.json, debug=options.debug)


def _hold(
    engine: EngineProcess,
    messages: tuple[Message, ...],
    turns: Sequence[MessageParts],
    options: argparse.Namespace,
    image: int | None = None,
) -> bool:
    """Asks one turn after the other until one fails; returns whether none did. `image`: all are about that one."""
    asked = (part for message in messages for part in message.parts)
    pictures = [part for part in (*asked, *turns[0]) if isinstance(part, Picture)]
    events: Events = JsonEvents(image, times_of(pictures)) if options.json else TextEvents()
    for turn, parts in enumerate(turns):
        messages = (*messages, Message("user", parts))
        end = _answer(engine, Ask(messages, options.model, options.generation, turn), events)
        if end.outcome != "done" or not isinstance(end.result, Answer):
            print_failure(end, debug=options.debug)
            return False
        answer = end.result
        said = (answer.raw or answer.text,)
        messages = (*messages, Message("assistant", said, answer.token_ids, rounds=answer.rounds))
    return True


def _answer(engine: EngineProcess, question: Ask, events: Events) -> End:
    with ProgressLine("starting") as line:
        events.begin(question.turn, line)
        try:
            end = missing(question) or engine.run(new_id(), Answering(question), events.take)
        except KeyboardInterrupt:
            events.end(End("stopped"))
            raise
        events.end(end)
    return end
