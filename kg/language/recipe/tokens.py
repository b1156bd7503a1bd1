"""The tokenizer that the pipeline is trained with and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import spacy
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.language import Language

_DASHES = "\N{EN DASH}|—|--|---|——|~"


def blank() -> Language:
    """An empty English pipeline whose tokenizer keeps hyphened words whole."""
    nlp = spacy.blank("en")
    keep_hyphens(nlp)
    return nlp


def keep_hyphens(nlp: Language) -> None:
    """Let the pipeline's tokenizer no longer cut at a hyphen between letters.

    spaCy cuts "al-Sham" and "pro-regime" into three tokens. Names and lexicon entries of this
    field are full of hyphens. Dashes, slashes and ranges of figures ("10-15") are still cut.
    """
    infixes = [_with_dashes_only(str(pattern)) for pattern in nlp.Defaults.infixes or ()]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _with_dashes_only(pattern: str) -> str:
    if f"(?:{HYPHENS})" not in pattern or ALPHA not in pattern:
        return pattern
    return pattern.replace(f"(?:{HYPHENS})", f"(?:{_DASHES})")
