"""Who a noun for fighters stands for: "Turkish troops", "rebel militias", "the group"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.grammar import obliques
from kg.model import Link
from kg.resolve.mint import generic, generic_side, plural
from kg.resolve.states import forces_of, own_forces
from kg.resolve.toldnoun import ToldNoun

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver

_STATELY = ("State", "ArmedForces")


def forces(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "Turkish troops", "rebel forces"; alone, "the army" is that of the state in focus."""
    context = resolver.context
    side, people = context.nominals.side_in(told.word), context.nominals.people_in(told.word)
    stately = told.owner is None or told.owner.cls in _STATELY
    if people and stately and not (side or told.noun.home):
        # "Syrian Kurdish forces" are none of the state.
        return generic(context, f"{people} {plural(told.word)}", "ArmedGroup", told.surface)
    # Nor are "Syrian rebel forces".
    if told.owner is not None and not (side and told.owner.cls in _STATELY):
        return forces_of(context, told.owner, told.surface)
    if side:
        return generic_side(context, side, told.surface)
    of_state = told.word.lemma == "force" and told.has(*context.nominals.state_securing)
    own = own_forces(context, told.surface) if told.noun.home or of_state else None
    if own is None and told.noun.home:
        return generic(context, told.noun.label, told.noun.cls, told.surface)
    return own


def aircraft(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "Russian warplanes"; alone they name nobody."""
    if told.owner is None:
        return None
    return forces_of(resolver.context, told.owner, told.surface)


def fighters(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "Houthi fighters", "regime fighters", "foreign fighters"; alone they are themselves."""
    context, owner = resolver.context, told.owner
    if owner is not None and owner.cls in ("ArmedGroup", "Organization"):
        return replace(owner, surface=told.surface, rule=f"{owner.rule}+{told.noun.kind}")
    armed_by = owner is not None and (told.noun.cls == "ArmedForces" and owner.cls == "State")
    if owner is not None and (armed_by or told.has("regime", "government")):
        return forces_of(context, owner, told.surface)
    people = context.nominals.people_in(told.word)
    if people:
        return generic(context, f"{people} {plural(told.word)}", told.noun.cls, told.surface)
    side = context.nominals.side_in(told.word)
    own = told.noun.label
    if side and own != "fighters" and not (own and side.endswith(own)):
        side = own  # "Islamist rebels" are rebels, but "pro-Russian separatists" says more
    if side:
        cls = context.nominals.sides.get(side, told.noun.cls)
        return generic(context, side, cls, told.surface)
    return generic(context, told.noun.label or plural(told.word), told.noun.cls, told.surface)


def group(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "the Hazzm movement", "a monitoring group", "Kurdish militias", "rebel factions"."""
    context, owner = resolver.context, told.owner
    if context.monitor is not None and context.nominals.is_monitor(told.word):
        return replace(context.monitor, surface=told.surface)
    several = told.word.lower != told.word.lemma
    if several and told.has("allied") and told.word.of("nmod:poss"):  # "their allied militias"
        return generic(context, f"allied {told.word.lower}", told.noun.cls, told.surface)
    if owner is not None and owner.cls in ("ArmedGroup", "Organization"):
        return replace(owner, surface=told.surface, rule=f"{owner.rule}+{told.noun.kind}")
    people = context.nominals.people_in(told.word)
    if people:
        return generic(context, f"{people} {plural(told.word)}", told.noun.cls, told.surface)
    side = context.nominals.side_in(told.word)
    if side:
        return generic_side(context, side, told.surface)
    return _recalled(resolver, told)


def _recalled(resolver: Resolver, told: ToldNoun) -> Link | None:
    """For "the group", the last one spoken of; "allied militias" are any, "groups" nobody."""
    context = resolver.context
    if told.word.lemma in context.nominals.armed_groups and told.word.lower != told.word.lemma:
        return generic(context, plural(told.word), told.noun.cls, told.surface)
    recalled = context.called(told.word.lemma)
    told_by = [each for each in told.word.of("amod", "compound") if "-" not in each.text]
    described = bool(told_by or obliques(told.word))  # "the Iran-backed group" is the group
    anonymous = (
        told.is_definite and not described and told.word.lemma not in context.nominals.called
    )
    if recalled is None and anonymous:
        armed = told.word.lemma in context.nominals.armed_groups
        recalled = context.last_actor("ArmedGroup", *(() if armed else ("Organization",)))
    if recalled is None or told.word.lower != told.word.lemma:
        return None
    return replace(recalled, rule="definite noun", score=0.55)


def allies(resolver: Resolver, told: ToldNoun) -> Link | None:
    """Whoever fights beside the owner, without a name; "its Russian ally" is Russia."""
    context, owner = resolver.context, told.owner
    modifiers = (resolver.owning(part) for part in told.word.of("amod"))
    named = next((link for link in modifiers if link is not None), None)
    if named is not None or owner is None:
        return named
    if context.state is not None and owner.iri == context.state.iri:
        return generic(context, "pro-government forces", "ArmedForces", told.surface)
    return generic(context, f"allies of {owner.label}", told.noun.cls, told.surface)
