"""What a package index offers of one package, by the simple API (PEP 503, 691, 700)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPException
from threading import Event
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from eyebox_models.files import fetch
from eyebox_models.files.fetch import RemoteFile, check_status
from eyebox_models.files.http import Dropped, Web, failure
from eyebox_models.files.hub import LIST_LIMIT, TRIES
from eyebox_models.protocol.errors import EyeboxError, Stopped

_ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file of a package. `size` in bytes is 0 and `sha256` "" where the index does not say."""

    name: str
    url: str
    sha256: str = ""
    size: int = 0


def offered(package: str, web: Web, stop: Event) -> tuple[Offered, ...]:
    """The files of a package on the index of `web`, without withdrawn ones. Raises EyeboxError, Stopped."""
    url = f"{web.endpoint}/{package}/"
    for attempt in range(TRIES):
        if stop.is_set():
            raise Stopped
        try:
            return _ask(url, package, web, stop)
        except Dropped as drop:
            if attempt == TRIES - 1 or not drop.reached:
                raise EyeboxError.of(drop.sentence) from drop
            if stop.wait(drop.wait if drop.wait is not None else fetch.BACKOFF * 2**attempt):
                raise Stopped from None
    raise AssertionError("not reached")


def sized(file: RemoteFile, web: Web, stop: Event) -> int:
    """The size of a file that an index does not tell, by asking for its first byte. Raises EyeboxError, Stopped."""
    try:
        with web.get(file.url, {"Range": "bytes=0-0"}, stop) as response:
            check_status(response, web.way_to(file.url), file.path)
            whole = str(response.headers.get("Content-Range", "")).rpartition("/")[2]
            if response.status == 200:
                whole = response.headers.get("Content-Length", "")
            if whole.isdigit():
                return int(whole)
    except (OSError, HTTPException) as error:
        if stop.is_set():
            raise Stopped from None
        reason = failure(error, web.way_to(file.url))
        raise EyeboxError.of(reason.sentence, str(error)) from error
    except Dropped as drop:
        raise EyeboxError.of(drop.sentence) from drop
    raise EyeboxError(
        "size-not-told",
        "{host} does not say how large {file} is: try another mirror.",
        host=web.way_to(file.url),
        file=file.path,
    )


def _ask(url: str, package: str, web: Web, stop: Event) -> tuple[Offered, ...]:
    try:
        with web.get(url, {"Accept": _ACCEPT}, stop) as response:
            check_status(response, web.way_to(url), package)
            if response.status != 200:
                raise EyeboxError(
                    "package-not-listed",
                    "{host} does not list {package} (status {status}): try another mirror.",
                    host=web.host,
                    package=package,
                    status=response.status,
                )
            body = response.read(LIST_LIMIT)
            kind = response.headers.get("Content-Type", "")
    except (OSError, HTTPException) as error:
        if stop.is_set():
            raise Stopped from None
        raise failure(error, web.way_to(url)) from error
    try:
        return _json(body, url) if "json" in kind else _html(body, url)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EyeboxError(
            "not-a-package-index",
            "{host} does not answer as a package index does: check its address.",
            detail=repr(error),
            host=web.host,
        ) from error


def _json(body: bytes, url: str) -> tuple[Offered, ...]:
    files: list[dict[str, Any]] = json.loads(body)["files"]
    return tuple(
        Offered(
            file["filename"],
            urljoin(url, file["url"]),
            file.get("hashes", {}).get("sha256", ""),
            file.get("size") or 0,
        )
        for file in files
        if not file.get("yanked")
    )


def _html(body: bytes, url: str) -> tuple[Offered, ...]:
    page = _Links()
    page.feed(body.decode("utf-8", "replace"))
    found = []
    for link, withdrawn in page.links:
        address, mark = urldefrag(urljoin(url, link))
        if not withdrawn:
            name = unquote(urlsplit(address).path.rpartition("/")[2])
            found.append(
                Offered(name, address, mark.removeprefix("sha256=") if mark.startswith("sha256=") else "")
            )
    return tuple(found)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.links.append((values["href"] or "", "data-yanked" in values))
