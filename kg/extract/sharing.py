"""What stands once for several events of a clause: "air strikes and shelling by X on Y"."""

from __future__ import annotations

from kg.extract.draft import Draft
from kg.extract.story_words import StoryWords

_ROLES = ("initiator", "target", "participant")


def coordinated(draft: Draft, earlier: Draft) -> bool:
    """For "air strikes and shelling on the town": two means of one happening."""
    one, other = sorted((earlier.word, draft.word), key=lambda word: word.i)
    return draft.sentence is earlier.sentence and (
        other.rel == "conj"
        and (other.head is one or (other.head is one.head and one.rel == "conj"))
    )


def share(draft: Draft, found: list[Draft], words: StoryWords) -> None:
    """Give a draft what hangs on another noun beside it that may tell of the same happening.

    Args:
        draft: is changed where it lacks sides, places or a time.
        found: the drafts of its sentence.
        words: which types may be one happening.
    """
    for other in found:
        together = coordinated(draft, other) and draft.word.pos == other.word.pos == "NOUN"
        if not together or not words.one_happening({draft.type, other.type}):
            continue
        for role in _ROLES:
            if not draft.cast.get(role):
                draft.cast.add(role, other.cast.get(role))
        if other.places and not draft.places:
            draft.places = list(other.places)
        if other.basis == "told" and not draft.basis:
            draft.when, draft.basis, draft.date_text = other.when, "told", other.date_text
