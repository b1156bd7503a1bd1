"""Lemmas as edits of a word's form, so that a classifier can name them for words never seen."""

from __future__ import annotations


def edit(form: str, lemma: str) -> str:
    """The edit that makes `lemma` of `form`: whether to lower it, letters to drop, letters to add.

    >>> edit("Villages", "village")
    'l1+'
    >>> edit("took", "take")
    'l3+ake'
    """
    lowered = form.lower()
    keep = lemma != lemma.lower()
    base = form if keep else lowered
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{'k' if keep else 'l'}{len(base) - shared}+{lemma[shared:]}"


def apply(edited: str, form: str) -> str:
    """The lemma that an edit makes of a form; the form itself where it has too few letters.

    >>> apply("l3+ake", "Shook")
    'shake'
    >>> apply("l6+be", "was")
    'was'
    """
    how, _, tail = edited.partition("+")
    base = form if how[0] == "k" else form.lower()
    drop = int(how[1:])
    if drop > len(base):
        return base
    return (base[: len(base) - drop] + tail) or base
