"""How many were killed, hurt, displaced, held or freed, and who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.counted import Counting, toll_of
from kg.extract.numbers import is_number
from kg.language.arguments import objects
from kg.language.grammar import conjuncts, is_negated, obliques, preposition
from kg.language.syntax import Word
from kg.language.voice import is_passive
from kg.model import Toll


@dataclass(frozen=True, slots=True)
class Count:
    """A toll with the word that tells the harm.

    Attributes:
        harm: the verb, noun or predicate ("killed", "deaths", "dead").
        toll: the figure and who is counted.
        parts: tolls included in it ("including three children").
    """

    harm: Word
    toll: Toll
    parts: tuple[Toll, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """Finds the tolls of one sentence.

    Attributes:
        counting: the sentence and what is needed to read its figures.
    """

    counting: Counting

    def counts(self) -> list[Count]:
        """All tolls of the sentence, each figure once, in text order."""
        found: dict[int, Count] = {}
        for word in self.counting.sentence.words:
            for kind, counted in self._counted(word):
                for victim in conjuncts(counted):
                    count = self._count(word, kind, victim)
                    if count is not None:
                        found.setdefault(count.toll.start, count)
        return [found[start] for start in sorted(found)]

    def _counted(self, word: Word) -> Iterator[tuple[str, Word]]:
        """The words counted by a harm word, with the toll kind."""
        harms, lemma, lower = self.counting.harms, word.lemma, word.lower
        is_harm = lemma in harms.by_object or lemma in harms.by_subject
        told = is_harm and not is_negated(word)
        if lemma in harms.by_object and word.pos in ("VERB", "ADJ", "NOUN") and told:
            yield from ((harms.by_object[lemma], each) for each in self._undergoers(word))
        if lemma in harms.by_subject and word.pos == "VERB" and told:
            who = word.of("nsubj", "nsubj:pass") or self._antecedent(word)
            yield from ((harms.by_subject[lemma], each) for each in who)
        if lemma in harms.by_noun or lower in harms.by_noun:
            kind = harms.by_noun.get(lemma) or harms.by_noun[lower]
            yield from ((kind, each) for each in self._of(word))
        if lower in harms.by_state:
            yield from ((harms.by_state[lower], each) for each in self._said_of(word))

    def _undergoers(self, verb: Word) -> list[Word]:
        if verb.rel == "amod":
            return []
        if any(word.lemma == "life" and word.of("nmod:poss") for word in verb.of("obj")):
            return verb.of("nsubj")  # "40 people lost their lives"
        own = verb.of("obj", "nsubj:pass") if is_passive(verb) or verb.of("obj") else []
        own = own or self._right_before(verb)
        if own:
            return own[:1]
        found = [self._among(word) for word in objects(verb)[:1]]
        # "reported one child killed", "19 fighters killed in clashes": a participle's subject.
        return found or verb.of("nsubj")[:1]

    def _right_before(self, verb: Word) -> list[Word]:
        """A bare number before a participle: "15 injured", "over 70,000 were displaced"."""
        before = verb.previous
        while before is not None and before.pos in ("AUX", "ADV"):
            before = before.previous
        return [before] if before is not None and self.counting.is_quantity(before) else []

    def _among(self, word: Word) -> Word:
        """For "36 soldiers were among those killed": the soldiers, not "those"."""
        inside = word.lower in ("those", "dead", "victims") and word.of("case", "nsubj")
        return next(iter(word.of("nsubj")), word) if inside else word

    def _antecedent(self, verb: Word) -> list[Word]:
        if verb.rel == "conj" and verb.head is not None and not verb.of("nsubj"):
            return verb.head.of("nsubj", "nsubj:pass")
        if verb.rel == "xcomp" and verb.head is not None:
            return verb.head.of("obj") or verb.head.of("nsubj", "nsubj:pass")
        return [verb.head] if verb.rel in ("acl:relcl", "acl") and verb.head is not None else []

    def _of(self, noun: Word) -> Iterator[Word]:
        share = noun.head  # "nine of the dead were children"
        counted = share is not None and share.rel == "nsubj" and is_number(share.lower)
        if share is not None and counted and noun.rel == "nmod" and preposition(noun) == "of":
            yield share
        for oblique in obliques(noun):
            if oblique.preposition in ("of", "among", "at"):
                yield oblique.word
        if any(is_number(child.lower) for child in noun.of("nummod")):
            yield noun
        if noun.rel in ("obj", "nsubj") and noun.head is not None:
            for oblique in obliques(noun.head):
                if (
                    oblique.preposition in ("at", "to")
                    and noun.lemma in self.counting.harms.figures.put
                ):
                    yield oblique.word

    def _said_of(self, state: Word) -> Iterator[Word]:
        if state.pos == "VERB" and state.of("obj"):
            return
        if preposition(state) == "among" and state.of("nsubj"):
            yield state.of("nsubj")[0]
        if state.rel in ("amod", "acl", "xcomp", "advmod") and state.head is not None:
            head = state.head
            if state.rel == "amod" and self._is_counted_by(head):
                return  # "killed 23 displaced people" counts the killed
            yield from ([head] if head.is_nominal else head.of("obj"))
        elif state.of("nsubj", "nsubj:pass"):
            yield from state.of("nsubj", "nsubj:pass")
        if any(
            is_number(child.lower)
            for child in state.of("nummod", "obl", "nsubj", "amod", "compound")
        ):
            yield state

    def _is_counted_by(self, noun: Word) -> bool:
        """Whether a noun is what a verb of harm counts."""
        verb = noun.head
        harms = self.counting.harms
        undergoes = noun.rel in ("obj", "nsubj:pass") and verb is not None
        return undergoes and verb is not None and verb.lemma in harms.by_object

    def _count(self, harm: Word, kind: str, victim: Word) -> Count | None:
        known = harm.lemma in self.counting.harms.people_only
        toll = toll_of(kind, victim, self.counting, known=known)
        if toll is None:
            return None
        among = self.counting.harms.figures.parts
        inner = [each.word for each in obliques(victim) if each.preposition in among]
        inner += [child for child in victim.children if _is_of_them(child)]
        parts = [part for each in inner if (part := toll_of(kind, each, self.counting)) is not None]
        return Count(harm, toll, tuple(parts))


def _is_of_them(word: Word) -> bool:
    """For ", among them six women", ", one of them an aid worker"."""
    below = (child for child in word.children if child.lower in ("them", "whom"))
    return any(case.lower in ("of", "among") for child in below for case in child.of("case"))


def included(toll: Toll, larger: int) -> Toll:
    """The toll as a part of another one of its report."""
    return replace(toll, part_of=larger)
