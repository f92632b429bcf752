from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from boxes import Bench, make_box
from eyebox.annotations.box_model import BoxModel
from eyebox.canvas import box_editor
from eyebox.canvas.label_editor import LabelEditor
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

Key, Keys = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    theme = Theme()
    theme.set_motion(False)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    model, stack = BoxModel(view), QUndoStack(view)
    model.insert([make_box("a", 100, 100), make_box("b", 300, 100), make_box("c", 300, 300)])
    view.set_picture_rect(800, 600)
    view.set_boxes(model, stack)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return Bench(view, model, stack, theme)


def editor(bench: Bench) -> LabelEditor:
    return bench.view.findChild(LabelEditor)


def undo_and_redo(bench: Bench, before: tuple[Box, ...]) -> None:
    """One step back must be `before`, one forth what is there now."""
    after = bench.model.boxes()
    assert after != before
    bench.stack.undo()
    assert bench.model.boxes() == before
    bench.stack.redo()
    assert bench.model.boxes() == after


def test_a_click_selects_and_shift_adds_and_takes_away(bench: Bench) -> None:
    selections = QSignalSpy(bench.view.editor.selection_changed)
    bench.click(150, 130)
    bench.click(350, 130, Keys.ShiftModifier)
    assert bench.view.editor.selection == ("a", "b")
    bench.click(150, 130, Keys.ShiftModifier)
    assert bench.view.editor.selection == ("b",)
    bench.click(700, 500)
    assert bench.view.editor.selection == ()
    assert [selections.at(i)[0] for i in range(selections.count())] == [("a",), ("a", "b"), ("b",), ()]
    assert bench.stack.count() == 0


def test_dragging_a_box_shows_it_and_is_one_step(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.click(150, 130)
    bench.press(150, 130)
    for x in range(155, 200, 5):
        bench.move(x, 140)
    assert bench.model.boxes() == before
    assert bench.stack.count() == 0
    shown = bench.view.scene().selection_layer.marks.selected  # type: ignore[attr-defined]
    assert shown[0].xyxy == (145, 110, 245, 170)
    bench.release(190, 150)
    assert bench.xyxy("a") == (140, 120, 240, 180)
    assert bench.stack.count() == 1
    undo_and_redo(bench, before)


def test_a_drag_stops_at_the_picture_s_edge(bench: Bench) -> None:
    bench.view.editor.select(["a"])
    bench.drag((150, 130), (-500, 130))
    assert bench.xyxy("a") == (0, 100, 100, 160)


def test_several_boxes_move_together_in_one_step(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.view.editor.select(["a", "b"])
    bench.drag((150, 130), (160, 150))
    assert bench.xyxy("a") == (110, 120, 210, 180)
    assert bench.xyxy("b") == (310, 120, 410, 180)
    assert bench.stack.count() == 1
    undo_and_redo(bench, before)


def test_an_unselected_box_moves_by_its_edge_or_label_only(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.view.grab()
    bench.drag((150, 130), (170, 140))
    assert bench.model.boxes() == before and bench.view.editor.selection == ()
    bench.view.editor.select(())
    bench.drag((100, 130), (120, 140))
    assert bench.xyxy("a") == (120, 110, 220, 170)
    bench.stack.undo()
    bench.view.editor.select(())
    bench.view.grab()
    bench.drag((106, 90), (126, 100))
    assert bench.xyxy("a") == (120, 110, 220, 170)


def test_a_click_inside_selects_when_it_ends_and_a_drag_there_is_a_rubber_band(bench: Bench) -> None:
    selections = QSignalSpy(bench.view.editor.selection_changed)
    bench.click(150, 130)
    bench.press(350, 130)
    assert bench.view.editor.selection == ("a",)
    bench.release(350, 130)
    assert bench.view.editor.selection == ("b",) and selections.count() == 2
    bench.drag((150, 130), (350, 350), Keys.ShiftModifier)
    assert bench.view.editor.selection == ("b", "a", "c")
    assert bench.stack.count() == 0


def test_escape_gives_up_a_drag(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.view.editor.select(["a"])
    bench.press(150, 130)
    bench.move(300, 200)
    bench.key(Key.Key_Escape)
    bench.release(300, 200)
    assert bench.model.boxes() == before
    assert bench.stack.count() == 0


def test_a_handle_resizes_the_selected_box(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.click(150, 130)
    bench.drag((200, 160), (230, 200))
    assert bench.xyxy("a") == (100, 100, 230, 200)
    undo_and_redo(bench, before)
    bench.drag((230, 150), (90, 150))
    assert bench.xyxy("a") == (90, 100, 100, 200)


def test_a_press_and_release_changes_nothing(bench: Bench) -> None:
    bench.click(150, 130)
    bench.click(150, 130)
    bench.drag((150, 130), (150, 130))
    assert bench.stack.count() == 0


def test_a_rubber_band_selects_what_it_touches(bench: Bench) -> None:
    bench.drag((280, 80), (450, 320))
    assert bench.view.editor.selection == ("b", "c")
    bench.drag((80, 80), (120, 120), Keys.ShiftModifier)
    assert bench.view.editor.selection == ("b", "c", "a")
    assert bench.stack.count() == 0


def test_alt_reaches_under_the_boxes(bench: Bench) -> None:
    bench.drag((150, 130), (350, 130), Keys.AltModifier)
    assert bench.view.editor.selection == ("a", "b")
    assert bench.stack.count() == 0


def test_arrows_move_by_tenths_of_a_pixel_where_that_can_be_seen(bench: Bench) -> None:
    bench.view.editor.select(["a"])
    bench.view.set_zoom(16)
    for _ in range(3):
        bench.key(Key.Key_Right)
    bench.key(Key.Key_Up, Keys.ShiftModifier)
    assert bench.xyxy("a") == (100.3, 99, 200.3, 159)


def test_nudges_merge_until_the_selection_changes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box_editor, "NUDGES_APART_MS", 60_000)
    before = bench.model.boxes()
    bench.click(150, 130)
    for _ in range(3):
        bench.key(Key.Key_Right)
    bench.key(Key.Key_Up, Keys.ShiftModifier)
    assert bench.xyxy("a") == (103, 90, 203, 150)
    assert bench.stack.count() == 1
    undo_and_redo(bench, before)
    bench.view.editor.select(["b"])
    bench.key(Key.Key_Down)
    assert bench.stack.count() == 2


def test_delete_duplicate_and_select_all(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.key(Key.Key_A, Keys.ControlModifier)
    assert bench.view.editor.selection == ("a", "b", "c")
    bench.key(Key.Key_D, Keys.ControlModifier)
    assert bench.labels() == ["a", "b", "c", "a", "b", "c"]
    assert len(bench.view.editor.selection) == 3
    assert not {"a", "b", "c"} & set(bench.view.editor.selection)
    bench.key(Key.Key_Delete)
    assert bench.model.boxes() == before
    assert bench.view.editor.selection == ()
    bench.stack.undo()
    undo_and_redo_count = len(bench.model)
    assert undo_and_redo_count == 6
    bench.stack.undo()
    assert bench.model.boxes() == before


def test_renaming_in_place(bench: Bench) -> None:
    before = bench.model.boxes()
    bench.click(150, 130)
    bench.key(Key.Key_F2)
    assert editor(bench).isVisible()
    assert editor(bench).text() == "a"
    QTest.keyClicks(editor(bench), "dish")
    QTest.keyClick(editor(bench), Key.Key_Return)
    assert bench.labels() == ["dish", "b", "c"]
    undo_and_redo(bench, before)
    QTest.mouseDClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.at(350, 130))
    QTest.keyClicks(editor(bench), "never")
    QTest.keyClick(editor(bench), Key.Key_Escape)
    assert bench.labels() == ["dish", "b", "c"]
    assert not editor(bench).isVisible()


def test_drawing_asks_for_a_label_and_is_one_step(bench: Bench) -> None:
    before = bench.model.boxes()
    tools = QSignalSpy(bench.view.tool_changed)
    bench.key(Key.Key_B)
    assert tools.at(0) == ["draw"]
    bench.drag((500, 200), (560, 260))
    assert bench.stack.count() == 0
    QTest.keyClicks(editor(bench), "knife")
    QTest.keyClick(editor(bench), Key.Key_Return)
    drawn = bench.model.boxes()[-1]
    assert (drawn.label, drawn.xyxy, drawn.source) == ("knife", (500, 200, 560, 260), "user")
    assert bench.view.editor.selection == (drawn.id,)
    assert bench.stack.count() == 1
    undo_and_redo(bench, before)
    bench.drag((500, 400), (560, 460))
    assert editor(bench).text() == "knife"
    QTest.keyClick(editor(bench), Key.Key_Escape)
    assert bench.stack.count() == 1
    bench.key(Key.Key_V)
    assert bench.view.tool == "select"


def test_a_box_can_be_drawn_over_another_and_is_clipped_to_the_picture(bench: Bench) -> None:
    bench.view.set_tool("draw")
    bench.drag((350, 320), (900, 700))
    QTest.keyClick(editor(bench), Key.Key_Return)
    assert bench.model.boxes()[-1].xyxy == (350, 320, 800, 600)
    assert bench.xyxy("c") == (300, 300, 400, 360)


def test_a_click_draws_nothing(bench: Bench) -> None:
    bench.view.set_tool("draw")
    bench.click(500, 500)
    assert not editor(bench).isVisible()
    assert len(bench.model) == 3


def test_labels_used_before_are_offered(bench: Bench, qtbot: QtBot) -> None:
    bench.view.set_tool("draw")
    bench.drag((500, 200), (560, 260))
    QTest.keyClicks(editor(bench), "zebra")
    QTest.keyClick(editor(bench), Key.Key_Return)
    bench.drag((600, 200), (660, 260))
    offered = editor(bench).completer().model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["zebra", "a", "b", "c"]
    QTest.keyClick(editor(bench), Key.Key_Escape)


def test_hover_tells_the_box_under_the_mouse(bench: Bench) -> None:
    hovered = QSignalSpy(bench.view.editor.marks.hovered)
    for x, y in ((50, 50), (150, 130), (350, 130), (700, 500)):
        bench.move(x, y)
    assert [hovered.at(i)[0] for i in range(hovered.count())] == ["a", "b", ""]


def test_tab_steps_through_the_boxes(bench: Bench) -> None:
    seen = []
    for _ in range(4):
        bench.key(Key.Key_Tab)
        seen.append(bench.view.editor.selection)
    assert seen == [("a",), ("b",), ("c",), ("a",)]
    bench.key(Key.Key_Tab, Keys.ShiftModifier)
    assert bench.view.editor.selection == ("c",)


def test_tab_brings_a_box_out_of_sight_into_it(bench: Bench) -> None:
    bench.view.set_zoom(8)
    bench.view.glide_to(bench.view.to_scene(bench.view.viewport().rect().topLeft().toPointF()))
    bench.view.editor.select(["b"])
    bench.key(Key.Key_Tab)
    assert bench.view.visible_rect().contains(350, 330)


def test_what_disappears_is_not_selected_any_more(bench: Bench) -> None:
    bench.view.editor.select(["a", "b"])
    bench.model.remove(["a"])
    assert bench.view.editor.selection == ("b",)


def test_a_box_that_is_removed_while_it_is_dragged(bench: Bench) -> None:
    bench.press(150, 130)
    bench.move(200, 200)
    bench.model.remove(["a"])
    bench.move(210, 200)
    bench.release(210, 200)
    assert [box.id for box in bench.model.boxes()] == ["b", "c"]
    assert bench.stack.count() == 0


def test_hidden_boxes_cannot_be_hit(bench: Bench) -> None:
    bench.view.set_boxes_shown(False)
    bench.click(150, 130)
    assert bench.view.editor.selection == ()


def test_another_picture_s_boxes(bench: Bench) -> None:
    bench.view.editor.select(["a"])
    other, stack = BoxModel(bench.view), QUndoStack(bench.view)
    other.insert([make_box("z", 100, 100)])
    bench.view.set_boxes(other, stack)
    assert bench.view.editor.selection == ()
    bench.view.editor.select(["z"])
    bench.drag((150, 130), (160, 130))
    assert bench.stack.count() == 0
    assert stack.count() == 1
    bench.view.set_boxes(None, None)
    bench.click(150, 130)
    assert bench.view.editor.selection == ()


def test_ghosts_breathe_only_while_there_are_any_and_motion_is_wanted(bench: Bench) -> None:
    ghosts = bench.view.scene().ghosts  # type: ignore[attr-defined]
    bench.view.ghosts.set_boxes([make_box("g", 500, 400)])
    assert not ghosts.is_breathing
    bench.theme.set_motion(True)
    bench.view.ghosts.set_boxes([make_box("g", 500, 400)])
    assert ghosts.is_breathing
    bench.view.ghosts.set_boxes(())
    assert not ghosts.is_breathing
    assert len(bench.model) == 3


def pixel(bench: Bench, x: float, y: float) -> str:
    at = bench.at(x, y)
    return bench.view.grab().toImage().pixelColor(at).name()


@pytest.mark.parametrize(
    "prepare",
    [lambda view: None, lambda view: view.editor.select(["a"]), lambda view: view.set_lit(["a"])],
    ids=["plain", "selected", "lit"],
)
def test_a_box_is_painted_in_its_label_s_colour(bench: Bench, prepare: Callable[[CanvasView], None]) -> None:
    prepare(bench.view)
    assert pixel(bench, 100, 140) == bench.theme.label_color("a").name()


def test_boxes_that_are_not_lit_are_dimmed(bench: Bench) -> None:
    plain = pixel(bench, 300, 140)
    bench.view.set_lit(["a"])
    assert pixel(bench, 300, 140) != plain
    bench.view.set_lit([])
    assert pixel(bench, 300, 140) == plain


def test_crowded_labels_are_left_out_and_come_back_with_the_zoom(bench: Bench, qtbot: QtBot) -> None:
    layer = bench.view.scene().box_layer  # type: ignore[attr-defined]
    bench.model.remove(["a", "b", "c"])
    bench.model.insert([make_box(f"label {i}", 100 + 12 * i, 100 + 4 * i, 20, 20) for i in range(10)])
    bench.view.grab()
    few = layer.labelled()
    assert 0 < len(few) < 10
    bench.view.set_zoom(5, bench.at(150, 120).toPointF())
    bench.view.grab()
    assert len(layer.labelled()) > len(few)


def test_two_clicks_draw_a_box_too(bench: Bench) -> None:
    bench.view.set_tool("draw")
    bench.click(500, 200)
    bench.move(540, 250)
    assert bench.view.editor.scene.selection_layer.marks.drawn is not None
    bench.click(560, 260)
    QTest.keyClick(editor(bench), Key.Key_Return)
    assert bench.model.boxes()[-1].xyxy == (500, 200, 560, 260)
    bench.click(600, 400)
    bench.key(Key.Key_Escape)
    assert bench.view.tool == "draw"
    bench.move(650, 450)
    assert bench.view.editor.scene.selection_layer.marks.drawn is None


def test_a_drag_after_a_click_is_a_box_of_its_own(bench: Bench) -> None:
    bench.view.set_tool("draw")
    bench.click(100, 500)
    bench.drag((600, 400), (660, 460))
    QTest.keyClick(editor(bench), Key.Key_Return)
    assert bench.model.boxes()[-1].xyxy == (600, 400, 660, 460)


def test_the_crosshair_follows_the_mouse_while_a_box_is_drawn(bench: Bench) -> None:
    cross = bench.view.editor.scene.crosshair
    bench.view.set_tool("draw")
    bench.move(300, 200)
    assert cross.at is None
    bench.view.set_crosshair(True)
    before = bench.view.grab().toImage()
    bench.move(320, 210)
    assert cross.at is not None and (round(cross.at.x()), round(cross.at.y())) == (320, 210)
    assert bench.view.grab().toImage() != before
    bench.view.set_tool("select")
    assert cross.at is None
