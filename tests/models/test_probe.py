"""Probes compute with the real libraries; a library that is broken, hangs or crashes is told as such."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

from eyebox_models.engine.process import EngineProcess
from eyebox_models.probe.openmp import is_runtime
from eyebox_models.probe.packages import conflicts, installed
from eyebox_models.probe.run import factors, probe
from eyebox_models.probe.torch_itself import has_kernels
from eyebox_models.protocol.probe import Conflict, ProbeReport
from eyebox_models.protocol.requests import Probe


def needs(package: str) -> None:
    """Skips the test where a package is not installed; importing it here would leave its threads."""
    if find_spec(package) is None:
        pytest.skip(f"needs {package}")


@pytest.fixture
def probed(tmp_path, monkeypatch):
    """Probes in an engine process; fakes are files of a folder that is found before the packages."""

    def run(what: str, requirements=(), **fakes: str):
        folder = tmp_path / "fakes"
        for name, code in fakes.items():
            package = folder / name
            package.mkdir(parents=True, exist_ok=True)
            (package / "__init__.py").write_text(code)
        monkeypatch.setenv("PYTHONPATH", str(folder))
        engine = EngineProcess(
            "model", tmp_path / "log", [sys.executable, "-m", "eyebox_models.engine", "model"]
        )
        try:
            return engine.run("1", Probe(what, tuple(requirements)), lambda _event: None)
        finally:
            engine.close()

    return run


@pytest.fixture(scope="module")
def ends():
    """How the probes of the real libraries ended, by what was probed."""
    return {}


@pytest.fixture
def really_probed(probed, ends):
    """Probes a library as it is here, in a process of its own: once for all tests that ask what came of it."""

    def run(what: str):
        if what not in ends:
            ends[what] = probed(what)
        return ends[what]

    return run


def test_torch_multiplies_here_and_says_what_it_was_built_for(really_probed):
    needs("torch")
    report = really_probed("torch").result
    assert isinstance(report, ProbeReport)
    assert report.error == "" and report.failures == ()
    assert {("product", "cpu"), ("bf16", "cpu")} <= {(one.what, one.device) for one in report.tried}
    assert report.version.startswith("2.") and report.python == sys.executable
    if sys.platform == "linux":
        assert report.runtimes


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("what", "computed"),
    [
        ("torchvision", {"nms"}),
        ("transformers", {"write"}),
        ("bitsandbytes", {"int8", "int4"}),
        ("gptqmodel", {"gptq"}),
        ("openmp", {"product"}),
    ],
)
@pytest.mark.slow
def test_each_library_computes_here(really_probed, what, computed):
    needs("torch" if what == "openmp" else what)
    end = really_probed(what)
    assert end.outcome == "done", end.detail
    assert end.result.error == "" and end.result.failures == ()
    assert {one.what for one in end.result.tried if one.device == "cpu"} == computed


@pytest.mark.thorough
def test_what_bitsandbytes_loaded_is_reported(really_probed):
    needs("bitsandbytes")
    assert "libbitsandbytes" in really_probed("bitsandbytes").result.detail("library")


def test_a_library_that_is_not_there_is_no_error(probed):
    if find_spec("flash_attn") is not None:
        pytest.skip("it is there")
    end = probed("flash_attn")
    assert end.outcome == "done"
    assert (end.result.installed, end.result.error) == (False, "")


def test_a_library_that_cannot_be_imported_is_reported_with_its_words(probed):
    report = probed("torch", torch="raise OSError('libcudart.so.13: cannot open shared object file')").result
    assert report.installed
    assert report.error == "OSError: libcudart.so.13: cannot open shared object file"


def test_a_library_that_leaves_by_itself_is_reported(probed):
    assert probed("torchvision", torchvision="raise SystemExit('no')").result.error == "SystemExit: no"


SABOTAGE = """
import importlib.machinery, importlib.util, sys
from pathlib import Path
here = str(Path(__file__).parent.parent)
spec = importlib.machinery.PathFinder.find_spec("NAME", [p for p in sys.path if p != here])
real = importlib.util.module_from_spec(spec)
sys.modules["NAME"] = real
spec.loader.exec_module(real)
"""
"""A package in front of the real one that loads it, and then breaks something in it."""


def test_wrong_results_are_noticed(probed):
    needs("torch")
    fake = (
        SABOTAGE.replace("NAME", "torch") + "real.Tensor.__matmul__ = lambda a, b: real.matmul(a, b) * 1.5\n"
    )
    report = probed("torch", torch=fake).result
    assert report.error == ""
    assert {one.error for one in report.failures} == {"the result is off by 50%"}
    assert [one.what for one in report.failures] == ["product", "bf16"]


@pytest.mark.thorough
def test_an_operator_that_is_missing_is_noticed(probed):
    needs("torchvision")
    fake = SABOTAGE.replace("NAME", "torchvision") + (
        "import torchvision.ops\n"
        "def nms(*_): raise RuntimeError('operator torchvision::nms does not exist')\n"
        "torchvision.ops.nms = nms\n"
    )
    report = probed("torchvision", torchvision=fake).result
    assert [one.error for one in report.failures] == [
        "RuntimeError: operator torchvision::nms does not exist"
    ]


@pytest.mark.thorough
def test_a_quantized_layer_that_multiplies_wrongly_is_noticed(probed):
    needs("bitsandbytes")
    fake = SABOTAGE.replace("NAME", "bitsandbytes") + (
        "forward = real.nn.Linear4bit.forward\n"
        "real.nn.Linear4bit.forward = lambda self, x: forward(self, x) * 0\n"
    )
    assert [one.what for one in probed("bitsandbytes", bitsandbytes=fake).result.failures] == ["int4"]


@pytest.mark.thorough
def test_a_native_library_that_was_not_loaded_is_reported(probed):
    needs("bitsandbytes")
    fake = SABOTAGE.replace("NAME", "bitsandbytes") + (
        "from bitsandbytes import cextension\n"
        "class Mock: error_msg = 'CUDA binary not found'\n"
        "cextension.lib = Mock()\n"
    )
    report = probed("bitsandbytes", bitsandbytes=fake).result
    assert report.detail("library") == ""
    assert report.detail("library says") == "CUDA binary not found"


def test_a_crash_ends_the_probe_and_nothing_else(probed):
    end = probed("torch", torch="import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert end.outcome == "failed" and end.result is None
    assert "SIGSEGV" in end.message


def test_a_probe_that_hangs_can_be_killed(tmp_path, monkeypatch):
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    package = tmp_path / "fakes" / "torch"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        f"import threading\nopen({str(fifo)!r}, 'w').close()\nthreading.Event().wait()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "fakes"))
    engine = EngineProcess("model", tmp_path / "log", [sys.executable, "-m", "eyebox_models.engine", "model"])
    ends = []
    thread = Thread(target=lambda: ends.append(engine.run("1", Probe("torch"), lambda _event: None)))
    thread.start()
    with Path(fifo).open() as begun:
        begun.read()
    engine.kill()
    thread.join()
    engine.close()
    assert ends[0].outcome == "failed"


def test_what_nobody_knows_is_not_probed():
    with pytest.raises(ValueError, match="nothing to probe"):
        probe("sauerkraut")


def test_the_known_product_is_right():
    left, right, product = factors()
    assert product[3][5] == sum(a * row[5] for a, row in zip(left[3], right, strict=True))
    assert len({value for row in product for value in row}) > 20


@pytest.mark.parametrize(
    ("built_for", "capability", "runs"),
    [
        (["sm_75", "sm_80", "sm_90"], (8, 0), True),
        (["sm_75", "sm_80", "sm_90"], (8, 9), True),
        (["sm_75", "sm_80", "sm_90"], (6, 1), False),
        (["sm_75", "sm_80", "sm_90"], (12, 0), False),
        (["sm_75", "compute_90"], (12, 0), True),
        (["sm_86"], (8, 0), False),
        (["sm_100", "sm_120"], (12, 0), True),
        (["sm_90a"], (9, 0), True),
        ([], (8, 0), True),
    ],
)
def test_which_cards_a_torch_has_code_for(built_for, capability, runs):
    assert has_kernels(built_for, capability) is runs


@pytest.mark.parametrize(
    ("path", "runtime"),
    [
        ("/x/torch/lib/libgomp.so.1", True),
        ("/x/torch/lib/libgomp-a34b3233.so.1", True),
        ("/opt/intel/libiomp5.so", True),
        (r"C:\x\libiomp5md.dll", True),
        ("/x/libomp.dylib", True),
        ("/x/libomp140.x86_64.dll", True),
        ("/x/libfftw3_omp.so.3", False),
        ("/x/libXcomposite.so.1", False),
        ("/x/libompd.so", False),
    ],
)
def test_openmp_runtimes_are_known_by_their_names(path, runtime):
    assert is_runtime(path) is runtime


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """Packages that exist by their metadata only."""

    def put(name: str, version: str, *needs: str) -> None:
        folder = tmp_path / "shelf" / f"{name}-{version}.dist-info"
        folder.mkdir(parents=True)
        lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
        (folder / "METADATA").write_text("\n".join([*lines, *(f"Requires-Dist: {each}" for each in needs)]))

    monkeypatch.setattr(sys, "path", [str(tmp_path / "shelf"), *sys.path])
    return put


def test_packages_that_do_not_fit_each_other_are_reported(shelf):
    shelf("torch", "2.9.0+cpu")
    shelf("torchvision", "0.29.1", "torch==2.14.1", "pillow>=1", "sauerkraut; extra == 'dinner'")
    names = ("torch", "torchvision")
    assert dict(installed(names)) == {"torch": "2.9.0+cpu", "torchvision": "0.29.1"}
    assert conflicts(names) == (Conflict("torchvision 0.29.1", "torch==2.14.1", "2.9.0+cpu"),)


def test_a_build_of_the_right_version_fits(shelf):
    shelf("torch", "2.14.1+cu130")
    shelf("torchvision", "0.29.1", "torch==2.14.1")
    assert conflicts(("torch", "torchvision")) == ()


def test_what_eyebox_asks_for_is_judged_where_it_is_there(shelf):
    shelf("bitsandbytes", "0.43.0")
    asked = ('bitsandbytes>=0.48; extra == "vlm"', 'sauerkraut>=2; extra == "vlm"', "not a requirement !")
    assert conflicts(("bitsandbytes",), asked) == (Conflict("Eyebox", "bitsandbytes>=0.48", "0.43.0"),)
