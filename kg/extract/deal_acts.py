"""What became of a deal, by whom, where, and on what terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.attribution import source_of
from kg.extract.cast import Cast
from kg.extract.deal_places import where
from kg.extract.deal_words import DealWords
from kg.extract.draft import NOWHEN, Draft
from kg.extract.lexicon import Frame
from kg.extract.scene import Scene
from kg.extract.told import Told
from kg.extract.triggers import Trigger
from kg.language.arguments import agents, subjects
from kg.language.grammar import conjuncts, is_negated, obliques, phrase
from kg.language.syntax import Word, written
from kg.model import Link

MADE = "CeasefireAgreement"
BROKEN = "CeasefireViolation"
#: Words before a noun that point to what is known.
DEFINITE = ("the", "this", "that", "its")


@dataclass(frozen=True, slots=True)
class DealReading:
    """Reads what one sentence tells of its deals.

    Attributes:
        words: deal words.
        now: the sentence.
    """

    words: DealWords
    now: Scene

    def fill(self, told: Told) -> None:
        """Note the act, the sides, the places and the terms of a deal."""
        self._act(told)
        told.extended = told.act is not None and told.act.lemma in self.words.extended
        self._named_in_it(told)
        self._who_acts(told)
        told.places = where(told, self.words, self.now)
        told.terms = self._terms(told.word)
        told.making = self._making(told)

    # --------------------------------------------------------- what became of it

    def _act(self, told: Told) -> None:
        above = told.word.head
        if above is not None and above.is_nominal and self._noun_event(above):
            broken = self._noun_event(above) == BROKEN
            told.act, told.event = above, self._noun_event(above)
            told.status = "Violated" if broken else "Announced"
            told.breaker = self._actors(agents(above))
            return
        for verb in _verbs_about(told.word):
            event, status = ("", "") if is_negated(verb) else self._meaning(verb, told.word)
            if status:
                told.act, told.event, told.status = verb, event, status
                return

        if told.date_text and not is_definite(told.word):
            told.act, told.event, told.status = told.word, MADE, "Announced"

    def _making(self, told: Told) -> Told | None:
        """For "a truce signed in Jeddah on 20 May was breached": its signing."""
        for verb in told.word.of("acl", "acl:relcl"):
            event, status = self._meaning(verb, told.word)
            if verb is told.act or event != MADE or is_negated(verb):
                continue
            time = self.now.time(verb)
            return replace(
                told, act=verb, event=event, status=status, breaker=[],
                extended=verb.lemma in self.words.extended,
                when=time.interval if time is not None else NOWHEN,
                date_text=time.text if time is not None else "",
            )  # fmt: skip
        return None

    def _noun_event(self, noun: Word) -> str:
        """For "violation of the truce", "the signing of the deal"."""
        if noun.lemma in self.words.broken_nouns:
            return BROKEN
        return MADE if noun.lemma in self.words.made_nouns else ""

    def _meaning(self, verb: Word, deal: Word) -> tuple[str, str]:
        """Event and status that a verb tells of a deal; two times "" if none."""
        words, lemma = self.words, verb.lemma
        # A second subject behind the verb is an object that the parser missed.
        is_object = deal.i > verb.i and len(verb.of("nsubj")) > 1
        is_subject = deal.base == "nsubj" and deal.rel != "nsubj:pass" and not is_object
        if lemma in words.violated and not is_subject:
            return BROKEN, "Violated"
        if lemma in words.collapsed and is_subject and not verb.of("obj"):
            return BROKEN, "Collapsed"
        if lemma in words.expired:
            return "", "Expired"
        if lemma in words.announced and (not is_subject or lemma in ("hold", "last")):
            return MADE, "Announced"
        if lemma in words.in_force and (is_subject or verb.rel in ("acl", "acl:relcl")):
            return MADE, "InForce"
        return "", ""

    # ------------------------------------------------------------------- by whom

    def _named_in_it(self, told: Told) -> None:
        """For "a Russian-brokered truce", "a US-Russian truce", "a truce between X and Y"."""
        for part in phrase(told.word):
            name, _, participle = part.text.rpartition("-")
            pieces = [self.now.resolver.named(piece) for piece in part.text.split("-")]
            if name and participle.lower() in self.words.brokered:
                broker = self.now.resolver.named(name)
                told.broker.extend([broker] if broker else [])
            elif len(pieces) > 1 and all(pieces):
                self._sort_in(told, [piece for piece in pieces if piece])
        self._sort_in(told, self._between(told.word))
        for oblique in obliques(told.word):
            if oblique.preposition in ("by", "from"):
                told.broker.extend(self._actors([oblique.word]))

    def _between(self, word: Word) -> list[Link]:
        """The actors of "between X and Y" behind a deal or behind what was done to it."""
        sides = ("between", "with", "among")
        return self._actors(each.word for each in obliques(word) if each.preposition in sides)

    def _who_acts(self, told: Told) -> None:
        """Whoever does what the verbs tell: breaks it, brings it about, or is bound by it.

        A verb behind the deal tells who made it even where the one above tells that it broke:
        "they violated a truce brokered by Russia".
        """
        clauses = told.word.of("acl", "acl:relcl")
        act = [told.act] if told.act is not None and told.act.pos == "VERB" else []
        for verb in dict.fromkeys([*act, *clauses]):
            who = self._actors(each for each in subjects(verb) if each is not told.word)
            if told.event == BROKEN and (verb is told.act or verb.lemma in self.words.violated):
                told.breaker.extend(who)
            elif verb.lemma in self.words.brokering:
                told.broker.extend(who)
            elif verb is told.act or verb.lemma in self.words.announced:
                self._sort_in(told, who + self._between(verb))
            told.broker.extend(self._under(verb))
        told.broker.extend(self._under(told.word))

    def _under(self, word: Word) -> Iterator[Link]:
        """For "signed under Saudi and American mediation", "under the auspices of the UN"."""
        for oblique in obliques(word):
            if oblique.preposition != "under" or oblique.word.lemma not in self.words.mediation:
                continue
            owners = [
                each for part in oblique.word.of("amod", "compound") for each in conjuncts(part)
            ]
            yield from (link for each in owners if (link := self.now.resolver.owning(each)))
            yield from self._actors(each.word for each in obliques(oblique.word))

    def _actors(self, words: Iterable[Word]) -> list[Link]:
        return [link for word in words for link in self.now.resolver.actor(word)]

    def _sort_in(self, told: Told, links: list[Link]) -> None:
        """Outside states bring a deal about.

        The state in focus and armed groups are bound by it.
        """
        state = self.now.resolver.context.state
        if any(link.cls == "ArmedGroup" or (state and link.iri == state.iri) for link in links):
            told.party.extend(links)  # a side of the war makes it with another one
            return
        for link in links:
            foreign = state is None or link.iri != state.iri
            outside = link.cls in ("State", "Organization") and foreign
            (told.broker if outside else told.party).append(link)

    # -------------------------------------------------------------- on what terms

    def _terms(self, word: Word) -> list[str]:
        """Clauses in the article's own words: what it stipulates, what it is "on"."""
        found = []
        if word.base == "nsubj" and word.head is not None and word.head.lemma in self.words.terms:
            found += [_text(child) for child in word.head.of("obj", "ccomp", "xcomp")]
        for oblique in obliques(word):
            if oblique.preposition in ("on", "to") and not self.now.locator.place(oblique.word):
                found.append(_text(oblique.word))
        return [term for term in found if term]


def events_of(told: Told, now: Scene) -> list[Draft]:
    """What the sentence tells to have become of a deal, and how it was made, as events."""
    each = [told, *([told.making] if told.making is not None else [])]
    return [draft for one in each if (draft := _event_of(one, now)) is not None]


def _event_of(told: Told, now: Scene) -> Draft | None:
    """The making or breaking of a deal, as an event."""
    stance = now.stance(told.act) if told.event and told.act is not None else None
    if stance is None or told.act is None:
        return None
    breaking = told.event == BROKEN
    rule = f"deal {told.status.lower()}"
    return Draft(
        trigger=Trigger(told.act, told.act, told.act, ()),
        frame=Frame(rule, told.event, frozenset(), frozenset(), {}),
        sentence=now.sentence,
        paragraph=now.paragraph,
        segment=now.segment,
        type=told.event,
        cast=Cast(
            {
                "initiator": told.breaker if breaking else [],
                "participant": [] if breaking else [*told.party, *told.broker],
            }
        ),
        places=told.places,
        stance=stance,
        source=source_of(told.act, now.sayings),
        when=told.when,
        date_text=told.date_text,
        basis="told" if told.date_text else "",
        deal=told.deal,
        step="Extended" if told.extended else told.status,
        rule=rule,
    )


def _verbs_about(word: Word) -> Iterator[Word]:
    """Verbs of which a deal is subject or object, above it or in a clause behind it."""
    above = word.head
    carries = word.rel in ("obj", "nsubj", "nsubj:pass", "obl")
    if carries and above is not None and above.pos == "VERB":
        yield above
    yield from (clause for clause in word.of("acl", "acl:relcl") if clause.pos == "VERB")


def is_definite(word: Word) -> bool:
    """Whether a noun points to what is known: "the truce"."""
    return any(child.lower in DEFINITE for child in word.of("det", "nmod:poss"))


def _text(word: Word) -> str:
    """The words below a word, without its own punctuation and the preposition in front."""
    words = [part for part in word.subtree() if part.rel != "punct" or part.i != word.i]
    return written(part for part in words if not (part.rel == "case" and part.i < word.i))
