"""Completions for bash, zsh and fish, made from the command line's own parsers: python packaging/completions.py bash"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from commands import Command, Option, commands
from listing import suffixes

GENERAL = (("--help", "shows how Eyebox is used"), ("--version", "prints the version"))
"""Options without a command."""
PLACES = {
    "bash": "bash-completion/completions/eyebox",
    "zsh": "zsh/vendor-completions/_eyebox",
    "fish": "fish/vendor_completions.d/eyebox.fish",
}


def completions() -> dict[str, str]:
    """The text of each file by its place under usr/share."""
    return {PLACES[shell]: completion(shell) for shell in PLACES}


def completion(shell: str) -> str:
    """For bash 4.4 and newer (it needs nothing of bash-completion but to be found by it), zsh's own system, or fish 3."""
    return "\n".join({"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()) + "\n"


def _top() -> list[Command]:
    return [command for command in commands() if len(command.words) == 1]


def _under(command: Command) -> list[Command]:
    """The commands that are one word longer."""
    return [other for other in commands() if other.words[:-1] == command.words]


def _argument_values(command: Command) -> list[str]:
    return [value for option in command.arguments for value in option.values]


def _paths() -> str:
    return " ".join(f"'{' '.join(command.words)}'" for command in commands())


def _bash() -> Iterator[str]:
    yield "# Completion of eyebox for bash. Made by packaging/completions.py."
    yield "_eyebox() {"
    yield '    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path="" word'
    yield "    COMPREPLY=()"
    yield "    # --option=value comes as three words"
    yield '    if [[ $current == = ]]; then current=""'
    yield "    elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi"
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield "        [[ $word == --debug && -z $path ]] && continue"
    yield '        case "${path:+$path }$word" in'
    yield f'            {_paths().replace(" " + chr(39), "|" + chr(39))}) path="${{path:+$path }}$word" ;;'
    yield "            *) break ;;"
    yield "        esac"
    yield "    done"
    yield '    case "$path $before" in'
    for command in commands():
        for option in command.options:
            if option.takes_value:
                names = "|".join(f"'{' '.join(command.words)} {flag}'" for flag in option.flags)
                yield f"        {names}) {_bash_value(option)}; return ;;"
    yield "    esac"
    yield '    case "$path" in'
    names = " ".join(command.words[0] for command in _top())
    yield f"        '') _eyebox_words '{' '.join(flag for flag, _ in GENERAL)}' '{names}' ;;"
    for command in commands():
        flags = " ".join(flag for option in command.options for flag in option.flags)
        after = " ".join((*command.actions, *_argument_values(command)))
        free = any(option.takes != "values" for option in command.arguments)
        nothing = "" if free else "; compopt +o default +o bashdefault"
        if any(option.takes == "folder" for option in command.arguments):
            nothing = "; compopt +o default +o bashdefault -o dirnames"
        yield f"        '{' '.join(command.words)}') _eyebox_words '{flags}' '{after}'{nothing} ;;"
    yield "    esac"
    yield "}"
    yield "_eyebox_words() { # _eyebox_words OPTIONS WORDS: options after a dash, else words; nothing leaves file names to bash"
    yield '    if [[ $current == -* ]]; then mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")'
    yield '    else mapfile -t COMPREPLY < <(compgen -W "$2" -- "$current"); fi'
    yield "}"
    yield "complete -o bashdefault -o default -F _eyebox eyebox"


def _bash_value(option: Option) -> str:
    words = " ".join(option.values)
    given = f"_eyebox_words '' '{words}'; " if words else ""
    match option.takes:
        case "folder":
            return f"{given}compopt +o default +o bashdefault -o dirnames"
        case "image" | "file":
            return given + ":"
        case _:
            return f"{given}compopt +o default +o bashdefault"


def _zsh() -> Iterator[str]:
    yield "#compdef eyebox"
    yield "# Completion of eyebox for zsh. Made by packaging/completions.py."
    yield from _zsh_level("_eyebox", None, _top(), GENERAL)
    for command in commands():
        name = "_eyebox_" + "_".join(command.words)
        if command.actions:
            yield from _zsh_level(name, command, _under(command), ())
            continue
        yield f"{name}() {{"
        yield "    _arguments -S \\"
        yield from (f"        {_quoted(spec)} \\" for spec in _zsh_specs(command))
        yield "        && return 0"
        yield "}"
    yield '_eyebox "$@"'


def _zsh_level(
    name: str, command: Command | None, under: list[Command], general: tuple[tuple[str, str], ...]
) -> Iterator[str]:
    """A function that completes the next word of a command, or hands over to the function of what it is."""
    yield f"{name}() {{"
    if command is None:
        yield "    if [[ $words[2] == --debug ]]; then shift words; (( CURRENT-- )); fi"
    yield "    if (( CURRENT > 2 )); then"
    yield "        case $words[2] in"
    for other in under:
        yield f"            {other.words[-1]}) shift words; (( CURRENT-- )); _eyebox_{'_'.join(other.words)}; return ;;"
    yield "        esac"
    if command is not None:
        yield "        return 1"
    yield "    else"
    yield "        local -a names=("
    yield from (f"            {_quoted(f'{other.words[-1]}:{other.text}')}" for other in under)
    yield "        )"
    yield "        local -a options=("
    named = general or tuple((flag, o.text) for o in (command.options if command else ()) for flag in o.flags)
    yield from (f"            {_quoted(f'{flag}:{text}')}" for flag, text in named)
    yield "        )"
    yield "        [[ $PREFIX == -* ]] && { _describe -o option options; return }"
    yield "        _describe command names"
    yield "    fi"
    if command is None:
        yield f"    {_zsh_action('image', ())}"
    yield "}"


def _zsh_specs(command: Command) -> Iterator[str]:
    for option in command.options:
        text = "".join("\\" + c if c in "[]\\" else c for c in option.text or option.metavar)
        all_flags = " ".join(option.flags)
        for flag in option.flags:
            others = "*" if option.repeats else f"({all_flags})"
            value = (
                f":{_zsh_name(option)}:{_zsh_action(option.takes, option.values)}"
                if option.takes_value
                else ""
            )
            joined = ("=" if flag.startswith("--") else "+") if option.takes_value else ""
            yield f"{others}{flag}{joined}[{text}]{value}"
    for option in command.arguments:
        star = "*" if option.repeats else ""
        yield f"{star}:{_zsh_name(option)}:{_zsh_action(option.takes, option.values)}"


def _zsh_name(option: Option) -> str:
    return option.metavar.replace(":", "\\:")


def _zsh_action(takes: str, values: tuple[str, ...]) -> str:
    match takes:
        case "folder":
            return f"{{_files -/; compadd -- {' '.join(values)}}}" if values else "_files -/"
        case "image":
            return f'_files -g "*.(#i)({"|".join(suffix[1:] for suffix in suffixes())})(-.)"'
        case "file":
            return "_files"
        case "values":
            return f"({' '.join(values)})"
    return " "


def _fish() -> Iterator[str]:
    yield "# Completion of eyebox for fish. Made by packaging/completions.py."
    yield "function __eyebox_command --description 'the words of the command so far'"
    yield "    set -l path"
    yield "    for word in (commandline -opc)[2..-1]"
    yield '        test "$word" = --debug; and test -z "$path"; and continue'
    yield f"        contains -- (string join -- ' ' $path $word) {_paths()}; or break"
    yield "        set -a path $word"
    yield "    end"
    yield "    string join -- ' ' $path"
    yield "end"
    yield "function __eyebox_at --description 'whether this is the command so far'"
    yield '    test (__eyebox_command | string collect -a) = "$argv[1]"'
    yield "end"
    for flag, text in GENERAL:
        yield f"complete -c eyebox -n '__eyebox_at \"\"' -l {flag.lstrip('-')} -d {_quoted(text)}"
    for command in _top():
        yield _fish_word("", command)
    for command in commands():
        at = " ".join(command.words)
        for other in _under(command):
            yield _fish_word(at, other)
        for option in command.options:
            names = " ".join(f"-{'l' if f.startswith('--') else 's'} {f.lstrip('-')}" for f in option.flags)
            value = f" {_fish_value(option)}" if option.takes_value else ""
            text = f" -d {_quoted(option.text)}" if option.text else ""
            yield f"complete -c eyebox -n {_at(at)} {names}{value}{text}"
        takes = {option.takes for option in command.arguments}
        if values := _argument_values(command):
            yield f"complete -c eyebox -n {_at(at)} -a '{' '.join(values)}'"
        if "folder" in takes:
            yield f"complete -c eyebox -n {_at(at)} -f -a '(__fish_complete_directories)'"
        elif not takes & {"image", "file"}:
            yield f"complete -c eyebox -n {_at(at)} -f"


def _fish_word(at: str, command: Command) -> str:
    return f"complete -c eyebox -n {_at(at)} -a {command.words[-1]} -d {_quoted(command.text)}"


def _fish_value(option: Option) -> str:
    words = " ".join(option.values)
    match option.takes:
        case "folder":
            return f"-x -a '{' '.join([*option.values, '(__fish_complete_directories)'])}'"
        case "image" | "file":
            return "-r -F"
        case "values":
            return f"-x -a '{words}'"
    return "-x"


def _at(path: str) -> str:
    return f"'__eyebox_at \"{path}\"'"


def _quoted(text: str) -> str:
    """A text as one word of any of the three shells."""
    return "'" + text.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    sys.stdout.write(completion(sys.argv[1]))
