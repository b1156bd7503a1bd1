"""Who holds which place."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.relation_words import ControlWords
from kg.extract.scene import Scene
from kg.extract.tie import SIDES, Tie, behind_hyphen
from kg.language.arguments import doers, objects
from kg.language.grammar import conjuncts, is_negated, obliques, preposition, renamed
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.actors import coordinated

#: Kinds of organisations that tell of a war and hold no place in it.


def controls(word: Word, now: Scene, words: ControlWords) -> Iterator[Tie]:
    """The holdings that a word tells."""
    if word.pos == "VERB" and word.lemma in words.verbs and not is_negated(word):
        yield from _holdings(word, now)
    yield from _held(word, now, words)
    if word.lemma in words.nouns:
        yield from _stronghold(word, now)


def _holdings(verb: Word, now: Scene) -> Iterator[Tie]:
    for word in coordinated(objects(verb)):
        told = _area_told(word, now)
        places = now.locator.places(word) or ([told] if told is not None else [])
        for place in (*places, *_included(word, now)):
            for holder in _holders(verb, now):
                yield Tie("Control", holder, place, "verb of control")


def _included(word: Word, now: Scene) -> list[Link]:
    """For "60 % of the region, including the port of Henichesk"."""
    told = (each.word for each in obliques(word) if each.preposition == "including")
    return [link for each in told for link in now.locator.places(each)]


def _holders(verb: Word, now: Scene) -> Iterator[Link]:
    for word in coordinated(doers(verb)):
        links = now.resolver.actor(word)
        if verb.rel == "acl:relcl" and any(link.cls == "Person" for link in links):
            body = _led(word)  # "the army led by General X, which controls the east"
            links = now.resolver.actor(body) if body is not None else ()
        yield from (link for link in links if _holds(link, now))


def _led(person: Word) -> Word | None:
    """The body that a person is told to lead, in "the army led by X"."""
    led = person.head
    return led.head if led is not None and led.base == "acl" else None


def _holds(link: Link, now: Scene) -> bool:
    """Whether it can hold a place: no person, monitor or newspaper can."""
    if link.cls not in SIDES or link.cls == "Person":
        return False
    entity = now.resolver.context.world.entities.get(link.iri)
    return entity is None or entity.one("kind") not in now.knowledge.relations.control.onlookers


def _area_told(word: Word, now: Scene) -> Link | None:
    """For "Idlib and adjacent territories, areas controlled by HTS": what the areas stand for."""
    beside = renamed(word)
    while beside is not None:
        place = now.locator.place(beside)
        if place is not None or beside.rel != "conj":
            return place
        beside = beside.head
    return None


def _held(word: Word, now: Scene, words: ControlWords) -> Iterator[Tie]:
    """For "rebel-held Idlib"."""
    name, participle = behind_hyphen(word, words.participles)
    if not name or word.head is None:
        return
    holder = now.resolver.named(name)
    if holder is None:
        return
    for place in _places_of(word.head, now):
        yield Tie("Control", holder, place, f"-{participle}")


def _stronghold(word: Word, now: Scene) -> Iterator[Tie]:
    """For "Idlib, a rebel stronghold", "under the control of the regime"."""
    holder = now.resolver.owner(word) or now.resolver.sided(word)
    if preposition(word) in now.knowledge.relations.control.out_of or is_negated(word):
        return
    if word.lemma == "hand" and preposition(word) != "in":
        return  # "fell into the hands of" tells a capture
    if holder is None or holder.cls == "Person":
        return
    told = (_places_of(other, now) for other in _said_to_be_held(word))
    for place in next(filter(None, told), []):
        yield Tie("Control", holder, place, f"noun {word.lemma}")


def _places_of(word: Word, now: Scene) -> list[Link]:
    """The places that a word and those coordinated with it stand for."""
    told = [*conjuncts(word)]
    if word.rel == "appos" and word.lower != word.lemma and word.head is not None:
        told += conjuncts(word.head)  # "Kutum and Mellit, two towns under RSF control"
    links = [link for each in told for link in now.locator.places(each)]
    return list({link.iri: link for link in links}.values())


def _said_to_be_held(word: Word) -> list[Word]:
    """What a noun of control stands beside, hangs on, is said of or is in."""
    found = word.of("appos", "flat", "nsubj")
    head = word.head
    if head is not None and word.rel in ("appos", "nmod:desc", "obl", "nmod"):
        found.append(head)
    if head is not None and word.rel == "obl":
        found += head.of("nsubj", "nsubj:pass")
    if head is not None and word.rel == "acl:relcl":  # "Sirte, which is in LNA hands"
        found.insert(0, head)
    if word.lemma != "control":
        found += [each.word for each in obliques(word) if each.preposition in ("of", "in")]
    return found
