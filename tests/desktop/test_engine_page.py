"""The page of the model engine shows every state, asks before it connects or removes, and tells what is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desk import PATIENCE
from eyebox.picker.engine_page import EnginePage
from eyebox.picker.engine_parts import build_words
from eyebox.picker.page import ModelPicker
from eyebox.theme import Theme
from eyebox_models.protocol.cards import ModelCard, ModelCards
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, SetupProgress, Source
from eyebox_models.protocol.errors import Sentence

GB = 10**9
PLAN = EnvironmentPlan(
    "cu130",
    "It suits the card.",
    "Python 3.13 is downloaded.",
    2_900_000_000,
    7_100_000_000,
    121 * GB,
    ("pypi.org", "github.com"),
)
LOCAL = replace(PLAN, hosts=())
PACKAGES = (("torch", "2.9.1+cu130"), ("transformers", "5.23.0"))
ABSENT = EnvironmentState("")
KEPT = EnvironmentState("", kept_bytes=1_200_000_000)
ADDED = EnvironmentState(
    "added", "/data/model-engine", "/data/model-engine/env-1/bin/python3", "cu130", PACKAGES, 7_100_000_000
)
FETCHING = SetupProgress("fetching", 1_200_000_000, 2_900_000_000, 24_000_000, 71, "torch.whl")


@pytest.fixture
def page(qtbot, qapp) -> EnginePage:
    page = EnginePage(Theme(qapp), proxy="http://127.0.0.1:3128")
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def offered(page: EnginePage) -> EnginePage:
    page.set_state(ABSENT)
    page.set_plan(PLAN)
    return page


def said(page: EnginePage, fact: str) -> str:
    shown = page.offer.facts[fact]
    return "" if shown.isHidden() else f"{shown.text.text()} {shown.more.text()}".strip()


def test_while_it_looks_nothing_can_be_pressed_but_close(page: EnginePage) -> None:
    assert page.mode == "looking" and page.leave.isVisible()
    assert not page.go.isVisible() and not page.remove.isVisible()


def test_an_absent_engine_is_explained_and_its_plan_asked_for(page: EnginePage, qtbot) -> None:
    with qtbot.waitSignal(page.plan_wanted, timeout=PATIENCE) as wanted:
        page.set_state(ABSENT)
    assert wanted.args == [Source(proxy="http://127.0.0.1:3128")]
    assert "PyTorch" in page.text.text() and not page.go.isEnabled()
    page.set_plan(PLAN)
    assert page.go.isEnabled() and page.go.text() == "Download and add"
    assert said(page, "build") == "PyTorch for CUDA 13.0 It suits the card.\nPython 3.13 is downloaded."
    assert said(page, "download") == "About 2.9 GB will be downloaded."
    assert said(page, "disk") == "7.1 GB on disk; 121 GB are free"


def test_it_says_who_is_contacted_and_waits_for_the_button(offered: EnginePage, qtbot) -> None:
    assert said(offered, "hosts").startswith(
        "Eyebox will connect to pypi.org, github.com through the proxy 127.0.0.1:3128, once you press the button."
    )
    assert "Offline mode stays as it is" in said(offered, "hosts")
    assert offered.focusWidget() is offered.leave
    with qtbot.assertNotEmitted(offered.add_wanted):
        qtbot.keyClick(offered, Qt.Key.Key_Down)
    with qtbot.waitSignal(offered.add_wanted, timeout=PATIENCE) as wanted:
        offered.go.click()
    assert wanted.args == [Source(proxy="http://127.0.0.1:3128")]
    assert offered.mode == "adding"


def test_a_plan_that_can_not_be_carried_out_says_why(offered: EnginePage) -> None:
    offered.set_plan(replace(PLAN, problem="The disk is full.", free_bytes=GB))
    assert offered.offer.problem.text() == "The disk is full." and not offered.go.isEnabled()
    offered.set_plan(EnvironmentPlan("", "", "", 0, 0, GB, (), "There is no such folder."))
    assert offered.offer.problem.text() == "There is no such folder." and not said(offered, "disk")
    offered.set_plan(None, "The machine could not be looked at.")
    assert offered.offer.problem.isVisible() and not offered.go.isEnabled()


def test_other_addresses_are_planned_again_and_unsound_ones_are_not(offered: EnginePage, qtbot) -> None:
    field = offered.offer.fields["torch"]
    offered.offer.addresses.link.click()
    assert field.isVisible()
    with qtbot.waitSignal(offered.plan_wanted, timeout=PATIENCE) as wanted:
        field.setText("http://mirror/whl")
    assert wanted.args[0].torch == "http://mirror/whl"
    offered.set_plan(PLAN)
    with qtbot.assertNotEmitted(offered.plan_wanted, wait=600):
        field.setText("not an address")
    assert field.property("kind") == "error" and not offered.go.isEnabled()


def test_a_folder_of_wheels_needs_no_connection(offered: EnginePage, qtbot, tmp_path: Path) -> None:
    with qtbot.assertNotEmitted(offered.plan_wanted):
        offered.offer.folder.setChecked(True)
    assert not offered.go.isEnabled() and said(offered, "build") == "Choose the folder first."
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(offered.plan_wanted, timeout=PATIENCE) as wanted:
        offered.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, none))
    assert wanted.args == [Source(wheels=str(tmp_path))]
    offered.set_plan(LOCAL)
    assert said(offered, "hosts") == "Eyebox makes no connection for this."
    assert offered.go.text() == "Add" and offered.go.isEnabled()
    assert offered.offer.path.whole == str(tmp_path)


def test_a_folder_is_dropped_where_the_internet_was_chosen(
    offered: EnginePage, qtbot, tmp_path: Path
) -> None:
    with qtbot.waitSignals([offered.plan_wanted, offered.plan_wanted], timeout=PATIENCE):
        offered.offer.use_folder(str(tmp_path))
        offered.offer.internet.setChecked(True)
    assert offered.offer.source == Source(proxy="http://127.0.0.1:3128")


def test_adding_tells_its_stages_and_can_be_paused(offered: EnginePage, qtbot) -> None:
    offered.set_adding()
    assert offered.title.text() == "Adding the model engine" and offered.go.text() == "Pause"
    assert offered.steps.bar.maximum() == 0
    offered.set_progress(FETCHING)
    assert offered.steps.numbers.text() == "1.2 GB of 2.9 GB · 24 MB/s · 71 s left"
    assert offered.steps.bar.value() == 414
    names = [text.accessibleName() for _icon, text in offered.steps._lines.values()]
    assert [name.rpartition(": ")[2] for name in names] == ["done", "done", "now", "to come", "to come"]
    with qtbot.waitSignal(offered.pause_wanted, timeout=PATIENCE):
        offered.go.click()
    assert not offered.go.isEnabled()
    offered.set_state(KEPT)
    assert offered.mode == "offer" and offered.go.text() == "Go on"


def test_what_was_interrupted_goes_on_or_is_started_over(page: EnginePage, qtbot) -> None:
    page.set_state(KEPT)
    page.set_plan(PLAN)
    assert "1.2 GB are here" in page.text.text() and page.go.text() == "Go on"
    assert said(page, "download") == "1.2 GB of about 2.9 GB are here; they are not fetched again."
    page.remove.click()
    assert page.question.text() == "Throw away the 1.2 GB that came so far?"
    assert page.focusWidget() is page.keep and not page.go.isVisible()
    with qtbot.assertNotEmitted(page.remove_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.go.isVisible() and page.isVisible()
    page.remove.click()
    with qtbot.waitSignal(page.remove_wanted, timeout=PATIENCE):
        page.sure.click()
    assert page.mode == "removing"


def test_what_is_there_is_told_removed_and_updated(page: EnginePage, qtbot) -> None:
    page.set_state(ADDED)
    assert page.mode == "there" and page.there.facts["build"].text.text() == "PyTorch for CUDA 13.0"
    assert page.there.facts["disk"].text.text() == "7.1 GB on disk"
    assert not page.there.list.isVisible()
    page.there.packages.link.click()
    assert page.there.list.isVisible() and page.there.list.text == "torch 2.9.1+cu130\ntransformers 5.23.0"
    with qtbot.waitSignal(page.plan_wanted, timeout=PATIENCE):
        page.go.click()
    assert page.title.text() == "Update the model engine"
    page.set_plan(PLAN)
    assert page.go.text() == "Update" and page.leave.text() == "Back"
    page.leave.click()
    assert page.mode == "there" and page.isVisible()
    page.remove.click()
    assert "7.1 GB become free" in page.question.text()


@pytest.mark.parametrize("place", ["own", "carried"])
def test_where_there_is_nothing_to_add_nothing_is_offered(page: EnginePage, place: str) -> None:
    page.set_state(EnvironmentState(place, "/usr", "/usr/bin/python3", "cpu", PACKAGES))
    assert page.mode == "there" and "nothing to add" in page.text.text()
    assert not page.go.isVisible() and not page.remove.isVisible()


def test_one_that_is_broken_says_so(page: EnginePage) -> None:
    page.set_state(replace(ADDED, problem="Files are missing."))
    assert page.there.problem.text() == "Files are missing." and page.go.text() == "Add it again…"


def test_a_failure_keeps_its_details_folded_and_can_be_tried_again(offered: EnginePage, qtbot) -> None:
    offered.go.click()
    offered.set_failed("The connection broke off.", "Caused by: reset")
    offered.set_state(KEPT)
    offered.set_plan(PLAN)
    assert offered.failure.isVisible() and offered.failure.fact.text.text() == "The connection broke off."
    assert not offered.failure.details.isVisible()
    offered.failure.fold.link.click()
    offered.failure.details.button.click()
    assert QGuiApplication.clipboard().text() == "Caused by: reset"
    assert offered.go.text() == "Try again"
    with qtbot.waitSignal(offered.add_wanted, timeout=PATIENCE):
        offered.go.click()
    assert not offered.failure.isVisible()


def test_enter_presses_only_the_button_that_has_the_focus(offered: EnginePage, qtbot) -> None:
    offered.offer.fields["proxy"].setFocus()
    with qtbot.assertNotEmitted(offered.add_wanted):
        qtbot.keyClick(offered.offer.fields["proxy"], Qt.Key.Key_Return)
    offered.set_plan(PLAN)
    offered.go.setFocus()
    with qtbot.waitSignal(offered.add_wanted, timeout=PATIENCE):
        qtbot.keyClick(offered.go, Qt.Key.Key_Return)


def test_everything_has_a_name(offered: EnginePage) -> None:
    controls = [*offered.findChildren(QAbstractButton), *offered.findChildren(QLineEdit)]
    assert all(c.accessibleName() or (isinstance(c, QAbstractButton) and c.text()) for c in controls)


def test_builds_are_called_as_people_call_them(qapp) -> None:
    told = [build_words(build) for build in ("cu130", "cu126", "cpu", "rocm6.4", "")]
    assert told == [
        "PyTorch for CUDA 13.0",
        "PyTorch for CUDA 12.6",
        "PyTorch for the processor",
        "PyTorch (rocm6.4)",
        "PyTorch",
    ]


@pytest.fixture
def picker(qtbot, qapp) -> ModelPicker:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    picker.show()
    return picker


def test_the_picker_offers_it_where_nothing_can_run_a_model(picker: ModelPicker, qtbot) -> None:
    reason = Sentence(
        "torch-missing", "torch and transformers are not installed: pip install torch transformers"
    )
    card = ModelCard("/models/one", "one", "qwen2_vl", runs=(("bf16", reason), ("int4", reason)), digest="a")
    picker.set_models(ModelCards((card, replace(card, folder="/models/two", runs=(("bf16", ""),)))))
    picker.list.setCurrentIndex(picker.models.index_of(card.folder))
    assert not picker.details.engine.isVisible() and picker.details.problems.text() == reason
    picker.set_engine(False)
    assert picker.details.engine.isVisible() and not picker.details.problems.isVisible()
    with qtbot.waitSignal(picker.engine_wanted, timeout=PATIENCE):
        picker.details.engine.add.click()
    picker.list.setCurrentIndex(picker.models.index_of("/models/two"))
    assert not picker.details.engine.isVisible()


@pytest.mark.parametrize(
    ("unchecked", "words"),
    [
        (
            12,
            "The folder holds no checksums, so its wheels are installed as they are: use one that you trust.",
        ),
        (3, "The wheels are compared with the checksums in the folder; 3 of 12 have none."),
        (0, "The wheels are compared with the checksums in the folder."),
    ],
)
def test_it_is_said_what_the_wheels_of_a_folder_are_compared_with(page, unchecked, words):
    page.set_state(ABSENT)
    page.set_plan(replace(LOCAL, wheels=12, unchecked=unchecked))
    assert said(page, "hosts") == f"Eyebox makes no connection for this. {words}"
