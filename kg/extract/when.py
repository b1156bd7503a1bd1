"""Which of the times told in a sentence belongs to which event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.language.syntax import Sentence, Word
from kg.model import Day, Interval, TimeExpression

_FAR = 99


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
    began in March" means from March to the issue date.

    Args:
        trigger: the word that tells the event.
        times: the sentence's times.
        speech_verbs: positions of verbs of saying.
        issued: the article's issue date, or None.
    """
    chain = {word.i: step for step, word in enumerate([trigger, *trigger.ancestors()])}
    best: tuple[int, int, TimeExpression] | None = None
    for each in times:
        if trigger.start < each.expression.end and each.expression.start < trigger.end:
            continue
        distance = _distance(each.word, chain, trigger, speech_verbs)
        gap = abs(each.expression.start - trigger.start)
        if distance < _FAR and (best is None or (distance, gap) < best[:2]):
            best = (distance, gap, each.expression)
    return best[2] if best else _since(chain, times, issued)


def _since(chain: dict[int, int], times: list[Timed], issued: Day | None) -> TimeExpression | None:
    """From a time told in a "since" clause of the trigger's until the issue date."""
    for each in times:
        clause = next((w for w in (each.word, *each.word.ancestors()) if _opens_since(w)), None)
        begins = each.expression.interval.begin is not None
        if clause is not None and clause.head is not None and clause.head.i in chain and begins:
            interval = Interval(each.expression.interval.begin, issued)
            return replace(each.expression, interval=interval, precision="span")
    return None


def _opens_since(word: Word) -> bool:
    return any(child.lower == "since" and child.rel in ("mark", "case") for child in word.children)


def _distance(
    word: Word, chain: dict[int, int], trigger: Word, speech_verbs: frozenset[int]
) -> int:
    """Steps from the trigger up to a common head and down to the time.

    _FAR if a clause lies between, or the time is told of the saying.
    """
    down = 0
    current: Word | None = word
    while current is not None and current.i not in chain:
        if down and _shuts_in(current):
            return _FAR
        current, down = current.head, down + 1
    if current is None or (current.i in speech_verbs and current is not trigger):
        return _FAR
    return chain[current.i] + down


def _shuts_in(word: Word) -> bool:
    """Whether a time below a word is that of its own clause, save for "when …", "as …"."""
    clause = word.pos == "VERB" and word.base in ("advcl", "acl", "ccomp", "parataxis")
    return clause and not any(child.lower in ("when", "as", "while") for child in word.children)
