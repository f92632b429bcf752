"""Which build of torch suits a machine, what the names of wheels say, and the list of packages."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.environment import requirements, wheels
from eyebox_models.environment.build_of_torch import index_of, suited
from eyebox_models.environment.requirements import wanted
from eyebox_models.environment.wheels import fits, named
from eyebox_models.fit import machine as facts
from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.protocol.errors import EyeboxError

ADA, PASCAL, BLACKWELL = (8, 9), (6, 1), (12, 0)


def with_card(
    capability: tuple[int, int], driver: str, cuda: tuple[int, int] = (0, 0), *more: tuple[int, int]
) -> Machine:
    cards = tuple(Accelerator(f"card {c}", i, capability=c) for i, c in enumerate((capability, *more)))
    return Machine(1, 1, 1, cards, driver=driver, driver_cuda=cuda)


@pytest.mark.parametrize(
    ("machine", "system", "build"),
    [
        (with_card(ADA, "580.65.06"), "linux", "cu130"),
        (with_card(BLACKWELL, "595.71.05"), "linux", "cu130"),
        (with_card(ADA, "570.211.01"), "linux", "cu128"),
        (with_card(ADA, "525.60.13"), "linux", "cu128"),
        (with_card(ADA, "525.60.11"), "linux", "cpu"),
        (with_card(ADA, "470.256.02"), "linux", "cpu"),
        (with_card(PASCAL, "580.65.06"), "linux", "cu126"),
        (with_card((7, 0), "535.10"), "linux", "cu126"),
        (with_card(PASCAL, "580.65.06", (0, 0), ADA), "linux", "cu130"),
        (with_card(ADA, "", (13, 0)), "linux", "cu130"),
        (with_card(ADA, "", (12, 4)), "linux", "cu128"),
        (with_card(ADA, ""), "linux", "cpu"),
        (with_card(ADA, "581.15"), "win32", "cu130"),
        (with_card(ADA, "528.33"), "win32", "cu128"),
        (with_card(ADA, "527.41"), "win32", "cpu"),
        (Machine(1, 1, 1), "linux", "cpu"),
    ],
)
def test_the_build_is_that_of_the_driver_and_the_best_card(machine: Machine, system: str, build: str) -> None:
    found = suited(machine, system=system)
    assert found.build == build and found.why.endswith(".")


def test_a_build_may_be_asked_for_and_has_an_index() -> None:
    assert suited(Machine(1, 1, 1), "cu132").build == "cu132"
    with pytest.raises(EyeboxError, match="no build of torch"):
        suited(Machine(1, 1, 1), "../evil")
    assert index_of("cu130") == "https://download.pytorch.org/whl/cu130"
    assert index_of("cpu", "https://a.example/whl/") == "https://a.example/whl/cpu"
    assert index_of("pypi", "https://a.example/whl") == ""


class _Driver:
    """As much of NVIDIA's library as tells of the driver."""

    def nvmlSystemGetDriverVersion(self, name: Any, _length: int) -> int:
        name.value = b"580.65.06"
        return 0

    def nvmlSystemGetCudaDriverVersion_v2(self, number: Any) -> int:
        ctypes.cast(number, ctypes.POINTER(ctypes.c_int))[0] = 13020
        return 0


def test_the_driver_says_its_version_and_its_cuda() -> None:
    assert facts._driver(_Driver()) == ("580.65.06", (13, 2))


def test_a_machine_without_a_driver_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "_load", lambda _name: None)
    here = facts.machine()
    assert (here.driver, here.driver_cuda) == ("", (0, 0))


def test_a_wheel_says_which_python_and_platform_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels, "glibc", lambda: (2, 36))
    monkeypatch.setattr(wheels, "architecture", lambda: "x86_64")
    monkeypatch.setattr(wheels.sys, "platform", "linux")
    torch = named("torch-2.13.0+cu130-cp312-cp312-manylinux_2_28_x86_64.whl")
    assert torch is not None and (torch.package, torch.build, torch.pythons()) == (
        "torch",
        "cu130",
        ((3, 12),),
    )
    anywhere = named("a_b-1-py3-none-any.whl")
    assert (
        anywhere is not None and anywhere.package == "a-b" and len(anywhere.pythons()) == len(wheels.PYTHONS)
    )
    stable = named(Path("bitsandbytes-1-cp312-abi3-win_amd64.whl"))
    assert (
        stable is not None and stable.pythons() == ((3, 12), (3, 13), (3, 14)) and not fits(stable.platforms)
    )
    free = named("torch-2.13.0-cp313-cp313t-manylinux_2_28_x86_64.whl")
    assert free is not None and free.pythons() == ()
    assert named("torch-2.13.0.tar.gz") is None and named("x.whl") is None
    for tag, right in (
        ("manylinux_2_28_x86_64", True), ("manylinux2014_x86_64", True), ("manylinux_2_39_x86_64", False),
        ("manylinux_2_28_aarch64", False), ("musllinux_1_2_x86_64", False), ("win_amd64", False), ("any", True),
    ):  # fmt: skip
        assert fits([tag]) is right, tag


def test_the_packages_are_those_of_eyeboxs_own_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "numpy>=2", "pyvips[binary]>=3", "onnxruntime>=1.20", "pyside6-essentials!=6; python_version < '3.12'",
        "torch>=2.9; extra == 'vlm'", "torchvision; extra == 'vlm'", "gptqmodel; extra == 'gptq'", "optimum; extra == 'gptq'",
        "pytest>=8; extra == 'dev'",
    ]  # fmt: skip
    monkeypatch.setattr(requirements, "requires", lambda _name: lines)
    assert wanted().requirements == ("numpy>=2", "pyvips-binary", "torch>=2.9", "torchvision")
    some = wanted({"torch", "gptqmodel"})
    assert some.requirements == ("numpy>=2", "pyvips-binary", "torch>=2.9") and some.left_out == (
        "torchvision",
    )
    assert set(wanted({"gptqmodel", "optimum"}).requirements) >= {"gptqmodel", "optimum"}
    monkeypatch.setattr(requirements, "requires", lambda _name: None)
    with pytest.raises(EyeboxError, match="install Eyebox again"):
        wanted()
