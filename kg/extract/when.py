"""Which of the times told in a sentence belongs to which event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.language.syntax import Sentence, Word
from kg.model import Day, Interval, TimeExpression

_FAR = 99
_NOW = ("now", "currently")


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with the word that ties it into the sentence."""

    expression: TimeExpression
    word: Word


def timed(sentence: Sentence, expressions: list[TimeExpression]) -> list[Timed]:
    """The expressions of a sentence, each with its topmost word."""
    found = []
    for expression in expressions:
        words = [
            word
            for word in sentence.words
            if word.start < expression.end and expression.start < word.end and word.pos != "PUNCT"
        ]
        if words:
            own = {word.i for word in words}
            tops = [word for word in words if word.head is None or word.head.i not in own]
            found.append(Timed(expression, tops[-1]))
    return found


def time_of(
    trigger: Word, times: list[Timed], speech_verbs: frozenset[int], issued: Day | None = None
) -> TimeExpression | None:
    """The time that hangs nearest to a trigger, in its own clause or one above it.

    A time told of the saying ("said on Monday") is not the time of what is said. "Since the war
    began in March" means from March to the issue date; "the worst attack since March" tells
    nothing of when the attack was.

    Args:
        trigger: the word that tells the event.
        times: the sentence's times.
        speech_verbs: positions of verbs of saying.
        issued: the article's issue date, or None.
    """
    chain = {word.i: step for step, word in enumerate(_up(trigger))}
    best: tuple[int, int, Timed] | None = None
    for each in times:
        if trigger.start < each.expression.end and each.expression.start < trigger.end:
            continue
        if _compares(each.word, chain):
            continue
        if _closes_content(trigger, each, speech_verbs):
            continue
        distance = _distance(each, chain, trigger, speech_verbs)
        gap = abs(each.expression.start - trigger.start)
        if distance < _FAR and (best is None or (distance, gap) < best[:2]):
            best = (distance, gap, each)
    since = next((each for each in times if _begins(each, chain)), None)
    if since is not None and (best is None or best[2] is since):
        interval = Interval(since.expression.interval.begin, issued)
        return replace(since.expression, interval=interval, precision="span")
    return best[2].expression if best is not None else None


def _up(trigger: Word) -> Iterator[Word]:
    """A trigger and the words above it, as far as a time told there may be its own.

    "In 2018 they agreed on a zone, and each now accuses the other" is no accusation of 2018.
    """
    below = trigger
    yield below
    for above in trigger.ancestors():
        if below.rel == "conj" and any(child.lower in _NOW for child in below.of("advmod")):
            return
        yield above
        below = above


def _begins(each: Timed, chain: dict[int, int]) -> bool:
    """Whether a time stands in the "since" phrase or clause of one of these words."""
    opening = _opening(each.word)
    if opening is None or opening.head is None or opening.i in chain:
        return False
    told = each.expression.interval.begin is not None and not _compares(each.word, chain)
    return told and any(head.i in chain for head in _heads(opening.head))


def _heads(word: Word) -> Iterator[Word]:
    """A word and those that it is told along with: "were killed and displaced since March"."""
    yield word
    while word.rel == "conj" and word.head is not None:
        word = word.head
        yield word


def _opening(word: Word) -> Word | None:
    """The head of the "since" phrase or clause that a word stands in, or None."""
    return next((each for each in (word, *word.ancestors()) if opens_since(each)), None)


def opens_since(word: Word) -> bool:
    """Whether a "since" phrase or clause hangs together at this word."""
    return any(child.lower == "since" and child.rel in ("mark", "case") for child in word.children)


def _compares(word: Word, chain: dict[int, int]) -> bool:
    """Whether a time only says how far back nothing was like it: "the worst attack since March"."""
    opening = _opening(word)
    if opening is None or opening.head is None or opening.i in chain:
        return False
    start = opening.subtree()[0].i
    return any(each.i < start and _is_superlative(each) for each in opening.head.subtree())


def _is_superlative(word: Word) -> bool:
    if word.lower in ("first", "most", "worst", "best", "only"):
        return True
    return word.pos in ("ADJ", "ADV") and word.lower.endswith("est") and word.lemma != word.lower


def _closes_content(trigger: Word, each: Timed, speech_verbs: frozenset[int]) -> bool:
    """Whether a time behind what is said tells of that: "accused X of killing two last week"."""
    said = [child for child in trigger.children if child.base in ("ccomp", "xcomp", "advcl")]
    behind = any(trigger.i < child.i and child.start < each.expression.start for child in said)
    return trigger.i in speech_verbs and behind


def _distance(
    each: Timed, chain: dict[int, int], trigger: Word, speech_verbs: frozenset[int]
) -> int:
    """Steps from the trigger up to a common head and down to the time.

    _FAR if a clause lies between, or the time is told of the saying.
    """
    down = 0
    current: Word | None = each.word
    while current is not None and current.i not in chain:
        if down and _shuts_in(current):
            return _FAR
        current, down = current.head, down + 1
    if current is None:
        return _FAR
    if current.i in speech_verbs and current is not trigger:
        # "said on Friday that …" dates the saying, "accused X of killing two last week" not.
        inside = current.i < trigger.i and trigger.start < each.expression.start
        if not (inside and down <= 1):
            return _FAR
    return chain[current.i] + down


def _shuts_in(word: Word) -> bool:
    """Whether a time below a word is that of its own clause, save for "when …", "as …"."""
    clause = word.pos == "VERB" and word.base in ("advcl", "acl", "ccomp", "parataxis")
    return clause and not any(child.lower in ("when", "as", "while") for child in word.children)
