"""The places of an event: those in its slots, those around its trigger, that of its war."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.lexicon import Frame
from kg.extract.scene import Scene
from kg.extract.slots import slots_of
from kg.extract.thread import clause_around
from kg.extract.triggers import Trigger
from kg.extract.whereabouts import Whereabouts
from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.mint import link_to

#: Events that are told of a war as a whole.
_OF_WAR = ("Protest", "Killing", "Displacement")


def places_of(trigger: Trigger, frame: Frame, cast: Cast, now: Scene) -> list[Link]:
    """Where: first the places among the slots, then those around the trigger."""
    filled = cast.roles.pop("place", [])
    if frame.statement:
        return []
    whereabouts = Whereabouts(now.locator, now.knowledge.nominals.facility)
    around = whereabouts.of(trigger.word)
    if not filled and not around:
        around = whereabouts.nearest(trigger.word)
    if not filled and not around and frame.event == "Displacement":
        around = whereabouts.homes(_fleeing(trigger, frame, now))
    whereto = {place.iri for place in cast.get("destination")}
    told = [place for place in whereabouts.finest([filled, around]) if place.iri not in whereto]
    found = whereabouts.finer(trigger.word, whereabouts.most_exact(told))
    return found or (_of_war(trigger.word, now) if frame.event in _OF_WAR else [])


def _of_war(word: Word, now: Scene) -> list[Link]:
    """For "Sudan's war began with protests": the country whose war the clause tells of."""
    world, names = now.locator.context.world, now.locator.names
    wars = (each for each in clause_around(word) if each.lemma in now.knowledge.story.war)
    named = (names[part.i] for war in wars for part in phrase(war) if part.i in names)
    for meaning in (each for name in named for each in name.meanings):
        country = world.entities.get(world.country_of(meaning.entity.iri))
        if country is not None:
            return [link_to(country, country.label, "country of a war", 0.6)]
    return []


def _fleeing(trigger: Trigger, frame: Frame, now: Scene) -> list[Word]:
    """The words of those who flee."""
    slots = slots_of(trigger, now.knowledge.lexicon)
    return [
        word
        for slot, words in slots.words.items()
        if frame.roles.get(slot) == "participant"
        for word in words
    ]
