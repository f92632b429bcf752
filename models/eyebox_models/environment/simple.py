"""What a package index offers of one package, by the simple API (PEP 503, 691, 700)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from threading import Event
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from eyebox_models.files.fetch import RemoteFile, ask_again, check_status
from eyebox_models.files.http import Web
from eyebox_models.files.hub import LIST_LIMIT
from eyebox_models.protocol.errors import EyeboxError

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
    return ask_again(lambda: _ask(url, package, web, stop), stop)


def sized(file: RemoteFile, web: Web, stop: Event) -> int:
    """The size of a file where the index does not give it, by asking for its first byte. Raises EyeboxError, Stopped."""
    return ask_again(lambda: _ask_size(file, web, stop), stop)


def _ask_size(file: RemoteFile, web: Web, stop: Event) -> int:
    host = web.way_to(file.url)
    with web.get(file.url, {"Range": "bytes=0-0"}, stop) as response:
        check_status(response.status, response.headers, host, file.path)
        whole = str(response.headers.get("Content-Range", "")).rpartition("/")[2]
        if response.status == 200:
            whole = response.headers.get("Content-Length", "")
    if whole.isdigit():
        return int(whole)
    raise EyeboxError(
        "size-unknown",
        "{host} does not say how large {file} is: try another mirror.",
        host=host,
        file=file.path,
    )


def _ask(url: str, package: str, web: Web, stop: Event) -> tuple[Offered, ...]:
    with web.get(url, {"Accept": _ACCEPT}, stop) as response:
        check_status(response.status, response.headers, web.way_to(url), package)
        if response.status != 200:
            raise EyeboxError(
                "hub-does-not-list",
                "{host} does not list {name} (status {status}): try another mirror.",
                host=web.host,
                name=package,
                status=response.status,
            )
        body = response.read(LIST_LIMIT)
        kind = response.headers.get("Content-Type", "")
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
