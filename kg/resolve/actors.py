"""Who is meant: a word at the head of a noun phrase becomes a known or a new actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.language.grammar import conjuncts, obliques, phrase
from kg.language.syntax import Word
from kg.model import Link
from kg.resolve import nouns, owners
from kg.resolve.bearers import bearer, known
from kg.resolve.context import Context
from kg.resolve.mint import generic, link_to, plural
from kg.resolve.named import Named
from kg.resolve.pronouns import both_told, by_pronoun
from kg.resolve.states import forces_of, in_focus

__all__ = ["Resolver", "coordinated", "link_to", "plural"]

_TWO = 2
#: Kinds of nouns (nominals.KINDS) whose bearers speak without being named.
_SPEAKING = ("office", "government", "population")


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the words of one sentence.

    Attributes:
        context: what the article told so far.
        names: the sentence's names, by word position.
    """

    context: Context
    names: Mapping[int, Named]
    _asked: set[int] = field(default_factory=set, init=False, compare=False, repr=False)

    def actors(self, words: list[Word]) -> tuple[Link, ...]:
        """The distinct actors that the words stand for, in order."""
        links = (link for word in words for link in self.actor(word))
        return tuple({link.iri: link for link in links}.values())

    def actor(self, word: Word) -> tuple[Link, ...]:
        """The actor that a head word stands for; empty if it is none or can't be known.

        Several where one noun has several owners ("Russian and regime forces"). Whom a word
        stands for may hang on another's ("dozens of them"); never in the end on its own.
        """
        if word.i in self._asked:
            return ()
        self._asked.add(word.i)
        try:
            return self._actor(word)
        finally:
            self._asked.discard(word.i)

    def _actor(self, word: Word) -> tuple[Link, ...]:
        if word.lower in self.context.nominals.calendar and word.of("compound"):
            return self.actor(word.of("compound")[-1])  # "the opposition Sunday retook" a town
        if both := _both_groups(self, word):
            return both
        if _is_both(self, word):
            rule = "both sides"
            return tuple(
                replace(each, surface=word.text, rule=rule, score=0.6)
                for each in self.context.opponents
            )
        if two := both_told(self, word):
            return two
        link = (
            _by_name(self, word)
            or _by_quantity(self, word)
            or by_pronoun(self, word)
            or self.by_noun(word)
            or _by_apposition(self, word)
        )
        if link is None:
            return ()
        return tuple(self.context.remember(each) for each in (link, *_co_owned(self, word, link)))

    def by_noun(self, word: Word) -> Link | None:
        """The actor that a common noun stands for: "the rebels", "Turkish troops"."""
        return nouns.by_noun(self, word)

    def owner(self, word: Word) -> Link | None:
        """The actor that a noun belongs to: "Syrian", "regime", "Houthi's", "of the rebels"."""
        return owners.owner(self, word)

    def owning(self, part: Word) -> Link | None:
        """The actor that a modifier names: "Syrian", "regime", "the rebels’"."""
        return owners.owning(self, part)

    def owning_anywhere(self, part: Word) -> Link | None:
        """The actor of a name or body noun inside a title, however the parser hung it."""
        return owners.owning_anywhere(self, part)

    def owning_event(self, part: Word) -> Link | None:
        """The actor whose deed a modifier makes an event: "Russian raids", "a rebel offensive"."""
        return owners.owning_event(self, part)

    def state_of(self, person: Link) -> Link | None:
        """The state whose office a person is known to hold; for the unknown that in focus."""
        entity = self.context.world.entities.get(person.iri)
        if entity is None:
            return in_focus(self.context, person.surface, 0.6)
        office = self.context.world.entities.get(entity.one("officeOf"))
        return link_to(office, person.surface, "person's office", 0.8) if office else None

    def named(self, text: str) -> Link | None:
        """The actor that a bare name, adjective or side word stands for, as in "Turkish-backed"."""
        return owners.named(self.context, text)

    def sided(self, word: Word) -> Link | None:
        """The generic side that a modifier names: "rebel stronghold"."""
        return owners.sided(self.context, word)

    def unnamed(self, word: Word) -> Link | None:
        """Somebody without a name who speaks: "tribal leaders", "a local official"."""
        noun = self.context.nominals.of(word)
        if word.pos != "NOUN" or noun is None:
            return None
        # "Medical groups", which are no side: that they tell of something makes them known.
        several = noun.kind == "group" and word.lower != word.lemma and word.of("amod", "compound")
        if noun.kind not in _SPEAKING and not several:
            return None
        kinds = [
            part.lower
            for part in word.of("amod", "compound")
            if not part.is_capitalised or (part.previous is None and part.i not in self.names)
        ]
        label = " ".join([*kinds, plural(word)])
        return generic(self.context, label, "Population", " ".join([*kinds, word.lower]))

    def people(self, label: str, surface: str = "") -> Link:
        """A population without a name, as counted or struck: "people", "aid convoys"."""
        return generic(self.context, label, "Population", surface or label)


def coordinated(words: list[Word]) -> list[Word]:
    """The words and everything coordinated with them, each once, in order."""
    found = {each.i: each for word in words for each in conjuncts(word)}
    return [found[at] for at in sorted(found)]


def _is_both(resolver: Resolver, word: Word) -> bool:
    """For "both sides", "the two rivals", "the warring parties": those who fight each other."""
    nominals = resolver.context.nominals
    if word.lemma not in nominals.rivals or len(resolver.context.opponents) != _TWO:
        return False
    return word.lower != word.lemma and any(
        part.lower in nominals.rivalling for part in (*phrase(word), *word.of("det", "nummod"))
    )


def _both_groups(resolver: Resolver, word: Word) -> tuple[Link, ...]:
    """For "both groups": the two armed groups named last; "two fronts" are those of a war."""
    noun = resolver.context.nominals.of(word)
    told = noun is not None and noun.kind == "group" and word.lower != word.lemma
    counted = any(child.lower in ("both", "two") for child in word.of("det", "nummod"))
    if not (told and counted) or word.lemma == "front":
        return ()
    named = [
        link
        for link in reversed(resolver.context.actors)
        if link.cls == "ArmedGroup" and not link.rule.startswith("generic")
    ]
    found = list({link.iri: link for link in named}.values())[:_TWO]
    if len(found) < _TWO:
        return ()
    return tuple(replace(each, surface=word.text, rule="both groups", score=0.5) for each in found)


def _by_name(resolver: Resolver, word: Word) -> Link | None:
    named = resolver.names.get(word.i)
    if named is None:
        return None
    # A noun for actors that some name spells too is read as the noun: "the Opposition".
    common = len(named.words) == 1 and word.pos != "PROPN"
    if common and resolver.context.nominals.of(word) is not None:
        return None
    return bearer(resolver, word, named)


def _by_quantity(resolver: Resolver, word: Word) -> Link | None:
    """For "dozens of civilians", "80% of residents": those who are counted."""
    counts = word.pos in ("NUM", "SYM") or word.lemma in resolver.context.nominals.quantities
    counted = next((each.word for each in obliques(word) if each.preposition == "of"), None)
    return next(iter(resolver.actor(counted)), None) if counts and counted is not None else None


def _by_apposition(resolver: Resolver, word: Word) -> Link | None:
    """For "the broadcaster, Sana", "Turkey, the rebels' sponsor": who the phrase is named as."""
    if word.pos == "VERB":
        return None
    above = word.head if word.rel == "appos" else None
    if above is not None and (named := resolver.names.get(above.i)) is not None:
        return known(resolver.context, named)
    for child in word.of("appos", "flat", "nmod:desc"):
        named = resolver.names.get(child.i)
        if named is not None and named.actors():
            return known(resolver.context, named)
    return None


def _co_owned(resolver: Resolver, word: Word, link: Link) -> list[Link]:
    """For "Russian and regime forces": the forces of the second owner."""
    if word.i in resolver.names or link.cls not in ("ArmedForces", "State"):
        return []
    modifiers = [each for part in word.of("amod", "compound") for each in conjuncts(part)[1:]]
    found = [owner for each in modifiers if (owner := resolver.owning(each)) is not None]
    if link.cls == "ArmedForces":
        found = [forces_of(resolver.context, owner, owner.surface) for owner in found]
    return [each for each in found if each.iri != link.iri]
