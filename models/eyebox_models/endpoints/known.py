"""The servers that the user added: one file of addresses, one of keys, both for the user alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

from eyebox_models.boxes.pictures import Unit
from eyebox_models.files.atomic_write import atomic_write, describe_os_error, make_private
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

PREFIX = "endpoint:"
AT_ONCE, MOST_AT_ONCE = 8, 64
"""Questions that are under way at a server where a batch is spread, unless the user says otherwise; and at most."""
_NAME = re.compile(r"[\w][\w.-]{0,63}")
_SERVICE = "eyebox"
"""Under which the system's keyring has the keys, by the names of the servers."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server by its address (`https://host:8000/v1`).

    `model` is what it calls the model, "" for its only one; `family` how large that is shown pictures and how it writes
    boxes, "" where nobody knows. `pictures`: the user said that pictures may go there. `unit`: what the check found the
    coordinates of its boxes to be, "" before that. `at_once`: of many questions so many are under way there. `started`: the
    program runs it, and forgets it when it ends.
    """

    name: str
    url: str
    model: str = ""
    family: str = ""
    pictures: bool = False
    unit: Unit | str = ""
    at_once: int = AT_ONCE
    started: bool = False

    @property
    def host(self) -> str:
        """The host and port, as they are shown beside what it answers."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine."""
        return urlsplit(self.url).hostname in ("localhost", "127.0.0.1", "::1")


def endpoints() -> tuple[Endpoint, ...]:
    """All of them, by name. What can't be read counts as none."""
    return tuple(sorted(_read().values(), key=lambda one: one.name.casefold()))


def endpoint(name: str) -> Endpoint:
    """One by its name, with or without PREFIX. Raises EyeboxError where there is none."""
    name = name.removeprefix(PREFIX)
    found = _read().get(name)
    if found is None:
        raise EyeboxError(
            "no-endpoint", 'There is no server called "{name}": add it (eyebox endpoints add NAME URL), or choose another.',
            name=name,
        )  # fmt: skip
    return found


def endpoints_of(model: str) -> tuple[Endpoint, ...]:
    """All that a model means: "endpoint:NAME", or several that have the same model ("endpoint:A,B"). Raises EyeboxError."""
    names = model.removeprefix(PREFIX).split(",")
    return tuple(endpoint(name) for name in dict.fromkeys(name.strip() for name in names))


def check_pictures(model: str) -> None:
    """Raises EyeboxError where pictures may not go to all of them."""
    for one in endpoints_of(model):
        if not one.pictures:
            raise pictures_stay(one)


def pictures_stay(one: Endpoint) -> EyeboxError:
    """What is said where a server would get a picture that it may not have."""
    return EyeboxError(
        "pictures-stay", "Pictures stay on this machine until you say that they may go to {host}.", host=one.host
    )  # fmt: skip


def add(given: Endpoint, key: str | None = None) -> Endpoint:
    """Adds a server, or changes the one of that name; a key of None leaves the key as it is, "" takes it away.

    Raises EyeboxError for a name or an address that can't be one, for a family that there is none of, and where a key would
    go over the network for everybody to see.
    """
    if not _NAME.fullmatch(given.name):
        raise EyeboxError(
            "endpoint-name", 'A server can\'t be called "{name}": use letters, digits, "." and "-".', name=given.name[:80]
        )  # fmt: skip
    from eyebox_models.files.http import Web  # large, and the window lists servers at its start

    web = Web(given.url)
    parts = urlsplit(web.endpoint)
    if parts.username is not None or parts.query or parts.fragment:
        raise EyeboxError(
            "endpoint-address", "Give the address of a server alone, as http://127.0.0.1:8000/v1, and its key by itself."
        )  # fmt: skip
    given = replace(given, url=web.endpoint)
    if given.family:
        _check_family(given.family)
    if (key or (key is None and key_of(given.name))) and not given.is_local and parts.scheme != "https":
        raise EyeboxError(
            "endpoint-key-in-clear",
            "A key goes only over https, or to this machine: give an https address, or one of a tunnel (ssh -L).",
        )
    before = _read()
    old = before.get(given.name)
    if old is not None and old.url != given.url:
        given = replace(given, unit="")
    _write(before | {given.name: given})
    if key is not None:
        _keep_key(given.name, key)
    return given


def change(name: str, **values: Any) -> Endpoint:
    """Changes what is known of a server. Raises EyeboxError where there is none of that name."""
    changed = replace(endpoint(name), **values)
    _write(_read() | {changed.name: changed})
    return changed


def remove(name: str) -> None:
    """Forgets a server and its key. Raises EyeboxError where there is none of that name."""
    gone = endpoint(name)
    _write({other: one for other, one in _read().items() if other != gone.name})
    _keep_key(gone.name, "")


def key_of(name: str) -> str:
    """The key of a server, "" for none."""
    if (keyring := _keyring()) is not None:
        with suppress(Exception):  # whatever its backends raise
            if found := keyring.get_password(_SERVICE, name):
                return str(found)
    found = _read_json(_keys_file()).get(name)
    return found if isinstance(found, str) else ""


def _keep_key(name: str, key: str) -> None:
    keys = {other: value for other, value in _read_json(_keys_file()).items() if other != name}
    keyring = _keyring()
    if keyring is not None:
        with suppress(Exception):
            if key:
                keyring.set_password(_SERVICE, name, key)
                key = ""
            else:
                keyring.delete_password(_SERVICE, name)
    _write_json(_keys_file(), keys | ({name: key} if key else {}))


def _keyring() -> Any:
    """The package keyring, where it is installed and has a place to keep keys in."""
    try:
        import keyring
    except ImportError:
        return None
    return keyring if getattr(keyring.get_keyring(), "priority", 0) > 0 else None


def _check_family(name: str) -> None:
    from eyebox_models.families.registry import info_named

    try:
        info_named(name)
    except KeyError:
        raise EyeboxError(
            "family-unknown", "There is no family {name}: give one as qwen2_5_vl, qwen3_vl or internvl.", name=name
        ) from None  # fmt: skip


def _file() -> Path:
    return own_folder("config") / "endpoints.json"


def _keys_file() -> Path:
    return own_folder("config") / "endpoint-keys.json"


def _read() -> dict[str, Endpoint]:
    found = {}
    for name, values in _read_json(_file()).items():
        with suppress(TypeError, ValueError):
            one = Endpoint(name, **values)
            texts = (one.url, one.model, one.family, one.unit)
            if all(isinstance(text, str) for text in texts) and one.unit in ("", *get_args(Unit)):
                at_once = min(max(int(one.at_once), 1), MOST_AT_ONCE)
                found[name] = replace(
                    one, pictures=one.pictures is True, at_once=at_once, started=one.started is True
                )
    return found


def _write(all_of_them: Mapping[str, Endpoint]) -> None:
    values = {
        name: {key: value for key, value in asdict(one).items() if key != "name"}
        for name, one in all_of_them.items()
    }
    _write_json(_file(), values)


def _read_json(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(read_regular(file))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _write_json(file: Path, values: Mapping[str, Any]) -> None:
    try:
        make_private(file.parent)
        atomic_write(file, json.dumps(values, ensure_ascii=False, indent=1), private=True)
    except OSError as error:
        raise describe_os_error(error, file) from error
