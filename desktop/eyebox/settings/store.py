"""The settings file: JSON with nothing but the overrides, replaced as a whole or not at all. No Qt."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from eyebox.settings.schema import Settings, from_overrides, specs
from eyebox_models.ask import EyeboxError


class SettingsStore:
    """Keeps the settings in one file. `problem` is a sentence for the user when it was of no use."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.problem = ""
        self._foreign: dict[str, object] = {}

    def load(self) -> Settings:
        """The settings of the file; the defaults where it has none.

        A damaged file is moved aside to `<name>.damaged`, so that nothing a user wrote by hand is lost.
        Names that this version does not know are kept and written back.
        """
        self.problem = ""
        self._foreign = {}
        try:
            data = json.loads(self.file.read_text("utf-8"))
            if not isinstance(data, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.problem = (
                f"The settings in {self.file} cannot be read ({error.strerror}); the defaults are used."
            )
            return Settings()
        except (ValueError, RecursionError):
            self._set_aside()
            return Settings()
        known = {spec.name for spec in specs()}
        self._foreign = {name: value for name, value in data.items() if name not in known}
        return from_overrides(data)

    def save(self, settings: Settings) -> None:
        """Writes the overrides. Raises EyeboxError when that fails; the old file then stays."""
        text = json.dumps(self._foreign | settings.overrides(), ensure_ascii=False, indent=2, sort_keys=True)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._replace(text + "\n")
        except OSError as error:
            raise EyeboxError(
                f"The settings cannot be saved to {self.file} ({error.strerror}); "
                "they hold until you close Eyebox."
            ) from error

    def _replace(self, text: str) -> None:
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.file.parent, prefix=f".{self.file.name}.", delete=False
        ) as new:
            try:
                new.write(text)
                new.flush()
                os.fsync(new.fileno())
                Path(new.name).replace(self.file)
            except BaseException:
                Path(new.name).unlink(missing_ok=True)
                raise

    def _set_aside(self) -> None:
        aside = self.file.with_name(self.file.name + ".damaged")
        try:
            self.file.replace(aside)
        except OSError as error:
            self.problem = (
                f"The settings in {self.file} are damaged ({error.strerror}); the defaults are used."
            )
        else:
            self.problem = f"The settings were damaged and are kept as {aside}; the defaults are used."
