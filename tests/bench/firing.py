"""Which rows of the tables and which rules ever fire on raw news.

    python tests/bench/firing.py raw-news.jsonl.xz [--first N] [--json OUT]

Counts reports, tolls and links by the row or rule that made them, and lists those that made none. A
row that never fires is not wrong: the corpus is small, and tells of few wars. Nothing is saved.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from bench import rules  # noqa: E402 - behind the path to the tests
from bench.corpus import read, records  # noqa: E402 - likewise

from kg import resources  # noqa: E402 - likewise
from kg.graph.quads import Sheet, links_of  # noqa: E402 - likewise
from kg.model import Report  # noqa: E402 - likewise
from kg.pipeline import reader  # noqa: E402 - likewise
from kg.terminal import aligned  # noqa: E402 - likewise


@dataclass(frozen=True, slots=True)
class Fired:
    """How often each row and rule fired, by kind of rule.

    Attributes:
        catalogue: kind -> names of all its rules.
        counts: kind -> rule -> times; also of rules that no catalogue has.
    """

    catalogue: dict[str, tuple[str, ...]]
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, kind: str, names: Iterable[str]) -> None:
        """Count what fired."""
        self.counts.setdefault(kind, Counter()).update(names)

    def silent(self, kind: str) -> list[str]:
        """The rules of a kind that never fired, in the order of the catalogue."""
        return [name for name in self.catalogue[kind] if not self.counts[kind][name]]

    def unlisted(self, kind: str) -> list[str]:
        """What fired though the catalogue lacks it: the catalogue is out of date."""
        return sorted(set(self.counts[kind]) - set(self.catalogue[kind]))


def count(fired: Fired, sheet: Sheet, own: rules.Rules) -> None:
    """Add what fired on one article."""
    for report in sheet.reports:
        _count_report(fired, report)
        fired.add("toll row", (toll.kind for toll in report.tolls))
        for link in links_of(report):
            fired.add("link rule", own.of_link(link))
            fired.add("nominal row", filter(None, [own.nominal_row(link)]))


def _count_report(fired: Fired, report: Report) -> None:
    rule, _, way = report.rule.partition(", ")
    if report.of == "Event":
        fired.add("frame row", [rule])
        fired.add("way of the story", [way] if way else [])
    elif report.of != "CeasefireDeal":
        fired.add("relation pattern", [f"{report.of}: {rule}"])


def show(fired: Fired) -> str:
    """A table for each kind, the most frequent first, and what never fired."""
    parts = []
    for kind, counts in fired.counts.items():
        silent, listed = fired.silent(kind), fired.catalogue[kind]
        rows = [[name, f"{times:,}"] for name, times in sorted(counts.items(), key=_often)]
        parts.append(aligned((kind, "times"), rows, right=(1,)))
        parts.append(f"{len(silent)} of {len(listed)} never fired: {_joined(silent)}\n")
        if fired.unlisted(kind):
            parts.append(f"Not in the catalogue of rules: {_joined(fired.unlisted(kind))}\n")
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
    fired = Fired(own.catalogue())
    for kind in fired.catalogue:
        fired.add(kind, ())
    told = list(read(shipped, records(chosen.file)[: chosen.first]))
    for each in told:
        count(fired, each.sheet, own)
    print(f"{len(told)} articles, {sum(len(each.sheet.reports) for each in told):,} reports\n")
    print(show(fired), end="")
    if chosen.json:
        found = {
            kind: {"counts": dict(sorted(counts.items())), "silent": fired.silent(kind)}
            for kind, counts in fired.counts.items()
        }
        chosen.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(any(fired.unlisted(kind) for kind in fired.counts))


if __name__ == "__main__":
    sys.exit(main())
