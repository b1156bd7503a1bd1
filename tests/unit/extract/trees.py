"""Sentences about a small invented world, parsed by hand, as the rules of kg.extract see them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.extract import knowledge
from kg.extract.attribution import attributions
from kg.extract.knowledge import Knowledge
from kg.extract.scene import Scene
from kg.extract.time import expressions
from kg.extract.when import timed
from kg.ids import slug
from kg.language.syntax import Sentence, Word
from kg.model import Link, SegmentKind
from kg.resolve.actors import Resolver
from kg.resolve.context import Context
from kg.resolve.places import Locator
from kg.resolve.spans import names_of

ONTOLOGY = Path(__file__).with_name("ontology")
ISSUED = datetime.date(2020, 5, 14)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with all that is needed to read it."""

    now: Scene

    def the(self, text: str) -> Word:
        """The first word of that text."""
        return next(word for word in self.now.sentence.words if word.text == text)


def known() -> Knowledge:
    """The small world and its tables."""
    return knowledge.load(ONTOLOGY)


def sentence(rows: str) -> Sentence:
    """A sentence from rows `form/POS/relation@head/lemma/entity`, heads counted from 1.

    The lemma may be empty or left out, and is then the word in small letters. The entity's label
    begins with "+" where the entity goes on from the word before. Words stand one space apart.
    """
    cells = [[*row.split("/"), "", ""][:5] for row in rows.split()]
    words: list[Word] = []
    start = 0
    for i, (text, pos, arc, lemma, label) in enumerate(cells):
        word = Word(i, start, start + len(text), text, text.lower(), lemma or text.lower(), pos, "")
        word.rel, word.entity = arc.partition("@")[0], label.lstrip("+")
        word.entity_start = bool(label) and not label.startswith("+")
        words.append(word)
        start = word.end + 1
    for at, (word, cell) in enumerate(zip(words, cells, strict=True)):
        if head := int(cell[2].partition("@")[2]):
            word.head = words[head - 1]
            word.head.children.append(word)
        word.previous = words[at - 1] if at else None
        word.next = words[at + 1] if at + 1 < len(words) else None
    for word in words:
        seen = [word]
        while (above := seen[-1].head) is not None:
            assert above not in seen, f"a ring at {above.text!r}"
            seen.append(above)
    return Sentence(tuple(words))


def the(told: Sentence, text: str) -> Word:
    """The first word of that text."""
    return next(word for word in told.words if word.text == text)


def texts(words: list[Word]) -> list[str]:
    """The words as written."""
    return [word.text for word in words]


def context(country: str = "place/avenia") -> Context:
    """An article on Avenia of which nothing was read yet; "" for no country in focus."""
    world = known().world
    return Context(world, known().nominals, country, world.state_of.get(country))


def told(
    rows: str, within: Context | None = None, *, issued: datetime.date | None = ISSUED
) -> Told:
    """The sentence of the rows as a scene, in an article of 14 May 2020 on Avenia."""
    read, within = sentence(rows), context() if within is None else within
    names = names_of(read, within)
    resolver = Resolver(within, names)
    times = expressions(" ".join(word.text for word in read.words), issued)
    return Told(
        Scene(
            sentence=read,
            paragraph=0,
            segment=SegmentKind.BODY,
            resolver=resolver,
            locator=Locator(within, names, known().place_words),
            times=timed(read, times),
            issued=issued,
            knowledge=known(),
            sayings=attributions(read, resolver, known().speech),
        )
    )


def labels(links: list[Link] | tuple[Link, ...]) -> list[str]:
    """The labels of links, in order."""
    return [link.label for link in links]


@lru_cache(maxsize=64)
def to(iri: str, surface: str = "", rule: str = "label", score: float = 1.0) -> Link:
    """A link to a thing of the small world."""
    entity = known().world.entities[iri]
    return Link(iri, entity.label, entity.cls, surface or entity.label, rule, score)


def generic(label: str, cls: str, surface: str = "") -> Link:
    """A link to a group of Avenia without a name."""
    full = f"{label} (Avenia)"
    return Link(f"actor/{slug(full)}", full, cls, surface or label, f"generic {label}", 0.7)


def plain(link: Link) -> Link:
    """The link without how it was made."""
    return replace(link, surface="", rule="", score=0.0)
