"""What is not said is taken from around it: the sentence, the sentence before, the headline, the dateline; each with a trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from rasid.knowledge.conjugation import FormTag
from rasid.model.claims import Interval, Party, PlaceValue
from rasid.read.agreeing import shows, speaks_of
from rasid.read.drafts import Draft
from rasid.read.locate import Locator
from rasid.read.roles import Group
from rasid.read.scene import Scene

Related = Callable[[str, str], bool]
_REMEMBERED = 80  # parties named: a back-reference reaches no further
_LATELY = 4
_BLOCK = 150  # drafts; an ordinary report has fewer than 30
_NOWHERE = frozenset({"politics.statement", "coercion.demand"})
_PAIR = frozenset({"طرفان", "طرفين", "جانبان", "جانبين", "فصيلان", "فصيلين", "قوتان", "قوتين"})
_ACTORS = frozenset({"force", "state", "tribe", "org"})
_ATTENDING = frozenset({"مجتمعون", "مجتمعين", "مشاركون", "حاضرون", "متفاوضون"})
_LATTER = frozenset({"اخيره", "اخير", "اخيرين"})


class Running:
    """What the report has spoken of so far: subjects, speakers, parties, the running day."""

    def __init__(self, source: str | None, published: date, names: Callable[[str], frozenset[str]]) -> None:
        self._names = names
        self.source, self.published = source, published
        self.subject: list[Party] = []
        self.attending: list[Party] = []
        self.day: Interval | None = None
        self._named: list[tuple[list[Party], frozenset[str]]] = []

    def pass_over(self, scene: Scene) -> None:
        """Take note of a sentence in which nothing happens."""
        self._note_named(scene)

    def remember(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Take note of a sentence that was read."""
        self._note_named(scene)
        for draft in drafts:
            parties = draft.roles.get("initiator") or draft.roles.get("participant") or []
            if parties and draft.predicate.verb | (draft.predicate.carrier is not None):
                self.subject = list(parties)
            if draft.type == "politics.meeting":
                self.attending += [
                    party
                    for party in draft.roles.get("participant", [])
                    if party.id not in _ids(self.attending) or party.id is None
                ]
            if draft.date is not None:
                self.day = draft.date

    def _note_named(self, scene: Scene) -> None:
        assert scene.setting is not None
        for group in scene.setting.groups:
            parties = _named(group)
            if parties and "source" not in group.kinds:
                self._named.append((parties, group.kinds))
        del self._named[:-_REMEMBERED]

    def spoken_of(self, tag: FormTag | None, scene: Scene, before: int) -> list[Party]:
        """Return the armed party named last before a word whose gender and number a verb or pronoun shows, of the last few."""
        assert scene.setting is not None
        here = [(_named(g), g.kinds) for g in scene.setting.groups if g.last <= before]
        known = [parties for parties, kinds in (*self._named, *here) if kinds & _ACTORS and "source" not in kinds]
        for parties in reversed([parties for parties in known if parties][-_LATELY:]):
            if tag is not None and tag.gender and shows(parties[0].text) and speaks_of(tag, parties):
                return _back(parties)
        return []

    def refer(self, group: Group, scene: Scene, keys: Sequence[frozenset[str]]) -> list[Party]:
        """Return the party that a back-reference means.

        "الطرفان" are the last two parties named; "الأخيرة" the last one; "الهيئة" the last one whose name opens with that word;
        any other the subject of what was told before, or the last one named, that is of its kind.
        """
        assert scene.setting is not None
        wanted = group.kinds & {"force", "state", "people", "org", "tribe"}
        here = [g for g in scene.setting.groups if g.last <= group.first and g is not group]
        known = [*self._named, *((_named(g), g.kinds) for g in here)]
        known = [(parties, kinds) for parties, kinds in known if parties and "source" not in kinds and kinds & _ACTORS]
        if any(key & _PAIR for key in keys):
            return _last_two(known)
        if any(key & _ATTENDING for key in keys):
            return _back(self.attending)
        if any(key & _LATTER for key in keys):
            return _back(known[-1][0]) if known else []
        head = frozenset().union(*keys) - {"عناصر", "قوات", "مسلحي", "مقاتلي"}
        for parties, _ in reversed(known):
            if any(party.id is not None and self._names(party.id) & head for party in parties):
                return _back(parties)
        fitting = [parties for parties, kinds in known if not wanted or kinds & wanted]
        recent = [_named(g) for g in here if _named(g) and g.kinds & wanted]
        if "force" in wanted:  # "its forces", "the force": of somebody who has a name
            fitting = [parties for parties in fitting if not _class(parties)] or fitting
            recent = [parties for parties in recent if not _class(parties)]
        if recent:
            return _back(recent[-1])
        if self.subject and any(_ids(parties) == _ids(self.subject) for parties in fitting):
            return _back(self.subject)
        return _back(fitting[-1]) if fitting else []


def _named(group: Group) -> list[Party]:
    return [party for identity in group.identities for party in identity.parties if not identity.open]


def _class(parties: Sequence[Party]) -> bool:
    return all(party.id is not None and party.id.startswith("class.") for party in parties)


def _ids(parties: Sequence[Party]) -> set[str | None]:
    return {party.id for party in parties}


def _back(parties: Sequence[Party]) -> list[Party]:
    return [Party(party.id, party.text, party.span, "referred back") for party in parties]


def _last_two(known: Sequence[tuple[list[Party], frozenset[str]]]) -> list[Party]:
    found: list[Party] = []
    for parties, _ in reversed(known):
        found = [*[party for party in _back(parties) if all(party.id != other.id for other in found)], *found]
        if len(found) >= 2:
            break
    return found


def inherit(
    drafts: Sequence[Draft], scenes: Sequence[Scene], locator: Locator, published: date, *, related: Related
) -> None:
    """Fill missing places, dates and parties; parties are looked for within a block of drafts, so that time stays linear."""
    _inherit_places(drafts, scenes, locator)
    lines = [scene.sentence.line for scene in scenes]
    for first in range(0, len(drafts), _BLOCK):
        block = drafts[first : first + _BLOCK]
        _inherit_dates(block, published, lines)
        for step in _PARTY_STEPS:
            step(block, related)


def _inherit_places(drafts: Sequence[Draft], scenes: Sequence[Scene], locator: Locator) -> None:
    headline = _headline_place(scenes, locator)
    last: PlaceValue | None = None
    last_scene = -1
    first_body = next((draft.place for draft in drafts if draft.place is not None and not draft.headline), None)
    for draft in drafts:
        if draft.type in _NOWHERE:
            draft.place = None
            continue
        if draft.place is not None:
            last, last_scene = draft.place, draft.sentence
            continue
        sources = (
            (last if last_scene == draft.sentence else None, "from the happening before it in the sentence"),
            (_scene_place(scenes[draft.sentence], locator), "the only place of the sentence"),
            (last, "from the sentence before"),
            (headline, "from the headline"),
            (first_body, "the first place of the report"),
        )
        for place, reason in sources:
            if place is not None:
                draft.place, draft.place_inherited = place, True
                draft.tell("place", place.name, reason, -1.0)
                break


def _scene_place(scene: Scene, locator: Locator) -> PlaceValue | None:
    values = [locator.value(phrase) for phrase in scene.places if not phrase.origin]
    return values[0] if len(values) == 1 else None


def _headline_place(scenes: Sequence[Scene], locator: Locator) -> PlaceValue | None:
    for kind in ("headline", "dateline"):
        for scene in scenes:
            if scene.sentence.kind == kind:
                for phrase in scene.places:
                    value = locator.value(phrase)
                    if value is not None and value.id is not None:
                        return value
    return None


def _told_before(draft: Draft, drafts: Sequence[Draft], lines: Sequence[int]) -> Interval | None:
    """The day told for a happening of the same group in the sentence before, in the same paragraph."""
    if draft.headline:
        return None
    group = draft.type.split(".")[0]
    days = [
        other.date
        for other in drafts
        if draft.sentence - other.sentence == 1 and other.date is not None and not other.date_inherited and not other.headline
        and lines[other.sentence] == lines[draft.sentence] and other.type.split(".")[0] == group
    ]  # fmt: skip
    return days[-1] if days else None


def _inherit_dates(drafts: Sequence[Draft], published: date, lines: Sequence[int]) -> None:
    plain = Interval(
        published - timedelta(days=1), published, reason="no time word: the day of publication or the day before"
    )
    dated: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.date is not None:
            dated.setdefault(draft.sentence, []).append(draft)
    for draft in drafts:
        if draft.date is not None:
            continue
        if draft.modality in ("planned", "threatened", "background") or draft.timeless:
            continue
        shared = None
        if not draft.turned:
            shared = _of_sentence(draft, dated.get(draft.sentence, ())) or _told_before(draft, drafts, lines)
        draft.date, draft.date_inherited = shared or plain, True
        draft.tell(
            "date",
            f"{draft.date.start}..{draft.date.end}",
            "from the sentence, or the one before it in the paragraph" if shared else plain.reason,
            -0.5,
        )


def _of_sentence(draft: Draft, dated: Sequence[Draft]) -> Interval | None:
    """The day of the happening that stands nearest before one in its sentence."""
    before = [other for other in dated if other.predicate.first < draft.predicate.first]
    return before[-1].date if before else None


def _inherit_patients(drafts: Sequence[Draft], _: Related) -> None:
    """A pronoun as object ("اعتقلته", "طردتهم", "اعتقاله"): who was hit in what was told before it."""
    for at, draft in enumerate(drafts):
        predicate = draft.predicate
        pronoun = predicate.split.suffix if predicate.verb or draft.frame.genitive == "object" else ""
        if not pronoun or draft.frame.object != "target" or draft.roles.get("target") or draft.casualty:
            continue
        own = draft.ids("initiator")
        for other in reversed(drafts[:at]):
            parties = [party for party in other.roles.get("target", []) if (party.id or "~") not in own]
            if parties and draft.sentence - other.sentence <= 1:
                draft.add("target", _back(parties))
                draft.tell(
                    "target",
                    ", ".join(p.id or p.text for p in parties),
                    "the pronoun refers to who was hit before",
                    -0.5,
                )
                break


_CLAIMING = ("تبنى", "أعلن مسؤولية")
_FAMILIES = {
    "coercion": ("coercion.", "force.weapons_seized", "force.deployment"),
    "force": ("coercion.",),
    "violence": ("violence.shelling", "violence.airstrike", "violence.drone_strike"),
    "control": ("control.capture",),
}
_DEEDS = (
    "force.weapons_seized",
    "coercion.",
    "violence.shelling",
    "violence.airstrike",
    "violence.drone_strike",
    "violence.chemical",
    "control.capture",
)


def _inherit_claimants(drafts: Sequence[Draft], _: Related) -> None:
    """ "تبنى X الهجوم على": who claims an attack told of in the same sentence, where no other doer is named."""
    for at, claim in enumerate(drafts):
        if claim.frame.id.split("/")[-1] not in _CLAIMING or not claim.roles.get("initiator"):
            continue
        for draft in drafts[at + 1 : at + 3]:
            if draft.sentence != claim.sentence or not draft.type.startswith("violence."):
                break
            if draft.frame.subject == "initiator" and not draft.roles.get("initiator"):
                draft.add("initiator", _back(claim.roles["initiator"]))
                draft.tell("initiator", ", ".join(claim.ids("initiator")), "who claims it", -0.3)


def _inherit_agents(drafts: Sequence[Draft], _: Related) -> None:
    """A deed with nobody named: who did the same kind of deed before it in the report (one and the same party each time)."""
    for at, draft in enumerate(drafts):
        if draft.roles.get("initiator") or draft.frame.subject != "initiator" or not draft.type.startswith(_DEEDS):
            continue
        parties = _same_doer(drafts, at)
        if parties:
            draft.add("initiator", _back(parties))
            draft.tell("initiator", ", ".join(p.id or p.text for p in parties), "who did the same in this report", -0.8)


def _same_doer(drafts: Sequence[Draft], at: int) -> list[Party]:
    """Who did the same kind of deed nearest in the report; else who did the one of that family just before."""
    draft = drafts[at]
    acted = [
        other for other in drafts if other is not draft and other.roles.get("initiator") and other.modality != "denied"
    ]
    same = [other for other in acted if other.type == draft.type]
    near = [other for other in same if abs(other.sentence - draft.sentence) <= 2]
    if near:
        return min(near, key=lambda other: abs(other.predicate.first - draft.predicate.first)).roles["initiator"]
    if same and all(_ids(other.roles["initiator"]) == _ids(same[0].roles["initiator"]) for other in same):
        return same[0].roles["initiator"]
    families = _FAMILIES.get(draft.type.split(".")[0], ())
    before = [
        other
        for other in acted
        if other.type.startswith(families)
        and 0 <= draft.sentence - other.sentence <= 1
        and other.predicate.first < draft.predicate.first
    ]
    return before[-1].roles["initiator"] if before else []


def _inherit_opponents(drafts: Sequence[Draft], related: Related) -> None:
    """A place taken: from the side that was fought there, or that left it."""
    for draft in drafts:
        if (
            draft.type not in ("control.capture", "control.transfer")
            or draft.roles.get("target")
            or not draft.roles.get("initiator")
        ):
            continue
        mine = draft.ids("initiator")
        for other in drafts:
            if abs(other.sentence - draft.sentence) > 2 or (
                draft.place
                and other.place
                and draft.place.id != other.place.id
                and not (draft.place_inherited or other.place_inherited)
            ):
                continue
            sides = (
                other.roles.get("participant", [])
                if other.type == "violence.clash"
                else other.roles.get("initiator", [])
                if other.type == "control.withdrawal"
                else other.roles.get("target", [])
                if other.type in ("violence.assault", "coercion.expulsion") and other.ids("initiator") & mine
                else []
            )
            against = _others(sides, mine, related)
            if against and (other.type != "violence.clash" or other.ids("participant") & mine):
                draft.add("target", _back(against))
                draft.tell(
                    "target", ", ".join(p.id or p.text for p in against), "the other side told of beside it", -0.8
                )
                break


_SIDED = ("violence.clash", "politics.agreement")


def _others(parties: Sequence[Party], mine: set[str], related: Related) -> list[Party]:
    """Those who are not of one side with any of mine: an army's air force is no opponent of the army."""
    return [
        party
        for party in parties
        if (party.id or "~") not in mine and not any(party.id is not None and related(party.id, own) for own in mine)
    ]


def _inherit_sides(drafts: Sequence[Draft], related: Related) -> None:
    """Fighting or an agreement with a side missing: the subject beside it, or the two sides that the report tells of."""
    for draft in drafts:
        if draft.type not in _SIDED or len(draft.roles.get("participant", [])) >= 2:
            continue
        for other in sorted(
            drafts,
            key=lambda one: (abs(one.sentence - draft.sentence), abs(one.predicate.first - draft.predicate.first)),
        ):
            if other is draft or abs(other.sentence - draft.sentence) > 2:
                continue
            mine = draft.ids("participant")
            sides = _sides(other)
            if mine and not mine & {party.id or "~" for party in sides}:
                sides = _others(sides, mine, related)
            if not sides or (mine and len(sides) > 1 and not mine & {party.id or "~" for party in sides}):
                continue
            if len(sides) == 1 and other.sentence != draft.sentence:
                continue
            draft.add("participant", _back(sides))
            draft.tell("participant", ", ".join(p.id or p.text for p in sides), "the sides told of beside it", -0.8)
            if len(draft.roles["participant"]) >= 2:
                break


def _sides(draft: Draft) -> list[Party]:
    """The armed parties of a happening, those who act first."""
    if draft.type in _SIDED:
        return list(draft.roles.get("participant", []))
    if not draft.type.startswith(
        (
            "violence.assault",
            "control.",
            "violence.shelling",
            "violence.airstrike",
            "coercion.expulsion",
            "coercion.siege",
            "force.deployment",
        )
    ):
        return []
    found = [*draft.roles.get("initiator", []), *draft.roles.get("target", [])]
    return [
        party
        for party in found
        if party.id is not None and not party.id.startswith(("class.civ", "class.local_res", "class.chil", "class.wom"))
    ]


_OPERATION = ("coercion.raid", "coercion.arrest", "force.weapons_seized")


def _inherit_quarry(drafts: Sequence[Draft], _: Related) -> None:
    """One operation (raid, arrests, what was found): the same people are its target at each step."""
    for draft in drafts:
        if draft.type not in _OPERATION or draft.roles.get("target"):
            continue
        steps = [
            other for other in drafts if other.type in _OPERATION and other is not draft and other.roles.get("target")
        ]
        near = [
            other
            for other in steps
            if abs(other.sentence - draft.sentence) <= 1
            and other.ids("initiator") == draft.ids("initiator")
            and _one_place(draft, other)
        ]
        if near:
            parties = min(near, key=lambda other: abs(other.predicate.first - draft.predicate.first)).roles["target"]
            draft.add("target", _back(parties))
            draft.tell("target", ", ".join(p.id or p.text for p in parties), "the same operation", -0.8)


def _one_place(one: Draft, other: Draft) -> bool:
    return (
        one.place is None
        or other.place is None
        or one.place.id == other.place.id
        or one.place_inherited
        or other.place_inherited
    )


def _inherit_losers(drafts: Sequence[Draft], related: Related) -> None:
    """Places taken: from whom the same side took others in this report, or fought; the freed are detainees."""
    for draft in drafts:
        if draft.roles.get("target"):
            continue
        if draft.type == "politics.release":
            draft.add("target", [Party("class.detainees", "", None, "who is released was held")])
        mine = draft.ids("initiator")
        if draft.type != "control.capture" or not mine:
            continue
        others = [
            other.roles["target"]
            for other in drafts
            if other.type == "control.capture" and other.roles.get("target") and other.ids("initiator") & mine
        ]
        others += [
            _others(other.roles["participant"], mine, related)
            for other in drafts
            if other.type == "violence.clash" and other.ids("participant") & mine
        ]
        others = [parties for parties in others if parties]
        if others and all(_ids(parties) == _ids(others[0]) for parties in others):
            draft.add("target", _back(others[0]))
            draft.tell("target", ", ".join(p.id or p.text for p in others[0]), "the other side in this report", -1.0)


_TAKEN = ("coercion.seizure", "coercion.destruction")
_WRONGED = ("coercion.seizure", "coercion.expulsion", "coercion.ultimatum", "coercion.destruction", "coercion.siege")


def _inherit_owners(drafts: Sequence[Draft], _: Related) -> None:
    """Property taken or wrecked with no owner named: whom the same party drove out, threatened or robbed beside it."""
    for draft in drafts:
        if draft.type not in _TAKEN or draft.roles.get("target") or not draft.roles.get("initiator"):
            continue
        mine = draft.ids("initiator")
        near = [
            other
            for other in drafts
            if other is not draft
            and other.type in _WRONGED
            and other.roles.get("target")
            and other.ids("initiator") == mine
            and abs(other.sentence - draft.sentence) <= 1
        ]
        if near:
            parties = min(near, key=lambda other: abs(other.predicate.first - draft.predicate.first)).roles["target"]
            draft.add("target", _back(parties))
            draft.tell(
                "target", ", ".join(p.id or p.text for p in parties), "whom the same party wronged beside it", -0.8
            )


# The order matters: sides of a fight are needed to tell from whom a place was taken, and the reverse.
_PARTY_STEPS = (
    _inherit_patients,
    _inherit_claimants,
    _inherit_agents,
    _inherit_sides,
    _inherit_opponents,
    _inherit_sides,
    _inherit_quarry,
    _inherit_losers,
    _inherit_owners,
)
