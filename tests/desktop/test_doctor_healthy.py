"""Healthy machines, simulated: everything passes, and what is not needed is no fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctor_machines import CPU, GPU, with_probe
from eyebox.doctor.facts import Cards, Facts, Kernels, Probed
from eyebox.doctor.judge import judge
from eyebox_models.probe.kernels import Found
from eyebox_models.protocol.probe import ProbeReport


@pytest.mark.parametrize("facts", [CPU, GPU], ids=["without a card", "with a card"])
def test_on_a_healthy_machine_everything_passes(facts):
    checks = judge(facts)
    assert [check.name for check in checks if check.state != "pass"] == []
    assert len(checks) >= 25
    assert len({check.name for check in checks}) == len(checks)


def named(facts: Facts, name: str):
    (found,) = [check for check in judge(facts) if check.name == name]
    return found


def test_what_was_stopped_is_not_judged():
    facts = with_probe(CPU, Probed("torch", None, "stopped"))
    assert not any(check.name.startswith(("torch.", "models.bits")) for check in judge(facts))


@pytest.mark.parametrize("vendor", ["amd", "intel"])
def test_cards_of_others_are_no_fault(vendor):
    check = named(replace(CPU, cards=Cards(((vendor, "driver"),))), "card.driver")
    assert check.state == "pass"
    assert "processor" in str(check.meaning)


def test_gptqmodel_that_is_not_installed_is_no_fault():
    check = named(
        with_probe(CPU, Probed("gptqmodel", ProbeReport("gptqmodel", installed=False))), "models.gptqmodel"
    )
    assert check.state == "pass"


@pytest.mark.parametrize(
    ("kernels", "state", "said"),
    [
        (Kernels(False), "pass", "Those that torch chooses"),
        (Kernels(True), "pass", "not measured yet"),
        (Kernels(True, found=Found("faster", 0.0154, 0.0062)), "pass", "attention takes 6 instead of 15 ms"),
        (Kernels(True, found=Found("slower", 0.01, 0.02)), "pass", "attention takes 20, not 10 ms"),
        (Kernels(True, found=Found("wrong", 0.01, 0.005, "off by 40%")), "pass", "fail here (off by 40%)"),
        (Kernels(True, found=Found("wrong", 0.0, 0.0)), "pass", "with the fast ones the process ended"),
        (Kernels(True, "standard"), "warn", "EYEBOX_CPU_KERNELS is set to standard"),
        (Kernels(True, "fast"), "pass", "EYEBOX_CPU_KERNELS is set to fast"),
    ],
)
def test_which_kernels_run_is_told_with_the_reason(kernels, state, said):
    check = named(replace(CPU, kernels=kernels), "models.kernels")
    assert check.state == state and said in str(check.found)
    assert check.fix == ("unset EYEBOX_CPU_KERNELS" if state == "warn" else "")
