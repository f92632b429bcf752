"""Nothing in workspace and window only passes its own arguments on."""

from __future__ import annotations

from pathlib import Path

import eyebox
from relays import found_in, relays

ROOT = Path(eyebox.__file__).parent


def test_no_function_of_workspace_and_window_is_a_relay() -> None:
    assert list(found_in(ROOT / "workspace", ROOT / "window")) == []


def test_what_decides_something_is_no_relay() -> None:
    found = relays(
        '''
class Thing:
    def passes(self, a, *rest, key):
        """With a docstring."""
        return self.other.method(a, *rest, key=key)
    def passes_nothing(self):
        self.other.method()
    def leaves_out(self, a, b):
        return self.other.method(a)
    def adds(self, a):
        return self.other.method(a, 1)
    def asks(self, a):
        return self.other.method(a) or a
    def chooses(self, a):
        return self.choose().method(a)
def passes_too(a):
    return method(a)
'''
    )
    assert [name for _line, name in sorted(found)] == ["passes", "passes_nothing", "passes_too"]
