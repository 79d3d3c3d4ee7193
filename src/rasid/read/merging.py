"""One happening, once: drafts of one report that tell of the same happening become one, with all their evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rasid.knowledge import PlaceBook
from rasid.model.claims import PARTY_ROLES, PlaceValue
from rasid.read.counting import reconcile
from rasid.read.drafts import Draft

_LOOK_BACK = 80  # drafts: further back nothing is told again
_NEAR_DEGREES = 0.3  # some 30 km
_RULED = ("coercion.", "control.")
GENERIC = frozenset({"هجوم", "اعتداء", "عملية", "عدوان", "استهداف", "هجمات"})
_TOWN_KM, _REGION_KM = 15.0, 60.0
_REGIONS = frozenset({"area", "district", "governorate"})
_OPEN_TYPES = frozenset({"violence.assault", "violence.attack_civilians"})
_OPEN_WORDS = GENERIC | {"اعتدى", "استهدف", "هاجم", "كمين", "مجزرة"}
_NEVER_MEANT = frozenset({"violence.clash", "violence.infighting", "violence.air_defence", "violence.torture"})
_NARROWER = {
    "violence.shelling": ("violence.airstrike", "violence.drone_strike", "violence.chemical"),
    "violence.airstrike": ("violence.drone_strike",),
    "violence.ied": ("violence.suicide_attack", "violence.remnants"),
    "violence.clash": ("violence.infighting",),
}
Related = Callable[[str, str], bool]


def merge(drafts: Sequence[Draft], places: PlaceBook, related: Related) -> list[Draft]:
    """Return the drafts with those that tell one happening joined, in order of first mention."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((other for other in reversed(kept[-_LOOK_BACK:]) if _same(other, draft, places, related)), None)
        if twin is None:
            kept.append(draft)
        else:
            _join(twin, draft, places, related)
    return _under_headlines(kept, places, related)


def _under_headlines(drafts: Sequence[Draft], places: PlaceBook, related: Related) -> list[Draft]:
    """Fold what only a headline tells into the violence of the body that it announces in fewer words."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = _announced(draft, drafts, places, related)
        if twin is None:
            kept.append(draft)
            continue
        told, frame = twin.type, twin.frame
        _join(twin, draft, places, related)
        twin.type, twin.frame = told, frame  # the body says what it was
    return kept


def _announced(head: Draft, drafts: Sequence[Draft], places: PlaceBook, related: Related) -> Draft | None:
    """The happening of the body that a headline speaks of: one of its own type first, then the first one told."""
    if not head.headline or not head.type.startswith("violence."):
        return None
    able = [
        draft
        for draft in drafts
        if not draft.headline
        and draft.modality == head.modality
        and (draft.type == head.type or _may_be(head, draft))
        and (head.date_inherited or draft.date_inherited or _dates_meet(head, draft))
        and _within_reach(head, draft, places)
        and all(_parties_meet(head, draft, role, related) for role in ("initiator", "participant", "target"))
    ]
    return min(able, key=lambda draft: (draft.type != head.type, draft.sentence), default=None)


def _may_be(vague: Draft, precise: Draft) -> bool:
    """Whether the word of one leaves open what the other says of the means or the sides."""
    if not precise.type.startswith("violence."):
        return False
    lemma = vague.frame.id.split("/")[-1].split(" (")[0]
    if vague.type in _OPEN_TYPES:
        return (vague.casualty or lemma in _OPEN_WORDS) and precise.type not in _NEVER_MEANT
    return precise.type in _NARROWER.get(vague.type, ())


def _within_reach(head: Draft, draft: Draft, places: PlaceBook) -> bool:
    """Whether a headline, which names the nearest known place or the region, can mean where the body tells it."""
    a, b = head.place, draft.place
    if a is None or b is None or a.id is None or b.id is None or a.name == b.name:
        return True
    if draft.place_inherited or places.contains(a.id, b.id) or places.contains(b.id, a.id):
        return True
    if a.lat is None or b.lat is None:
        return True
    return places.kilometres(a.id, b.id) <= (_REGION_KM if a.precision in _REGIONS else _TOWN_KM)


def _same(one: Draft, other: Draft, places: PlaceBook, related: Related) -> bool:
    if _retold(one, other):
        return True
    if one.type != other.type and not _echoes(one, other):
        return False
    if (one.modality == "denied") != (other.modality == "denied"):
        return False
    if (
        other.predicate.noun
        and other.predicate.split.article
        and not other.headline
        and one.type.startswith("politics.")
        and one.type not in ("politics.statement",)
    ):
        return _dates_meet(one, other)  # "the meeting", "the agreement": told of before
    refers = (
        one.headline and one.predicate.noun and one.predicate.split.article
    )  # "the deadline" that the body tells of
    if not refers and not (_places_meet(one, other, places) and _dates_meet(one, other)):
        return False
    return all(_parties_meet(one, other, role, related) for role in ("initiator", "participant", "target"))


def _retold(one: Draft, other: Draft) -> bool:
    """Whether headline and body tell one toll of several people: the same violence, however each calls it."""
    if one.headline == other.headline or one.modality != other.modality:
        return False
    if not (one.date_inherited or other.date_inherited or _dates_meet(one, other)):
        return False
    if not (one.type.startswith("violence.") and other.type.startswith("violence.")):
        return False
    shared = [key for key in ("killed", "wounded") if key in one.counts and key in other.counts]
    return any(one.counts[key].low == other.counts[key].low > 2 for key in shared)


def _echoes(one: Draft, other: Draft) -> bool:
    """Whether "the attack" speaks again of a violent happening told just before or after, whose kind is said there."""
    if not (one.type.startswith("violence.") and other.type.startswith("violence.")):
        return False
    vague = other if _generic(other) else one if _generic(one) else None
    precise = one if vague is other else other
    if vague is None or precise.type == "violence.clash" or vague.modality != precise.modality:
        return False
    return vague.headline or precise.headline or abs(one.sentence - other.sentence) <= 2


def _generic(draft: Draft) -> bool:
    """A noun such as "attack" that says nothing of the means."""
    return draft.type == "violence.assault" and draft.predicate.noun and draft.frame.id.split("/")[-1] in GENERIC


def _places_meet(one: Draft, other: Draft, places: PlaceBook) -> bool:
    a, b = one.place, other.place
    if a is None or b is None:
        return True
    if a.id is not None and b.id is not None:
        if a.id == b.id:
            return True
        if one.sentence == other.sentence and one.type == other.type:
            return False  # told apart in one breath: two happenings
        if places.contains(a.id, b.id) or places.contains(b.id, a.id):
            return one.headline or other.headline or one.place_inherited or other.place_inherited
        head = (one.headline or other.headline) and one.type == other.type and one.type.startswith(_RULED)
        return head and _close(a, b)
    if a.name == b.name:
        return True
    return one.place_inherited or other.place_inherited


def _close(a: PlaceValue, b: PlaceValue) -> bool:
    """Whether two places lie near one another: a headline names the town or the direction, the body the village."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return abs(a.lat - b.lat) < _NEAR_DEGREES and abs(a.lon - b.lon) < _NEAR_DEGREES


def _dates_meet(one: Draft, other: Draft) -> bool:
    a, b = one.date, other.date
    if a is None or b is None:
        return a is b or one.headline or other.headline
    if (one.headline and one.date_inherited) or (other.headline and other.date_inherited):
        return True  # the headline tells no day
    return a.start <= b.end and b.start <= a.end


def _parties_meet(one: Draft, other: Draft, role: str, related: Related) -> bool:
    a, b = one.ids(role), other.ids(role)
    if not a or not b or a & b:
        return True
    if role == "target":
        return any(_vague(x) or _vague(y) or related(x, y) for x in a for y in b)
    return any(related(x, y) or _vague(x) or _vague(y) for x in a for y in b)


def _vague(actor_id: str) -> bool:
    return actor_id.startswith("class.") or actor_id == "~"


def _join(kept: Draft, draft: Draft, places: PlaceBook, related: Related) -> None:
    """Fold a draft into the one kept: evidence, missing parties, the more exact place and date, counts."""
    if kept.type != draft.type and (_generic(kept) or _vaguer(kept, draft)):
        kept.type, kept.frame = draft.type, draft.frame
    kept.words.extend(span for span in draft.words if span not in kept.words)
    for role in PARTY_ROLES:
        _join_role(kept, draft, role, related)
    if draft.place is not None and (
        kept.place is None
        or (kept.place_inherited and not draft.place_inherited)
        or (kept.headline and kept.type.startswith(_RULED) and not draft.place_inherited)
        or _finer(draft.place, kept.place, places)
    ):
        kept.place, kept.place_inherited = draft.place, draft.place_inherited
    if draft.date is not None and (kept.date is None or (kept.date_inherited and not draft.date_inherited)):
        kept.date, kept.date_inherited = draft.date, draft.date_inherited
    for key, count in draft.counts.items():
        kept.counts[key] = reconcile(kept.counts[key], count) if key in kept.counts else count
    if not kept.attribution or kept.headline:
        kept.attribution = draft.attribution or kept.attribution
    if kept.modality == "asserted" and draft.modality != "asserted" and not kept.headline:
        pass
    elif kept.headline:
        kept.modality = draft.modality
    kept.headline = kept.headline and draft.headline
    kept.tell("merged", draft.type, "told again in the report")


def _vaguer(kept: Draft, draft: Draft) -> bool:
    """Whether what was read first says less of the kind of violence."""
    if kept.type == "violence.attack_civilians":
        return kept.casualty and draft.type not in ("violence.assault", "violence.attack_civilians")
    return kept.type == "violence.assault"


def _join_role(kept: Draft, draft: Draft, role: str, related: Related) -> None:
    mine, theirs = kept.roles.get(role, []), draft.roles.get(role, [])
    if not theirs:
        return
    if not mine:
        kept.roles[role] = list(theirs)
        return
    if all(_vague(party.id or "~") for party in mine) and any(not _vague(party.id or "~") for party in theirs):
        kept.roles[role] = list(theirs)
        return
    if role == "participant":
        kept.add(role, [party for party in theirs if not _vague(party.id or "~")])
        return
    if len(theirs) > len(mine):
        for party in theirs:
            if not _vague(party.id or "~") and not any(related(party.id or "~", other.id or "~") for other in mine):
                kept.add(role, [party])


def _finer(new: PlaceValue, old: PlaceValue, places: PlaceBook) -> bool:
    return new.id is not None and old.id is not None and new.id != old.id and places.contains(old.id, new.id)
