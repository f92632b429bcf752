"""A sentence for each way in which a request over HTTP can fail, and whether another try may help."""

from __future__ import annotations

import socket
import ssl
from email.utils import parsedate_to_datetime
from http.client import HTTPResponse
from time import time

from eyebox_models.protocol.errors import EyeboxError, Sentence, SentenceError, causes

LARGEST_REFUSAL = 20_000
A_DAY = 86_400.0


class Dropped(SentenceError):
    """A connection that broke or was refused for now: worth another try, after `wait` seconds if the server said so.

    `reached` is False when there was no connection at all.
    """

    def __init__(
        self,
        code: str,
        template: str,
        /,
        *,
        wait: float | None = None,
        reached: bool = True,
        detail: str = "",
        **values: object,
    ) -> None:
        super().__init__(code, template, detail=detail, **values)
        self.wait = wait
        self.reached = reached


def not_understood(host: str, body: bytes) -> EyeboxError:
    """What is said of a server that speaks another language."""
    return EyeboxError(
        "server-not-understood",
        "{host} gave something else than an answer: look at its address, which usually ends with /v1.",
        detail=_beginning(body),
        host=host,
    )


def check(response: HTTPResponse, host: str) -> None:
    """Raises Dropped where a later try may help, EyeboxError for every other answer than 200."""
    if response.status == 200:
        return
    said = _beginning(response.read(LARGEST_REFUSAL))
    if response.status in (408, 429, 500, 502, 503, 504):
        raise Dropped(
            "server-busy", "{host} is busy or has an error ({status}): try again later.",
            wait=retry_after(response.headers.get("Retry-After")), detail=said, host=host, status=response.status,
        )  # fmt: skip
    if 300 <= response.status < 400:
        raise EyeboxError(
            "server-redirects", "{host} sends requests on to another address, which is not followed: give that address.",
            detail=str(response.headers.get("Location", ""))[:500], host=host,
        )  # fmt: skip
    if response.status in (401, 403, 404):  # whatever is asked
        raise EyeboxError(
            "server-refuses-all",
            "{host} refuses the request ({status}): look at its address, its key and the model's name.",
            detail=said, host=host, status=response.status,
        )  # fmt: skip
    raise EyeboxError(
        "server-refuses", "{host} refuses the request ({status}): look at its address, its key and the model's name.",
        detail=said, host=host, status=response.status,
    )  # fmt: skip


def retry_after(value: str | None) -> float | None:
    """The seconds that a Retry-After header asks for, at most a day; None where it says nothing that is understood."""
    if value is None:
        return None
    try:
        seconds = float(value) if value.isdecimal() else parsedate_to_datetime(value).timestamp() - time()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(0.0, seconds), A_DAY)


def failure(error: BaseException, host: str) -> SentenceError:
    """What an exception of a request means: Dropped where another try may help, otherwise an EyeboxError.

    Looks along the causes, so that it also reads what other HTTP libraries raise.
    """
    for cause in reversed(causes(error)):
        detail = f"{type(cause).__name__}: {cause}"
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = getattr(cause, "verify_message", "") or Sentence("not-trusted", "it is not trusted")
            return EyeboxError(
                "certificate-refused",
                "The certificate of {host} was refused ({reason}): check this machine's clock, or the proxy "
                "in between.",
                detail=detail,
                host=host,
                reason=why,
            )
        if isinstance(cause, ssl.SSLError) and cause.reason in (
            "WRONG_VERSION_NUMBER", "UNSUPPORTED_PROTOCOL", "HTTP_REQUEST", "TLSV1_ALERT_PROTOCOL_VERSION",
        ):  # fmt: skip
            return EyeboxError(
                "no-secure-connection",
                "No secure connection to {host} came about: check its address (https or http) and the proxy.",
                detail=detail,
                host=host,
            )
        if isinstance(cause, socket.gaierror):
            return Dropped(
                "host-not-found",
                "{host} was not found: check the network connection, the address and the proxy.",
                reached=False,
                host=host,
            )
        if isinstance(cause, ConnectionRefusedError):
            return Dropped(
                "connection-refused",
                "{host} refuses the connection: check the network, the address and the proxy.",
                reached=False,
                host=host,
            )
        if isinstance(cause, TimeoutError):
            return Dropped(
                "no-answer",
                "{host} does not answer: check the network connection, or try again later.",
                host=host,
            )
        if isinstance(cause, OSError) and "Tunnel connection failed" in str(cause):
            return EyeboxError(
                "proxy-refuses",
                "The proxy does not let through to {host} ({reason}): check the proxy.",
                detail=detail,
                host=host,
                reason=str(cause).partition(":")[2].strip(),
            )
    return Dropped(
        "connection-broke",
        "The connection to {host} broke: check the network, or try again later.",
        host=host,
    )


def _beginning(body: bytes) -> str:
    return body[:500].decode("utf-8", "replace")
