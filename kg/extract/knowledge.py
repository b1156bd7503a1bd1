"""All that extraction knows from ontology/, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.extract import deal_words, harm, lexicon, relation_words, speech, story_words
from kg.extract.inflect import forms_of, plurals_of
from kg.extract.table import read
from kg.language.syntax import Forms
from kg.resolve import nominals, placewords, world


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The known world and the words that tell of it.

    Attributes:
        world: curated actors, places and deals.
        nominals: nouns for actors; `place_words` for places.
        lexicon: frames of events; `harms` of tolls; `speech` of saying.
        relations: words of backing, control, affiliation and leadership; `deals` of ceasefires.
        story: what ties the events of an article together.
        weapons: lemmas of weapons and aircraft.
        forms: lemmas of the forms of all verbs and nouns of the tables.
    """

    world: world.World
    nominals: nominals.Nominals
    place_words: placewords.PlaceWords
    lexicon: lexicon.Lexicon
    harms: harm.Harms
    speech: speech.Speech
    relations: relation_words.RelationWords
    deals: deal_words.DealWords
    story: story_words.StoryWords
    weapons: frozenset[str]
    forms: Forms


@lru_cache(maxsize=2)
def load(folder: Path) -> Knowledge:
    """Everything in an ontology folder.

    Raises:
        KnowledgeError: naming the file and row that is wrong.
    """
    nouns, frames = nominals.load(folder), lexicon.load(folder)
    harms, says = harm.load(folder), speech.load(folder)
    relations, deals = relation_words.load(folder), deal_words.load(folder)
    verbs = {verb.split()[0] for frame in frames.frames for verb in frame.spelled}
    verbs |= {*frames.light, *frames.leading, *frames.striking, *frames.backing}
    places = placewords.load(folder)
    verbs |= harms.verbs | says.verbs | relations.verbs | deals.verbs | places.gripping
    heads = {*nouns.heads, *nouns.facility, *nouns.relational, *harms.nouns, *places.heads}
    heads |= {noun.split()[-1] for frame in frames.frames for noun in frame.told}
    heads |= deals.nouns
    return Knowledge(
        world=world.load(folder),
        nominals=nouns,
        place_words=places,
        lexicon=frames,
        harms=harms,
        speech=says,
        relations=relations,
        deals=deals,
        story=story_words.load(folder),
        weapons=_weapons(nouns, frames),
        forms=Forms({**forms_of(verbs), **_irregular(folder)}, plurals_of(heads)),
    )


def _weapons(nouns: nominals.Nominals, frames: lexicon.Lexicon) -> frozenset[str]:
    aircraft = {head for head, noun in nouns.heads.items() if noun.kind == "aircraft"}
    return frozenset(aircraft.union(*frames.means.values()))


def _irregular(folder: Path) -> dict[str, str]:
    file = read(folder / "lexicon" / "irregular.toml")
    file.allow("forms")
    return dict(file.inner("forms").rows.items())
