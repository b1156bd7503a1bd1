"""The companions of a trigger: who or what stands in which grammatical place around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.lexicon import Lexicon, joined
from kg.extract.triggers import Trigger, light_verb
from kg.language.arguments import agents, objects, subjects
from kg.language.grammar import conjuncts, obliques, phrase, preposition
from kg.language.syntax import Word
from kg.language.voice import is_passive

# Where a thrown weapon goes hangs on the weapon: "fired rockets on the town".
_THROWN = ("on", "at", "against", "into", "onto")
# What coordinated event nouns share: "shelling and air strikes on the town by rebels".
_SHARED = ("on", "against", "by", "at")
# "Jets were behind the strikes", "troops are on the offensive", "the town is under siege".
_STANDING = {"behind": "subject", "on": "subject", "under": "sufferer", "out of": "sufferer"}
# What the parser may hang on the verb beside an event noun: "clashes erupted between …".
_AROUND_VERB = ("between", "against", "with", "on", "among")


@dataclass(slots=True)
class Slots:
    """The companions of a trigger: slot -> head words, in the order told."""

    words: dict[str, list[Word]] = field(default_factory=dict)

    def add(self, slot: str, words: Iterable[Word]) -> None:
        """Note words in a slot, each once."""
        own = self.words.setdefault(slot, [])
        own.extend(word for word in words if word not in own)

    def get(self, slot: str) -> list[Word]:
        """The words of a slot, empty if none."""
        return self.words.get(slot, [])

    def add_obliques(self, head: Word, prepositions: tuple[str, ...]) -> None:
        """Note the nouns behind some prepositions, each in its preposition's slot."""
        for oblique in obliques(head):
            if oblique.preposition in prepositions:
                self.add(oblique.preposition, [oblique.word])


def slots_of(trigger: Trigger, lexicon: Lexicon) -> Slots:
    """The companions of a trigger."""
    slots = Slots()
    if trigger.is_noun:
        _around_noun(trigger, slots, lexicon)
    else:
        _of_verb(trigger.word, slots, lexicon)
    particle = trigger.last.lower if trigger.last is not trigger.word else ""
    for oblique in obliques(trigger.word):
        slots.add(oblique.preposition, [oblique.word])
        if particle and oblique.preposition == particle:
            slots.add("object", [oblique.word])
    return slots


def _of_verb(verb: Word, slots: Slots, lexicon: Lexicon) -> None:
    _add_subjects("subject", verb, slots, lexicon)
    # "barrel bombs dropped by helicopters hit the town": who dropped them struck it.
    for clause in (each for word in subjects(verb) for each in word.of("acl")):
        slots.add("by", agents(clause) if clause.lemma in lexicon.leading else [])
    slots.add("object", objects(verb))
    if verb.rel == "amod" and verb.head is not None:
        slots.add("object", [verb.head])
    for thrown in slots.get("object"):
        slots.add_obliques(thrown, _THROWN)


def _add_subjects(slot: str, verb: Word, slots: Slots, lexicon: Lexicon) -> None:
    """The subjects of a verb, and who fights beside them: "the army, backed by Russian jets, …"."""
    slots.add(slot, subjects(verb))
    for actor in subjects(verb):
        clauses = [clause for clause in actor.of("acl") if clause.lemma in lexicon.backing]
        slots.add("beside", [agent for clause in clauses for agent in agents(clause)])


def _around_noun(trigger: Trigger, slots: Slots, lexicon: Lexicon) -> None:
    noun = trigger.word
    slots.add("owner", _owners(noun, trigger.first.i, lexicon))
    slots.add("by", agents(noun))
    _shared(trigger, slots, lexicon)
    for clause in noun.of("acl", "acl:relcl"):
        if clause.lemma in lexicon.leading:
            told = agents(clause) if is_passive(clause) else subjects(clause)
            slots.add("by", [word for word in told if word is not noun])
            slots.add_obliques(clause, _THROWN)
        elif clause.lemma in lexicon.striking:
            slots.add("targeting", [word for word in objects(clause) if word is not noun])
    _add_blamed(noun, slots, lexicon)
    standing = _STANDING.get(preposition(noun), "") if noun.of("cop") else ""
    if standing:
        slots.add(standing, [each for word in noun.of("nsubj") for each in conjuncts(word)])
    for verb, role in light_verb(trigger, lexicon):
        _add_subjects("subject" if role == "initiator" else "sufferer", verb, slots, lexicon)
        slots.add("by", agents(verb))
        slots.add_obliques(verb, _AROUND_VERB)
    _add_misplaced(noun, slots)


def _add_misplaced(noun: Word, slots: Slots) -> None:
    """Companions that the parser hangs on a word beside the noun.

    For "clashes erupted for the first time between X and Y", "bombing of Idlib by Russia".
    """
    if noun.rel == "obj" and noun.head is not None and not is_passive(noun.head):
        slots.add("by", noun.head.of("obl:agent"))  # "reported raids by the coalition"
    if noun.rel in ("nsubj", "nsubj:pass", "obj") and noun.head is not None:
        slots.add_obliques(noun.head, _AROUND_VERB)
        for oblique in obliques(noun.head):
            if oblique.word.lemma == "time":
                slots.add_obliques(oblique.word, _AROUND_VERB)
    for oblique in obliques(noun):
        if oblique.preposition in ("of", "on", "against"):
            slots.add("by", agents(oblique.word))


def _add_blamed(noun: Word, slots: Slots, lexicon: Lexicon) -> None:
    """For "attacks blamed on X" and "blamed X for the attacks", "X is responsible for …"."""
    for clause in noun.of("acl", "acl:relcl"):
        if clause.lemma in lexicon.blaming:
            slots.add("by", [each.word for each in obliques(clause) if each.preposition == "on"])
    verb = noun.head
    if verb is None or verb.lemma not in lexicon.blaming:
        return
    if noun.base == "obl" and preposition(noun) in ("for", "of"):
        slots.add("by", objects(verb) or verb.of("nsubj"))
    elif noun.rel in ("obj", "nsubj:pass"):
        slots.add("by", [each.word for each in obliques(verb) if each.preposition == "on"])


def _shared(trigger: Trigger, slots: Slots, lexicon: Lexicon) -> None:
    """For "Turkish shelling and air strikes on the town": both nouns share owner and aim."""
    noun = trigger.word
    owned = bool(_owners(noun, trigger.first.i, lexicon))
    for other in _coordinated(noun):
        if other.i < noun.i and not owned:
            slots.add("owner", _owners(other, other.i, lexicon))
        slots.add("by", agents(other))
        if other.i > noun.i:
            slots.add_obliques(other, _SHARED)


def _owners(noun: Word, before: int, lexicon: Lexicon) -> list[Word]:
    """The modifiers in front of a noun, coordinated ones included."""
    parts = [part for part in phrase(noun) if part is not noun and part.i < before]
    found = [each for part in parts if part.pos != "DET" for each in conjuncts(part)]
    # "Syrian regime and Russian air strikes": the parser takes the strikes for a second regime.
    first = noun.head if noun.rel == "conj" else None
    if not found or first is None or not first.is_nominal or noun.of("det"):
        return found
    return found if joined(first.lemma) in lexicon.nouns else [first, *found]


def _coordinated(noun: Word) -> list[Word]:
    """The other nouns that a noun is coordinated with."""
    first = noun.head if noun.rel == "conj" and noun.head is not None else noun
    return [each for each in conjuncts(first) if each is not noun and each.is_nominal]
