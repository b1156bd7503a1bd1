"""What each paragraph of an article is, by the rules of ontology/lexicon/segments.toml."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.errors import KnowledgeError
from kg.extract import table
from kg.model import SegmentKind
from kg.read.stamps import line_stamp
from kg.resources import folder

#: Paragraphs with more words or characters than this are told by no rule: they are body.
MOST_WORDS, MOST_CHARACTERS = 60, 700
#: A paragraph of so many words that ends like a sentence is prose.
PROSE_WORDS = 12

_POSITIONS = frozenset(("any", "top", "head", "inside", "last"))
_TWINS = frozenset(("", "next", "caption-next", "stamp-near"))
_KEYS = frozenset(
    ("name", "kind", "at", "pattern", "min_words", "max_words", "open", "twin", "yes", "no")
)
_CLOSING = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class KindRule:
    """One rule; every condition that it names must hold.

    Attributes:
        name: for people.
        kind: what a paragraph is that fits.
        at: where it must stand: "any", "top" (the first six), "head" (before the first prose),
            "inside" (after it), "last" (in the last quarter).
        pattern: matches the whole paragraph, or None.
        min_words: fewest words.
        max_words: most words.
        open: True: it must not end like a sentence.
        twin: "next": the next one says nearly the same; "caption-next": the next one is a
            caption that begins with it; "stamp-near": a date stamp follows within three, and then
            prose; "".
        yes: paragraphs that fit, position and twin aside.
        no: paragraphs that don't.
    """

    name: str
    kind: SegmentKind
    at: str = "any"
    pattern: re.Pattern[str] | None = None
    min_words: int = 1
    max_words: int = MOST_WORDS
    open: bool = False
    twin: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def fits(self, text: str, count: int | None = None) -> bool:
        """Whether the words of a paragraph fit, its position and twin aside.

        Args:
            text: the paragraph.
            count: how many words it has, if that is known.
        """
        if len(text) > MOST_CHARACTERS:
            return False
        return (
            self.min_words <= (word_count(text) if count is None else count) <= self.max_words
            and not (self.open and ends_like_sentence(text))
            and (self.pattern is None or self.pattern.fullmatch(text) is not None)
        )


def word_count(text: str) -> int:
    """Words of a paragraph, counted no further than rules look."""
    return len(text.split(None, MOST_WORDS + 1))


def ends_like_sentence(text: str) -> bool:
    """Whether a paragraph ends with a mark that closes or carries on a sentence."""
    return text.rstrip(_CLOSING + " ").endswith((".", "!", "?", "…", ":", ";", ","))


@functools.cache
def kind_rules() -> tuple[KindRule, ...]:
    """The rules, in the order in which they are tried; the first that fits wins.

    Raises:
        KnowledgeError: naming the file and the rule that is wrong.
    """
    rows = table.read(folder("ontology") / "lexicon" / "segments.toml").each("rule")
    return tuple(_rule(row.rows, row.where) for row in rows)


def _rule(row: Mapping[str, object], where: str) -> KindRule:
    where = f"{where} ({row.get('name')})"
    if extra := sorted(set(row) - _KEYS):
        raise KnowledgeError(f"unknown key {extra[0]!r}", where=where)
    if row.get("at", "any") not in _POSITIONS or row.get("twin", "") not in _TWINS:
        raise KnowledgeError("unknown position or twin", where=where)
    if not row.get("yes") or not row.get("no"):
        raise KnowledgeError("no examples", where=where, advice="give `yes` and `no`")
    try:
        pattern = re.compile(str(row["pattern"])) if "pattern" in row else None
        texts = {key: tuple(map(str, _listed(row[key]))) for key in ("yes", "no")}
        return KindRule(
            name=str(row["name"]), kind=SegmentKind(str(row["kind"])), at=str(row.get("at", "any")),
            pattern=pattern, min_words=int(str(row.get("min_words", 1))),
            max_words=int(str(row.get("max_words", MOST_WORDS))), open=row.get("open") is True,
            twin=str(row.get("twin", "")), yes=texts["yes"], no=texts["no"],
        )  # fmt: skip
    except (re.error, ValueError, KeyError) as error:
        raise KnowledgeError(f"wrong value: {error}", where=where) from error


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("examples must be a list")  # noqa: TRY004 - a wrong file, not a wrong call
    return value


@dataclass(frozen=True, slots=True)
class _Page:
    """What the rules need to know of an article as a whole."""

    texts: Sequence[str]
    stamps: Sequence[bool]
    first_prose: int
    last_prose: int
    open_ended: bool

    def stands(self, position: int, at: str) -> bool:
        """Whether the paragraph at this position stands there."""
        count = len(self.texts)
        return {
            "any": True,
            "top": position < 6,
            "head": position < self.first_prose,
            "inside": position > self.first_prose,
            "last": position >= count - max(3, count // 4),
        }[at]


def kinds(texts: Sequence[str]) -> list[tuple[SegmentKind, str]]:
    """The kind of each paragraph and the rule that told it ("" for plain body)."""
    page = _page(texts)
    told: list[tuple[SegmentKind, str]] = []
    for position in range(len(texts) - 1, -1, -1):  # from the end: twins look ahead
        told.append(_kind(page, position, told))
    return told[::-1]


def _page(texts: Sequence[str]) -> _Page:
    plain = [rule for rule in kind_rules() if rule.at == "any" and not rule.twin]
    stamps = [line_stamp(text) is not None for text in texts]
    prose = [
        position for position, text in enumerate(texts)
        if not stamps[position] and _is_prose(text) and not _plain(text, plain)
    ]  # fmt: skip
    if not prose:
        longest = max(range(len(texts)), key=lambda place: len(texts[place]), default=0)
        prose = [longest]
    longer = [text for text in texts if len(text.split(None, PROSE_WORDS)) >= PROSE_WORDS]
    closed = sum(map(ends_like_sentence, longer))
    return _Page(texts, stamps, prose[0], prose[-1], closed * 2 < len(longer))


def _plain(text: str, rules: Sequence[KindRule]) -> bool:
    count = word_count(text)
    return any(rule.fits(text, count) for rule in rules)


def _is_prose(text: str) -> bool:
    return len(text.split(None, PROSE_WORDS)) >= PROSE_WORDS and ends_like_sentence(text)


def _kind(
    page: _Page, position: int, later: list[tuple[SegmentKind, str]]
) -> tuple[SegmentKind, str]:
    text = page.texts[position]
    if page.stamps[position]:
        return SegmentKind.DATELINE, "stamp"
    count = word_count(text)
    if count > MOST_WORDS or len(text) > MOST_CHARACTERS:
        return SegmentKind.BODY, ""
    for rule in kind_rules():
        # Where paragraphs as a rule end without a mark, the lack of one tells nothing.
        if rule.open and page.open_ended and rule.at != "head":
            continue
        if (
            page.stands(position, rule.at)
            and rule.fits(text, count)
            and _twin(rule, page, position, later)
        ):
            return rule.kind, rule.name
    return SegmentKind.BODY, ""


def _twin(rule: KindRule, page: _Page, position: int, later: list[tuple[SegmentKind, str]]) -> bool:
    if not rule.twin:
        return True
    if rule.twin == "stamp-near":
        near = range(position + 1, min(position + 4, len(page.texts)))
        return any(page.stamps[place] and place < page.last_prose for place in near)
    if position + 1 == len(page.texts):
        return False
    text, following = page.texts[position], page.texts[position + 1]
    if rule.twin == "caption-next":
        return later[-1][0] is SegmentKind.CAPTION and following.startswith(text.rstrip("."))
    return _alike(text, following)


def _alike(one: str, other: str) -> bool:
    """Whether two paragraphs share two thirds of their words."""
    left, right = set(one.lower().split()), set(other.lower().split())
    return 3 * len(left & right) >= 2 * len(left | right)
