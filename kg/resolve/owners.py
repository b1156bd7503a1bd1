"""Whose a noun is: "Turkish troops", "the group’s leader", "Iranian-led militias"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.arguments import subjects
from kg.language.grammar import obliques, phrase
from kg.language.syntax import Word, written
from kg.model import Link
from kg.resolve.bearers import alias, country_as_state, known, known_or_alias, meant
from kg.resolve.context import Context
from kg.resolve.mint import generic_side
from kg.resolve.named import Named
from kg.resolve.names import plain
from kg.resolve.nominals import Nominal
from kg.resolve.persons import is_unnamed
from kg.resolve.states import in_focus
from kg.resolve.world import Meaning

if TYPE_CHECKING:
    from kg.resolve.actors import Resolver

#: Classes that "it" and "its" may stand for.
GROUPS = ("ArmedGroup", "ArmedForces", "Organization", "State")
_OWNING = frozenset(("of", "from", "belonging to", "for"))
_LOYAL_TO = frozenset(("to", "with"))
_ITS = frozenset(("its", "their", "his", "her"))
_HIS = frozenset(("his", "her"))


def owner(resolver: Resolver, word: Word) -> Link | None:
    """The actor that a noun belongs to: "Syrian", "regime", "Houthi's", "of the rebels"."""
    owners = (owning(resolver, part) for part in _owner_words(resolver, word))
    return next((link for link in owners if link is not None), None)


def _owner_words(resolver: Resolver, word: Word) -> Iterator[Word]:
    yield from (part for part in phrase(word) if part is not word)
    yield from (each.word for each in obliques(word) if each.preposition in _OWNING)
    for loyal in word.of("amod", "acl"):
        if loyal.lower in resolver.context.nominals.loyal:
            yield from (each.word for each in obliques(loyal) if each.preposition in _LOYAL_TO)


def owning(resolver: Resolver, part: Word) -> Link | None:
    """The actor that a modifier names: "Syrian", "regime", "the rebels’"."""
    context = resolver.context
    name = resolver.names.get(part.i)
    if name is not None:
        return _owning_name(context, part, name)
    if part.lower.startswith("ex-"):  # "the ex-Al-Qaeda branch"
        whole = written((part, *part.of("flat")))  # "the ex-Al Qaeda branch"
        return named(context, whole[len("ex-") :])
    before, _, participle = part.text.rpartition("-")
    if before and participle.lower() in context.nominals.led:
        return named(context, before)
    noun = context.nominals.of(part)
    if noun is not None and (link := _owning_noun(resolver, part, noun)) is not None:
        return link
    return _owning_beside(resolver, part) or _owning_pronoun(resolver, part)


def _owning_beside(resolver: Resolver, part: Word) -> Link | None:
    """For "Assad and his backers", "the army and its allies": who is named along with them."""
    if part.lower == "whose" and part.rel == "nmod:poss":
        clause = next((each for each in part.ancestors() if each.rel == "acl:relcl"), None)
        told = clause.head if clause is not None else None
        return next(iter(resolver.actor(told)), None) if told is not None else None
    noun = part.head
    if part.rel != "nmod:poss" or part.lower not in _ITS or noun is None or noun.rel != "conj":
        return None
    first = noun.head
    links = resolver.actor(first) if first is not None and first.is_nominal else ()
    return next(iter(links), None)


def _owning_name(context: Context, part: Word, name: Named) -> Link | None:
    if name.actors():
        return known(context, name)
    if part.rel not in ("nmod:poss", "compound", "nmod", "amod"):
        return None
    return country_as_state(context, name) or (None if name.meanings else alias(context, name))


def _owning_noun(resolver: Resolver, part: Word, noun: Nominal) -> Link | None:
    """For "regime forces", "coalition strikes", "the rebels’ positions"."""
    if noun.kind == "government" and part.lemma in resolver.context.nominals.state_owning:
        return owner(resolver, part) or in_focus(resolver.context, part.text, 0.7)
    if noun.kind == "group" and part.rel == "compound":
        return resolver.context.called(part.lemma)
    if part.rel in ("nmod", "nmod:poss") and noun.kind in ("fighters", "forces", "group"):
        return resolver.by_noun(part)
    # "army shelling", "an air force raid", "police posts"
    vague = part.lemma in resolver.context.nominals.unowning_forces
    own = noun.kind == "forces" and part.rel == "compound" and not vague
    return resolver.by_noun(part) if own else None


def _owning_pronoun(resolver: Resolver, part: Word) -> Link | None:
    """For "its forces", "his office": who was spoken of last."""
    context = resolver.context
    if part.rel != "nmod:poss" or part.lower not in _ITS:
        return None
    if part.lower in _HIS and is_unnamed(context, resolver.names, part):
        return None
    person = context.last_actor("Person") if part.lower in _HIS else None
    return person or context.last_actor(*GROUPS)


def owning_anywhere(resolver: Resolver, part: Word) -> Link | None:
    """The actor of a name or body noun inside a title, however the parser hung it."""
    name = resolver.names.get(part.i)
    if name is not None:
        return known_or_alias(resolver.context, name)
    noun = resolver.context.nominals.of(part)
    if noun is None or noun.kind not in ("government", "body", "fighters"):
        return None
    return next(iter(resolver.actor(part)), None)


def owning_event(resolver: Resolver, part: Word) -> Link | None:
    """The actor whose deed a modifier makes an event: "Russian raids", "a rebel offensive"."""
    context = resolver.context
    link = _bound(resolver, part) or owning(resolver, part)
    side = context.nominals.side_of(part.lower, part.lemma)
    if link is not None or not side or part.lemma in context.nominals.unowning:
        return link
    return generic_side(context, side, part.text)


def _bound(resolver: Resolver, part: Word) -> Link | None:
    """For "the army extended its bombardment": the subject, to whom the pronoun points back."""
    if part.rel != "nmod:poss" or part.lower not in _ITS:
        return None
    verb = next((above for above in part.ancestors() if above.pos == "VERB"), None)
    who = [word for word in subjects(verb) if word.i < part.i] if verb is not None else []
    return next((link for word in who for link in resolver.actor(word)), None)


def named(context: Context, text: str) -> Link | None:
    """The actor that a bare name, adjective or side word stands for, as in "Turkish-backed"."""
    lower = text.lower()
    side = context.nominals.side_of(lower, lower.removesuffix("s"))
    if side:
        return generic_side(context, side, text)
    if lower in context.nominals.state_owning and context.state is not None:
        return in_focus(context, text, 0.75)
    stored, exact = context.world.names.lookup(text)
    meanings = tuple(meaning for meaning in stored if isinstance(meaning, Meaning))
    if meanings:
        return meant(context, meanings, text, exact=exact)
    introduced = context.aliases.get(plain(text))
    return introduced and replace(introduced, surface=text)


def sided(context: Context, word: Word) -> Link | None:
    """The generic side that a modifier names: "rebel stronghold"."""
    side = context.nominals.side_in(word)
    return generic_side(context, side, side) if side else None
