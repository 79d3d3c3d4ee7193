"""Ids that are hashes of content: the same content has the same id everywhere, so a second run changes nothing."""

from __future__ import annotations

import hashlib
import json

LENGTH = 16  # hexadecimal digits: 64 bits, enough for a thousand million claims


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def canonical(value: object) -> str:
    """Return the one JSON text of a value: keys sorted, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_id(kind: str, value: object) -> str:
    """Return an id such as `claim-0123456789abcdef` from whatever JSON can say."""
    digest = sha256(canonical([kind, value]).encode("utf-8", "surrogatepass"))
    return f"{kind}-{digest[:LENGTH]}"
