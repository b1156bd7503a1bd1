"""What merging makes of raw news, against pairs of tellings that were judged by reading.

    python tests/gold/joins.py raw-news.jsonl.xz               measure
    python tests/gold/joins.py raw-news.jsonl.xz --draw 100    print joins of two articles to judge
    python tests/gold/joins.py raw-news.jsonl.xz --fit         points that the pairs would give

merge/judged.tsv holds the pairs: two articles, in each the offsets of the words that tell an event,
and whether the two are the same, another, a part of the other, the same background of a whole war,
one copied sentence of no definite event, no event at all, or unsure. `range` was drawn over the
range of scores, the other sets from what was joined: before the points were fitted, with the
first fit of them, with the second, and at the end. Points were fitted to the first three sets.
Language models judged them, who read both passages with their dates.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy

from kg import readers, resources
from kg.errors import SkippedError
from kg.graph.agreement import Comparison
from kg.graph.consolidate import Thing, things
from kg.graph.copies import copies
from kg.graph.geography import geography
from kg.graph.happenings import Happening, Told, happenings, told_in
from kg.graph.quads import Sheet, links_of
from kg.graph.signs import load_signs
from kg.graph.tree import superclasses
from kg.model import Document
from kg.read.files import documents
from kg.resolve import world

JUDGED = Path(__file__).parent / "merge" / "judged.tsv"
ONTOLOGY = resources.folder("ontology")
#: Joined rightly: one event, or one sentence that both articles copied.
RIGHT = ("same", "background", "copied")
#: Not joined rightly; `part` is told apart, since a part of an event is no other event.
WRONG = ("other", "no-event")
_AROUND = 450

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of tellings and what a reader made of it."""

    drawn: str
    one: Place
    other: Place
    verdict: str


def judged() -> list[Judged]:
    """All pairs of the file."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return [
            Judged(
                row["set"],
                _place(row["article"], row["words"]),
                _place(row["other_article"], row["other_words"]),
                row["judged"],
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _place(article: str, words: str) -> Place:
    start, _, end = words.partition("-")
    return article, int(start), int(end)


@dataclass(frozen=True)
class News:
    """Articles, read, and what is merged of them."""

    texts: dict[str, Document]
    sheets: list[Sheet]

    @cached_property
    def events(self) -> list[Thing]:
        """The merged events."""
        found = things(self.sheets, superclasses(ONTOLOGY), ONTOLOGY)
        return [thing for thing in found if thing.of == "Event"]

    @cached_property
    def event_of(self) -> dict[Place, str]:
        """Where a report's words stand -> its event."""
        return {self.place(told): thing.iri for thing in self.events for told in thing.told}

    def place(self, told: Told) -> Place:
        return self.sheets[told.sheet].identifier, *told.report.trigger

    def compared(self) -> tuple[Comparison, dict[Place, Happening]]:
        """What compares the happenings, and these by where their words stand."""
        links = (link for told in told_in(self.sheets) for link in links_of(told.report))
        places = geography(links, world.load(ONTOLOGY))
        comparison = Comparison(load_signs(ONTOLOGY), superclasses(ONTOLOGY), places)
        found = happenings(self.sheets, comparison.classes, places)
        return comparison, {self.place(told): each for each in found for told in each.told}

    def joins(self) -> list[tuple[Told, Told]]:
        """Tellings of two articles, neither a copy of the other, that were joined."""
        copied = copies(self.sheets)
        root = [copied.get(sheet.local, sheet.local) for sheet in self.sheets]
        return [
            (one, other)
            for event in self.events
            for one, other, _ in event.joins
            if root[one.sheet] != root[other.sheet]
        ]


def read(corpus: Path) -> News:
    """Read a corpus."""
    found = [one for one in documents([corpus]) if isinstance(one, Document)]
    read_ = readers.reader(None, None).sheets(found)
    sheets = [sheet for sheet in read_ if not isinstance(sheet, SkippedError)]
    texts = {document.identifier: document for document in found}
    return News(texts, sorted(sheets, key=lambda sheet: sheet.local))


def measure(news: News, pairs: Sequence[Judged]) -> Iterator[str]:
    """For each set, and for all: the verdicts on joined pairs, precision, and recall."""
    for name in (*dict.fromkeys(pair.drawn for pair in pairs), "all"):
        own = [pair for pair in pairs if name in (pair.drawn, "all")]
        joined = Counter(
            pair.verdict
            for pair in own
            if pair.one in news.event_of
            and news.event_of[pair.one] == news.event_of.get(pair.other)
        )
        right, wrong = (sum(joined[each] for each in group) for group in (RIGHT, WRONG))
        same = sum(pair.verdict == "same" for pair in own)
        yield (
            f"{name:<14} {len(own):4} judged, joined: {right} right, {joined['part']} part of the"
            f" other, {wrong} wrong; precision {right / max(right + wrong, 1):.2f}"
            f" ({right / max(right + wrong + joined['part'], 1):.2f} with parts as wrong),"
            f" same and joined {joined['same']} of {same}"
        )


def draw(news: News, count: int, seed: int) -> Iterator[str]:
    """So many joins with their passages, the words that tell the event marked."""
    joins = news.joins()
    chosen = random.Random(seed).sample(joins, min(count, len(joins)))  # noqa: S311 - a sample
    yield f"{len(joins)} joins of two articles that are no copies, {len(chosen)} of them drawn"
    for number, pair in enumerate(chosen):
        yield f"##### {number}"
        yield from (_passage(news, told) for told in pair)


def _passage(news: News, told: Told) -> str:
    sheet = news.sheets[told.sheet]
    text = news.texts[sheet.identifier].text
    start, end = told.report.trigger
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    where = f"{sheet.identifier} {start}-{end}, issued {sheet.issued.day}"
    return f"{where}\n  {before}>>>{text[start:end]}<<<{after}"


def fit(news: News, pairs: Sequence[Judged]) -> Iterator[str]:
    """The points of a logistic regression over the signs of judged pairs, each with its count."""
    comparison, home = news.compared()
    rows = []
    for pair in pairs:
        if pair.verdict not in ("same", "other", "no-event"):
            continue
        one, other = home.get(pair.one), home.get(pair.other)
        if one is not None and other is not None:
            agreement = comparison.of(one, other)
            if not agreement.bar:
                rows.append((agreement.signs, pair.verdict == "same"))
    names = sorted({sign for signs, _ in rows for sign in signs} - {"two-tellings"})
    told = numpy.array([[name in signs for name in names] for signs, _ in rows], dtype=float)
    points = logistic(told, numpy.array([same for _, same in rows], dtype=float))
    for name, value, count in zip([*names, "two-tellings"], points, [*told.sum(0), len(rows)],
                                  strict=True):  # fmt: skip
        yield f"{value:6.2f} {name} ({int(count)})"


def logistic(told: numpy.ndarray, same: numpy.ndarray, penalty: float = 2.0) -> numpy.ndarray:
    """Weights of a logistic regression with an L2 penalty on all but the last, the constant.

    Args:
        told: one row a pair, one column a sign, 0 or 1.
        same: for each pair 1 or 0.
        penalty: the weight of half the sum of squares.

    Newton's method, as in iteratively reweighted least squares.
    """
    rows = numpy.hstack([told, numpy.ones((len(told), 1))])
    ridge = numpy.full(rows.shape[1], penalty)
    ridge[-1] = 1e-6
    weights = numpy.zeros(rows.shape[1])
    for _ in range(50):
        odds = 1 / (1 + numpy.exp(-numpy.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (odds - same) + ridge * weights
        bend = (rows * (odds * (1 - odds))[:, None]).T @ rows + numpy.diag(ridge)
        step = numpy.linalg.solve(bend, slope)
        weights = weights - step
        if numpy.abs(step).max() < 1e-6:
            break
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--draw", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    news = read(options.corpus)
    if options.draw:
        lines = draw(news, options.draw, options.seed)
    else:
        lines = fit(news, judged()) if options.fit else measure(news, judged())
    for line in lines:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
