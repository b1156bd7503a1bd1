"""Noun phrases of agency copy, built with their trees: people, speakers, tolls and times."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language.recipe.phrases import Phrases, an, flat, headed, leaf, with_case
from kg.language.recipe.trees import Piece, built, spaced

if TYPE_CHECKING:
    import random

    from kg.language.recipe.names import Names

_FILE = Path(__file__).with_name("wire.toml")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "March", "April", "May", "June", "July", "August", "October", "December")


@dataclass(frozen=True, slots=True)
class People(Phrases):
    """A source of noun phrases of every kind."""

    def person(self) -> Piece:
        """A person by name, often behind a title or "HTS leader", or with ", a resident of X,"."""
        name = flat(self.names.draw("person", self.chance))
        draw = self.chance.random()
        if draw < 0.4:
            return name
        if draw < 0.6:
            short = self.names.draw("acronyms", self.chance)
            role = headed([(short, "NNP", "compound"), (self.one("speakers"), "NN", "x")])
            return built([(role, "nmod:desc"), (name, "nsubj")], root=1)
        words = self.names.draw("titles", self.chance).split()
        title = headed([(word, "NNP", "compound") for word in words])
        return built([(title, "nmod:desc"), (name, "nsubj")], root=1)

    def speaker(self) -> Piece:
        """Who speaks: a person, a body, "an AFP correspondent"."""
        draw = self.chance.random()
        if draw < 0.3:
            return self.person()
        if draw < 0.5:
            article = self.likely(0.75)
            kind = "bodies" if article else "plain_bodies"
            return self.english(self.names.draw(kind, self.chance), article=article)
        if draw < 0.6:
            return flat(self.names.draw("agencies", self.chance))
        if draw < 0.75:
            return self.army()
        agency = self.names.draw(self.chance.choice(["agencies", "acronyms"]), self.chance)
        if len(agency.split()) > 1:
            return self.person()
        parts = [(an(agency), "DT", "det"), (agency, "NNP", "compound")]
        return headed([*parts, (self.one("speakers"), "NN", "nsubj")])

    def voice(self, *, inside: bool) -> Piece:
        """A speaker, now and then named twice: "a spokesman, X," or "X, the mayor of Y,".

        Args:
            inside: whether words follow, so that a comma closes the second name.
        """
        draw = self.chance.random()
        if draw > 0.3:
            return self.speaker()
        name = flat(self.names.draw("person", self.chance))
        if draw < 0.15:
            side = [(self.one("offices"), "JJ", "amod")] if self.likely(0.4) else []
            noun = [*side, (self.one("speakers"), "NN", "x")]
            owners = [
                ("its", "PRP$", "nmod:poss"),
                ("the", "DT", "det"),
                (an(noun[0][0]), "DT", "det"),
            ]
            first, second = headed([self.chance.choice(owners), *noun]), name
        else:
            speaker = self.one("speakers")
            role = headed([(an(speaker), "DT", "det"), (speaker, "NN", "x")])
            body = self.english(self.names.draw("bodies", self.chance), article=True)
            second = built(
                [(role, "x"), (with_case(self.chance.choice(["for", "of"]), body), "nmod")], root=0
            )
            first = name
        close = [(leaf(",", ","), "punct")] if inside else []
        aside = built(
            [(leaf(",", ","), "punct"), (spaced(second, after=not inside), "x"), *close], root=1
        )
        return built([(spaced(first, after=False), "x"), (aside, "appos")], root=0)

    def victims(self) -> Piece:
        """People counted: "35 civilians", "at least 35 fighters", "dozens of people"."""
        plural, lemma = self.verb("victims")
        noun = leaf(plural, "NNS", lemma)
        if self.likely(0.12):
            crowd = leaf(self.chance.choice(["dozens", "hundreds", "scores", "thousands"]), "NNS")
            tree = built([(crowd, "obj"), (with_case("of", noun), "nmod")], root=0)
        else:
            tree = self.counted()
        if self.likely(0.15):
            few = [(self.chance.choice(["two", "three", "five"]), "CD", "nummod")]
            part = headed([*few, (self.chance.choice(["children", "women"]), "NNS", "x")])
            among = built(
                [(leaf(",", ","), "punct"), (leaf("including", "VBG"), "case"), (part, "x")], 2
            )
            if self.likely(0.7):
                close = (leaf(",", ","), "punct")
                among = built([(spaced(among, after=False), "nmod"), close], root=0)
            return built([(spaced(tree, after=False), "obj"), (among, "nmod")], root=0)
        return tree

    def tolls(self) -> Piece:
        """People counted, sometimes in a list: "12 civilians, 19 rebels and three soldiers"."""
        if self.likely(0.75):
            return self.victims()
        last = built([(leaf("and", "CC"), "cc"), (self.counted(), "conj")], root=1)
        parts = [(self.counted(), "obj"), (last, "conj")]
        if self.likely(0.5):
            second = built([(leaf(",", ","), "punct"), (self.counted(), "conj")], root=1)
            parts = [(spaced(parts[0][0], after=False), "obj"), (second, "conj"), (last, "conj")]
        return built(parts, root=0)

    def counted(self) -> Piece:
        """A figure and people: "at least 35 regime fighters"."""
        plural, lemma = self.verb("victims")
        figure = self.chance.choice(["two", "three", "seven", "12", "19", "35", "1,200", "180,000"])
        side = [(leaf(self.one("compounds"), "NN"), "compound")] if self.likely(0.2) else []
        noun = (leaf(plural, "NNS", lemma), "obj")
        return built([*self._about(leaf(figure, "CD")), *side, noun], root=-1)

    def _about(self, figure: Piece) -> list[tuple[Piece, str]]:
        draw = self.chance.random()
        if draw < 0.25:
            least = built([(leaf("at", "IN"), "case"), (leaf("least", "JJS"), "nmod")], root=1)
            return [(built([(least, "nmod"), (figure, "nummod")], root=1), "nummod")]
        if draw < 0.35:
            more = built([(leaf("more", "JJR"), "advmod"), (leaf("than", "IN"), "fixed")], root=0)
            return [(built([(more, "advmod"), (figure, "nummod")], root=1), "nummod")]
        if draw < 0.5:
            nearly = leaf(self.chance.choice(["nearly", "about", "around", "almost"]), "RB")
            return [(built([(nearly, "advmod"), (figure, "nummod")], root=1), "nummod")]
        some = [(leaf("some", "DT"), "det")] if draw < 0.57 else []
        return [*some, (figure, "nummod")]

    def time(self) -> tuple[Piece, str]:
        """When, with its relation: "on Monday", "Monday", "last week", "in July", "overnight"."""
        day, draw = leaf(self.chance.choice(_DAYS), "NNP"), self.chance.random()
        if draw < 0.35:
            return with_case("on", day), "obl"
        if draw < 0.7:
            return day, "obl:unmarked"
        if draw < 0.8:
            words = [
                ("last", "JJ", "amod"),
                (self.chance.choice(["week", "month", "year"]), "NN", "x"),
            ]
            return headed(words), "obl:unmarked"
        if draw < 0.9:
            return with_case("in", leaf(self.chance.choice(_MONTHS), "NNP")), "obl"
        return leaf("overnight", "RB"), "advmod"


def load(names: Names, chance: random.Random) -> People:
    """Phrases with the words of wire.toml.

    Raises:
        OSError, tomllib.TOMLDecodeError: if the file is missing or broken.
    """
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    plain = {kind: row for kind, row in rows.items() if isinstance(row[0], str)}
    forms = {kind: [tuple(r) for r in row] for kind, row in rows.items() if kind not in plain}
    return People(chance, names, plain, forms)
