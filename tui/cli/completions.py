"""`dateline completions`: the scripts that complete commands in bash, zsh and fish.

They are made of what the commands take, hold all of it, and run nothing while a person types.
"""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final, NamedTuple

from tui import shipped
from tui.cli.commands import BROWSE, COMMANDS, load
from tui.cli.options import FILE, FOLDER, THEME, Option, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, say

SHELLS: Final = ("bash", "zsh", "fish")

_EPILOG = """To have it in every shell, put one of these lines into

  ~/.bashrc                   eval "$(dateline completions bash)"
  ~/.zshrc, behind compinit   eval "$(dateline completions zsh)"
  ~/.config/fish/config.fish  dateline completions fish | source"""


class _Described(NamedTuple):
    """A command, what it does and what it takes."""

    name: str
    about: str
    options: tuple[Option, ...]

    @property
    def named(self) -> list[Option]:
        """What is given by name."""
        return [option for option in self.options if option.flags]

    @property
    def placed(self) -> list[Option]:
        """What is given by its place."""
        return [option for option in self.options if not option.flags]


def parser() -> Parser:
    """What reads its words."""
    about = "Print the script that completes commands, options, files and values."
    made = parser_of("completions", about, _EPILOG)
    made.add_argument("shell", choices=SHELLS)
    return made


def run(options: Namespace) -> int:
    """Print the script for a shell."""
    described = tuple(
        _Described(name, about, tuple(load(name).parser().options()))
        for name, about in {BROWSE: "", **COMMANDS}.items()
    )
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]
    say("".join(f"{line}\n" for line in script(described)))
    return DONE


def _words(option: Option) -> tuple[str, ...]:
    """The values that an option may have, as far as they are known."""
    if option.value == THEME:
        return tuple(sorted(path.stem for path in shipped("themes").glob("*.yaml")))
    return option.choices


def _bash(commands: tuple[_Described, ...]) -> Iterator[str]:
    names = "|".join(COMMANDS)
    yield "# Completes dateline in bash."
    yield "_dateline() {"
    yield "    local command=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]}"
    yield "    local before=${COMP_WORDS[COMP_CWORD - 1]} words= options= paths="
    # Bash takes the sign of --option=value for a word of its own.
    yield "    if [[ $word == = ]]; then word=; "
    yield "    elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi"
    yield f"    case $command in {names}) ;; *) command= ;; esac"
    yield "    if ((COMP_CWORD == 1)); then command=; fi"
    yield '    case "$command $before" in'
    for command in commands:
        for option in command.named:
            if option.value:
                patterns = " | ".join(f"'{command.name} {flag}'" for flag in option.flags)
                yield f"        {patterns}) {_bash_values(option)} ;;"
    yield "        *)"
    yield "            case $command in"
    for command in commands:
        flags = "\\n".join(flag for option in command.named for flag in option.flags)
        values = " ".join(map(_bash_values, command.placed))
        yield f"                '{command.name}') options=$'{flags}' {values} ;;"
    yield "            esac"
    joined = "\\n".join(COMMANDS)
    yield f"            if ((COMP_CWORD == 1)); then words=$'{joined}'; fi"
    yield "            if [[ $word == -* ]]; then words=$options paths=; fi"
    yield "            ;;"
    yield "    esac"
    yield "    local IFS=$'\\n'"
    yield '    COMPREPLY=($(compgen $paths -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o filenames -F _dateline dateline"


def _bash_values(option: Option) -> str:
    """What sets the values that an option may have."""
    if option.value in (FILE, FOLDER):
        return "paths=-f" if option.value == FILE else "paths=-d"
    joined = "\\n".join(_words(option))
    return f"words=$'{joined}'"


def _zsh(commands: tuple[_Described, ...]) -> Iterator[str]:
    yield "#compdef dateline"
    yield "# Completes dateline in zsh."
    yield "_dateline() {"
    yield "    local -a commands"
    yield "    commands=("
    for name, about in COMMANDS.items():
        yield f"        {_quoted(f'{name}:{about}')}"
    yield "    )"
    yield "    local command="
    yield "    if (( CURRENT > 2 )) && [[ -n ${commands[(r)${words[2]}:*]} ]]; then"
    yield "        command=${words[2]}"
    yield "        shift words"
    yield "        (( CURRENT-- ))"
    yield "    elif (( CURRENT == 2 )); then"
    yield "        _describe -t commands command commands"
    yield "    fi"
    yield "    case $command in"
    for command in commands:
        yield f"    '{command.name}')"
        yield "        _arguments \\"
        specs = [spec for option in command.named for spec in _zsh_named(option)]
        specs += [_zsh_placed(at, option) for at, option in enumerate(command.placed, 1)]
        yield " \\\n".join(f"            {_quoted(spec)}" for spec in specs)
        yield "        ;;"
    yield "    esac"
    yield "}"
    # Zsh runs a file of its completion path as a function, and reads any other as it stands.
    yield 'if [[ ${funcstack[1]} == _dateline ]]; then _dateline "$@"'
    yield "else compdef _dateline dateline; fi"


def _zsh_named(option: Option) -> Iterator[str]:
    about = option.about.replace("[", "\\[").replace("]", "\\]")
    for flag in option.flags:
        value = f":{option.value}:{_zsh_values(option)}" if option.value else ""
        yield f"{flag}{'=' if value and flag.startswith('--') else ''}[{about}]{value}"


def _zsh_placed(at: int, option: Option) -> str:
    place = "*" if option.repeats else str(at)
    return f"{place}:{option.value}:{_zsh_values(option)}"


def _zsh_values(option: Option) -> str:
    if option.value in (FILE, FOLDER):
        return "_files" if option.value == FILE else "_files -/"
    return f"({' '.join(_words(option))})" if _words(option) else " "


def _fish(commands: tuple[_Described, ...]) -> Iterator[str]:
    yield "# Completes dateline in fish."
    for name, about in COMMANDS.items():
        yield f"complete -c dateline -n __fish_use_subcommand -a {name} -d {_quoted(about)}"
    for command in commands:
        seen = f"__fish_seen_subcommand_from {command.name or ' '.join(COMMANDS)}"
        when = seen if command.name else f"not {seen}"
        start = f"complete -c dateline -n {_quoted(when)}"
        if not any(option.value == FILE for option in command.placed):
            yield f"{start} -f"
        for option in command.placed:
            if _words(option):
                yield f"{start} -a {_quoted(' '.join(_words(option)))}"
        for option in command.named:
            flags = " ".join(_fish_flag(flag) for flag in option.flags)
            yield f"{start} {flags}{_fish_values(option)} -d {_quoted(option.about)}"


def _fish_flag(flag: str) -> str:
    return f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"


def _fish_values(option: Option) -> str:
    if not option.value:
        return ""
    if option.value in (FILE, FOLDER):
        return " -r" if option.value == FILE else " -x -a '(__fish_complete_directories)'"
    return f" -x -a {_quoted(' '.join(_words(option)))}" if _words(option) else " -x"


def _quoted(text: str) -> str:
    """A text as one word of zsh and fish, whatever is in it."""
    return "'" + text.replace("'", "'\"'\"'") + "'"
