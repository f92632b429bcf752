"""Templates of ignored parts: kept in a file of the user's own, used by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import desk
from eyebox.cli import main
from eyebox.ignore_templates import FILE, save_templates, template_named, templates_in
from eyebox_models.protocol.errors import EyeboxError

FOOT = (0.0, 0.75, 1.0, 1.0)


def test_templates_come_back_and_one_is_found_by_name_or_file(tmp_path: Path) -> None:
    assert templates_in(tmp_path) == {}
    save_templates(tmp_path, {"Rechnung 发票": (FOOT,), "b": ()})
    assert templates_in(tmp_path) == {"Rechnung 发票": (FOOT,), "b": ()}
    assert template_named(tmp_path, "Rechnung 发票") == (FOOT,)
    other = tmp_path / "shared.json"
    other.write_text(json.dumps({"foot": [list(FOOT)]}))
    assert template_named(tmp_path, str(other)) == (FOOT,)
    with pytest.raises(EyeboxError, match=r"called nothing \(there are: Rechnung 发票, b\)"):
        template_named(tmp_path, "nothing")


@pytest.mark.parametrize(
    "data",
    [
        "[]",
        "{",
        '{"a": [[0, 0, 2, 1]]}',
        '{"a": [["x", 0, 1, 1]]}',
        '{"a": 3}',
        '{"": []}',
        '{"a": [[NaN, 0, 1, 1]]}',
    ],
)
def test_what_is_no_template_is_refused(tmp_path: Path, data: str) -> None:
    (tmp_path / FILE).write_text(data)
    with pytest.raises(EyeboxError, match="can't be read as templates"):
        templates_in(tmp_path)


def test_read_leaves_the_parts_of_a_template_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    (tmp_path / "data").mkdir()
    save_templates(tmp_path / "data", {"foot": (FOOT,)})
    picture = str(desk.draw_menu(tmp_path / "menu.png"))
    assert main(["read", "--ignore", "foot", "--format", "json", picture]) == 0
    (page,) = json.loads(capsys.readouterr().out)
    said = [line["text"] for line in page["lines"]]
    assert "Garden Pizza" in said and "Tomato Soup" not in said
    assert sorted(n for block in page["blocks"] for n in block) == [*range(len(said))]
    assert page["ignored"] == [[0, 390, 800, 520]]
    assert main(["read", "--ignore", "heads", picture]) == 2
    assert "there are: foot" in capsys.readouterr().err
