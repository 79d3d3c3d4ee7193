"""Who is cast in which role, weighed once more with the whole report in view.

The rules of `roles` and `inherit` propose. Then every party that the report names near a happening is weighed for each
role by a learned judge (`data/learned/casting_*.json`), which sees what the rules proposed and why, how the party
stands to the predicate, and what else the report casts it as. No column of a judge names a report, a person, a place,
or an actor other than a class of people.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rasid.model.claims import Party
from rasid.read.drafts import Draft
from rasid.read.identify import class_kinds, kinds_of
from rasid.read.roles import Group
from rasid.read.scene import Scene
from rasid.read.tally import History
from rasid.read.weigh import Judge
from rasid.text import Word

ROLES = ("initiator", "target", "participant")
CATEGORIES = (
    "state", "reason",  # of the role; the rest is of the candidate
    "type", "group", "class", "governed", "gender", "side", "near", "form", "frame_subject",
)  # fmt: skip
NUMBERS = (
    "also", "own",  # of the role; the rest is of the candidate
    "doer", "doers",
    "kinds", "force", "state_kind", "org", "people", "civilian", "facility_kind", "leader",
    "implied", "mentions", "total", "headline", "in_headline", "killed", "place_inherited",
    "else_initiator", "same_initiator", "group_initiator", "away_initiator",
    "else_target", "same_target", "group_target", "away_target",
    "else_participant", "same_participant", "group_participant", "away_participant",
    "here_initiator", "before_initiator", "after_initiator", "hit", "fights",
    "step", "gap", "hard", "soft", "verbs", "cost", "rank", "cast_initiator", "in_list", "open", "weak", "named",
    "site", "conjoined",
)  # fmt: skip
COLUMNS = (*CATEGORIES, *NUMBERS)
_BACK, _AHEAD = 5, 2  # sentences before and after the happening whose parties are weighed
_SURE = frozenset(
    {
        "after من قبل",
        "after على يد",
        "after على أيدي",
        "after من جانب",
        "subject of the verb of making",
        "who claims it",
    }
)
"""Reasons of a proposal that no judge overrules: the words say who did it."""
_ABSENT = -1.0
Implied = Mapping[str, Mapping[str, Sequence[str]]]
"""Classes of people that may be cast without being named, by role and type of happening (society.protest: protesters)."""


class Mention(NamedTuple):
    """A party as one sentence names it."""

    scene: int
    group: Group
    party: Party
    kinds: frozenset[str]


@dataclass(slots=True)
class Candidate:
    """Somebody who may be cast: `name` is the id, or ~ and the words where no id is known."""

    name: str
    party: Party
    kinds: frozenset[str]
    mentions: list[Mention] = field(default_factory=list)
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """May this candidate be cast in this role of this happening? `words` stand in the order of CATEGORIES, `numbers` of NUMBERS."""

    role: str
    candidate: Candidate
    words: tuple[str, ...]
    numbers: tuple[float, ...]


def class_of(name: str) -> str:
    """Return what a party is where only classes of people have names of their own: the class, unknown or named."""
    return name if name.startswith("class.") else "unknown" if name.startswith("~") else "named"


def name_of(party: Party) -> str:
    """Return what tells a party from others: its id, or its words."""
    return party.id or "~" + party.text


class Stage:
    """The parties of a report, and the happenings they may be cast in."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        scenes: Sequence[Scene],
        words: Sequence[Word],
        *,
        symmetric: Callable[[str], bool],
        kinds: Callable[[str], frozenset[str]],
        one_side: Callable[[str, str], bool],
        implied: Implied,
    ) -> None:
        self.drafts, self.scenes, self.words = drafts, scenes, words
        self._symmetric, self._kinds, self._implied = symmetric, kinds, implied
        self.one_side = one_side
        self._mentions = [_mentions(scene) for scene in scenes]
        self._totals: dict[str, int] = {}
        for mentions in self._mentions:
            for mention in mentions:
                name = name_of(mention.party)
                self._totals[name] = self._totals.get(name, 0) + 1
        self._taken: dict[int, list[tuple[int, str]]] = {}
        self._names = [
            {role: frozenset(map(name_of, parties)) for role, parties in draft.roles.items()} for draft in drafts
        ]
        self._history = History(drafts, self._names)
        for number, draft in enumerate(drafts):
            for role, parties in draft.roles.items():
                for party in parties:
                    self._history.add(name_of(party), role, number)
                    if party.span is not None and party.reason != "referred back":
                        self._taken.setdefault(party.span.start, []).append((number, role))

    def roles(self, draft: Draft) -> tuple[str, ...]:
        """Return the roles that are cast anew for a happening of this type."""
        return ("participant", "target") if self._symmetric(draft.type) else ("initiator", "target")

    def questions(self, number: int) -> list[Question]:
        """Return every candidate for every role of one happening, with what speaks for and against."""
        draft = self.drafts[number]
        happening = _Happening(number, draft, self._names[number], self.scenes[draft.sentence])
        asked: list[Question] = []
        roles = self.roles(draft)
        proposals = {step.field: step.reason for step in reversed(draft.trace)}
        for name, candidate in self._candidates(number).items():
            open_to = [role for role in roles if self._in_question(happening, role, candidate)]
            if not open_to:
                continue
            words, numbers = self._seen(happening, candidate)
            for role in open_to:
                own = happening.names.get(role, ())
                mine = name in own
                state = "proposed" if mine else "another proposed" if own else "nobody proposed"
                reason = proposals.get(role, "none") if mine else "-"
                also = sum(name in names for other, names in happening.names.items() if other != role)
                asked.append(Question(role, candidate, (state, reason, *words), (also, len(own), *numbers)))
        return asked

    def _in_question(self, happening: _Happening, role: str, candidate: Candidate) -> bool:
        """Whether it is worth asking: where somebody is proposed, and for the sides of a meeting or fight, only the sentence is."""
        draft, own = happening.draft, happening.names.get(role, ())
        if candidate.implied and candidate.name not in self._implied.get(role, {}).get(draft.type, ()):
            return False
        if candidate.name in own or not (own or role == "participant"):
            return True
        return any(mention.scene == draft.sentence for mention in candidate.mentions)

    def _candidates(self, number: int) -> dict[str, Candidate]:
        draft = self.drafts[number]
        found: dict[str, Candidate] = {}
        for parties in draft.roles.values():
            for party in parties:
                found.setdefault(name_of(party), Candidate(name_of(party), party, self._kinds_of(party)))
        low, high = max(0, draft.sentence - _BACK), min(len(self.scenes), draft.sentence + _AHEAD + 1)
        for scene in (*((0,) if low > 0 else ()), *range(low, high)):
            for mention in self._mentions[scene]:
                self._meet(found, mention, here=scene == draft.sentence)
        for role in self.roles(draft):
            for id_ in self._implied.get(role, {}).get(draft.type, ()):
                if id_ not in found:
                    party = Party(id_, "", None, "implied by what is told")
                    found[id_] = Candidate(id_, party, self._kinds_of(party), implied=True)
        return found

    @staticmethod
    def _meet(found: dict[str, Candidate], mention: Mention, *, here: bool) -> None:
        name = name_of(mention.party)
        candidate = found.get(name)
        if candidate is None:
            if "source" in mention.kinds or (mention.party.id is None and not here):
                return
            candidate = found[name] = Candidate(name, mention.party, mention.kinds)
        candidate.kinds |= mention.kinds
        candidate.mentions.append(mention)

    def _kinds_of(self, party: Party) -> frozenset[str]:
        return frozenset() if party.id is None else self._kinds(party.id)

    def _seen(self, happening: _Happening, candidate: Candidate) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """The categories and numbers of a candidate, in the order of the columns."""
        draft, kinds, name = happening.draft, candidate.kinds, candidate.name
        here = [mention for mention in candidate.mentions if mention.scene == draft.sentence]
        if here:
            nearest = min(here, key=lambda mention: happening.distance(mention)[0])
            placed, stands = self._here(happening, nearest)
        elif candidate.mentions:
            placed, stands = self._elsewhere(draft, candidate.mentions)
        else:
            placed, stands = _NOWHERE
        words = (draft.type, happening.group, class_of(name), *placed, happening.form, draft.frame.subject)
        return words, (
            name in happening.doers,
            len(happening.doers),
            len(kinds),
            "force" in kinds,
            "state" in kinds,
            "org" in kinds,
            "people" in kinds,
            "civilian" in kinds,
            "facility" in kinds,
            "leader" in kinds,
            candidate.implied,
            len(candidate.mentions),
            self._totals.get(name, 0),
            draft.headline,
            any(self.scenes[mention.scene].headline for mention in candidate.mentions),
            "killed" in draft.counts,
            draft.place_inherited,
            *self._history.of(name, happening.number),
            *stands,
        )

    def _elsewhere(self, draft: Draft, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[float, ...]]:
        nearest = min(mentions, key=lambda m: (abs(m.scene - draft.sentence), m.group.first))
        near = "headline" if self.scenes[nearest.scene].headline else "body"
        named = nearest.group.phrases[0].named
        step = nearest.scene - draft.sentence
        return (nearest.group.role or "bare", "-", "-", near), (step, *_NO_GAP, named, _ABSENT, _ABSENT)

    def _here(self, happening: _Happening, mention: Mention) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """How a mention in the same sentence stands to the predicate."""
        draft, group, setting = happening.draft, mention.group, happening.scene.setting
        assert setting is not None
        cost, near, hard, soft, verbs = happening.distance(mention)
        low, high = min(near, draft.predicate.first), max(near, draft.predicate.first)
        rank = sum(1 for other in setting.groups if not other.role and other is not group and low < other.first < high)
        taken = self._taken.get(mention.party.span.start, ()) if mention.party.span is not None else ()
        anchor, phrase = happening.anchor, group.phrases[0]
        tag = anchor.tag.gender + anchor.tag.number if anchor.verb and anchor.tag is not None else ""
        side = "after" if group.first >= draft.predicate.last else "before"
        return (group.role or "bare", tag + self._gender(group), side, "here"), (
            0.0,
            abs(near - draft.predicate.first),
            hard,
            soft,
            verbs,
            cost,
            rank,
            any(what == "initiator" and self.drafts[n] is not draft for n, what in taken),
            len(group.phrases),
            group.identities[0].open,
            group.identities[0].weak,
            phrase.named,
            phrase.facility is not None,
            anchor.split.conj != "",
        )

    def _gender(self, group: Group) -> str:
        """The gender and number that the first word shows: f, mp (sound plural), m with the head's number, or ?."""
        phrase = group.phrases[0]
        form = self.words[phrase.first].form
        if form.endswith(("ه", "ات")):
            return "f"
        if form.endswith(("ون", "ين")):
            return "mp"
        if phrase.heads:
            return "f" if phrase.heads[0].feminine else f"m{phrase.heads[0].number[:1]}"
        return "?"


class _Happening:
    """What is the same for all candidates of one happening."""

    def __init__(self, number: int, draft: Draft, names: Mapping[str, frozenset[str]], scene: Scene) -> None:
        self.number, self.draft, self.names, self.scene = number, draft, names, scene
        self.group = draft.type.split(".")[0]
        self.doers = names.get("initiator", frozenset())
        self.anchor = draft.predicate.carrier or draft.predicate
        light = "light " if self.anchor is not draft.predicate else ""
        self.form = light + ("passive" if draft.predicate.passive else "verb" if self.anchor.verb else "noun")
        self._distances: dict[int, tuple[float, int, int, int, int]] = {}

    def distance(self, mention: Mention) -> tuple[float, int, int, int, int]:
        """How far a mention is: the cost, its nearest word, clause boundaries (hard, soft) and verbs between."""
        known = self._distances.get(id(mention.group))
        if known is None:
            setting, predicate, group = self.scene.setting, self.draft.predicate, mention.group
            assert setting is not None
            near = group.first if group.first >= predicate.last else group.last - 1
            hard, soft = setting.boundaries(near, predicate.first)
            verbs = setting.verbs_between(near, predicate.first)
            cost = abs(near - predicate.first) + 5 * hard + 3 * soft + 6 * verbs + (2 if group.role else 0)
            known = self._distances[id(group)] = (cost, near, hard, soft, verbs)
        return known


_NO_GAP = (_ABSENT,) * 10
_NOWHERE = (("-", "-", "-", "nowhere"), (_ABSENT, *_NO_GAP, _ABSENT, _ABSENT, _ABSENT))


def _mentions(scene: Scene) -> list[Mention]:
    if scene.setting is None:
        return []
    return [
        Mention(scene.number, group, party, identity.kinds)
        for group in scene.setting.groups
        for identity in group.identities
        for party in identity.parties
    ]


def kinds_by(actors: Mapping[str, object]) -> Callable[[str], frozenset[str]]:
    """Return the question of what kinds an actor is."""

    def kinds(actor_id: str) -> frozenset[str]:
        if actor_id.startswith("class."):
            return class_kinds(actor_id)
        return kinds_of(actors[actor_id]) if actor_id in actors else frozenset()  # type: ignore[arg-type]

    return kinds


def cast(stage: Stage, judges: Mapping[str, Judge]) -> None:
    """Give each happening the parties that its judge finds likely, and write into the trace what changed and why."""
    decided = [_decide(stage.questions(number), judges, stage.one_side) for number in range(len(stage.drafts))]
    for draft, chosen in zip(stage.drafts, decided):
        for role in stage.roles(draft):
            if role in judges:
                _settle(draft, role, chosen.get(role, []), judges[role])


_Answer = tuple[Question, float, list[float]]


def _decide(
    asked: Sequence[Question], judges: Mapping[str, Judge], one_side: Callable[[str, str], bool]
) -> dict[str, list[_Answer]]:
    """The candidates that pass, by role; whoever passes in two roles keeps the likelier one."""
    best: dict[str, tuple[float, str]] = {}
    passed: list[_Answer] = []
    left: list[_Answer] = []
    for question in asked:
        judge = judges.get(question.role)
        if judge is None:
            continue
        values = judge.encode(question.words, question.numbers)
        proposed = question.words[0] == "proposed"
        sure = proposed and question.words[1] in _SURE
        chance = judge.chance(values) if sure else judge.enough(values, proposed=proposed)
        if chance is None:
            left.append((question, 0.0, values))
            continue
        passed.append((question, chance, values))
    passed += [answer for answer in left if answer[0].words[0] == "proposed" and _listed(answer[0], passed)]
    for question, chance, _ in passed:
        name = question.candidate.name
        if name not in best or chance > best[name][0]:
            best[name] = (chance, question.role)
    chosen: dict[str, list[_Answer]] = {}
    for answer in sorted(passed, key=lambda answer: -answer[1]):
        question = answer[0]
        others = chosen.setdefault(question.role, [])
        if best[question.candidate.name][1] == question.role and not any(
            _same_again(question, other[0], one_side) for other in others
        ):
            others.append(answer)
    return chosen


def _listed(question: Question, passed: Sequence[_Answer]) -> bool:
    """Whether it was proposed in one list with somebody who passed ("X وY وZ"): a list is cast as a whole."""
    groups = {id(mention.group) for mention in question.candidate.mentions}
    return any(
        other.role == question.role
        and other.words[0] == "proposed"
        and any(id(mention.group) in groups for mention in other.candidate.mentions)
        for other, _, _ in passed
    )


def _same_again(question: Question, other: Question, one_side: Callable[[str, str], bool]) -> bool:
    """Whether an answer names again a doer that a likelier one names: a state beside its own army."""
    if question.role == "target" or question.words[0] == other.words[0] == "proposed":
        return False  # of those who were hit both may be meant, and what the words name twice is two
    return one_side(question.candidate.name, other.candidate.name)


def _settle(draft: Draft, role: str, chosen: Sequence[_Answer], judge: Judge) -> None:
    before = {name_of(party) for party in draft.roles.get(role, ())}
    kept = [party for party in draft.roles.get(role, ()) if name_of(party) in {a[0].candidate.name for a in chosen}]
    added = [answer for answer in chosen if answer[0].candidate.name not in before]
    draft.roles[role] = [*kept, *(_party(answer[0], draft) for answer in added)]
    for question, chance, _ in added:
        draft.tell(role, question.candidate.name, f"weighed against the others: {_facts(question)}", round(chance, 2))
    for name in sorted(before - {answer[0].candidate.name for answer in chosen}):
        draft.tell(role, f"not {name}", "weighed and found unlikely", judge.forest.keep)


def _facts(question: Question) -> str:
    """What stood out of the candidate, for a person to read."""
    words, numbers = dict(zip(CATEGORIES, question.words)), dict(zip(NUMBERS, question.numbers))
    if words["near"] == "here":
        where = f"in the sentence, {words['side']} the predicate, {words['governed']}"
    elif words["near"] == "nowhere":
        where = "not named, implied by what is told"
    else:
        where = f"named {abs(int(numbers['step']))} sentences {'after' if numbers['step'] > 0 else 'before'}"
    played = [f"{role} of {numbers[f'else_{role}']:.0f} others" for role in ROLES if numbers[f"else_{role}"]]
    return ", ".join([where, *played])


def _party(question: Question, draft: Draft) -> Party:
    """The party with the words that name it nearest."""
    mentions = question.candidate.mentions
    if not mentions:
        return question.candidate.party
    nearest = min(mentions, key=lambda m: (abs(m.scene - draft.sentence), abs(m.group.first - draft.predicate.first)))
    party = nearest.party
    if nearest.scene == draft.sentence:
        return party
    return Party(party.id, party.text, party.span, "named elsewhere in the report")
