"""`eyebox models pack` and `unpack`: a model as one file, for machines that are never online."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eyebox.cli.engine_request import failed, print_json, run_request, size
from eyebox.cli.models_get import card_data
from eyebox.cli.terminal import Output, Parser, complain
from eyebox.folders import Folders
from eyebox_models.protocol.cards import Packed, Unpacked
from eyebox_models.protocol.requests import Pack, UnpackModel


def pack(arguments: Sequence[str]) -> int:
    """Runs the command. Nothing half written is left."""
    parser = Parser(
        "models pack", "Writes a model (weights, tokenizer, configs) into one file with checksums."
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder or the name of a model")
    parser.add_argument("-o", "--output", required=True, metavar="F.eyebox", help="the file to be written")
    parser.add_argument("--sign", default="", metavar="KEY", help="sign it by this Ed25519 private key (PEM)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    folder = str(Path(options.folder).absolute()) if Path(options.folder).is_dir() else options.folder
    request = Pack(folder, str(Path(options.output).absolute()), _absolute(options.sign))
    end = run_request("library", request, "packing")
    made = end.result
    if end.outcome != "done" or not isinstance(made, Packed):
        return failed(end, options)
    if options.json:
        print_json(
            {
                "file": made.file,
                "name": made.name,
                "bytes": made.bytes,
                "files": made.files,
                "signed_by": made.signed_by,
            }
        )
    else:
        signed = f"  signed by {made.signed_by}" if made.signed_by else ""
        Output("-").write(f"{made.name}  {size(made.bytes)}  {made.files} files  {made.file}{signed}\n")
    return 0


def unpack(arguments: Sequence[str]) -> int:
    """Runs the command. Interrupted, it goes on when it is given again; only a whole folder has its name."""
    parser = Parser("models unpack", "Unpacks such a file into a new folder, and verifies all of it.")
    parser.add_argument("file", metavar="F.eyebox", help="the file")
    parser.add_argument(
        "-o", "--output", default="", metavar="FOLDER", help="the folder to be made; else the library"
    )
    parser.add_argument(
        "--key", default="", metavar="KEY", help="it must be signed by this Ed25519 public key (PEM)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    home = str(Folders.of_user().data / "models")
    request = UnpackModel(_absolute(options.file), _absolute(options.output), home, _absolute(options.key))
    end = run_request("library", request, "unpacking")
    made = end.result
    if end.outcome != "done" or not isinstance(made, Unpacked):
        return failed(end, options)
    for problem in made.card.problems:
        complain(problem)
    if options.json:
        print_json(card_data(made.card) | {"signed_by": made.signed_by, "note": made.note})
    else:
        signed = f"signed by {made.signed_by}" if made.signed_by else made.note
        Output("-").write(f"{made.card.name}  {made.card.folder}\n{signed}\n")
    return 1 if made.card.problems else 0


def _absolute(path: str) -> str:
    """A path in full, because the engine works elsewhere."""
    return str(Path(path).absolute()) if path else ""
