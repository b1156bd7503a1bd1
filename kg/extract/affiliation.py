"""Who belongs to whom, or did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.relation_words import AffiliationWords
from kg.extract.scene import Scene
from kg.extract.tie import Ends, Tie, behind_hyphen, ties
from kg.language.arguments import doers, objects, subjects
from kg.language.grammar import is_negated, obliques, phrase
from kg.language.syntax import Word
from kg.model import Link

_GROUPS = ("ArmedGroup", "Organization")
_BESIDE = ("appos", "nmod:desc", "acl", "parataxis", "dep", "conj", "compound", "nmod:unmarked")
_FORMER = (("former", "true"),)


def affiliations(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """The affiliations that a word tells."""
    if word.lemma in words.nouns or word.lower in words.nouns:
        yield from _branch(word, now, words)
    if word.lemma in words.members:
        yield from _member(word, now, words)
    if word.lemma in words.bonds:
        yield from _bond(word, now, words)
    yield from _linked(word, now, words)
    yield from _allied(word, now, words)
    if word.pos == "VERB":
        yield from _of_verb(word, now, words)


def _of_verb(verb: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "X is affiliated with Y", "X joined Y", "X split from Y", "Y is led by X"."""
    if verb.lemma in words.verbs:
        groups = _behind(verb, "to", "with", "into")
        tied = [word for word in objects(verb) if not word.lower.endswith(("self", "selves"))]
        yield from _ties(tied or subjects(verb), groups, "verb of affiliation", now)
    elif verb.lemma in words.joining:
        yield from _ties(subjects(verb), objects(verb), "verb of joining", now)
    elif verb.lemma in words.leaving:
        left = _behind(verb, "from", "with", "out of")
        yield from _ties(subjects(verb), left, "verb of leaving", now, was=True)
    elif verb.lemma in words.grouping:
        yield from _ties(objects(verb), subjects(verb), "verb of grouping", now)
    elif verb.lemma in words.belonging:
        groups = _relative(verb) or _behind(verb, "to")
        yield from _ties(subjects(verb), groups, "verb of belonging", now)
    elif verb.lemma in words.heading:
        yield from _ties(doers(verb), objects(verb), "group that leads", now)


def _relative(verb: Word) -> list[Word]:
    """For "an alliance to which X and Y belong": the alliance, or the name that it explains."""
    noun = verb.head if verb.rel == "acl:relcl" else None
    if noun is None or not any(word.lower == "which" for word in _behind(verb, "to")):
        return []
    return [noun.head if noun.rel == "appos" and noun.head is not None else noun]


def _behind(word: Word, *prepositions: str) -> list[Word]:
    return [each.word for each in obliques(word) if each.preposition in prepositions]


def _allied(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "the RSF and allied Janjaweed militias"."""
    noun = word.head
    if word.rel != "amod" or word.lower not in words.participles or noun is None:
        return
    if noun.rel == "conj" and noun.head is not None:
        yield from _ties([noun], [noun.head], f"{word.lower} beside", now)


def _ties(
    members: list[Word], groups: list[Word], rule: str, now: Scene, *, was: bool = False
) -> Iterator[Tie]:
    """Ties between armed groups and the groups that they belong, or belonged, to."""
    for tie in ties("Affiliation", Ends(members, groups), rule, now):
        fits = tie.first.cls == "ArmedGroup" and tie.second.cls in _GROUPS
        # "ex-Al-Qaeda fighters" and "rebels" are no groups that belong to another.
        loose = any(
            end.rule.startswith("generic") or "+" in end.rule for end in (tie.first, tie.second)
        )
        if fits and tie.first.iri != tie.second.iri and not loose:
            yield replace(tie, facts=_FORMER if was else ())


def _member(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "X is part of Y", "X, a member of Y"."""
    groups = _behind(word, "of")
    members = [*_beside(word, now), *_joined_as(word)]
    was = _is_former(word, words)
    yield from _ties(members, groups, f"member as {word.lemma}", now, was=was)


def _joined_as(word: Word) -> list[Word]:
    """For "X became part of Y"."""
    verb = word.head
    return subjects(verb) if verb is not None and verb.lemma == "become" else []


def _bond(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "X has ties with Y", "X pledged allegiance to Y", "X renounced its links to Y"."""
    verb = word.head
    if word.rel != "obj" or verb is None or is_negated(verb) or is_negated(word):
        return
    groups = [*_behind(word, "to", "with"), *_behind(verb, "to", "with")]
    was = verb.lemma in words.breaking
    if was or verb.lemma in words.having:
        for tie in _ties(subjects(verb), groups, f"bond {word.lemma}", now, was=was):
            yield replace(tie, teller=verb)


def _linked(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "Al-Qaeda-linked fighters"."""
    name, participle = behind_hyphen(word, words.participles)
    group = now.resolver.named(name) if name else None
    if group is None or word.head is None:
        return
    for member in now.resolver.actor(word.head):
        if member.cls in _GROUPS:
            yield Tie("Affiliation", member, group, f"-{participle}")


def _branch(word: Word, now: Scene, words: AffiliationWords) -> Iterator[Tie]:
    """For "HTS, Al-Qaeda's former Syrian branch", "a branch of Al-Qaeda"."""
    group = next(_parents(word, now), None)
    if group is None:
        return
    facts = _FORMER if _is_former(word, words) else ()
    leads = word.head is not None and word.head.lemma in words.heading
    if leads and word.rel == "obl:agent" and word.head is not None:
        # For "HTS, a group dominated by the ex-Al-Qaeda branch".
        for led in (link for thing in objects(word.head) for link in _told_as(thing, now)):
            if led.cls == "ArmedGroup" and not led.rule.startswith("generic"):
                yield Tie("Affiliation", led, group, f"led by its {word.lemma}", facts)
        return
    links = (link for other in _beside(word, now) for link in now.resolver.actor(other))
    member = next((link for link in links if link.cls == "ArmedGroup"), None)
    if member is None:  # "Syria's former Al-Qaeda affiliate" itself
        known = now.resolver.actor(word)
        member = next((link for link in known if link.rule.endswith("branch")), None)
    if member is not None and member.iri != group.iri:
        yield Tie("Affiliation", member, group, f"noun {word.lemma}", facts)


def _told_as(thing: Word, now: Scene) -> tuple[Link, ...]:
    """Who "a jihadist group" is: itself, else whom it explains."""
    links = now.resolver.actor(thing)
    nameless = all(link.rule.startswith("generic") for link in links)
    explains = thing.head if thing.rel == "appos" else None
    return now.resolver.actor(explains) if nameless and explains is not None else links


def _is_former(word: Word, words: AffiliationWords) -> bool:
    """For "a former branch", "the ex-branch", "once a branch", "used to be the branch"."""
    parts = [*phrase(word), *word.of("advmod")]
    used = any(verb.lemma == "use" and verb.lower == "used" for verb in word.ancestors())
    return used or any(part.lower in words.former or part.lower.startswith("ex-") for part in parts)


def _parents(word: Word, now: Scene) -> Iterator[Link]:
    """The groups that a branch is said to be of, its modifiers first."""
    owning = (now.resolver.owning(part) for part in phrase(word) if part is not word)
    yield from (link for link in owning if link is not None and link.cls in _GROUPS)
    for oblique in obliques(word):
        if oblique.preposition in ("of", "to"):
            links = now.resolver.actor(oblique.word)
            yield from (link for link in links if link.cls in _GROUPS)


def _beside(word: Word, now: Scene) -> list[Word]:
    beside = word.of("appos", "flat", "nsubj")
    if word.next is not None and word.next.i in now.resolver.names:
        beside.append(word.next)  # "the Al-Qaeda affiliate Nusra Front"
    if word.rel in _BESIDE and word.head is not None:
        beside.append(word.head)
    if word.rel == "conj" and word.head is not None and word.head.pos == "VERB":
        beside += subjects(word.head)  # "which signed a deal and is itself an offshoot of X"
    if word.rel == "acl:relcl" or (word.rel == "xcomp" and word.head is not None):
        beside += subjects(word) or subjects(word.head) if word.head is not None else []
    return beside
