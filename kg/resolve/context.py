"""What one article has told so far: its country, names it defined, who was last spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.language.grammar import preposition
from kg.language.syntax import Sentence, Word, written
from kg.model import Day, Link
from kg.resolve.names import Hit, plain, split
from kg.resolve.nominals import Nominals
from kg.resolve.world import ACTOR_CLASSES, PLACE_CLASSES, Entity, Meaning, World

_ARTICLES = frozenset(("the", "a", "an"))
#: Articles that names from Arabic and Spanish begin with.
_OF_NAMES = frozenset(("el", "al", "as", "ash", "ad", "ar", "an", "az", "at", "la", "los", "las"))
_ENDINGS = frozenset(("'s", "’s", ",", "."))
_INSIDE = ("in", "across", "inside", "throughout")
#: What "in Mali" says for Mali as the country that an article is about.
_IN = 1.0
#: How many names an opening has, and what each counts.
_LEAD, _FIRST = 12, 2.0
#: Tagger's kinds that name an actor or a place, and those that certainly don't.
_NAMING = frozenset(("PERSON", "ORG", "LOC", "FAC"))
_OTHERS = frozenset(("NORP", "DATE", "MONEY", "QUANTITY", "WEAPON", "EVENT"))


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of words that is a name.

    Attributes:
        words: its words, in text order.
        meanings: what the known world has under it; empty for an unknown name.
        exact: whether the spelling matched rather than the sound.
        entity: the tagger's label where it gave one, else "".
    """

    words: tuple[Word, ...]
    meanings: tuple[Meaning, ...]
    exact: bool
    entity: str = ""

    @property
    def surface(self) -> str:
        """The words as written, single-spaced."""
        return written(self.words)

    def actors(self) -> list[Meaning]:
        """The meanings that are actors."""
        return [meaning for meaning in self.meanings if meaning.entity.cls in ACTOR_CLASSES]

    def places(self) -> list[Meaning]:
        """The meanings that are places."""
        return [meaning for meaning in self.meanings if meaning.entity.cls in PLACE_CLASSES]


@dataclass(slots=True)
class Context:
    """The state of reading one article; resolvers read and extend it.

    Attributes:
        world: curated things.
        nominals: generic nouns.
        country: IRI of the country in focus, "" if none stands out.
        state: the state of that country, or None.
        issued: when the article was issued, or None.
        aliases: plain name -> actor that the article introduced under another name.
        actors: actors in the order they were spoken of.
        places: places likewise; `placed` their IRIs, `lands` their countries, each once in order.
        offices: a person's IRI -> the body that the article says the person leads or speaks for.
        opponents: the two sides that were last told to fight each other.
        monitor: the monitor that the article leans on, if it names exactly one.
        known: curated names by the identity of their sentence, found once.
        last_source: who was last said to say something.
    """

    world: World
    nominals: Nominals
    country: str = ""
    state: Entity | None = None
    issued: Day | None = None
    aliases: dict[str, Link] = field(default_factory=dict)
    actors: list[Link] = field(default_factory=list)
    places: list[Link] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    lands: dict[str, None] = field(default_factory=dict)
    offices: dict[str, Link] = field(default_factory=dict)
    opponents: tuple[Link, ...] = ()
    monitor: Link | None = None
    last_source: Link | None = None
    known: dict[int, list[Named]] = field(default_factory=dict)

    def last_actor(self, *classes: str) -> Link | None:
        """The actor of one of the classes that was spoken of last."""
        for link in reversed(self.actors):
            if link.cls in classes:
                return link
        return None

    def called(self, noun: str) -> Link | None:
        """The last named actor that has the noun in its name: "the coalition", "the Front"."""
        if noun in self.nominals.uncalled:
            return None
        for link in reversed(self.actors):
            named = not link.rule.startswith("generic")
            if named and link.cls in ("ArmedGroup", "Organization") and noun in plain(link.label):
                return link
        return None

    def remember(self, link: Link) -> Link:
        """Note that a thing was spoken of, and give it back."""
        (self.places if link.is_place else self.actors).append(link)
        if link.is_place and link.iri not in self.placed:
            self.placed.add(link.iri)
            self.lands.setdefault(self.world.country_of(link.iri))
        return link


def focus(world: World, names: Iterable[Named]) -> tuple[str, Entity | None]:
    """The country that an article is about, and its state.

    Towns and provinces count fully, a country's own name and groups at home there as well; a
    state that only acts there ("Russia", "Turkey" in an article on Idlib) counts little, since
    outside powers are often named more than the country at war. A group counts once however
    often it is named, and the opening counts double: there an article says where it is.
    """
    weights: dict[str, float] = defaultdict(float)
    heard: set[tuple[str, ...]] = set()
    for at, name in enumerate(names):
        told = tuple(sorted(each.entity.iri for each in name.meanings))
        for country, weight in _votes(world, name).items():
            again = weight < _IN and not name.places() and told in heard
            weights[country] += 0.0 if again else weight * (_FIRST if at < _LEAD else 1.0)
        heard.add(told)
    if not weights:
        return "", None
    best = max(sorted(weights), key=lambda country: weights[country])
    return best, world.state_of.get(best)


def _votes(world: World, name: Named) -> dict[str, float]:
    votes: dict[str, float] = {}
    for meaning in name.meanings:
        country = world.country_of(meaning.entity.iri)
        if country:
            weight = _IN if _is_where(name, meaning) else _weight(meaning)
            votes[country] = max(weight, votes.get(country, 0.0))
    # A name that may lie in many countries says little about any of them.
    return {country: weight / len(votes) for country, weight in votes.items()}


def _is_where(name: Named, meaning: Meaning) -> bool:
    """For "in Mali": where something happens, rather than a state that acts."""
    tops = (word for word in name.words if word.head not in name.words)
    behind = preposition(next(tops, name.words[-1])) in _INSIDE
    return meaning.entity.cls == "Country" and meaning.how == "label" and behind


def _weight(meaning: Meaning) -> float:
    cls = meaning.entity.cls
    if meaning.how == "metonym":
        return 0.2
    if cls in ("State", "Country"):
        return 0.6
    if cls in PLACE_CLASSES:
        return 1.0
    return 0.8 if cls in ("ArmedGroup", "ArmedForces") else 0.3


def names_of(sentence: Sentence, context: Context) -> dict[int, Named]:
    """The names in a sentence, by the position of each of their words.

    Known names go first, then what the tagger calls a name, then names that the article itself
    introduced, then runs of capitalised words that nothing else explains.
    """
    words = sentence.words
    entities = list(_entities(words))
    found: dict[int, Named] = {}
    if id(sentence) not in context.known:
        context.known[id(sentence)] = list(_known(words, entities, context.world))
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
    words: tuple[Word, ...], entities: list[tuple[Word, ...]], world: World
) -> Iterator[Named]:
    for hit in world.names.find([word.text for word in words]):
        span = _with_article(words, hit.first, hit.last)
        meanings = _meanings(hit, span)
        if not meanings or not _is_written_as_name(span):
            continue
        if not _inside_larger(span, entities) and not _is_gate(span, hit, entities):
            yield Named(span, meanings, hit.exact, span[0].entity)


def _with_article(words: tuple[Word, ...], first: int, last: int) -> tuple[Word, ...]:
    """A name with the article that its key leaves out: "El" of "El Fasher"."""
    before = words[first - 1] if first else None
    if before is not None and before.lower in _OF_NAMES and before.is_capitalised:
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
