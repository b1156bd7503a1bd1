"""Where: a word at the head of a noun phrase becomes a known or a new place."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.grammar import conjuncts, obliques
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.placenames import by_name
from kg.resolve.placenouns import by_noun
from kg.resolve.placescene import PlaceScene


@dataclass(frozen=True, slots=True)
class Locator(PlaceScene):
    """Resolves the words of one sentence to places."""

    def place(self, word: Word) -> Link | None:
        """The place that a head word stands for, or None; the first of "the towns of A and B"."""
        return next(iter(self.places(word)), None)

    def places(self, word: Word) -> list[Link]:
        """The places that a head word stands for: several in "the towns of A, B and C"."""
        included = self._included(word)
        if included:
            return included
        link = by_name(self, word) or by_noun(self, word)
        if link is None:
            return self._by_quantity(word)
        kind = self.words.class_of(word.lemma) if word.lemma in self.words.area else ""
        others = [by_name(self, other, kind) for other in self._coordinated_names(word)]
        found = [link, *(other for other in others if other is not None)]
        for each in found:
            self.context.remember(each)
        return found

    def _included(self, word: Word) -> list[Link]:
        """For "areas in the north, including the towns of A and B": the more exact ones."""
        if not self.words.is_loose(word) and word.lemma not in self.words.area:
            return []
        above = [word.head] if word.head is not None and word.head.pos in ("VERB", "NOUN") else []
        told = (
            each.word
            for head in (word, *above)
            for each in obliques(head)
            if each.preposition == "including" and each.word.i > word.i
        )
        return [link for each in told for link in self.places(each) if link.cls == "Settlement"]

    def _by_quantity(self, word: Word) -> list[Link]:
        """For "most of Paletwa", "half of the town": the place that is told a share of."""
        if word.lemma not in self.words.shares:
            return []
        inner = (each.word for each in obliques(word) if each.preposition == "of")
        return next((self.places(each) for each in inner), [])

    def _coordinated_names(self, word: Word) -> list[Word]:
        """Names coordinated with the one that a plural place noun carries."""
        if word.i in self.names:  # "Rutshuru and Masisi territories"
            plural = word.lower != word.lemma and self.words.class_of(word.lemma) != ""
            own = self.names[word.i]
            apart = [child for child in word.of("compound") if self.names.get(child.i, own) != own]
            return apart if plural else []
        if not self.words.is_place(word):
            return []
        below = word.of("appos", "flat", "nmod:desc", "compound")
        inner = [each.word for each in obliques(word)]
        below += [each for behind in inner for each in (behind, *behind.of("compound"))]
        firsts = [child for child in below if child.i in self.names]
        if firsts and firsts[0] in inner and (further := self._coordinated_names(firsts[0])):
            return further  # "large parts of Rutshuru and Masisi territories"
        listed = [each for first in firsts[:1] for each in conjuncts(first)]
        return [each for name in listed for each in (name, *self._run_on(word, name))][1:]

    def _run_on(self, noun: Word, first: Word) -> list[Word]:
        """Further names in a list that lost its commas: "the towns of Anadan Khan Touman"."""
        if noun.lower == noun.lemma:
            return []
        own = self.names.get(first.i)
        return [
            child
            for child in first.of("flat")
            if (named := self.names.get(child.i)) and named is not own and named.words[0] is child
        ]
