"""MKL's fast kernels on processors of AMD: the library that asks for them, whether they are right, and what is remembered."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from eyebox_models.engine import kernels
from eyebox_models.engine.process import ANEW, EngineProcess
from eyebox_models.probe.kernels import Found, compared, remember, remembered
from eyebox_models.protocol.ask import Options, Picture
from eyebox_models.protocol.probe import ProbeReport, Tried
from eyebox_models.protocol.requests import Unload
from eyebox_models.vision import cpu_kernels

LINUX_X86 = sys.platform == "linux" and platform.machine() == "x86_64"
EPYC = "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 26\nmodel\t\t: 2\nmodel name\t: AMD EPYC\nstepping\t: 1\n"


def test_the_library_is_what_it_says() -> None:
    """Read back by its own headers: one function that returns 1, nothing writable that runs, no stack that does."""
    made = cpu_kernels.shared_object()
    assert len(made) == 488 and made[:7] == b"\x7fELF\x02\x01\x01"
    kind, machine, _, _, first, _, _, _, size, count = struct.unpack_from("<HHIQQQIHHH", made, 16)
    assert (kind, machine) == (3, 62)
    segments = [struct.unpack_from("<IIQQQQQQ", made, first + number * size) for number in range(count)]
    assert [(segment[0], segment[1]) for segment in segments] == [(1, 5), (1, 6), (2, 6), (0x6474E551, 6)]
    code, data = segments[0], segments[1]
    assert code[2] + code[5] == data[2] and data[2] + data[5] == len(made), "the file is these two"
    assert code[3] + code[6] <= 4096 <= data[3] and data[2] % 4096 == data[3] % 4096
    table = dict(struct.iter_unpack("<QQ", made[data[2] :]))
    strings, symbols = table[5], table[6]
    name, info, _, section, value, length = struct.unpack_from("<IBBHQQ", made, symbols + 24)
    assert made[strings + name :].startswith(b"mkl_serv_intel_cpu_true\0") and info == 0x12 and section
    assert made[value : value + length] == b"\xb8\x01\0\0\0\xc3"
    digest = hashlib.sha256(made).hexdigest()
    assert digest == "f843ef4ac5faa16671c419eb8f5ccf061367fe43c480c482b4cb45445246a428"


@pytest.mark.skipif(not LINUX_X86, reason="the library is for Linux on x86-64")
def test_the_library_can_be_asked_in_its_process() -> None:
    script = (
        "import ctypes\nfrom eyebox_models.vision.cpu_kernels import use_fast_kernels\nuse_fast_kernels()\n"
        "print(ctypes.CDLL(None).mkl_serv_intel_cpu_true())"
    )
    command = [sys.executable, "-P", "-c", script]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "1\n"


def test_only_on_processors_of_amd(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cpu_kernels.processor(EPYC) == "AuthenticAMD 26 2 1"
    assert cpu_kernels.processor("processor\t: 0\nBogoMIPS\t: 50\n") == ""
    for said, system, machine, suits in (
        (EPYC, "linux", "x86_64", True),
        (EPYC, "win32", "x86_64", False),
        (EPYC, "linux", "aarch64", False),
        (EPYC.replace("AuthenticAMD", "GenuineIntel"), "linux", "x86_64", False),
    ):
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(platform, "machine", lambda machine=machine: machine)
        monkeypatch.setattr(cpu_kernels, "processor", lambda said=said: _processor(said))
        assert cpu_kernels.suits() is suits


_processor = cpu_kernels.processor


RIGHT = (Tried("attention", "cpu"), Tried("product", "cpu"))
STANDARD = ProbeReport("kernels", tried=RIGHT, details=(("attention", "0.05"),))
FAST = replace(STANDARD, what="fast_kernels", details=(("attention", "0.01"),))


def test_fast_kernels_are_taken_where_they_are_right_and_faster() -> None:
    assert compared(STANDARD, FAST) == Found("faster", 0.05, 0.01)
    assert compared(STANDARD, STANDARD) == Found("slower", 0.05, 0.05)
    wrong = replace(FAST, tried=(Tried("attention", "cpu", "the result is off by 40%"),))
    assert compared(STANDARD, wrong) == Found("wrong", 0.05, 0.01, "the result is off by 40%")
    assert compared(STANDARD, None, "killed by SIGILL") == Found("crashed", detail="killed by SIGILL")
    assert compared(STANDARD, None, "killed by SIGKILL") is None, "memory ran out: nothing is known"
    assert compared(None, FAST) is None
    assert compared(replace(STANDARD, error="no torch"), FAST) is None


def test_what_was_found_is_remembered_for_this_torch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    assert remembered("2.14.1") is None
    remember("2.14.1", found := Found("wrong", 0.05, 0.01, "off"))
    assert remembered("2.14.1") == found and remembered("2.15.0") is None
    kept = tmp_path / "cache" / "kernels.json"
    kept.write_text(json.dumps({"of": json.loads(kept.read_text())["of"], "found": {"other": 1}}))
    assert remembered("2.14.1") is None


def test_what_is_unknown_is_tried_and_what_was_slower_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path))
    monkeypatch.delenv(cpu_kernels.VARIABLE, raising=False)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr(kernels, "_version", lambda: "2.14.1")
    used: list[bool] = []
    probes = {"kernels": STANDARD, "fast_kernels": FAST}
    monkeypatch.setattr(kernels, "_probed", lambda what: (probes[what], ""))
    monkeypatch.setattr(kernels, "use_fast_kernels", lambda: used.append(True))
    monkeypatch.setattr(os, "_exit", lambda code: used.append(code == ANEW))

    def begun(suits: bool = True) -> int:
        used.clear()
        monkeypatch.setattr(kernels, "suits", lambda: suits)
        engine = kernels.Kernels()
        engine.begin()
        engine.settle()
        return len(used)

    assert begun(suits=False) == 0
    assert begun() == 1 and remembered("2.14.1") == Found("faster", 0.05, 0.01)
    remember("2.14.1", Found("slower", 0.01, 0.02))
    assert begun() == 0
    monkeypatch.setenv(cpu_kernels.VARIABLE, "fast")
    assert begun() == 1
    monkeypatch.setenv(cpu_kernels.VARIABLE, "standard")
    assert begun() == 0
    monkeypatch.delenv(cpu_kernels.VARIABLE)
    (tmp_path / "cache" / "kernels.json").unlink()
    probes["fast_kernels"] = replace(FAST, tried=(Tried("product", "cpu", "the result is not a number"),))
    assert begun() == 2, "a process that would compute wrongly ends before it does, and another one begins"
    assert begun() == 0


def test_a_job_goes_to_a_fresh_engine_where_the_first_one_asks_for_that(tmp_path: Path) -> None:
    script = tmp_path / "engine.py"
    script.write_text(
        "import json, os, sys\nfrom pathlib import Path\nfrom eyebox_models.protocol.events import End\n"
        "from eyebox_models.protocol.wire import VERSION, Hello, pack\n"
        "print(json.dumps(pack(Hello(VERSION, 'model', os.getpid()))), flush=True)\n"
        "job = json.loads(sys.stdin.readline())['job']\n"
        "was_here = Path(sys.argv[1])\n"
        "if not was_here.exists():\n    was_here.touch()\n"
        f"    os._exit({ANEW})\n"
        "print(json.dumps({'job': job, 'event': pack(End('done'))}), flush=True)\n"
        "sys.stdin.readline()\n"
    )
    command = [sys.executable, "-P", str(script), str(tmp_path / "was_here")]
    engine = EngineProcess("model", tmp_path / "log", command)
    try:
        assert engine.run("1", Unload(), lambda _event: None).outcome == "done"
    finally:
        engine.close()


def test_quick_gelu_in_pieces_is_quick_gelu() -> None:
    import torch

    generator = torch.Generator().manual_seed(0)
    rows = 3 * cpu_kernels.PIECE // 1000 + 1
    for dtype in (torch.float32, torch.bfloat16):
        given = torch.randn(1, rows, 1000, generator=generator).to(dtype)
        with torch.inference_mode():
            for one in (given, given.transpose(1, 2), given[:, :2]):
                # the last numbers of a piece are computed one by one, and may differ in their last bit
                wanted = one * torch.sigmoid(1.702 * one)
                torch.testing.assert_close(cpu_kernels.quick_gelu(one), wanted, rtol=2e-7, atol=1e-30)
    learning = given.float().requires_grad_()
    cpu_kernels.quick_gelu(learning).sum().backward()
    assert learning.grad is not None and given.shape == learning.grad.shape


def ids_of(folders: list[str], shot: str) -> list[list[tuple[int, ...]]]:
    """Two turns of each checkpoint, in FP32 with the kernels of this process."""
    from vision import Chat, load

    said = []
    for folder in folders:
        chat = Chat(load(Path(folder)), Options(max_new_tokens=64))
        turns = chat.say(Picture(shot), "What is in the picture?"), chat.say("And where?")
        said.append([turn.token_ids for turn in turns])
        chat.model.close()
    return said


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.skipif(not LINUX_X86, reason="the library is for Linux on x86-64")
def test_tokens_are_the_same_with_both_kinds_of_kernels(tmp_path: Path) -> None:
    pytest.importorskip("transformers")
    from tiny_models import build_tiny
    from tiny_originals import build_original
    from vision import FAMILIES, write_picture

    shot = write_picture(tmp_path / "shot.png", 320, 240)
    folders = [str(build_tiny(family, tmp_path / family)) for family in FAMILIES]
    folders.append(str(build_original(tmp_path / "qwen_vl", safetensors=True)))
    script = (
        "import json, sys\nfrom eyebox_models.vision.cpu_kernels import use_fast_kernels\nuse_fast_kernels()\n"
        "from eyebox_models.engine.decoding import PICTURES\nfrom eyebox_models.picture import decoder\n"
        "from test_cpu_kernels import ids_of\ndecoder.use(PICTURES)\n"
        "print(json.dumps(ids_of(sys.argv[2:], sys.argv[1])))\nPICTURES.close()\n"
    )
    environ = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
        "EYEBOX_HOME": str(tmp_path / "home"),
    }
    command = [sys.executable, "-P", "-c", script, shot, *folders]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as child:
        standard = ids_of(folders, shot)
        assert child.stdout is not None
        fast = json.loads(child.stdout.read())
    assert fast == [[list(turn) for turn in turns] for turns in standard]
    assert sum(len(turn) for turns in standard for turn in turns) > 64 * len(folders)
