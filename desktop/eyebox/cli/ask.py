"""`eyebox ask`: a chat about images, its answers streamed as text or as JSON events."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from eyebox.cli.chat_file import read_chat
from eyebox.cli.events import Events, JsonEvents, TextEvents
from eyebox.cli.terminal import Parser, ProgressLine, complain, number
from eyebox.exchange.atomic import shown
from eyebox.folders import Folders
from eyebox_models.ask import Answer, Ask, End, EyeboxError, Message, Options, Picture
from eyebox_models.box import new_id
from eyebox_models.engine_process import EngineProcess
from eyebox_models.wire import Answering

PRECISIONS = ("auto", "bf16", "fp16", "fp32", "int8", "int4")
VISION_ONLY = ("adapter", "schema", "offload")
Turns = list[tuple[str | Picture, ...]]


def ask(arguments: Sequence[str]) -> int:
    """Runs the command."""
    options = _options(arguments)
    if options.messages is not None:
        past, question = read_chat(options.messages)
        chats = [_Chat(past, [question])]
    else:
        groups = [[image] for image in options.images] if options.each else [options.images]
        chats = [_Chat((), _turns(options.prompts, group)) for group in groups]
    system = (Message("system", (options.system,)),) if options.system is not None else ()
    role = "reader" if options.model == "reader" else "model"
    engine = EngineProcess(role, Folders.of_user().log / f"cli-{role}.log")
    failed = False
    try:
        for index, chat in enumerate(chats):
            events = _events(options, index)
            failed |= not _hold(engine, chat, system, options, events)
    finally:
        engine.close()
    return 1 if failed else 0


class _Chat:
    """A chat so far, and the user's turns that are to be answered."""

    def __init__(self, past: tuple[Message, ...], turns: Turns) -> None:
        self.past = past
        self.turns = turns


def _turns(prompts: Sequence[str], images: Sequence[str]) -> Turns:
    """All images belong to the first turn, before its text."""
    first, *others = prompts
    return [(*(Picture(image) for image in images), first), *((prompt,) for prompt in others)]


def _hold(
    engine: EngineProcess,
    chat: _Chat,
    system: tuple[Message, ...],
    options: argparse.Namespace,
    events: Events,
) -> bool:
    """Asks one turn after the other until one fails; returns whether none did."""
    messages = system + chat.past
    for turn, parts in enumerate(chat.turns):
        messages = (*messages, Message("user", parts))
        question = Ask(messages, options.model, _model_options(options), turn)
        end = _answer(engine, question, events)
        if end.outcome != "done" or not isinstance(end.result, Answer):
            complain(end.message or "There was no answer.")
            if options.debug and end.detail:
                print(end.detail, file=sys.stderr)
            return False
        messages = (*messages, Message("assistant", (end.result.raw or end.result.text,)))
    return True


def _answer(engine: EngineProcess, question: Ask, events: Events) -> End:
    missing = next((path for path in question.pictures if not Path(path).exists()), None)
    with ProgressLine("starting") as line:
        events.begin(question.turn, line)
        try:
            if missing is not None:
                end = End("failed", f"There is no file {shown(missing)}.")
            else:
                end = engine.run(new_id(), Answering(question), events.take)
        except KeyboardInterrupt:
            events.end(End("stopped"))
            raise
        events.end(end)
    return end


def _events(options: argparse.Namespace, index: int) -> Events:
    if options.json:
        return JsonEvents(index if options.each else None)
    return TextEvents()


def _model_options(options: argparse.Namespace) -> Options:
    return Options(
        precision=options.precision,
        device=options.device,
        max_pixels=options.max_pixels,
        max_tiles=options.max_tiles,
        max_new_tokens=options.max_new_tokens,
        temperature=options.temperature,
        top_p=options.top_p,
        repetition_penalty=options.repetition_penalty,
        num_beams=options.num_beams,
        seed=options.seed,
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_intermixed_args(arguments)
    if options.messages is not None and (options.prompts or options.images or options.each):
        parser.error("--messages holds the whole chat: it goes without -p, --each and IMAGE")
    if options.messages is None:
        if not options.prompts:
            parser.error("give a prompt with -p, or a chat with --messages")
        if not options.images:
            parser.error("give at least one IMAGE")
        if options.each and len(options.prompts) > 1:
            parser.error("--each takes one -p")
    given = [f"--{name}" for name in VISION_ONLY if getattr(options, name)]
    if given and options.model == "reader":
        parser.error(f"{given[0]} needs a vision-language model: choose one with --model")
    if given:
        raise EyeboxError(f"{given[0]} is for vision-language models, which this version does not run yet.")
    return options


def _parser() -> Parser:
    parser = Parser("ask", "Asks a model on this machine about images; each -p is a turn of one chat.")
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    parser.add_argument("images", nargs="*", metavar="IMAGE")
    parser.add_argument(
        "-p", "--prompt", action="append", dest="prompts", metavar="PROMPT", help="what to ask"
    )
    parser.add_argument("--messages", metavar="FILE", help="a whole chat so far, as JSON")
    parser.add_argument("--each", action="store_true", help="ask the same about every image by itself")
    parser.add_argument("--json", action="store_true", help="print one event a line")
    parser.add_argument("--model", default="reader", metavar="reader|FOLDER|NAME")
    parser.add_argument("--system", metavar="TEXT", help="what the model is told before the chat")
    parser.add_argument("--precision", choices=PRECISIONS, default="auto")
    parser.add_argument("--device", type=_device, default="auto", metavar="auto|cpu|cuda|cuda:N|mps")
    parser.add_argument("--max-pixels", type=count, metavar="N")
    parser.add_argument("--max-tiles", type=count, metavar="N")
    parser.add_argument("--max-new-tokens", type=count, metavar="N")
    parser.add_argument(
        "--temperature", type=_number("0 or above", lambda v: 0 <= v < 1e6), default=0.0, metavar="T"
    )
    parser.add_argument("--top-p", type=_number("above 0 and at most 1", lambda v: 0 < v <= 1), metavar="P")
    parser.add_argument("--repetition-penalty", type=_number("above 0", lambda v: 0 < v < 1e6), metavar="R")
    parser.add_argument("--num-beams", type=count, default=1, metavar="N")
    parser.add_argument(
        "--seed", type=number(int, "a whole number", lambda value: value == value), metavar="N"
    )
    parser.add_argument("--adapter", metavar="FOLDER", help="a LoRA on top of the model")
    parser.add_argument("--schema", metavar="FILE", help="a JSON schema that the answer keeps to")
    parser.add_argument("--offload", action="store_true", help="let layers live in memory or on disk")
    return parser


def _number(wanted: str, accepts: Callable[[float], bool]) -> Callable[[str], float]:
    return number(float, f"a number {wanted}", accepts)


def _device(text: str) -> str:
    if not re.fullmatch(r"auto|cpu|cuda(:\d+)?|mps", text):
        raise argparse.ArgumentTypeError(f"{text!r} is none of auto, cpu, cuda, cuda:N, mps")
    return text
