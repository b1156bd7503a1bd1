"""Ceasefire deals: which words mean one, and which deal is meant."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from kg.extract.deal_acts import DealReading, is_definite
from kg.extract.deal_words import DealWords
from kg.extract.draft import NOWHEN
from kg.extract.scene import Scene
from kg.extract.told import Told, is_named_by
from kg.ids import slug
from kg.language.grammar import clause_of, obliques, phrase, preposition
from kg.language.syntax import Word, written
from kg.model import Interval, Link, Report, TimeExpression
from kg.resolve.world import Entity, World

# Rule of a deal that the article tells neither by name nor by date.
_VAGUE = "some deal"
# Rule of one of which only the year is told.
_OF_A_YEAR = "deal of a year"
# "The truce" of an undated story may be one so old; a dated one may be told so many days off.
_RECENT = datetime.timedelta(days=150)
_MARGIN = datetime.timedelta(days=3)
_MONTH = 31
# What tells one deal from the last one told.
_BEFORE_IT = frozenset(("earlier", "previous", "prior", "similar", "separate"))
# An undated deal is not one that was made more years ago than these.
_RECALLED = 3


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
            inside = any(
                word in phrase(each.word) or _set_up(word, each.word) or _is_of(word, each.word)
                for each in found
            )
            if self._is_mention(word, now) and not inside and not self._is_only_wanted(word):
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

    # ---------------------------------------------------------- what is a mention

    def _is_mention(self, word: Word, now: Scene) -> bool:
        made = any(clause.lemma in self.words.announced for clause in word.of("acl", "acl:relcl"))
        another = made and self.focus is not None and _is_earlier(word)
        if another and word.lower == "one":  # "an earlier one, agreed in Moscow"
            return True
        if not word.is_nominal or _is_modifier(word):
            return False
        if word.lemma in self.words.sure or word.lower in self.words.sure:
            return word.lemma != "cessation" or _is_of_hostilities(word)
        if word.lemma in self.words.zones:
            return bool(self._calling(word) & self.words.by)
        if word.lower == "it" and word.rel == "obj" and word.head is not None:
            # For "accused the army of breaking it".
            return self.focus is not None and word.head.lemma in self.words.violated
        if word.lemma not in self.words.maybe:
            return False
        if _beside(word) & self.words.by or _named_deals(word, now):
            return True
        return another or (self.focus is not None and is_definite(word))

    def _is_only_wanted(self, word: Word) -> bool:
        """For "urged a truce", "called for a ceasefire": nobody has made it."""
        above = word.head
        if above is None or is_definite(word):
            return False
        if preposition(word) == "for":
            return above.lemma in self.words.wanted_for
        return word.rel in ("obj", "nsubj:pass") and above.lemma in self.words.wanted

    def _calling(self, word: Word) -> set[str]:
        """The telling modifiers of a deal noun: "de-escalation" of "de-escalation zones"."""
        return {part.lower for part in phrase(word) if part is not word} & self.words.telling

    # ----------------------------------------------------------------- which deal

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
        named = _named_deals(word, now)
        return _link(max(named, key=self._nearness), surface, "label", 0.95) if named else None

    def _by_year(self, word: Word, surface: str, when: Interval, now: Scene) -> Link | None:
        """For "in 2018 they agreed in Sochi on a zone": that year's deal that the clause names."""
        entities, year = now.resolver.context.world.entities, _year(when)
        if not year or _is_short(when):
            return None
        told = {part.lower for part in clause_of(word).subtree() if part.pos == "PROPN"}
        told |= self._calling(word)
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
        calling = self._calling(word)
        alike = [e for e in _at_home(word, now) if self._is_past(e) and calling & _words_of(e)]
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
        rule = "new deal" if dated else _OF_A_YEAR if year else _VAGUE
        new = Link(f"deal/{slug(label)}", label, "CeasefireDeal", surface, rule, 0.5)
        return self.minted.setdefault(label, new)


def with_one_deal(found: list[Report], world: World, issued: datetime.date | None) -> list[Report]:
    """Reports in which "a truce" without a date is the one deal that the article does identify.

    A deal of years ago is history: an article that recalls it tells of another one.
    """
    deals = {report.deal.iri: report.deal for report in found if report.deal is not None}
    vague = {deal.iri for deal in deals.values() if deal.rule == _VAGUE}
    known = [deal for deal in deals.values() if deal.rule not in (_VAGUE, _OF_A_YEAR)]
    if len(known) != 1 or not vague or _is_history(known[0], found, world, issued):
        return found
    return [
        replace(report, deal=replace(known[0], surface=report.deal.surface, score=0.5))
        if report.deal is not None and report.deal.iri in vague
        else report
        for report in found
    ]


def _is_history(
    deal: Link, found: list[Report], world: World, issued: datetime.date | None
) -> bool:
    entity = world.entities.get(deal.iri)
    told = [
        value for report in found if report.deal is not None and report.deal.iri == deal.iri
        for name, value in report.facts if name == "agreedOn"
    ]  # fmt: skip
    agreed = [entity.one("agreedOn")] if entity is not None else told
    years = [int(each[:4]) for each in agreed if each[:4].isdigit()]
    return issued is not None and bool(years) and max(years) < issued.year - _RECALLED


def _is_earlier(word: Word) -> bool:
    """For "an earlier deal", "a previous one": a deal beside the one that was told."""
    return any(child.lower in _BEFORE_IT for child in word.of("amod"))


def _is_of_hostilities(word: Word) -> bool:
    return any(oblique.word.lemma in ("hostility", "hostilities") for oblique in obliques(word))


def _beside(word: Word) -> set[str]:
    """The words of a deal noun's phrase and of the phrases behind it, and their hyphened parts."""
    own, behind = phrase(word), [oblique.word for oblique in obliques(word)]
    found = {part.lemma for part in (*own, *behind)} | {part.lower for part in own}
    found |= {part.lower for each in behind for part in phrase(each)}
    # "a deal that would establish a cease-fire", "signed a deal to stop fighting"
    clauses = [*word.of("acl", "acl:relcl"), *_aims(word)]
    found |= {thing.lower for clause in clauses for thing in clause.of("obj", "xcomp")}
    found |= {thing.lemma for clause in clauses for thing in clause.of("obj")}
    return found | {piece for part in found for piece in part.split("-")}


def _aims(word: Word) -> list[Word]:
    """What a deal is signed for, which the parser may hang on the verb in front of it."""
    verb = word.head if word.rel == "obj" else None
    behind = [clause for clause in verb.of("advcl") if clause.i > word.i] if verb else []
    return [each for each in behind if any(child.lower == "to" for child in each.of("mark"))]


def _set_up(word: Word, deal: Word) -> bool:
    """Whether a deal is told to set up what a word names: "a deal that establishes a truce"."""
    clause = word.head if word.rel == "obj" else None
    return clause is not None and clause.head is deal and clause.rel in ("acl", "acl:relcl")


def _is_of(word: Word, deal: Word) -> bool:
    """Whether a word tells what a deal is on: "an agreement on a demilitarised zone"."""
    return word.rel == "nmod" and word.head is deal


def _words_of(entity: Entity) -> set[str]:
    return {word.lower() for name in (entity.label, *entity.aliases) for word in name.split()}


def _is_modifier(word: Word) -> bool:
    """For "ceasefire" in "ceasefire agreement": the noun behind it is the mention."""
    nouns = ("agreement", "deal", "accord", "pact")
    return word.rel == "compound" and word.head is not None and word.head.lemma in nouns


def _named_deals(word: Word, now: Scene) -> list[Entity]:
    named = [now.resolver.names.get(part.i) for part in phrase(word)]
    entities = [m.entity for each in named if each is not None for m in each.meanings]
    return [entity for entity in entities if entity.cls == "CeasefireDeal"]


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
