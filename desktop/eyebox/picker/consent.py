"""Asks before a connection is made: where to, for how many bytes, and what is sent."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from eyebox.amounts import size
from eyebox.picker import words
from eyebox.picker.model_list import NAME
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import TOP, Mark, button, column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.cards import Offer
from eyebox_models.protocol.environment import EnvironmentPlan

HUB = "https://huggingface.co"
_WIDTH = 480
_ADDRESS = re.compile(r"(https?://[^\s/]\S*)?")


class Consent(Retranslated, QDialog):
    """Names what will be contacted; nothing is connected before Download is pressed. Without an offer a name is asked for.
    With `both` the model engine comes along, which takes what its `plan` says.

    Signals:
        agreed: the name on the hub, the address of the hub ("" for the usual one), a proxy ("" for none).
    """

    agreed = Signal(str, str, str)

    def __init__(
        self,
        theme: Theme,
        offer: Offer | None,
        *,
        offline: bool = True,
        endpoint: str = "",
        proxy: str = "",
        both: bool = False,
        plan: EnvironmentPlan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._offline = offline
        self._both, self._plan = both, plan
        self._token = bool(os.environ.get("HF_TOKEN", "").strip())
        self._title = label("title", wrap=True)
        self._lines = {name: label("", wrap=True) for name in ("host", "size", "sent")}
        self.offline = label("hint", wrap=True)
        self.name = QLineEdit()
        self.name.setVisible(offer is None)
        self.more = button("link")
        self.more.setCheckable(True)
        self.more.setIcon(theme.icon("chevron-right", "accent"))
        self.mirror, self.proxy = QLineEdit(endpoint), QLineEdit(proxy)
        self._mirror_label, self._proxy_label = label(), label()
        self._folded = QWidget()
        self.cancel, self.download = button(), button("primary")
        self._theme = theme
        self._lay_out()
        self.more.toggled.connect(self._unfold)
        self.more.setChecked(bool(endpoint or proxy))
        self._folded.setVisible(self.more.isChecked())
        for field in (self.name, self.mirror, self.proxy):
            field.textChanged.connect(self._say)
            field.returnPressed.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self.download.clicked.connect(self._agree)
        self._retranslate()
        (self.name if offer is None else self.cancel).setFocus()

    def _lay_out(self) -> None:
        icons = {"host": "language", "size": "download", "sent": "eye"}
        facts = [
            line((Mark(self._theme, icon), 0, TOP), (self._lines[name], 1), spacing=12)
            for name, icon in icons.items()
        ]
        form = QFormLayout(self._folded)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self._mirror_label, self.mirror)
        form.addRow(self._proxy_label, self.proxy)
        self._mirror_label.setBuddy(self.mirror)
        self._proxy_label.setBuddy(self.proxy)
        buttons = line(None, self.cancel, self.download, spacing=8)
        column(
            self._title, self.name, column(*facts, spacing=8), self.offline, self.more, self._folded, buttons,
            inside=self, spacing=16, margins=(24, 20, 24, 20),
        )  # fmt: skip

    @property
    def wanted(self) -> str:
        """The name that would be downloaded; "" while none that can be is typed."""
        if self._offer is not None:
            return self._offer.name
        typed = self.name.text().strip()
        for address in (self._endpoint(), HUB):
            typed = typed.removeprefix(address.rstrip("/") + "/") if address else typed
        typed = typed.strip("/")
        return typed if NAME.fullmatch(typed) else ""

    def _endpoint(self) -> str:
        return self.mirror.text().strip()

    @Slot()
    def _say(self) -> None:
        good = {
            field: _ADDRESS.fullmatch(field.text().strip()) is not None for field in (self.mirror, self.proxy)
        }
        for field, fine in good.items():
            set_kind(field, "" if fine else "error")
        host = urlsplit(self._endpoint()).netloc if good[self.mirror] and self._endpoint() else ""
        host = host or urlsplit(HUB).netloc
        text = self.tr("Eyebox will connect to %1, and to the file servers it points to.")
        proxy = self.proxy.text().strip()
        if proxy and good[self.proxy]:
            text = self.tr(
                "Eyebox will connect to %1 through the proxy %2, and to the file servers it points to."
            )
            text = text.replace("%2", urlsplit(proxy).netloc)
        text = text.replace("%1", host)
        if self._both and self._plan is not None and self._plan.hosts:
            hosts = words.translate("Picker", ", ").join(self._plan.hosts)
            text += " " + self.tr("For the model engine: %1.").replace("%1", hosts)
        self._lines["host"].setText(text)
        count = self._offer.bytes[0][1] if self._offer is not None and self._offer.bytes else 0
        engine = self._plan.download_bytes if self._both and self._plan is not None else 0
        self._lines["size"].setText(
            self.tr("%1 will be downloaded: the model engine (%2) first, then the model (%3).")
            .replace("%1", size(count + engine))
            .replace("%2", size(engine))
            .replace("%3", size(count))
            if count and engine
            else self.tr("%1 will be downloaded, checked, and kept on this machine.").replace(
                "%1", size(count)
            )
            if count
            else self.tr(
                "The hub says how many bytes it is before any file is fetched; free disk space is checked then."
            )
        )
        self._lines["sent"].setText(
            self.tr("Nothing is sent but the requests for these files: no picture, no question.")
            + (
                " " + self.tr("Your access token (HF_TOKEN) goes along to %1.").replace("%1", host)
                if self._token
                else ""
            )
        )
        self.download.setEnabled(bool(self.wanted) and all(good.values()))
        self._fit()

    def _fit(self) -> None:
        """As high as the texts need in this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            high = (
                layout.totalHeightForWidth(_WIDTH)
                if layout.hasHeightForWidth()
                else layout.totalSizeHint().height()
            )
            self.setFixedSize(grown(_WIDTH), high)

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:
        self._folded.setVisible(shown)
        self.more.setIcon(self._theme.icon("chevron-down" if shown else "chevron-right", "accent"))
        self._fit()

    @Slot()
    def _agree(self) -> None:
        if self.download.isEnabled() and self.isVisible():
            name, endpoint, proxy = self.wanted, self._endpoint(), self.proxy.text().strip()
            self.accept()
            self.agreed.emit(name, endpoint, proxy)

    def _retranslate(self) -> None:
        title = self._offer.title if self._offer is not None else ""
        self._title.setText(
            self.tr("Download %1?").replace("%1", title) if title else self.tr("Download a model")
        )
        if self._both and title:
            self._title.setText(self.tr("Download %1 and the model engine?").replace("%1", title))
        self.setWindowTitle(self.tr("Download"))
        self.name.setPlaceholderText(self.tr("Its name, like %1").replace("%1", "Qwen/Qwen2-VL-2B-Instruct"))
        self.name.setAccessibleName(self.tr("Name of the model on the hub"))
        self.offline.setText(
            self.tr("Offline mode will be turned off for downloads; everything else stays offline.")
        )
        self.offline.setVisible(self._offline)
        self.more.setText(self.tr("Mirror and proxy"))
        self._mirror_label.setText(self.tr("Mirror"))
        self._proxy_label.setText(self.tr("Proxy"))
        self.mirror.setPlaceholderText(HUB)
        self.proxy.setPlaceholderText("http://127.0.0.1:8080")
        self.cancel.setText(self.tr("Cancel"))
        self.download.setText(self.tr("Download"))
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
