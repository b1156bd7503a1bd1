"""Sentences of a Universal Dependencies treebank, read from CoNLL-U files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word.

    Attributes:
        form: the surface text.
        space: whether a space follows.
        tag: the Penn tag (XPOS).
        pos: the universal tag (UPOS).
        morph: features as in CoNLL-U, "" for none.
        lemma: the base form.
        head: index of the head in the sentence; the word's own index for the root.
        dep: the relation to the head; "ROOT" for the root.
        misc: the tenth column of CoNLL-U, "" where the word was made here.
    """

    form: str
    space: bool
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str
    misc: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree.

    Attributes:
        words: its words in order.
        ident: the treebank's sent_id.
        document: the treebank's document id, or the file's stem.
    """

    words: tuple[Word, ...]
    ident: str
    document: str


@dataclass(frozen=True, slots=True)
class _Surface:
    """One row of ten columns with the text and space it has on the page."""

    row: tuple[str, ...]
    form: str
    space: bool


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of one CoNLL-U file, in order.

    Raises:
        OSError: if the file can't be read.
        ValueError: if a row's ids or heads aren't numbers.
    """
    ident, document = "", path.stem
    rows: list[tuple[str, ...]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip() or path.stem
        elif line.startswith("# sent_id"):
            ident = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(tuple(line.split("\t")))
        elif not line and rows:
            yield Sentence(_words(rows), ident, document)
            rows = []


def _words(rows: list[tuple[str, ...]]) -> tuple[Word, ...]:
    surface = list(_surfaces(rows))
    place = {int(item.row[0]): index for index, item in enumerate(surface)}
    return tuple(_word(item, index, place) for index, item in enumerate(surface))


def _word(item: _Surface, index: int, place: dict[int, int]) -> Word:
    head = int(item.row[6])
    lemma = item.row[2] if item.row[2] != "_" else item.form
    return Word(
        form=item.form,
        space=item.space,
        tag=item.row[4],
        pos=item.row[3],
        morph="" if item.row[5] == "_" else item.row[5],
        lemma=lemma,
        head=place[head] if head else index,
        dep=item.row[7] if head else "ROOT",
        misc=item.row[9],
    )


def _surfaces(rows: list[tuple[str, ...]]) -> Iterator[_Surface]:
    """Every word with its part of the page; a contraction's text is shared among its words."""
    spans = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    words = [row for row in rows if row[0].isdigit()]
    index = 0
    while index < len(words):
        span = spans.get(int(words[index][0]))
        count = _length(span) if span else 1
        parts = words[index : index + count]
        text = span[1] if span else parts[0][1]
        after = "SpaceAfter=No" not in (span or parts[0])[9]
        forms = _shares(text.replace(" ", ""), [part[1] for part in parts])
        for number, (part, form) in enumerate(zip(parts, forms, strict=True), start=1):
            yield _Surface(part, form, after and number == len(parts))
        index += count


def _length(span: tuple[str, ...]) -> int:
    first, last = span[0].split("-")
    return int(last) - int(first) + 1


def _shares(text: str, forms: list[str]) -> list[str]:
    """Cut `text` into one piece a word, as long as the words' own forms where they fit."""
    pieces = []
    for left, form in zip(range(len(forms) - 1, -1, -1), forms, strict=True):
        size = len(text) if left == 0 else max(1, min(len(form.replace(" ", "")), len(text) - left))
        pieces.append(text[:size])
        text = text[size:]
    return pieces
