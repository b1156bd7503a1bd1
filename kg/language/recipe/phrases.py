"""Noun phrases of agency copy, built with their trees: places, targets and who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.recipe.trees import Piece, built, single, spaced

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from kg.language.recipe.names import Names

Verb = tuple[str, ...]  # past, participle, base, present participle and, for movement, preposition


def leaf(form: str, tag: str, lemma: str = "") -> Piece:
    """One word by form and tag; what the treebank says of its kind is filled in later."""
    return single(form, tag, "", lemma=lemma)


def headed(parts: list[tuple[str, str, str]]) -> Piece:
    """A phrase of single words (form, tag, relation); the last one is its head."""
    return built([(leaf(form, tag), dep) for form, tag, dep in parts], root=len(parts) - 1)


def an(word: str) -> str:
    """The indefinite article before a word."""
    return "an" if word[0] in "aeioAEIO" else "a"


def with_case(preposition: str, noun: Piece) -> Piece:
    """The noun phrase behind a preposition."""
    return built([(leaf(preposition, "IN"), "case"), (noun, "obl")], root=1)


def flat(name: str) -> Piece:
    """A name whose parts all hang flat from the first; a leading "the" is its determiner."""
    words = name.split()
    parts = [(leaf(word, "NNP"), "flat") for word in words if word != "the"]
    tree = built(parts, root=0)
    return built([(leaf("the", "DT"), "det"), (tree, "obl")], root=1) if words[0] == "the" else tree


@dataclass(frozen=True, slots=True)
class Phrases:
    """A source of noun phrases for places and actors.

    Attributes:
        chance: the source of chance.
        names: pools of names.
        words: rows of wire.toml.
    """

    chance: random.Random
    names: Names
    words: Mapping[str, list[str]]
    verbs: Mapping[str, list[Verb]]

    def one(self, kind: str) -> str:
        """A word of a row."""
        return self.chance.choice(self.words[kind])

    def verb(self, kind: str) -> Verb:
        """The forms of one verb, or of one countable noun (plural, singular)."""
        return self.chance.choice(self.verbs[kind])

    def likely(self, share: float) -> bool:
        """True in that share of cases."""
        return self.chance.random() < share

    def place(self) -> Piece:
        """A place, bare or in company: "Idlib", "the town of X", "X province", "northern X"."""
        town = flat(self.names.draw(self.chance.choice(["towns", "towns", "regions"]), self.chance))
        draw = self.chance.random()
        if draw < 0.45 or town.words[0].form == "the":
            return town
        if draw < 0.62:
            kind = headed([("the", "DT", "det"), (self.one("settlements"), "NN", "obl")])
            return built([(kind, "obl"), (with_case("of", town), "nmod")], root=0)
        if draw < 0.76:
            return built([(town, "compound"), (leaf("province", "NN"), "obl")], root=1)
        if draw < 0.90:
            return built([(leaf(self.one("directions"), "JJ"), "amod"), (town, "obl")], root=1)
        edge = headed([("the", "DT", "det"), ("outskirts", "NNS", "obl")])
        return built([(edge, "obl"), (with_case("of", town), "nmod")], root=0)

    def target(self) -> Piece:
        """What is struck or taken: a place, or "a hospital in X"."""
        if self.likely(0.5):
            return self.place()
        words = self.one("targets").split()
        article = self.chance.choice([an(words[0]), "the"])
        parts = [(article, "DT", "det")]
        parts += [(word, "NN", "compound") for word in words]
        thing = headed(parts)
        return built([(thing, "obj"), (with_case("in", self.place()), "nmod")], root=0)

    def group(self) -> Piece:
        """An armed group by name, sometimes with its short name in brackets."""
        draw = self.chance.random()
        if draw < 0.35:
            name = flat(self.names.draw("flat_groups", self.chance))
        elif draw < 0.6:
            return flat(self.names.draw("acronyms", self.chance))
        else:
            name = self.english(self.names.draw("english_groups", self.chance))
        if self.likely(0.2):
            short = self.names.draw("acronyms", self.chance)
            left, right = (
                (spaced(leaf("(", "-LRB-"), after=False), "punct"),
                (leaf(")", "-RRB-"), "punct"),
            )
            inner = built([left, (spaced(leaf(short, "NNP"), after=False), "appos"), right], root=1)
            return built([(name, "nsubj"), (inner, "appos")], root=0)
        return name

    def english(self, name: str, *, article: bool = True) -> Piece:
        """A name of English words under its last word, or under the word before "of" or "for"."""
        link = next((word for word in name.split() if word in {"of", "for", "in"}), "")
        before, _, after = name.partition(f" {link} ") if link else (name, "", "")
        if any(word.islower() for word in before.split()):
            return flat(before)
        owner, _, rest = before.rpartition("'s ")
        parts = [(leaf("the", "DT"), "det")] if article else []
        if owner:
            mark = leaf("'s", "POS")
            holder = headed([(word, "NNP", "compound") for word in owner.split()])
            parts = [
                (
                    built([*parts, (spaced(holder, after=False), "x"), (mark, "case")], -2),
                    "nmod:poss",
                )
            ]
        words = [(leaf(word.replace("'", ""), "NNP"), "compound") for word in rest.split()]
        tree = built([*parts, *words], root=-1)
        return (
            built([(tree, "x"), (with_case(link, self._below(after)), "nmod")], 0) if link else tree
        )

    def _below(self, name: str) -> Piece:
        words = name.split()
        parts = [(word, "DT" if word == "the" else "NNP", "compound") for word in words]
        return headed([(form, tag, "det" if tag == "DT" else dep) for form, tag, dep in parts])

    def fighters(self) -> Piece:
        """Fighters described: "rebels", "government forces", "Turkish-backed Syrian rebels"."""
        plural, lemma = self.verb("fighters")
        before = []
        if self.likely(0.4):
            before.append((leaf(self.one("qualities"), "JJ"), "amod"))
        if self.likely(0.4):
            before.append((leaf(self.names.draw("demonyms", self.chance), "JJ"), "amod"))
        elif self.likely(0.4):
            before.append((leaf(self.one("compounds"), "NN"), "compound"))
        tree = built([*before, (leaf(plural, "NNS", lemma), "nsubj")], root=len(before))
        if self.likely(0.15):
            backed = built([(leaf("backed", "VBN", "back"), "acl"), (self.agent(), "obl:agent")], 0)
            return built([(tree, "nsubj"), (backed, "acl")], root=0)
        return tree

    def army(self) -> Piece:
        """An army by its people: "the Syrian army"."""
        demonym = self.names.draw("demonyms", self.chance)
        return headed(
            [("the", "DT", "det"), (demonym, "JJ", "amod"), (self.one("armies"), "NN", "x")]
        )

    def actor(self) -> Piece:
        """Who acts: a group, a state, an army, fighters, or two of these."""
        tree = self._one_actor()
        if self.likely(0.08):
            quality = self.one("qualities")
            kind = headed(
                [(an(quality), "DT", "det"), (quality, "JJ", "amod"), ("group", "NN", "x")]
            )
            commas = [
                (leaf(",", ","), "punct"),
                (spaced(kind, after=False), "appos"),
                (leaf(",", ","), "punct"),
            ]
            aside = built(commas, root=1)
            return built([(spaced(self.group(), after=False), "x"), (aside, "appos")], root=0)
        if self.likely(0.2):
            other = built([(leaf("and", "CC"), "cc"), (self._one_actor(), "conj")], root=1)
            return built([(tree, "nsubj"), (other, "conj")], root=0)
        return tree

    def _one_actor(self) -> Piece:
        draw = self.chance.random()
        if draw < 0.3:
            return self.group()
        if draw < 0.45:
            return flat(self.names.draw("states", self.chance))
        return self.army() if draw < 0.65 else self.fighters()

    def agent(self) -> Piece:
        """An actor behind "by"."""
        return with_case("by", self._one_actor())
