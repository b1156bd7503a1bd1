"""The thread of an article: what an event takes over from those before, and which are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.draft import Draft
from kg.extract.likeness import ENOUGH, NEVER, Likeness
from kg.extract.pointing import taken_over
from kg.extract.setting import give_place
from kg.extract.sharing import share
from kg.extract.storytime import give_time
from kg.extract.thread import Thread, fighters_of, iris_of
from kg.model import Stance

# So many paragraphs back a denial answers.
_ANSWERED = 1
# An event is told again within so many others: in a book, not every one meets every other.
_REMEMBERED = 200
# What no happening takes in that has one report which it contradicts.
_BARRED = NEVER * 2


@dataclass(slots=True)
class Story(Thread):
    """Ties each draft to those before it."""

    def place(self, found: list[Draft]) -> Iterator[Draft]:
        """The drafts of one sentence with what they take over from the story."""
        for draft in found:
            share(draft, found, self.words)
            taken = taken_over(self, draft, alone=len(found) == 1)
            give_place(self, taken)
            give_time(self, taken)
            self._give_accuser(taken)
            if not taken.key:
                self._join(taken)
            self.events.append(taken)
            self._note_sides(taken)
            yield taken

    def _give_accuser(self, draft: Draft) -> None:
        """A denial answers whoever blamed those who deny."""
        deniers = iris_of(draft.cast.get("initiator"))
        if draft.type != "Denial" or draft.cast.get("target") or not deniers:
            return
        for earlier in self.before(draft, _ANSWERED):
            accused = earlier.type == "Accusation" and deniers & iris_of(earlier.cast.get("target"))
            blamed = earlier.stance is Stance.ALLEGED and deniers & iris_of(
                earlier.cast.get("initiator")
            )
            by = earlier.cast.get("initiator") if accused else list(earlier.source)
            if (accused or blamed) and by and not deniers & iris_of(by):
                draft.cast.add("target", by)
                return

    def _note_sides(self, draft: Draft) -> None:
        """Whom "both sides" means from now on: who fights whom."""
        cast = draft.cast
        acting, struck = fighters_of(cast.get("initiator")), fighters_of(cast.get("target"))
        taking_part = fighters_of(cast.get("participant"))
        for one, other in ((acting, struck), (taking_part, taking_part[1:])):
            if draft.type in self.words.armed and one and other:
                self.context.opponents = (one[0], other[0])
                return

    def _join(self, draft: Draft) -> None:
        """Give a draft the key of the happening that it tells of: the most alike, else a new one.

        No happening takes in a report that contradicts one of those that it has.
        """
        likeness = Likeness(self.context.world.entities, self.words)
        likest: dict[str, float] = {}
        if not draft.frame.statement and not likeness.is_another(draft):
            for earlier in self.events[-_REMEMBERED:]:
                if likest.get(earlier.key) == _BARRED:
                    continue
                found = likeness.of(draft, earlier)
                barred = found == NEVER and likeness.contradicts(draft, earlier)
                likest[earlier.key] = (
                    _BARRED if barred else max(found, likest.get(earlier.key, found))
                )
        best = max(likest.values(), default=NEVER)
        draft.key = f"e{len(self.events) + 1}"
        if best >= ENOUGH:
            draft.key = next(key for key, found in reversed(likest.items()) if found == best)
