"""Who does what a verb tells, and on whom: its subjects, objects and agents, voice undone."""

from __future__ import annotations

from kg.language.grammar import conjuncts, obliques, phrase
from kg.language.syntax import Word
from kg.language.voice import is_passive

#: Prepositions whose gerund tells what the object does: "accused of", "stopped from".
_OF = frozenset(("of", "from"))
#: Verbs whose "on" or "to" names who should do it: "called on the army to withdraw".
_ASKED_BEHIND = {"call": "on", "appeal": "to"}
_RELATIVES = frozenset(("who", "whom", "which", "that"))


def subjects(verb: Word) -> list[Word]:
    """Who does what the verb tells (its active subject), found through control and coordination.

    A passive verb's active subject is its "by" agent.
    """
    if is_passive(verb):
        return agents(verb)
    return _grammatical_subjects(verb)


def doers(verb: Word) -> list[Word]:
    """Who does what a verb tells, voice undone."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def objects(verb: Word) -> list[Word]:
    """On whom: the object, or the subject of a passive."""
    if is_passive(verb):
        return _grammatical_subjects(verb)
    told = verb.of("obj") or verb.of("iobj")  # "urged the rebels to leave"
    found = [each for child in told for each in _through_object(child, verb)]
    subjects_told = verb.of("nsubj")
    if not found and len(subjects_told) > 1 and subjects_told[-1].i > verb.i:
        # A second subject behind the verb is an object that the parser missed.
        return conjuncts(subjects_told[-1])
    if not found and verb.rel == "acl:relcl" and verb.head is not None and _has_full_subject(verb):
        # "the positions they had recaptured"
        return conjuncts(verb.head)[:1]
    return found


def _has_full_subject(verb: Word) -> bool:
    return any(each.lower not in _RELATIVES for each in verb.of("nsubj"))


def agents(verb: Word) -> list[Word]:
    """The "by" phrases of a passive verb or of a noun."""
    found = [each for child in verb.of("obl:agent") for each in conjuncts(child)]
    if not found:
        found = [oblique.word for oblique in obliques(verb) if oblique.preposition == "by"]
    return found


def _grammatical_subjects(verb: Word) -> list[Word]:
    return _own_subjects(verb) if verb.of("nsubj", "nsubj:pass") else _lent_subjects(verb)


def _own_subjects(verb: Word) -> list[Word]:
    own = verb.of("nsubj", "nsubj:pass")
    # Two subjects before one verb are coordinated ones that the parser tore apart.
    before = [each for each in own if each.i < verb.i] or own[:1]
    halves = [each for each in before if _named_right_behind(each, before)]
    whole = [each for each in before if each not in halves and not _is_aside(each, before)]
    # "Saudi Arabia, Qatar and Turkey": what is told along with either half of a torn name.
    whole += [other for each in halves for other in conjuncts(each)[1:] if other not in whole]
    whole += [other for each in whole if (other := _told_first(each, verb)) is not None]
    return [found for each in whole for found in _through_relative(each, verb)]


def _lent_subjects(verb: Word) -> list[Word]:
    """The subject of a verb that has none of its own, from the word that it hangs on."""
    head = verb.head
    if head is None:
        return []
    if verb.rel == "conj" and (
        head.pos in ("VERB", "ADJ", "AUX") or head.of("nsubj", "nsubj:pass")
    ):
        return _grammatical_subjects(head)
    if verb.rel in ("acl", "acl:relcl", "amod"):
        return conjuncts(head) if head.is_nominal else []
    if verb.rel == "xcomp":
        return _asked(head) or _controller(head)
    if verb.rel == "advcl" and _of_object(verb):
        if any(_is_reciprocal(each) for each in head.of("obj")):
            return subjects(head)
        return [each for c in head.of("obj", "nsubj:pass") for each in conjuncts(c)]
    return _controller(head) if verb.rel in ("advcl", "ccomp") else []


def _asked(head: Word) -> list[Word]:
    """Whom a verb makes or asks to do what hangs on it: "urged X to", "called on X to"."""
    told = head.of("obj") or head.of("iobj")
    if any(_is_reciprocal(each) for each in told):
        return subjects(head)  # "accused each other of breaking it"
    behind = _ASKED_BEHIND.get(head.lemma)
    if not told and behind:
        return [each.word for each in obliques(head) if each.preposition == behind]
    return [each for child in told for each in conjuncts(child)]


def _is_reciprocal(word: Word) -> bool:
    """For "each other", "one another"."""
    return word.lemma in ("other", "another") and any(
        child.lower in ("each", "one") for child in word.children
    )


def _of_object(verb: Word) -> bool:
    """For "accused the army of shelling": whom the object did it, not the subject."""
    return any(child.rel in ("mark", "case") and child.lower in _OF for child in verb.children)


def _named_right_behind(subject: Word, subjects: list[Word]) -> bool:
    """Whether the next subject only names this one: "the agency" in "the agency Sana said"."""
    return any(min(phrase(each), key=lambda part: part.i).i == subject.i + 1 for each in subjects)


def _told_first(subject: Word, verb: Word) -> Word | None:
    """The first name of "the United Kingdom, Germany and France", taken for a time before them."""
    comma = min(phrase(subject), key=lambda part: part.i).previous
    last = comma.previous if comma is not None and comma.text == "," else None
    if last is None or not subject.of("conj"):
        return None
    torn = (each for each in verb.of("obl:unmarked") if each.pos == "PROPN" and each.i < subject.i)
    return next((each for each in torn if last in phrase(each) and each.entity == "LOC"), None)


def _is_aside(subject: Word, subjects: list[Word]) -> bool:
    """Whether commas set a later subject off: "a spokesman, X, said" names one speaker twice."""
    words = phrase(subject)
    before, after = words[0].previous, words[-1].next
    closed = before is not None and before.text == "," and after is not None and after.text == ","
    return closed and len(subjects) > 1 and subject is subjects[-1]


def _controller(head: Word) -> list[Word]:
    return _grammatical_subjects(head) if head.pos in ("VERB", "AUX", "ADJ") else []


def _through_object(thing: Word, verb: Word) -> list[Word]:
    """The noun that "whom" or "which" in front of its verb stands for, else the object's conjuncts.

    Behind the verb such a word points elsewhere: "denied that".
    """
    if thing.lower in _RELATIVES and thing.i < verb.i and verb.head is not None:
        if verb.rel in ("acl:relcl", "advcl:relcl"):
            return [each for each in conjuncts(verb.head) if each.i < thing.i][-1:]
        if verb.rel == "conj":
            return objects(verb.head)
    return conjuncts(thing)


def _through_relative(subject: Word, verb: Word) -> list[Word]:
    """The noun that "who" or "which" stands for, else the subject and its conjuncts."""
    relative = subject.lower in _RELATIVES and subject.pos in ("PRON", "SCONJ", "DET")
    if relative and verb.rel in ("acl:relcl", "advcl:relcl") and verb.head is not None:
        # "Russia and Turkey, which …": the relative clause tells of the nearest of them.
        return [each for each in conjuncts(verb.head) if each.i < subject.i][-1:]
    if relative and verb.rel == "conj" and verb.head is not None:
        return _grammatical_subjects(verb.head)
    return conjuncts(subject)
