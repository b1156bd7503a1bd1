"""What a mention takes over from an earlier event: "the attack", "19 were killed"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.draft import NOWHEN, Draft
from kg.extract.likeness import overlap
from kg.extract.thread import Thread, fighters_of, iris_of
from kg.language.syntax import Word
from kg.model import Stance

_ROLES = ("initiator", "target", "participant")
_DEFINITE = ("the", "this", "these", "that", "those", "both")
# So many paragraphs back "the attack" and an elliptic toll reach.
_POINTING_BACK = 4
_ELLIPTIC = 2


def taken_over(thread: Thread, draft: Draft, *, alone: bool) -> Draft:
    """What "the attack" points back to, or an elliptic toll ("19 jihadists were killed")."""
    pointed = _pointed_at(thread, draft)
    if pointed is not None:
        return _as_same(thread, draft, pointed)
    earlier = _last_armed(thread, draft) if alone and _is_elliptic(thread, draft) else None
    if earlier is None:
        return draft
    if draft.date_text:  # "in three months": more than the event before it, in the same place
        return replace(draft, places=list(earlier.places), place_basis="carried")
    return _continuing(thread, draft, earlier)


def _is_elliptic(thread: Thread, draft: Draft) -> bool:
    """Whether only the dead are told of: nobody who killed them, no place, no time."""
    of_verb = draft.type == "Killing" and draft.counts and draft.word.pos == "VERB"
    if not of_verb or draft.places or draft.basis or draft.cast.get("initiator"):
        return False
    return not thread.told_of_war(draft.word)


def _pointed_at(thread: Thread, draft: Draft) -> Draft | None:
    """The earlier event that "the attack", "these strikes" point back to."""
    if not _points_back(draft.word) or draft.word.pos == "VERB":
        return None
    for earlier in thread.before(draft, _POINTING_BACK):
        if _can_be(thread, draft, earlier) and not _apart(thread, draft, earlier):
            return earlier
    return None


def _can_be(thread: Thread, draft: Draft, earlier: Draft) -> bool:
    """Whether the types allow that a definite mention means an earlier event."""
    if Stance.PLANNED in (earlier.stance, draft.stance):
        return draft.type == earlier.type and draft.stance == earlier.stance
    return thread.words.may_mean(draft.type, earlier.type)


def _as_same(thread: Thread, draft: Draft, earlier: Draft) -> Draft:
    """The draft with the sides, place, time and kind of the event that it points back to."""
    bare = not draft.actors
    for role in _ROLES:
        if bare or draft.cast.get(role):
            draft.cast.add(role, earlier.cast.get(role))
    draft.type = earlier.type if draft.type in thread.words.general else draft.type
    draft.places = draft.places or list(earlier.places)
    if not draft.basis:
        draft.when, draft.basis = earlier.when, "carried"
    draft.key = earlier.key
    draft.rule = f"{draft.rule}, pointing back"
    return draft


def _last_armed(thread: Thread, draft: Draft) -> Draft | None:
    for earlier in thread.before(draft, _ELLIPTIC):
        if earlier.type in thread.words.armed and earlier.stance is not Stance.PLANNED:
            return earlier
    return None


def _continuing(thread: Thread, draft: Draft, earlier: Draft) -> Draft:
    """The draft as one more report of an earlier event that it plainly continues.

    Fighters who fell in it took part in it.
    """
    if earlier.type in thread.words.between_sides:
        draft.cast.add(
            "participant", fighters_of([v for toll in draft.counts for v in toll.victims])
        )
    return replace(
        draft,
        type=earlier.type,
        key=earlier.key,
        places=draft.places or earlier.places,
        when=draft.when if draft.basis else earlier.when,
        basis=draft.basis or "carried",
        rule=f"{draft.rule}, continuing",
    )


def _points_back(word: Word) -> bool:
    return any(child.lower in _DEFINITE for child in word.of("det"))


def _apart(thread: Thread, draft: Draft, earlier: Draft) -> bool:
    """Whether the mention names sides, places or days of its own that the earlier event lacks."""
    for role in _ROLES:
        own = iris_of(draft.cast.get(role))
        if own and not own & iris_of(earlier.actors):
            return True
    own = iris_of(draft.places)
    elsewhere = own and earlier.places and not own & iris_of(earlier.places)
    if elsewhere and not _only_located(thread, draft.word):
        return True
    dated = draft.basis == "told" and NOWHEN not in (draft.when, earlier.when)
    return dated and not overlap(draft.when, earlier.when)


def _only_located(thread: Thread, word: Word) -> bool:
    """For "the explosion took place at a crossing": the clause tells more of what is known."""
    verb = word.head
    return word.rel == "nsubj" and verb is not None and verb.lemma in thread.words.occurring
