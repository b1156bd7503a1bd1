"""The shipped pipeline on a few words: from text to reports, for the examples of tests/data."""

from __future__ import annotations

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.extract import knowledge
from kg.extract.article import Rules, reports
from kg.language.load import load
from kg.model import Article, Document, IssueDate, Report, Segment, SegmentKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ONTOLOGY = Path(__file__).parents[2] / "ontology"
ISSUED = datetime.date(2021, 3, 14)

_parsed: dict[str, Doc] = {}


def article(text: str) -> Article:
    """An article issued on 14 March 2021; an empty line parts its body paragraphs."""
    segments: list[Segment] = []
    at = 0
    for words in text.split("\n\n"):
        segments.append(Segment(SegmentKind.BODY, words, tuple(range(at, at + len(words)))))
        at += len(words) + 2
    return Article(
        Document("example.txt", text), tuple(segments), IssueDate(ISSUED, "metadata", "an example")
    )


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The shipped pipeline, loaded once a session."""
    return load()


@lru_cache(maxsize=2)
def rules(ontology: Path) -> Rules:
    """The knowledge of an ontology folder."""
    return Rules(knowledge.load(ontology))


def prepare(*texts: str) -> None:
    """Parse the paragraphs of many texts at once, each once a session."""
    told = (paragraph for text in texts for paragraph in text.split("\n\n"))
    new = [paragraph for paragraph in dict.fromkeys(told) if paragraph not in _parsed]
    _parsed.update(zip(new, pipeline().pipe(new), strict=True))


def read(text: str, ontology: Path = ONTOLOGY) -> tuple[Report, ...]:
    """What the shipped pipeline finds in a text, in text order."""
    prepare(text)
    docs = [_parsed[paragraph] for paragraph in text.split("\n\n")]
    return tuple(reports(article(text), docs, rules(ontology)))


def examples(kind: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of tests/data/KIND_examples.toml: those that hold, and those still open."""
    path = Path(__file__).with_name(f"{kind}_examples.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return table.get("example", []), table.get("open", [])


def labels(report: Report, role: str) -> list[str]:
    """The labels in a role of a report, in alphabetical order."""
    return sorted(link.label for link in report.roles.get(role, ()))
