"""What was tried to be reached as a table, the newest first; those that are chosen and searched for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from eyebox.language import translated
from eyebox.theme.searched_page import folded
from eyebox.theme.sentence import as_tip
from eyebox_models.offline.attempts import Attempt, Kind

COLUMNS = ("time", "process", "result", "kind", "where", "reason")
FIELDS = ("time", "process", "pid", "kind", "host", "address", "port", "allowed", "reason")
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class AttemptRows(QAbstractTableModel):
    """Those of `every` that the filter leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.every: list[Attempt] = []
        self.shown: list[Attempt] = []
        self._allowed: bool | None = None
        self._process = ""
        self._words: list[str] = []

    def add(self, attempts: Sequence[Attempt]) -> None:
        """Adds newer ones, the oldest first."""
        self.every[:0] = reversed(attempts)
        if fresh := [one for one in reversed(attempts) if self._fits(one)]:
            self.beginInsertRows(ROOT, 0, len(fresh) - 1)
            self.shown[:0] = fresh
            self.endInsertRows()

    def clear(self) -> None:
        self.every = []
        self.filter(self._allowed, self._process, "")

    def filter(self, allowed: bool | None, process: str, text: str) -> None:
        """Leaves those that were allowed or refused (None: both), of a process ("": of all), that hold all words of a text."""
        self.beginResetModel()
        self._allowed, self._process, self._words = allowed, process, folded(text).split()
        self.shown = [one for one in self.every if self._fits(one)]
        self.endResetModel()

    def _fits(self, one: Attempt) -> bool:
        if self._allowed not in (None, one.allowed) or self._process not in ("", one.process):
            return False
        if not self._words:
            return True
        text = folded(" ".join(shown(one, column) for column in COLUMNS))
        return all(word in text for word in self._words)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            "time": translate("Connections", "Time"),
            "process": translate("Connections", "Process"),
            "kind": translate("Connections", "What"),
            "where": translate("Connections", "Where"),
            "result": translate("Connections", "Result"),
            "reason": translate("Connections", "Reason"),
        }[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one, column = self.shown[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(one, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in ("where", "reason"):
            return as_tip(shown(one, column))
        return None


def shown(one: Attempt, column: str) -> str:
    """What a cell says."""
    match column:
        case "time":
            when = QDateTime.fromMSecsSinceEpoch(int(one.time * 1000))
            return f"{QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)} {when.toString('HH:mm:ss')}"
        case "process":
            return process_name(one.process)
        case "kind":
            return kind_name(one.kind)
        case "where":
            return one.target or translate("Connections", "not known")
        case "result":
            return translate("Connections", "allowed") if one.allowed else translate("Connections", "refused")
    return translated(one.reason)


def process_name(process: str) -> str:
    """A process as people know it."""
    return {
        "window": translate("Connections", "Window"),
        "picture": translate("Connections", "Pictures"),
        "reader": translate("Connections", "Reader"),
        "model": translate("Connections", "Model"),
        "train": translate("Connections", "Teaching"),
        "library": translate("Connections", "Model library"),
        "document": translate("Connections", "Documents"),
        "download": translate("Connections", "Downloads"),
        "setup": translate("Connections", "Model engine setup"),
        "endpoint": translate("Connections", "Servers of your own"),
        "eyebox serve": translate("Connections", "Local API"),
        "server": translate("Connections", "Server engine"),
    }.get(process, process)


def kind_name(kind: Kind) -> str:
    """A kind of attempt as people say it."""
    names: dict[Kind, str] = {
        "connect": translate("Connections", "Connection"),
        "look-up": translate("Connections", "Look-up of a name"),
        "send": translate("Connections", "Packet"),
        "listen": translate("Connections", "Listening"),
        "socket": translate("Connections", "Network socket"),
        "program": translate("Connections", "Another program"),
    }
    return names[kind]


def as_json(attempts: Sequence[Attempt]) -> str:
    """For programs, as `eyebox offline --json` has it."""
    return json.dumps([one.as_json() for one in attempts], ensure_ascii=False, indent=1) + "\n"


def as_csv(attempts: Sequence[Attempt]) -> str:
    """For programs and tables: the time as ISO 8601, the reason in English. No cell is a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for one in attempts:
        values = one.as_json() | {
            "time": datetime.fromtimestamp(one.time).astimezone().isoformat("T", "milliseconds")
        }
        writer.writerow([_plain(values[field]) for field in FIELDS])
    return stream.getvalue()


def _plain(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(tuple("=+-@\t\r")) else value
