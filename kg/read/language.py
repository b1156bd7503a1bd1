"""Which language an article is in. kg reads English; what is not is passed over, and told."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from kg.model import Segment

ENGLISH = "en"
#: So many characters are looked at; with fewer than the least, only another script tells.
SAMPLE, LEAST = 1_000, 120
#: How sure it must be that an article isn't English.
SURE = 0.9
#: Words that stand everywhere in English and hardly elsewhere. Where they are so large a share of
#: the words, no more is asked: loading what tells languages apart takes 90 MB and half a second.
_FUNCTION_WORDS = frozenset(
    ("the", "of", "and", "that", "with", "were", "from", "said", "which", "have", "they", "their")
)
_PLAINLY = 0.1
#: The share of Latin letters below which a text isn't in a Latin script.
_LATIN = 0.5
#: Languages of news. Creoles of English and languages with next to no news are left out, since
#: headlines and lists of names look like them.
_LANGUAGES = [
    "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es",
    "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id",
    "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "ml",
    "mn", "mr", "ms", "my", "ne", "nl", "no", "om", "or", "pa", "pl", "ps", "pt", "ro", "ru",
    "sdh", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl",
    "tr", "ug", "uk", "ur", "uz", "vi", "yo", "zh",
]  # fmt: skip
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "cs": "Czech", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ku": "Kurdish", "nl": "Dutch",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "so": "Somali", "sr": "Serbian", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(segments: Sequence[Segment], declared: str | None = None) -> str:
    """The code of an article's language (ISO 639-1), "en" where nothing speaks against it.

    Args:
        segments: of the article; those that tell something are looked at.
        declared: what its metadata says, believed only of a text too short to tell.
    """
    words = " ".join(one.text for one in segments if one.kind.tells)[:SAMPLE]
    letters = [letter for letter in words if letter.isalpha()]
    latin = sum(map(_is_latin, letters))
    if latin < _LATIN * len(letters):
        found = str(_identifier().classify(words)[0])
        return found if found != ENGLISH else "und"
    if len(words) < LEAST:
        return (declared or ENGLISH).lower()[:2]
    told = words.lower().split()
    if sum(word in _FUNCTION_WORDS for word in told) > _PLAINLY * len(told):
        return ENGLISH
    # What is quoted in another script says nothing of the article's own language.
    own = (word for word in words.split() if all(map(_is_latin, filter(str.isalpha, word))))
    found, sure = _identifier().classify(" ".join(own))
    return str(found) if sure >= SURE else ENGLISH


def _is_latin(letter: str) -> bool:
    return letter < "\u0250"


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages([one for one in _LANGUAGES if one in found.labels])
    return found


def name_of(code: str) -> str:
    """A language's English name, or its code.

    >>> name_of("ar"), name_of("cy")
    ('Arabic', 'cy')
    """
    return NAMES.get(code, code)
