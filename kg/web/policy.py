"""The content security policy of a page: only what it carries itself may run or style it."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def policy(scripts: Sequence[str], style: str) -> str:
    """The policy of a page with these scripts and this style; without scripts none may run."""
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(_hash(script) for script in scripts),
        "style-src": _hash(style),
        "img-src": "data:" if scripts else "",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items() if value)


def _hash(text: str) -> str:
    octets = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(octets).decode('ascii')}'"
