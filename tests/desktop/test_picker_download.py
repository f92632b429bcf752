"""Downloads in the picker: nothing connects before the user agreed; every state is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from eyebox.picker.consent import Consent
from eyebox.picker.download_row import DownloadRow
from eyebox.picker.page import ModelPicker
from eyebox.theme import Theme
from eyebox_models.protocol.cards import ModelCard, ModelCards, Offer, Transfer

OFFER = Offer(
    "Qwen/Qwen3-VL-2B-Instruct",
    "Qwen3-VL 2B",
    "Documents",
    "Apache-2.0",
    (("bf16", 4_260_000_000), ("int4", 1)),
)
HALF = Transfer(
    OFFER.name, "fetching", 2_130_000_000, 4_260_000_000, 12_400_000, 172, "model-00001.safetensors"
)


@pytest.fixture
def picker(qtbot, qapp) -> ModelPicker:
    picker = ModelPicker(Theme(qapp))
    qtbot.addWidget(picker)
    picker.set_models(ModelCards((), (OFFER,)))
    picker.show()
    picker.list.setCurrentIndex(picker.models.index_of(OFFER.name))
    return picker


@pytest.fixture
def row(qtbot, qapp) -> DownloadRow:
    row = DownloadRow(Theme(qapp))
    qtbot.addWidget(row)
    row.show()
    return row


def test_it_asks_before_the_first_connection(picker: ModelPicker, qtbot) -> None:
    with qtbot.assertNotEmitted(picker.download_wanted), qtbot.assertNotEmitted(picker.network_agreed):
        picker.use()
        consent = picker.findChild(Consent)
        assert consent.isVisible() and consent.offline.isVisible()
        consent.cancel.click()
    picker.use()
    consent = next(c for c in picker.findChildren(Consent) if c.isVisible())
    with qtbot.waitSignals([picker.network_agreed, picker.download_wanted], order="strict"):
        consent.download.click()
    assert picker.offer.row.isVisible()


def test_once_agreed_the_next_one_starts_at_once(picker: ModelPicker, qtbot) -> None:
    picker.set_network(False, "https://mirror.example", "http://127.0.0.1:8080")
    with qtbot.waitSignal(picker.download_wanted) as wanted:
        picker.use()
    assert wanted.args == [OFFER.name, "https://mirror.example", "http://127.0.0.1:8080"]
    assert not picker.frame.use.isVisible()


def test_consent_names_host_bytes_and_what_is_sent(qtbot, qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    consent = Consent(Theme(qapp), OFFER)
    qtbot.addWidget(consent)
    consent.show()
    said = {name: line.text() for name, line in consent._lines.items()}
    assert "huggingface.co" in said["host"] and "4.3 GB" in said["size"]
    assert "no picture" in said["sent"] and "HF_TOKEN" not in said["sent"]
    consent.more.click()
    consent.mirror.setText("https://hub.example:8443/models")
    consent.proxy.setText("http://proxy.example:3128")
    host = consent._lines["host"].text()
    assert "hub.example:8443" in host and "proxy.example:3128" in host and "huggingface" not in host
    with qtbot.waitSignal(consent.agreed) as agreed:
        qtbot.keyClick(consent.proxy, Qt.Key.Key_Return)
    assert agreed.args == [OFFER.name, "https://hub.example:8443/models", "http://proxy.example:3128"]


def test_a_token_of_the_environment_is_owned_up_to(qtbot, qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_x")
    consent = Consent(Theme(qapp), OFFER, endpoint="https://hub.example")
    qtbot.addWidget(consent)
    assert "(HF_TOKEN) goes along to hub.example" in consent._lines["sent"].text()


@pytest.mark.parametrize("bad", ["bad", "ftp://x", "https://", "http:// x"])
def test_an_address_that_is_none_can_not_be_used(bad: str, qtbot, qapp) -> None:
    consent = Consent(Theme(qapp), OFFER)
    qtbot.addWidget(consent)
    consent.mirror.setText(bad)
    assert not consent.download.isEnabled()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Qwen/Qwen2-VL-2B-Instruct", "Qwen/Qwen2-VL-2B-Instruct"),
        (" https://huggingface.co/Qwen/Qwen2-VL-2B-Instruct/ ", "Qwen/Qwen2-VL-2B-Instruct"),
        ("Qwen", ""),
        ("a/b/c", ""),
        ("../secret", ""),
        ("", ""),
    ],
)
def test_any_name_can_be_typed(typed: str, name: str, qtbot, qapp) -> None:
    consent = Consent(Theme(qapp), None)
    qtbot.addWidget(consent)
    consent.name.setText(typed)
    assert consent.wanted == name
    assert consent.download.isEnabled() == bool(name)


def test_a_typed_name_gets_a_row(picker: ModelPicker, qtbot) -> None:
    picker.frame.download.click()
    consent = picker.findChild(Consent)
    qtbot.keyClicks(consent.name, "someone/some-vl")
    with qtbot.waitSignal(picker.download_wanted) as wanted:
        qtbot.keyClick(consent.name, Qt.Key.Key_Return)
    assert wanted.args == ["someone/some-vl", "", ""]
    assert picker.selected == "someone/some-vl"


def test_progress_tells_how_much_how_fast_and_how_long(row: DownloadRow, qtbot) -> None:
    row.show_state(HALF)
    assert row.state.text() == "Downloading · 50 %"
    assert row.numbers.text() == "2.1 GB of 4.3 GB · 12 MB/s · 3 min left"
    assert row.toggle.text() == "Pause"
    with qtbot.waitSignal(row.pause_wanted):
        row.toggle.click()
    row.show_state(Transfer(OFFER.name, "paused", 2_130_000_000, 4_260_000_000))
    assert row.state.text() == "Paused · 50 %"
    assert row.numbers.text() == "2.1 GB of 4.3 GB"
    with qtbot.waitSignal(row.start_wanted):
        row.toggle.click()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("listing", "Asking for the list of files"),
        ("checking", "Checking"),
        ("placing", "Putting into place"),
    ],
)
def test_states_have_words(state: str, said: str, row: DownloadRow) -> None:
    row.show_state(Transfer(OFFER.name, state))
    assert row.state.text() == said


def test_a_download_that_failed_can_be_tried_again(picker: ModelPicker, qtbot) -> None:
    picker.set_network(False)
    picker.use()
    picker.downloads.set_transfer(HALF)
    picker.downloads.set_ended(OFFER.name, "The connection broke; what came is kept.")
    row = picker.offer.row
    assert row.state.text() == "The connection broke; what came is kept."
    assert row.toggle.text() == "Try again"
    assert "The connection broke" in picker.models.index_of(OFFER.name).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    with qtbot.waitSignal(picker.download_wanted) as wanted:
        row.toggle.click()
    assert wanted.args == [OFFER.name, "", ""]
    assert row.toggle.text() == "Pause"


def test_pausing_holds_against_late_news(picker: ModelPicker, qtbot) -> None:
    picker.set_network(False)
    picker.use()
    picker.downloads.set_transfer(HALF)
    with qtbot.waitSignal(picker.download_paused) as paused:
        picker.offer.row.toggle.click()
    assert paused.args == [OFFER.name]
    picker.downloads.set_transfer(HALF)
    assert picker.offer.row.toggle.text() == "Resume"
    with qtbot.assertNotEmitted(picker.refresh_wanted):
        picker.downloads.set_ended(OFFER.name)
    assert picker.offer.row.state.text() == "Paused · 50 %"
    with qtbot.waitSignal(picker.download_wanted):
        picker.offer.row.toggle.click()
    picker.downloads.set_transfer(HALF)
    assert picker.offer.row.toggle.text() == "Pause"


def test_removing_tells_so_and_offers_it_anew(picker: ModelPicker, qtbot) -> None:
    picker.set_network(False)
    picker.use()
    with qtbot.waitSignal(picker.download_removed) as removed:
        picker.offer.row.remove.click()
    assert removed.args == [OFFER.name]
    assert not picker.offer.row.isVisible()
    assert picker.frame.use.isVisible() and picker.frame.use.text() == "Download"


def test_a_complete_download_looks_for_models_again(picker: ModelPicker, qtbot) -> None:
    picker.set_network(False)
    picker.use()
    with qtbot.waitSignal(picker.refresh_wanted):
        picker.downloads.set_ended(OFFER.name)
    picker.set_models(ModelCards((ModelCard("/new", OFFER.name, "Qwen3-VL", "qwen3_vl"),), (OFFER,)))
    assert picker.selected == "/new"
