"""All settings as one frozen dataclass; their metadata makes the dialog and checks the file. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, fields, replace
from functools import cache
from typing import Any, Literal

from eyebox_models.protocol.dataclass import dataclass

Value = bool | int | str | Mapping[str, Sequence[str]]


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators; the dialog translates it when it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Spec:
    """What a setting is: English texts, and the values it may have (`choices`, `lowest` to `highest`, or texts that
    `pattern` matches as a whole; `example` stands in the empty field). One without a group has a page of its own
    instead of a row in the dialog."""

    name: str
    default: Value
    group: str
    title: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    lowest: int = 0
    highest: int = 0
    pattern: str = ""
    example: str = ""
    on_disk: bool = False
    """It bounds something on disk: its row says how much there is, and empties it."""

    def allows(self, value: object) -> bool:
        """Whether the setting may have this value."""
        if isinstance(self.default, Mapping):
            return isinstance(value, Mapping) and all(
                isinstance(name, str)
                and isinstance(texts, list)
                and all(isinstance(text, str) for text in texts)
                for name, texts in value.items()
            )
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in {choice for choice, _ in self.choices}
        if isinstance(value, str):
            return re.fullmatch(self.pattern, value) is not None
        return isinstance(value, bool) or (isinstance(value, int) and self.lowest <= value <= self.highest)


def _setting(default: Any, group: str, title: str, help: str, **limits: Any) -> Any:
    return field(default=default, metadata={"group": group, "title": title, "help": help, **limits})


_LOOK = QT_TRANSLATE_NOOP("Settings", "Look")
_WORK = QT_TRANSLATE_NOOP("Settings", "Work")
_CAPTURE = QT_TRANSLATE_NOOP("Settings", "Capture")
_MODELS = QT_TRANSLATE_NOOP("Settings", "Models")
_NETWORK = QT_TRANSLATE_NOOP("Settings", "Network")
ADDRESS = r"(https?://[^\s/\x00-\x1f\ud800-\udfff][^\s\x00-\x1f\ud800-\udfff]*)?"
"""An address of the web, or nothing; without control characters and halves of a surrogate pair."""
KEYS = r"((Ctrl|Alt|Shift|Meta)\+)*(\S|[A-Z][A-Za-z]*|F\d{1,2})|"
"""One combination of keys in Qt's portable notation, or nothing."""
_SYSTEM = ("system", QT_TRANSLATE_NOOP("Settings", "Follow the system"))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with its default."""

    theme: Literal["system", "light", "dark"] = _setting(
        "system",
        _LOOK,
        QT_TRANSLATE_NOOP("Settings", "Theme"),
        QT_TRANSLATE_NOOP("Settings", "Light or dark colours."),
        choices=(
            _SYSTEM,
            ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
            ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
        ),
    )
    contrast: Literal["system", "usual", "high"] = _setting(
        "system",
        _LOOK,
        QT_TRANSLATE_NOOP("Settings", "Contrast"),
        QT_TRANSLATE_NOOP("Settings", "High: black and white, and a thick ring around what has the focus."),
        choices=(
            _SYSTEM,
            ("usual", QT_TRANSLATE_NOOP("Settings", "Usual")),
            ("high", QT_TRANSLATE_NOOP("Settings", "High")),
        ),
    )
    language: Literal["system", "de", "en", "ja", "zh_CN"] = _setting(
        "system",
        _LOOK,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "The language of menus, buttons and messages."),
        choices=(_SYSTEM, ("de", "Deutsch"), ("en", "English"), ("ja", "日本語"), ("zh_CN", "简体中文")),
    )
    text_size: int = _setting(
        100,
        _LOOK,
        QT_TRANSLATE_NOOP("Settings", "Text size in percent"),
        QT_TRANSLATE_NOOP("Settings", "Next to the size of the system's text; from the next start on."),
        lowest=80,
        highest=200,
    )
    motion: Literal["system", "full", "reduced"] = _setting(
        "system",
        _LOOK,
        QT_TRANSLATE_NOOP("Settings", "Motion"),
        QT_TRANSLATE_NOOP("Settings", "Short movements that show where something went."),
        choices=(
            _SYSTEM,
            ("full", QT_TRANSLATE_NOOP("Settings", "On")),
            ("reduced", QT_TRANSLATE_NOOP("Settings", "Off")),
        ),
    )
    read_on_open: bool = _setting(
        True,
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Read pictures when they are opened"),
        QT_TRANSLATE_NOOP("Settings", "Otherwise a picture is read when you ask for it."),
    )
    reading_order: Literal["automatic", "columns", "rows", "code"] = _setting(
        "automatic",
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Order of the text"),
        QT_TRANSLATE_NOOP(
            "Settings", "How the lines of a picture follow each other; it holds for what is read from now on."
        ),
        choices=(
            ("automatic", QT_TRANSLATE_NOOP("Settings", "Automatic")),
            ("columns", QT_TRANSLATE_NOOP("Settings", "Column by column")),
            ("rows", QT_TRANSLATE_NOOP("Settings", "Row by row")),
            ("code", QT_TRANSLATE_NOOP("Settings", "Code, with its indentation")),
        ),
    )
    confirm_close: bool = _setting(
        True,
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Ask before closing while something is running"),
        QT_TRANSLATE_NOOP("Settings", "What was read and answered so far is kept either way."),
    )
    batches_go_on: bool = _setting(
        True,
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Go on with batches by themselves"),
        QT_TRANSLATE_NOOP("Settings", "Those that were under way when Eyebox ended, when it starts again."),
    )
    review_keys: Literal["prodigy", "x-anylabeling", "labelme"] = _setting(
        "prodigy",
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Keys of the review"),
        QT_TRANSLATE_NOOP(
            "Settings", "As another program has them; each can be changed under “Keyboard shortcuts”."
        ),
        choices=(("prodigy", "Prodigy"), ("x-anylabeling", "X-AnyLabeling"), ("labelme", "labelme")),
    )
    recent_count: int = _setting(
        10,
        _WORK,
        QT_TRANSLATE_NOOP("Settings", "Recent files"),
        QT_TRANSLATE_NOOP("Settings", "How many are listed in the menu; 0 lists none."),
        lowest=0,
        highest=30,
    )
    capture_copies: bool = _setting(
        True,
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Copy the text of a capture at once"),
        QT_TRANSLATE_NOOP("Settings", "Otherwise a click on its bar copies it."),
    )
    capture_adjust: bool = _setting(
        False,
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Adjust the region before it is taken"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "By its handles and arrow keys; Enter takes it. Ctrl while you drag does the other thing.",
        ),
    )
    capture_keys: str = _setting(
        "",
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Keys that capture from anywhere"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "They work while Eyebox runs, also from the tray. On Wayland the desktop decides on the keys.",
        ),
        pattern=KEYS,
        example="Ctrl+Alt+S",
    )
    capture_most: int = _setting(
        1000,
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Captures that are kept"),
        QT_TRANSLATE_NOOP("Settings", "In the session “Captures”; the oldest go first."),
        lowest=10,
        highest=100_000,
    )
    capture_days: int = _setting(
        90,
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Days that a capture is kept"),
        QT_TRANSLATE_NOOP("Settings", "0 keeps them for ever."),
        lowest=0,
        highest=3650,
    )
    stay_in_tray: Literal["ask", "yes", "no"] = _setting(
        "ask",
        _CAPTURE,
        QT_TRANSLATE_NOOP("Settings", "Stay in the tray when the window is closed"),
        QT_TRANSLATE_NOOP(
            "Settings", "A capture then begins at once, and its text is read by an engine that is ready."
        ),
        choices=(
            ("ask", QT_TRANSLATE_NOOP("Settings", "Ask the first time")),
            ("yes", QT_TRANSLATE_NOOP("Settings", "Yes")),
            ("no", QT_TRANSLATE_NOOP("Settings", "No")),
        ),
    )
    idle_unload_minutes: int = _setting(
        15,
        _MODELS,
        QT_TRANSLATE_NOOP("Settings", "Unload an idle model after minutes"),
        QT_TRANSLATE_NOOP("Settings", "Gives its memory back; the next question loads it again. 0 keeps it."),
        lowest=0,
        highest=1440,
    )
    load_while_typing: bool = _setting(
        True,
        _MODELS,
        QT_TRANSLATE_NOOP("Settings", "Load a model while its question is typed"),
        QT_TRANSLATE_NOOP(
            "Settings", "Its first answer begins sooner. Otherwise it is loaded when it is asked."
        ),
    )
    kept_chats_mb: int = _setting(
        2048,
        _MODELS,
        QT_TRANSLATE_NOOP("Settings", "Memory for chats of a model, in MB"),
        QT_TRANSLATE_NOOP(
            "Settings", "What a model keeps of a chat makes its next answer start sooner. 0 keeps nothing."
        ),
        lowest=0,
        highest=262_144,
    )
    known_pictures_mb: int = _setting(
        2048,
        _MODELS,
        QT_TRANSLATE_NOOP("Settings", "Disk space for known pictures, in MB"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "What a model made of a picture is kept, so that the next question about it starts much sooner. 0 keeps nothing.",
        ),
        lowest=0,
        highest=262_144,
        on_disk=True,
    )
    continue_cut_lists: bool = _setting(
        True,
        _MODELS,
        QT_TRANSLATE_NOOP("Settings", "Go on when the length limit cut a list of boxes"),
        QT_TRANSLATE_NOOP("Settings", "Otherwise the answer ends there, and says so."),
    )
    offline: bool = _setting(
        True,
        _NETWORK,
        QT_TRANSLATE_NOOP("Settings", "Offline mode"),
        QT_TRANSLATE_NOOP(
            "Settings", "Nothing is ever sent or fetched. A download asks before it turns this off."
        ),
    )
    mirror: str = _setting(
        "",
        _NETWORK,
        QT_TRANSLATE_NOOP("Settings", "Mirror for downloads"),
        QT_TRANSLATE_NOOP("Settings", "The address of a hub to fetch models from; empty is huggingface.co."),
        pattern=ADDRESS,
        example="https://huggingface.co",
    )
    proxy: str = _setting(
        "",
        _NETWORK,
        QT_TRANSLATE_NOOP("Settings", "Proxy for downloads"),
        QT_TRANSLATE_NOOP("Settings", "The address of a proxy, for downloads only; empty uses the system's."),
        pattern=ADDRESS,
        example="http://127.0.0.1:8080",
    )

    scripts: str = _setting("auto", "", "", "", pattern=r"auto|none|[A-Za-z0-9_/]+(,[A-Za-z0-9_/]+)*")
    """Which languages of Tesseract are tried where the reader's networks know no letters: all, none, or these codes."""

    shortcuts: Mapping[str, Sequence[str]] = field(
        default_factory=dict, metadata={"group": "", "title": "", "help": ""}
    )
    """Name of an action -> its keys in Qt's portable notation, where they are not those of the table of actions."""

    @property
    def wanted_scripts(self) -> tuple[str, ...] | None:
        """The codes of the languages that are tried, None for all that there is data of."""
        if self.scripts in ("auto", "none"):
            return None if self.scripts == "auto" else ()
        return tuple(self.scripts.split(","))

    def overrides(self) -> dict[str, Value]:
        """The settings that differ from their defaults."""
        return {
            spec.name: getattr(self, spec.name)
            for spec in specs()
            if getattr(self, spec.name) != spec.default
        }

    def with_value(self, name: str, value: Value) -> Settings:
        """The same settings with another value. Raises ValueError when the setting may not have it."""
        spec = next((spec for spec in specs() if spec.name == name), None)
        if spec is None or not spec.allows(value):
            raise ValueError(f"{name} cannot be {value!r}")
        return replace(self, **{name: value})  # type: ignore[arg-type]


@cache
def specs() -> tuple[Spec, ...]:
    """All settings in the order of the dialog."""
    defaults = Settings()
    return tuple(Spec(name=f.name, default=getattr(defaults, f.name), **f.metadata) for f in fields(Settings))


def from_overrides(data: Mapping[str, object]) -> Settings:
    """The defaults with every override that is known and allowed; others are left out."""
    known = {spec.name: spec for spec in specs()}
    kept = {name: value for name, value in data.items() if name in known and known[name].allows(value)}
    return Settings(**kept)  # type: ignore[arg-type]
