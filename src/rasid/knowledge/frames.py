"""Read the event frames and the light verbs (data/frames/*.yaml) into typed, immutable books.

A frame is one lemma, or one sense of a lemma, that names a happening: the type it means, the conditions that change
the type, the written forms it takes and the role that each function beside it fills. A light verb (شنّ، نفّذ، تعرّض)
only carries a happening.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rasid.knowledge.conjugation import Forms, FormTag, collect, noun_forms, phrase_key, verb_forms
from rasid.knowledge.source import Entry, choice, load_yaml, strings

KINDS = frozenset(
    """
        force state civilian unknown_gunmen tribe people detainee leader aircraft drone artillery
        missile small_arms explosive mine suicide chemical grenade remnant knife vehicle facility
        building property money weapon drugs aid tyres agreement place body deadline fighting
        demonstration road recruit pay org unopposed media sport none
    """.split()  # noqa: SIM905
)
FUNCTIONS = frozenset({"subject", "object"})
REACHES = frozenset({"with", "sentence", "report"})
ROLES = frozenset({"initiator", "target", "participant", "sponsor", "place", "facility", "topic", "instrument", "none"})
VOICES = ("active", "passive", "either")
MODALITIES = ("asserted", "planned", "threatened", "denied", "attempted", "background")
QUANTITIES = frozenset(
    """
        killed wounded arrested abducted released displaced people fighters vehicles strikes
        munitions money
    """.split()  # noqa: SIM905
)
FRAME_KEYS = (
    *("refine", "verb", "masdar", "participle", "with", "without", "voice", "subject", "object", "genitive", "prep"),
    *("counts", "needs", "not_when", "casualty", "modality", "weak"),
)
LIGHT_KEYS = (
    *("gloss", "takes", "subject", "object", "modality", "happening"),
    *("masdar", "participle", "with", "without", "voice"),
)
LIGHT_FILE = "light.yaml"
COMPANION_AFTER = 11
"""Within how many words after a form its companion stands: a subject may come between (ألقى مسلحون من الحي قنبلة)."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`role` (a function, a reach such as `with`, or a folded preposition) is filled by one of `kinds`, or is not."""

    role: str
    kinds: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Refinement:
    """The type that holds where all conditions do."""

    conditions: tuple[Condition, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of one lemma; see the decision on the reader for what each field means."""

    id: str
    gloss: str
    type: str
    forms: Mapping[str, tuple[FormTag, ...]]
    refine: tuple[Refinement, ...] = ()
    companions: frozenset[str] = frozenset()
    voice: str = "either"
    subject: str = "initiator"
    object: str = "target"
    genitive: str = "object"
    prep: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[tuple[Condition, ...], ...] = ()
    not_when: tuple[str, ...] = ()
    casualty: str | None = None
    modality: str = "asserted"
    weak: bool = False
    where: str = ""

    def types(self) -> tuple[str, ...]:
        """Return every type that the frame can mean, the default first."""
        return (self.type, *dict.fromkeys(rule.type for rule in self.refine))


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that only carries a happening named by another word."""

    id: str
    forms: Mapping[str, tuple[FormTag, ...]]
    takes: tuple[str, ...]
    subject: str
    object: str
    happening: str
    modality: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class FrameBook:
    """All frames; `by_form` leads from a folded form (or phrase, words joined by a space) to what it can be."""

    frames: tuple[Frame, ...]
    by_form: Mapping[str, tuple[tuple[Frame, FormTag], ...]]


@dataclass(frozen=True, slots=True)
class LightBook:
    """All light verbs, likewise."""

    lights: tuple[LightVerb, ...]
    by_form: Mapping[str, tuple[tuple[LightVerb, FormTag], ...]]


def load_frames(folder: Path) -> FrameBook:
    """Read every frame file of `folder`; KnowledgeError names file and line of anything unknown or told twice."""
    frames: dict[str, Frame] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name != LIGHT_FILE:
            for name, entry in _entries(path):
                if name in frames:
                    raise entry.fault(f"frame {name!r} stands also in {frames[name].where}; rename one")
                frames[name] = _frame(name, entry)
    by_form: dict[str, list[tuple[Frame, FormTag]]] = {}
    for frame in frames.values():
        for form, tags in frame.forms.items():
            by_form.setdefault(form, []).extend((frame, tag) for tag in tags)
    return FrameBook(tuple(frames.values()), {form: tuple(found) for form, found in by_form.items()})


def load_lights(path: Path) -> LightBook:
    """Read the light verbs; raises KnowledgeError like `load_frames`."""
    lights = tuple(_light(name, entry) for name, entry in _entries(path))
    by_form: dict[str, list[tuple[LightVerb, FormTag]]] = {}
    for light in lights:
        for form, tags in light.forms.items():
            by_form.setdefault(form, []).extend((light, tag) for tag in tags)
    return LightBook(lights, {form: tuple(found) for form, found in by_form.items()})


def check_frames(book: FrameBook, types: Container[str]) -> list[str]:
    """Return a line for each type that is not in `types` (of the ontology), and for each frame without a form."""
    faults = [
        f"{frame.where}: {frame.id!r}: unknown type {type_!r}"
        for frame in book.frames
        for type_ in frame.types()
        if type_ not in types
    ]
    faults += [f"{frame.where}: {frame.id!r} has no form" for frame in book.frames if not frame.forms]
    return faults


def _entries(path: Path) -> list[tuple[str, Entry]]:
    root = load_yaml(path)
    if not isinstance(root, Entry):
        raise Entry(path.name, 1).fault("the file must map each lemma to its frame")
    for name, entry in root.items():
        if not isinstance(entry, Entry):
            raise root.fault(f"{name!r} must be a mapping", name)
    return list(root.items())


def _frame(name: str, entry: Entry) -> Frame:
    entry.expect(
        required=("gloss", "type"),
        optional=FRAME_KEYS,
    )
    forms, companions = _forms(entry)
    return Frame(
        id=name,
        gloss=str(entry["gloss"]),
        type=str(entry["type"]),
        forms=forms,
        refine=tuple(_refinement(entry, rule) for rule in _rules(entry, "refine")),
        companions=companions,
        voice=choice(entry, "voice", VOICES, "either"),
        subject=choice(entry, "subject", ROLES, "initiator"),
        object=choice(entry, "object", ROLES, "target"),
        genitive=choice(entry, "genitive", ("subject", "object", "either", "none"), "object"),
        prep=_prepositions(entry),
        counts=_counts(entry),
        needs=tuple(_conditions(entry, rule) for rule in _rules(entry, "needs")),
        not_when=tuple(phrase_key(phrase) for phrase in strings(entry, "not_when")),
        casualty=choice(entry, "casualty", ("killed", "wounded")) if "casualty" in entry else None,
        modality=choice(entry, "modality", MODALITIES, "asserted"),
        weak=_flag(entry, "weak"),
        where=f"{entry.file}:{entry.line}",
    )


def _light(name: str, entry: Entry) -> LightVerb:
    entry.expect(
        required=("verb",),
        optional=LIGHT_KEYS,
    )
    forms, _ = _forms(entry)
    return LightVerb(
        id=name,
        forms=forms,
        takes=tuple(phrase_key(word) for word in strings(entry, "takes")) or ("",),
        subject=choice(entry, "subject", ROLES, "initiator"),
        object=choice(entry, "object", ROLES, "none"),
        happening=choice(entry, "happening", ("object", "subject"), "object"),
        modality=choice(entry, "modality", MODALITIES, "asserted"),
        where=f"{entry.file}:{entry.line}",
    )


def _forms(entry: Entry) -> tuple[Forms, frozenset[str]]:
    """Return all written forms of an entry, and of its companions (اتفاق، اتفاقا، اتفاقين)."""
    verb = _mapping(entry, "verb", ("past", "present", "also", "passive", "with"))
    participle = _mapping(entry, "participle", ("active", "passive"))
    pairs: list[tuple[str, FormTag]] = []
    if verb:
        found = verb_forms(
            str(verb.get("past") or ""), str(verb.get("present") or ""), passive=strings(verb, "passive")
        )
        pairs += [(form, replace(tag, companion="with" in verb)) for form, tags in found.items() for tag in tags]
        for word in strings(verb, "also"):
            tag = FormTag("present" if word.startswith("ي") else "past", "3", companion="with" in verb)
            pairs.append((phrase_key(word), tag))
    nouns = [(word, "masdar") for word in strings(entry, "masdar")]
    nouns += [
        (word, voice) for voice in ("active", "passive") for word in (strings(participle, voice) if participle else ())
    ]
    for word, kind in nouns:
        pairs += [(form, tag) for form, tags in noun_forms(word, kind).items() for tag in tags]  # type: ignore[arg-type]
    dropped = {phrase_key(word) for word in strings(entry, "without")}
    pairs = [
        (form, tag)
        for form, tag in pairs
        if form not in dropped and not (tag.passive_only and entry.get("voice") == "active")
    ]
    if "with" in entry:
        pairs = [(form, replace(tag, companion=" " not in form)) for form, tag in pairs]
    words = (*strings(entry, "with"), *(strings(verb, "with") if verb else ()))
    return collect(pairs), frozenset(form for word in words for form in _free_forms(word))


def _free_forms(noun: str) -> list[str]:
    """Return the forms of a noun that stand without a pronoun."""
    return [form for form, tags in noun_forms(noun, "masdar").items() if any(not tag.bound for tag in tags)]


def _mapping(entry: Entry, key: str, keys: Iterable[str]) -> Entry | None:
    value = entry.get(key)
    if value is None:
        return None
    if not isinstance(value, Entry):
        raise entry.fault(f"{key!r} must be a mapping", key)
    value.expect(optional=keys)
    return value


def _rules(entry: Entry, key: str) -> list[Entry]:
    """Return the rules under `key`; a list inside the list (an alias of one told before) is opened."""
    value = entry.get(key, [])
    if not isinstance(value, list):
        raise entry.fault(f"{key!r} must be a list of mappings", key)
    rules = [rule for item in value for rule in (item if isinstance(item, list) else [item])]
    if not all(isinstance(rule, Entry) for rule in rules):
        raise entry.fault(f"{key!r} must be a list of mappings", key)
    return rules


def _refinement(entry: Entry, rule: Entry) -> Refinement:
    rule.expect(required=("if", "type"))
    if not isinstance(rule["if"], Entry):
        raise rule.fault("'if' must be a mapping of roles to kinds", "if")
    return Refinement(_conditions(entry, rule["if"]), str(rule["type"]))


def _conditions(entry: Entry, rule: Entry) -> tuple[Condition, ...]:
    """Read {ROLE: KIND or [KINDS], …, not: {ROLE: KIND, …}}; all must hold, those under `not` must each fail."""
    found: list[Condition] = []
    for role, kinds in rule.items():
        if role == "not":
            if not isinstance(kinds, Entry):
                raise rule.fault("'not' must be a mapping of roles to kinds", "not")
            found += [replace(condition, negated=not condition.negated) for condition in _conditions(entry, kinds)]
        else:
            found.append(Condition(_role(role), _kinds(rule, role, kinds)))
    if not found:
        raise rule.fault("a condition names at least one role")
    return tuple(found)


def _role(role: str) -> str:
    return role if role in FUNCTIONS | REACHES else phrase_key(role)


def _kinds(rule: Entry, role: str, kinds: Any) -> frozenset[str]:
    if role.isascii() and role not in FUNCTIONS | REACHES:
        raise rule.fault(
            f"unknown role {role!r}; known: not, {', '.join(sorted(FUNCTIONS | REACHES))} or a preposition", role
        )
    listed = frozenset(kinds if isinstance(kinds, list) else [kinds])
    if unknown := sorted(map(str, listed - KINDS)):
        raise rule.fault(f"unknown kind {unknown[0]!r}; known: {', '.join(sorted(KINDS))}", role)
    return listed


def _prepositions(entry: Entry) -> Mapping[str, str]:
    value = entry.get("prep", Entry(entry.file, entry.line))
    if not isinstance(value, Entry):
        raise entry.fault("'prep' must map prepositions to roles", "prep")
    for word, role in value.items():
        if role not in ROLES:
            raise value.fault(f"unknown role {role!r}; known: {', '.join(sorted(ROLES))}", word)
    return {phrase_key(word): str(role) for word, role in value.items()}


def _counts(entry: Entry) -> Mapping[str, str]:
    """Read where a number goes: {self: strikes, object: arrested}; `self` is the happening's own number."""
    value = entry.get("counts", Entry(entry.file, entry.line))
    if not isinstance(value, Entry):
        raise entry.fault("'counts' must map self, subject or object to a quantity", "counts")
    value.expect(optional=("self", "subject", "object"))
    for word in value:
        choice(value, word, QUANTITIES)
    return dict(value)


def _flag(entry: Entry, key: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise entry.fault(f"{key!r} must be true or false", key)
    return value
