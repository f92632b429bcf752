"""How the page of teaching says numbers, methods and what questions are about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from eyebox.amounts import percent
from eyebox_models.protocol.teaching import Rewards

translate = QCoreApplication.translate


def number(value: float, digits: int | None = None) -> str:
    """A number in the language's own form; with as many digits as one looks at where none are given."""
    if digits is None:
        digits = 2 if abs(value) >= 10 else 3 if abs(value) >= 0.1 else 4
    return QLocale().toString(value, "f", digits)


def method(name: str) -> str:
    return {
        "lora": "LoRA",
        "qlora": translate("Teaching", "QLoRA (4 bit)"),
        "full": translate("Teaching", "All weights"),
        "dpo": translate("Teaching", "Preference pairs (DPO)"),
    }[name]


def about(name: str) -> str:
    """What a method does and takes."""
    return {
        "lora": translate("Teaching", "A small file beside the model, which stays as it is"),
        "qlora": translate("Teaching", "The same over a model in 4 bit: the least memory"),
        "full": translate("Teaching", "A new model: the most memory and time"),
        "dpo": translate(
            "Teaching",
            "A small file beside the model, learned from pairs: what was answered, and what you corrected it to",
        ),
    }[name]


def preferred(rewards: Rewards) -> str:
    """In how many pairs the chosen answer is preferred: "88 %"."""
    return percent(rewards.accuracy)


def targets(name: str) -> str:
    return {
        "qkv": translate("Teaching", "Queries, keys and values"),
        "all": translate("Teaching", "All linear layers"),
    }[name]


def kind(name: str) -> str:
    """What questions are about: held-out ones, then those of the general set."""
    return {
        "boxes": translate("Teaching", "Your boxes"),
        "text": translate("Teaching", "Your texts"),
        "find": translate("Teaching", "Find shapes"),
        "count": translate("Teaching", "Count"),
        "table": translate("Teaching", "Read a table"),
        "read": translate("Teaching", "Read a line"),
    }.get(name, name)


def duration(seconds: float) -> str:
    """How long something takes: "about 40 s", "about 12 min", "about 3.5 h"."""
    locale = QLocale()
    if seconds < 90:
        text, amount = translate("Teaching", "about %1 s"), locale.toString(max(round(seconds), 1))
    elif seconds < 5400:
        text, amount = translate("Teaching", "about %1 min"), locale.toString(round(seconds / 60))
    else:
        text, amount = translate("Teaching", "about %1 h"), locale.toString(seconds / 3600, "f", 1)
    return text.replace("%1", amount)
