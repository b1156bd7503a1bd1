"""From drafts to reports: quotes, offsets, confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.draft import Draft
from kg.extract.relations import Relation
from kg.extract.scene import Scene
from kg.extract.told import Told, is_named_by
from kg.language.grammar import clause_of, phrase
from kg.language.syntax import Sentence, Word
from kg.model import Interval, Link, Report, Segment, Stance, Toll

_ENDS = {
    "Backing": ("backer", "backed"),
    "Control": ("controller", "controlled"),
    "Affiliation": ("member", "group"),
    "Leadership": ("person", "organization"),
}
_STANCE_WEIGHT = {
    Stance.ASSERTED: 1.0,
    Stance.ALLEGED: 0.9,
    Stance.PLANNED: 0.85,
    Stance.DENIED: 0.9,
}
# A quote of more words proves less than it hides.
_LONG = 60
# Marks that may close a quote: they belong to what stands before them.
_CLOSING = ('"', "”", ")")
_BASIS_WEIGHT = {"told": 1.0, "carried": 0.9, "story": 0.9, "": 0.85}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the reports of one segment.

    Attributes:
        segment: its text and the map to the text as found.
        text: the article's text as found.
    """

    segment: Segment
    text: str

    def event(self, draft: Draft) -> Report:
        """A report of an event."""
        first, last = draft.trigger.first, draft.trigger.last
        start, end = self._quote(draft.sentence, draft.word, [first, last], draft.counts)
        return Report(
            of="Event",
            type=draft.type,
            start=start,
            end=end,
            quote=self.text[start:end],
            trigger=self.segment.span(first.start, last.end),
            roles=_roles_of(draft),
            stance=draft.stance,
            source=draft.source,
            when=draft.when,
            date_text=draft.date_text,
            tolls=tuple(self._moved(toll) for toll in draft.counts),
            same_as=draft.key,
            deal=draft.deal,
            facts=_facts_of_event(draft),
            segment=self.segment.kind,
            rule=draft.rule,
            confidence=_confidence(draft),
        )

    def deal(self, told: Told, now: Scene) -> Report:
        """A report of a ceasefire deal."""
        words = [told.word, *([told.act] if told.act is not None else [])]
        start, end = self._quote(now.sentence, told.word, words, ())
        return Report(
            of="CeasefireDeal",
            type="CeasefireDeal",
            start=start,
            end=end,
            quote=self.text[start:end],
            trigger=self.segment.span(told.word.start, told.word.end),
            roles=_sides_of(told),
            stance=Stance.ASSERTED,
            deal=told.deal,
            facts=_facts_of(told, now),
            segment=self.segment.kind,
            rule=told.deal.rule,
            confidence=round(told.deal.score, 2),
        )

    def relation(self, relation: Relation, now: Scene) -> Report:
        """A report of a backing, control, affiliation or leadership."""
        first, second = _ENDS[relation.of]
        start, end = self._quote(now.sentence, relation.word, [relation.word], ())
        least = min(relation.first.score, relation.second.score)
        return Report(
            of=relation.of,
            type=relation.of,
            start=start,
            end=end,
            quote=self.text[start:end],
            trigger=self.segment.span(relation.word.start, relation.word.end),
            roles={first: (relation.first,), second: (relation.second,)},
            stance=relation.stance,
            source=relation.source,
            facts=relation.facts,
            segment=self.segment.kind,
            rule=relation.rule,
            confidence=round(least * 0.95, 2),
        )

    def _quote(
        self, sentence: Sentence, word: Word, parts: list[Word], counts: Sequence[Toll]
    ) -> tuple[int, int]:
        """The clause that tells it, widened to hold its tolls; the sentence where that is torn."""
        head = _whole(clause_of(word))
        clause = _clause_words(head if head.i <= word.i or head.pos == "VERB" else word)
        starts = [part.start for part in (*parts, *clause[:1])] + [toll.start for toll in counts]
        ends = [part.end for part in (*parts, *clause[-1:])] + [toll.end for toll in counts]
        start, end = max(min(starts), sentence.start), min(max(ends), sentence.end)
        return self.segment.span(start, end)

    def _moved(self, toll: Toll) -> Toll:
        """The toll with offsets into the text as found."""
        start, end = self.segment.span(toll.start, toll.end)
        return replace(toll, start=start, end=end)


def _whole(head: Word) -> Word:
    """The clause that also tells who acts, where the nearest one does not."""
    while head.base in ("advcl", "xcomp") and head.head is not None:
        if head.of("nsubj", "nsubj:pass") or len(head.head.subtree()) > _LONG:
            break
        head = clause_of(head.head)
    return head


def _clause_words(head: Word) -> list[Word]:
    """The words of a clause, with the noun that a relative clause tells of, without "that"."""
    words = head.subtree()
    while words and words[0].rel in ("mark", "cc") and words[0].head is head:
        words = words[1:]
    if head.rel in ("acl", "acl:relcl") and head.head is not None:
        words = [*(part for part in phrase(head.head) if part.i < head.i), *words]
    while words and words[0].pos == "PUNCT":
        words = words[1:]
    while words and words[-1].pos == "PUNCT" and words[-1].text not in _CLOSING:
        words = words[:-1]
    return words


def _facts_of_event(draft: Draft) -> tuple[tuple[str, str], ...]:
    """How date and place are known, and what becomes of its deal, as facts of the report."""
    told = (
        ("dateBasis", draft.basis),
        ("placeBasis", draft.place_basis),
        ("stepKind", draft.step),
    )
    return tuple((name, basis) for name, basis in told if basis)


def _roles_of(draft: Draft) -> dict[str, tuple[Link, ...]]:
    roles = {
        name: tuple(links) for name, links in draft.cast.roles.items() if links and name != "place"
    }
    return roles | ({"place": tuple(draft.places)} if draft.places else {})


def _sides_of(told: Told) -> dict[str, tuple[Link, ...]]:
    """The roles of a deal, each thing once."""
    named = {"party": told.party, "broker": told.broker, "appliesTo": told.places}
    return {
        name: tuple({link.iri: link for link in links}.values())
        for name, links in named.items()
        if links
    }


def _facts_of(told: Told, now: Scene) -> tuple[tuple[str, str], ...]:
    """What a deal is; what is denied, alleged or planned gives it no status."""
    agreed = _as_exact(told.making or told) or _as_exact(told)
    happened = told.act is not None and now.stance(told.act) is Stance.ASSERTED
    return (
        *([("agreedOn", agreed)] if agreed else []),
        *([("status", told.status)] if told.status and happened else []),
        *(("term", term) for term in told.terms),
    )


def _confidence(draft: Draft) -> float:
    links: list[Link] = [*draft.actors, *draft.places, *draft.source]
    mean = sum(link.score for link in links) / len(links) if links else 0.6
    return round(0.95 * mean * _STANCE_WEIGHT[draft.stance] * _BASIS_WEIGHT[draft.basis], 2)


def _as_exact(told: Told) -> str:
    """The day, month or year of a deal, as exact as it is told."""
    when: Interval = told.when
    # "a 1994 ceasefire" tells when it was made, whatever became of it.
    made = told.status in ("Announced", "InForce", "") and not told.extended
    agreed = made or is_named_by(told.word, told.date_text)
    if when.begin is None or when.end is None or not agreed:
        return ""
    days = (when.end - when.begin).days
    if days == 0:
        return when.begin.isoformat()
    if days <= 31 and when.begin.month == when.end.month:
        return f"{when.begin:%Y-%m}"
    return f"{when.begin:%Y}" if days >= 364 and when.begin.year == when.end.year else ""
