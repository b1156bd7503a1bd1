"""Whether two drafts of one article tell of one happening, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.apart import are_apart, in_sequence
from kg.extract.draft import NOWHEN, Draft
from kg.extract.sharing import coordinated
from kg.extract.story_words import StoryWords
from kg.model import Interval, Link, Stance, Toll
from kg.resolve.world import Entity
from kg.sphere import kilometres

#: From this likeness on two drafts are one happening.
ENOUGH = 2.5
#: Never one happening.
NEVER = -9.0
#: A figure below this is no evidence: "one soldier was killed" is told of many events.
TELLING_FIGURE = 3
#: Intervals whose lengths differ by more days are not of one event.
_CLOSE = 4
CONTRADICTION = 1.0
#: "Air strikes and shelling on the town": one happening, even where no day is told.
_ONE_CLAUSE = 3.0
#: A figure so many times another one is of something else.
MANY = 10
_DEFINITE = ("the", "this", "these", "that", "those")
_KINDS = (("ArmedGroup", "Coalition"), ("State", "ArmedForces"))
#: So many kilometres around its middle a part of a country may reach.
_PART_OF_COUNTRY = 100.0
#: So many paragraphs on, an article may still tell of the same.
_NEAR = 3
_UP = 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares drafts by type, time, place, sides and figures.

    Attributes:
        entities: curated things, for what lies in what and whose forces are whose.
        words: which types may be one happening.
    """

    entities: Mapping[str, Entity]
    words: StoryWords

    def of(self, draft: Draft, earlier: Draft) -> float:
        """How alike two drafts are; ENOUGH or more for one happening, NEVER where they can't be.

        One that `is_another` is like no earlier one, whatever this says.
        Each agreement counts, and one contradiction is enough to tell them apart.
        """
        if are_apart(draft, earlier):
            return NEVER
        total = 0.0
        for part in self._parts(draft, earlier):
            if part == NEVER:
                return NEVER
            total += part
        return total

    def _parts(self, draft: Draft, earlier: Draft) -> Iterator[float]:
        figures = _figures(draft, earlier)
        yield self._types(draft, earlier, same_figure=figures > 0)
        yield _times(draft, earlier)
        yield self._places(draft, earlier)
        for role in ("initiator", "target", "participant"):
            yield self._sides(draft, earlier, role)
        yield figures
        yield 0.5 if draft.paragraph - earlier.paragraph <= _NEAR else 0.0
        yield 0.5 if _is_definite(draft) else 0.0

    def is_another(self, draft: Draft) -> bool:
        """For "another strike", "elsewhere, air strikes hit the town": told as one more event."""
        clause = {draft.word, *(verb for verb in (draft.word.head,) if verb and verb.pos == "VERB")}
        doers = [child for word in clause for child in word.of("nsubj", "nsubj:pass")]
        own = [draft.word, *(doers if draft.word.pos == "VERB" else [])]
        told = [child for word in own for child in word.of("det", "amod")]
        if any(each.lower in self.words.another for each in told):
            return not _is_definite(draft)
        return any(each.lower in self.words.elsewhere for word in clause for each in word.children)

    def contradicts(self, draft: Draft, earlier: Draft) -> bool:
        """Whether sides, places or their order tell two drafts apart, whatever else agrees."""
        return in_sequence(draft, earlier) or NEVER in (
            self._sides(draft, earlier, "initiator"),
            self._places(draft, earlier),
            _figures(draft, earlier),
        )

    def _types(self, draft: Draft, earlier: Draft, *, same_figure: bool) -> float:
        if Stance.PLANNED in (draft.stance, earlier.stance):
            return NEVER
        if draft.type == earlier.type:
            return 1.0
        if coordinated(draft, earlier) and self.words.one_happening({draft.type, earlier.type}):
            return _ONE_CLAUSE
        harm, cause = (draft, earlier) if draft.type == "Killing" else (earlier, draft)
        if harm.type == "Killing" and cause.type in self.words.armed:
            return 0.5 if same_figure or not harm.cast.get("initiator") else NEVER
        alike = self.words.may_mean(draft.type, earlier.type) or self.words.may_mean(
            earlier.type, draft.type
        )
        return 0.5 if alike else NEVER

    def _places(self, draft: Draft, earlier: Draft) -> float:
        """2 for the same place told in both, 1 where one holds the other, less where untold."""
        own, other = draft.places, earlier.places
        if not own or not other:
            return 0.5
        if {place.iri for place in own} & {place.iri for place in other}:
            carried = "carried" in (draft.place_basis, earlier.place_basis)
            country = all(place.cls == "Country" for place in own)
            return 0.5 if carried or country else 2.0
        pairs = [(a, b) for a in own for b in other]
        if any(self._within(a, b) or self._within(b, a) for a, b in pairs):
            # The dead whose place is only that of the story fell anywhere in it.
            vague = any(
                each.type == "Killing" and each.place_basis == "carried"
                for each in (draft, earlier)
            )
            return 0.5 if vague else 1.0
        return 0.5 if any(self._overlap(a, b) for a, b in pairs) else NEVER

    def _overlap(self, one: Link, other: Link) -> bool:
        """For "northwestern Syria" and a province there: such parts have no sharp border."""
        vague = [link for link in (one, other) if self._is_part_of_country(link)]
        points = [self._point(link) for link in (one, other)]
        if len(vague) != 1 or points[0] is None or points[1] is None:
            return False
        return kilometres(points[0], points[1]) <= _PART_OF_COUNTRY

    def _is_part_of_country(self, link: Link) -> bool:
        entity = self.entities.get(link.iri)
        holder = self.entities.get(entity.one("within")) if entity is not None else None
        return link.cls == "Area" and holder is not None and holder.cls == "Country"

    def _point(self, link: Link) -> tuple[float, float] | None:
        """Where a place is; of one without a point, where its holder is."""
        for iri in (link.iri, link.parent):
            entity = self.entities.get(iri)
            if entity is not None and entity.cls != "Country" and entity.one("lat"):
                return float(entity.one("lat")), float(entity.one("long"))
        return link.position

    def _within(self, inner: Link, outer: Link) -> bool:
        above = inner.parent or self._one(inner.iri, "within")
        for _ in range(_UP):
            if not above or above == outer.iri:
                return above == outer.iri
            above = self._one(above, "within")
        return False

    def _sides(self, draft: Draft, earlier: Draft, role: str) -> float:
        own = {self._side(link) for link in draft.cast.get(role)}
        other = {self._side(link) for link in earlier.cast.get(role)}
        if not own or not other:
            return 0.0
        if own & other:
            return 1.0
        if any(_may_be(a, b) for a in draft.cast.get(role) for b in earlier.cast.get(role)):
            return 0.0
        return NEVER if role == "initiator" else -1.0

    def _side(self, link: Link) -> str:
        """Whose side an actor is: a state's forces are the state."""
        return self._one(link.iri, "forcesOf") or self._one(link.iri, "officeOf") or link.iri

    def _one(self, iri: str, name: str) -> str:
        entity = self.entities.get(iri)
        return entity.one(name) if entity is not None else ""


def _times(draft: Draft, earlier: Draft) -> float:
    """1 where both are told and meet, less where the day is only the story's."""
    if NOWHEN in (draft.when, earlier.when):
        return -0.5
    if not overlap(draft.when, earlier.when):
        return NEVER
    return 1.0 if draft.basis == earlier.basis == "told" else 0.5


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two dated events can be one: days meet, and neither is long around the other."""
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return False
    lengths = (one.end - one.begin).days, (other.end - other.begin).days
    close = abs(lengths[0] - lengths[1]) <= _CLOSE
    return close and one.begin <= other.end and other.begin <= one.end


def _figures(draft: Draft, earlier: Draft) -> float:
    """2 for the same figure of the same kind, NEVER for figures that contradict each other."""
    own, other = _totals(draft), _totals(earlier)
    for kind in sorted(own.keys() & other.keys()):
        if _same(own[kind], other[kind]):
            figure = own[kind].count or own[kind].low or own[kind].high or 0
            return 2.0 if figure >= TELLING_FIGURE else 0.5
        if _far(own[kind], other[kind]):
            return NEVER
        if not _may_grow(draft, earlier):
            return -CONTRADICTION
    # Flights of untold numbers are told all through an article.
    return -1.0 if "Displacement" in (draft.type, earlier.type) else 0.0


def _may_be(one: Link, other: Link) -> bool:
    """Whether one of two actors is told without a name, so that it may be the other: "gunmen"."""
    kinds = [next((kind for kind in _KINDS if link.cls in kind), ()) for link in (one, other)]
    nameless = any(link.rule.startswith("generic") for link in (one, other))
    return nameless and kinds[0] == kinds[1] and kinds[0] != ()


def _is_definite(draft: Draft) -> bool:
    """For "the fighting", "these raids": what is told as known."""
    noun = draft.word.pos != "VERB"
    return noun and any(child.lower in _DEFINITE for child in draft.word.of("det"))


def _totals(draft: Draft) -> dict[str, Toll]:
    """The first toll of each kind that is part of no other."""
    found: dict[str, Toll] = {}
    for toll in draft.counts:
        if toll.part_of is None:
            found.setdefault(toll.kind, toll)
    return found


def _far(one: Toll, other: Toll) -> bool:
    """Whether one figure is many times the other: a war's dead and a day's."""
    low, high = sorted(toll.count or toll.low or toll.high or 0 for toll in (one, other))
    return high > MANY * max(low, 1)


def _same(one: Toll, other: Toll) -> bool:
    return (one.count or one.low or one.high) == (other.count or other.low or other.high)


def _may_grow(draft: Draft, earlier: Draft) -> bool:
    """Whether the second figure may split or correct the first: other people are counted."""
    own = {link.iri for toll in draft.counts for link in toll.victims}
    other = {link.iri for toll in earlier.counts for link in toll.victims}
    return bool(own and other) and not own & other
