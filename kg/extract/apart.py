"""What two mentions say that makes them two events, whatever else they have in common."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.numbers import number
from kg.language.grammar import preposition

#: Between an event and another one that it came after or before.
_SEQUENCE = frozenset(("after", "following", "before", "prior to", "since", "ahead of"))


def are_apart(draft: Draft, earlier: Draft) -> bool:
    """Whether their words alone tell them apart: order, the dead, one event against several."""
    numbered = _is_counted(draft) != _is_counted(earlier)
    several = _is_plural(draft) and _is_plural(earlier)
    return in_sequence(draft, earlier) or _other_dead(draft, earlier) or (numbered and not several)


def in_sequence(draft: Draft, earlier: Draft) -> bool:
    """For "after the attack, jets bombed the town": one of two of a sentence came first."""
    if draft.sentence is not earlier.sentence:
        return False
    return any(preposition(each.word) in _SEQUENCE for each in (draft, earlier))


def _other_dead(draft: Draft, earlier: Draft) -> bool:
    """Whether two killings are of other people, one of them a single person."""
    if not draft.type == earlier.type == "Killing":
        return False
    own, other = draft.cast.get("target"), earlier.cast.get("target")
    single = any(link.cls == "Person" for link in (*own, *other))
    apart = not {link.iri for link in own} & {link.iri for link in other}
    return bool(own) and bool(other) and single and apart


def _is_counted(draft: Draft) -> bool:
    """For "two bomb attacks": several events, told by their number."""
    numbers = (number([each.text]) for each in draft.word.of("nummod"))
    return draft.word.pos != "VERB" and any((value or 0) > 1 for value in numbers)


def _is_plural(draft: Draft) -> bool:
    return draft.word.pos != "VERB" and draft.word.lower != draft.word.lemma
