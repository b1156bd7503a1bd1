"""Text with named entities marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.util import filter_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

_CLOSING = {
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "%",
    "'s",
    "\N{RIGHT SINGLE QUOTATION MARK}s",
    "n't",
    "'",
    "''",
}
_OPENING = {"(", "[", "$", "£", "€", "``"}


@dataclass(frozen=True, slots=True)
class Name:
    """A marked name: code-point offsets into the passage, half-open, and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of one or more sentences and the names in it, in order, without overlap."""

    text: str
    names: tuple[Name, ...]


def joined(words: Sequence[str], spaces: Sequence[bool], runs: Iterable[Name]) -> Passage:
    """A passage from words.

    Args:
        words: the words.
        spaces: whether a space follows each.
        runs: names with offsets counted in words.
    """
    starts, text = [], ""
    for word, space in zip(words, spaces, strict=True):
        starts.append(len(text))
        text += word + " " * space
    names = [
        Name(starts[r.start], starts[r.end - 1] + len(words[r.end - 1]), r.label) for r in runs
    ]
    return Passage(text.rstrip(), tuple(names))


def guessed_spaces(words: Sequence[str]) -> list[bool]:
    """Where spaces stood in a text that was handed down as words only."""
    following = [*words[1:], ""]
    return [
        after not in _CLOSING and word not in _OPENING and after != ""
        for word, after in zip(words, following, strict=True)
    ]


def document(nlp: Language, passage: Passage, *, whole: bool = False) -> Doc:
    """The passage as a spaCy document.

    A name that ends inside a token takes the whole token, unless it is part of a hyphened word:
    "Moscow-backed" is no place. Where names are marked `whole`, a hyphen beside one is a dash.
    """
    doc = nlp.make_doc(passage.text)
    kept = [n for n in passage.names if whole or "-" not in _neighbours(passage.text, n)]
    spans = [doc.char_span(n.start, n.end, label=n.label, alignment_mode="expand") for n in kept]
    doc.set_ents(filter_spans([span for span in spans if span is not None]))
    return doc


def _neighbours(text: str, name: Name) -> str:
    return text[max(0, name.start - 1) : name.start] + text[name.end : name.end + 1]
