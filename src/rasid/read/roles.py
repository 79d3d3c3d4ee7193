"""Who does it and to whom: a scored assignment of the phrases of a sentence to the roles of one predicate.

Every (role, phrase) pair gets a score from named features; the pairs that score highest together are taken, with
"nobody" as a candidate of its own. No feature names a report, a place or a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rasid.knowledge.conjugation import phrase_key
from rasid.knowledge.frames import Frame
from rasid.model.claims import Party
from rasid.read.agreeing import speaks_of
from rasid.read.clauses import Clause
from rasid.read.identify import Identity
from rasid.read.parties import PartyPhrase
from rasid.read.predicates import Predicate

# Weights of the features: set by hand, then moved by a coordinate search on the learn part of the corpus only.
WEIGHTS = {
    "subject_after": 2.5,
    "subject_before": 2.0,
    "object_after": 2.3,
    "rank_after": -0.8,
    "rank_before": -0.9,
    "rank_object": -0.7,
    "clause_boundary": -1.8,
    "relative_boundary": -0.9,
    "verb_between": -1.6,
    "word": -0.3,
    "fits": 1.2,
    "unfit": -1.3,
    "bare_building": -3.0,
    "source": -4.0,
    "passive_prior": 0.9,
    "fronted": 2.0,
    "passive_shared": -1.2,
    "passive_casualty": 1.5,
    "object_before_subject": -2.5,
    "nobody": 0.35,
    "headline": 0.6,
    "disagrees": -1.5,
}
_ARMED = frozenset({"force", "state", "unknown_gunmen", "tribe", "aircraft", "drone"})
_PEOPLE = frozenset({"civilian", "people", "detainee", "body"})
_CROWDS = frozenset({"society.protest", "society.riot", "society.strike"})
_CIVIL_GROUPS = ("society",)
_SOFT = frozenset({"relative", "time", "cause"})
_SPOKEN = ("politics.statement", "coercion.demand")


@dataclass(slots=True)
class Group:
    """A list of party phrases that share one function ("X and Y"), with who each is."""

    phrases: list[PartyPhrase]
    identities: list[Identity]
    index: int = 0

    @property
    def first(self) -> int:
        """First word of the list."""
        return self.phrases[0].first

    @property
    def last(self) -> int:
        """Word after the list."""
        return self.phrases[-1].last

    @property
    def role(self) -> str:
        """What governs the list."""
        return self.phrases[0].governor.role

    @property
    def parties(self) -> list[Party]:
        """Who its members are, in order."""
        return [party for identity in self.identities for party in identity.parties]

    @property
    def kinds(self) -> frozenset[str]:
        """All kinds of its members."""
        return frozenset().union(*(identity.kinds for identity in self.identities))


@dataclass(slots=True)
class Filled:
    """The roles of one predicate: groups by function, with the score and reason of each."""

    subject: Group | None = None
    object: Group | None = None
    passive: bool = False
    roles: dict[str, list[Group]] = field(default_factory=dict)
    reasons: list[tuple[str, str, float]] = field(default_factory=list)
    margin: float = 0.0

    def add(self, role: str, group: Group, reason: str, score: float) -> None:
        """Give a group a role, once."""
        groups = self.roles.setdefault(role, [])
        if group not in groups:
            groups.append(group)
            self.reasons.append((role, reason, score))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the scoring needs to know of a sentence."""

    clauses: Sequence[Clause]
    clause_of: Sequence[int]
    offset: int
    groups: Sequence[Group]
    verbs: Sequence[int]
    headline: bool
    aims: Sequence[int] = ()  # places and sites after ل
    counted: frozenset[int] = frozenset()  # words of numbers
    turns: Sequence[int] = ()  # where "but" opens a clause
    accusative: frozenset[int] = frozenset()  # where a group opens with a word in the accusative
    among: frozenset[int] = frozenset()  # where it opens after "among them"
    deeds: Sequence[int] = ()  # nouns of happening, those that و joins to another apart

    def boundaries(self, a: int, b: int) -> tuple[int, int]:
        """Return how many clause boundaries, and how many soft ones (relative, time, cause), lie between two words."""
        low, high = sorted((self.clause_of[a - self.offset], self.clause_of[b - self.offset]))
        between = self.clauses[low + 1 : high + 1]
        relative = sum(1 for clause in between if clause.opens in _SOFT)
        return len(between) - relative, relative

    def verbs_between(self, a: int, b: int) -> int:
        """Return how many finite verbs stand strictly between two words."""
        low, high = sorted((a, b))
        return sum(1 for verb in self.verbs if low < verb < high)

    def owned_elsewhere(self, predicate: Predicate, at: int) -> bool:
        """Whether a phrase is that of a deed told between the dead and it: "مقتل اثنين بهجوم لـX على Y"."""
        casualty = any(frame.casualty for frame, _ in predicate.senses)
        return casualty and any(predicate.last <= deed < at for deed in self.deeds)


def fill(predicate: Predicate, frame: Frame, setting: Setting) -> Filled:
    """Assign the groups of the sentence to the predicate's functions."""
    anchor = predicate.carrier or predicate
    filled = Filled()
    if anchor.verb:
        _fill_verb(anchor, predicate, frame, setting, filled)
    if predicate.noun:
        _fill_noun(predicate, frame, setting, filled)
    _fill_governed(anchor, predicate, frame, setting, filled)
    return filled


def _fit(kinds: frozenset[str], role: str, frame: Frame) -> float:
    """How well a phrase's kinds suit a role of this type of event."""
    if "source" in kinds and not frame.type.startswith(_SPOKEN):
        return WEIGHTS["source"]
    if role == "initiator":
        civil = frame.type.startswith(_CIVIL_GROUPS) or _knows_civilians(frame)
        if frame.type in _CROWDS and kinds & {"force", "state"} and not kinds & _PEOPLE:
            return WEIGHTS["unfit"]  # whom a crowd is against stands near; a force seldom protests
        if kinds & _ARMED or kinds & {"leader", "org"}:
            return WEIGHTS["fits"]
        if kinds & _PEOPLE:
            return WEIGHTS["fits"] if civil else WEIGHTS["unfit"]
        if kinds == {"facility"}:
            return WEIGHTS["bare_building"]
        return -0.4
    if role == "participant":
        return WEIGHTS["fits"] if kinds & (_ARMED | {"leader", "org", "people"}) else -0.8
    return 0.5 if kinds else 0.0


def _knows_civilians(frame: Frame) -> bool:
    """Whether the frame has a sense of its own with civilians as subject ("غادر السكان": displacement)."""
    return any(
        rule.type.startswith(_CIVIL_GROUPS) and condition.role == "subject" and condition.kinds & _PEOPLE
        for rule in frame.refine
        for condition in rule.conditions
        if not condition.negated
    )


def _gap(setting: Setting, group: Group, predicate: Predicate) -> float:
    near = group.first if group.first >= predicate.last else group.last - 1
    hard, relative = setting.boundaries(near, predicate.first)
    cost = WEIGHTS["clause_boundary"] * hard + WEIGHTS["relative_boundary"] * relative
    cost += WEIGHTS["verb_between"] * setting.verbs_between(near, predicate.first)
    return cost + WEIGHTS["word"] * abs(near - predicate.first)


def _candidates(setting: Setting, predicate: Predicate) -> tuple[list[Group], list[Group]]:
    """Bare groups before (nearest first) and after the predicate."""
    bare = [group for group in setting.groups if group.role in ("", "as") and group.first not in setting.among]
    after = [group for group in bare if group.first >= predicate.last][:4]
    before = [group for group in reversed(bare) if group.last <= predicate.first][:3]
    return before, after


def _fill_verb(anchor: Predicate, predicate: Predicate, frame: Frame, setting: Setting, filled: Filled) -> None:
    """Choose subject and object together, in the active or the passive reading, whichever scores higher."""
    light = anchor.light[0] if anchor is not predicate and anchor.light else None
    subject_role = _subject_role(frame, light.subject if light else "")
    object_role = light.object if light else frame.object
    before, after = _candidates(setting, anchor)
    if anchor is not predicate and light is not None and anchor.split.suffix and anchor.first > predicate.first:
        before = []
    elif anchor is not predicate and light is not None and light.happening == "object":
        after = [
            group for group in after if group.last <= predicate.first
        ]  # what follows the happening is the happening's
    subjects = _scored_subjects(
        before,
        [group for group in after if _agrees(anchor, group) and not _object_only(group, setting)],
        subject_role,
        frame,
        setting,
        anchor,
    )
    objects = [
        (
            group,
            WEIGHTS["object_after"]
            + WEIGHTS["rank_object"] * max(0, rank - 1)
            + _gap(setting, group, anchor)
            + _fit(group.kinds, "target", frame),
        )
        for rank, group in enumerate(after)
    ]
    if light is None and anchor.split.suffix and object_role == "target":
        objects = [
            (group, WEIGHTS["fronted"] + _gap(setting, group, anchor))
            for group in before[:1]
            if group.kinds & _PEOPLE and not _is_source(group)
        ]  # "شاب اعتقلته X": who stands before the verb is what the pronoun means
    may_object = object_role in ("target", "participant", "initiator", "facility", "place")
    best: tuple[float, Group | None, Group | None] = (WEIGHTS["nobody"], None, None)
    for subject, s_score in [*subjects, (None, WEIGHTS["nobody"])]:
        for group, o_score in [*(objects if may_object else []), (None, 0.0)]:
            if subject is not None and subject is group:
                continue
            total = s_score + o_score
            if (
                subject is not None
                and group is not None
                and subject.first >= anchor.last
                and anchor.last <= group.first < subject.first
            ):
                total += WEIGHTS["object_before_subject"]
            if total > best[0]:
                best = (total, subject, group)
    passive = _passive_score(
        anchor, frame, after, before, setting, light=light is not None, has_object=best[2] is not None
    )
    if passive is not None and (anchor.passive or frame.voice == "passive" or passive[0] > best[0]):
        filled.passive = True
        filled.object = passive[1]
        if passive[1] is not None:
            filled.add(frame.object, passive[1], "subject of a verb read as passive", passive[0])
        filled.margin = passive[0] - best[0]
        return
    filled.subject, filled.object, filled.margin = best[1], best[2], best[0]
    if best[1] is not None:
        filled.add(subject_role, best[1], f"subject of the {'light ' if light else ''}verb", best[0])
    if best[2] is not None:
        filled.add(object_role, best[2], "object of the verb", best[0])


def _may_precede(anchor: Predicate, group: Group, setting: Setting) -> bool:
    """Whether a verb behind a phrase agrees with it, or is a noun after all: "جددت قوات X قصفها", "واصلت قوات X قصف"."""
    noun = anchor.split.suffix != "" or group.first - 1 in setting.verbs
    return anchor.passive or noun or speaks_of(anchor.tag, group.parties)


def _object_only(group: Group, setting: Setting) -> bool:
    """Whether a phrase after the verb is in the accusative, for another reason than the number before it."""
    return group.first in setting.accusative and group.first - 1 not in setting.counted


def _agrees(anchor: Predicate, group: Group) -> bool:
    """Whether a phrase after the verb can be its subject: a verb before its subject is singular, of the same gender."""
    tag = anchor.tag
    if tag is None:
        return True
    if tag.number in ("p", "d"):
        return False
    heads = group.phrases[0].heads
    if not heads and tag.gender == "f" and group.phrases[0].person:
        return False
    if not heads or heads[0].number != "singular" or heads[0].kind not in ("member", "leader", "person", "civil"):
        return True
    return tag.gender == "" or (tag.gender == "f") == heads[0].feminine


def _subject_role(frame: Frame, light_subject: str) -> str:
    if light_subject and light_subject != "initiator":
        return light_subject
    return frame.subject


def _scored_subjects(
    before: list[Group], after: list[Group], role: str, frame: Frame, setting: Setting, anchor: Predicate
) -> list[tuple[Group, float]]:
    scored: list[tuple[Group, float]] = []
    for rank, group in enumerate(after[:3]):
        scored.append(
            (
                group,
                WEIGHTS["subject_after"]
                + WEIGHTS["rank_after"] * rank
                + _gap(setting, group, anchor)
                + _fit(group.kinds, role, frame),
            )
        )
    for rank, group in enumerate([] if anchor.split.conj else before):
        extra = WEIGHTS["headline"] if setting.headline else 0.0
        scored.append(
            (
                group,
                WEIGHTS["subject_before"]
                + WEIGHTS["rank_before"] * rank
                + _gap(setting, group, anchor)
                + _fit(group.kinds, role, frame)
                + extra
                + (0.0 if _may_precede(anchor, group, setting) else WEIGHTS["disagrees"]),
            )
        )
    return [(group, score) for group, score in scored if score > WEIGHTS["nobody"]]


def _passive_score(
    anchor: Predicate,
    frame: Frame,
    after: list[Group],
    before: list[Group],
    setting: Setting,
    *,
    light: bool,
    has_object: bool,
) -> tuple[float, Group | None] | None:
    """The best reading as passive: the bare phrase beside the verb is what it is done to."""
    if (
        light
        or ((frame.voice == "active" or _shows_voice(anchor)) and not anchor.passive)
        or frame.object not in ("target", "participant")
    ):
        return None
    options: list[tuple[float, Group | None]] = [(0.0, None)]
    shared = anchor.split.conj != "" and any(verb < anchor.first for verb in setting.verbs)
    for rank, group in enumerate(after[:2]):
        if not anchor.passive and (not _agrees(anchor, group) or _object_only(group, setting)):
            continue
        options.append(
            (
                WEIGHTS["subject_after"]
                + WEIGHTS["rank_after"] * rank
                + _gap(setting, group, anchor)
                + _victim(group, frame),
                group,
            )
        )
    for group in before[:1]:
        options.append((WEIGHTS["subject_before"] - 0.5 + _gap(setting, group, anchor) + _victim(group, frame), group))
    if frame.casualty and not has_object:
        shared = False
        options = [(score + WEIGHTS["passive_casualty"], group) for score, group in options]
    score, chosen = max(options, key=lambda option: option[0])
    return score + (0.0 if has_object else WEIGHTS["passive_prior"]) + (
        WEIGHTS["passive_shared"] if shared else 0.0
    ), chosen


def _shows_voice(anchor: Predicate) -> bool:
    """Whether the verb is of the third form (هاجم، داهم), whose passive is written otherwise (هوجم)."""
    stem = anchor.split.stem
    return len(stem) >= 4 and stem[1] == "ا" and anchor.tag is not None and stem[0] not in "يتنا"


def _victim(group: Group, frame: Frame) -> float:
    if "source" in group.kinds:
        return WEIGHTS["source"]
    if group.kinds & _PEOPLE and (frame.type != "coercion.raid" or "unknown_gunmen" not in group.kinds):
        return WEIGHTS["fits"]
    return 0.2


def _fill_noun(predicate: Predicate, frame: Frame, setting: Setting, filled: Filled) -> None:
    """The genitive of a noun of happening, and ل after it."""
    within = next(
        (g for g in setting.groups if predicate.first < g.first < predicate.last < g.last and g.kinds & _ARMED), None
    )
    if within is not None:  # "هجوم انتحاري لـ X"
        filled.add(frame.subject, within, "named within the noun", 2.0)
    genitive = _genitive(predicate, setting)
    dative = next(
        (
            g
            for g in setting.groups
            if g.role == "for"
            and predicate.last <= g.first <= predicate.last + 8
            and not setting.verbs_between(predicate.last - 1, g.first)
            and not setting.owned_elsewhere(predicate, g.first)
        ),
        None,
    )
    light = predicate.carrier is not None and filled.subject is not None and bool(filled.roles.get("initiator"))
    aimed = dative is not None or any(
        predicate.last < first <= predicate.last + 10 and not setting.owned_elsewhere(predicate, first)
        for first in setting.aims
    )
    if genitive is not None:
        reads = frame.genitive
        if reads == "either":
            reads = "object" if light or not (genitive.kinds & _ARMED) else "subject"
        elif reads == "object" and aimed and genitive.kinds & _ARMED and not light:
            reads = "subject"
        role = frame.subject if reads == "subject" else frame.object
        if reads != "none" and role not in ("none", "place") and not _is_source(genitive):
            filled.add(role, genitive, "genitive of the noun", 2.5)
            if reads == "subject" and frame.object in ("target", "participant"):
                second = next(
                    (g for g in setting.groups if g.role == "" and genitive.last <= g.first <= genitive.last + 3), None
                )
                if (
                    second is not None
                    and not setting.verbs_between(predicate.first, second.first)
                    and not _is_source(second)
                ):
                    filled.add(frame.object, second, "object of the noun", 1.5)
    if dative is not None and "ل" not in frame.prep and not _is_source(dative):
        agent = dative.kinds & _ARMED and genitive is None and not light and frame.genitive != "object"
        role = frame.subject if agent else frame.object
        if role not in ("none", "place"):
            filled.add(role, dative, "after ل", 1.5)


def _genitive(predicate: Predicate, setting: Setting) -> Group | None:
    for group in setting.groups:
        apart = sum(1 for index in range(predicate.last, group.first) if index not in setting.counted)
        if (
            predicate.last <= group.first <= predicate.last + 8
            and apart <= 2
            and group.role in ("", "link")
            and not group.phrases[0].conj
            and not setting.verbs_between(predicate.first, group.first)
            and not setting.owned_elsewhere(predicate, group.first)
            and setting.boundaries(predicate.first, group.first)[0] == 0
        ):
            return group
    return None


_OF_A_DEED = ("for", "on", "against", "from")  # what these govern is the nearest noun's
_FIXED = {"agent": "initiator", "sponsor": "sponsor", "against": "target"}


def _fill_governed(anchor: Predicate, predicate: Predicate, frame: Frame, setting: Setting, filled: Filled) -> None:
    """Phrases after a preposition: those of the frame, and those that mean the same with every predicate."""
    start = min(anchor.first, predicate.first)
    for group in setting.groups:
        if not group.role or _is_source(group):
            continue
        after = group.first >= start
        hard, relative = setting.boundaries(group.first, predicate.first)
        verbs = setting.verbs_between(predicate.first, group.first)
        if hard + relative > (1 if group.role in ("agent", "sponsor", "with") else 0) or verbs > (
            1 if group.role in ("agent", "sponsor") else 0
        ):
            continue
        if not after and group.role not in ("between", "with", "sponsor"):
            continue
        if group.role in _OF_A_DEED and setting.owned_elsewhere(predicate, group.first):
            continue
        if not after and abs(group.last - start) > 6:
            continue
        if (
            group.role == "agent"
            and group.phrases[0].governor.words in ("بيد", "بفعل")
            and abs(group.first - predicate.last) > 4
        ):
            continue
        role = _governed_role(group, predicate, frame)
        if not role and group.role == "for" and predicate.verb and frame.type.startswith("violence."):
            near = 0 <= group.first - predicate.last <= 8 and filled.object is None
            role = frame.object if near and frame.object == "target" else ""  # "قصف X لمواقع Y": a noun after all
        if role in ("place", "facility") and group.phrases[0].facility is None:
            continue
        if role in ("", "none", "topic", "instrument"):
            continue
        if role == "initiator" and frame.subject == "participant":
            role = "participant"
        if role == "target" and group.role != "against" and filled.roles.get("target") and group.role != "side":
            continue
        filled.add(
            role, group, f"after {group.phrases[0].governor.words}", 2.0 - 0.05 * abs(group.first - predicate.last)
        )
        if group.role == "between":
            _other_sides(group, setting, filled, role)


def _governed_role(group: Group, predicate: Predicate, frame: Frame) -> str:
    governor = group.phrases[0].governor
    words = governor.words
    for word in (words, words.split(" ")[0]):
        own = frame.prep.get(phrase_key(word))
        if own is not None and governor.role not in ("agent", "sponsor"):
            return own
    if governor.role in _FIXED:
        role = _FIXED[governor.role]
        return role if not (role == "target" and frame.object == "participant") else "participant"
    if governor.role == "with":
        return (
            "participant" if frame.subject == "participant" else ("initiator" if frame.subject == "initiator" else "")
        )
    if governor.role == "between":
        return "participant" if "participant" in (frame.subject, frame.object) or frame.genitive == "none" else ""
    if governor.role == "side":
        return "participant" if "participant" in (frame.subject, frame.object) else ""
    if (
        governor.role == "from"
        and predicate.noun
        and frame.type.startswith("violence.")
        and frame.subject == "initiator"
    ):
        near = 0 <= group.first - predicate.last <= 6
        return "initiator" if near and group.kinds & {"force", "state"} and not group.kinds & _PEOPLE else ""
    if governor.role == "on" and predicate.noun:
        return "target" if frame.object == "target" else ""
    return ""


def _other_sides(group: Group, setting: Setting, filled: Filled, role: str) -> None:
    """ "بين X من جهة وY من جهة أخرى": the sides after the first."""
    for other in setting.groups:
        if (
            group.last <= other.first <= group.last + 14
            and other.phrases[0].conj
            and other.role in ("", "between")
            and not setting.verbs_between(group.last, other.first)
            and not _is_source(other)
        ):
            filled.add(role, other, "the other side after بين", 1.8)
            return


def _is_source(group: Group) -> bool:
    return "source" in group.kinds
