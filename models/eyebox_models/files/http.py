"""One request over HTTP: proxies, redirects and TLS."""

from __future__ import annotations

import base64
import json
import socket
import ssl
import string
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Event, Thread
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from eyebox_models.files.http_errors import Dropped, check, failure, not_understood
from eyebox_models.offline.guard import allowed
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped

TIMEOUT = 30.0
"""Seconds without a byte after which a connection counts as dropped."""
PATIENCE = 600.0
"""The same where the other side computes before it answers."""
LARGEST_ANSWER = 20_000_000
REDIRECTS = 8
AGENT = "eyebox"
LOOK = 0.1
"""Seconds between two looks at a stop while a connection blocks."""


class Web:
    """How requests go out: `proxy` ("" leaves it to the environment) and a `token` that only `endpoint`'s host gets."""

    def __init__(self, endpoint: str, proxy: str = "", token: str = "") -> None:
        self.endpoint = _endpoint(endpoint)
        self.proxy = _proxy(proxy) if proxy else ""
        self.token = token
        self._context: ssl.SSLContext | None = None

    @property
    def host(self) -> str:
        """The host of the endpoint, as sentences name it."""
        return urlsplit(self.endpoint).netloc.rpartition("@")[2]

    def asked(self) -> Sentence:
        """Why a download connects, for the record."""
        return Sentence("download-asked", "A download from {host}, which was asked for.", host=self.host)

    def hop(self, url: str) -> tuple[str, int]:
        """The host and port that are connected to for an address: its own, or those of a proxy in between."""
        parts = urlsplit(url)
        first = self._proxy_for(parts.hostname or "", parts.scheme) or parts
        return first.hostname or "", first.port or (443 if first.scheme == "https" else 80)

    def token_for(self, url: str) -> str:
        """The token, for addresses of the endpoint itself where nobody listens on the way, else ""."""
        parts = urlsplit(url)
        safe = parts.scheme == "https" or is_here(parts.hostname or "")
        return self.token if safe and parts.netloc == urlsplit(self.endpoint).netloc else ""

    def way_to(self, url: str) -> str:
        """The host of an address, and the proxy in between if there is one, as sentences name them."""
        parts = urlsplit(url)
        proxy = self._proxy_for(parts.hostname or "", parts.scheme)
        host = parts.netloc.rpartition("@")[2]
        return f"{host} (through the proxy {proxy.netloc.rpartition('@')[2]})" if proxy is not None else host

    @contextmanager
    def get(self, url: str, headers: Mapping[str, str], stop: Event) -> Iterator[HTTPResponse]:
        """Opens an address, over redirects; the body is read by the caller. A stop cuts the connection.

        Headers go along to other hosts, the token does not. Raises Dropped, EyeboxError, Stopped, also while it is read.
        """
        host = self.way_to(url)
        try:
            for _ in range(REDIRECTS):
                connection, target, own = self._connect(urlsplit(url))
                with _cut_at(stop, connection) as sent, closing(connection):
                    with allowed(connection.host, connection.port, self.asked()):
                        connection.request("GET", target, headers={**headers, **own})
                    sent()
                    response = connection.getresponse()
                    location = response.headers.get("Location")
                    if response.status not in (301, 302, 303, 307, 308) or not location:
                        yield response
                        return
                    url = redirected(url, location)
            raise HTTPException("too many redirects")
        except (OSError, HTTPException) as error:
            if stop.is_set():
                raise Stopped from None
            raise failure(error, host) from error

    @contextmanager
    def asking(
        self, path: str, value: Any, stop: Event, accept: str = "application/json"
    ) -> Iterator[HTTPResponse]:
        """Asks a path below the endpoint, with JSON unless `value` is None; the caller reads what comes back.

        No redirect is followed. Raises Dropped (also where the server is busy), EyeboxError, Stopped, also while it is read.
        """
        url = self.endpoint + path
        host = self.way_to(url)
        given = Sentence("server-given", "A request to the server {host}, which was given.", host=self.host)
        is_there = False
        try:
            connection, target, own = self._connect(urlsplit(url))
            with _cut_at(stop, connection) as sent, closing(connection):
                with allowed(connection.host, connection.port, given):
                    connection.connect()
                is_there = True
                headers = {"Accept": accept, **own}
                if value is None:
                    connection.request("GET", target, headers=headers)
                else:
                    connection.sock.settimeout(PATIENCE)
                    headers["Content-Type"] = "application/json"
                    connection.request("POST", target, json.dumps(value).encode(), headers)
                sent()
                response = connection.getresponse()
                check(response, host)
                yield response
        except (OSError, HTTPException) as error:
            if stop.is_set():
                raise Stopped from None
            found = failure(error, host)
            if not is_there and found.code in ("connection-broke", "no-answer"):
                found = Dropped(
                    "not-there", "{host} does not answer: check the network connection, or try again later.",
                    reached=False, host=host,
                )  # fmt: skip
            raise found from error

    def ask(self, path: str, value: Any, stop: Event) -> Any:
        """The JSON that comes back; see `asking`."""
        with self.asking(path, value, stop) as response:
            body = response.read(LARGEST_ANSWER + 1)
        if len(body) <= LARGEST_ANSWER:
            with suppress(ValueError, RecursionError):
                return json.loads(body)
        raise not_understood(self.host, body)

    def _connect(self, parts: SplitResult) -> tuple[HTTPConnection, str, dict[str, str]]:
        """A connection for an address, what to ask it for, and the headers that belong to this hop."""
        host, secure = parts.hostname or "", parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": AGENT}
        if token := self.token_for(parts.geturl()):
            headers["Authorization"] = f"Bearer {token}"
        proxy = self._proxy_for(host, parts.scheme)
        if proxy is None:
            if secure:
                return HTTPSConnection(host, port, timeout=TIMEOUT, context=self._tls()), target, headers
            return HTTPConnection(host, port, timeout=TIMEOUT), target, headers
        permit = _credentials(proxy)
        place = self.hop(parts.geturl())
        if secure:
            tunnel = HTTPSConnection(*place, timeout=TIMEOUT, context=self._tls())
            tunnel.set_tunnel(host, port, permit)
            return tunnel, target, headers
        return HTTPConnection(*place, timeout=TIMEOUT), parts.geturl(), headers | permit

    def _proxy_for(self, host: str, scheme: str) -> SplitResult | None:
        if self.proxy:
            return urlsplit(self.proxy)
        if is_here(host):
            return None
        proxies = urllib.request.getproxies()
        found = proxies.get(scheme) or proxies.get("all")
        if not found or urllib.request.proxy_bypass(host):
            return None
        return urlsplit(_proxy(found))

    def _tls(self) -> ssl.SSLContext:
        """Trusts what the system trusts, and the certificates of the package certifi where it is installed."""
        if self._context is None:
            self._context = ssl.create_default_context()
            with suppress(ImportError, OSError):
                import certifi

                self._context.load_verify_locations(certifi.where())
        return self._context


def is_here(host: str) -> bool:
    """Whether a host is this machine, on which nobody else listens and which is behind no proxy."""
    return host in ("localhost", "127.0.0.1", "::1")


@contextmanager
def _cut_at(stop: Event, connection: HTTPConnection) -> Iterator[Callable[[], None]]:
    """Shuts the socket when a stop comes, so that a read which waits for the other side ends at once.

    What it gives is called once the request is sent: a connection forgets its socket where the answer is its last.
    """
    over = Event()
    known: list[socket.socket] = []

    def sent() -> None:
        known.append(connection.sock)

    def watch() -> None:
        while not over.wait(LOOK):
            link = known[0] if known else connection.sock
            if stop.is_set() and link is not None:
                with suppress(OSError):
                    link.shutdown(socket.SHUT_RDWR)
                return

    watcher = Thread(target=watch, name="cut", daemon=True)
    watcher.start()
    try:
        yield sent
    finally:
        over.set()
        watcher.join()


def _endpoint(text: str) -> str:
    """A hub's address, complete and without a slash at its end. Raises EyeboxError."""
    text = text.strip().rstrip("/")
    text = text if "://" in text else f"https://{text}"
    if not _is_http(text):
        raise EyeboxError(
            "no-hub-address",
            "{address} is no address of a hub: it looks like https://huggingface.co.",
            address=text,
        )
    return text


def redirected(url: str, location: str) -> str:
    """Where an answer sends a request on to. Raises HTTPException for what is no address of the web."""
    with suppress(ValueError):
        found = urljoin(url, quote(location, string.punctuation, "latin-1"))
        if _is_http(found):
            return found
    raise HTTPException(f"a redirect to {location[:80]}")


def _proxy(text: str) -> str:
    """A proxy's address. Raises EyeboxError for kinds that are not spoken here."""
    text = text if "://" in text else f"http://{text}"
    if not _is_http(text):
        raise EyeboxError(
            "proxy-unusable",
            "The proxy {proxy} cannot be used: give an HTTP proxy, as http://host:port.",
            proxy=text.rpartition("@")[2],
        )
    return text


def _is_http(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != -1
    except ValueError:  # of the port
        return False


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
