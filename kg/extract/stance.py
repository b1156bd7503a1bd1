"""How an article stands to what it tells: as so, as claimed, as denied, or as yet to come."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attribution import Attribution
from kg.extract.speech import Speech
from kg.language.grammar import governors, is_negated, preposition
from kg.language.syntax import Word
from kg.model import Stance

_PARTIES = ("State", "ArmedForces", "ArmedGroup", "Person")
_NOBODY = frozenset(("nobody", "none", "neither", "nothing"))
# So far above a word its clause may still be planned.
_UP = 5
_COMPLEMENTS = (
    "ccomp", "xcomp", "obj", "parataxis", "csubj", "obl", "advcl", "acl", "nmod", "conj",
)  # fmt: skip
_CHARGED = ("advcl", "ccomp", "xcomp", "obl", "acl")


def stance_of(word: Word, attributions: list[Attribution], speech: Speech) -> Stance | None:
    """How the article stands to what a word tells; None where it is plainly negated.

    Blame and claims by parties are Alleged; what is denied by its speaker is Denied; what is
    planned, threatened, demanded, feared or supposed is Planned.
    """
    covering = [each for each in attributions if word.i in each.content]
    if any(each.manner == "deny" for each in covering):
        return Stance.DENIED
    if _is_unreal(word, speech):
        return Stance.PLANNED
    if _is_negated(word, speech) or _has_ceased(word, speech):
        return None
    claimed = any(_is_claim(each) for each in covering if each.manner == "claim")
    claimed = claimed or _is_called_alleged(word, speech)
    return Stance.ALLEGED if claimed else Stance.ASSERTED


def _is_called_alleged(word: Word, speech: Speech) -> bool:
    """For "were allegedly killed", "the alleged attack"."""
    verb = word.head if word.rel in ("obj", "nsubj", "nsubj:pass") else None
    told = [*word.children, *(verb.children if verb is not None else [])]
    return any(child.lower in speech.alleged for child in told)


def is_purpose(word: Word) -> bool:
    """Whether the event is only the aim of another one: "launched a push to retake the town"."""
    verb = word if word.pos == "VERB" else word.head
    if verb is None or verb.pos != "VERB":
        return False
    infinitive = any(
        child.lower == "to" and child.rel in ("mark", "aux") for child in verb.children
    )
    return infinitive and verb.rel in ("advcl", "acl")


def _is_claim(saying: Attribution) -> bool:
    """Whether the word of one side; monitors that accuse somebody are believed."""
    return any(link.cls in _PARTIES or saying.word.lemma != "accuse" for link in saying.speakers)


def _is_negated(word: Word, speech: Speech) -> bool:
    if is_negated(word):
        return True
    if any(_is_none(subject) for subject in word.of("nsubj", "nsubj:pass")):
        return True
    verb = word.head
    carries = word.rel in ("obj", "nsubj", "nsubj:pass") and verb is not None
    if carries and verb is not None and verb.pos == "VERB" and is_negated(verb):
        return True
    return any(
        above.lemma in speech.failing and below.rel == "xcomp" for below, above in _climb(word)
    )


def _climb(word: Word) -> Iterator[tuple[Word, Word]]:
    """Each word on the way up from a word to its clause's verb, with its head."""
    for below in governors(word):
        if below.head is None or below.base in ("advcl", "acl", "parataxis", "ccomp"):
            return
        yield below, below.head


def _is_none(subject: Word) -> bool:
    """For "no shells fell", "nobody was killed"."""
    return subject.lower in _NOBODY or any(child.lower == "no" for child in subject.of("det"))


def _has_ceased(word: Word, speech: Speech) -> bool:
    """For "to stop the fighting", "a cessation of hostilities".

    But "the truce ended the fighting" tells that there was some.
    """
    above = word.head
    if above is None:
        return False
    if above.pos == "VERB":
        infinite = not above.of("nsubj", "nsubj:pass") and above.rel != "root"
        return word.rel in ("obj", "xcomp") and above.lemma in speech.ceased and infinite
    return word.rel == "nmod" and above.lemma in speech.ceased_nouns


def _is_unreal(word: Word, speech: Speech) -> bool:
    """Whether a modal, a verb of planning or an "if" stands over the word in its own clause."""
    if any(child.lower in speech.plan_adjectives for child in word.of("amod", "det")):
        return True
    below = word
    for step, above in enumerate(governors(word)):
        if step and (not _hangs_as_complement(below) or _is_past(below, above, speech)):
            return False
        if _is_supposed(above, speech) or (step and _plans(above, below, speech)):
            return not _is_charged(above, speech)
        below = above
        if step > _UP:
            break
    return False


def _is_supposed(head: Word, speech: Speech) -> bool:
    """Whether a modal or an "if" stands in the clause of a word."""
    # "may have hit the convoy" says that it did, as far as one can tell.
    behind = any(child.rel == "aux" and child.lower == "have" for child in head.children)
    return any(
        (child.rel == "aux" and child.lower in speech.auxiliaries and not behind)
        or (child.rel == "mark" and child.lower in speech.conjunctions)
        for child in head.children
    )


def _hangs_as_complement(word: Word) -> bool:
    return word.base in _COMPLEMENTS or word.rel in ("nsubj", "nsubj:pass")


def _is_past(word: Word, above: Word, speech: Speech) -> bool:
    """Whether a word tells what lies behind a plan: "tried for crimes following an attack".

    Likewise in "wants an inquiry into the killing" and "avoid the road, closed by the army".
    """
    if word.base == "obl" and preposition(word) in speech.behind_plans:
        return True
    if word.base in ("obl", "nmod"):
        return preposition(word) == "into" or above.lemma in speech.known_nouns
    if word.base == "obj":
        return above.lemma in speech.known
    return word.base == "acl" and _is_participle(word)


def _is_participle(word: Word) -> bool:
    """For "closed" in "the road closed by the army"."""
    bare = not word.of("mark", "aux", "nsubj", "nsubj:pass")
    return word.pos == "VERB" and bare and not word.lower.endswith("ing")


def _is_charged(verb: Word, speech: Speech) -> bool:
    """For "accused of ordering the killing", "convicted of planning the attack"."""
    head = verb.head
    return head is not None and head.lemma in speech.charged and verb.base in _CHARGED


def _plans(above: Word, below: Word, speech: Speech) -> bool:
    """Whether a word makes a plan of what hangs on it: "vowed to attack", "a threat of attacks"."""
    if above.lemma in speech.plan and _is_planned_part(below, above, speech):
        return True
    noun = above.pos == "NOUN" and above.lemma in speech.plan_nouns
    return noun and below.rel in ("nmod", "acl")


def _is_planned_part(below: Word, above: Word, speech: Speech) -> bool:
    if above.pos != "VERB" or below.rel in ("nsubj", "conj", "advcl", "parataxis"):
        return False
    if above.lemma in speech.happening and below.rel == "ccomp":
        return False
    if below.base == "obl":
        return preposition(below) in speech.planned_behind
    return below.base in ("xcomp", "ccomp", "obj") or below.rel == "nsubj:pass"
