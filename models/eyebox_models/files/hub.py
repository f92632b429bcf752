"""What a hub offers under a name: its commit, its files with sizes and checksums, and which of them a model needs."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from threading import Event
from typing import Any
from urllib.parse import quote, urlencode

from eyebox_models.files.fetch import RemoteFile, ask_again, check_status
from eyebox_models.files.http import TIMEOUT, Web
from eyebox_models.files.http_errors import Dropped, failure
from eyebox_models.offline.guard import allowed
from eyebox_models.protocol.advice import how_to_install
from eyebox_models.protocol.errors import EyeboxError, Stopped

HUGGINGFACE = "https://huggingface.co"
MODELSCOPE = "https://www.modelscope.cn"
PREFIX = "modelscope:"
"""Before a name: it is fetched from ModelScope."""
LIST_LIMIT = 50_000_000
"""Bytes of a listing above which it is not believed."""

_PLAIN = (".json", ".txt", ".jinja", ".tiktoken", ".model", ".vocab")
_TENSORS = re.compile(r"[\w.-]+\.safetensors")
_PICKLED = re.compile(r"pytorch_model(-\d+-of-\d+)?\.bin")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?", re.ASCII)
_REVISION = re.compile(r"[\w.+-]+(/[\w.+-]+)*", re.ASCII)
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@dataclass(frozen=True, slots=True)
class Listing:
    """A model on a hub at one commit; `files` are those that are needed. `source` is huggingface or modelscope."""

    name: str
    commit: str
    files: tuple[RemoteFile, ...]
    source: str

    @property
    def bytes(self) -> int:
        return sum(file.size for file in self.files)


def plain_name(name: str) -> str:
    """A model's name without the hub it comes from. Raises EyeboxError for what is no name."""
    name = name.removeprefix(PREFIX).strip()
    if not _NAME.fullmatch(name) or ".." in name or "--" in name:
        raise EyeboxError(
            "no-model-name",
            '"{name}" is no name of a model: names look like Qwen/Qwen2-VL-2B-Instruct.',
            name=name[:80],
        )
    return name


def hub_of(name: str, endpoint: str, proxy: str) -> Web:
    """The way to the hub of a name: the mirror that is given, or that of the environment, or the hub itself."""
    if name.startswith(PREFIX):
        endpoint = endpoint or os.environ.get("MODELSCOPE_ENDPOINT", "").strip() or MODELSCOPE
        return Web(endpoint, proxy, os.environ.get("MODELSCOPE_API_TOKEN", "").strip())
    endpoint = endpoint or os.environ.get("HF_ENDPOINT", "").strip() or HUGGINGFACE
    return Web(endpoint, proxy, os.environ.get("HF_TOKEN", "").strip())


def listing(name: str, revision: str, web: Web, stop: Event) -> Listing:
    """Asks a hub what is there. Tries again while it is only unavailable for now. Raises EyeboxError, Stopped."""
    plain = plain_name(name)
    if not _REVISION.fullmatch(revision) or ".." in revision:
        raise EyeboxError(
            "no-revision",
            '"{revision}" is no revision: give a branch, a tag or a commit.',
            revision=revision[:80],
        )
    ask = _modelscope if name.startswith(PREFIX) else _huggingface
    commit, files = ask_again(lambda: ask(plain, revision, web, stop), stop)
    source = "modelscope" if name.startswith(PREFIX) else "huggingface"
    return Listing(plain, commit, choose(files, plain), source)


def choose(files: Sequence[RemoteFile], name: str) -> tuple[RemoteFile, ...]:
    """The files that a model needs: safetensors (pickled weights only where there are none), and small texts.

    Never code, pictures or other formats of the same weights. Small files come first. Raises EyeboxError.
    """
    wanted = [file for file in files if _wanted(PurePosixPath(file.path))]
    weights = [file for file in files if _TENSORS.fullmatch(file.path)]
    named = [file for file in weights if not file.path.startswith("consolidated")]
    weights = named or weights
    if not weights:
        weights = [file for file in files if _PICKLED.fullmatch(file.path)]
    if not weights:
        raise EyeboxError(
            "no-weights-on-hub",
            "{name} has no weights that Eyebox reads (safetensors): choose another model.",
            name=name,
        )
    for file in (chosen := [*wanted, *weights]):
        length = 64 if file.algorithm == "sha256" else 40
        if not re.fullmatch(rf"[0-9a-f]{{{length}}}", file.digest) or file.size < 0:
            raise EyeboxError(
                "hub-no-checksum",
                "The hub gives no checksum for {file} of {name}: try another mirror.",
                file=file.path,
                name=name,
            )
    return tuple(sorted(chosen, key=lambda file: (file.size, file.path)))


def belongs_to_model(path: str) -> bool:
    """Whether a model's folder may have such a file: never code, nor other formats of weights."""
    return _wanted(PurePosixPath(path)) or bool(_TENSORS.fullmatch(path) or _PICKLED.fullmatch(path))


def _wanted(path: PurePosixPath) -> bool:
    if path.is_absolute() or any(part in ("..", "") or set(part) & set('\\:\0<>"|?*') for part in path.parts):
        return False
    if path.parent.name and path.parent != PurePosixPath("additional_chat_templates"):
        return False
    if path.name.startswith("."):
        return False
    return path.suffix in _PLAIN or (path.name.upper() in ("LICENSE", "NOTICE"))


def _huggingface(name: str, revision: str, web: Web, stop: Event) -> tuple[str, list[RemoteFile]]:
    try:
        with _online(web) as api:
            info = api.model_info(name, revision=revision, timeout=TIMEOUT)
            commit = str(info.sha)
            entries = list(api.list_repo_tree(name, revision=commit, recursive=True))
    except Exception as error:
        raise _hub_failure(error, name, revision, web) from error
    if stop.is_set():
        raise Stopped
    if not re.fullmatch(r"[0-9a-f]{40}", commit):
        raise EyeboxError(
            "hub-no-commit",
            "{host} gives no commit for {name}: try another mirror.",
            host=web.host,
            name=name,
        )
    files = []
    for entry in entries:
        if getattr(entry, "size", None) is None:
            continue
        url = f"{web.endpoint}/{name}/resolve/{commit}/{quote(entry.path)}"
        if entry.lfs is not None:
            files.append(RemoteFile(entry.path, int(entry.lfs.size), "sha256", entry.lfs.sha256, url))
        else:
            files.append(RemoteFile(entry.path, int(entry.size), "git-sha1", entry.blob_id, url))
    return commit, files


@contextmanager
def _online(web: Web) -> Iterator[Any]:
    """huggingface_hub's client for this one listing, which the user asked for: engines are offline otherwise."""
    try:
        import huggingface_hub
        from huggingface_hub import constants
        from huggingface_hub.utils import close_session, get_session
    except ImportError as error:
        raise EyeboxError(
            "hub-package-missing",
            "Downloads need the package huggingface_hub: {install}.",
            detail=str(error),
            install=how_to_install("huggingface_hub"),
        ) from error
    offline, constants.HF_HUB_OFFLINE = constants.HF_HUB_OFFLINE, False
    kept = {key: os.environ.get(key) for upper in _PROXIES for key in (upper, upper.lower())}
    try:
        if web.proxy:
            os.environ.update({key: web.proxy if "NO_" not in key.upper() else "" for key in kept})
        close_session()
        get_session().timeout = TIMEOUT
        token = web.token_for(web.endpoint) or False
        with allowed(*web.hop(web.endpoint), web.asked()):
            yield huggingface_hub.HfApi(endpoint=web.endpoint, token=token, library_name="eyebox")
    finally:
        constants.HF_HUB_OFFLINE = offline
        for key, value in kept.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
        close_session()


def _hub_failure(error: Exception, name: str, revision: str, web: Web) -> Exception:
    """What an exception of huggingface_hub means."""
    if isinstance(error, EyeboxError):
        return error
    from huggingface_hub import errors

    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    if isinstance(error, errors.GatedRepoError):
        return EyeboxError(
            "licence-needed",
            "{name} is only given to those who accepted its licence: accept it on {endpoint}/{name}, "
            "make a token there and set HF_TOKEN.",
            name=name,
            endpoint=web.endpoint,
        )
    if isinstance(error, errors.RevisionNotFoundError):
        return EyeboxError(
            "revision-missing",
            '{name} has no revision "{revision}" on {host}: leave it out, or check it.',
            name=name,
            revision=revision,
            host=web.host,
        )
    if isinstance(error, errors.RepositoryNotFoundError) or status in (401, 403, 404):
        about: dict[str, str] = {"detail": str(error), "name": name, "host": web.host}
        if web.token:
            return EyeboxError(
                "model-not-on-hub-with-token",
                "There is no model {name} on {host}: check its name; check HF_TOKEN.",
                **about,
            )
        return EyeboxError(
            "model-not-on-hub",
            "There is no model {name} on {host}: check its name; if it is private or gated, set HF_TOKEN.",
            **about,
        )
    if isinstance(status, int):
        try:
            check_status(status, getattr(response, "headers", {}), web.host, name)
        except (EyeboxError, Dropped) as reason:
            return reason
        return EyeboxError(
            "hub-does-not-list",
            "{host} does not list {name} (status {status}): try another mirror.",
            detail=str(error),
            host=web.host,
            name=name,
            status=status,
        )
    if isinstance(error, (ValueError, KeyError, TypeError)) and not isinstance(error, OSError):
        return EyeboxError(
            "not-a-hub",
            "{host} does not answer as a hub does: check the mirror's address.",
            detail=repr(error),
            host=web.host,
        )
    return failure(error, web.way_to(web.endpoint))


def _modelscope(name: str, revision: str, web: Web, stop: Event) -> tuple[str, list[RemoteFile]]:
    revision = "master" if revision == "main" else revision
    base = f"{web.endpoint}/api/v1/models/{name}/repo"
    try:
        with web.get(
            f"{base}/files?{urlencode({'Revision': revision, 'Recursive': 'true'})}", {}, stop
        ) as response:
            check_status(response.status, response.headers, web.host, name)
            data = json.loads(response.read(LIST_LIMIT))
        entries = data["Data"]["Files"]
        files = [
            RemoteFile(
                entry["Path"],
                int(entry["Size"]),
                "sha256",
                str(entry["Sha256"]).lower(),
                f"{base}?{urlencode({'Revision': revision, 'FilePath': entry['Path']})}",
            )
            for entry in entries
            if entry.get("Type") != "tree"
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EyeboxError(
            "not-modelscope",
            "{host} does not answer as ModelScope does: check the mirror's address.",
            detail=repr(error),
            host=web.host,
        ) from error
    content = "\n".join(sorted(f"{file.path} {file.digest}" for file in files))
    return hashlib.sha1(content.encode(), usedforsecurity=False).hexdigest(), files
