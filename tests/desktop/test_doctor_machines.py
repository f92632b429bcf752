"""Broken machines, simulated: each fault is told, with what it means and what mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctor_machines import (
    CARD,
    CARDS,
    COMPUTER,
    CPU,
    GB,
    GOMP,
    GPU,
    NO_CARD_SAYS,
    OLD_DRIVER,
    PASCAL,
    PIP,
    SEEN,
    TOLD,
    TORCH_AGAIN,
    on,
    probed,
    torch_that,
    with_about,
    with_folder,
    with_probe,
    with_window,
)  # fmt: skip
from eyebox.doctor.check import Check
from eyebox.doctor.facts import Cards, Engine, Facts, Models, Packages, Probed
from eyebox.doctor.judge import judge
from eyebox_models.protocol.probe import Conflict, ProbedCard, ProbeReport, Tried

BROKEN: dict[str, tuple[Facts, str, str, str, str, str]] = {
    "a card is here, but this torch is CPU-only": (
        with_probe(GPU, torch_that("2.14.1+cpu", (("cuda", ""),))),
        "torch.card", "fail", "A GPU is here, but this torch (2.14.1+cpu) is CPU-only", "many times slower",
        TORCH_AGAIN + "cu130",
    ),
    "the driver is older than torch's CUDA": (
        with_probe(replace(GPU, cards=OLD_DRIVER), torch_that("2.14.1+cu130", NO_CARD_SAYS)),
        "torch.card", "fail", "The driver 535.183.01 is too old: it runs CUDA 12.2, this torch needs CUDA 13.0",
        "many times slower", TORCH_AGAIN + "cu128",
    ),
    "the driver is a little older, and products work": (
        with_probe(
            replace(GPU, cards=replace(CARDS, driver_cuda=(13, 0))),
            probed(
                "torch", "2.14.1+cu132", on("cpu", "cuda:0"), cards=(SEEN,),
                details=(("cuda", "13.2"), ("cuda available", "yes")),
            ),
        ),
        "torch.card", "warn", "The driver is of CUDA 13.0, this torch of CUDA 13.2", "compiled on the way",
        "sudo ubuntu-drivers install",
    ),
    "torch has no kernels for the card": (
        with_probe(
            replace(GPU, cards=replace(CARDS, usable=(PASCAL,), build="cu126")),
            torch_that("2.14.1+cu130", TOLD, cards=(ProbedCard("NVIDIA GTX 1080", 0, (6, 1), 8 * GB, False),)),
        ),
        "torch.card", "fail", "no kernels for NVIDIA GTX 1080 (capability 6.1)", "fail on this card", TORCH_AGAIN + "cu126",
    ),
    "torch is for cards of AMD": (
        with_probe(GPU, torch_that("2.14.1+rocm7.1", (("cuda", ""), ("rocm", "7.1")))),
        "torch.card", "fail", "for cards of AMD", "many times slower", TORCH_AGAIN + "cu130",
    ),
    "torch does not find the card": (
        with_probe(GPU, torch_that("2.14.1+cu130", (("cuda", "13.0"), ("cuda says", "unknown error 999")))),
        "torch.card", "fail", "torch does not find the card: unknown error 999", "many times slower", TORCH_AGAIN + "cu130",
    ),
    "the card computes wrongly": (
        with_probe(
            GPU,
            probed(
                "torch", "2.14.1+cu130", (*on("cpu"), Tried("product", "cuda:0", "the result is off by 50%")),
                details=TOLD, cards=(SEEN,),
            ),
        ),
        "torch.card", "fail", "off by 50%", "nonsense", TORCH_AGAIN + "cu130",
    ),
    "two OpenMP runtimes that abort each other": (
        with_probe(
            CPU,
            probed(
                "openmp", "2.14.1", on("cpu", what=("product",)),
                runtimes=("/venv/lib/python3.12/site-packages/torch/lib/libiomp5.so",
                          "/venv/lib/python3.12/site-packages/intel_openmp/libiomp5.so"),
            ),
        ),
        "models.openmp", "fail", "2 OpenMP runtimes in one process: Intel", "hang",
        f"{PIP} uninstall -y intel-openmp",
    ),
    "two OpenMP runtimes of different makers": (
        with_probe(
            CPU,
            probed(
                "openmp", "2.14.1", on("cpu", what=("product",)),
                runtimes=(GOMP, "/venv/lib/python3.12/site-packages/sklearn/.libs/libomp-5.so"),
            ),
        ),
        "models.openmp", "warn", "2 OpenMP runtimes in one process: GNU", "hang",
        f"{PIP} install --upgrade --force-reinstall scikit-learn",
    ),
    "OpenMP twice by a variable": (
        replace(
            with_probe(
                CPU,
                probed(
                    "openmp", "2.14.1", on("cpu", what=("product",)), runtimes=(GOMP, "/usr/lib/libgomp.so.1")
                ),
            ),
            variables=(("LD_PRELOAD", "/usr/lib/libgomp.so.1"),),
        ),
        "models.openmp", "warn", "GNU (/usr/lib/libgomp.so.1)", "slower", "unset LD_PRELOAD",
    ),
    "OpenMP's own warning is switched off": (
        replace(CPU, variables=(("KMP_DUPLICATE_LIB_OK", "TRUE"),)),
        "models.openmp", "warn", "KMP_DUPLICATE_LIB_OK is set", "wrong", "unset KMP_DUPLICATE_LIB_OK",
    ),
    "the library for Int8 was loaded without its CUDA part": (
        with_probe(
            GPU,
            probed(
                "bitsandbytes", "0.50.2", on("cpu", what=("int8", "int4")),
                details=(("library", "libbitsandbytes_cpu.so"), ("library has cuda", ""), ("cuda available", "yes")),
            ),
        ),
        "models.bitsandbytes", "fail", "libbitsandbytes_cpu.so) was loaded without its CUDA part", "fail on the card",
        f"{PIP} install --upgrade 'bitsandbytes>=0.48'",
    ),
    "the library for Int8 was not loaded": (
        with_probe(
            GPU,
            probed("bitsandbytes", "0.50.2", (), details=(("library", ""), ("library says", "binary not found"))),
        ),
        "models.bitsandbytes", "fail", "not loaded: binary not found", "Int8 and Int4 cannot be used",
        f"{PIP} install --upgrade 'bitsandbytes>=0.48'",
    ),
    "torch and torchvision are of different releases": (
        with_probe(
            CPU,
            Probed(
                "packages",
                ProbeReport("packages", conflicts=(Conflict("torchvision 0.29.1", "torch==2.14.1", "2.13.0"),)),
            ),
        ),
        "models.packages", "fail", "torchvision 0.29.1 needs torch==2.14.1, there is 2.13.0", "cannot see pictures",
        TORCH_AGAIN + "cpu",
    ),
    "an operator of torchvision does not exist": (
        with_probe(
            CPU,
            probed(
                "torchvision", "0.29.1",
                (Tried("nms", "cpu", "RuntimeError: operator torchvision::nms does not exist"),),
            ),
        ),
        "models.torchvision", "fail", "operator torchvision::nms does not exist", "do not run", TORCH_AGAIN + "cpu",
    ),
    "another package wants another version": (
        with_probe(
            CPU,
            Probed("packages", ProbeReport("packages", conflicts=(Conflict("peft 0.21", "transformers>=5.12", "5.1"),))),
        ),
        "models.packages", "warn", "peft 0.21 needs transformers>=5.12, there is 5.1", "odd ways",
        f"{PIP} install --upgrade 'transformers>=5.12'",
    ),
    "another package wants another torch, which comes with its torchvision": (
        with_probe(
            CPU,
            Probed("packages", ProbeReport("packages", conflicts=(Conflict("gptqmodel 7.7.0", "torch>=2.14", "2.13.0"),))),
        ),
        "models.packages", "warn", "gptqmodel 7.7.0 needs torch>=2.14", "odd ways", TORCH_AGAIN + "cpu",
    ),
    "a card without its driver": (
        replace(CPU, cards=Cards((("nvidia", ""),))),
        "card.driver", "warn", "An NVIDIA card is here, but its driver is not loaded", "many times slower",
        "sudo ubuntu-drivers install",
    ),
    "a card that nouveau runs, on Debian": (
        with_about(replace(CPU, cards=Cards((("nvidia", "nouveau"),))), distribution="debian", like=()),
        "card.driver", "warn", "nouveau", "many times slower", "sudo apt install nvidia-driver firmware-misc-nonfree",
    ),
    "cards that a variable hides": (
        replace(CPU, cards=Cards((("nvidia", "nvidia"),), (), "580.65.06", (13, 0), "-1", True, True)),
        "card.hidden", "warn", "CUDA_VISIBLE_DEVICES is set to “-1”", "hidden", "unset CUDA_VISIBLE_DEVICES",
    ),
    "the library of X11's cursors is missing": (
        with_window(CPU, ending="crashed", error="Could not load", lacking=("libxcb-cursor.so",)),
        "screen.window", "fail", "libxcb-cursor.so", "window does not open", "sudo apt install libxcb-cursor0",
    ),
    "the same on Fedora": (
        with_about(
            with_window(CPU, ending="crashed", error="x", lacking=("libxcb-cursor.so.0",)), distribution="fedora", like=()
        ),
        "screen.window", "fail", "libxcb-cursor.so.0", "window does not open", "sudo dnf install xcb-util-cursor",
    ),
    "no font has Chinese characters": (
        with_window(CPU, chinese=()),
        "screen.chinese", "warn", "No font", "empty boxes", "sudo apt install fonts-noto-cjk",
    ),
    "no font has Japanese characters": (
        with_window(CPU, japanese=()),
        "screen.japanese", "warn", "No font", "empty boxes", "sudo apt install fonts-noto-cjk",
    ),
    "Wayland without a portal": (
        with_window(CPU, server="wayland", display="wayland-0", portal=0, desktop="KDE"),
        "screen.capture", "warn", "no portal", "captured", "sudo apt install xdg-desktop-portal-kde",
    ),
    "Fcitx is asked for, and Qt has no part for it": (
        with_window(CPU, input_method="fcitx5", inputs=("libibusplatforminputcontextplugin.so",)),
        "screen.input", "warn", "fcitx5", "typed", "QT_IM_MODULE=ibus eyebox",
    ),
    "icons are not painted": (
        with_window(CPU, icons=False),
        "screen.files", "fail", "Icons", "missing or broken", f"{PIP} install --force-reinstall eyebox PySide6-Essentials",
    ),
    "a folder of somebody else": (
        with_folder(CPU, "data", writable=False, owner="root"),
        "folders.data", "fail", "belongs to root", "Nothing can be saved", 'sudo chown -R "$(id -un)" /home/mei/data',
    ),
    "temporary files may not run": (
        with_folder(CPU, "temp", no_programs=True),
        "folders.temp", "warn", "noexec", "compiled", 'TMPDIR="$HOME" eyebox',
    ),
    "a library for reading is missing": (
        replace(
            CPU,
            engines=(
                Engine(
                    "reader", "crashed", "", "It failed.",
                    "ImportError: libGL.so.1: cannot open shared object file: No such file",
                ),
            ),
        ),
        "engine.reader", "fail", "libGL.so", "not read", "sudo apt install libgl1",
    ),
    "a probe that crashed": (
        with_probe(CPU, Probed("gptqmodel", None, "crashed", "The model's engine ended unexpectedly (killed by SIGSEGV)")),
        "models.gptqmodel", "fail", "SIGSEGV", "GPTQ or AWQ cannot be used", f"{PIP} install --upgrade gptqmodel optimum",
    ),
    "a probe that hung": (
        with_probe(CPU, Probed("bitsandbytes", None, "hung")),
        "models.bitsandbytes", "fail", "did not end in time", "Int8", f"{PIP} install --upgrade 'bitsandbytes>=0.48'",
    ),
    "torch that cannot be loaded": (
        with_probe(CPU, Probed("torch", ProbeReport("torch", version="2.14.1", error="OSError: libcudart.so.13: no"))),
        "torch.works", "fail", "libcudart.so.13", "reading does", TORCH_AGAIN + "cpu",
    ),
    "torch that needs a library of the system": (
        with_probe(
            CPU,
            Probed("torch", ProbeReport("torch", error="OSError: libgomp.so.1: cannot open shared object file: No such")),
        ),
        "torch.works", "fail", "libgomp.so", "reading does", "sudo apt install libgomp1",
    ),
    "FlashAttention on an old card": (
        with_probe(
            GPU,
            probed("flash_attn", "2.8.3", (), cards=(ProbedCard("NVIDIA RTX 2080", 0, (7, 5), 8 * GB, True),)),
        ),
        "models.flash_attn", "fail", "too old", "fail with it", f"{PIP} uninstall -y flash-attn",
    ),
    "no model engine": (
        replace(CPU, models=Models("")),
        "models.engine", "warn", "Not added", "reading does", f"{PIP} install -e '/src/eyebox[vlm]'",
    ),
    "PySide6 that aborts on this Python": (
        with_about(replace(CPU, packages=Packages((("PySide6_Essentials", "6.12.0"),))), python_version=(3, 11, 7)),
        "eyebox.qt", "fail", "PySide6 6.12.0 on Python 3.11", "closes the window",
        f"{PIP} install 'PySide6-Essentials>=6.8,!=6.12.0'",
    ),
    "a package is missing": (
        replace(CPU, packages=Packages((("numpy", "2.4.6"),), ("rapidocr",))),
        "eyebox.packages", "fail", "Missing: rapidocr", "needs them", f"{PIP} install rapidocr",
    ),
}  # fmt: skip

ADVISED: dict[str, tuple[Facts, str, str, str, str]] = {
    "the disk is full": (with_folder(CPU, "data", free=40_000_000), "folders.data", "fail", "not be saved", "Empty the bin"),
    "no room for a model": (with_folder(CPU, "models", free=3 * GB), "folders.models", "warn", "may not fit", "Empty the bin"),
    "a processor without AVX2": (
        replace(CPU, computer=replace(COMPUTER, flags=frozenset({"sse4_2", "avx"}))),
        "computer.processor", "warn", "several times as long", "Use a computer",
    ),
    "a processor without AVX": (
        replace(CPU, computer=replace(COMPUTER, flags=frozenset({"sse4_2"}))),
        "computer.processor", "fail", "may end at once", "Use a computer",
    ),
    "little memory": (
        replace(CPU, computer=replace(COMPUTER, memory=2 * GB, available=GB)),
        "computer.memory", "warn", "not for models", "more memory",
    ),
    "no display": (
        with_window(CPU, server="", display="", platform="offscreen"),
        "screen.display", "warn", "eyebox read and eyebox ask do not", "ssh -X",
    ),
    "a display that does not answer": (
        with_window(CPU, ending="crashed", error="qt.qpa.xcb: could not connect to display :9"),
        "screen.window", "fail", "window does not open", "ssh -X",
    ),
    "a container without its card": (
        with_about(replace(CPU, cards=Cards((("nvidia", ""),), driver_loaded=True)), container=True),
        "card.driver", "warn", "many times slower", "--gpus all",
    ),
    "a small card": (
        replace(GPU, cards=replace(CARDS, usable=(replace(CARD, total_bytes=4 * GB, free_bytes=4 * GB),))),
        "card.memory.0", "warn", "do not fit", "Int4",
    ),
    "memory ran out in a probe": (
        with_probe(CPU, Probed("torch", None, "crashed", "ended (killed by SIGKILL, often because memory ran out)")),
        "torch.works", "fail", "reading does", "Close other programs",
    ),
    "a processor that lacks what torch needs": (
        with_probe(CPU, Probed("torch", None, "crashed", "ended unexpectedly (killed by SIGILL)")),
        "torch.works", "fail", "reading does", "processor",
    ),
}  # fmt: skip


def named(facts: Facts, name: str) -> Check:
    (found,) = [check for check in judge(facts) if check.name == name]
    return found


@pytest.mark.parametrize("machine", BROKEN)
def test_a_fault_is_told_with_its_meaning_and_the_command_that_mends_it(machine):
    facts, name, state, found, meaning, mend = BROKEN[machine]
    check = named(facts, name)
    assert check.state == state
    assert found in str(check.found)
    assert meaning in str(check.meaning)
    assert check.advice
    assert check.fix == mend


@pytest.mark.parametrize("machine", ADVISED)
def test_what_no_command_mends_is_told_with_advice(machine):
    facts, name, state, meaning, advice = ADVISED[machine]
    check = named(facts, name)
    assert (check.state, check.fix) == (state, "")
    assert meaning in str(check.meaning)
    assert advice in str(check.advice)


@pytest.mark.parametrize(
    "facts", [CPU, GPU, *(each[0] for each in (*BROKEN.values(), *ADVISED.values()))], ids=lambda _: ""
)
def test_every_check_says_what_it_means_and_what_to_do(facts):
    for check in judge(facts):
        assert check.found and check.title and check.group
        if check.state == "pass":
            assert not check.fix
        else:
            assert check.meaning and (check.advice or check.fix)
        for sentence in (check.group, check.title, check.found, check.meaning, check.advice):
            assert "%" not in str(sentence).replace("50%", "").replace("150%", "")
            assert "\n" not in str(sentence)


@pytest.mark.parametrize("machine", [m for m in BROKEN if BROKEN[m][1].startswith(("models.", "torch."))])
def test_a_packaged_program_never_names_pip(machine):
    facts, name, state, *_ = BROKEN[machine]
    packaged = with_about(
        replace(facts, models=replace(facts.models, place=facts.models.place and "added")), edition="program"
    )
    check = named(packaged, name)
    assert check.state == state
    assert "pip" not in check.fix
    assert check.fix


def test_in_a_packaged_program_a_wrong_torch_is_mended_by_adding_the_engine_again():
    facts = BROKEN["a card is here, but this torch is CPU-only"][0]
    packaged = with_about(
        replace(facts, models=replace(facts.models, place="added", folder="/x")), edition="program"
    )
    assert named(packaged, "torch.card").fix == "eyebox models engine add"
