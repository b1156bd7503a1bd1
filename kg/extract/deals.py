"""Ceasefire deals: which words mean one, and which deal is meant."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from kg.extract.deal_acts import DealReading, is_definite
from kg.extract.deal_mentions import calling, is_inside, is_mention, is_only_wanted, named_deals
from kg.extract.deal_words import DealWords
from kg.extract.draft import NOWHEN
from kg.extract.scene import Scene
from kg.extract.told import Told, is_named_by
from kg.extract.vague_deals import OF_A_YEAR, VAGUE
from kg.ids import slug
from kg.language.grammar import clause_of, obliques, phrase
from kg.language.syntax import Word, written
from kg.model import Interval, Link, TimeExpression
from kg.resolve.world import Entity

# "The truce" of an undated story may be one so old; a dated one may be told so many days off.
_RECENT = datetime.timedelta(days=150)
_MARGIN = datetime.timedelta(days=3)
_MONTH = 31


@dataclass(slots=True)
class Deals:
    """The deals that one article has told of, by what distinguishes them.

    Attributes:
        words: deal words; `issued` the issue date, for "the truce" of an undated story.
        article: its name, to tell the deals of undated articles apart.
        focus: the deal spoken of last.
        minted: label -> deal that no curated one fits.
    """

    words: DealWords
    issued: datetime.date | None
    article: str
    focus: Link | None = None
    minted: dict[str, Link] = field(default_factory=dict)

    def told(self, now: Scene) -> list[Told]:
        """What a sentence tells of deals, one entry a mention."""
        found: list[Told] = []
        for word in now.sentence.words:
            if not is_mention(word, now, self.words, self.focus):
                continue
            inside = any(is_inside(word, each.word) for each in found)
            if not inside and not is_only_wanted(word, self.words):
                found.append(self._read(word, now))
        return found

    def _read(self, word: Word, now: Scene) -> Told:
        expression = now.time(word) or self._announced(word, now)
        when = expression.interval if expression else NOWHEN
        date_text = expression.text if expression else ""
        made = when if expression else self._made(word, now)
        told = Told(self._which(word, made, now), word, when=when, date_text=date_text)
        self.focus = told.deal
        DealReading(self.words, now).fill(told)
        return told

    def _announced(self, word: Word, now: Scene) -> TimeExpression | None:
        """For "announced in May a truce": the time that stands between the verb and the deal."""
        verb = word.head if word.rel in ("obj", "nsubj") else None
        if verb is None or verb.lemma not in self.words.announced or verb.i > word.i:
            return None
        time = now.time(verb)
        return time if time is not None and verb.start < time.start < word.start else None

    def _made(self, word: Word, now: Scene) -> Interval:
        """The time of "a truce signed in May", NOWHEN where none is told."""
        for clause in word.of("acl", "acl:relcl"):
            time = now.time(clause) if clause.lemma in self.words.announced else None
            if time is not None:
                return time.interval
        return NOWHEN

    def _which(self, word: Word, when: Interval, now: Scene) -> Link:
        surface = written(part for part in phrase(word) if part.pos not in ("DET", "PUNCT"))
        if word.lower == "it" and self.focus is not None:
            return self.focus
        return (
            self._by_name(word, surface, now)
            or self._by_year(word, surface, when, now)
            or self._by_calling(word, surface, when, now)
            or self._by_date(word, surface, when, now)
            or self._pointed_at(word, surface, when, now)
            or self._mint(word, surface, when, now)
        )

    def _by_name(self, word: Word, surface: str, now: Scene) -> Link | None:
        named = named_deals(word, now)
        return _link(max(named, key=self._nearness), surface, "label", 0.95) if named else None

    def _by_year(self, word: Word, surface: str, when: Interval, now: Scene) -> Link | None:
        """For "in 2018 they agreed in Sochi on a zone": that year's deal that the clause names."""
        entities, year = now.resolver.context.world.entities, _year(when)
        if not year or _is_short(when):
            return None
        told = {part.lower for part in clause_of(word).subtree() if part.pos == "PROPN"}
        told |= calling(word, self.words)
        shared: dict[int, list[Entity]] = {}
        for deal in _at_home(word, now):
            places = [entities[iri] for iri in deal.facts.get("appliesTo", ()) if iri in entities]
            places = [place for place in places if place.cls != "Country"]
            named = told & set().union(*map(_words_of, (deal, *places)))
            meant = is_definite(word) and self.focus is not None and self.focus.iri == deal.iri
            if deal.one("agreedOn")[:4] == year and (named or meant):
                shared.setdefault(len(told) + 1 if meant else len(named), []).append(deal)
        best = shared[max(shared)] if shared else []
        return _link(best[0], surface, "year and name", 0.7) if len(best) == 1 else None

    def _by_calling(self, word: Word, surface: str, when: Interval, now: Scene) -> Link | None:
        told = calling(word, self.words)
        alike = [e for e in _at_home(word, now) if self._is_past(e) and told & _words_of(e)]
        if not alike or _is_short(when):
            return None
        return _link(max(alike, key=self._nearness), surface, "words of its name", 0.7)

    def _by_date(self, word: Word, surface: str, when: Interval, now: Scene) -> Link | None:
        dated = next((entity for entity in _at_home(word, now) if _agreed_in(entity, when)), None)
        return _link(dated, surface, "date", 0.85) if dated is not None else None

    def _pointed_at(self, word: Word, surface: str, when: Interval, now: Scene) -> Link | None:
        """For "the truce" without a date: the one in focus, else the latest in the country."""
        if when != NOWHEN or not is_definite(word):
            return None
        if self.focus is not None:
            return self.focus
        recent = [entity for entity in _at_home(word, now) if self._is_recent(entity)]
        latest = max(recent, key=lambda entity: entity.one("agreedOn"), default=None)
        return _link(latest, surface, "the latest deal", 0.55) if latest is not None else None

    def _nearness(self, entity: Entity) -> tuple[bool, str]:
        agreed = entity.one("agreedOn")
        return self.issued is None or agreed <= self.issued.isoformat(), agreed

    def _is_past(self, entity: Entity) -> bool:
        agreed = entity.day("agreedOn")
        return agreed is not None and self.issued is not None and agreed <= self.issued

    def _is_recent(self, entity: Entity) -> bool:
        agreed = entity.day("agreedOn")
        if agreed is None or self.issued is None:
            return False
        return datetime.timedelta(0) <= self.issued - agreed <= _RECENT

    def _mint(self, word: Word, surface: str, when: Interval, now: Scene) -> Link:
        country = now.resolver.context.world.entities.get(_country(word, now))
        where = f" ({country.label})" if country is not None else ""
        dated = f"{when.begin:%Y-%m}" if when.begin is not None and _is_short(when) else ""
        dated = dated or _named_year(word, now)
        # Two articles' undated truces are one only if both tell of them in one known month.
        told = f"{self.issued:%Y-%m}" if self.issued else self.article
        # A year alone may have seen several deals, but is none of another year's.
        year = _year(when)
        named = f"of {dated}" if dated else f"{f'of {year} ' if year else ''}told of in {told}"
        label = f"ceasefire {named}{where}"
        rule = "new deal" if dated else OF_A_YEAR if year else VAGUE
        new = Link(f"deal/{slug(label)}", label, "CeasefireDeal", surface, rule, 0.5)
        return self.minted.setdefault(label, new)


def _words_of(entity: Entity) -> set[str]:
    return {word.lower() for name in (entity.label, *entity.aliases) for word in name.split()}


def _at_home(word: Word, now: Scene) -> tuple[Entity, ...]:
    """Curated deals of the country that a deal is told of in."""
    return now.resolver.context.world.deals_in.get(_country(word, now), ())


def _country(word: Word, now: Scene) -> str:
    """The country of "a truce in X", else the one in focus.

    Only one that has had deals: "a truce signed in Geneva" does not apply to Switzerland.
    """
    world = now.resolver.context.world
    above = word.head if word.rel in ("obj", "nsubj", "nsubj:pass") else None
    behind = [*obliques(word), *(obliques(above) if above is not None else [])]
    named = [each.word for each in behind if each.preposition in ("in", "for", "across")]
    places = [place for each in named if (place := now.locator.place(each)) is not None]
    told = (world.country_of(place.iri) for place in places)
    return next((each for each in told if each in world.deals_in), now.resolver.context.country)


def _agreed_in(entity: Entity, when: Interval) -> bool:
    agreed = entity.day("agreedOn")
    if agreed is None or when.begin is None or when.end is None or not _is_short(when):
        return False
    return when.begin - _MARGIN <= agreed <= when.end + _MARGIN


def _is_short(when: Interval) -> bool:
    if when.begin is None or when.end is None:
        return False
    return (when.end - when.begin).days <= _MONTH


def _year(when: Interval) -> str:
    """The one year that a time longer than a month lies in, or ""."""
    if when.begin is None or when.end is None or when.begin.year != when.end.year:
        return ""
    return str(when.begin.year)


def _named_year(word: Word, now: Scene) -> str:
    """The year of "a 1994 ceasefire"; one that is merely told may have had several deals."""
    time = now.time(word)
    if time is None or time.precision != "year" or not is_named_by(word, time.text):
        return ""
    return str(time.interval.begin.year) if time.interval.begin is not None else ""


def _link(entity: Entity, surface: str, rule: str, score: float) -> Link:
    return Link(entity.iri, entity.label, "CeasefireDeal", surface, rule, score)
