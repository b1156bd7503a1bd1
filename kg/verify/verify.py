"""Every quote of a graph against the text on disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import InputError
from kg.ids import digest
from kg.model import Document
from kg.vocab import DCTERMS, TYPE, kg

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle

MISSING, CHANGED, DIFFERS = "missing", "changed", "differs"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A report's words and where they stand. Offsets: code points, half-open.

    Attributes:
        start: offset of the first.
        end: offset after the last.
        words: the quote.
        report: the report's IRI.
    """

    start: int
    end: int
    words: str
    report: str

    def stands_in(self, text: str) -> bool:
        """Whether the text has the words at their place."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.words


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article of the graph.

    Attributes:
        identifier: its file's name or its record's id.
        content_hash: of its text as it was decoded, or "".
        quotes: by their place.
    """

    identifier: str
    content_hash: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with an article.

    Attributes:
        kind: MISSING (no file has it), CHANGED (its text is another) or DIFFERS (the text is the
            same, or no hash was kept, and a quote isn't in its place).
        article: its identifier.
        path: where it was read, "" if it is missing.
        quotes: those that don't stand in their place.
        moved: for each of these, where its words stand now; None if nowhere.
    """

    kind: str
    article: str
    path: str = ""
    quotes: tuple[Quote, ...] = ()
    moved: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found.

    Attributes:
        findings: by article.
        mistakes: files that can't be read.
        articles: how many articles the graph has.
        quotes: how many quotes it has.
    """

    findings: tuple[Finding, ...]
    mistakes: tuple[InputError, ...]
    articles: int
    quotes: int


def quoted(handle: GraphHandle) -> list[Quoted]:
    """The articles of a graph with their quotes, by identifier."""
    identifiers = _texts(handle, DCTERMS + "identifier")
    hashes = _texts(handle, kg("contentHash"))
    starts, ends = _texts(handle, kg("quoteStart")), _texts(handle, kg("quoteEnd"))
    words = _texts(handle, kg("quote"))
    by_article: defaultdict[str, list[Quote]] = defaultdict(list)
    for quad in handle.store.quads_for_pattern(None, NamedNode(kg("article")), None):
        report, article = _name(quad.subject), _name(quad.object)
        bounds = (_number(starts.get(report)), _number(ends.get(report)))
        by_article[article].append(Quote(*bounds, words.get(report, ""), report))
    kind = NamedNode(kg("Article"))
    articles = {
        _name(q.subject) for q in handle.store.quads_for_pattern(None, NamedNode(TYPE), kind)
    }
    found = [
        Quoted(identifiers.get(iri, iri), hashes.get(iri, ""), tuple(sorted(by_article[iri])))
        for iri in sorted(articles | by_article.keys())
    ]
    return sorted(found, key=lambda one: (one.identifier, one.content_hash))


def verify(handle: GraphHandle, documents: Iterable[Document | InputError]) -> Verdict:
    """Hold every quote against the articles' texts, which are read once, one at a time."""
    articles = quoted(handle)
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(articles):
        by_name[one.identifier].append(number)
    findings: dict[int, Finding | None] = {}
    mistakes: list[InputError] = []
    for document in documents:
        if isinstance(document, InputError):
            mistakes.append(document)
            continue
        content_hash = digest(document.text)
        for number in by_name.get(document.identifier, ()):
            same = articles[number].content_hash in ("", content_hash)
            # Of several texts of one name, the one that it was made from counts.
            if same or number not in findings:
                findings[number] = _finding(articles[number], document, same=same)
    for number, one in enumerate(articles):
        findings.setdefault(number, Finding(MISSING, one.identifier))
    wrong = [found for number in sorted(findings) if (found := findings[number]) is not None]
    count = sum(len(one.quotes) for one in articles)
    return Verdict(tuple(wrong), tuple(mistakes), len(articles), count)


def _finding(article: Quoted, document: Document, *, same: bool) -> Finding | None:
    text = document.text
    wrong = tuple(quote for quote in article.quotes if not quote.stands_in(text))
    if same and not wrong:
        return None
    found = (text.find(quote.words) if quote.words else -1 for quote in wrong)
    moved = tuple(at if at >= 0 else None for at in found)
    kind = DIFFERS if same else CHANGED
    return Finding(kind, article.identifier, document.path, wrong, moved)


def _texts(handle: GraphHandle, predicate: str) -> dict[str, str]:
    quads = handle.store.quads_for_pattern(None, NamedNode(predicate), None)
    return {_name(q.subject): q.object.value for q in quads if isinstance(q.object, Literal)}


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _number(text: str | None) -> int:
    """An offset; -1, which no quote stands at, for none."""
    # A graph may come from anywhere, and int() takes other digits and endless ones.
    plain = text is not None and text.isascii() and text.isdecimal() and len(text) < 12
    return int(text) if plain and text is not None else -1
