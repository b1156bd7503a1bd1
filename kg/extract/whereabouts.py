"""Where: the places that a sentence ties to a trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.arguments import objects
from kg.language.grammar import conjuncts, obliques
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.facilities import facility
from kg.resolve.names import plain
from kg.resolve.places import Locator

# So far above a trigger, and so far behind a preposition, a place still belongs to it.
_UP = 3
_BEHIND = 5
#: How loosely places of a class tell where.
_COARSE = {"Area": 1, "AdministrativeArea": 2, "Region": 3, "Country": 4}
#: Between people and where they live.
_FROM = ("of", "in")
#: Verbs of where a body has its seat, which is not where anything happens.
_SEATED = ("base", "headquarter")


def _tells_seat(preposition: Word) -> bool:
    """For "the monitor, based in Britain": whether the place behind it is only a seat."""
    place = preposition.head
    verb = place.head if place is not None and place.base in ("obl", "nmod") else None
    return verb is not None and verb.lemma in _SEATED and verb.pos in ("VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Finds the places of the events of one sentence.

    Attributes:
        locator: words to places.
        facilities: lemmas of facilities.
    """

    locator: Locator
    facilities: frozenset[str]

    def of(self, trigger: Word) -> list[Link]:
        """Where: places behind prepositions of a trigger and of the verbs that govern it."""
        return self.most_exact(self._governed(trigger) or self._where(trigger))

    def _where(self, trigger: Word) -> list[Link]:
        """For "Afrin, where troops are on the offensive": the place in front of "where"."""
        heads = [trigger, *([trigger.head] if trigger.head is not None else [])]
        told = (child for head in heads for child in head.of("advmod") if child.lower == "where")
        before = next((child.previous for child in told), None)
        while before is not None and before.pos == "PUNCT":
            before = before.previous
        return self._named_at(before) if before is not None else []

    def nearest(self, trigger: Word) -> list[Link]:
        """For where the parse ties none to it: the nearest behind "in" or "near".

        In the words that follow, else in those before.
        """
        return self._told_after(trigger) or self._told_before(trigger)

    def _governed(self, trigger: Word) -> list[Link]:
        current: Word | None = trigger
        for step in range(_UP):
            if current is None:
                break
            found = self._below(current)
            if found:
                return found
            closed = step and current.pos == "VERB" and current.rel not in ("xcomp", "conj")
            if closed or current.base in ("ccomp", "parataxis", "advcl", "acl"):
                break
            current = current.head
        return []

    def _below(self, word: Word) -> list[Link]:
        groups = [group for group in self._groups(word) if group]
        kept = [group for group in groups if not self._names_holder(group, groups)]
        found = self.finest(kept)
        apart = [group for group in kept if self._is_apart(group, found)]
        return [*found, *(place for group in apart for place in group)]

    def _is_apart(self, group: list[Link], found: list[Link]) -> bool:
        """For "in Hama province as well as east of Damascus": provinces that hold none of these."""
        told = {place.iri for place in found}
        provinces = all(place.cls == "AdministrativeArea" for place in group)
        holders = [self._holders(place) for place in found]
        known = provinces and all(holders) and not any(place.iri in told for place in group)
        return known and not any(place.iri in held for place in group for held in holders)

    def _names_holder(self, group: list[Link], groups: list[list[Link]]) -> bool:
        """For "in Saraqib and Ariha in Idlib": whether it is the province that the town is of."""
        entities = self.locator.context.world.entities
        if len(group) != 1 or group[0].cls != "Settlement":
            return False
        town = group[0]
        others = [place for other in groups if other is not group for place in other]
        holders = {holder for place in others for holder in self._holders(place)}
        return town.iri not in {place.iri for place in others} and any(
            entities[holder].cls == "AdministrativeArea"
            and plain(entities[holder].label).startswith(plain(town.label))
            for holder in holders
            if holder in entities
        )

    def _groups(self, word: Word) -> Iterator[list[Link]]:
        """The places that hang on a word, those that are coordinated together."""
        below = [*obliques(word), *(o for verb in word.of("xcomp") for o in obliques(verb))]
        for oblique in below:
            if oblique.preposition in self.locator.words.at or not oblique.preposition:
                yield self.locator.places(oblique.word) or self._inside(oblique.word)
        for beside in word.of("advmod", "obl:unmarked", "compound:prt"):
            towards = beside.lower in self.locator.words.direction
            if (beside.pos in ("NOUN", "PROPN") or towards) and not self._explains(beside):
                yield self.locator.places(beside)
        if word.lemma in self.locator.words.gripping:  # "clashes rocked the town"
            yield from (self.locator.places(each) for each in objects(word))

    def _explains(self, beside: Word) -> bool:
        """For "in Sheikh Haruz, northeast of Afrin": whether it only tells where a place lies."""
        comma = beside.previous
        before = comma.previous if comma is not None and comma.text == "," else None
        return before is not None and before.i in self.locator.names and bool(obliques(beside))

    def _inside(self, noun: Word) -> list[Link]:
        """For "killed in a market in Idlib", "hit by a rocket on a suburb of Aleppo"."""
        if noun.lemma in self.facilities:
            told = facility(noun, self.locator)
            return [told] if told is not None else self._below(noun)
        return []

    def _told_after(self, word: Word) -> list[Link]:
        own = word.head if word.base in ("nsubj", "obj") else None  # "clashes erupted between …"
        for after in word.following():
            verb = after.pos == "VERB" and after is not own
            if (
                verb and after.rel not in ("acl", "amod", "xcomp", "case")
            ) or after.base == "nsubj":
                return []
            if after.lower in self.locator.words.nearest and (places := self._named_behind(after)):
                return places
        return []

    def _told_before(self, word: Word) -> list[Link]:
        before = word.previous
        while before is not None:
            near = before.lower == "over" or before.lower in self.locator.words.nearest
            if near and (places := self._named_behind(before)):
                return [] if _tells_seat(before) and self._abroad(places) else places
            before = before.previous
        return []

    def finer(self, trigger: Word, told: list[Link]) -> list[Link]:
        """What is nearest, where only a country is told: "in Mali's embattled Mopti region"."""
        if not told or any(self._rank(place) < _COARSE["Country"] for place in told):
            return told
        places = [place for place in self._told_after(trigger) if place.cls != "Country"]
        wide = {place.iri for place in told if place.cls == "Country"}
        inside = [place for place in places if not wide or wide & self._holders(place)]
        return inside or told

    def _abroad(self, places: list[Link]) -> bool:
        home = self.locator.context.country
        return all(place.iri != home and home not in self._holders(place) for place in places)

    def _named_behind(self, preposition: Word) -> list[Link]:
        """The places of the first name within a few words of a preposition."""
        for steps, word in enumerate(preposition.following()):
            if steps > _BEHIND or word.pos in ("PUNCT", "VERB", "AUX"):
                return []
            if word.i in self.locator.names:
                return self._named_at(word)
        return []

    def _named_at(self, word: Word) -> list[Link]:
        """The places of a name, and of the noun that carries it: "Idlib province"."""
        head = word.head if word.rel in ("compound", "flat") and word.head is not None else word
        first = self.locator.places(head) or self.locator.places(word)
        others = (self.locator.places(each) for each in conjuncts(head)[1:])
        return self.most_exact([*first, *(place for places in others for place in places)])

    def homes(self, people: list[Word]) -> list[Link]:
        """Where those who flee are from: "residents of Goma"."""
        told = (each for word in people for each in obliques(word))
        behind = [each.word for each in told if each.preposition in _FROM]
        return [place for each in behind for place in self.locator.places(each)]

    def most_exact(self, places: list[Link]) -> list[Link]:
        """Each place once, without those that hold another of them."""
        return self.locator.context.world.most_exact(places)

    def _holders(self, place: Link) -> set[str]:
        return set(self.locator.context.world.line(place)[1:])

    def finest(self, groups: list[list[Link]]) -> list[Link]:
        """The places of the groups that tell most exactly where: "in Douma in Eastern Ghouta".

        Args:
            groups: places; those of one group are coordinated, and told of alike.
        """
        told = [group for group in groups if group]
        # "on a square in the centre of the city": the city only says where the square is.
        named = [group for group in told if group[0].rule != "definite noun"]
        told = named if any(group[0].cls == "Facility" for group in named) else told
        ranks = [min(self._rank(place) for place in group) for group in told]
        best = zip(told, ranks, strict=True)
        return [place for group, rank in best if rank == min(ranks) for place in group]

    def _rank(self, place: Link) -> int:
        """How loosely a place tells where: "the south" of a country is looser than a province.

        So is a region that lies in no province; a sea, in no country, is as loose as one.
        """
        if place.cls != "Area":
            return _COARSE.get(place.cls, 0)
        holders = self.locator.context.world.line(place)[1:]
        entity = self.locator.context.world.entities.get(next(iter(holders), ""))
        wide = not holders or (entity is not None and entity.cls == "Country")
        return _COARSE["Country" if not holders else "Region" if wide else "Area"]
