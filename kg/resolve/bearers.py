"""Who bears a name: a curated actor, one that the article introduced, or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.context import Context
from kg.resolve.mint import introduce, link_to, unlisted
from kg.resolve.named import Named
from kg.resolve.names import plain
from kg.resolve.nominals import Nominal
from kg.resolve.world import ACTOR_CLASSES, PLACE_CLASSES, Meaning

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver

_SCORES = {"label": 1.0, "metonym": 0.85, "demonym": 0.7}
#: Kind of the noun beside an unknown name -> what the name is.
_BESIDE = {
    "fighters": "ArmedGroup",
    "group": "ArmedGroup",
    "body": "Organization",
    "office": "Person",
}
_TAGGED = {"PERSON": "Person", "ORG": "Organization"}


def bearer(resolver: Resolver, word: Word, named: Named) -> Link | None:
    """The actor that a name stands for; `word` is the name's word that rules came by."""
    if named.meanings:
        return known(resolver.context, named)
    return alias(resolver.context, named) or _new(resolver, word, named)


def known_or_alias(context: Context, named: Named) -> Link | None:
    """The actor that a name stands for, without making a new one."""
    return known(context, named) if named.meanings else alias(context, named)


def known(context: Context, named: Named) -> Link | None:
    """The curated actor that a name stands for, or the state of the country that it names."""
    return meant(context, named.meanings, named.surface, exact=named.exact)


def meant(
    context: Context, meanings: tuple[Meaning, ...], surface: str, *, exact: bool
) -> Link | None:
    """The best of a name's meanings: by label, at home in the country in focus, by alphabet."""
    actors = [meaning for meaning in meanings if meaning.entity.cls in ACTOR_CLASSES]
    if not actors:
        return _state(context, meanings, surface)

    def rank(meaning: Meaning) -> tuple[bool, bool, str]:
        at_home = context.world.country_of(meaning.entity.iri) == context.country
        return meaning.how != "label", not at_home, meaning.entity.iri

    best = min(actors, key=rank)
    if exact:
        return link_to(best.entity, surface, best.how, _SCORES[best.how])
    return link_to(best.entity, surface, f"{best.how} by sound", _SCORES[best.how] - 0.15)


def country_as_state(context: Context, named: Named) -> Link | None:
    """The state of the country that a name tells: "Syria" as who acts."""
    return _state(context, named.meanings, named.surface)


def _state(context: Context, meanings: tuple[Meaning, ...], surface: str) -> Link | None:
    for meaning in meanings:
        state = context.world.state_of.get(meaning.entity.iri)
        if meaning.entity.cls in PLACE_CLASSES and state is not None:
            return link_to(state, surface, "country as state", 0.8)
    return None


def alias(context: Context, named: Named) -> Link | None:
    """The actor that the article introduced under the name, or under its last word."""
    for part in (named.surface, named.words[-1].text):
        introduced = context.aliases.get(plain(part))
        if introduced is not None:
            return replace(
                introduced, surface=named.surface, rule="introduced in the article", score=0.9
            )
    return None


def _new(resolver: Resolver, word: Word, named: Named) -> Link | None:
    noun = _noun_beside(resolver, word, named)
    cls = _BESIDE.get(noun.kind, "") if noun is not None else ""
    cls = cls or _class_alone(resolver.context, word, named)
    if cls == "Organization" and _is_armed(resolver.context, named):
        cls = "ArmedGroup"
    if not cls:
        return None
    return introduce(resolver.context, unlisted(named.surface, cls, named.surface, "new name", 0.6))


def _is_armed(context: Context, named: Named) -> bool:
    """Whether an unknown body is called an army: "the People's Defence Forces"."""
    last = named.words[-1].lower
    noun = context.nominals.heads.get(last) or context.nominals.heads.get(last.removesuffix("s"))
    return noun is not None and noun.kind in ("forces", "fighters")


def _class_alone(context: Context, word: Word, named: Named) -> str:
    """What an unknown name is by the tagger, or by its speaking; "" if nothing tells."""
    size = len(named.words)
    if named.entity == "NAME":
        says = word.head is not None and word.head.lemma in context.nominals.speaking
        return "Person" if says and word.rel == "nsubj" and 2 <= size <= 4 else ""
    if named.entity == "PERSON" and size == 1 and named.words[0].text.isupper():
        return "Organization"  # the tagger took an acronym for a person
    return _TAGGED.get(named.entity, "")


def _noun_beside(resolver: Resolver, word: Word, named: Named) -> Nominal | None:
    """The noun that tells what a name is: "spokesman X", "the X movement", "X, a militia"."""
    for other in _beside(word, named):
        noun = resolver.context.nominals.of(other)
        if other.i not in resolver.names and noun is not None:
            return noun
    return None


def _beside(word: Word, named: Named) -> Iterator[Word]:
    above = word.head if word.rel in ("appos", "compound", "flat") else None
    near = (named.words[0].previous, named.words[-1].next, above)
    yield from (other for other in near if other is not None)
    yield from word.of("compound", "nmod:desc", "appos")
