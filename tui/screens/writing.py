"""A field of several lines, in the tones of the theme; YAML is coloured where that is installed."""

from collections.abc import Mapping
from importlib.util import find_spec

from rich.style import Style
from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from tui.panes.prose import paste
from tui.panes.tones import style_of
from tui.view.line import Tone

NAME = "dateline"
INDENT = 2
LANGUAGE = "yaml"

_TONES: dict[str, Tone] = {
    "yaml.field": "accent",
    "comment": "dim",
    "punctuation.delimiter": "dim",
    "punctuation.bracket": "dim",
    "punctuation.special": "dim",
    "error": "bad",
}
"""The tones of what is not simply text; that a value looks like a number means nothing here."""


class Field(TextArea):
    """Several lines of text."""

    def __init__(self, text: str, theme: TextAreaTheme, language: str | None) -> None:
        super().__init__(text, language=language, tab_behavior="indent", show_line_numbers=True)
        self.register_theme(theme)
        self.theme = theme.name
        self.indent_width = INDENT
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Put in what is pasted."""
        paste(self, event)


def field_for(text: str, variables: Mapping[str, str]) -> Field:
    """A field with a text.

    Args:
        text: What is in it at first.
        variables: Those of the theme.
    """
    theme = theme_of(variables)
    if has_syntax():
        try:
            return Field(text, theme, LANGUAGE)
        except Exception:  # noqa: BLE001, whatever version is installed, the text can be edited
            return Field(text, theme, None)
    return Field(text, theme, None)


def has_syntax() -> bool:
    """Whether what colours YAML is installed."""
    return all(map(find_spec, ("tree_sitter", "tree_sitter_yaml")))


def theme_of(variables: Mapping[str, str]) -> TextAreaTheme:
    """How a field looks in a theme."""

    def ink(tone: Tone) -> Style:
        style = style_of(tone, "plain", variables)
        return style.without_color + Style(color=style.color)

    return TextAreaTheme(
        name=NAME,
        gutter_style=style_of("dim", "plain", variables),
        # The terminal's own cursor is shown; reversed as well it would not be seen.
        cursor_style=Style(),
        cursor_line_style=Style(),
        cursor_line_gutter_style=style_of("accent", "plain", variables),
        bracket_matching_style=Style(bold=True),
        selection_style=style_of("text", "cursor", variables),
        syntax_styles={name: ink(tone) for name, tone in _TONES.items()},
    )
