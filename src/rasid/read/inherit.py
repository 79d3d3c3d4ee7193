"""What is not said is taken from around it: the sentence, the sentence before, the headline, the dateline; each with a trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rasid.model.claims import Interval, Party, PlaceValue
from rasid.read.attribution import Saying
from rasid.read.drafts import Draft
from rasid.read.locate import Locator
from rasid.read.roles import Group
from rasid.read.scene import Scene

_NOWHERE = frozenset({"politics.statement", "coercion.demand"})
_PAIR = frozenset({"طرفان", "طرفين", "جانبان", "جانبين", "فصيلان", "فصيلين", "قوتان", "قوتين"})
_LATTER = frozenset({"اخيره", "اخير", "اخيرين"})


class Running:
    """What the report has spoken of so far: subjects, speakers, parties, the running day."""

    def __init__(self, source: str | None, published: date) -> None:
        self.source, self.published = source, published
        self.subject: list[Party] = []
        self.speakers: tuple[Party, ...] = ()
        self.day: Interval | None = None
        self._named: list[tuple[list[Party], frozenset[str]]] = []

    def pass_over(self, scene: Scene) -> None:
        """Take note of a sentence in which nothing happens."""
        self._note_named(scene)

    def remember(self, scene: Scene, drafts: Sequence[Draft], said: Sequence[Saying]) -> None:
        """Take note of a sentence that was read."""
        self._note_named(scene)
        for draft in drafts:
            parties = draft.roles.get("initiator") or draft.roles.get("participant") or []
            if parties and draft.predicate.verb | (draft.predicate.carrier is not None):
                self.subject = list(parties)
            if draft.date is not None:
                self.day = draft.date
        speakers = [saying.speakers for saying in said if saying.speakers and not saying.whole]
        if speakers:
            self.speakers = speakers[0]

    def _note_named(self, scene: Scene) -> None:
        assert scene.setting is not None
        for group in scene.setting.groups:
            parties = [party for identity in group.identities for party in identity.parties if not identity.open]
            if parties and "source" not in group.kinds:
                self._named.append((parties, group.kinds))

    def refer(self, group: Group, scene: Scene) -> list[Party]:
        """Return the party that a back-reference means: the last one named before it that is of its kind."""
        assert scene.setting is not None
        wanted = group.kinds & {"force", "state", "people", "org", "tribe"}
        here = [g for g in scene.setting.groups if g.last <= group.first and g is not group]
        known = [*self._named, *(([p for i in g.identities for p in i.parties if not i.open], g.kinds) for g in here)]
        for parties, kinds in reversed(known):
            if parties and (not wanted or kinds & wanted) and "source" not in kinds and (kinds & {"force", "state", "tribe", "org"}):
                return [Party(party.id, party.text, party.span, "referred back") for party in parties]
        return []


def inherit(drafts: Sequence[Draft], scenes: Sequence[Scene], locator: Locator, published: date) -> None:
    """Fill missing places and dates."""
    _inherit_places(drafts, scenes, locator)
    _inherit_dates(drafts, published)


def _inherit_places(drafts: Sequence[Draft], scenes: Sequence[Scene], locator: Locator) -> None:
    headline = _headline_place(scenes, locator)
    last: PlaceValue | None = None
    last_scene = -1
    first_body = next((draft.place for draft in drafts if draft.place is not None and not draft.headline), None)
    for draft in drafts:
        if draft.place is not None:
            last, last_scene = draft.place, draft.sentence
            continue
        if draft.type in _NOWHERE:
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


def _inherit_dates(drafts: Sequence[Draft], published: date) -> None:
    plain = Interval(published - timedelta(days=1), published, reason="no time word: the day of publication or the day before")
    by_sentence: dict[int, Interval] = {}
    for draft in drafts:
        if draft.date is not None:
            by_sentence.setdefault(draft.sentence, draft.date)
    for draft in drafts:
        if draft.date is not None:
            continue
        if draft.modality in ("planned", "threatened"):
            continue
        shared = by_sentence.get(draft.sentence)
        draft.date, draft.date_inherited = shared or plain, True
        draft.tell("date", f"{draft.date.start}..{draft.date.end}", "from the sentence" if shared else plain.reason, -0.5)
