"""Who backs whom."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.relation_words import BackingWords
from kg.extract.scene import Scene
from kg.extract.tie import SIDES, Ends, Tie, behind_hyphen, ties
from kg.language.arguments import doers, objects, subjects
from kg.language.grammar import conjuncts, is_negated, obliques, phrase, preposition, renamed
from kg.language.syntax import Word
from kg.model import Link


def backings(word: Word, now: Scene, words: BackingWords) -> Iterator[Tie]:
    """The backings that a word tells."""
    if word.pos == "VERB" and word.lemma in words.verbs and not is_negated(word):
        yield from ties("Backing", Ends(doers(word), objects(word)), "verb of support", now)
    yield from _hyphenated(word, now, words)
    yield from _given(word, now, words)
    yield from _beside(word, now, words)
    if word.lemma in words.nouns:
        yield from _ally(word, now)
    if word.lemma in words.support:
        yield from _with_support(word, now, words)


def _hyphenated(word: Word, now: Scene, words: BackingWords) -> Iterator[Tie]:
    """For "Turkish-backed rebels"."""
    name, participle = behind_hyphen(word, words.participles)
    backer = now.resolver.named(name) if name else None
    if backer is None or word.head is None or not word.head.is_nominal:
        return
    for head in conjuncts(word.head):
        for link in now.resolver.actor(head):
            if link.cls in SIDES:
                yield Tie("Backing", backer, link, f"-{participle}")


def _given(word: Word, now: Scene, words: BackingWords) -> Iterator[Tie]:
    """For "supplies weapons to", "gave support to"."""
    verb = word.head
    if word.lemma not in words.given or word.rel != "obj" or verb is None:
        return
    if verb.lemma in words.giving:
        behind = (*obliques(word), *obliques(verb))
        receivers = [each.word for each in behind if each.preposition in ("to", "for")]
        ends = Ends(subjects(verb), [*receivers, *verb.of("iobj")])
        yield from ties("Backing", ends, "gives support to", now)


def _beside(word: Word, now: Scene, words: BackingWords) -> Iterator[Tie]:
    """For "is fighting alongside"."""
    if word.pos != "VERB" or word.lemma not in words.fighting:
        return
    beside = [each.word for each in obliques(word) if each.preposition in words.beside]
    if beside:
        yield from ties("Backing", Ends(subjects(word), beside), "fights beside", now)


def _with_support(word: Word, now: Scene, words: BackingWords) -> Iterator[Tie]:
    """For "advanced with the support of Russian warplanes", "relies on support from Iran"."""
    verb = word.head
    helpers = [each.word for each in obliques(word) if each.preposition in ("of", "from")]
    helpers += word.of("nmod:poss")
    if not helpers and verb is not None:  # the parser may hang "from Russia" on the verb
        helpers = [each.word for each in obliques(verb) if each.preposition == "from"]
    if verb is None or verb.pos != "VERB":
        return
    how = preposition(word)
    if how == "with" and helpers:
        ends = Ends(helpers, subjects(verb) or objects(verb))
        yield from ties("Backing", ends, "with the support of", now)
    elif how == "by" and verb.lemma in words.aided and helpers:
        yield from ties("Backing", Ends(helpers, _aided(verb)), "with the support of", now)
    elif how == "on" and verb.lemma in words.relying and helpers:
        yield from ties("Backing", Ends(helpers, subjects(verb)), "relies on support", now)
    elif how == "in":  # "opened fire in support of Hamas"
        helped = [each.word for each in obliques(word) if each.preposition == "of"]
        yield from ties("Backing", Ends(subjects(verb), helped), "in support of", now)


def _aided(verb: Word) -> list[Word]:
    """Whom a participle says to be helped: "the army, aided by support from X, retook Y"."""
    clause = verb.head
    if verb.rel == "acl" and clause is not None:
        return [clause]
    told = objects(verb)
    return told or (subjects(clause) if verb.rel == "advcl" and clause is not None else [])


def _ally(word: Word, now: Scene) -> Iterator[Tie]:
    """For "Russia, Assad's ally", "his Russian ally", "Turkey, the rebel sponsor"."""
    owner = next(_owners(word, now), None)
    for holder in _identified(word, now):
        if owner is not None and holder.iri != owner.iri and holder.cls == "State":
            yield Tie("Backing", holder, owner, f"noun {word.lemma}")


def _owners(word: Word, now: Scene) -> Iterator[Link]:
    for part in phrase(word):
        if part is not word and part.rel in ("nmod:poss", "compound"):
            link = now.resolver.owning(part) or next(iter(now.resolver.actor(part)), None)
            if link is not None:
                yield link
    for oblique in obliques(word):
        if oblique.preposition in ("of", "to"):
            yield from now.resolver.actor(oblique.word)


def _identified(word: Word, now: Scene) -> list[Link]:
    """Whom an "ally" is: its adjective, what it stands in apposition to, or what it is said of."""
    described = [each for part in word.of("amod") for each in conjuncts(part)]
    links = [link for part in described if (link := now.resolver.owning(part)) is not None]
    if links:
        return links
    # "regime ally Iran": the name right behind.
    if word.next is not None and word.next.i in now.resolver.names:
        return [link for each in conjuncts(word.next) for link in now.resolver.actor(each)]
    return [link for other in _beside_noun(word) for link in now.resolver.actor(other)][:1]


def _beside_noun(word: Word) -> list[Word]:
    anchor = renamed(word)
    beside = [anchor] if anchor is not None else []
    beside += word.of("appos", "flat", "nmod:desc", "nsubj")
    if word.rel == "compound" and word.head is not None:
        beside.append(word.head)
    return beside
