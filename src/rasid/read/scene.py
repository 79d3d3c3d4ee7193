"""A report laid out for reading: words, hits, and for each sentence its phrases, predicates, clauses, times and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rasid.model.times import Quantity, TimeMention
from rasid.read.clauses import Clause, clauses_of
from rasid.read.governing import Governors
from rasid.read.grid import Grid
from rasid.read.identify import Identifier
from rasid.read.parties import PartyPhrase, party_phrases
from rasid.read.predicates import Predicate, find_predicates
from rasid.read.quantities import find_quantities
from rasid.read.roles import Group, Setting
from rasid.read.sites import SAME_WORD, PlacePhrase, place_phrases
from rasid.read.times import find_times
from rasid.text import Sentence, Word

_TANWEEN = "\u064b"  # fathatan: an object, never the subject of a verb before it
_AMONG = frozenset({"بينهم", "بينهن", "بينها", "بينهما", "منهم", "ضمنهم"})
_BUT = frozenset({"الا", "لكن", "ولكن", "غير", "بيد", "لكنها", "لكنه"})
_DAWN = frozenset({"فجر", "وفجر", "بفجر"})
LONGEST_SENTENCE = 160
_PLACE_ROLES = frozenset({"in", "to", "by", "on", "from"})
_COMING = ("قادم", "آتي", "منطلق", "مصدر")
_PEOPLE_HEADS = frozenset({"civil", "family", "person", "authority", "leader", "org", "body"})


@dataclass(slots=True)
class Scene:
    """One sentence, laid out."""

    sentence: Sentence
    number: int
    parties: list[PartyPhrase] = field(default_factory=list)
    places: list[PlacePhrase] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    clauses: Sequence[Clause] = ()
    times: Sequence[TimeMention] = ()
    quantities: Sequence[Quantity] = ()
    setting: Setting | None = None

    @property
    def headline(self) -> bool:
        """Whether this is the headline."""
        return self.sentence.kind == "headline"


def lay_out(grid: Grid, governors: Governors, sentence: Sentence, number: int) -> Scene:
    """Find the phrases and predicates of a sentence."""
    scene = Scene(sentence, number)
    scene.parties = party_phrases(grid, governors, sentence.first, sentence.last)
    scene.places = place_phrases(grid, governors, sentence.first, sentence.last)
    _part(grid, scene)
    if sentence.kind == "dateline":
        return scene
    scene.times = find_times(grid.words, sentence.first, sentence.last)
    taken = _taken(scene) | _dawns(grid.words, scene.times)
    scene.predicates = find_predicates(grid, sentence.first, sentence.last, number, taken)
    scene.clauses = clauses_of(grid, sentence, scene.predicates)
    if scene.predicates:
        scene.quantities = find_quantities(grid.words, sentence.first, sentence.last, times=tuple(scene.times))
    return scene


def _part(grid: Grid, scene: Scene) -> None:
    """Decide between party and place where both claim the same words, and mark where people are from."""
    kept: list[PartyPhrase] = []
    for party in scene.parties:
        rival = next((place for place in scene.places if place.first < party.last and party.first < place.last), None)
        if rival is None or (rival.reference in SAME_WORD and party.facility is not None):
            kept.append(party)
        elif (
            rival.candidates
            and not rival.weak
            and not party.named
            and party.heads
            and party.heads[0].number == "dual"
            and rival.first == party.first
            and party.last == rival.last
        ):
            continue
        elif rival.first > party.first or (party.heads and rival.first >= party.first and not rival.cues):
            kept.append(party)
            if rival.first < party.last and rival.last <= party.last:
                scene.places.remove(rival)
        elif (
            rival.cues
            or _stage(grid, party)
            or rival.directions
            or rival.governor.role in _PLACE_ROLES
            or (rival.last - rival.first) > (party.last - party.first)
        ):
            continue
        else:
            kept.append(party)
            if not rival.joined:
                scene.places.remove(rival)
    scene.parties = kept
    for place in scene.places:
        _hand_on(place, kept)
        place.origin = place.governor.words.startswith(_COMING) or any(
            party.last <= place.first <= party.last + 1
            and not party.named
            and party.heads
            and (party.heads[-1].kind in _PEOPLE_HEADS or not (party.definite or party.suffix or place.cues))
            and place.governor.role in ("", "from")
            for party in kept
        )


def _hand_on(place: PlacePhrase, parties: Sequence[PartyPhrase]) -> None:
    """ "من حواجز X في Y": where somebody is from whom it comes, it comes from there."""
    before = next((party for party in parties if party.last <= place.governor.first <= party.last + 1), None)
    someone = before is not None and (before.named or bool(before.heads))
    if before is not None and someone and before.governor.role == "from" and place.governor.role == "in":
        place.governor = replace(place.governor, role="from")


def _dawns(words: Sequence[Word], times: Sequence[TimeMention]) -> set[int]:
    """Words for dawn inside a time ("فجر الخميس"): the same letters as "blew up"."""
    return {index for time in times for index in range(time.first, time.last) if words[index].form in _DAWN}


def _stage(grid: Grid, party: PartyPhrase) -> bool:
    """Whether a capital is where it happens and not the government in it: "شهدت بغداد مظاهرة"."""
    if party.first == 0 or party.heads or party.last - party.first > 1:
        return False
    return any(hit.payload[0].subject == "place" for hit in grid.at(party.first - 1, "light"))


def _taken(scene: Scene) -> set[int]:
    """Words inside names: no predicate there."""
    taken: set[int] = set()
    for party in scene.parties:
        if party.name_first >= 0:
            taken.update(range(party.name_first, party.last))
        elif party.nations:
            taken.update(range(party.first + 1, party.last))
    for place in scene.places:
        taken.update(range(place.name_first if place.name_first >= 0 else place.first, place.last))
        for inner in place.containers:
            taken.update(range(inner.first, inner.last))
    return taken


def _share_name(group: Group) -> None:
    """ "قادة وعناصر من X": a head with nothing named takes the name that closes the list after it."""
    for at in range(len(group.phrases) - 2, -1, -1):
        phrase, after = group.phrases[at], group.phrases[at + 1]
        bare = phrase.heads and not phrase.named and not phrase.definite and not phrase.suffix
        if (
            bare
            and after.heads
            and group.identities[at + 1].parties
            and not group.identities[at].parties
            and all(head.armed or head.kind == "leader" for head in phrase.heads)
        ):
            group.identities[at] = group.identities[at + 1]


def _numbers(scene: Scene) -> frozenset[int]:
    """The words of numbers, up to the noun that they count."""
    return frozenset(
        index for q in scene.quantities for index in range(q.first, q.noun if q.noun is not None else q.last)
    )


def pieces(words: Sequence[Word], sentence: Sentence) -> list[Sentence]:
    """Cut a sentence longer than any that people write at its commas, so that the work grows with its length only."""
    found: list[Sentence] = []
    first = sentence.first
    while sentence.last - first > LONGEST_SENTENCE:
        end = first + LONGEST_SENTENCE
        cut = next((at + 1 for at in range(end - 1, first + LONGEST_SENTENCE // 2, -1) if words[at].form == "،"), end)
        found.append(replace(sentence, first=first, last=cut))
        first = cut
    return [*found, replace(sentence, first=first)]


def _share_nation(group: Group) -> None:
    """ "المدفعية والطيران التركيان": the adjective at the end of a list is of all its members."""
    if len(group.phrases) < 2 or not group.phrases[-1].nations or group.phrases[-1].names:
        return
    for at, phrase in enumerate(group.phrases[:-1]):
        if not phrase.named and not group.identities[at].parties and group.identities[-1].parties:
            group.identities[at] = group.identities[-1]


def settle(grid: Grid, scene: Scene, identifier: Identifier) -> None:
    """Identify the parties, group lists, and prepare what role scoring needs."""
    groups: list[Group] = []
    by_phrase: dict[int, Group] = {}
    for phrase in scene.parties:
        identity = identifier.identify(phrase)
        head = by_phrase.get(id(phrase.joined)) if phrase.joined is not None else None
        if head is not None:
            head.phrases.append(phrase)
            head.identities.append(identity)
        else:
            head = Group([phrase], [identity], len(groups))
            groups.append(head)
        by_phrase[id(phrase)] = head
    for group in groups:
        _share_nation(group)
        _share_name(group)
    sentence = scene.sentence
    clause_of = [0] * (sentence.last - sentence.first + 1)
    for number, clause in enumerate(scene.clauses):
        for index in range(clause.first, clause.last):
            clause_of[index - sentence.first] = number
    clause_of[-1] = max(0, len(scene.clauses) - 1)
    verbs = [predicate.first for predicate in scene.predicates if predicate.verb]
    scene.setting = Setting(
        scene.clauses,
        clause_of,
        sentence.first,
        groups,
        verbs,
        scene.headline,
        [place.first for place in scene.places if place.governor.role == "for"],
        _numbers(scene),
        [clause.first for clause in scene.clauses if grid.words[clause.first].form in _BUT],
        frozenset(group.first for group in groups if _TANWEEN in grid.words[group.first].text),
        frozenset(group.first for group in groups if grid.words[group.first - 1].form in _AMONG),
        [one.first for one in scene.predicates if one.noun and not one.split.conj],
    )
    for predicate in scene.predicates:
        predicate.clause = clause_of[predicate.first - sentence.first]
