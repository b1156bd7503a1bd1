"""What is read in an article grows with its length, and so does the time that it takes."""

from __future__ import annotations

import datetime
import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from cli import hostile
from kg import resources
from kg.extract.article import reports
from kg.graph.assemble import assemble
from kg.graph.quads import sheet
from kg.model import Document
from kg.pipeline import reader
from kg.read.clean import article
from kg.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.extract.article import Rules
    from kg.model import Article, Report

WORDS = 20_000
#: A word of the whole article may take so many times the time of one in a tenth of it.
MOST_GROWTH = 3.0


@dataclass(frozen=True)
class Parsed:
    """A long article, parsed once; `docs` are those of its segments, all of which tell."""

    article: Article
    docs: list[Doc]
    rules: Rules

    def timed(self, first: int, last: int) -> tuple[list[Report], float]:
        """The reports of some of its segments, and the seconds of the processor for each word."""
        part = replace(self.article, segments=self.article.segments[first:last])
        docs = self.docs[first:last]
        tracer = sys.gettrace()
        sys.settrace(None)  # what coverage costs is not of the work
        try:
            before = time.process_time()
            found = reports(part, docs, self.rules)
            return found, (time.process_time() - before) / sum(map(len, docs))
        finally:
            sys.settrace(tracer)


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    own = reader(None, None)
    text = hostile.story(WORDS)
    read = article(Document("long.txt", text, issued=datetime.date(2031, 5, 5)))
    docs = list(own.nlp.pipe(segment.text for segment in read.segments))
    return Parsed(read, docs, own.rules)


@pytest.fixture(scope="module")
def short(parsed: Parsed) -> float:
    """Seconds of a word in a tenth of the article: the best of three, for busy machines."""
    tenth = len(parsed.docs) // 10
    return min(parsed.timed(at, at + tenth)[1] for at in (0, tenth, 2 * tenth))


@pytest.fixture(scope="module")
def whole(parsed: Parsed, short: float) -> tuple[list[Report], float]:  # noqa: ARG001 - goes before
    """All reports, and seconds of a word: the better of two, likewise."""
    found, first = parsed.timed(0, len(parsed.docs))
    return found, min(first, parsed.timed(0, len(parsed.docs))[1])


def test_a_long_article_is_read_to_its_end(
    parsed: Parsed, whole: tuple[list[Report], float]
) -> None:
    found, text = whole[0], parsed.article.document.text
    assert all(text[each.start : each.end] == each.quote for each in found)
    assert found[-1].end > 0.99 * len(text)
    built = assemble([sheet(parsed.article, found)], resources.folder("ontology"), DEFAULT_BASE)
    assert sum(1 for _ in built.quads) > 10 * len(found)


def test_the_time_of_a_word_hardly_grows_with_the_article(
    short: float, whole: tuple[list[Report], float]
) -> None:
    """A report for twenty words, about as in wire copy."""
    assert whole[1] <= MOST_GROWTH * short
