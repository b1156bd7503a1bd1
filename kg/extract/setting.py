"""Where an event is that tells no place: where the story is set."""

from __future__ import annotations

import sys

from kg.extract.draft import Draft
from kg.extract.thread import Thread
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.directions import HELD_PARTS
from kg.resolve.mint import link_to
from kg.resolve.world import OF_A_PLACE

# So many paragraphs on, what happens does so where the events before it did.
_SETTING = 3


def give_place(thread: Thread, draft: Draft) -> None:
    """An event without a place is where the one before it in the article was.

    The dead of a whole war fell in the country; talks and deals are made anywhere.
    """
    if draft.deal is not None and not draft.places:
        draft.places = _of_deal(thread, draft.deal)
        draft.place_basis = "carried" if draft.places else ""
    if draft.type == "Protest" and not draft.places and thread.told_of_war(draft.word):
        draft.places, draft.place_basis = _home(thread), "carried"
    if draft.places or draft.frame.statement or draft.type in thread.words.anywhere:
        return
    if _is_elsewhere(thread, draft):
        return
    if thread.told_of_war(draft.word) or _is_of_years(thread, draft):
        draft.places, draft.place_basis = _home(thread), "carried"
        return
    for earlier in thread.before(draft, 0):
        if told := _somewhere(thread, earlier):
            draft.places, draft.place_basis = told, "carried"
            return
    setting = _setting(thread, draft)
    draft.places, draft.place_basis = setting, "carried" if setting else ""


def _is_elsewhere(thread: Thread, draft: Draft) -> bool:
    """For "further south, 16 people were killed", "elsewhere, shells fell"."""
    for word in (draft.word, *draft.word.ancestors()):
        if any(_points_on(thread, child) for child in word.of("advmod", "obl")):
            return True
        if word.pos == "VERB":
            return False
    return False


def _points_on(thread: Thread, adverb: Word) -> bool:
    onward = any(child.lower in thread.words.onward for child in adverb.of("advmod"))
    return onward or adverb.lower in thread.words.elsewhere


def _of_deal(thread: Thread, deal: Link) -> list[Link]:
    """Where a deal was told to apply when it was spoken of before."""
    told = [each for each in thread.events if each.deal is not None and each.deal.iri == deal.iri]
    return list(next((each.places for each in told if each.places), ()))


def _somewhere(thread: Thread, draft: Draft) -> list[Link]:
    """The places of an event, below countries; none of what is made anywhere."""
    if draft.frame.statement or draft.type in thread.words.anywhere:
        return []
    return [_around(thread, place) for place in draft.places if place.cls != "Country"]


def _around(thread: Thread, place: Link) -> Link:
    """What holds a building or the held parts of a town: the next event is not in these."""
    holder = thread.context.world.entities.get(place.parent)
    if place.rule not in (OF_A_PLACE, HELD_PARTS) or holder is None:
        return place
    return link_to(holder, "", "setting of the story", 0.5)


def _setting(thread: Thread, draft: Draft) -> list[Link]:
    """The finest place that holds all that the last paragraphs told of, none if only a country.

    "Residents fled north" in a story of two towns of a province is told of the province.
    """
    told = [
        place
        for each in thread.before(draft, _SETTING)
        for place in _somewhere(thread, each)
        if each.place_basis != "carried"
    ]
    lines = [thread.context.world.line(place) for place in told]
    common = [iri for iri in lines[0] if all(iri in line for line in lines)] if lines else []
    found = next((place for place in told if common and place.iri == common[0]), None)
    entity = thread.context.world.entities.get(common[0]) if common else None
    if found is None and entity is not None and entity.cls != "Country":
        found = link_to(entity, "", "setting of the story", 0.5)
    return [found] if found is not None else []


def _home(thread: Thread) -> list[Link]:
    entity = thread.context.world.entities.get(thread.context.country)
    return [link_to(entity, entity.label, "country in focus", 0.6)] if entity is not None else []


def _is_of_years(thread: Thread, draft: Draft) -> bool:
    """Whether a figure is that of a war: hundreds of thousands dead, millions in flight."""
    return any(
        (toll.count or toll.low or 0) >= thread.words.of_years.get(toll.kind, sys.maxsize)
        for toll in draft.counts
    )
