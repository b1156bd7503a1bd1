"""A graph held against gold: the figures of every measure, and what they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.case import Case
from kg.evaluate.deals import deal_verdicts
from kg.evaluate.entities import entity_verdicts
from kg.evaluate.events import event_verdicts
from kg.evaluate.gold import REGISTRY, gold_files, read_gold, read_registry
from kg.evaluate.graph import ToldGraph
from kg.evaluate.match import matched
from kg.evaluate.measures import MEASURES, OVERALL, Measure
from kg.evaluate.naming import Naming
from kg.evaluate.relations import relation_verdicts
from kg.evaluate.terms import shipped_terms
from kg.evaluate.texts import is_in_text, text_of
from kg.evaluate.told import ToldArticle
from kg.evaluate.tolls import toll_verdicts
from kg.evaluate.verdict import Finding, Mark, Score, Verdict
from kg.graph.store import GraphHandle

#: Rates are rounded to so many places wherever they are shown or compared.
PLACES = 4


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What comes of it.

    Attributes:
        scores: every measure, in the order of the table.
        findings: misses and false alarms, by article and measure.
        articles: how many the gold has.
        missing: the articles of the gold that the graph lacks.
        textless: those whose text is in none of the folders given, if any are.
        quotes: how many quotes were held against their texts.
        bad_quotes: how many of them are not the text at their offsets.
    """

    scores: Mapping[Measure, Score]
    findings: tuple[Finding, ...]
    articles: int
    missing: tuple[str, ...]
    textless: tuple[str, ...]
    quotes: int
    bad_quotes: int

    def f1(self) -> dict[str, float]:
        """F1 of each measure by name, and the mean of the main ones as OVERALL, rounded."""
        found = {measure.name: round(one.f1, PLACES) for measure, one in self.scores.items()}
        main = [found[measure.name] for measure in self.scores if measure.main]
        return found | {OVERALL: round(sum(main) / len(main), PLACES)}


def evaluate(
    handle: GraphHandle, place: Path, *, registry: Path | None = None, texts: Sequence[Path] = ()
) -> Evaluation:
    """Hold a graph against gold.

    Args:
        handle: the graph.
        place: a file of gold, or a folder of them.
        registry: entities that the files share; None for `registry.json` beside them, if there.
        texts: folders of the articles' texts, against which every quote is held and by which
            gold's quotes find their offsets.

    Raises:
        InputError: if gold, registry or a text is missing or wrong.
    """
    cases = list(_cases(ToldGraph(handle, shipped_terms()), place, registry, texts))
    verdicts = [verdict for case in cases for verdict in verdicts_of(case)]
    quotes = [
        is_in_text(told, case.text)
        for case in cases
        for told in case.told.reports
        if case.text and told.quote
    ]
    return Evaluation(
        scores=_scores(verdict for verdict in verdicts if isinstance(verdict, Mark)),
        findings=tuple(verdict for verdict in verdicts if isinstance(verdict, Finding)),
        articles=len(cases),
        missing=tuple(case.gold.article for case in cases if case.missing),
        textless=tuple(case.gold.article for case in cases if texts and not case.text),
        quotes=len(quotes),
        bad_quotes=quotes.count(False),
    )


def verdicts_of(case: Case) -> Iterator[Verdict]:
    """All marks and findings of one article."""
    yield from event_verdicts(case, matched(case))
    yield from toll_verdicts(case)
    yield from relation_verdicts(case)
    yield from deal_verdicts(case)
    yield from entity_verdicts(case)


def _cases(
    graph: ToldGraph, place: Path, registry: Path | None, texts: Sequence[Path]
) -> Iterator[Case]:
    beside = (place if place.is_dir() else place.parent) / REGISTRY
    shared = registry or (beside if beside.exists() else None)
    entities = read_registry(shared) if shared else {}
    for path in gold_files(place):
        gold = read_gold(path, graph.terms)
        told = graph.article(gold.article)
        yield Case(
            gold=gold,
            told=told or ToldArticle(),
            missing=told is None,
            text=text_of(gold.article, texts),
            naming=Naming(gold.entities, entities),
            terms=graph.terms,
        )


def _scores(marks: Iterable[Mark]) -> dict[Measure, Score]:
    found = {measure: Score() for measure in MEASURES}
    for mark in marks:
        found[mark.measure] = found[mark.measure].with_mark(mark)
    return found
