from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from boxes import make_box
from eyebox.annotations.box_model import BOX_ROLE, ID_ROLE, BoxModel


def filled(count: int) -> BoxModel:
    model = BoxModel()
    model.insert([make_box(f"b{i}", i, i) for i in range(count)])
    return model


def test_it_is_a_sound_model(qtbot: QtBot, qtmodeltester: object) -> None:
    model = BoxModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.insert([make_box("a", 0, 0), make_box("b", 5, 5)])
    model.insert([make_box("c", 1, 1)], [1])
    model.replace(make_box("b", 7, 7, label="other"))
    model.remove(["a", "b"])
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert tester.model() is model


def test_roles_and_lookup() -> None:
    model = filled(3)
    index = model.index(1)
    assert index.data() == "b1"
    assert index.data(ID_ROLE) == "b1"
    assert index.data(BOX_ROLE) == model.box("b1")
    assert "1, 1" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.row("b2") == 2
    assert "b0" in model
    assert model.box("nobody") is None
    with pytest.raises(KeyError):
        model.row("nobody")


def test_each_change_tells_once_what_changed() -> None:
    model = filled(6)
    inserted, removed = QSignalSpy(model.rowsInserted), QSignalSpy(model.rowsRemoved)
    replaced, changed = QSignalSpy(model.dataChanged), QSignalSpy(model.changed)
    model.remove(["b1", "b2", "b4", "nobody"])
    assert [(removed.at(i)[1], removed.at(i)[2]) for i in range(removed.count())] == [(4, 4), (1, 2)]
    model.replace(make_box("b3", 9, 9), make_box("b5", 9, 9))
    assert [(replaced.at(0)[0].row(), replaced.at(0)[1].row())] == [(1, 2)]
    model.insert([make_box("x", 0, 0), make_box("y", 0, 0)], [0, 1])
    assert (inserted.at(0)[1], inserted.at(0)[2]) == (0, 1)
    assert changed.count() == 3


def test_what_does_not_fit_is_refused_and_changes_nothing() -> None:
    model = filled(2)
    before = model.boxes()
    with pytest.raises(ValueError, match="already"):
        model.insert([make_box("b1", 0, 0)])
    with pytest.raises(ValueError, match="rows"):
        model.insert([make_box("new", 0, 0)], [7])
    with pytest.raises(KeyError):
        model.replace(make_box("b0", 5, 5), make_box("nobody", 0, 0))
    assert model.boxes() == before


@given(st.sets(st.integers(0, 399)))
def test_what_was_removed_goes_back_to_its_place(rows: set[int]) -> None:
    model = filled(400)
    before = model.boxes()
    seen: list[str] = [box.id for box in before]
    model.rowsRemoved.connect(lambda _p, first, last: seen.__delitem__(slice(first, last + 1)))
    model.rowsInserted.connect(
        lambda _p, first, last: seen.__setitem__(
            slice(first, first), [box.id for box in model.boxes()[first : last + 1]]
        )
    )
    removed = model.remove(f"b{row}" for row in rows)
    assert [row for row, _ in removed] == sorted(rows)
    assert [box.id for box in model.boxes()] == seen
    model.insert([box for _, box in removed], [row for row, _ in removed])
    assert model.boxes() == before
    assert [box.id for box in before] == seen
