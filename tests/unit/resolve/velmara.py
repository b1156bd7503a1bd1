"""A small invented world, and sentences about it parsed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.ids import slug
from kg.language.syntax import Sentence, Word
from kg.model import Link
from kg.resolve import nominals, placewords, world
from kg.resolve.actors import Resolver
from kg.resolve.context import Context
from kg.resolve.places import Locator
from kg.resolve.spans import names_of
from kg.resolve.world import Meaning

ONTOLOGY = Path(__file__).with_name("ontology")
HOME = "place/velmara"


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, the context in which it is read, and what resolves its words."""

    sentence: Sentence
    resolver: Resolver
    locator: Locator

    def the(self, text: str) -> Word:
        """The first word of that text."""
        return next(word for word in self.sentence.words if word.text == text)


def told(rows: str) -> Sentence:
    """A sentence from rows `word/POS/relation@head/lemma/entity`, heads counted from 1.

    The lemma may be empty or left out, and is then the word in small letters. The entity's label
    begins with "+" where the entity goes on from the word before.
    """
    cells = [[*row.split("/"), "", ""][:5] for row in rows.split()]
    words = [
        Word(
            i, i * 40, i * 40 + len(text), text, text.lower(), lemma or text.lower(), pos,
            arc.partition("@")[0], label.lstrip("+"), bool(label) and not label.startswith("+"),
        )
        for i, (text, pos, arc, lemma, label) in enumerate(cells)
    ]  # fmt: skip
    for at, (word, cell) in enumerate(zip(words, cells, strict=True)):
        if head := int(cell[2].partition("@")[2]):
            word.head = words[head - 1]
            word.head.children.append(word)
        word.previous = words[at - 1] if at else None
        word.next = words[at + 1] if at + 1 < len(words) else None
    return Sentence(tuple(words))


def context(country: str = HOME) -> Context:
    """An article on a country of which nothing was read yet; "" for none in focus."""
    known = world.load(ONTOLOGY)
    return Context(known, nominals.load(ONTOLOGY), country, known.state_of.get(country))


def after(*spoken_of: Link, country: str = HOME, monitor: Link | None = None) -> Context:
    """An article that spoke of these, and leans on a monitor where one is given."""
    article = context(country)
    article.monitor = monitor
    for link in spoken_of:
        article.remember(link)
    return article


def reading(rows: str, within: Context | None = None) -> Reading:
    """The sentence of the rows, read within a context; by default in an article on Velmara."""
    sentence, within = told(rows), context() if within is None else within
    names = names_of(sentence, within)
    words = placewords.load(ONTOLOGY)
    return Reading(sentence, Resolver(within, names), Locator(within, names, words))


def to(iri: str, surface: str, rule: str, score: float) -> Link:
    """A link to a thing of the small world."""
    entity = world.load(ONTOLOGY).entities[iri]
    return Link(iri, entity.label, entity.cls, surface, rule, score)


def new(label: str, cls: str, surface: str, rule: str, score: float) -> Link:
    """A link to an actor that the small world lacks."""
    return Link(f"actor/{slug(label)}", label, cls, surface, rule, score)


def generic(label: str, cls: str, surface: str) -> Link:
    """A link to a group of Velmara without a name."""
    return new(f"{label} (Velmara)", cls, surface, f"generic {label}", 0.7)


def by_noun(rows: str, within: Context | None = None) -> Link | None:
    """Whom the noun at the root stands for."""
    told_of = reading(rows, within)
    root = next(word for word in told_of.sentence.words if word.rel == "root")
    return told_of.resolver.by_noun(root)


def meaning(iri: str, how: str = "label") -> Meaning:
    """What a name stands for: a thing of the small world."""
    entity = context().world.entities[iri]
    return Meaning(entity, how, entity.label)


def part(label: str, surface: str, whole: str, rule: str = "part of a place") -> Link:
    """A part of a place that no table has."""
    slug = label.lower().replace(" ", "-").replace(",", "")
    return Link(f"place/{slug}", label, "Area", surface, rule, 0.8, whole)


def place(rows: str, within: Context | None = None) -> Link | None:
    """Where the root of the sentence is."""
    told = reading(rows, within)
    root = next(word for word in told.sentence.words if word.rel == "root")
    return told.locator.place(root)
