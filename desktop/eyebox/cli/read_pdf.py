"""`eyebox read --format pdf`: pages are set aside as they are read, and written as one searchable PDF file at the end."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from eyebox.cli.terminal import ProgressLine, percent
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import PdfPage, WritePdf
from eyebox_models.protocol.wire import pack


class PdfPages:
    """The pages of a file that is written by `finish`; `close` removes what was set aside."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._folder = tempfile.TemporaryDirectory(prefix="eyebox-pdf-")
        self._listed = Path(self._folder.name, "pages").open("wb")  # noqa: SIM115

    def add(self, page: Page) -> None:
        """Sets a page aside; its `image` is the picture."""
        from eyebox.formats.pdf import in_order

        self._listed.write(json.dumps(pack(PdfPage(page.image, in_order(page)))).encode("ascii") + b"\n")

    def finish(self) -> None:
        """Writes the file, or what it holds to standard output. Raises EyeboxError."""
        from eyebox.formats.pdf import run

        self._listed.close()
        to_output = self._target == "-"
        target = str(Path(self._folder.name, "made.pdf")) if to_output else self._target
        with ProgressLine("writing the PDF file") as line:
            run(
                WritePdf(self._listed.name, target),
                lambda part: line.update(f"writing the PDF file{percent(part)}"),
            )
        if to_output:
            sys.stdout.buffer.write(Path(target).read_bytes())
            sys.stdout.buffer.flush()

    def close(self) -> None:
        """Nothing is left but the file."""
        self._listed.close()
        self._folder.cleanup()
