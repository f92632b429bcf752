"""The settings file: JSON with nothing but the overrides, replaced as a whole or not at all. No Qt."""

from __future__ import annotations

import errno
import json
from contextlib import suppress
from pathlib import Path

from eyebox.settings.schema import Settings, from_overrides, specs
from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason

MAX_BYTES = 1_000_000
MAX_BRACKETS = 200
"""The file is one flat object. Far deeper ones could be read, but not be written again."""


class SettingsStore:
    """Keeps the settings in one file. `problem` is a sentence for the user when it was of no use."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problem = ""
        self._foreign: dict[str, object] = {}
        self._is_unread = False

    def load(self) -> Settings:
        """The settings of the file; the defaults where it has none.

        A damaged file is moved aside to `<name>.damaged`, so that nothing a user wrote by hand is lost.
        Names that this version does not know are kept and written back.
        """
        self.problem = ""
        self._foreign = {}
        self._is_unread = False
        try:
            text = read_regular(self.file, MAX_BYTES).decode("utf-8-sig")
            if text.count("{") + text.count("[") > MAX_BRACKETS:
                raise ValueError("nested too deep")
            data = json.loads(text)
            if not isinstance(data, dict):
                raise ValueError("not an object")
            known = {spec.name for spec in specs()}
            self._foreign = {name: value for name, value in data.items() if name not in known}
            settings = from_overrides(data)
            if len(self._content(settings)) > MAX_BYTES:
                raise ValueError("too large once it is written again")
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            if error.errno == errno.EFBIG:
                self._set_aside()
                return Settings()
            self._is_unread = True
            self.problem = Sentence(
                "settings-unreadable",
                "The settings in {file} cannot be read ({reason}); the defaults are used.",
                file=self.file,
                reason=os_reason(error),
            )
            return Settings()
        except (ValueError, RecursionError):
            self._set_aside()
            return Settings()
        return settings

    def save(self, settings: Settings) -> None:
        """Writes the overrides. Raises EyeboxError when that fails; the old file then stays.

        One that could not be read is kept as `<name>.damaged`.
        """
        content = self._content(settings)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            if self._is_unread:
                with suppress(FileNotFoundError):
                    self.file.replace(self._aside)
                self._is_unread = False
            atomic_write(self.file, content, private=True)
        except OSError as error:
            raise EyeboxError(
                "settings-not-saved",
                "The settings cannot be saved to {file} ({reason}); they hold until you close Eyebox.",
                file=self.file,
                reason=os_reason(error),
            ) from error

    def _content(self, settings: Settings) -> bytes:
        """The file's bytes. What is no Unicode text (half of a surrogate pair) becomes the escape that JSON has for it."""
        values = self._foreign | settings.overrides()
        text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)
        return (text + "\n").encode("utf-8", "backslashreplace")

    @property
    def _aside(self) -> Path:
        return self.file.with_name(self.file.name + ".damaged")

    def _set_aside(self) -> None:
        self._foreign = {}
        try:
            self.file.replace(self._aside)
        except OSError as error:
            self.problem = Sentence(
                "settings-damaged",
                "The settings in {file} are damaged ({reason}); the defaults are used.",
                file=self.file,
                reason=os_reason(error),
            )
        else:
            self.problem = Sentence(
                "settings-set-aside",
                "The settings were damaged and are kept as {file}; the defaults are used.",
                file=self._aside,
            )
