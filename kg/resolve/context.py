"""What one article has told so far: its country, names it defined, who was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Day, Link
from kg.resolve.named import Named
from kg.resolve.names import plain
from kg.resolve.nominals import Nominals
from kg.resolve.world import Entity, World


@dataclass(slots=True)
class Context:
    """The state of reading one article; resolvers read and extend it.

    Attributes:
        world: curated things.
        nominals: generic nouns.
        country: IRI of the country in focus, "" if none stands out.
        state: the state of that country, or None.
        issued: when the article was issued, or None.
        aliases: plain name -> actor that the article introduced under another name.
        actors: actors in the order they were spoken of.
        places: places likewise; `placed` their IRIs, `lands` their countries, each once in order.
        offices: a person's IRI -> the body that the article says the person leads or speaks for.
        opponents: the two sides that were last told to fight each other.
        monitor: the monitor that the article leans on, if it names exactly one.
        known: curated names by the identity of their sentence, found once.
        is_unnamed: whether the person told last had no name, for "he".
        subjects: the actors of whom the sentence before told together, none if it told of one.
        last_source: who was last said to say something.
    """

    world: World
    nominals: Nominals
    country: str = ""
    state: Entity | None = None
    issued: Day | None = None
    aliases: dict[str, Link] = field(default_factory=dict)
    actors: list[Link] = field(default_factory=list)
    places: list[Link] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    lands: dict[str, None] = field(default_factory=dict)
    offices: dict[str, Link] = field(default_factory=dict)
    opponents: tuple[Link, ...] = ()
    monitor: Link | None = None
    is_unnamed: bool = False
    subjects: tuple[Link, ...] = ()
    last_source: Link | None = None
    known: dict[int, list[Named]] = field(default_factory=dict)

    def last_actor(self, *classes: str) -> Link | None:
        """The actor of one of the classes that was spoken of last."""
        for link in reversed(self.actors):
            if link.cls in classes:
                return link
        return None

    def called(self, noun: str) -> Link | None:
        """The last named actor that has the noun in its name: "the coalition", "the Front"."""
        if noun in self.nominals.uncalled:
            return None
        for link in reversed(self.actors):
            named = not link.rule.startswith("generic")
            if named and link.cls in ("ArmedGroup", "Organization") and noun in plain(link.label):
                return link
        return None

    def remember(self, link: Link) -> Link:
        """Note that a thing was spoken of, and give it back."""
        (self.places if link.is_place else self.actors).append(link)
        if link.is_place and link.iri not in self.placed:
            self.placed.add(link.iri)
            self.lands.setdefault(self.world.country_of(link.iri))
        return link
