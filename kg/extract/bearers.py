"""Which of a sentence's events bears a toll, and which words only carry another event on."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.harm import Causes
from kg.extract.tolls import Count
from kg.language.arguments import agents, subjects
from kg.language.grammar import obliques
from kg.language.syntax import Word
from kg.resolve.world import World

# Clauses through which a harm reaches up to the verb above: "attacked, killing five".
_BELOW = ("advcl", "acl", "conj", "acl:relcl", "xcomp")


def bearer(count: Count, found: list[Draft], causes: Causes) -> Draft | None:
    """The event that a toll belongs to: the cause told in the clause, else the harm itself."""
    by_word = {draft.word.i: draft for draft in found}
    own = by_word.get(count.harm.i)
    if count.toll.kind in causes.apart and (own is None or own.type != "Killing"):
        return own  # "the raid destroyed a hospital" tells a raid and a loss
    for word in _causes(count.harm, causes):
        draft = by_word.get(word.i)
        if draft is not None and _bears(draft, count, causes):
            return draft
    above = (count.harm, *count.harm.ancestors())
    return next((by_word[word.i] for word in above if word.i in by_word), None)


def without_echoes(found: list[Draft], causes: Causes, world: World) -> list[Draft]:
    """Drop verbs that only carry another event on.

    In "air strikes hit the market" and "strikes targeting rebels" the noun tells the event, and
    takes over whom and what the verb names; "forced them to leave" tells one flight.
    """
    by_word = {draft.word.i: draft for draft in found}
    kept = []
    for draft in found:
        if _repeats_its_head(draft, by_word):
            continue
        noun = _carried(draft, by_word)
        if noun is None or noun.type not in causes.event:
            kept.append(draft)
            continue
        noun.cast.add("target", draft.cast.get("target"))
        noun.places = world.most_exact([*noun.places, *draft.places])
    return kept


def _bears(draft: Draft, count: Count, causes: Causes) -> bool:
    special = draft.type in causes.event and not draft.frame.toll_only
    return special and draft.word is not count.harm


def _causes(harm: Word, causes: Causes) -> Iterator[Word]:
    """Words that may tell what did the harm, nearest first."""
    if harm.is_nominal and harm.rel == "obj" and harm.head is not None:
        harm = harm.head  # "clashes cost the lives of 19"
    for verb in (harm, *(above for above in harm.ancestors() if above.pos == "VERB")):
        for word in _around(verb, causes):
            yield word
            yield from _behind(word, (*causes.prepositions, "of"))
        yield verb
        if verb.rel not in _BELOW or verb.head is None:
            break
        yield verb.head


def _around(verb: Word, causes: Causes) -> list[Word]:
    """What a verb names as its doer, its circumstances or its companions in the sentence."""
    found = [*subjects(verb), *agents(verb), *_behind(verb, causes.prepositions)]
    found += verb.of("advcl")
    # "five were killed and 18 wounded in rocket attacks": the second verb names the cause.
    for second in (each for conj in verb.of("conj") for each in (conj, *conj.of("acl"))):
        found += [*agents(second), *_behind(second, causes.prepositions)]
    return found


def _behind(word: Word, prepositions: tuple[str, ...] | frozenset[str]) -> list[Word]:
    return [oblique.word for oblique in obliques(word) if oblique.preposition in prepositions]


def _repeats_its_head(draft: Draft, by_word: dict[int, Draft]) -> bool:
    above = by_word.get(draft.word.head.i) if draft.word.head is not None else None
    if above is None or above.type != draft.type:
        return False
    # "damaged and destroyed"
    joined = draft.word.rel == "conj" and not draft.word.of("obj", "nsubj", "nsubj:pass")
    return draft.word.rel == "xcomp" or (
        joined and draft.frame is above.frame and draft.frame.alone
    )


def _carried(draft: Draft, by_word: dict[int, Draft]) -> Draft | None:
    """The event whose noun a verb of striking has as subject, or stands behind."""
    if draft.frame.name != "strike":
        return None
    nouns = _said_to_strike(draft.word)
    return next((by_word[noun.i] for noun in nouns if noun.i in by_word), None)


def _said_to_strike(verb: Word) -> list[Word]:
    if verb.rel == "acl" and verb.head is not None:
        return [verb.head]
    told = subjects(verb) if verb.pos == "VERB" else []
    # "hours of air strikes hit the town"
    return [*told, *(each for word in told for each in _behind(word, ("of",)))]
