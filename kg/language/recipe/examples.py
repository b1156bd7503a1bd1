"""Documents as the arrays that the network is trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

from kg.language.edits import edit
from kg.language.pieces import Pieces, joined

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

KINDS_OF_NAME = (
    "PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "QUANTITY", "WEAPON", "EVENT",
)  # fmt: skip
#: B- and I- for each kind, behind "outside".
NAME_CLASSES = ("O", *(f"{how}-{kind}" for kind in KINDS_OF_NAME for how in "BI"))
_LONGEST = 400  # pieces of one training text
_RARE = 2  # an edit or a set of features seen less often is no class
_COLUMNS = ("tag", "pos", "morph", "lemma", "relation")
_PLACES = frozenset(("LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes of each head, in the order of their numbers."""

    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    relation: tuple[str, ...]
    name: tuple[str, ...] = NAME_CLASSES


@dataclass(frozen=True, slots=True)
class Marking:
    """Which kinds of name a corpus marks; of the others its words may be anything.

    Attributes:
        kinds: the kinds that it marks everywhere.
        parts_places: whether it tells facilities from other places.
    """

    kinds: frozenset[str]
    parts_places: bool


FULL = Marking(frozenset(KINDS_OF_NAME), parts_places=True)
THREE = Marking(frozenset(("PERSON", "ORG", "LOC")), parts_places=False)
NONE = Marking(frozenset(), parts_places=True)


def collect(docs: Iterable[Doc]) -> Labels:
    """The classes that documents with trees show."""
    seen: dict[str, Counter[str]] = {column: Counter() for column in _COLUMNS}
    for doc in docs:
        for column, values in _columns(doc).items():
            seen[column].update(values)
    floors = {"morph": _RARE, "lemma": _RARE}
    kept = {
        column: tuple(sorted(v for v, n in found.items() if n >= floors.get(column, 1)))
        for column, found in seen.items()
    }
    return Labels(**kept)


def _columns(doc: Doc) -> dict[str, list[str]]:
    return {
        "tag": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "morph": [str(t.morph) for t in doc],
        "lemma": [edit(t.text, t.lemma_) for t in doc],
        "relation": ["ROOT" if t.head.i == t.i else t.dep_ for t in doc],
    }


@dataclass(frozen=True, slots=True)
class Example:
    """One text as numbers; the arrays of words are as long as it has words, and -1 is "unknown"."""

    ids: NDArray[numpy.int32]
    kinds: NDArray[numpy.int8]
    firsts: NDArray[numpy.int16]
    lasts: NDArray[numpy.int16]
    words: NDArray[numpy.int16]
    names: NDArray[numpy.int32]


def example(
    doc: Doc, labels: Labels, pieces: Pieces, marking: Marking, *, trees: bool
) -> Example | None:
    """A document as numbers, or None where it is too long or empty.

    `words` has the rows tag, pos, morph, lemma, relation, head (0: root, else the head's place
    + 1), start and sentence; `names` holds for each word the open classes as bits.
    """
    ids, kinds, firsts, lasts = joined([pieces.cut(t.text) for t in doc], pieces)
    if len(ids) > _LONGEST or not len(doc):
        return None
    rows = _rows(doc, labels) if trees else [[-1] * len(doc)] * 8
    return Example(
        numpy.array(ids, "int32"),
        numpy.array(kinds, "int8"),
        numpy.array(firsts, "int16"),
        numpy.array(lasts, "int16"),
        numpy.array(rows, "int16"),
        numpy.array([_open(t.ent_iob_, t.ent_type_, marking) for t in doc], "int32"),
    )


def _rows(doc: Doc, labels: Labels) -> list[list[int]]:
    columns = _columns(doc)
    rows = []
    for column in _COLUMNS:
        numbers = {value: number for number, value in enumerate(getattr(labels, column))}
        rows.append([numbers.get(value, -1) for value in columns[column]])
    rows.append([0 if t.head.i == t.i else t.head.i + 1 for t in doc])
    rows.append([int(bool(t.is_sent_start)) for t in doc])
    sentence = -1
    numbers_: list[int] = []
    for token in doc:
        sentence += bool(token.is_sent_start)
        numbers_.append(sentence)
    return [*rows, numbers_]


def _open(iob: str, kind: str, marking: Marking) -> int:
    """The classes that a word may have, as bits by class number."""
    if iob in ("B", "I") and kind:
        same = _PLACES if kind in _PLACES and not marking.parts_places else {kind}
        return _bits(f"{iob}-{each}" for each in same)
    marked = marking.kinds if marking.parts_places else marking.kinds | _PLACES
    return _bits(each for each in NAME_CLASSES if each[2:] not in marked or each == "O")


def _bits(classes: Iterable[str]) -> int:
    return sum(1 << NAME_CLASSES.index(each) for each in classes)


def pack(examples: Sequence[Example]) -> dict[str, NDArray[Any]]:
    """Examples as six long arrays and their lengths, to be saved by numpy."""
    packed: dict[str, NDArray[Any]] = {
        name: numpy.concatenate([getattr(e, name) for e in examples], axis=-1)
        for name in ("ids", "kinds", "firsts", "lasts", "words", "names")
    }
    packed["pieces"] = numpy.array([len(e.ids) for e in examples], "int32")
    packed["lengths"] = numpy.array([len(e.firsts) for e in examples], "int32")
    return packed


def unpack(packed: Mapping[str, NDArray[Any]]) -> Iterator[Example]:
    """The examples that `pack` packed, in order."""
    piece, word = 0, 0
    for pieces, words in zip(packed["pieces"].tolist(), packed["lengths"].tolist(), strict=True):
        in_pieces, in_words = slice(piece, piece + pieces), slice(word, word + words)
        yield Example(
            packed["ids"][in_pieces],
            packed["kinds"][in_pieces],
            packed["firsts"][in_words],
            packed["lasts"][in_words],
            packed["words"][:, in_words],
            packed["names"][in_words],
        )
        piece, word = piece + pieces, word + words
