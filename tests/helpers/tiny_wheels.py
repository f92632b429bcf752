"""Wheels of a few bytes that stand for the packages of the model engine, and uv's own around the installed program."""

from __future__ import annotations

import base64
import hashlib
import sys
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

TORCH = """
class version:
    cuda = None
class Matrix:
    def __init__(self, rows, columns, value=1.0): self.rows, self.columns, self.value = rows, columns, value
    def __matmul__(self, other): return Matrix(self.rows, other.columns, self.value * other.value * self.columns)
    def sum(self): return self.rows * self.columns * self.value
def ones(rows, columns): return Matrix(rows, columns)
"""
PACKAGES: Mapping[str, tuple[str, Mapping[str, str], Sequence[str]]] = {
    "torch": ("2.13.0+cpu", {"torch/__init__.py": TORCH}, ("filelock",)),
    "torchvision": ("0.28.0+cpu", {"torchvision/__init__.py": ""}, ("torch==2.13.0",)),
    "transformers": ("5.23.0", {"transformers/__init__.py": ""}, ("numpy",)),
    "accelerate": ("1.9.0", {"accelerate/__init__.py": ""}, ()),
    "bitsandbytes": ("0.50.0", {"bitsandbytes/__init__.py": ""}, ()),
    "huggingface-hub": ("2.0.0", {"huggingface_hub/__init__.py": ""}, ()),
    "llguidance": ("1.2.0", {"llguidance/__init__.py": ""}, ()),
    "numpy": ("2.3.0", {"numpy/__init__.py": ""}, ()),
    "pillow": ("11.3.0", {"PIL/__init__.py": ""}, ()),
    "platformdirs": ("4.3.0", {"platformdirs/__init__.py": ""}, ()),
    "pypdfium2": ("5.15.2", {"pypdfium2/__init__.py": ""}, ()),
    "pyvips-binary": ("8.17.0", {"_libvips.py": ""}, ()),
    "filelock": ("3.20.0", {"filelock/__init__.py": ""}, ()),
}
"""Name -> version, files, what it needs. They are enough for the check that a new environment has to pass."""

_VLLM = """
import os, sys, json
from http.server import BaseHTTPRequestHandler, HTTPServer
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
name = given["--served-model-name"]
if name == "fails":
    sys.exit("no such card")
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        right = self.headers.get("Authorization") == "Bearer " + os.environ["VLLM_API_KEY"]
        self.say(200 if self.path == "/health" or right else 401, {"data": [{"id": name}]})
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = f"{asked['model']} heard: {asked['messages'][-1]['content']}"
        self.say(200, {"choices": [{"message": {"content": text}, "finish_reason": "stop"}]})
    def say(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
HTTPServer((given["--host"], int(given["--port"])), Handler).serve_forever()
"""
VLLM: Mapping[str, tuple[str, Mapping[str, str], Sequence[str]]] = {
    "vllm": (
        "0.15.0",
        {
            "vllm/__init__.py": "",
            "vllm/entrypoints/__init__.py": "",
            "vllm/entrypoints/openai/__init__.py": "",
            "vllm/entrypoints/openai/api_server.py": _VLLM,
        },
        ("torch==2.13.0", "transformers<5"),
    ),
    "transformers": ("4.57.0", {"transformers/__init__.py": ""}, ("numpy",)),
}
"""What stands for the server engine: it answers which model it serves to who has its key."""


def wheel(
    name: str, version: str, files: Mapping[str, str], needs: Sequence[str] = (), tag: str = "py3-none-any"
) -> tuple[str, bytes, bytes]:
    """The name of a wheel's file, its bytes, and those of its metadata."""
    import io

    stem = f"{name.replace('-', '_')}-{version}"
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Requires-Dist: {n}" for n in needs),
    ]
    metadata = ("\n".join(lines) + "\n").encode()
    contents = {path: text.encode() for path, text in files.items()}
    contents[f"{stem}.dist-info/METADATA"] = metadata
    contents[f"{stem}.dist-info/WHEEL"] = f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        record = []
        for path, data in contents.items():
            archive.writestr(path, data)
            mark = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={mark},{len(data)}")
        archive.writestr(
            f"{stem}.dist-info/RECORD", "\n".join([*record, f"{stem}.dist-info/RECORD,,"]) + "\n"
        )
    return f"{stem}-{tag}.whl", buffer.getvalue(), metadata


def all_wheels(**changed: tuple[str, Mapping[str, str], Sequence[str]]) -> dict[str, tuple[bytes, bytes]]:
    """File -> bytes and metadata of all packages, some of them changed."""
    made = {}
    for name, (version, files, needs) in {**PACKAGES, **changed}.items():
        file, data, metadata = wheel(name, version, files, needs)
        made[file] = (data, metadata)
    return made


def fill(folder: Path, **changed: tuple[str, Mapping[str, str], Sequence[str]]) -> Path:
    """Writes them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, (data, _metadata) in all_wheels(**changed).items():
        (folder / file).write_bytes(data)
    return folder


def uv_program() -> Path:
    """The installed uv."""
    from uv import find_uv_bin

    return Path(find_uv_bin())


@cache
def uv_wheel() -> tuple[str, bytes]:
    """A wheel of uv for this platform, around the installed program."""
    import io

    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    platform = platform.replace("linux_", "manylinux_2_17_") if sys.platform == "linux" else platform
    stem, buffer = "uv-0.99.0", io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.write(uv_program(), f"{stem}.data/scripts/{uv_program().name}")
        archive.writestr(f"{stem}.dist-info/METADATA", "Metadata-Version: 2.1\nName: uv\nVersion: 0.99.0\n")
    return f"{stem}-py3-none-{platform}.whl", buffer.getvalue()
