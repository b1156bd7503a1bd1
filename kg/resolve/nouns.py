"""Who a noun stands for, by its kind: "Turkish troops", "the group", "the Yemeni government"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.language.grammar import agents, obliques, phrase
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.bearers import alias, bearer
from kg.resolve.branches import branch_of
from kg.resolve.mint import generic, generic_side, link_to, plural
from kg.resolve.named import Named
from kg.resolve.nominals import Nominal
from kg.resolve.states import forces_of, in_focus, own_forces, state_behind
from kg.resolve.world import Meaning

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver

_DEFINITE = frozenset(("the", "this", "its"))
_ONLY_ARMED = frozenset(("militia", "brigade", "faction"))
#: Nouns that stand for an actor only if its name has them.
_CALLED_SO = frozenset(("coalition", "alliance", "bloc"))
_STATELY = ("State", "ArmedForces")
_OF_STATE = frozenset(("ministry", "presidency", "cabinet", "parliament"))
_RULING = frozenset(("government", "regime", "authority", "state", "junta"))
_APART = frozenset(("NUM", "DET", "PUNCT"))
_LOOSE = frozenset(("nummod", "advmod", "case"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A noun for actors, and what its phrase says.

    Attributes:
        word: the noun.
        noun: its nominal.
        owner: the actor that it belongs to, None if untold.
        surface: the phrase as written, without articles and numbers.
    """

    word: Word
    noun: Nominal
    owner: Link | None
    surface: str

    @property
    def is_definite(self) -> bool:
        """Whether it is told as known: "the group", "its agency"."""
        return any(child.lower in _DEFINITE for child in self.word.of("det", "nmod:poss"))

    def has(self, *modifiers: str) -> bool:
        """Whether one of the words stands in the phrase."""
        return any(part.lower in modifiers for part in phrase(self.word))


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
    return _BY_KIND[noun.kind](resolver, _Told(word, noun, resolver.owner(word), _surface(word)))


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


def _forces(resolver: Resolver, told: _Told) -> Link | None:
    """For "Turkish troops", "rebel forces"; alone, "the army" is that of the state in focus."""
    context = resolver.context
    side = context.nominals.side_in(told.word)
    # "Syrian rebel forces" are no forces of the state.
    if told.owner is not None and not (side and told.owner.cls in _STATELY):
        return forces_of(context, told.owner, told.surface)
    if side:
        return generic_side(context, side, told.surface)
    of_state = told.word.lemma == "force" and told.has("security", "government")
    own = own_forces(context, told.surface) if told.noun.home or of_state else None
    if own is None and told.noun.home:
        return generic(context, told.noun.label, told.noun.cls, told.surface)
    return own


def _aircraft(resolver: Resolver, told: _Told) -> Link | None:
    """For "Russian warplanes"; alone they name nobody."""
    if told.owner is None:
        return None
    return forces_of(resolver.context, told.owner, told.surface)


def _fighters(resolver: Resolver, told: _Told) -> Link | None:
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


def _group(resolver: Resolver, told: _Told) -> Link | None:
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


def _recalled(resolver: Resolver, told: _Told) -> Link | None:
    """For "the group", the last one spoken of; "allied militias" are any, "groups" nobody."""
    context = resolver.context
    if told.word.lemma in _ONLY_ARMED and told.word.lower != told.word.lemma:
        return generic(context, plural(told.word), told.noun.cls, told.surface)
    recalled = context.called(told.word.lemma)
    told_by = [each for each in told.word.of("amod", "compound") if "-" not in each.text]
    described = bool(told_by or obliques(told.word))  # "the Iran-backed group" is the group
    anonymous = told.is_definite and not described and told.word.lemma not in _CALLED_SO
    if recalled is None and anonymous:
        armed = told.word.lemma in _ONLY_ARMED
        recalled = context.last_actor("ArmedGroup", *(() if armed else ("Organization",)))
    if recalled is None or told.word.lower != told.word.lemma:
        return None
    return replace(recalled, rule="definite noun", score=0.55)


def _government(resolver: Resolver, told: _Told) -> Link | None:
    """For "the Yemeni government", "rebel authorities"; alone that of the country in focus."""
    context = resolver.context
    if told.owner is not None:
        own = _own_body(resolver, told) if told.owner.cls == "State" else None
        return own or replace(state_behind(context, told.owner), surface=told.surface)
    side = context.nominals.side_in(told.word)
    if side and not told.has(*context.nominals.unowning):
        return generic_side(context, side, told.surface)
    if told.word.lemma in _RULING:
        return in_focus(context, told.surface, 0.75)
    if not told.is_definite or told.word.lower != told.word.lemma:
        return None
    # "the ministry": the one spoken of, else the government that it must be of
    spoken_of = context.called(told.word.lemma)
    return spoken_of or (
        in_focus(context, told.surface, 0.6) if told.word.lemma in _OF_STATE else None
    )


def _own_body(resolver: Resolver, told: _Told) -> Link | None:
    """For "Lebanon's health ministry": the curated body of that kind and state, if there is one."""
    world = resolver.context.world
    state = world.entities.get(told.owner.iri) if told.owner is not None else None
    kind = " ".join(
        part.lower for part in phrase(told.word) if part.rel == "compound" and part.pos == "NOUN"
    )
    if state is None or not kind:
        return None
    for adjective in (*state.demonyms, state.label):
        for meaning in world.names.lookup(f"{adjective} {kind} {told.word.lemma}")[0]:
            if isinstance(meaning, Meaning) and meaning.entity.cls == "Organization":
                return link_to(meaning.entity, told.surface, "body of a state", 0.9)
    return None


def _office(resolver: Resolver, told: _Told) -> Link | None:
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


def _body(resolver: Resolver, told: _Told) -> Link | None:
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


def _allies(resolver: Resolver, told: _Told) -> Link | None:
    """Whoever fights beside the owner, without a name; "its Russian ally" is Russia."""
    context, owner = resolver.context, told.owner
    modifiers = (resolver.owning(part) for part in told.word.of("amod"))
    named = next((link for link in modifiers if link is not None), None)
    if named is not None or owner is None:
        return named
    if context.state is not None and owner.iri == context.state.iri:
        return generic(context, "pro-government forces", "ArmedForces", told.surface)
    return generic(context, f"allies of {owner.label}", told.noun.cls, told.surface)


def _population(resolver: Resolver, told: _Told) -> Link:
    label = told.noun.label or plural(told.word)
    return generic(resolver.context, label, told.noun.cls, told.surface)


def _relational(resolver: Resolver, word: Word) -> Link | None:
    """For "positions of the rebels", "Houthi targets": whoever holds them."""
    if word.lemma not in resolver.context.nominals.relational:
        return None
    owner = resolver.owner(word)
    if owner is not None:
        return replace(owner, rule=f"{owner.rule}+{word.lemma}", score=owner.score * 0.9)
    side = resolver.context.nominals.side_in(word)
    return generic_side(resolver.context, side, _surface(word)) if side else None


def _surface(word: Word) -> str:
    kept = (p for p in phrase(word) if p.pos not in _APART and p.rel not in _LOOSE)
    return written(kept)


#: Kind of noun (nominals.KINDS) -> who it stands for.
def _branch(resolver: Resolver, told: _Told) -> Link | None:
    """For "Syria's former Al-Qaeda affiliate": whom the known world has as that branch."""
    owners = (resolver.owning(part) for part in [*phrase(told.word), *told.word.of("nmod:poss")])
    groups = [link for link in owners if link is not None and link.cls == "ArmedGroup"]
    return branch_of(groups[0], told.word, resolver.context) if groups else None


_BY_KIND: Mapping[str, Callable[[Resolver, _Told], Link | None]] = {
    "forces": _forces,
    "aircraft": _aircraft,
    "fighters": _fighters,
    "group": _group,
    "government": _government,
    "office": _office,
    "body": _body,
    "population": _population,
    "allies": _allies,
    "branch": _branch,
}
