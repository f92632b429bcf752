"""What `eyebox ask` was given: its options, checked, and as a model's engine takes them."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from eyebox.cli.documents import add_password_option
from eyebox.cli.terminal import Parser, number
from eyebox.cli.videos import add_frame_options
from eyebox_models.files.atomic_write import reading, shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.ask import READER, ModelRef, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.tiling.grid import MOST, PARTS

PRECISIONS = ("auto", "bf16", "fp16", "fp32", "int8", "int4")
PARTS_NAMED = {"off": 0, "auto": PARTS}
VISION_ONLY = ("adapter", "schema", "stop", "offload", "parts", "tools")


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """The options, `generation` (Options) among them. Wrong usage ends the program with status 2.

    Raises EyeboxError for a schema or an adapter that is not there.
    """
    parser = _parser()
    options = parser.parse_in_any_order(arguments)
    if options.messages is not None and (options.prompts or options.images or options.videos or options.each):
        parser.error("--messages holds the whole chat: it goes without -p, --each, --video and IMAGE")
    if options.messages is None:
        if not options.prompts:
            parser.error("give a prompt with -p, or a chat with --messages")
        if not options.images and not options.videos:
            parser.error("give at least one IMAGE, or a video with --video")
        if options.each and len(options.prompts) > 1:
            parser.error("--each takes one -p")
        if options.each and options.tools:
            parser.error("--tools goes without --each")
    settle_answers(parser, options)
    return options


def settle_answers(parser: Parser, options: argparse.Namespace) -> None:
    """Checks what `add_answer_options` added; `model` becomes a ModelRef, `generation` an Options.

    Wrong usage ends the program with status 2. Raises EyeboxError for a schema or an adapter that is not there.
    """
    given = [f"--{name}" for name in VISION_ONLY if getattr(options, name)]
    if given and options.model == READER:
        parser.error(f"{given[0]} needs a vision-language model: choose one with --model")
    options.model = ModelRef.typed(options.model)
    options.generation = Options(
        precision=options.precision,
        device=options.device,
        max_pixels=options.max_pixels,
        max_tiles=options.max_tiles,
        detail=options.detail,
        parts=options.parts,
        max_new_tokens=options.max_new_tokens,
        temperature=options.temperature,
        top_p=options.top_p,
        repetition_penalty=options.repetition_penalty,
        num_beams=options.num_beams,
        seed=options.seed,
        offload=options.offload,
        system=options.system,
        look_again=options.tools,
        tool_rounds=options.tool_rounds,
        stop=tuple(options.stop or ()),
        adapter=_folder(options.adapter),
        schema=read_schema(options.schema),
    )


def _folder(path: str | None) -> str | None:
    if path is not None and not Path(path).is_dir():
        raise EyeboxError(
            "adapter-folder-missing", "There is no folder {path} with an adapter.", path=shown(path)
        )
    return None if path is None else str(Path(path).absolute())


def read_schema(file: str | None) -> str | None:
    """The text of a file with a JSON schema. Raises EyeboxError."""
    if file is None:
        return None
    with reading(file):
        text = read_regular(file).decode("utf-8-sig")
        schema = json.loads(text)
    if not isinstance(schema, dict | bool):
        raise EyeboxError(
            "schema-no-object", "{file} is no JSON schema: it has to be an object.", file=shown(file)
        )
    return text


def _parser() -> Parser:
    parser = Parser("ask", "Asks a model on this machine about images; each -p is a turn of one chat.")
    parser.add_argument("images", nargs="*", metavar="IMAGE", help="what is asked about, also videos")
    parser.add_argument(
        "--video",
        action="append",
        default=[],
        dest="videos",
        metavar="FILE",
        help="a video that is asked about, after the images; may be given several times",
    )
    add_frame_options(parser)
    parser.add_argument(
        "-p", "--prompt", action="append", dest="prompts", metavar="PROMPT", help="what to ask"
    )
    parser.add_argument("--messages", metavar="FILE", help="a whole chat so far, as JSON")
    parser.add_argument("--each", action="store_true", help="ask the same about every image by itself")
    parser.add_argument("--json", action="store_true", help="print one event a line")
    add_answer_options(parser)
    return parser


def add_answer_options(parser: Parser) -> None:
    """Who answers, and how an answer is made."""
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    parser.add_argument(
        "--model", default=READER, metavar="reader|FOLDER|NAME", help="who answers (%(default)s)"
    )
    parser.add_argument("--system", metavar="TEXT", help="what the model is told before the chat")
    add_password_option(parser)
    parser.add_argument(
        "--stop",
        action="append",
        type=_text,
        metavar="TEXT",
        help="end the answer right before this text; may be given several times",
    )
    add_loading_options(parser)
    parser.add_argument("--max-pixels", type=count, metavar="N", help="shrink larger pictures to N pixels")
    parser.add_argument(
        "--max-tiles", type=count, metavar="N", help="at most N tiles a picture (models that cut it)"
    )
    parser.add_argument(
        "--detail",
        choices=("full", "less"),
        default="full",
        help="less: fewer visual tokens, faster, unless the question asks for boxes or text (%(default)s)",
    )
    parser.add_argument(
        "--parts",
        type=_parts,
        default=0,
        metavar="off|auto|N",
        help="look at a picture that would be shown many times smaller in overlapping parts, at most N "
        f"(auto: {PARTS}); off, the default, looks at it as a whole",
    )
    parser.add_argument("--max-new-tokens", type=count, metavar="N", help="end the answer after N tokens")
    parser.add_argument(
        "--temperature",
        type=_number("0 or above", lambda v: 0 <= v < 1e6),
        default=0.0,
        metavar="T",
        help="above 0 samples; 0, the default, takes the likeliest token",
    )
    parser.add_argument(
        "--top-p",
        type=_number("above 0 and at most 1", lambda v: 0 < v <= 1),
        metavar="P",
        help="sample from the likeliest tokens that make up P together",
    )
    parser.add_argument(
        "--repetition-penalty",
        type=_number("above 0", lambda v: 0 < v < 1e6),
        metavar="R",
        help="above 1 makes what was said less likely; else the model's own is used",
    )
    parser.add_argument(
        "--num-beams",
        type=count,
        default=1,
        metavar="N",
        help="search with N beams, without streaming (%(default)s)",
    )
    parser.add_argument(
        "--seed",
        type=number(int, "a whole number of at most 64 bits", lambda value: -(1 << 63) <= value < 1 << 64),
        metavar="N",
        help="makes sampling the same each time",
    )
    parser.add_argument("--adapter", metavar="FOLDER", help="a LoRA on top of the model")
    parser.add_argument("--schema", metavar="FILE", help="a JSON schema that the answer keeps to")
    parser.add_argument(
        "--tools",
        action="store_true",
        help="let the model look again at regions of the images, and read them",
    )
    parser.add_argument(
        "--tool-rounds",
        type=number(int, "a whole number from 1 to 20", lambda value: 1 <= value <= 20),
        default=4,
        metavar="N",
        help="how often it may do so for one answer (%(default)s)",
    )
    parser.add_argument("--offload", action="store_true", help="let layers live in memory or on disk")


def add_loading_options(parser: Parser) -> None:
    """How the weights are held, and where the model runs."""
    parser.add_argument(
        "--precision", choices=PRECISIONS, default="auto", help="of the weights (%(default)s)"
    )
    parser.add_argument(
        "--device",
        type=device_name,
        default="auto",
        metavar="auto|cpu|cuda|cuda:N|mps",
        help="where the model runs (%(default)s)",
    )


def _number(wanted: str, accepts: Callable[[float], bool]) -> Callable[[str], float]:
    return number(float, f"a number {wanted}", accepts)


def device_name(text: str) -> str:
    if not re.fullmatch(r"auto|cpu|cuda(:\d+)?|mps", text):
        raise argparse.ArgumentTypeError(f"{text!r} is none of auto, cpu, cuda, cuda:N, mps")
    return text


def _parts(text: str) -> int:
    if text in PARTS_NAMED:
        return PARTS_NAMED[text]
    if not text.isascii() or not text.isdigit() or not 1 < int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is none of off, auto and the numbers from 2 to {MOST}")
    return int(text)


def _text(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("an empty text stops nothing")
    return text
