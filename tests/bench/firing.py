"""Which rows of the tables and which rules ever fire on raw news.

    python tests/bench/firing.py raw-news.jsonl.xz [--first N] [--json OUT]

Counts segments, reports, tolls and links by the row or rule that made them, and lists those that
made none. Such a row goes, or its table says why it stays (`rules.reasons`): the exit code is 1 if
a rule is silent without a reason, has a reason and is not silent, or is in no catalogue. Words that
stand in a row with others need no more than an example of our own (tests/data/test_firing.py).
Nothing is saved.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from bench import rules  # noqa: E402 - behind the path to the tests
from bench.corpus import document, read, records  # noqa: E402 - likewise

from kg import resources  # noqa: E402 - likewise
from kg.graph.quads import links_of  # noqa: E402 - likewise
from kg.model import Article, Report  # noqa: E402 - likewise
from kg.pipeline import reader  # noqa: E402 - likewise
from kg.read.clean import article  # noqa: E402 - likewise
from kg.terminal import aligned  # noqa: E402 - likewise


@dataclass(frozen=True, slots=True)
class Fired:
    """How often each row and rule fired, by kind of rule.

    Attributes:
        catalogue: kind -> names of all its rules.
        kept: rules that may be silent -> why.
        counts: kind -> rule -> times; also of rules that no catalogue has.
    """

    catalogue: Mapping[str, tuple[str, ...]]
    kept: Mapping[str, str] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind in self.catalogue:
            self.add(kind, ())

    def add(self, kind: str, names: Iterable[str]) -> None:
        """Count what fired; "" is nothing."""
        self.counts.setdefault(kind, Counter()).update(filter(None, names))

    def silent(self, kind: str) -> list[str]:
        """The rules of a kind that never fired, in the order of the catalogue."""
        return [name for name in self.catalogue[kind] if not self.counts[kind][name]]

    def unlisted(self, kind: str) -> list[str]:
        """What fired though the catalogue lacks it: the catalogue is out of date."""
        return sorted(set(self.counts[kind]) - set(self.catalogue[kind]))

    def unjustified(self) -> list[str]:
        """Rules that never fired and that no table gives a reason for; words need none."""
        kinds = [kind for kind in self.catalogue if kind != rules.WORDS]
        return [name for kind in kinds for name in self.silent(kind) if name not in self.kept]

    def outdated(self) -> list[str]:
        """Names with a reason to be silent that fired, or that no rule has."""
        silent = {name for kind in self.catalogue for name in self.silent(kind)}
        return sorted(set(self.kept) - silent)


def count_page(fired: Fired, page: Article) -> None:
    """Add what told the segments of one article, and whom it credits."""
    fired.add("cleaning rule", (segment.rule for segment in page.segments))
    fired.add("wire", page.wires)


def count(fired: Fired, reports: Iterable[Report], own: rules.Rules) -> None:
    """Add what fired in the reports of one article."""
    for report in reports:
        _count_report(fired, report, own)
        fired.add("toll row", (toll.kind for toll in report.tolls))
        for link in links_of(report):
            fired.add("link rule", own.of_link(link))
            fired.add("nominal row", [own.nominal_row(link)])


def _count_report(fired: Fired, report: Report, own: rules.Rules) -> None:
    if report.of == "Event":
        rule, _, way = report.rule.partition(", ")
        fired.add("frame row", [rule])
        fired.add("way of the story", [way])
    elif report.of != "CeasefireDeal":
        rule, word = own.of_relation(report)
        fired.add("relation rule", [rule])
        fired.add(rules.WORDS, [word])


def show(fired: Fired) -> str:
    """A table for each kind, the most frequent first, and what never fired."""
    parts = []
    for kind, counts in fired.counts.items():
        silent, listed = fired.silent(kind), fired.catalogue[kind]
        rows = [[name, f"{times:,}"] for name, times in sorted(counts.items(), key=_often)]
        parts.append(aligned((kind, "times"), rows, right=(1,)))
        parts.append(f"{len(silent)} of {len(listed)} never fired: {_joined(silent)}\n")
        kept = [name for name in silent if name in fired.kept]
        parts.extend(f"  kept {name!r}: {fired.kept[name]}\n" for name in kept)
    return "\n".join(parts)


def _often(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names) or "-"


def main() -> int:
    """Read the corpus, count, print; 1 if a rule fired that the catalogue lacks."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path, help="articles, JSON lines, packed with xz or not")
    parser.add_argument("--first", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the counts here too")
    chosen = parser.parse_args()
    shipped = reader(None, None)
    own = rules.load(shipped.rules.knowledge, resources.folder("ontology"))
    fired = Fired(own.catalogue(), own.kept)
    found = records(chosen.file)[: chosen.first]
    told = list(read(shipped, found))
    for each in told:
        count_page(fired, article(document(each.record)))
        count(fired, each.sheet.reports, own)
    print(f"{len(told)} articles, {sum(len(each.sheet.reports) for each in told):,} reports\n")
    print(show(fired), end="")
    if chosen.json:
        kinds = {
            kind: {"counts": dict(sorted(counts.items())), "silent": fired.silent(kind)}
            for kind, counts in fired.counts.items()
        }
        chosen.json.write_text(json.dumps(kinds, indent=1) + "\n", encoding="utf-8")
    return int(faulty(fired, whole=chosen.first is None))


def faulty(fired: Fired, *, whole: bool) -> bool:
    """Print what is wrong with the tables, and whether something is; silence tells of a whole."""
    problems = {
        "Not in the catalogue": [name for kind in fired.counts for name in fired.unlisted(kind)],
        "Silent without a reason": fired.unjustified() if whole else [],
        "Kept with a reason, but not silent": fired.outdated() if whole else [],
    }
    for problem, names in problems.items():
        if names:
            print(f"{problem}: {_joined(names)}")
    return any(problems.values())


if __name__ == "__main__":
    sys.exit(main())
