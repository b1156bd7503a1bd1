"""Who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.speech import Speech
from kg.language.arguments import agents, subjects
from kg.language.grammar import preposition
from kg.language.syntax import Sentence, Word
from kg.language.voice import is_passive
from kg.model import Link
from kg.resolve.actors import Resolver

# What only dates something behind one of these is background.
_DATING = ("since", "before", "until")
# Words that may follow the verb of a closing "…, the Observatory said on Monday".
_CLOSING = 8
# A clause has at least so many words.
_SHORT = 4
_OBJECT_PRONOUNS = ("it", "him", "them", "this", "that")
# What a verb of saying covers; blame and denial also reach behind "of" and "for".
_COVERED = ("ccomp", "xcomp", "obj", "parataxis")
_COVERED_BY_BLAME = (*_COVERED, "obl", "advcl")
# Kinds of organisations whose name alone in brackets tells a source.
# Relations through which "according to X" reaches up to its clause.
_INSIDE_CLAUSE = ("xcomp", "conj", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "obl:agent")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying in a sentence.

    Attributes:
        word: the verb, or the noun behind "according to".
        speakers: who speaks; empty if it can't be known.
        manner: "say", "claim" or "deny".
        content: positions of the words that it covers.
    """

    word: Word
    speakers: tuple[Link, ...]
    manner: str
    content: frozenset[int]


def attributions(sentence: Sentence, resolver: Resolver, speech: Speech) -> list[Attribution]:
    """The acts of saying in a sentence, in text order."""
    found = [_saying(word, sentence, resolver, speech) for word in sentence.words]
    return [each for each in found if each is not None]


def source_of(word: Word, attributions: list[Attribution]) -> tuple[Link, ...]:
    """Whom the article makes say the thing a word tells: the innermost speaker that covers it.

    Where the parse puts no speaker over it, the sentence's only one does by position.
    """
    telling = [each for each in attributions if each.manner != "deny" and each.speakers]
    covering = [each for each in telling if word.i in each.content]
    if covering and _is_background(word, {each.word for each in covering}):
        return ()
    if covering:
        return min(covering, key=lambda each: (len(each.content), each.word.i)).speakers
    placed = [each for each in telling if _frames(each, word)]
    return placed[0].speakers if len(placed) == 1 and len(telling) == 1 else ()


def _is_background(word: Word, verbs: set[Word]) -> bool:
    """Whether it is only told to date what is said: "… said, a day after the truce collapsed"."""
    for each in (word, *word.ancestors()):
        if each in verbs:
            return False
        marks = {child.lower for child in each.of("mark", "case")}
        # "hours after X" dates what is said, "after X" alone may tell its cause.
        measured = "after" in marks and bool(each.of("obl:unmarked", "nmod:unmarked"))
        if each.base in ("advcl", "obl") and (measured or not marks.isdisjoint(_DATING)):
            return True
    return False


def denier_of(word: Word, attributions: list[Attribution]) -> tuple[Link, ...]:
    """Who denies what a word tells; empty if nobody does."""
    denying = [each for each in attributions if each.manner == "deny" and word.i in each.content]
    return denying[0].speakers if denying else ()


def speakers(verb: Word, resolver: Resolver, speech: Speech) -> tuple[Link, ...]:
    """Who speaks: the subject, or its author where the subject is a statement or report."""
    found = [link for word in _who(verb) for link in _speaking(word, resolver, speech)]
    return tuple({link.iri: link for link in found if _can_speak(link, speech)}.values())


def _saying(
    word: Word, sentence: Sentence, resolver: Resolver, speech: Speech
) -> Attribution | None:
    if word.pos == "VERB":
        manner = _manner(word, speech)
        return _of_verb(word, manner, sentence, resolver, speech) if manner else None
    told = word.is_nominal or word.lower == "those"
    if told and preposition(word) in speech.according:
        return _according(word, sentence, resolver, speech)
    if word.lemma in speech.accounts and preposition(word) == "by":
        return _according(word, sentence, resolver, speech)  # "by the rebels' own account"
    return _bracketed(word, sentence, resolver, speech)


def _bracketed(
    word: Word, sentence: Sentence, resolver: Resolver, speech: Speech
) -> Attribution | None:
    """For "130,000 people have fled (IOM)": a body that watches, and not its own acronym."""
    before, after = word.previous, word.next
    named = resolver.names.get(word.i)
    if before is None or after is None or named is None or (before.text, after.text) != ("(", ")"):
        return None
    what = before.previous
    watching = [each for each in named.actors() if each.entity.one("kind") in speech.watching]
    if not watching or what is None or what.i in resolver.names:
        return None
    clause = _clause_of(word)
    covered = _positions(clause.subtree()) or _positions(sentence.words)
    return Attribution(word, resolver.actor(word), "say", covered - {word.i})


def _clause_of(word: Word) -> Word:
    clause = word.head if word.head is not None else word
    while clause.head is not None and clause.rel in _INSIDE_CLAUSE:
        clause = clause.head
    return clause


def _manner(verb: Word, speech: Speech) -> str:
    if verb.lemma in speech.deny:
        return "deny"
    if verb.lemma in speech.claim:
        return "claim"
    return "say" if verb.lemma in speech.say else ""


def _of_verb(
    verb: Word, manner: str, sentence: Sentence, resolver: Resolver, speech: Speech
) -> Attribution | None:
    who = speakers(verb, resolver, speech)
    content = _content(verb, sentence, speech)
    return Attribution(verb, who, manner, content) if content and who else None


def _who(verb: Word) -> list[Word]:
    found = agents(verb) if is_passive(verb) else subjects(verb)
    if found or is_passive(verb) or verb.rel not in ("parataxis", "root", "ccomp"):
        return found
    # Inverted speech that the parser read as an object: ', said the Observatory', not 'said it'.
    behind = (child for child in verb.of("obj") if child.i > verb.i)
    return [child for child in behind if child.lower not in _OBJECT_PRONOUNS]


def _speaking(word: Word, resolver: Resolver, speech: Speech) -> Iterator[Link]:
    if word.lemma in speech.mouthpiece and resolver.names.get(word.i) is None:
        author = resolver.owner(word) or resolver.context.last_source
        yield from [author] if author else []
    elif word.lower == "those":  # "according to those who fled"
        yield resolver.people("people", word.text)
    elif word.pos == "PRON" and word.lower in ("it", "he", "she", "they"):
        known = _speaking_again(word, resolver)
        yield from [known] if known else []
    else:
        found = resolver.actor(word)
        unnamed = None if found else resolver.unnamed(word)
        yield from found or ([unnamed] if unnamed is not None else [])


def _speaking_again(pronoun: Word, resolver: Resolver) -> Link | None:
    """For "it added": who spoke last, where the pronoun fits; else whoever was told of last."""
    last = resolver.context.last_source
    if last is not None and (pronoun.lower in ("he", "she")) == (last.cls == "Person"):
        return last
    return next(iter(resolver.actor(pronoun)), None)


def _can_speak(link: Link, speech: Speech) -> bool:
    """Whether a link may be a source: the dead and the displaced are told of, residents speak."""
    if link.cls != "Population":
        return not link.is_place
    spoken_of = link.label.partition(" (")[0] in speech.spoken_of
    return not spoken_of or any(word in link.surface.lower() for word in speech.speaking)


def _content(verb: Word, sentence: Sentence, speech: Speech) -> frozenset[int]:
    """Positions of what a verb of saying covers."""
    own = bool(verb.of("ccomp", "xcomp")) and verb.lemma in speech.deny
    inserted = (verb.rel == "parataxis" and not own) or (
        verb.rel == "advcl" and bool(verb.of("mark", "advmod"))
    )
    if inserted and verb.head is not None:
        return _positions(sentence.words) - _positions(verb.subtree())
    subject = [word for child in verb.of("nsubj", "nsubj:pass") for word in child.subtree()]
    frame = _positions([verb, *subject])
    blames = verb.lemma in speech.claim | speech.deny
    covered = [
        child
        for child in verb.children
        if child.base in (_COVERED_BY_BLAME if blames else _COVERED) and child.rel != "obl:unmarked"
    ]
    content = _positions([word for child in covered for word in child.subtree()]) - frame
    if blames and verb.rel in ("acl", "acl:relcl") and verb.head is not None:
        content |= {verb.head.i}  # "attacks that the army blamed on rebels"
    if blames:  # "denies the legitimacy of the government, which took over after protests"
        aside = [clause for child in covered for clause in child.of("acl:relcl")]
        content -= _positions([word for clause in aside for word in clause.subtree()])
    pointing = verb.lemma in speech.deny and any(
        child.lower in _OBJECT_PRONOUNS for child in verb.of("obj")
    )  # "Turkey denies it": what is denied was told by somebody else
    if len(content) < _SHORT and verb.rel in ("root", "conj", "parataxis") and not pointing:
        content |= _by_position(sentence, frame)
    return content


def _by_position(sentence: Sentence, frame: frozenset[int]) -> frozenset[int]:
    """What is said where the parse does not tell: what stands before "…, said X", else behind."""
    places = _positions(sentence.words)
    before = frozenset(at for at in places if at < min(frame))
    return before if len(before) >= _SHORT else frozenset(at for at in places if at > max(frame))


def _positions(words: list[Word] | tuple[Word, ...]) -> frozenset[int]:
    return frozenset(word.i for word in words)


def _according(noun: Word, sentence: Sentence, resolver: Resolver, speech: Speech) -> Attribution:
    if noun.lemma in speech.mouthpiece | speech.accounts:
        owner = resolver.owner(noun)
        who: tuple[Link, ...] = (owner,) if owner else ()
    else:
        who = tuple(
            {
                link.iri: link
                for each in (noun, *noun.of("conj"))
                for link in _speaking(each, resolver, speech)
            }.values()
        )
    clause = _clause_of(noun)
    covered = _positions(clause.subtree()) or _positions(sentence.words)
    return Attribution(noun, who, "say", covered - _positions(noun.subtree()))


def _frames(saying: Attribution, word: Word) -> bool:
    """Whether a saying stands before or behind a word as a frame: "X said …", "…, said X"."""
    if saying.word.pos != "VERB":
        return True  # "according to X" speaks for its sentence
    if word.i > saying.word.i:
        return saying.word.rel in ("root", "conj", "parataxis")
    behind = sum(1 for _ in saying.word.following())
    return behind <= _CLOSING
