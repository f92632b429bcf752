"""Where formats write to in tests."""

from contextlib import contextmanager
from io import BytesIO


class MemorySink:
    """Keeps every file as text, by its name."""

    def __init__(self):
        self.files = {}

    @contextmanager
    def file(self, name=""):
        out = BytesIO()
        yield out
        self.files[name] = out.getvalue().decode()

    def wants(self, name):
        return True


def dumped(form, export):
    """The text of the one file that a format makes of an export."""
    sink = MemorySink()
    form.dump(export, sink)
    (text,) = sink.files.values()
    return text
