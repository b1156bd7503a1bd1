"""Who a noun for a government, an office or a body stands for: "the Yemeni government"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.arguments import agents
from kg.language.grammar import phrase
from kg.model import Link
from kg.resolve.bearers import alias, bearer
from kg.resolve.mint import generic_side, link_to
from kg.resolve.named import Named
from kg.resolve.states import in_focus, state_behind
from kg.resolve.toldnoun import ToldNoun
from kg.resolve.world import Meaning

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver


def government(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "the Yemeni government", "rebel authorities"; alone that of the country in focus."""
    context = resolver.context
    if told.owner is not None:
        own = _own_body(resolver, told) if told.owner.cls == "State" else None
        return own or replace(state_behind(context, told.owner), surface=told.surface)
    side = context.nominals.side_in(told.word)
    if side and not told.has(*context.nominals.unowning):
        return generic_side(context, side, told.surface)
    if told.word.lemma in context.nominals.ruling:
        return in_focus(context, told.surface, 0.75)
    if not told.is_definite or told.word.lower != told.word.lemma:
        return None
    # "the ministry": the one spoken of, else the government that it must be of
    spoken_of = context.called(told.word.lemma)
    return spoken_of or (
        in_focus(context, told.surface, 0.6)
        if told.word.lemma in context.nominals.state_bodies
        else None
    )


def _own_body(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "Lebanon's health ministry": the curated body of that kind and state, if there is one."""
    world = resolver.context.world
    state = world.entities.get(told.owner.iri) if told.owner is not None else None
    whose = resolver.context.nominals.state_owning  # "the regime health ministry"
    kind = " ".join(
        part.lower
        for part in phrase(told.word)
        if part.rel == "compound" and part.pos == "NOUN" and part.lemma not in whose
    )
    if state is None or not kind:
        return None
    for adjective in (*state.demonyms, state.label):
        for meaning in world.names.lookup(f"{adjective} {kind} {told.word.lemma}")[0]:
            if isinstance(meaning, Meaning) and meaning.entity.cls == "Organization":
                return link_to(meaning.entity, told.surface, "body of a state", 0.9)
    return None


def office(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "spokesman X": the person; for "the Turkish president": whom the person speaks for."""
    holder = [told.word.head] if told.word.rel == "nmod:desc" and told.word.head is not None else []
    for part in [*phrase(told.word), *told.word.of("appos", "flat", "nmod:desc"), *holder]:
        named = resolver.names.get(part.i)
        if named is not None and part is not told.word and _is_person(resolver, named):
            return bearer(resolver, part, named)
    if told.owner is not None:
        rule = f"{told.owner.rule}+office"
        return replace(told.owner, rule=rule, surface=told.surface, score=0.6)
    definite = any(child.lower == "the" for child in told.word.of("det"))
    return resolver.context.last_actor("Person") if definite else None


def _is_person(resolver: Resolver, named: Named) -> bool:
    if named.meanings:
        return any(meaning.entity.cls == "Person" for meaning in named.meanings)
    introduced = alias(resolver.context, named)
    return named.entity == "PERSON" or (introduced is not None and introduced.cls == "Person")


def body(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "the Observatory", "the agency", "the Turkish ministry's office"."""
    context = resolver.context
    if context.monitor is not None and context.nominals.is_monitor(told.word):
        return replace(context.monitor, surface=told.surface)
    authors = [word for clause in told.word.of("acl") for word in agents(clause)]
    author = next((link for word in authors for link in resolver.actor(word)), None)
    if author is not None:  # "the statement released by the rebels"
        return replace(author, rule=f"{author.rule}+body", score=0.6)
    if told.owner is not None:
        rule = f"{told.owner.rule}+body"
        return replace(told.owner, surface=told.surface, rule=rule, score=0.6)
    recalled = context.last_actor("Organization") if told.is_definite else None
    return recalled and replace(recalled, rule="definite noun", score=0.6)
