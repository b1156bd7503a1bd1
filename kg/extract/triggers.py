"""Which words of a sentence tell an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.lexicon import Frame, Lexicon, joined
from kg.language.syntax import Sentence, Word

_LONGEST = 4
# What may stand apart from its verb: "beat them back", "shot the mayor dead", "let them go".
_APART = frozenset(("compound:prt", "advmod", "xcomp"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (or tight phrase) that may tell an event.

    Attributes:
        word: its head.
        first: its first word; `last` its last.
        frames: the frames that have it, in file order.
        is_noun: whether it was recognised as a noun.
    """

    word: Word
    first: Word
    last: Word
    frames: tuple[Frame, ...]
    is_noun: bool = False


def triggers(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    """All triggers of a sentence, in text order, not overlapping."""
    found: list[Trigger] = []
    taken = -1
    words = sentence.words
    for at, word in enumerate(words):
        if at <= taken:
            continue
        trigger = _noun(words, at, lexicon) or _verb(words, at, lexicon)
        if trigger is not None:
            found.append(trigger)
            taken = at + (trigger.last.i - word.i)
    return found


def _noun(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Trigger | None:
    """The longest noun phrase of the lexicon that begins at a word."""
    for head, before in reversed(list(_heads(words, at, lexicon))):
        if not head.is_nominal and not _is_used_as_noun(head):
            continue
        frames = _look_up(before, head, lexicon)
        if frames and not _is_modifier(head):
            return Trigger(head, words[at], head, frames, is_noun=True)
    return None


def _heads(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Iterator[tuple[Word, str]]:
    """The words that a phrase from `at` on may end in, each with what stands before, joined."""
    before = ""
    for word in words[at : at + _LONGEST]:
        yield word, before
        before += joined(word.lower)
        if before not in lexicon.beginnings:
            return


def _look_up(before: str, head: Word, lexicon: Lexicon) -> tuple[Frame, ...]:
    for last in (head.lemma, head.lower, _stem(head.lower)):
        frames = lexicon.nouns.get(before + joined(last))
        if frames:
            return tuple(frames)
    return ()


def _stem(lower: str) -> str:
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith(("shes", "ches", "sses")):
        return lower[:-2]
    return lower.removesuffix("s")


def _is_used_as_noun(word: Word) -> bool:
    """For "the shelling of Aleppo", "in renewed airstrikes": nouns that the tagger calls verbs."""
    described = bool(word.of("det", "case", "amod", "nmod:poss", "compound"))
    if not word.lower.endswith("ing"):
        return (
            described and word.lower.endswith("s") and word.rel in ("obl", "nmod", "obj", "nsubj")
        )
    nominal = word.rel in ("nsubj", "nsubj:pass", "obl", "nmod", "obj") and not word.of("obj")
    return nominal or described


def _is_modifier(head: Word) -> bool:
    """Whether a noun only describes another ("attack helicopter", "battle lines")."""
    return (
        head.rel == "compound"
        and head.head is not None
        and head.head.is_nominal
        and head.head.i > head.i
    )


def _verb(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Trigger | None:
    word = words[at]
    mistaken = word.pos == "NOUN" and word.rel == "root" and not word.of("det", "amod", "case")
    if word.pos not in ("VERB", "AUX", "ADJ") and not mistaken:
        return None
    lemma = joined(word.lemma)
    for size in range(_LONGEST - 1, 0, -1):
        tail = words[at + 1 : at + size + 1]
        frames = lexicon.verbs.get(lemma + "".join(joined(each.lower) for each in tail))
        if frames and len(tail) == size and tail[-1].pos != "PUNCT":
            return _usable(word, tail[-1], frames)
    frames = _told_apart(word, lexicon) or lexicon.verbs.get(lemma)
    return _usable(word, word, frames) if frames else None


def _told_apart(verb: Word, lexicon: Lexicon) -> list[Frame]:
    """The frames of a verb and a word that its object parts from it: "shot the mayor dead"."""
    behind = [child for child in verb.children if child.rel in _APART and child.i > verb.i]
    told = (lexicon.verbs.get(joined(verb.lemma) + joined(each.lower)) for each in behind)
    return next((frames for frames in told if frames), [])


def _usable(word: Word, last: Word, frames: list[Frame]) -> Trigger | None:
    if word.rel == "amod" or (
        word.pos == "ADJ" and word.rel not in ("root", "conj", "acl", "ccomp")
    ):
        frames = [frame for frame in frames if frame.adjective]
    return Trigger(word, word, last, tuple(frames)) if frames else None


def light_verb(trigger: Trigger, lexicon: Lexicon) -> Iterator[tuple[Word, str]]:
    """The light verb whose object or subject an event noun is, with the role of its other end."""
    noun = _measured(trigger.word, lexicon)
    verb = noun.head
    if noun.rel == "conj" and verb is not None and verb.is_nominal:
        noun, verb = verb, verb.head
    if verb is None or verb.pos != "VERB":
        return
    if noun.rel in ("obj", "nsubj:pass", "obl"):
        role = next(
            (lexicon.light[form] for form in _forms(verb, noun) if form in lexicon.light), ""
        )
        if role:
            yield verb, role


def _forms(verb: Word, noun: Word) -> list[str]:
    """A verb as the lexicon may have it: alone, with its particle, with the noun's preposition."""
    plain = joined(verb.lemma)
    if noun.rel == "obl":
        taken = ["", *(child.lemma for child in verb.of("obj"))]  # "take part in"
        return [plain + joined(what) + case.lower for case in noun.of("case") for what in taken]
    return [plain, *(plain + child.lower for child in verb.of("compound:prt"))]


def _measured(noun: Word, lexicon: Lexicon) -> Word:
    """The word that carries an event noun in the clause: "dozens" in "dozens of attacks"."""
    head = noun.head
    measures = noun.rel == "nmod" and head is not None and head.lemma in lexicon.measures
    return head if measures and head is not None else noun
