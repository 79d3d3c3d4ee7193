"""Words that were looked at and tell no event (data/ordinary.yaml): the search for gaps passes over them."""

from __future__ import annotations

from pathlib import Path

from rasid.knowledge.conjugation import noun_forms, verb_forms
from rasid.knowledge.source import Entry, load_yaml, strings
from rasid.text import key


def load_ordinary(path: Path) -> frozenset[str]:
    """Return every folded form; KnowledgeError names the line of a verb that is not told as past and present."""
    root: Entry = load_yaml(path)
    forms: set[str] = set()
    for name, entry in root.items():
        if not isinstance(entry, Entry):
            raise root.fault(f"{name!r} must be a mapping", name)
        entry.expect(required=("gloss",), optional=("verbs", "nouns", "words"))
        for pair in strings(entry, "verbs"):
            past, _, present = pair.partition(" ")
            if not present or " " in present:
                raise entry.fault(f"{pair!r} must be a verb's past and present", "verbs")
            forms.update(verb_forms(past, present))
        for noun in strings(entry, "nouns"):
            forms.update(noun_forms(noun, "masdar"))
        forms.update(key(word) for word in strings(entry, "words"))
    return frozenset(forms)
