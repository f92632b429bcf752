"""`eyebox serve`: OpenAI's protocol on 127.0.0.1, for programs on this machine."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from eyebox.cli.ask_options import add_loading_options
from eyebox.cli.terminal import Output, Parser, number
from eyebox.folders import Folders
from eyebox.server import PORT, TOKEN_FILE
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.wire import pack


def serve(arguments: Sequence[str]) -> int:
    """Runs the command until SIGINT or SIGTERM."""
    parser = Parser(
        "serve",
        "Serves OpenAI's protocol on 127.0.0.1: programs on this machine ask the reader and the models here. Without a token"
        " nobody is answered.",
    )
    parser.add_argument(
        "--port", type=number(int, "a number from 0 to 65535", lambda n: 0 <= n <= 65535), default=PORT, metavar="N",
        help="listen at this port (%(default)s); 0 takes a free one",
    )  # fmt: skip
    parser.add_argument(
        "--model", metavar="reader|FOLDER|NAME", help="load this model at once; it answers where a request names none"
    )  # fmt: skip
    parser.add_argument(
        "--allow-folder", action="append", default=[], metavar="FOLDER",
        help="requests may name files in this folder; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--keep-token", action="store_true", help="use the same token at every start; it is kept in a file for you alone"
    )  # fmt: skip
    add_loading_options(parser)
    parser.add_argument("--json", action="store_true", help="print address and token as JSON on one line")
    parser.add_argument(
        "--with-parent",
        action="store_true",
        help="for a program that starts it: end with the standard input, and print what goes wrong as JSON, too",
    )
    options = parser.parse_args(arguments)
    try:
        return _serve(options)
    except EyeboxError as error:
        if options.with_parent:
            Output("-").write(json.dumps({"error": pack(error.sentence)}) + "\n")
        raise


def _serve(options: Namespace) -> int:
    allowed = [_folder(folder) for folder in options.allow_folder]
    try:
        from eyebox.server.run import run, token_of
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "h11", "anyio", "click"):
            raise
        raise EyeboxError(
            "serve-not-installed", "The local API needs starlette and uvicorn, which are not installed: {command}",
            command="pip install starlette uvicorn",
        ) from error  # fmt: skip
    usual = Options(precision=options.precision, device=options.device)

    def say(url: str, token: str) -> None:
        if options.json:
            Output("-").write(json.dumps({"url": url, "token": token}) + "\n")
        else:
            Output("-").write(f"Eyebox answers at {url}\nAPI key: {token}\nCtrl+C ends it.\n")

    return run(
        options.port,
        allowed,
        None if options.model is None else ModelRef.typed(options.model),
        usual,
        token_of(Folders.of_user().config / TOKEN_FILE if options.keep_token else None),
        say,
        with_parent=options.with_parent,
    )


def _folder(name: str) -> Path:
    folder = Path(name).absolute()
    if not folder.is_dir():
        raise EyeboxError("serve-no-folder", "There is no folder {folder}.", folder=shown(name))
    return folder.resolve()
