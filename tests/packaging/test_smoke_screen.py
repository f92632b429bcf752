"""The virtual screens of the smoke test: each start brings one, on a display of its own, with its window manager."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def tools(tool) -> None:
    for name in ("Xvfb", "openbox", "xprop"):
        tool(name)


def test_screens_one_after_another_have_their_window_manager(tmp_path: Path, monkeypatch) -> None:
    import smoke_root

    until = smoke_root.Screen._until
    monkeypatch.setattr(smoke_root.Screen, "_until", staticmethod(lambda look, what: until(look, what, 5)))
    for _ in range(3):
        with smoke_root.Screen(tmp_path) as screen:
            assert "window id" in (screen._do("xprop", "-root", "_NET_SUPPORTING_WM_CHECK") or "")


def test_two_screens_at_once_are_two_displays(tmp_path: Path) -> None:
    from smoke_root import Screen

    with Screen(tmp_path) as one, Screen(tmp_path) as other:
        assert one.display != other.display


def test_a_window_manager_that_ends_is_told_at_once_and_leaves_no_server(tmp_path: Path, monkeypatch) -> None:
    from smoke_root import Screen, Wrong

    (tmp_path / "openbox").write_text("#!/bin/sh\nexit 3\n")
    (tmp_path / "openbox").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(Wrong, match="status 3"), Screen(tmp_path):
        pass
