"""Which stretches of a sentence are names, known ones and others."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.syntax import Sentence, Word
from kg.resolve.context import Context
from kg.resolve.named import Named
from kg.resolve.names import Hit, plain, split
from kg.resolve.nominals import Nominals
from kg.resolve.world import Meaning

_ARTICLES = frozenset(("the", "a", "an"))
_ENDINGS = frozenset(("'s", "’s", ",", "."))
#: Tagger's kinds that name an actor or a place, and those that certainly don't.
_NAMING = frozenset(("PERSON", "ORG", "LOC", "FAC"))
_OTHERS = frozenset(("NORP", "DATE", "MONEY", "QUANTITY", "WEAPON", "EVENT"))


def names_of(sentence: Sentence, context: Context) -> dict[int, Named]:
    """The names in a sentence, by the position of each of their words.

    Known names go first, then what the tagger calls a name, then names that the article itself
    introduced, then runs of capitalised words that nothing else explains.
    """
    words = sentence.words
    entities = list(_entities(words))
    found: dict[int, Named] = {}
    if id(sentence) not in context.known:
        context.known[id(sentence)] = list(_known(words, entities, context))
    for named in context.known[id(sentence)]:
        _put(found, named)
    for span in entities:
        tagged = span[0].entity in _NAMING
        if tagged and not any(word.i in found for word in span):
            _put(found, Named(span, (), exact=True, entity=span[0].entity))
    for word in words:
        if word.i not in found and plain(word.text) in context.aliases and word.is_capitalised:
            _put(found, Named((word,), (), exact=True, entity="alias"))
    for span in _unnamed_runs(words, found, context.nominals):
        _put(found, Named(span, (), exact=True, entity="NAME"))
    return found


def _known(
    words: tuple[Word, ...], entities: list[tuple[Word, ...]], context: Context
) -> Iterator[Named]:
    for hit in context.world.names.find([word.text for word in words]):
        span = _with_article(words, hit, context.nominals)
        meanings = _meanings(hit, span)
        if not meanings or not _is_written_as_name(span):
            continue
        if not _inside_larger(span, entities) and not _is_gate(span, hit, entities):
            yield Named(span, meanings, hit.exact, span[0].entity)


def _with_article(words: tuple[Word, ...], hit: Hit, nominals: Nominals) -> tuple[Word, ...]:
    """A name with the article that its key leaves out: "El" of "El Fasher"."""
    first, last = hit.first, hit.last
    before = words[first - 1] if first else None
    if before is not None and before.lower in nominals.articles and before.is_capitalised:
        tied = before.head in words[first : last + 1] or words[first].head is before
        return words[first - 1 : last + 1] if tied else words[first : last + 1]
    return words[first : last + 1]


def _unnamed_runs(
    words: tuple[Word, ...], found: dict[int, Named], nominals: Nominals
) -> Iterator[tuple[Word, ...]]:
    """Runs of up to five capitalised proper nouns that nothing else recognised as a name."""
    run: list[Word] = []
    for word in (*words, None):
        free = word is not None and word.i not in found and word.lemma not in nominals.heads
        if word is not None and free and _is_proper(word, nominals):
            run.append(word)
            continue
        if run and len(run) <= 5:
            yield tuple(run)
        run = []


def _is_proper(word: Word, nominals: Nominals) -> bool:
    written = word.pos == "PROPN" and word.is_capitalised and len(word.text) > 2
    return written and word.entity not in _OTHERS and word.lower not in nominals.calendar


def _put(found: dict[int, Named], named: Named) -> None:
    for word in named.words:
        found.setdefault(word.i, named)


def _meanings(hit: Hit, span: tuple[Word, ...]) -> tuple[Meaning, ...]:
    """What a hit may stand for; an acronym only where it is written in capitals ("IS", "WHO")."""
    meanings = (name for name in hit.names if isinstance(name, Meaning))
    capitals = span[0].text.isupper()
    fitting = [each for each in meanings if capitals or not _is_acronym(each.written)]
    # Capitals mean the acronym where there is one: "SANA" is the agency, not the town of Sana.
    acronyms = [each for each in fitting if _is_acronym(each.written)] if capitals else []
    return tuple({(each.entity.iri, each.how): each for each in acronyms or fitting}.values())


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 5


def _is_written_as_name(span: tuple[Word, ...]) -> bool:
    capitals = span[0].text.isupper() and len(span[0].text) > 1
    return any(word.is_capitalised for word in span) and (
        len(span) > 1 or capitals or span[0].pos not in ("VERB", "AUX", "ADP", "DET")
    )


def _entities(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Spans that the tagger calls a name, without a leading article and a trailing genitive."""
    span: list[Word] = []
    for word in (*words, None):
        if span and (word is None or word.entity != span[0].entity or word.entity_start):
            if trimmed := _trimmed(span):
                yield trimmed
            span = []
        if word is not None and word.entity:
            span.append(word)


def _trimmed(span: list[Word]) -> tuple[Word, ...]:
    first, last = 0, len(span)
    while first < last and span[first].lower in _ARTICLES:
        first += 1
    while first < last and span[last - 1].lower in _ENDINGS:
        last -= 1
    return tuple(span[first:last])


def _is_gate(span: tuple[Word, ...], hit: Hit, entities: list[tuple[Word, ...]]) -> bool:
    """Whether "Bab" opens a longer name such as "Bab Sharqi", so that it is not "Al-Bab"."""
    names = (split(each.written.split()[0]) for each in hit.names if isinstance(each, Meaning))
    if len(span) != 1 or not all(parts[0][1] for parts in names) or split(span[0].text)[0][1]:
        return False
    after = next((entity for entity in entities if entity[0] is span[0]), span)
    return len(after) > 1 and all(word.pos == "PROPN" for word in after[:2])


def _inside_larger(span: tuple[Word, ...], entities: list[tuple[Word, ...]]) -> bool:
    """Whether a known name is one word of an unknown organisation's or person's longer name."""
    if len(span) != 1:
        return False
    outside = 2 + span[0].is_capitalised
    return any(
        entity[0].entity in ("ORG", "PERSON")
        and entity[0].i <= span[0].i <= entity[-1].i
        and sum(word.is_capitalised for word in entity) >= outside
        for entity in entities
    )
