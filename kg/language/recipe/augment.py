"""Variants of treebank sentences that look like agency copy: inverted speech, headlines, noise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.language.recipe.chance import seeded
from kg.language.recipe.phrases import flat
from kg.language.recipe.trees import Piece, joined, piece, single, spaced, subtree, whole, without

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from kg.language.recipe.conllu import Sentence, Word
    from kg.language.recipe.names import Names

_ROLES = {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAY = {
    "say", "report", "announce", "claim", "confirm", "state", "add", "declare", "note",
    "warn", "explain", "argue", "believe", "think", "suggest", "estimate",
}  # fmt: skip
_SAID = {
    "said": "say", "reported": "report", "announced": "announce",
    "confirmed": "confirm", "added": "add", "told": "tell", "warned": "warn",
}  # fmt: skip
_PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
_CONTRACTED = {"'s", "n't", "'re", "'ve", "'ll", "'m", "'"}
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


def speakers(sentences: Sequence[Sentence]) -> list[Piece]:
    """Noun phrases that are subjects somewhere, one to nine words, for use as speakers."""
    found = []
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            if word.dep == "nsubj" and word.pos in {"PROPN", "NOUN"}:
                part = whole(sentence.words, index)
                if part and len(part.words) <= 9:
                    found.append(part)
    return found


def inverted(sentence: Sentence, voices: Sequence[Piece], chance: random.Random) -> Sentence | None:
    """The sentence with its speech verb behind what was said, or None where it reports no speech.

    "X said that C." becomes "C, said X." or "C, X said Monday."

    Args:
        sentence: any tree.
        voices: noun phrases to draw the new speaker from.
        chance: the source of chance.
    """
    for index, word in enumerate(sentence.words):
        if word.pos == "VERB" and word.lemma in _SAY:
            told = _told(sentence.words, index)
            if told:
                words = _speech(told, chance.choice(list(voices)), chance)
                return replace(sentence, words=words, ident=f"{sentence.ident}-speech")
    return None


def _told(words: Sequence[Word], verb: int) -> Piece | None:
    """The content clause after a speech verb, without "that" and outer punctuation."""
    tops = [i for i, w in enumerate(words) if w.head == verb and w.dep == "ccomp" and i > verb]
    if len(tops) != 1:
        return None
    indices = subtree(words, tops[0])
    if indices != list(range(indices[0], indices[-1] + 1)):
        return None
    while indices and (words[indices[0]].pos == "PUNCT" or words[indices[0]].form == "that"):
        indices = indices[1:]
    while indices and words[indices[-1]].pos == "PUNCT":
        indices = indices[:-1]
    return piece(words, indices, tops[0]) if 5 <= len(indices) <= 40 else None


def _speech(told: Piece, voice: Piece, chance: random.Random) -> tuple[Word, ...]:
    said = chance.choice(["said", "said", "said", *_SAID])
    verb = single(said, "VBD", "VERB", _PAST, _SAID[said])
    first = replace(told.words[0], form=told.words[0].form[:1].upper() + told.words[0].form[1:])
    told = spaced(Piece((first, *told.words[1:]), told.top), after=False)
    parts = [(told, "ccomp"), (single(",", ",", "PUNCT"), "punct")]
    speaker = (spaced(_inner(voice), after=True), "nsubj")
    late = chance.random() < 0.55
    parts += [(verb, "ROOT"), speaker] if late else [speaker, (verb, "ROOT")]
    if chance.random() < 0.45:
        day = single(chance.choice(_DAYS), "NNP", "PROPN", "Number=Sing")
        parts.append((day, "obl:unmarked"))
    parts[-1] = (spaced(parts[-1][0], after=False), parts[-1][1])
    parts.append((single(".", ".", "PUNCT"), "punct"))
    return joined(parts, root=2 if late else 3)


def _inner(voice: Piece) -> Piece:
    """A noun phrase as it stands in the middle of a sentence: no capital but on names."""
    first = voice.words[0]
    if first.pos == "PROPN" or first.form == "I":
        return voice
    return Piece((replace(first, form=first.form.lower()), *voice.words[1:]), voice.top)


def headline(sentence: Sentence) -> Sentence:
    """The sentence without articles and its full stop, as desks write titles."""
    words = without(sentence.words, lambda w: w.tag == "DT" or w.form == ".")
    first = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    return replace(sentence, words=(first, *words[1:]), ident=f"{sentence.ident}-headline")


def titled(sentence: Sentence) -> Sentence:
    """The sentence with a capital on every word but short function words."""
    small = {"ADP", "DET", "CCONJ", "PART"}
    words = tuple(
        w if w.pos in small else replace(w, form=w.form[:1].upper() + w.form[1:])
        for w in sentence.words
    )
    return replace(sentence, words=words)


def commaless(sentence: Sentence) -> Sentence:
    """The sentence without its commas."""
    return replace(sentence, words=without(sentence.words, lambda w: w.form == ","))


def curly(sentence: Sentence) -> Sentence:
    """The sentence with typographic apostrophes and quotation marks."""
    words, opened = [], False
    for word in sentence.words:
        form = word.form
        if form.lower() in _CONTRACTED:
            form = form.lower().replace("'", _APOSTROPHE)
        if form == '"':
            form, opened = ("”" if opened else "“"), not opened
        words.append(replace(word, form=form))
    return replace(sentence, words=tuple(words))


def bare(sentence: Sentence) -> Sentence:
    """The sentence with possessive "'s" fused to its noun ("Syrias army"), as broken files have it.

    The fused word keeps the noun's tags and lemma.
    """
    words = sentence.words
    for index in range(len(words) - 1, 0, -1):
        if words[index].form == "'s" and words[index].tag == "POS" and not words[index - 1].space:
            words = _fused(words, index)
    return replace(sentence, words=words)


def _fused(words: tuple[Word, ...], mark: int) -> tuple[Word, ...]:
    if any(w.head == mark for i, w in enumerate(words) if i != mark):
        return words
    owner = words[mark - 1]
    owner = replace(owner, form=owner.form + "s", space=words[mark].space)
    rest = (*words[: mark - 1], owner, *words[mark + 1 :])
    return tuple(replace(w, head=w.head - (w.head >= mark)) for w in rest)


def broken(sentence: Sentence, gap: str) -> Sentence:
    """The sentence followed by a line break, which spaCy keeps as a token of its own."""
    last = len(sentence.words) - 1
    words = (*sentence.words[:-1], replace(sentence.words[-1], space=False))
    line = replace(single(gap, "_SP", "SPACE").words[0], space=False, head=last, dep="dep")
    return replace(sentence, words=(*words, line))


def renamed(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """The sentence with some of its names, one after another, put out for names of the field."""
    words, index = sentence.words, 0
    while index < len(words):
        stop = _name_end(words, index)
        if stop > index and chance.random() < 0.35:
            kind = chance.choice(["towns", "towns", "flat_groups", "person", "family", "acronyms"])
            fresh = flat(names.draw(kind, chance))
            words = _put(words, index, stop, fresh)
            stop = index + len(fresh.words)
        index = max(stop, index + 1)
    return replace(sentence, words=words)


def _name_end(words: Sequence[Word], start: int) -> int:
    """Where a name that begins here, one word and its flat ones, ends; `start` where none does."""
    if words[start].tag != "NNP" or words[start].dep not in _ROLES:
        return start
    below = [i for i, w in enumerate(words) if w.head == start and i != start]
    parts = [i for i in below if words[i].dep == "flat"]
    outside = {"case", "punct", "conj", "cc", "flat"}
    if parts != list(range(start + 1, start + 1 + len(parts))):
        return start
    plain = all(words[i].dep in outside for i in below)
    return start + 1 + len(parts) if plain else start


def _put(words: tuple[Word, ...], start: int, stop: int, name: Piece) -> tuple[Word, ...]:
    """The words with those from `start` to `stop` replaced by a name, in the same role."""
    growth = len(name.words) - (stop - start)
    first, last = words[start], words[stop - 1]
    fresh = [replace(w, pos="PROPN", morph="Number=Sing", head=start) for w in name.words]
    fresh[-1] = replace(fresh[-1], space=last.space)
    fresh[0] = replace(fresh[0], dep=first.dep, head=first.head + growth * (first.head >= stop))
    rest = [*words[:start], *words[stop:]]
    moved = [replace(w, head=w.head + growth) if w.head >= stop else w for w in rest]
    return (*moved[:start], *fresh, *moved[start:])


def noisy(sentence: Sentence, chance: random.Random) -> Sentence:
    """One variant drawn by chance; most draws change little or nothing."""
    draw = chance.random()
    if draw < 0.05:
        return headline(sentence) if draw < 0.03 else titled(headline(sentence))
    if draw < 0.12:
        sentence = commaless(sentence)
    elif draw < 0.20:
        sentence = bare(sentence)
    elif draw < 0.45:
        sentence = curly(sentence)
    if chance.random() < 0.08:
        return broken(sentence, chance.choice(["\n", "\n\n", " "]))
    return sentence


def spoken(sentences: Sequence[Sentence], seed: int) -> Iterator[Sentence]:
    """Every sentence that reports speech, once more with its speech inverted."""
    chance, voices = seeded(seed), speakers(sentences)
    for sentence in sentences:
        variant = inverted(sentence, voices, chance)
        if variant:
            yield variant
