"""A server that speaks OpenAI's protocol, for tests: it finds coloured shapes in a picture, or behaves badly."""

from __future__ import annotations

import base64
import datetime
import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread
from typing import Any

from PIL import Image

from eyebox_models.grounding.shape_cards import COLOURS, GROUND

Answer = Callable[[dict[str, Any]], str]
"""What is answered to the body of a request."""


def sent_picture(body: dict[str, Any]) -> Image.Image:
    """The last picture of a request."""
    urls = [
        part["image_url"]["url"]
        for message in body["messages"]
        if isinstance(message["content"], list)
        for part in message["content"]
        if part["type"] == "image_url"
    ]
    return Image.open(BytesIO(base64.b64decode(urls[-1].partition(",")[2])))


def boxes_in(unit: str) -> Answer:
    """Answers with the boxes of the coloured shapes, in "thousandths", pixels ("resized") or "fractions"."""

    def answer(body: dict[str, Any]) -> str:
        import numpy as np

        picture = sent_picture(body)
        pixels = np.asarray(picture.convert("RGB")).astype(np.int16)
        found = []
        for name, colour in COLOURS.items():
            rows, columns = np.nonzero(np.abs(pixels - np.int16(colour)).sum(axis=2) < 40)
            if len(rows) < 500:
                continue
            inner = columns.min(), rows.min(), columns.max(), rows.max()
            across = _ink(pixels[(inner[1] + inner[3]) // 2], colour)
            down = _ink(pixels[:, (inner[0] + inner[2]) // 2], colour)
            box = (
                inner[0] - _share(across, inner[0] - 1), inner[1] - _share(down, inner[1] - 1),
                inner[2] + 1 + _share(across, inner[2] + 1), inner[3] + 1 + _share(down, inner[3] + 1),
            )  # fmt: skip
            across, down = {"thousandths": (1000, 1000), "fractions": (1, 1), "resized": picture.size}[unit]
            at = [float(box[0] / picture.width * across), float(box[1] / picture.height * down)]
            at += [float(box[2] / picture.width * across), float(box[3] / picture.height * down)]
            found.append(
                {"bbox_2d": at if unit == "fractions" else [round(one) for one in at], "label": name}
            )
        return json.dumps(found)

    return answer


def _ink(line: Any, colour: tuple[int, int, int]) -> list[float]:
    """How much of each pixel of a line is of a colour, where the rest is ground."""
    whole = sum(abs(one - other) for one, other in zip(GROUND, colour, strict=True))
    return [
        1 - sum(abs(int(one) - other) for one, other in zip(pixel, colour, strict=True)) / whole
        for pixel in line
    ]


def _share(ink: Any, at: int) -> float:
    """How much of the pixel beside a shape is still covered by it."""
    return min(max(float(ink[at]), 0.0), 1.0) if 0 <= at < len(ink) else 0.0


class Script:
    """How a server behaves. `asked` are the bodies of requests, `headers` those of the last one.

    `status` are given, one a request, before it answers, with `refusal`. `stream` writes the lines of a stream itself.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.key = ""
        self.status: list[tuple[int, dict[str, str]]] = []
        self.refusal = b"{}"
        self.stream: Callable[[Callable[[bytes], None]], None] | None = None
        self.kind = "text/event-stream"
        self.headers: dict[str, str] = {}
        """Further ones of an answer that is no stream."""
        self.asked: list[dict[str, Any]] = []
        self.over = Event()
        self.url = ""
        self.is_dead = False
        self.cuts_empty = False
        """An empty answer is none: the connection breaks."""
        self.die: Callable[[], None] = lambda: None
        """Ends it as if it were killed: what is under way breaks, what comes is refused."""


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.whole(200, json.dumps({"data": [{"id": "one"}, {"id": "two"}]}).encode(), {})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            script.asked.append(body)
            text = "" if script.status or script.stream else script.answer(body)
            if script.is_dead or (script.cuts_empty and not text):
                self.close_connection = True
            elif script.key and self.headers["Authorization"] != f"Bearer {script.key}":
                self.whole(401, b'{"error": {"message": "wrong key"}}', {})
            elif script.status:
                status, headers = script.status.pop(0)
                self.whole(status, script.refusal, headers)
            elif script.kind != "text/event-stream":
                self.whole(200, text.encode(), {"Content-Type": script.kind} | script.headers)
            else:
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                self.streamed(text)

        def streamed(self, text: str) -> None:
            def say(data: bytes) -> None:
                self.wfile.write(data)
                self.wfile.flush()

            try:
                if script.stream is not None:
                    script.stream(say)
                    return
                for start in range(0, len(text), 7):
                    if script.is_dead:
                        return
                    say(event({"choices": [{"delta": {"content": text[start : start + 7]}}]}))
                say(event({"choices": [{"delta": {}, "finish_reason": "stop"}]}))
                say(event({"choices": [], "usage": {"prompt_tokens": 12, "completion_tokens": 9}}))
                say(b"data: [DONE]\n\n")
            except OSError:
                script.over.set()

        def whole(self, status: int, data: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(data))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_about: object) -> None: ...

    return Handler


def event(value: Any) -> bytes:
    """A line of a stream."""
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def own_certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody vouches for, with its key, as one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "own.pem"
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()) + made.public_bytes(pem))
    return file


@contextmanager
def openai_server(
    answer: Answer = lambda _body: "A dog.", certificate: Path | None = None
) -> Iterator[Script]:
    """A server on this machine while it is entered; `Script.url` is its address. It speaks TLS with a `certificate`."""
    script = Script(answer)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(script)) as server:
        server.daemon_threads = True
        script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            script.url = script.url.replace("http:", "https:")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()

        def die() -> None:
            script.is_dead = True
            server.shutdown()
            server.server_close()

        script.die = die
        try:
            yield script
        finally:
            server.shutdown()
            thread.join()
