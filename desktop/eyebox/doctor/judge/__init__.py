"""What facts mean for the user: pure functions from `facts` to checks, one module a group. They look at nothing."""

from __future__ import annotations

from eyebox.doctor.check import Check
from eyebox.doctor.facts import Facts
from eyebox.doctor.fix import Fixes
from eyebox.doctor.judge.card import judge_cards
from eyebox.doctor.judge.computer import judge_computer, judge_folders
from eyebox.doctor.judge.eyebox import judge_engines, judge_network, judge_packages, judge_scripts
from eyebox.doctor.judge.kernels import judge_kernels
from eyebox.doctor.judge.libraries import judge_libraries
from eyebox.doctor.judge.screen import judge_window
from eyebox.doctor.judge.torch import judge_torch

__all__ = [
    "judge",
    "judge_cards",
    "judge_computer",
    "judge_engines",
    "judge_folders",
    "judge_kernels",
    "judge_libraries",
    "judge_network",
    "judge_packages",
    "judge_scripts",
    "judge_torch",
    "judge_window",
]


def judge(facts: Facts) -> list[Check]:
    """All checks of a whole machine."""
    fix = Fixes(facts.about, facts.cards, facts.models.place)
    return [
        *judge_packages(facts.about, facts.packages, fix),
        *judge_computer(facts.about, facts.computer),
        *judge_folders(facts.folders, fix),
        *judge_window(facts.window, facts.about, fix),
        *judge_engines(facts.engines, fix),
        *judge_network(facts.network),
        *judge_scripts(facts.scripts),
        *judge_cards(facts.cards, facts.about, fix),
        *judge_torch(facts.models, facts.cards, fix),
        *judge_kernels(facts.kernels, fix),
        *judge_libraries(facts.models, facts.variables, fix),
    ]
