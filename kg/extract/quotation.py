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
        inside: whether a quotation stands open.
        speaker: the saying whose speakers a further quotation is of, None before any.
    """

    inside: bool = False
    speaker: Attribution | None = None

    def carried(self, now: Scene) -> Scene:
        """The sentence, with its speaker where it is a quotation that only goes on.

        For: "We left," she said. "They bombed the school."
        """
        quoted = self.inside or now.sentence.words[0].text in (*_OPENING, *_EITHER)
        self.inside = _open_behind(now.sentence, inside=self.inside)
        if now.sayings:
            self.speaker = next((each for each in now.sayings if each.speakers), None)
            return now
        if not quoted or self.speaker is None:
            self.speaker = None
            return now
        content = frozenset(word.i for word in now.sentence.words)
        again = replace(self.speaker, content=content)
        return replace(now, sayings=[again])


def _open_behind(sentence: Sentence, *, inside: bool) -> bool:
    """Whether a quotation still stands open behind a sentence."""
    for word in sentence.words:
        if word.text in _OPENING:
            inside = True
        elif word.text in _CLOSING:
            inside = False
        elif word.text in _EITHER:
            inside = not inside
    return inside
