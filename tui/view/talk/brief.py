"""A part of a slide in a line: what it is and how it begins, for the one who speaks."""

from tui.timeline.records import Claim, Quote, Ref
from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, one_line
from tui.view.talk.deck import Slide
from tui.view.talk.parts import SUMMARY, TITLE, in_doubt, short_title
from tui.view.words import QUOTE, VERDICT_GLYPHS, VERDICT_TONES, surname


def brief(timeline: Timeline, slide: Slide, part: str) -> Line:
    """A part in a line of any width: `❝ Assad: “Stability is improving.”`."""
    if part == TITLE:
        return (Span(short_title(timeline, slide), "strong"),)
    if part == SUMMARY:
        event = timeline.event(slide.event)
        text = (event.summary or in_doubt(event)) if event else ""
        return (Span(one_line(text)),)
    kind, _, own = part.partition(" ")
    match timeline.find(Ref("quote" if kind == "quote" else "claim", own)):
        case Quote() as quote:
            who = f"{surname(timeline, quote)}: "
            words = Span(f"“{one_line(quote.text)}”")
            return (Span(f"{QUOTE} ", "quote"), Span(who, "strong"), words)
        case Claim() as claim:
            verdict = claim.verdict or "unchecked"
            head = f"{VERDICT_GLYPHS[verdict]} {verdict.capitalize()}: "
            return (Span(head, VERDICT_TONES[verdict]), Span(one_line(claim.text)))
    return (Span(part, "dim"),)
