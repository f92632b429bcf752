"""The picker lists models, says what they need, and tells what is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QPixmap
from PySide6.QtWidgets import QPushButton

from eyebox.language import Language
from eyebox.picker.model_list import KEY_ROLE, ModelList
from eyebox.picker.page import ModelPicker
from eyebox.theme import Theme
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import (
    Estimate,
    GroundingReport,
    ModelCard,
    ModelCards,
    Offer,
    SizeRule,
    Transfer,
)
from eyebox_models.protocol.events import Progress

GB = 10**9
RUNS = (("bf16", ""), ("int8", "bitsandbytes is not installed: pip install bitsandbytes"), ("int4", ""))
SMALL = ModelCard(
    "/models/small", "Qwen/Qwen2-VL-2B-Instruct", "qwen2_vl", "qwen2_vl", "huggingface", 2_200_000_000, "bf16",
    4_400_000_000, 32768, RUNS, digest="a", title="Qwen2-VL",
    size_rule=SizeRule("pixels"),
)  # fmt: skip
OTHER = replace(
    SMALL,
    folder="/模型/发票 收据",
    name="发票-InternVL3-8B",
    family="internvl",
    model_type="internvl",
    title="InternVL",
    size_rule=SizeRule("tiles"),
    source="added",
)
BROKEN = replace(
    SMALL, folder="/models/broken", name="broken", problems=("The shard 2 of 2 is missing.",), source="added"
)
OFFER = Offer(
    "Qwen/Qwen3-VL-2B-Instruct", "Qwen3-VL 2B", "Documents", "Apache-2.0", (("bf16", 4_260_000_000),)
)
FITS = Estimate(
    4_400_000_000, 100_000_000, 600_000_000, 5_100_000_000, 20 * GB, "fits", 1280, "", "bf16", "cpu",
    ((980, 1008),), 2.0,
)  # fmt: skip
TOO_BIG = replace(FITS, total_bytes=30 * GB, verdict="too big", advice="Int4 would fit.")
GOOD = GroundingReport(20, 20, 1.4, True, "All shapes were found.", "a", "bf16")


@pytest.fixture
def picker(qtbot, qapp) -> ModelPicker:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    picker.set_models(ModelCards((SMALL, OTHER, BROKEN), (OFFER,)))
    picker.show()
    return picker


def keys(picker: ModelPicker) -> list[str]:
    """What is listed, with "-" for a heading."""
    models = picker.models
    return [models.index(at).data(KEY_ROLE) or "-" for at in range(models.rowCount())]


def select(picker: ModelPicker, key: str) -> None:
    picker.list.setCurrentIndex(picker.models.index_of(key))


def test_the_reader_comes_first_then_models_then_offers(picker: ModelPicker) -> None:
    assert keys(picker) == ["-", "reader", SMALL.folder, OTHER.folder, BROKEN.folder, "-", OFFER.name]
    assert picker.selected == "reader"


def test_the_list_is_a_proper_model(qtmodeltester, qapp) -> None:
    models = ModelList()
    qtmodeltester.check(models)
    models.set_models(ModelCards((SMALL, OTHER), (OFFER,)))
    models.set_filter("qwen")
    models.set_estimate(SMALL.folder, FITS)
    qtmodeltester.check(models)


def test_rows_say_everything_to_a_screen_reader(picker: ModelPicker) -> None:
    picker.set_estimate(FITS, SMALL.folder)
    said = picker.models.index_of(SMALL.folder).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Qwen2-VL-2B-Instruct, Fits, Qwen2-VL · 2.2 B · BF16, boxes not checked"
    said = picker.models.index_of(BROKEN.folder).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The shard 2 of 2 is missing." in said


def test_what_is_here_is_not_offered(picker: ModelPicker) -> None:
    here = replace(SMALL, folder="/models/three", name=OFFER.name)
    picker.set_models(ModelCards((here,), (OFFER,)))
    assert keys(picker) == ["-", "reader", here.folder]
    picker.set_models(ModelCards((replace(here, complete=False),), (OFFER,)))
    assert OFFER.name in keys(picker)


def test_search_finds_any_word(picker: ModelPicker, qtbot) -> None:
    qtbot.keyClicks(picker.search, "INTERNVL")
    assert keys(picker) == ["-", OTHER.folder]
    assert picker.selected == OTHER.folder
    picker.search.setText("documents")
    assert keys(picker) == ["-", OFFER.name]
    picker.search.setText("no such thing")
    assert keys(picker) == []
    assert picker.frame.nothing.isVisible()
    assert not picker.frame.use.isEnabled() or picker.frame.use.isHidden()


def test_keys_alone_choose_a_model(picker: ModelPicker, qtbot) -> None:
    assert picker.search.hasFocus() or picker.focusWidget() is picker.search
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.selected == SMALL.folder
    qtbot.keyClick(picker.search, Qt.Key.Key_Up)
    qtbot.keyClick(picker.search, Qt.Key.Key_Up)
    assert picker.selected == "reader"
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert chosen.args == [SMALL.folder, Options()]
    assert not picker.isVisible()


def test_enter_on_a_button_presses_that_button(picker: ModelPicker, qtbot) -> None:
    picker.set_loaded(SMALL.folder)
    picker.frame.unload.setFocus()
    with qtbot.assertNotEmitted(picker.chosen), qtbot.waitSignal(picker.unload_wanted):
        qtbot.keyClick(picker.frame.unload, Qt.Key.Key_Return)


def test_find_and_escape(picker: ModelPicker, qtbot) -> None:
    picker.list.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert picker.focusWidget() is picker.search
    qtbot.keyClick(picker.search, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_a_broken_folder_can_not_be_used(picker: ModelPicker, qtbot) -> None:
    select(picker, BROKEN.folder)
    assert picker.details.problems.text() == "The shard 2 of 2 is missing."
    assert not picker.frame.use.isEnabled()
    with qtbot.assertNotEmitted(picker.chosen):
        picker.use()


def test_a_checkpoint_whose_every_precision_is_out_of_reach_says_why(picker: ModelPicker) -> None:
    why = "gptqmodel is not installed: pip install gptqmodel"
    card = replace(SMALL, folder="/g", runs=(("int4", why),))
    picker.set_models(ModelCards((card,)))
    select(picker, "/g")
    assert picker.details.problems.text() == why
    assert not picker.frame.use.isEnabled()


def test_only_added_folders_can_be_forgotten(picker: ModelPicker, qtbot) -> None:
    select(picker, SMALL.folder)
    assert not picker.frame.forget.isVisible()
    select(picker, OTHER.folder)
    with qtbot.waitSignal(picker.forget_folder) as forgotten:
        picker.frame.forget.click()
    assert forgotten.args == [OTHER.folder]
    with qtbot.waitSignal(picker.show_folder) as shown:
        picker.frame.show_folder.click()
    assert shown.args == [OTHER.folder]


def test_precisions_that_can_not_run_say_why_in_plain_sight(picker: ModelPicker, qtbot) -> None:
    select(picker, SMALL.folder)
    precision = picker.details.precision
    assert not precision.chip("int8").isEnabled()
    assert precision.reasons.isVisible()
    assert precision.reasons.text() == "Int8: bitsandbytes is not installed: pip install bitsandbytes"
    with qtbot.waitSignal(picker.estimate_wanted) as asked:
        qtbot.mouseClick(precision.chip("int4"), Qt.MouseButton.LeftButton)
    assert asked.args == [SMALL.folder, Options(precision="int4")]


def test_an_estimate_is_asked_for_once_the_hand_rests(picker: ModelPicker, qtbot) -> None:
    select(picker, SMALL.folder)
    asked: list[tuple[str, Options]] = []
    picker.estimate_wanted.connect(lambda folder, options: asked.append((folder, options)))
    slider = picker.details.resolution.slider
    for at in range(3, 11):
        slider.setValue(at)
    assert asked == []
    qtbot.waitUntil(lambda: asked != [])
    assert asked == [(SMALL.folder, Options(max_pixels=1280 * 28 * 28))]


def test_an_estimate_is_shown_in_words(picker: ModelPicker, qapp) -> None:
    language = Language(qapp)
    language.use("en")
    select(picker, SMALL.folder)
    picker.set_estimate(FITS)
    assert picker.details.memory.sentence.text() == "Fits: needs 5.1 GB of 20.0 GB"
    assert picker.details.resolution.sentence.text().endswith("5.1 GB, about 2 s to the first word")
    picker.set_estimate(TOO_BIG)
    assert picker.details.memory.advice.text() == "Int4 would fit."
    assert not picker.frame.use.isEnabled()
    picker.set_loaded("/another")
    assert picker.frame.use.isEnabled()
    language.remove()


def test_an_estimate_of_another_folder_only_changes_its_row(picker: ModelPicker) -> None:
    select(picker, SMALL.folder)
    picker.set_estimate(FITS)
    picker.set_estimate(TOO_BIG, OTHER.folder)
    assert picker.details.memory.sentence.text().startswith("Fits")
    row = picker.models.row(OTHER.folder)
    assert row is not None and row.estimate == TOO_BIG


def test_verdicts_are_asked_for_once(qtbot, qapp) -> None:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    asked: list[tuple[str, ...]] = []
    picker.verdicts_wanted.connect(asked.append)
    picker.set_models(ModelCards((SMALL, OTHER, BROKEN)))
    picker.set_estimate(FITS, SMALL.folder)
    picker.set_models(ModelCards((SMALL, OTHER, BROKEN)))
    assert asked == [(SMALL.folder, OTHER.folder), (OTHER.folder,)]


def test_choices_are_kept_by_model(picker: ModelPicker, qtbot) -> None:
    picker.details.set_devices([("cuda:0", "A card")])
    picker.set_current(SMALL.folder, Options(precision="bf16", device="cuda:0", temperature=0.5))
    assert picker.selected == SMALL.folder
    assert picker.details.precision.value == "bf16"
    assert picker.details.device.currentText() == "A card"
    picker.details.offload.click()
    select(picker, OTHER.folder)
    assert picker.details.precision.value == "auto"
    picker.details.resolution.slider.setValue(3)
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.use()
    assert chosen.args == [OTHER.folder, Options(max_tiles=4)]
    select(picker, SMALL.folder)
    assert picker.options == Options(precision="bf16", device="cuda:0", temperature=0.5, offload=True)


def test_boxes_are_checked_and_the_result_stays(picker: ModelPicker, qtbot) -> None:
    select(picker, SMALL.folder)
    picker.set_estimate(FITS)
    with qtbot.waitSignal(picker.check_wanted) as wanted:
        picker.details.check.click()
    assert wanted.args == [SMALL.folder, Options()]
    picker.set_busy(Progress("loading", 0.2))
    assert picker.details.boxes.text() == "Loading the model…"
    picker.set_busy(Progress("checking", 0.4))
    picker.set_busy(Progress("looking"))
    with qtbot.waitSignal(picker.check_stopped):
        picker.details.check.click()
    assert picker.details.boxes.text() == "Checking where it puts boxes…"
    select(picker, OTHER.folder)
    picker.set_grounding(GOOD)
    assert picker.details.boxes.text() == "Boxes not checked"
    select(picker, SMALL.folder)
    assert picker.details.boxes.text() == "Boxes trusted · 1.4 px"
    assert "boxes trusted · 1.4 px" in picker.models.index_of(SMALL.folder).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_a_check_that_fails_says_why(picker: ModelPicker) -> None:
    select(picker, SMALL.folder)
    picker.details.check.click()
    picker.set_grounding(None, "The model could not be loaded: the shard is missing.")
    assert picker.details.check.text() == "Check boxes"
    said = [label.text() for label in picker.details.findChildren(type(picker.details.boxes))]
    assert "The model could not be loaded: the shard is missing." in said


def test_without_models_there_are_three_ways(qtbot, qapp) -> None:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    picker.show()
    assert not picker.reader.none.isVisible()
    picker.set_models(ModelCards((), (OFFER,)))
    assert picker.reader.none.isVisible()
    with qtbot.waitSignal(picker.refresh_wanted):
        picker.reader.buttons[2].click()
    picker.set_models(ModelCards((SMALL,)))
    assert not picker.reader.none.isVisible()


def test_every_button_has_a_name_in_both_languages(picker: ModelPicker, qapp) -> None:
    picker.set_loaded(SMALL.folder)
    language = Language(qapp)
    for code in ("en", "zh_CN"):
        language.use(code)  # type: ignore[arg-type]
        qapp.sendPostedEvents()
        for key in ("reader", SMALL.folder, OFFER.name):
            select(picker, key)
            for button in picker.findChildren(QPushButton):
                assert button.text() or button.accessibleName() or not button.isVisible()
            assert picker.search.accessibleName() and picker.list.accessibleName()
    language.remove()


def test_news_do_not_scroll_the_list(picker: ModelPicker) -> None:
    cards = tuple(replace(SMALL, folder=f"/{at}") for at in range(200))
    picker.set_models(ModelCards(cards, (OFFER,)))
    bar = picker.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    picker.downloads.set_transfer(Transfer(OFFER.name, "fetching", 1, 2))
    picker.downloads.set_transfer(Transfer("someone/new", "fetching", 1, 2))
    picker.set_estimate(FITS, "/3")
    picker.set_models(ModelCards(cards, (OFFER,)))
    assert bar.value() == at > 0


def test_a_dropped_folder_is_added(picker: ModelPicker, qtbot, tmp_path: Path) -> None:
    folder = tmp_path / "模型 一"
    folder.mkdir()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(tmp_path / "no.png"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(picker.add_folder) as added:
        picker.dropEvent(event)
    assert added.args == [str(folder)]
    card = replace(SMALL, folder=str(folder), source="added")
    picker.set_models(ModelCards((SMALL, card)))
    assert picker.selected == str(folder)
    picker.set_models(ModelCards((SMALL,)))
    assert picker.selected == "reader"


def test_the_current_model_is_selected_once_it_is_found(qtbot, qapp) -> None:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    picker.set_current(OTHER.folder, Options(max_tiles=2))
    assert picker.selected == "reader"
    picker.set_models(ModelCards((SMALL, OTHER)))
    assert picker.selected == OTHER.folder
    assert picker.options == Options(max_tiles=2)
    assert picker.details.resolution.value == 2


def test_two_hundred_models_are_painted_in_light_and_dark(picker: ModelPicker, qapp) -> None:
    cards = tuple(replace(SMALL, folder=f"/{at}", name=f"很长的名字{at} " * 20) for at in range(200))
    picker.set_models(ModelCards(cards, (OFFER,)))
    for at in (0, 7, 199):
        picker.set_estimate(FITS, f"/{at}")
    picker.list.scrollToBottom()
    grabbed = picker.grab()
    plain = QPixmap(grabbed.size())
    plain.fill(QColor("black"))
    assert grabbed.toImage() != plain.toImage()
    assert picker.models.rowCount() == 204


def test_every_button_has_its_room_while_a_model_is_loaded(picker: ModelPicker, qapp) -> None:
    select(picker, OTHER.folder)
    picker.set_models(ModelCards((SMALL, replace(OTHER, source="added")), ()))
    picker.set_loaded(OTHER.folder)
    picker.set_busy(Progress("checking", 0.3))
    qapp.processEvents()
    for width in (picker.width(), picker.minimumWidth()):
        picker.resize(width, picker.height())
        qapp.processEvents()
        shown = [one for one in picker.findChildren(QPushButton) if one.isVisible()]
        assert picker.frame.forget in shown
        assert [one.text() for one in shown if one.width() < one.minimumSizeHint().width()] == []


def test_the_foot_keeps_its_height_without_a_button(picker: ModelPicker, qapp) -> None:
    qapp.processEvents()
    high = picker.frame.scroller.height()
    select(picker, OFFER.name)
    picker.downloads.set_transfer(Transfer(OFFER.name, "fetching", 1, 4))
    qapp.processEvents()
    assert picker.frame.use.isHidden() and picker.frame.unload.isHidden()
    assert picker.frame.scroller.height() == high


def test_an_offer_says_whether_it_would_fit_before_it_is_downloaded(picker: ModelPicker) -> None:
    asked: list[tuple[str, ...]] = []
    picker.verdicts_wanted.connect(asked.append)
    picker.set_models(ModelCards((SMALL,), (OFFER,)))
    assert asked[-1] == (OFFER.name,)
    select(picker, OFFER.name)
    assert not picker.offer.memory.isVisible()
    picker.set_estimate(replace(FITS, verdict="too big"), OFFER.name)
    assert picker.offer.memory.isVisible() and picker.offer.memory.sentence.text().startswith("Too big")
    row = picker.models.row(OFFER.name)
    assert row is not None and "Too big" in picker.models.spoken(row)
