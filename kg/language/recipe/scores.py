"""How well a pipeline does on held-out sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.training import Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from spacy.language import Language

# spaCy's score names and ours; all are shares of one, given in percent.
_PARSING = {
    "tag_acc": "tag", "pos_acc": "upos", "morph_acc": "morph", "lemma_acc": "lemma",
    "dep_uas": "uas", "dep_las": "las", "sents_f": "sentence_f",
}  # fmt: skip
_NAMING = {"ents_p": "precision", "ents_r": "recall", "ents_f": "f"}
_RELATIONS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "obl:agent",
    "ccomp",
    "advcl",
    "conj",
    "acl:relcl",
)


def parsing(nlp: Language, gold: Path) -> Mapping[str, float]:
    """Percentages on a .spacy file of trees: tags, lemmas, attachment, sentences, F by relation.

    Punctuation doesn't count in attachment, as in spaCy's scorer.
    """
    found = nlp.evaluate(list(Corpus(gold)(nlp)))
    by_relation = found.get("dep_las_per_type") or {}
    relations = {
        f"f {name}": _percent(by_relation[name]["f"]) for name in _RELATIONS if name in by_relation
    }
    return {ours: _percent(found[theirs]) for theirs, ours in _PARSING.items()} | relations


def naming(nlp: Language, gold: Path) -> Mapping[str, float]:
    """Percentages on a .spacy file of names: precision, recall and F, and F by label."""
    found = nlp.evaluate(list(Corpus(gold)(nlp)))
    labels = {f"f {k}": _percent(v["f"]) for k, v in sorted(found["ents_per_type"].items())}
    return {ours: _percent(found[theirs]) for theirs, ours in _NAMING.items()} | labels


def _percent(share: float | None) -> float:
    return round(100 * (share or 0.0), 2)
