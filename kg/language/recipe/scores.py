"""How well a pipeline does on documents whose truth is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.scorer import Scorer
from spacy.training import Example

from kg.language.recipe import names, sources, tokens
from kg.language.recipe.naming import gather
from kg.language.recipe.parsing import plain
from kg.language.recipe.passages import document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Token

_TOKENS = {"tag": "tag", "upos": "pos", "morph": "morph", "lemma": "lemma"}
_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "advcl", "conj", "acl:relcl",
)  # fmt: skip


def parsing(nlp: Language, gold: Sequence[Doc]) -> Mapping[str, float]:
    """Percentages on documents with trees: tags, lemmas, attachment, sentences, F by relation.

    The pipeline gets the bare text. Punctuation doesn't count in attachment, as in spaCy's scorer.
    """
    examples = _read(nlp, gold)
    found: dict[str, Any] = {
        ours: Scorer.score_token_attr(examples, attr, getter=_getter(attr))[f"{attr}_acc"]
        for ours, attr in _TOKENS.items()
    }
    trees = Scorer.score_deps(examples, "dep", getter=_getter("dep"), ignore_labels=("punct",))
    found |= {"uas": trees["dep_uas"], "las": trees["dep_las"]}
    sents = Scorer.score_spans(
        examples, "sents", has_annotation=lambda doc: doc.has_annotation("DEP")
    )
    found["sentence_f"] = sents["sents_f"]
    by_relation = trees["dep_las_per_type"] or {}
    found |= {f"f {r}": by_relation[r]["f"] for r in _RELATIONS if r in by_relation}
    return {name: _percent(share) for name, share in found.items()}


def naming(nlp: Language, gold: Sequence[Doc]) -> Mapping[str, float]:
    """Percentages on documents with names: precision, recall and F, and F by label.

    Only the kinds that the documents mark are asked for; where they don't tell facilities from
    other places, either will do.
    """
    kinds = {entity.label_ for doc in gold for entity in doc.ents}
    right, told, wanted = 0, 0, 0
    by_kind: dict[str, list[int]] = {kind: [0, 0, 0] for kind in sorted(kinds)}
    for doc in gold:
        marked = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        names = [(e.start_char, e.end_char, e.label_) for e in nlp(doc.text).ents]
        if "FAC" not in kinds:
            names = [(start, end, "LOC" if kind == "FAC" else kind) for start, end, kind in names]
        found = {name for name in names if name[2] in kinds}
        for place, spans in enumerate((marked & found, found, marked)):
            for _, _, kind in spans:
                by_kind[kind][place] += 1
    for hit, said, true in by_kind.values():
        right, told, wanted = right + hit, told + said, wanted + true
    shares = {
        "precision": right / max(told, 1),
        "recall": right / max(wanted, 1),
        "f": 2 * right / max(told + wanted, 1),
    } | {f"f {kind}": 2 * n[0] / max(n[1] + n[2], 1) for kind, n in by_kind.items()}
    return {name: _percent(share) for name, share in shares.items()}


def on_public_tests(
    nlp: Language, corpora: Path, re3d: Path
) -> dict[str, dict[str, Mapping[str, float]]]:
    """Scores on the tests of the public corpora: "parsing" and "names", by test.

    Args:
        nlp: any pipeline that speaks Universal Dependencies.
        corpora: the unpacked corpora.
        re3d: re3d's documents, one JSON object a line.
    """
    blank = tokens.blank()
    trees = sources.treebanks(corpora).tests
    marked = gather(corpora, re3d, names.load()).tests
    return {
        "parsing": {name: parsing(nlp, plain(blank, rows)) for name, rows in trees.items()},
        "names": {
            name: naming(nlp, [document(blank, p) for p in rows if p.text])
            for name, rows in marked.items()
        },
    }


def _read(nlp: Language, gold: Sequence[Doc]) -> list[Example]:
    return [Example(nlp(doc.text), doc) for doc in gold]


def _getter(attr: str) -> Any:
    """An attribute as a string; spaCy's own "ROOT" and a treebank's "root" are one."""

    def value(token: Token, _name: str) -> str:
        return str(token.morph) if attr == "morph" else str(getattr(token, f"{attr}_")).lower()

    return value


def _percent(share: float | None) -> float:
    return round(100 * (share or 0.0), 2)
