"""Names of all rows and rules that may make a report, a toll or a link, for the firing count.

Rows are read from the tables. Rules that stand in code have no table; they are listed here, and
`firing.py` fails where one fires that is not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract.inflect import plurals_of
from kg.extract.knowledge import Knowledge
from kg.model import Link

_DEALS = ("deal announced", "deal inforce", "deal violated", "deal collapsed")
_WAYS = ("pointing back", "continuing")
#: Patterns of relations that are no single participle or noun.
_PATTERNS = {
    "Backing": (
        "verb of support", "gives support to", "fights beside", "with the support of",
        "in support of", "relies on support",
    ),
    "Control": ("verb of control",),
    "Affiliation": (
        "verb of affiliation", "verb of joining", "verb of leaving", "verb of grouping",
        "verb of belonging", "group that leads",
    ),
    "Leadership": ("title beside a name",),
}  # fmt: skip
#: What a link's rule begins with.
_BASES = (
    "label", "label by sound", "metonym", "metonym by sound", "demonym",
    "country as state", "introduced in the article", "new name", "person's office",
    "government in focus", "state+forces", "body of a state", "both sides", "both groups",
    "definite noun",
    "the article's only monitor", "branch", "former branch",
    "pronoun it", "pronoun they", "pronoun them",
    "pronoun he", "pronoun him", "pronoun she", "pronoun her",
    "gazetteer", "gazetteer by sound", "gazetteer, abroad", "country in focus", "capital in focus",
    "setting of the story", "part of a place", "part of a country", "beside a place",
    "words of its name", "date", "the latest deal", "new deal", "deal of a year", "some deal",
    "facility of a place", "held parts of a place",
)  # fmt: skip
#: Generic actors whose noun has no label of its own, and those of peoples and allies.
_ALLIES, _PEOPLE, _OWN = (
    "generic: allies of somebody",
    "generic: of a people",
    "generic: own plural",
)
#: Suffixes of rules that go over a noun to whom it belongs to, beside relational nouns.
_SUFFIXES = ("forces", "fighters", "group", "office", "body")
_FORCES = "state+forces"
#: Rules that a noun may have: all others link names.
_OF_NOUNS = ("generic", "government in focus", "definite noun", "body of a state", "branch")


@dataclass(frozen=True, slots=True)
class Rules:
    """The catalogue, and what is needed to find a report's or a link's place in it.

    Attributes:
        known: the tables as kg reads them.
        rows: singular and plural of each noun for actors -> its row of nominals.toml.
        harms: toll kinds in the order of tolls.toml.
    """

    known: Knowledge
    rows: Mapping[str, str]
    harms: tuple[str, ...]

    def catalogue(self) -> dict[str, tuple[str, ...]]:
        """Kind of rule -> the names of all its rows or rules."""
        frames = (frame.name for frame in self.known.lexicon.frames)
        tolls = (f"toll {kind.lower()}" for kind in self.known.harms.event_of)
        relational = sorted(self.known.nominals.relational - set(_SUFFIXES))
        return {
            "frame row": (*frames, *tolls, *_DEALS),
            "way of the story": _WAYS,
            "toll row": self.harms,
            "relation pattern": tuple(_relations(self.known)),
            "nominal row": tuple(dict.fromkeys(self.rows.values())),
            "link rule": (
                *_BASES,
                *(f"generic {label}" for label in sorted(self._labels)),
                *(_ALLIES, _PEOPLE, _OWN),
                *(f"+{suffix}" for suffix in (*_SUFFIXES, *relational)),
            ),
        }

    def of_link(self, link: Link) -> list[str]:
        """What a link's rule is made of: ["label", "+fighters", "+position"]."""
        rule = link.rule
        if rule.startswith(_FORCES):
            base, suffixes = _FORCES, rule.removeprefix(_FORCES).split("+")[1:]
        else:
            base, *suffixes = rule.split("+")
        return [self._base(base), *(f"+{suffix}" for suffix in suffixes)]

    def nominal_row(self, link: Link) -> str:
        """The row of the noun that a link's words have, the last of several; "" for a name."""
        if not ("+" in link.rule or link.rule.startswith(_OF_NOUNS)):
            return ""
        words = link.surface.lower().split()
        runs = (
            " ".join(words[at : at + size]) for at in reversed(range(len(words))) for size in (2, 1)
        )
        return next((self.rows[run] for run in runs if run in self.rows), "")

    @property
    def _labels(self) -> set[str]:
        nominals = self.known.nominals
        return {*nominals.sides, *(noun.label for noun in nominals.heads.values() if noun.label)}

    def _base(self, rule: str) -> str:
        label = rule.removeprefix("generic ")
        if label == rule or label in self._labels:
            return rule
        if label.startswith("allies of "):
            return _ALLIES
        return _PEOPLE if label.split()[0].lower() in self.known.nominals.peoples else _OWN


def load(known: Knowledge, folder: Path) -> Rules:
    """The rules of an ontology folder; `known` are its tables as kg reads them."""
    rows: dict[str, str] = {}
    for at, row in enumerate(_tables(folder, "nominals")["nominal"], start=1):
        name = f"nominal {at} {row['kind']} ({', '.join(row['heads'][:3])})"
        for word in (*row["heads"], *plurals_of(row["heads"])):
            rows.setdefault(word, name)
    harms = tuple(dict.fromkeys(row["kind"] for row in _tables(folder, "tolls")["harm"]))
    return Rules(known, rows, harms)


def _tables(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


def _relations(known: Knowledge) -> Iterator[str]:
    """The patterns that a Report's rule names, each behind its class."""
    words = known.relations
    participles = {
        "Backing": words.backing.participles,
        "Control": words.control.participles,
        "Affiliation": words.affiliation.participles,
    }
    own = words.affiliation
    nouns = {
        "Backing": words.backing.nouns,
        "Control": words.control.nouns,
        "Affiliation": own.nouns,
    }
    for of, patterns in _PATTERNS.items():
        yield from (f"{of}: {pattern}" for pattern in patterns)
        yield from (f"{of}: -{each}" for each in sorted(participles.get(of, ())))
        yield from (f"{of}: noun {each}" for each in sorted(nouns.get(of, ())))
    yield from (f"Affiliation: member as {each}" for each in sorted(own.members))
    yield from (f"Affiliation: bond {each}" for each in sorted(own.bonds))
    yield from (f"Affiliation: {each} beside" for each in sorted(own.participles))
    yield from (f"Affiliation: led by its {each}" for each in sorted(own.nouns))
