"""What kg reads in the re3d documents, held against entities and relations marked by hand.

re3d (Dstl, 2017) marks every mention, "we" and "the camp" among them, and sentence by sentence.
kg tells things that take part in what is reported, by document. So the two meet by name, leniently,
and nothing here is a floor: what re3d has not marked may still be right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from bench.corpus import Told

from kg.graph.quads import Sheet, links_of
from kg.model import Link, Report, Stance
from kg.resolve.world import World

_LEFT_OUT = frozenset(
    ("the", "a", "an", "al", "el", "ar", "as", "ash", "at", "ad", "az", "of", "in", "s")
)
_PRONOUNS = frozenset(
    ("i", "we", "he", "she", "it", "they", "you", "us", "our", "its", "his", "her", "their", "my")
)
#: Type of an entity -> classes of kg's things that are so.
_CLASSES = {
    "Person": ("Person",),
    "Organisation": ("State", "ArmedForces", "ArmedGroup", "Organization", "Population"),
    "Location": ("Country", "AdministrativeArea", "Settlement", "Facility", "Area"),
}
_TOLD = (Stance.ASSERTED, Stance.ALLEGED)
_ENDS = {"Backing": ("backer", "backed"), "Affiliation": ("member", "group")}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared.

    Attributes:
        words: without case, accents, articles and punctuation.
        proper: whether one of them is written as a name.
    """

    words: tuple[str, ...]
    proper: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How far kg and the corpus agree on one thing.

    Attributes:
        name: what is compared.
        marked: how many the corpus has.
        found: of those, how many kg tells.
        told: how many kg tells.
        right: of those, how many the corpus has.
    """

    name: str
    marked: int
    found: int
    told: int
    right: int

    @property
    def precision(self) -> float:
        """Of what kg tells, in 0..1."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """Of what the corpus has, in 0..1."""
        return self.found / self.marked if self.marked else 0.0


Names = tuple[Name, ...]
Pair = tuple[Names, Names]


def name(text: str) -> Name:
    """A text as it is compared.

    >>> name("The U.S.-led coalition's Al-Raqqah")
    Name(words=('us', 'led', 'coalition', 'raqqah'), proper=True)
    >>> name("The camp").proper, name("We").proper
    (False, False)
    """
    bare = re.sub(r"\b((?:[A-Z]\.)+)", lambda told: told[1].replace(".", "") + " ", text)
    letters = unicodedata.normalize("NFKD", re.sub("[‘’'ʿ]s?\\b", " ", bare))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = [each for each in re.findall(r"\w+", plain) if each.lower() not in _LEFT_OUT]
    proper = any(each[0].isupper() and each.lower() not in _PRONOUNS for each in words)
    return Name(tuple(each.lower() for each in words), proper)


def alike(one: Name, other: Name) -> bool:
    """Whether two names may be of one thing: the same words, or a name inside a longer one.

    >>> alike(name("Gen. Jane Roe"), name("Jane Roe")), alike(name("forces"), name("Iraqi forces"))
    (True, False)
    """
    short, long = sorted((one, other), key=lambda each: len(each.words))
    if not short.words:
        return False
    return one.words == other.words or (short.proper and set(short.words) <= set(long.words))


def measured(told: Sequence[Told], world: World, tree: Mapping[str, Sequence[str]]) -> list[Score]:
    """The scores of a corpus.

    Args:
        told: its records with what was read in them.
        world: the curated things, for their other names.
        tree: superclasses of each type of event, itself among them.
    """

    def backings(sheet: Sheet) -> list[Pair]:
        return _pairs(_backings(sheet), world)

    def fights(sheet: Sheet) -> list[Pair]:
        return _pairs(_fights(sheet, tree), world)

    return [
        *(_names(told, world, kind) for kind in _CLASSES),
        *_relations(told, "AlliesOf", backings),
        *_relations(told, "FightingAgainst", fights),
    ]


# --------------------------------------------------------------------- names


def _names(told: Sequence[Told], world: World, kind: str) -> Score:
    """Names of a kind; mentions without a name are passed over, but right where kg tells them."""
    marked = found = ours = right = 0
    for each in told:
        entities = [name(e["value"]) for e in each.record["entities"] if e["type"] == kind]
        gold = list({one.words: one for one in entities if one.proper}.values())
        own = _things(each.sheet, world, _CLASSES[kind])
        marked += len(gold)
        found += sum(any(_meet((one,), names) for names in own) for one in gold)
        ours += len(own)
        right += sum(any(_meet(names, (one,)) for one in entities) for names in own)
    return Score(kind, marked, found, ours, right)


def _things(sheet: Sheet, world: World, classes: Sequence[str]) -> list[Names]:
    """The names of each thing with a name of its own that an article's reports tell of."""
    surfaces: dict[str, list[str]] = {}
    for report in sheet.reports:
        for link in links_of(report):
            if link.cls in classes and not link.rule.startswith("generic"):
                surfaces.setdefault(link.iri, [link.label]).append(link.surface)
    return [_named(iri, told, world) for iri, told in surfaces.items()]


def _named(iri: str, told: Iterable[str], world: World) -> Names:
    entity = world.entities.get(iri)
    known = (*entity.aliases, *entity.metonyms, *entity.demonyms) if entity is not None else ()
    spelt = dict.fromkeys(text.partition(" (")[0] for text in (*told, *known))
    return tuple(name(text) for text in spelt)


def _meet(ones: Names, others: Names) -> bool:
    return any(alike(one, other) for one, other in product(ones, others))


# ----------------------------------------------------------------- relations


def _relations(
    told: Sequence[Told], kind: str, ours: Callable[[Sheet], list[Pair]]
) -> Iterator[Score]:
    """All pairs, then those that the corpus marks between two names."""
    gold = [_marked(each, kind) for each in told]
    own = [ours(each.sheet) for each in told]
    rights = sum(
        any(_same(one, pair) for pair in gold[at]) for at in range(len(own)) for one in own[at]
    )
    for title, chosen in (
        (kind, gold),
        (f"{kind}, by name", [[pair for pair in each if _is_named(pair)] for each in gold]),
    ):
        found = sum(
            any(_same(pair, one) for one in own[at])
            for at, each in enumerate(chosen)
            for pair in each
        )
        yield Score(title, sum(map(len, chosen)), found, sum(map(len, own)), rights)


def _marked(told: Told, kind: str) -> list[Pair]:
    """The pairs of a document that the corpus relates, whichever end is named first."""
    found: dict[frozenset[tuple[str, ...]], Pair] = {}
    for relation in told.record["relations"]:
        if relation["type"] == kind:
            first, second = name(relation["source"]), name(relation["target"])
            found.setdefault(frozenset((first.words, second.words)), ((first,), (second,)))
    return list(found.values())


def _is_named(pair: Pair) -> bool:
    return all(one.proper for end in pair for one in end)


def _same(one: Pair, other: Pair) -> bool:
    straight = _meet(one[0], other[0]) and _meet(one[1], other[1])
    return straight or (_meet(one[0], other[1]) and _meet(one[1], other[0]))


def _pairs(found: Iterable[tuple[Link, Link]], world: World) -> list[Pair]:
    """The names of both ends, each pair of things once; all surfaces of one end together."""
    ends: dict[frozenset[str], dict[str, list[str]]] = {}
    for links in found:
        for link in links:
            own = ends.setdefault(frozenset(each.iri for each in links), {})
            own.setdefault(link.iri, [link.label]).append(link.surface)
    named = [[_named(iri, told, world) for iri, told in own.items()] for own in ends.values()]
    return [(own[0], own[1]) for own in named if len(own) == 2]


def _told(sheet: Sheet) -> Iterator[Report]:
    return (report for report in sheet.reports if report.stance in _TOLD)


def _backings(sheet: Sheet) -> Iterator[tuple[Link, Link]]:
    for report in _told(sheet):
        if report.of in _ENDS:
            yield from product(*(report.roles.get(end, ()) for end in _ENDS[report.of]))


def _fights(sheet: Sheet, tree: Mapping[str, Sequence[str]]) -> Iterator[tuple[Link, Link]]:
    """Who acts and who is struck; of a clash, those who only take part in it, two by two."""
    for report in _told(sheet):
        if report.of == "Event" and "ArmedEvent" in tree[report.type]:
            acting, struck = (report.roles.get(role, ()) for role in ("initiator", "target"))
            yield from product(acting, struck)
            if report.type == "Clash":
                taking_part = report.roles.get("participant", ())
                yield from combinations((*acting, *struck, *taking_part), 2)
