"""The options of `eyebox capture`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from eyebox.cli.terminal import Parser, number

LONGEST_S = 86_400
"""The longest delay of a capture: a day."""


def capture_options(arguments: Sequence[str]) -> argparse.Namespace | int:
    """The options of `eyebox capture`, or the exit status when it has nothing to do.

    `mode` is "region", "window", "screen" or "last"; `region` the name of a fixed region; `delay` in seconds.
    """
    parser = Parser("capture", "Asks for a region of the screen, and reads its text.")
    parser.add_argument("--read", action="store_true", help="print its text and leave the window alone")
    parser.add_argument(
        "--check",
        action="store_true",
        help="draw a marker on every screen, and say whether it is captured exactly",
    )
    what = parser.add_mutually_exclusive_group()
    modes = ("region", "window", "screen", "last")
    what.add_argument("--mode", choices=modes, default="region", help="what is chosen (region)")
    what.add_argument("--region", metavar="NAME", default="", help="a region that was given this name")
    parser.add_argument(
        "--delay",
        metavar="SECONDS",
        type=number(
            float, f"a number of seconds from 0 to {LONGEST_S}", lambda value: 0 <= value <= LONGEST_S
        ),
        default=0.0,
        help="begin so much later (0)",
    )
    try:
        return parser.parse_args(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
