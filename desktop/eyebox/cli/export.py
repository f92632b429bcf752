"""`eyebox export`: the boxes of a session or of pictures, in any format, or what their review teaches a model."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eyebox.cli.convert import NAMES, STDOUT, add_family, add_strict, folder_of, write
from eyebox.cli.sessions import find_session, no_such_session, pictures_at, store_to_read
from eyebox.cli.terminal import Parser, ProgressLine, complain, number
from eyebox.folders import Folders
from eyebox.formats import format_named
from eyebox.formats.export import SessionExport, StoredPictures
from eyebox.formats.samples import CONVENTIONS
from eyebox.formats.training import Teaching, write_training
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.errors import EyeboxError

Each = Callable[[int, int], object]

TAUGHT = {"swift": "swift", "internvl": "internvl", "qwenvl": "qwen3_vl"}
"""The formats that models are taught with, and the convention that each means."""


def export(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where (with --strict) the format has no place for something."""
    options = _options(arguments)
    with store_to_read(Folders.of_user()) as store, ProgressLine("exporting") as line:

        def each(done: int, total: int) -> None:
            line.update(f"{done:,} of {total:,} pictures")

        parts = list(_parts(store, options.what, each, format_named(options.format).READS_TEXT))
        if options.corrections:
            return _teach(store, parts, options, each)
        pictures = _Joined(tuple(parts))
        info = store.session(parts[0].session) or SessionInfo(parts[0].session, "", 0, 0)
        made = SessionExport(info, pictures, folder=folder_of(options.format, options.output), progress=each)
        whole = write(made, options.format, options.output, strict=options.strict, family=options.family)
        return 0 if whole else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("export", "Writes the boxes of a session or of some of its pictures.")
    parser.add_argument(
        "what",
        nargs="+",
        metavar="SESSION|PICTURE",
        help="a session by its name or id, or pictures by their paths",
    )
    parser.add_argument(
        "--format",
        required=True,
        choices=NAMES,
        metavar="FORMAT",
        help=f"what is written: {', '.join(NAMES)}",
    )
    parser.add_argument(
        "-o", dest="output", required=True, metavar="PATH", help="a file, or a folder (- is standard output)"
    )
    add_strict(parser)
    parser.add_argument(
        "--corrections",
        action="store_true",
        help="only reviewed pictures, as samples that teach a model: swift, internvl, qwenvl",
    )
    add_family(parser)
    parser.add_argument(
        "--pairs", action="store_true", help="also pairs: what was corrected, and the model's own words"
    )
    parser.add_argument(
        "--judged", action="store_true", help="all pictures that are judged, not only those marked complete"
    )
    parser.add_argument(
        "--prompt", metavar="TEXT", default="", help="the question; {labels} stands for what is asked for"
    )
    parser.add_argument(
        "--max-pixels", metavar="N", type=number(int, "a number of pixels", lambda value: value > 0),
        help="the most pixels that the model is taught with (its own)",
    )  # fmt: skip
    options = parser.parse_in_any_order(arguments)
    teaching = options.pairs or options.judged or options.prompt or options.max_pixels
    if teaching and not options.corrections:
        parser.error("--pairs, --judged, --prompt and --max-pixels go with --corrections")
    if options.corrections and options.format not in TAUGHT:
        parser.error(f"--corrections are written as {', '.join(TAUGHT)}")
    if options.family and options.format != "qwenvl":
        parser.error("--family goes with --format qwenvl")
    if options.corrections and options.output == STDOUT:
        parser.error("--corrections are proved in their file: name one with -o")
    return options


def _parts(store: Store, wanted: Sequence[str], each: Each, texts: bool) -> Iterator[StoredPictures]:
    """The sessions, and the pictures of each."""
    sessions = {one: find_session(store, one) for one in wanted}
    others = [one for one, info in sessions.items() if info is None]
    found = pictures_at(store, others)
    of_session: dict[str, set[str] | None] = {info.id: None for info in sessions.values() if info}
    for one in others:
        if one not in found:
            raise no_such_session(store, one)
        session, picture = found[one]
        only = of_session.setdefault(session, set())
        if only is not None:
            only.add(picture)
    for session, only in of_session.items():
        yield StoredPictures(store, session, None if only is None else frozenset(only), texts, each)


@dataclass(frozen=True, slots=True)
class _Joined:
    """The pictures of several sessions, one after the other."""

    parts: tuple[StoredPictures, ...]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[PictureContent]:
        for part in self.parts:
            yield from part


def _teach(store: Store, parts: Sequence[StoredPictures], options: argparse.Namespace, each: Each) -> int:
    if len(parts) != 1 or parts[0].only is not None:
        raise EyeboxError(
            "corrections-one-session", "Corrections are those of one session: name it by its name or id."
        )
    convention = options.family or TAUGHT[options.format]
    teaching = Teaching(convention, options.pairs, options.prompt, options.judged, options.max_pixels)
    written = write_training(store, parts[0].session, teaching, Path(options.output), each)
    for kind, count in written.left_out.items():
        complain(f"{CONVENTIONS[convention].title}: {kind}: {count:,}.")
    complain(
        f"Samples: {written.samples:,}; pairs: {written.pairs:,}; boxes that were read back: {written.boxes:,}, "
        f"each at most {written.farthest:.2f} pixels from where it was left."
    )
    return 1 if options.strict and written.left_out else 0
