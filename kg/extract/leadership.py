"""Persons with their offices: "HTS leader X", "X, the head of the Observatory"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.scene import Scene
from kg.language.arguments import doers, objects
from kg.language.grammar import is_negated, preposition
from kg.language.syntax import Word
from kg.model import Link, Stance
from kg.resolve.named import Named

_BODIES = ("State", "ArmedForces", "ArmedGroup", "Organization")
# A title has at most so many words.
_WINDOW = 9
# Words that end a title behind a name.
_ENDING = frozenset(("who", "whose", "which", "and"))
# Words inside a title that are no nouns, names or adjectives.
_JOINING = frozenset(("of", "the", "for", "'s", "’s", "'", "’", "in", "at", "to"))


@dataclass(frozen=True, slots=True)
class Leader:
    """A person, the body it leads or speaks for, its office as told and the office's word."""

    person: Link
    organization: Link
    role: str
    word: Word


def leaders(now: Scene) -> list[Leader]:
    """The leaders that a sentence names; each person once."""
    found: dict[str, Leader] = {}
    for named in _persons(now):
        leader = (
            _leader(named, _before(named, now), now)
            or _leader(named, _after(named, now), now)
            or _led_by(named, now)
        )
        if leader is not None:
            found.setdefault(leader.person.iri, leader)
    return list(found.values())


def _led_by(named: Named, now: Scene) -> Leader | None:
    """For "the STC, led by X", "X heads the council", "a faction under X"."""
    words = now.knowledge.relations
    tops = [word for word in named.words if word.head is None or word.head not in named.words]
    above = tops[0].head if tops else None
    if above is None:
        return None
    if above.pos == "VERB" and above.lemma in words.affiliation.heading:
        told = not is_negated(above) and now.stance(above) is Stance.ASSERTED
        leads = told and any(word in named.words for word in doers(above))
        bodies = objects(above) if leads else []
    else:
        bodies = [above] if preposition(tops[0]) == "under" and above.pos == "NOUN" else []
    person = _first_actor(named, now)
    links = [link for word in bodies for link in now.resolver.actor(word)]
    body = next((link for link in links if link.cls in _BODIES), None)
    if person is None or person.cls != "Person" or body is None:
        return None
    return Leader(person, body, "leader", above)


def _persons(now: Scene) -> Iterator[Named]:
    for named in {id(each): each for each in now.resolver.names.values()}.values():
        known = any(
            meaning.entity.cls == "Person" and meaning.how == "label" for meaning in named.meanings
        )
        if known or (not named.meanings and named.entity == "PERSON"):
            yield named


def _before(named: Named, now: Scene) -> list[Word]:
    """The title in front of the name, as far as nouns, names and genitives reach.

    A comma right before the name closes it; else the last one opens it.
    """
    words = now.sentence.words
    at = named.words[0].i - words[0].i
    run: list[Word] = []
    for word in reversed(words[max(0, at - _WINDOW) : at]):
        if not _is_of_title(word) or _is_of_person(word, now):
            break
        run.insert(0, word)
    if run and run[-1].text == ",":
        return run[:-1]
    return _behind_comma(run)


def _is_of_title(word: Word) -> bool:
    inside = word.pos in ("NOUN", "PROPN", "ADJ", "PART") or word.rel == "nmod:poss"
    return inside or word.lower in _JOINING or word.text == ","


def _is_of_person(word: Word, now: Scene) -> bool:
    """Whether a word belongs to a person's name: a title does not reach over somebody else."""
    named = now.resolver.names.get(word.i)
    if named is None:
        return False
    known = any(each.entity.cls == "Person" and each.how == "label" for each in named.meanings)
    return known or (not named.meanings and named.entity == "PERSON")


def _behind_comma(run: list[Word]) -> list[Word]:
    commas = [at for at, word in enumerate(run) if word.text == ","]
    return run[commas[-1] + 1 :] if commas else run


def _after(named: Named, now: Scene) -> list[Word]:
    """The title behind the name: ", the head of the Observatory"."""
    words = now.sentence.words
    at = named.words[-1].i - words[0].i + 1
    if at >= len(words) or words[at].text != ",":
        return []
    run: list[Word] = []
    for word in words[at + 1 : at + 1 + _WINDOW]:
        ends = word.pos in ("VERB", "AUX", "SCONJ", "PUNCT") or word.lower in _ENDING
        if ends or _is_of_person(word, now):
            break
        run.append(word)
    return run


def _leader(named: Named, title: list[Word], now: Scene) -> Leader | None:
    offices = [word for word in title if _is_office(word, now)]
    if not offices:
        return None
    person = _first_actor(named, now)
    if person is None:
        return None
    organization = _organization(title, offices, now) or _of_state(person, offices, now)
    if organization is None:
        return None
    if person.cls != "Person" or organization.cls == "Person":
        return None
    return Leader(person, organization, _role(title, offices[0], now), offices[0])


def _first_actor(named: Named, now: Scene) -> Link | None:
    """The actor that a name's first or last word stands for."""
    links = (link for at in (0, -1) for link in now.resolver.actor(named.words[at]))
    return next(links, None)


def _is_office(word: Word, now: Scene) -> bool:
    noun = now.knowledge.nominals.heads.get(word.lemma)
    if noun is None or noun.kind != "office" or word.i in now.resolver.names:
        return False
    return word.lemma not in now.knowledge.relations.leadership.not_offices


def _organization(title: list[Word], offices: list[Word], now: Scene) -> Link | None:
    def distance(word: Word) -> int:
        return min(abs(word.i - office.i) for office in offices)

    # "In London US Secretary of State X": the body nearest to the office is meant.
    for word in sorted(title, key=distance):
        if word not in offices:
            link = now.resolver.owning_anywhere(word) or _genitive(word, now)
            if link is not None and link.cls != "Person":
                return link
    return None


def _genitive(word: Word, now: Scene) -> Link | None:
    """For "its commander", "the group's spokesman"."""
    if word.rel != "nmod:poss":
        return None
    return now.resolver.owning(word) or next(iter(now.resolver.actor(word)), None)


def _of_state(person: Link, offices: list[Word], now: Scene) -> Link | None:
    """For "President X" alone: the state whose office X is known to hold, else that in focus."""
    if not any(office.lemma in now.knowledge.relations.leadership.of_state for office in offices):
        return None
    return now.resolver.state_of(person)


def _role(title: list[Word], office: Word, now: Scene) -> str:
    """The office in its own words: "foreign minister", without the body it belongs to."""
    parts: list[str] = [office.lemma]
    for word in reversed(title[: title.index(office)]):
        if word.i in now.resolver.names or word.pos not in ("NOUN", "ADJ", "PROPN"):
            break
        parts.insert(0, word.lower)
    return " ".join(parts)
