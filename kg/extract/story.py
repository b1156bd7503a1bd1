"""The thread of an article: what an event takes over from those before, and which are the same."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.draft import BETWEEN_SIDES, NOWHEN, Draft
from kg.extract.likeness import ENOUGH, NEVER, Likeness, overlap
from kg.extract.story_words import StoryWords
from kg.extract.when import opens_since
from kg.language.syntax import Word
from kg.model import Interval, Link, Stance
from kg.resolve.actors import link_to
from kg.resolve.context import Context
from kg.resolve.directions import HELD_PARTS
from kg.resolve.world import OF_A_PLACE

_ROLES = ("initiator", "target", "participant")
_DEFINITE = ("the", "this", "these", "that", "those", "both")
# So many paragraphs back "the attack" and an elliptic toll reach.
_POINTING_BACK = 4
_ELLIPTIC = 2
# So many paragraphs back a denial answers.
_ANSWERED = 1
# An event is told again within so many others: in a book, not every one meets every other.
_REMEMBERED = 200
# So many paragraphs on, what happens does so where the events before it did.
_SETTING = 3
# More dead, or more people in flight, than one battle makes.
_OF_YEARS = {"Killed": 10_000, "Displaced": 1_000_000}
_SAID = ("ccomp", "xcomp", "obj", "parataxis", "obl")
_DAY = datetime.timedelta(days=1)


@dataclass(slots=True)
class Story:
    """The events of one article so far.

    Attributes:
        context: what the article told of actors and places.
        issued: its issue date, or None.
        words: what ties events together.
        events: the drafts told, in order.
    """

    context: Context
    issued: datetime.date | None
    words: StoryWords
    events: list[Draft] = field(default_factory=list)

    @property
    def _likeness(self) -> Likeness:
        return Likeness(self.context.world.entities, self.words)

    def place(self, found: list[Draft]) -> Iterator[Draft]:
        """The drafts of one sentence with what they take over from the story."""
        for draft in found:
            taken = self._taken_over(draft, alone=len(found) == 1)
            self._give_place(taken)
            self._give_time(taken)
            self._give_accuser(taken)
            if not taken.key:
                self._join(taken)
            self.events.append(taken)
            self._note_sides(taken)
            yield taken

    def _give_accuser(self, draft: Draft) -> None:
        """A denial answers whoever blamed those who deny."""
        deniers = _iris(draft.cast.get("initiator"))
        if draft.type != "Denial" or draft.cast.get("target") or not deniers:
            return
        for earlier in self._before(draft, _ANSWERED):
            accused = earlier.type == "Accusation" and deniers & _iris(earlier.cast.get("target"))
            blamed = earlier.stance is Stance.ALLEGED and deniers & _iris(
                earlier.cast.get("initiator")
            )
            by = earlier.cast.get("initiator") if accused else list(earlier.source)
            if (accused or blamed) and by and not deniers & _iris(by):
                draft.cast.add("target", by)
                return

    def _note_sides(self, draft: Draft) -> None:
        """Whom "both sides" means from now on: who fights whom."""
        cast = draft.cast
        acting, struck = _fighters(cast.get("initiator")), _fighters(cast.get("target"))
        taking_part = _fighters(cast.get("participant"))
        for one, other in ((acting, struck), (taking_part, taking_part[1:])):
            if draft.type in self.words.armed and one and other:
                self.context.opponents = (one[0], other[0])
                return

    def _before(self, draft: Draft, paragraphs: int) -> Iterator[Draft]:
        """The events told before a draft, the nearest first, so many paragraphs back."""
        for earlier in reversed(self.events):
            if draft.paragraph - earlier.paragraph > paragraphs:
                return
            yield earlier

    def _taken_over(self, draft: Draft, *, alone: bool) -> Draft:
        """What "the attack" points back to, or an elliptic toll ("19 jihadists were killed")."""
        pointed = self._pointed_at(draft)
        if pointed is not None:
            return self._as_same(draft, pointed)
        earlier = self._last_armed(draft) if alone and self._is_elliptic(draft) else None
        return _continuing(draft, earlier) if earlier is not None else draft

    def _is_elliptic(self, draft: Draft) -> bool:
        """Whether only the dead are told of: nobody who killed them, no place, no time."""
        of_verb = draft.type == "Killing" and draft.counts and draft.word.pos == "VERB"
        if not of_verb or draft.places or draft.basis or draft.cast.get("initiator"):
            return False
        return not self._told_of_war(draft.word)

    def _pointed_at(self, draft: Draft) -> Draft | None:
        """The earlier event that "the attack", "these strikes" point back to."""
        if not _points_back(draft.word) or draft.word.pos == "VERB":
            return None
        for earlier in self._before(draft, _POINTING_BACK):
            if self._can_be(draft, earlier) and not _apart(draft, earlier):
                return earlier
        return None

    def _can_be(self, draft: Draft, earlier: Draft) -> bool:
        """Whether the types allow that a definite mention means an earlier event."""
        if Stance.PLANNED in (earlier.stance, draft.stance):
            return draft.type == earlier.type and draft.stance == earlier.stance
        return self.words.may_mean(draft.type, earlier.type)

    def _as_same(self, draft: Draft, earlier: Draft) -> Draft:
        """The draft with the sides, place, time and kind of the event that it points back to."""
        bare = not draft.actors
        for role in _ROLES:
            if bare or draft.cast.get(role):
                draft.cast.add(role, earlier.cast.get(role))
        draft.type = earlier.type if draft.type in self.words.general else draft.type
        draft.places = draft.places or list(earlier.places)
        if not draft.basis:
            draft.when, draft.basis = earlier.when, "carried"
        draft.key = earlier.key
        draft.rule = f"{draft.rule}, pointing back"
        return draft

    def _last_armed(self, draft: Draft) -> Draft | None:
        for earlier in self._before(draft, _ELLIPTIC):
            if earlier.type in self.words.armed and earlier.stance is not Stance.PLANNED:
                return earlier
        return None

    def _give_place(self, draft: Draft) -> None:
        """An event without a place is where the one before it in the article was.

        The dead of a whole war fell in the country; talks and deals are made anywhere.
        """
        if draft.deal is not None and not draft.places:
            draft.places = self._of_deal(draft.deal)
            draft.place_basis = "carried" if draft.places else ""
        if draft.places or draft.frame.statement or draft.type in self.words.anywhere:
            return
        if self._told_of_war(draft.word) or _is_of_years(draft):
            draft.places, draft.place_basis = self._home(), "carried"
            return
        for earlier in self._before(draft, 0):
            if told := self._somewhere(earlier):
                draft.places, draft.place_basis = told, "carried"
                return
        setting = self._setting(draft)
        draft.places, draft.place_basis = setting, "carried" if setting else ""

    def _of_deal(self, deal: Link) -> list[Link]:
        """Where a deal was told to apply when it was spoken of before."""
        told = [each for each in self.events if each.deal is not None and each.deal.iri == deal.iri]
        return list(next((each.places for each in told if each.places), ()))

    def _somewhere(self, draft: Draft) -> list[Link]:
        """The places of an event, below countries; none of what is made anywhere."""
        if draft.frame.statement or draft.type in self.words.anywhere:
            return []
        return [self._around(place) for place in draft.places if place.cls != "Country"]

    def _around(self, place: Link) -> Link:
        """What holds a building or the held parts of a town: the next event is not in these."""
        holder = self.context.world.entities.get(place.parent)
        if place.rule not in (OF_A_PLACE, HELD_PARTS) or holder is None:
            return place
        return link_to(holder, "", "setting of the story", 0.5)

    def _setting(self, draft: Draft) -> list[Link]:
        """The finest place that holds all that the last paragraphs told of, none if only a country.

        "Residents fled north" in a story of two towns of a province is told of the province.
        """
        told = [
            place
            for each in self._before(draft, _SETTING)
            for place in self._somewhere(each)
            if each.place_basis != "carried"
        ]
        lines = [self.context.world.line(place) for place in told]
        common = [iri for iri in lines[0] if all(iri in line for line in lines)] if lines else []
        found = next((place for place in told if common and place.iri == common[0]), None)
        entity = self.context.world.entities.get(common[0]) if common else None
        if found is None and entity is not None and entity.cls != "Country":
            found = link_to(entity, "", "setting of the story", 0.5)
        return [found] if found is not None else []

    def _home(self) -> list[Link]:
        entity = self.context.world.entities.get(self.context.country)
        return (
            [link_to(entity, entity.label, "country in focus", 0.6)] if entity is not None else []
        )

    def _give_time(self, draft: Draft) -> None:
        """An undated item of a daily story is of the day before or the issue day."""
        if draft.basis or draft.date_text or self.issued is None or draft.stance is Stance.PLANNED:
            return
        clause = _clause(draft.word)
        if draft.frame.statement:
            clause = _without_content(draft.word, clause)
        since = next((word for word in clause if opens_since(word)), None)
        if since is not None:
            draft.when = self._begun(since)
            draft.basis = "carried" if draft.when != NOWHEN else ""
            return
        if any(word.lower in self.words.earlier for word in clause) or self._is_of_war(clause):
            return
        first = self.issued if draft.frame.statement else self.issued - _DAY
        draft.when, draft.basis = Interval(first, self.issued), "story"

    def _begun(self, since: Word) -> Interval:
        """From the begin of what a "since" clause names to the issue date.

        "Since the start of the operation" means the operation told before, where its day was.
        """
        named = {each.lemma for each in since.subtree() if each.is_nominal}
        for earlier in reversed(self.events):
            told = earlier.basis == "told" and earlier.when.begin is not None
            if told and self.words.names(named, earlier.type):
                return Interval(earlier.when.begin, self.issued)
        return NOWHEN

    def _told_of_war(self, word: Word) -> bool:
        """Whether the clause speaks of the war as a whole: "the war has killed over 370,000"."""
        return self._is_of_war(_clause(word))

    def _is_of_war(self, clause: list[Word]) -> bool:
        return any(
            each.lemma in self.words.war and each.rel not in ("compound", "amod") for each in clause
        )

    def _join(self, draft: Draft) -> None:
        """Give a draft the key of the happening that it tells of: the most alike, else a new one.

        No happening takes in a report that contradicts one of those that it has.
        """
        likest: dict[str, float] = {}
        if not draft.frame.statement:
            for earlier in self.events[-_REMEMBERED:]:
                found = self._likeness.of(draft, earlier)
                before = likest.get(earlier.key, found)
                barred = before == NEVER * 2 or self._likeness.contradicts(draft, earlier)
                likest[earlier.key] = NEVER * 2 if barred else max(found, before)
        best = max(likest.values(), default=NEVER)
        draft.key = f"e{len(self.events) + 1}"
        if best >= ENOUGH:
            draft.key = next(key for key, found in reversed(likest.items()) if found == best)


def _continuing(draft: Draft, earlier: Draft) -> Draft:
    """The draft as one more report of an earlier event that it plainly continues.

    Fighters who fell in it took part in it.
    """
    if earlier.type in BETWEEN_SIDES:
        draft.cast.add("participant", _fighters([v for toll in draft.counts for v in toll.victims]))
    return replace(
        draft,
        type=earlier.type,
        key=earlier.key,
        places=draft.places or earlier.places,
        when=draft.when if draft.basis else earlier.when,
        basis=draft.basis or "carried",
        rule=f"{draft.rule}, continuing",
    )


def _is_of_years(draft: Draft) -> bool:
    """Whether a figure is that of a war: hundreds of thousands dead, millions in flight."""
    return any(
        (toll.count or toll.low or 0) >= _OF_YEARS.get(toll.kind, sys.maxsize)
        for toll in draft.counts
    )


def _fighters(links: list[Link]) -> list[Link]:
    return [link for link in links if link.cls in ("State", "ArmedForces", "ArmedGroup")]


def _iris(links: list[Link]) -> set[str]:
    return {link.iri for link in links}


def _points_back(word: Word) -> bool:
    return any(child.lower in _DEFINITE for child in word.of("det"))


def _apart(draft: Draft, earlier: Draft) -> bool:
    """Whether the mention names sides, places or days of its own that the earlier event lacks."""
    for role in _ROLES:
        own = _iris(draft.cast.get(role))
        if own and not own & _iris(earlier.actors):
            return True
    own = _iris(draft.places)
    if own and earlier.places and not own & _iris(earlier.places):
        return True
    dated = draft.basis == "told" and NOWHEN not in (draft.when, earlier.when)
    return dated and not overlap(draft.when, earlier.when)


def _without_content(word: Word, clause: list[Word]) -> list[Word]:
    """A clause of saying without what is said in it."""
    said = {each.i for child in word.of(*_SAID) for each in child.subtree()}
    return [each for each in clause if each.i not in said]


def _clause(word: Word) -> list[Word]:
    head = word
    while head.head is not None and head.pos != "VERB":
        head = head.head
    words = head.subtree()
    if head.rel in ("conj", "acl", "acl:relcl") and head.head is not None:
        words = [*words, head.head, *head.head.children]
    return words
