"""Who a noun stands for, by its kind: "Turkish troops", "the group", "the Yemeni government"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.grammar import phrase
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve.armednouns import aircraft, allies, fighters, forces, group
from kg.resolve.bearers import bearer
from kg.resolve.bodynouns import body, government, office
from kg.resolve.branches import branch_of
from kg.resolve.mint import generic, generic_side, plural
from kg.resolve.toldnoun import ToldNoun, noun_surface

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver


def by_noun(resolver: Resolver, word: Word) -> Link | None:
    """The actor that a noun stands for, None if it is no noun for actors or tells too little."""
    noun = resolver.context.nominals.of(word)
    if noun is None:
        return _relational(resolver, word)
    if noun.kind in ("body", "group", "office", "branch") and (
        named := _named_beside(resolver, word)
    ):
        return named
    if word.lemma == "other" and any(child.lower == "each" for child in word.of("det")):
        return None
    return _BY_KIND[noun.kind](
        resolver, ToldNoun(word, noun, resolver.owner(word), noun_surface(word))
    )


def _named_beside(resolver: Resolver, word: Word) -> Link | None:
    """For "the news agency Sana", "the group X": the name that tells who it is, unless a state."""
    children = word.of("appos", "flat", "nmod:desc")
    if word.next is not None and word.next.head in (word, word.head):
        children.append(word.next)
    for child in children:
        named = resolver.names.get(child.i)
        if named is None or (named.meanings and not named.actors()):
            continue
        link = bearer(resolver, child, named)
        if link is not None and link.cls != "State":
            return link
    return None


def _population(resolver: Resolver, told: ToldNoun) -> Link:
    label = told.noun.label or plural(told.word)
    return generic(resolver.context, label, told.noun.cls, told.surface)


def _branch(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "Syria's former Al-Qaeda affiliate": whom the known world has as that branch."""
    owners = (resolver.owning(part) for part in [*phrase(told.word), *told.word.of("nmod:poss")])
    groups = [link for link in owners if link is not None and link.cls == "ArmedGroup"]
    return branch_of(groups[0], told.word, resolver.context) if groups else None


def _relational(resolver: Resolver, word: Word) -> Link | None:
    """For "positions of the rebels", "Houthi targets": whoever holds them."""
    if word.lemma not in resolver.context.nominals.relational:
        return None
    owner = resolver.owner(word)
    if owner is not None:
        return replace(owner, rule=f"{owner.rule}+{word.lemma}", score=owner.score * 0.9)
    side = resolver.context.nominals.side_in(word)
    return generic_side(resolver.context, side, noun_surface(word)) if side else None


#: Kind of noun (nominals.KINDS) -> who it stands for.
_BY_KIND: Mapping[str, Callable[[Resolver, ToldNoun], Link | None]] = {
    "forces": forces,
    "aircraft": aircraft,
    "fighters": fighters,
    "group": group,
    "government": government,
    "office": office,
    "body": body,
    "population": _population,
    "allies": allies,
    "branch": _branch,
}
