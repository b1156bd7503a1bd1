"""Who does it, to whom and with whom: the companions of a trigger fill its frame's roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.lexicon import Frame, Need
from kg.extract.slots import Slots
from kg.extract.triggers import Trigger
from kg.language.arguments import doers, objects, subjects
from kg.language.grammar import obliques, phrase
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.actors import Resolver, plural
from kg.resolve.facilities import facility
from kg.resolve.places import Locator

_ARMED = ("State", "ArmedForces", "ArmedGroup")
#: Kinds of fillers that are actors -> their classes; none for any.
_CLASSES = {
    "actor": (),
    "armed": _ARMED,
    "body": ("Organization",),
    "fighters": ("ArmedForces", "ArmedGroup"),
    "people": ("Population", "Person"),
}
# Slots whose role does not depend on the frame.
_FIXED = {"sufferer": "target", "beside": "participant"}


@dataclass(slots=True)
class Cast:
    """Who and where, as found: role -> links."""

    roles: dict[str, list[Link]] = field(default_factory=dict)

    def add(self, role: str, links: Iterable[Link]) -> None:
        """Add links to a role, each once."""
        own = self.roles.setdefault(role, [])
        have = {link.iri for link in own}
        own.extend(link for link in links if link.iri not in have)

    def get(self, role: str) -> list[Link]:
        """The links of a role."""
        return self.roles.get(role, [])

    def settle(self) -> None:
        """An actor has one role: who acts is not also struck, and neither merely takes part."""
        sides = {link.iri for link in self.get("initiator")}
        self.roles["target"] = [link for link in self.get("target") if link.iri not in sides]
        sides |= {link.iri for link in self.get("target")}
        self.roles["participant"] = [
            link for link in self.get("participant") if link.iri not in sides
        ]


@dataclass(frozen=True, slots=True)
class Caster:
    """Fills the roles of the events of one sentence.

    Attributes:
        resolver: words to actors.
        locator: words to places.
        facilities: lemmas of facilities.
        weapons: lemmas of weapons and aircraft.
        struck: lemmas of facilities that count as whom an attack is on.
        holding: participles behind a hyphen that say who holds a place ("rebel-held").
        holding_verbs: verbs whose subject holds a place.
        beside: prepositions of those who do the same.
    """

    resolver: Resolver
    locator: Locator
    facilities: frozenset[str]
    weapons: frozenset[str]
    struck: frozenset[str]
    holding: frozenset[str]
    holding_verbs: frozenset[str]
    beside: frozenset[str]

    def meets(self, frame: Frame, slots: Slots, trigger: Trigger) -> bool:
        """Whether at least one condition of a frame holds, and nothing rules it out."""
        if any(self._rules_out(word, frame) for word in slots.get("object")):
            return False
        verb = trigger.word.head if trigger.word.rel == "obj" else None
        if verb is not None and verb.lemma in frame.unless:
            return False
        if any(self._holds(bar, slots, trigger) for bar in frame.bars):
            return False
        return not frame.needs or any(self._holds(need, slots, trigger) for need in frame.needs)

    def _rules_out(self, word: Word, frame: Frame) -> bool:
        """Whether an object makes the verb mean something else: "took part", not "took parts"."""
        if word.lemma not in frame.unless:
            return False
        return word.lower in frame.unless or self.locator.place(word) is None

    def _holds(self, need: Need, slots: Slots, trigger: Trigger) -> bool:
        fillers = slots.get(need.slot)
        words = [each for word in fillers for each in (word, *_inside(word))]
        if need.words and not any({word.lemma, word.lower} & need.words for word in words):
            return False
        if need.kind and not any(self._is(word, need.kind) for word in fillers):
            return False
        if need.beside:
            clause = {word.lemma for word in trigger.word.subtree() if word is not trigger.word}
            if not clause & need.beside:
                return False
        return bool(words) and all(self._holds(each, slots, trigger) for each in need.also)

    def _is(self, word: Word, kind: str) -> bool:
        if kind == "weapon":
            return any(part.lemma in self.weapons for part in phrase(word))
        if kind == "facility":
            return word.lemma in self.facilities
        if kind == "place":
            return self.locator.place(word) is not None
        links, classes = self.resolver.actor(word), _CLASSES[kind]
        return any(link.cls in classes or not classes for link in links)

    def cast(self, frame: Frame, slots: Slots, trigger: Trigger) -> Cast:
        """The roles of an event, from its slots."""
        cast = Cast()
        for slot, words in slots.words.items():
            role = _FIXED.get(slot) or frame.roles.get(slot, "")
            for word in words:
                if slot == "owner" and role == "place":
                    cast.add(role, self.locator.places(word))
                elif slot == "owner":
                    self._own(cast, role, word)
                elif role:
                    self._fill(cast, role, word, acts=slot in ("subject", "by"))
        if frame.event == "Deployment" and slots.get("subject") and slots.get("object"):
            sent = {link.iri for word in slots.get("object") for link in self.resolver.actor(word)}
            acting = cast.get("initiator")
            cast.roles["initiator"] = [link for link in acting if link.iri not in sent]
            cast.add("participant", [link for link in acting if link.iri in sent])
        if frame.event == "Capture":
            holders = [self._holder(word) for slot in ("object", "of") for word in slots.get(slot)]
            cast.add("target", [link for link in holders if link is not None])
        if frame.event == "Demand" and not cast.get("target"):
            cast.add("target", self._asked(trigger.word))
        if frame.roles.get("against") and frame.event == "Protest":
            cast.add("target", self._opposed(trigger))
        cast.settle()
        return cast

    def _holder(self, word: Word) -> Link | None:
        """Who held what is taken: "the rebel-held town", "Ukraine's peninsula"."""
        for part in phrase(word):
            before, _, participle = part.lower.rpartition("-")
            if before and participle in self.holding:
                return self.resolver.named(part.text.rpartition("-")[0])
        for clause in word.of("acl:relcl", "acl"):  # "the town, which Y had held since 1993"
            holders = doers(clause) if clause.lemma in self.holding_verbs else []
            for link in (each for holder in holders for each in self.resolver.actor(holder)):
                return link
        owners = (self.resolver.owning(part) for part in word.of("nmod:poss"))
        return next((link for link in owners if link is not None and link.cls in _ARMED), None)

    def _asked(self, verb: Word) -> list[Link]:
        """Who should do it: "demanded that the rebels lift the siege"."""
        asked = [each for clause in verb.of("ccomp") for each in subjects(clause)]
        found = [link for word in asked for link in self.resolver.actor(word) if link.cls in _ARMED]
        if found or not verb.of("xcomp"):
            return found
        # Whoever is urged to do something is somebody: "urged mediators to press on".
        urged = [word for word in objects(verb) if word.pos == "NOUN" and word.lower != word.lemma]
        return [self.resolver.people(*self._described(word)) for word in urged]

    def _opposed(self, trigger: Trigger) -> list[Link]:
        """Whom an "anti-government" protest is against."""
        for part in phrase(trigger.word):
            lead, _, against = part.lower.partition("-")
            if lead == "anti" and against and part is not trigger.word:
                link = self.resolver.named(part.text.partition("-")[2])
                return [link] if link is not None else []
        return []

    def _own(self, cast: Cast, role: str, word: Word) -> None:
        link = self.resolver.owning_event(word)
        if link is not None and role:
            cast.add(role, [link])

    def _fill(self, cast: Cast, role: str, word: Word, *, acts: bool) -> None:
        if role in ("place", "destination"):
            self._fill_place(cast, role, word)
            return
        places = [] if acts else self.locator.places(word)
        if places and places[0].cls != "Country":
            cast.add("place", places)
            return
        actors = self.resolver.actor(word)
        if actors:
            beside = [each.word for each in obliques(word) if each.preposition in self.beside]
            cast.add(
                role, [*actors, *(link for each in beside for link in self.resolver.actor(each))]
            )
        elif word.lemma in self.struck and not acts:
            cast.add(role, [self.resolver.people(*self._described(word))])
        if not acts:
            inside = self._behind if word.lemma in self.struck else self._building
            cast.add("place", inside(word))
        cast.add("place", places if not actors else [])

    def _building(self, word: Word) -> list[Link]:
        """Where it is: "a market in Idlib" is a place of its own, "bases in Idlib" are in Idlib."""
        told = facility(word, self.locator)
        if told is not None or word.lemma not in self.facilities:
            return [told] if told is not None else []
        return self._behind(word)

    def _behind(self, building: Word) -> list[Link]:
        """Where several buildings, or those of one side, are told to be."""
        told = obliques(building)
        behind = [each.word for each in told if each.preposition in self.locator.words.by]
        return next((found for each in behind if (found := self.locator.places(each))), [])

    def _described(self, word: Word) -> tuple[str, str]:
        """What is struck, as many and as told: "aid convoys", "aid convoy"."""
        kinds = [part.lower for part in self.locator.words.told_kinds(word)]
        return " ".join([*kinds, plural(word)]), " ".join([*kinds, word.lower])

    def _fill_place(self, cast: Cast, role: str, word: Word) -> None:
        places = self.locator.places(word)
        actors = self.resolver.actor(word) if role == "place" and not places else ()
        if not places and not actors:  # "control of Sanaa"
            places = [place for inner in _inside(word) for place in self.locator.places(inner)]
        cast.add(role, places)
        for actor in actors:
            cast.add("target" if actor.cls != "Person" else "participant", [actor])


def _inside(word: Word) -> list[Word]:
    """What stands behind "of": "dozens of hospitals"."""
    return [oblique.word for oblique in obliques(word) if oblique.preposition == "of"]
