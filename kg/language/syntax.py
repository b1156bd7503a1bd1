"""A parsed sentence as rules see it: words in one Universal Dependencies tree.

Rules never read a pipeline's raw labels. A pipeline that speaks Universal Dependencies
is read as it is; one that speaks CLEAR (spaCy's `en_core_web_*`) is turned into the same
shape first, so each rule is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.language.clear import to_universal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token


@dataclass(slots=True, eq=False)
class Word:
    """One token in its tree.

    Attributes:
        i: position in the segment.
        start: offset of its first character in the segment's text; `end` after the last.
        text: as written; `lower` in small letters; `lemma` its dictionary form, small letters.
        pos: universal part of speech.
        rel: relation to its head, in Universal Dependencies ("root" for the head of all).
        head: the word it hangs on, or None.
        next: the word behind it in its sentence, or None; `previous` the one before.
        children: the words that hang on it, in text order.
        entity: label of the named entity it belongs to, or "".
        entity_start: whether that entity begins here.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    rel: str
    entity: str = ""
    entity_start: bool = False
    head: Word | None = None
    next: Word | None = None
    previous: Word | None = None
    children: list[Word] = field(default_factory=list)

    def of(self, *relations: str) -> list[Word]:
        """Children that stand in one of the relations."""
        return [child for child in self.children if child.rel in relations]

    def ancestors(self) -> Iterator[Word]:
        """The head, its head, and so on up to the root."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def following(self) -> Iterator[Word]:
        """The words behind it in its sentence, in text order."""
        word = self.next
        while word is not None:
            yield word
            word = word.next

    def subtree(self) -> list[Word]:
        """The word and all that hangs on it, in text order."""
        found, waiting = [], [self]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting.extend(word.children)
        return sorted(found, key=lambda word: word.i)

    @property
    def base(self) -> str:
        """The relation without its subtype: "obl" of "obl:agent"."""
        return self.rel.partition(":")[0]

    @property
    def is_nominal(self) -> bool:
        """Whether it is a noun, name, pronoun or number."""
        return self.pos in ("NOUN", "PROPN", "PRON", "NUM")

    @property
    def is_capitalised(self) -> bool:
        """Whether it is written with a capital, also behind an article ("al-Sham")."""
        return self.text[:1].isupper() or any(part[:1].isupper() for part in self.text.split("-"))


def written(words: Iterable[Word]) -> str:
    """Words as one text, a space wherever some stood between them: "People's Forces"."""
    parts: list[str] = []
    end = None
    for word in words:
        parts.append(word.text if end in (None, word.start) else f" {word.text}")
        end = word.end
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, in text order."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Offset of the first character in the segment's text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.words[-1].end


def speaks_clear(labels: Iterable[str]) -> bool:
    """Whether a parser's label set is CLEAR's rather than Universal Dependencies'."""
    return "dobj" in set(labels)


@dataclass(frozen=True, slots=True)
class Forms:
    """Lemmas that go before the pipeline's own, which may not know the field's words.

    Attributes:
        verbs: verb form -> lemma; `nouns` plural -> singular.
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)


def sentences(doc: Doc, *, clear: bool = False, forms: Forms | None = None) -> list[Sentence]:
    """The sentences of a parsed text.

    Args:
        doc: a spaCy Doc with heads, dependencies, tags and lemmas.
        clear: whether its labels are CLEAR's.
        forms: lemmas that go before the pipeline's own.
    """
    known = forms or Forms()
    words = [_word(token, known) for token in doc]
    for token, word in zip(doc, words, strict=True):
        head = token.head.i
        if head != word.i:
            word.head = words[head]
            word.head.children.append(word)
    if clear:
        to_universal(words)
    _only_by_agents(words)
    _join_participles(words)
    _join_gerunds(words)
    return _cut(words, [bool(token.is_sent_start) for token in doc])


def _only_by_agents(words: list[Word]) -> None:
    """Make plain obliques of agents without "by": parsers take "linked to X" for one."""
    for word in words:
        cases = word.of("case") if word.rel == "obl:agent" else []
        if cases and all(case.lower != "by" for case in cases):
            word.rel = "obl"


def _join_participles(words: list[Word]) -> None:
    """Hang "displaced" in "killed 23 displaced people" on the noun, not on the verb before it."""
    for before, word, noun in zip(words, words[1:], words[2:], strict=False):
        verb = word.head
        torn = word.pos == "VERB" and word.rel == "conj" and not word.children
        if verb is None or not torn or noun.head is not verb:
            continue
        if noun.rel == "obj" and before.head is noun:
            word.head, word.rel = noun, "amod"
            verb.children.remove(word)
            noun.children.append(word)
            noun.children.sort(key=lambda child: child.i)


def _join_gerunds(words: list[Word]) -> None:
    """Make "shelling" in "died in raids and shelling by rebels" a noun beside the raids.

    Parsers take it for a verb beside the verb, though nothing stands behind it that it does.
    """
    for noun, joint, word in zip(words, words[1:], words[2:], strict=False):
        verb = word.head
        alone = word.pos == "VERB" and word.rel == "conj" and word.lower.endswith("ing")
        if verb is None or not alone or joint.head is not word or joint.rel != "cc":
            continue
        like = verb.lower.endswith("ing")  # "killing forty people and driving off the rest"
        if (
            not like
            and _is_oblique_of(noun, verb)
            and not word.of("obj", "nsubj", "aux", "xcomp", "ccomp", "advmod", "compound:prt")
        ):
            verb.children.remove(word)
            noun.children.append(word)
            word.head, word.pos, word.lemma = noun, "NOUN", word.lower


def _is_oblique_of(noun: Word, verb: Word) -> bool:
    """For the raids of "died in raids" and of "died in dozens of raids"."""
    above = noun.head if noun.base == "nmod" else noun
    return noun.is_nominal and above is not None and above.base == "obl" and above.head is verb


def _word(token: Token, forms: Forms) -> Word:
    start, text, lower, pos, rel = token.idx, token.text, token.lower_, token.pos_, token.dep_
    return Word(
        i=token.i,
        start=start,
        end=start + len(text),
        text=text,
        lower=lower,
        lemma=_lemma((token.lemma_ or text).lower(), lower, pos, forms),
        pos=pos,
        rel="root" if rel in ("ROOT", "root") else rel,
        entity=token.ent_type_,
        entity_start=token.ent_iob_ == "B",
    )


def _lemma(lemma: str, lower: str, pos: str, forms: Forms) -> str:
    if pos in ("VERB", "ADJ"):
        return forms.verbs.get(lower, lemma)
    return forms.nouns.get(lower, lemma) if pos in ("NOUN", "PROPN") else lemma


def _cut(words: list[Word], starts: list[bool]) -> list[Sentence]:
    sentences: list[Sentence] = []
    current: list[Word] = []
    for word, start in zip(words, starts, strict=True):
        if start and current:
            sentences.append(Sentence(tuple(current)))
            current = []
        if current:
            current[-1].next = word
            word.previous = current[-1]
        current.append(word)
    if current:
        sentences.append(Sentence(tuple(current)))
    return sentences
