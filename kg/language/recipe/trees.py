"""Cutting and joining dependency trees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.language.recipe.conllu import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that forms one subtree.

    Attributes:
        words: the words; heads are indices in the piece.
        top: index of the piece's own head, which points at itself.
    """

    words: tuple[Word, ...]
    top: int


def subtree(words: Sequence[Word], top: int) -> list[int]:
    """Indices of the word at `top` and everything below it, in text order."""
    inside = {top}
    grown = True
    while grown:
        below = {i for i, word in enumerate(words) if word.head in inside}
        grown = not below <= inside
        inside |= below
    return sorted(inside)


def piece(words: Sequence[Word], indices: Sequence[int], top: int) -> Piece | None:
    """The words at `indices` as a piece headed by `top`, or None where another head leads out."""
    place = {old: new for new, old in enumerate(indices)}
    if top not in place or any(words[i].head not in place for i in indices if i != top):
        return None
    heads = [place[top] if i == top else place[words[i].head] for i in indices]
    cut = [replace(words[i], head=head) for i, head in zip(indices, heads, strict=True)]
    return Piece(tuple(cut), place[top])


def whole(words: Sequence[Word], top: int) -> Piece | None:
    """The subtree at `top` as a piece, or None where its words aren't neighbours."""
    indices = subtree(words, top)
    if indices != list(range(indices[0], indices[-1] + 1)):
        return None
    return piece(words, indices, top)


def without(words: Sequence[Word], drop: Callable[[Word], bool]) -> tuple[Word, ...]:
    """The words less those `drop` wants away; a word that heads another, or the last, stays."""
    heads = {word.head for i, word in enumerate(words) if word.head != i}
    keep = [i for i, w in enumerate(words) if not drop(w) or i in heads or w.head == i]
    place = {old: new for new, old in enumerate(keep)}
    return tuple(replace(words[i], head=place[words[i].head]) for i in keep)


def built(parts: Sequence[tuple[Piece, str]], root: int) -> Piece:
    """One piece out of several in text order.

    Args:
        parts: each piece with the relation that its top takes.
        root: which piece's top heads the whole; the other tops hang from it.
    """
    offsets, total = [], 0
    for part, _ in parts:
        offsets.append(total)
        total += len(part.words)
    root %= len(parts)
    crown = offsets[root] + parts[root][0].top
    made: list[Word] = []
    for (part, dep), offset in zip(parts, offsets, strict=True):
        for index, word in enumerate(part.words):
            top = index == part.top
            head = crown if top else word.head + offset
            made.append(replace(word, head=head, dep=dep if top else word.dep))
    return Piece(tuple(made), crown)


def joined(parts: Sequence[tuple[Piece, str]], root: int) -> tuple[Word, ...]:
    """The words of a whole sentence out of pieces; arguments as for `built`."""
    tree = built(parts, root)
    words = list(tree.words)
    words[tree.top] = replace(words[tree.top], head=tree.top, dep="ROOT")
    return tuple(words)


def spaced(part: Piece, *, after: bool) -> Piece:
    """The piece with or without a space after its last word."""
    last = replace(part.words[-1], space=after)
    return Piece((*part.words[:-1], last), part.top)


def single(form: str, tag: str, pos: str, morph: str = "", lemma: str = "") -> Piece:
    """A piece of one word, with a space after it."""
    word = Word(
        form, space=True, tag=tag, pos=pos, morph=morph, lemma=lemma or form, head=0, dep=""
    )
    return Piece((word,), 0)
