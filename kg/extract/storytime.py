"""When an event was that tells no time: of the day of the story, or since one told before."""

from __future__ import annotations

import datetime

from kg.extract.draft import NOWHEN, Draft
from kg.extract.thread import Thread, clause_around
from kg.extract.when import opens_since
from kg.language.syntax import Word
from kg.model import Interval, Stance

_SAID = ("ccomp", "xcomp", "obj", "parataxis", "obl")
_DAY = datetime.timedelta(days=1)


def give_time(thread: Thread, draft: Draft) -> None:
    """An undated item of a daily story is of the day before or the issue day."""
    if draft.basis or draft.date_text or thread.issued is None or draft.stance is Stance.PLANNED:
        return
    clause = clause_around(draft.word)
    if draft.frame.statement:
        clause = _without_content(draft.word, clause)
    since = next((word for word in clause if opens_since(word)), None)
    if since is not None:
        draft.when = _begun(thread, since)
        draft.basis = "carried" if draft.when != NOWHEN else ""
        return
    if any(word.lower in thread.words.earlier for word in clause) or thread.is_of_war(clause):
        return
    first = thread.issued if draft.frame.statement else thread.issued - _DAY
    draft.when, draft.basis = Interval(first, thread.issued), "story"


def _begun(thread: Thread, since: Word) -> Interval:
    """From the begin of what a "since" clause names to the issue date.

    "Since the start of the operation" means the operation told before, where its day was.
    """
    named = {each.lemma for each in since.subtree() if each.is_nominal}
    for earlier in reversed(thread.events):
        told = earlier.basis == "told" and earlier.when.begin is not None
        if told and thread.words.names(named, earlier.type):
            return Interval(earlier.when.begin, thread.issued)
    return NOWHEN


def _without_content(word: Word, clause: list[Word]) -> list[Word]:
    """A clause of saying without what is said in it."""
    said = {each.i for child in word.of(*_SAID) for each in child.subtree()}
    return [each for each in clause if each.i not in said]
