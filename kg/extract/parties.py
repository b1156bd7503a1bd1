"""Which sources speak for a side of the war, and so only allege what serves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.speech import Speech
from kg.model import Link, Stance
from kg.resolve.context import Context
from kg.resolve.mint import link_to
from kg.resolve.world import Entity

_PARTIES = ("State", "ArmedForces", "ArmedGroup")


@dataclass(frozen=True, slots=True)
class Parties:
    """Tells the sides of one article.

    Attributes:
        context: who holds which office, and the known world.
        speech: words in the names of bodies that speak for a side.
    """

    context: Context
    speech: Speech

    def stance(self, told: Stance, of: str, source: Sequence[Link], by: Sequence[Link]) -> Stance:
        """A party that blames another, or boasts of its own deed, only alleges it.

        What it tells of its own deeds otherwise, and of deeds of nobody, it is believed.

        Args:
            told: the stance by the words alone.
            of: the event's type.
            source: who says so.
            by: who did it.
        """
        if told is not Stance.ASSERTED or not source or not by:
            return told
        sides = {self.side(link) for link in source}
        if "" in sides:
            return told
        own = bool(sides & {self.side(link) for link in by})
        return Stance.ASSERTED if own and of not in self.speech.boasts else Stance.ALLEGED

    def side(self, link: Link) -> str:
        """IRI of the side that an actor is or speaks for, "" for none.

        A state's forces, ministries, media and ministers are the state.
        """
        entity = self.context.world.entities.get(link.iri)
        if link.cls in _PARTIES:
            return (entity.one("forcesOf") if entity is not None else "") or link.iri
        if link.cls == "Person":
            held = self.context.world.entities.get(entity.one("officeOf") if entity else "")
            told = self.context.offices.get(link.iri)
            body = link_to(held, "", "person's office", 0.8) if held is not None else told
            return self.side(body) if body is not None and body.cls != "Person" else ""
        return self._body(link, entity) if link.cls == "Organization" else ""

    def _body(self, link: Link, entity: Entity | None) -> str:
        speaks = any(word in link.label.lower() for word in self.speech.parties)
        if entity is None:
            return link.iri if speaks else ""
        whole = entity.one("partOf")
        above = self.context.world.entities.get(whole)
        of_party = above is not None and above.cls in _PARTIES
        media = entity.one("kind") == "media"
        return whole if of_party and (speaks or media) else ""
