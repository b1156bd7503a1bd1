"""Quotations that go on over several sentences of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.attribution import Attribution
from kg.extract.scene import Scene
from kg.language.syntax import Sentence

_OPENING, _CLOSING, _EITHER = ("“", "«", "„"), ("”", "»"), ('"', "``", "''")


@dataclass(slots=True)
class Quoting:
    """Who is being quoted, sentence by sentence of one paragraph.

    Attributes:
        opened: the mark that opened the quotation that stands open, "" outside one.
        speaker: the saying whose speakers a further quotation is of, None before any.
    """

    opened: str = ""
    speaker: Attribution | None = None

    def carried(self, now: Scene) -> Scene:
        """The sentence, with its speaker where it is a quotation that only goes on.

        For: "We left," she said. "They bombed the school."
        """
        quoted = bool(self.opened) or now.sentence.words[0].text in (*_OPENING, *_EITHER)
        self.opened = _open_behind(now.sentence, self.opened)
        if now.sayings:
            self.speaker = next((each for each in now.sayings if each.speakers), None)
            return now
        if not quoted or self.speaker is None:
            self.speaker = None
            return now
        content = frozenset(word.i for word in now.sentence.words)
        again = replace(self.speaker, content=content)
        return replace(now, sayings=[again])


def _open_behind(sentence: Sentence, opened: str) -> str:
    """The mark of the quotation that still stands open behind a sentence, "" if none does."""
    for word in sentence.words:
        mark = word.text
        if mark in _CLOSING or (mark in _EITHER and opened) or (mark == "“" and opened == "„"):
            opened = ""
        elif mark in (*_OPENING, *_EITHER):
            opened = mark
    return opened
