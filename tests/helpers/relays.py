"""Finds pure relays: functions whose one statement only passes their own arguments on to one call.

    python tests/helpers/relays.py FILE_OR_FOLDER ...

prints each as `file:line name`, and how many there are.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


def relays(source: str) -> list[tuple[int, str]]:
    """The pure relays of a module: line and name of each.

    The callee is a name or a chain of attributes; every argument is one of the function's own, or there is none.
    An argument that is left out, a constant, a condition or a second call is a decision: such a function is no relay.
    """
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))
    return [(function.lineno, function.name) for function in functions if _is_relay(function)]


def found_in(*places: Path) -> Iterator[str]:
    """`file:line name` of each pure relay in files, and in the modules of folders."""
    for place in places:
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            for line, name in relays(file.read_text("utf-8")):
                yield f"{file}:{line} {name}"


def _is_relay(function: Function) -> bool:
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]  # the docstring, or the dots of a protocol
    if len(body) != 1 or not isinstance(body[0], ast.Expr | ast.Return):
        return False
    call = body[0].value.value if isinstance(body[0].value, ast.Await) else body[0].value
    if not isinstance(call, ast.Call) or not _is_plain(call.func):
        return False
    named = function.args
    own = [
        arg.arg
        for arg in (*named.posonlyargs, *named.args, *named.kwonlyargs, named.vararg, named.kwarg)
        if arg
    ]
    passed = [
        argument.value if isinstance(argument, ast.Starred) else argument
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
    ]
    names = [argument.id for argument in passed if isinstance(argument, ast.Name)]
    return len(names) == len(passed) and sorted(names) == sorted(
        own[1:] if own[:1] in (["self"], ["cls"]) else own
    )


def _is_plain(callee: ast.expr) -> bool:
    while isinstance(callee, ast.Attribute):
        callee = callee.value
    return isinstance(callee, ast.Name)


if __name__ == "__main__":
    lines = list(found_in(*map(Path, sys.argv[1:])))
    print(*lines, f"{len(lines)} pure relays", sep="\n")
