"""The servers that the user added: one file of addresses, one of keys, both for the user alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from itertools import chain, count
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlsplit

from eyebox_models.files.atomic_write import atomic_write, file_lock, make_private, telling_why
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.cards import Served
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, brief

if TYPE_CHECKING:
    from eyebox_models.boxes.pictures import Unit

PREFIX = "endpoint:"
AT_ONCE, MOST_AT_ONCE = 8, 64
"""Questions that are under way at a server where a batch is spread, unless the user says otherwise; and at most."""
_NAME = re.compile(r"[\w][\w.-]{0,63}")
OWN = "vllm"
"""What the server engine is called among the servers while it runs."""
KEYRING_SECONDS = 5.0
LOCK_SECONDS = 2.0
"""How long is waited while another program changes the servers."""
_SERVICE = "eyebox"
"""Under which the system's keyring has the keys, by the names of the servers."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server by its address (`https://host:8000/v1`).

    `model` is what it calls the model, "" for its only one; `family` how large that is shown pictures and how it writes
    boxes, "" where nobody knows. `pictures`: the user said that pictures may go there. `unit`: what the check found the
    coordinates of its boxes to be, "" before that. `at_once`: of many questions so many are under way there. `started`: the
    program runs it, and forgets it when it ends. `keyring`: its key is in the system's keyring.
    """

    name: str
    url: str
    model: str = ""
    family: str = ""
    pictures: bool = False
    unit: Unit | str = ""
    at_once: int = AT_ONCE
    started: bool = False
    keyring: bool = False

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
    old = _read().get(given.name)
    is_with_key = bool(key) if key is not None else old is not None and has_key(old)
    if is_with_key and not given.is_local and parts.scheme != "https":
        raise EyeboxError(
            "endpoint-key-in-clear",
            "A key goes only over https, or to this machine: give an https address, or one of a tunnel (ssh -L).",
        )
    if old is not None and old.url != given.url:
        given = replace(given, unit="")
    in_keyring = _keep_key(given.name, key) if key is not None else old is not None and old.keyring
    given = replace(given, keyring=in_keyring)
    with _changing(_file()) as kept:
        kept[given.name] = _values(given)
    return given


def change(name: str, **values: Any) -> Endpoint:
    """Changes what is known of a server. Raises EyeboxError where there is none of that name."""
    with _changing(_file()) as kept:
        changed = replace(endpoint(name), **values)
        kept[changed.name] = _values(changed)
    return changed


def remove(name: str) -> None:
    """Forgets a server and its key. Raises EyeboxError where there is none of that name."""
    gone = endpoint(name)
    _keep_key(gone.name, "")
    with _changing(_file()) as kept:
        kept.pop(gone.name, None)


@contextmanager
def own_server() -> Iterator[None]:
    """One program runs the server engine at a time; what one that was killed left is forgotten, and so is this one at the end.

    Raises EyeboxError where another has it.
    """
    folder = own_folder("config")
    with suppress(OSError):  # the lock says what is wrong
        make_private(folder)
    with file_lock(folder / "server-engine.lock") as is_free:
        if not is_free:
            raise EyeboxError(
                "server-engine-elsewhere", "Another Eyebox runs the server engine: stop it there first."
            )
        _forget_own()
        try:
            yield
        finally:
            _forget_own()


def add_own(served: Served) -> Endpoint:
    """Adds what the server engine serves, which may have pictures: it is on this machine. Raises EyeboxError."""
    taken = {one.name for one in endpoints() if not one.started}
    name = next(one for one in chain([OWN], (f"{OWN}-{n}" for n in count(2))) if one not in taken)
    return add(
        Endpoint(name, served.url, served.model, served.family, pictures=True, started=True), served.key
    )


def _forget_own() -> None:
    for one in endpoints():
        if one.started:
            remove(one.name)


def key_of(name: str) -> str:
    """The key of a server, "" for none. Raises EyeboxError where it is in the system's keyring, which is locked."""
    known = _read().get(name)
    if known is not None and known.keyring:
        return str(_in_keyring(lambda keyring: keyring.get_password(_SERVICE, name) or ""))
    found = _read_json(_keys_file()).get(name)
    return found if isinstance(found, str) else ""


def has_key(one: Endpoint) -> bool:
    """Whether a key is kept for a server, without asking the keyring."""
    return one.keyring or bool(_read_json(_keys_file()).get(one.name))


def _keep_key(name: str, key: str) -> bool:
    """Keeps a key, or forgets it where it is ""; whether it is in the system's keyring. Raises EyeboxError."""
    known = _read().get(name)
    if known is not None and known.keyring and not key:
        _in_keyring(lambda keyring: keyring.delete_password(_SERVICE, name))
    to_keyring = bool(key) and has_keyring()
    if to_keyring:
        _in_keyring(lambda keyring: keyring.set_password(_SERVICE, name, key))
    with _changing(_keys_file()) as keys:
        keys.pop(name, None)
        keys |= {name: key} if key and not to_keyring else {}
    return to_keyring


def has_keyring() -> bool:
    """Whether the package keyring is installed and found one of the system's to keep keys in (no file of its own)."""
    try:
        import keyring
    except ImportError:
        return False
    found = keyring.get_keyring()
    return max(float(one.priority) for one in getattr(found, "backends", [found])) >= 1


def _in_keyring(do: Callable[[Any], Any]) -> Any:
    """Does something with the system's keyring; one that is locked asks the user by itself, and is not waited for long."""
    found: list[Any] = []
    said: list[BaseException] = []

    def ask() -> None:
        try:
            import keyring

            found.append(do(keyring))
        except Exception as error:  # whatever its backends raise
            said.append(error)

    asking = Thread(target=ask, name="keyring", daemon=True)
    asking.start()
    asking.join(KEYRING_SECONDS)
    if found:
        return found[0]
    if said and type(said[0]).__name__ == "PasswordDeleteError":  # it was gone before
        return None
    raise EyeboxError(
        "keyring-locked", "The keyring of this system is locked or does not answer: unlock it and try again.",
        detail=brief(said[0]) if said else "",
    )  # fmt: skip


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
    found: dict[str, Endpoint] = {}
    if not (kept := _read_json(_file())):
        return found
    from eyebox_models.boxes.pictures import Unit

    for name, values in kept.items():
        with suppress(TypeError, ValueError, ArithmeticError):
            one = Endpoint(name, **values)
            texts = (name, one.url, one.model, one.family, one.unit)
            if not all(isinstance(text, str) and text.isprintable() for text in texts):
                continue
            one.host  # noqa: B018 - raises ValueError for what is no address
            if one.unit in ("", *get_args(Unit)):
                at_once = min(max(int(one.at_once), 1), MOST_AT_ONCE)
                found[name] = replace(
                    one,
                    pictures=one.pictures is True,
                    at_once=at_once,
                    started=one.started is True,
                    keyring=one.keyring is True,
                )
    return found


def _values(one: Endpoint) -> dict[str, Any]:
    return {key: value for key, value in asdict(one).items() if key != "name"}


def _read_json(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        return _parsed(read_regular(file))
    return {}


def _parsed(data: bytes) -> dict[str, Any]:
    held = json.loads(data)
    if not isinstance(held, dict):
        raise ValueError("not an object")
    return held


@contextmanager
def _changing(file: Path) -> Iterator[dict[str, Any]]:
    """What a file holds, to be changed in place by one program at a time, and written where it is another afterwards.

    What this version can't read stays as it is; a file that is damaged as a whole is kept as `<name>.damaged`. Raises
    EyeboxError.
    """
    with telling_why(file):
        make_private(file.parent)
        with _alone(file.with_suffix(".lock")):
            try:
                held = _parsed(read_regular(file))
            except FileNotFoundError:
                held = {}
            except (ValueError, RecursionError):
                file.replace(file.with_name(file.name + ".damaged"))
                held = {}
            before = dict(held)
            yield held
            if held != before:
                atomic_write(file, json.dumps(held, ensure_ascii=False, indent=1), private=True)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    ends = monotonic() + LOCK_SECONDS
    while monotonic() < ends:
        with file_lock(lock) as is_free:
            if is_free:
                yield
                return
        sleep(0.01)
    raise EyeboxError(
        "endpoints-busy", "Another Eyebox is changing the servers and does not come to an end: try again, or close it."
    )  # fmt: skip
