"""Names of all rows and rules that may make a segment, a report, a toll or a link.

Rows are read from the tables. Rules that stand in code have no table; they are listed here, and
`firing.py` fails where one fires that is not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract.inflect import plurals_of
from kg.extract.knowledge import Knowledge
from kg.model import Link, Report

#: The kind that an example of our own is enough for: words beside others in a row that fires.
WORDS = "relation word"
_DEALS = ("deal announced", "deal inforce", "deal violated", "deal collapsed")
_WAYS = ("pointing back", "continuing")
#: How relations are told. A report's rule may name the word too ("-backed", "led by its branch"):
#: a list of words is one row of its table, and its words are counted apart.
_PATTERNS = {
    "Backing": (
        "verb of support", "-participle", "noun", "gives support to", "fights beside",
        "with the support of", "in support of", "relies on support",
    ),
    "Control": ("verb of control", "-participle", "noun"),
    "Affiliation": (
        "verb of affiliation", "verb of joining", "verb of leaving", "verb of grouping",
        "verb of belonging", "group that leads", "-participle", "participle beside", "noun",
        "led by its noun", "member as noun", "bond",
    ),
    "Leadership": ("title beside a name",),
}  # fmt: skip
#: The rule of such a report: what comes before the word and what behind.
_WORDED = re.compile(r"(-|noun |led by its |member as |bond )(\S.*)|(?!fights )(\S+)( beside)")
_SHORT = {
    "-": "-participle", "noun ": "noun", "led by its ": "led by its noun",
    "member as ": "member as noun", "bond ": "bond", " beside": "participle beside",
}  # fmt: skip
_KEPT = re.compile(r'^# kept ("[^\n]+"): (\S.*)$', re.MULTILINE)
#: What kg/read finds in a page by other means than segments.toml.
_PAGE = ("stamp", "stamp at the head", "before a stamp", "wire dateline", "repeated")
#: What a link's rule begins with.
_BASES = (
    "label", "metonym", "demonym", "by sound",
    "country as state", "introduced in the article", "new name", "person's office",
    "government in focus", "state+forces", "body of a state", "both sides", "both groups",
    "definite noun",
    "the article's only monitor", "branch", "former branch",
    "pronoun it", "pronoun they", "pronoun he",
    "gazetteer", "gazetteer by sound", "gazetteer, abroad", "country in focus", "capital in focus",
    "country of a war",
    "setting of the story", "part of a place", "part of a country", "beside a place",
    "words of its name", "year and name", "date", "the latest deal", "new deal", "deal of a year",
    "some deal", "facility of a place", "held parts of a place",
)  # fmt: skip
#: Forms of one pronoun rule, and the names of curated things heard rather than read.
_FORMS = {"them": "they", "him": "he", "she": "he", "her": "he"}
_HEARD = ("label by sound", "metonym by sound", "demonym by sound")
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
        page: rules that tell what a paragraph is, in the order of segments.toml.
        wires: news agencies in the order of wires.toml.
        kept: rules that are kept though raw news never shows them -> why (`reasons`).
    """

    known: Knowledge
    rows: Mapping[str, str]
    harms: tuple[str, ...]
    page: tuple[str, ...]
    wires: tuple[str, ...]
    kept: Mapping[str, str]

    def catalogue(self) -> dict[str, tuple[str, ...]]:
        """Kind of rule -> the names of all its rows or rules."""
        frames = (frame.name for frame in self.known.lexicon.frames)
        tolls = (f"toll {kind.lower()}" for kind in self.known.harms.event_of)
        relational = sorted(self.known.nominals.relational - set(_SUFFIXES))
        return {
            "cleaning rule": (*self.page, *_PAGE),
            "wire": self.wires,
            "frame row": (*frames, *tolls, *_DEALS),
            "way of the story": _WAYS,
            "toll row": self.harms,
            "relation rule": tuple(f"{of}: {how}" for of in _PATTERNS for how in _PATTERNS[of]),
            WORDS: tuple(_relation_words(self.known)),
            "nominal row": tuple(dict.fromkeys(self.rows.values())),
            "link rule": (
                *_BASES,
                *(f"generic {label}" for label in sorted(self._labels)),
                *(_ALLIES, _PEOPLE, _OWN),
                *(f"+{suffix}" for suffix in (*_SUFFIXES, *relational)),
            ),
        }

    def of_relation(self, report: Report) -> tuple[str, str]:
        """The rule that told a relation, and the word that it names or "".

        "-backed" is ("Backing: -participle", "Backing: backed").
        """
        named = _WORDED.fullmatch(report.rule)
        if named is None:
            return f"{report.of}: {report.rule}", ""
        how, word = named[1] or named[4], named[2] or named[3]
        return f"{report.of}: {_SHORT[how]}", f"{report.of}: {word}"

    def of_link(self, link: Link) -> list[str]:
        """What a link's rule is made of: ["label", "+fighters", "+position"]."""
        rule = link.rule
        if rule.startswith(_FORCES):
            base, suffixes = _FORCES, rule.removeprefix(_FORCES).split("+")[1:]
        else:
            base, *suffixes = rule.split("+")
        return [*self._base(base), *(f"+{suffix}" for suffix in suffixes)]

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

    def _base(self, rule: str) -> list[str]:
        how, _, word = rule.partition(" ")
        if rule in _HEARD:
            return [how, "by sound"]
        if how == "pronoun":
            return [f"pronoun {_FORMS.get(word, word)}"]
        return [self._generic(word) if how == "generic" and word not in self._labels else rule]

    def _generic(self, label: str) -> str:
        if label.startswith("allies of "):
            return _ALLIES
        people = label.partition(" ")[0].lower() in self.known.nominals.peoples
        return _PEOPLE if people else _OWN


def load(known: Knowledge, folder: Path) -> Rules:
    """The rules of an ontology folder; `known` are its tables as kg reads them."""
    rows: dict[str, str] = {}
    for at, row in enumerate(_tables(folder, "nominals")["nominal"], start=1):
        name = f"nominal {at} {row['kind']} ({', '.join(row['heads'][:3])})"
        for word in (*row["heads"], *plurals_of(row["heads"])):
            rows.setdefault(word, name)
    return Rules(
        known=known,
        rows=rows,
        harms=tuple(dict.fromkeys(row["kind"] for row in _tables(folder, "tolls")["harm"])),
        page=tuple(row["name"] for row in _tables(folder, "segments")["rule"]),
        wires=tuple(row["name"] for row in _tables(folder, "wires")["wire"]),
        kept=reasons(folder),
    )


def reasons(folder: Path) -> dict[str, str]:
    """Rules that their tables keep though raw news never shows them -> why.

    Such a row has a comment beside it: `# kept "NAME", "OTHER NAME": the reason, on one line`.
    """
    told: dict[str, str] = {}
    for path in sorted((folder / "lexicon").glob("*.toml")):
        for names, why in _KEPT.findall(path.read_text(encoding="utf-8")):
            told |= dict.fromkeys(re.findall(r'"([^"]+)"', names), why)
    return told


def _tables(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


def _relation_words(known: Knowledge) -> Iterator[str]:
    """The words that the rule of a relation names, each behind its class."""
    words = known.relations
    own = words.affiliation
    for of, row in (("Backing", words.backing), ("Control", words.control), ("Affiliation", own)):
        yield from (f"{of}: {word}" for word in sorted(row.participles | row.nouns))
    yield from (f"Affiliation: {word}" for word in sorted(own.members | own.bonds))
