"""The reader: a pure function from the text of a report to claims, each resting on the words that say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rasid.errors import ReadingError
from rasid.knowledge import load
from rasid.knowledge.frames import Frame
from rasid.model.claims import PARTY_ROLES, Claim, Party, Reading, Span
from rasid.read.agreeing import speaks_of, tag_of
from rasid.read.attribution import Saying, Voices, attribution_at, lend, own_voice
from rasid.read.carry import ASKING, pair_lights
from rasid.read.casting import Implied, Question, Stage, cast, kinds_by
from rasid.read.casualties import Casualty, attach, settle_headlines, told_as_outcome
from rasid.read.compile import CROWDS, Engine, engine_for
from rasid.read.conditions import KindIndex, Scope, needs_met, refined_type
from rasid.read.counting import Counter, casualty_count, other_counts, taken_by
from rasid.read.deeds import name_by_deeds
from rasid.read.drafts import Draft
from rasid.read.governing import Governors
from rasid.read.grid import QUOTES, Grid
from rasid.read.identify import Identifier
from rasid.read.inherit import Running, inherit
from rasid.read.locate import Locator
from rasid.read.matcher import Hit
from rasid.read.merging import merge
from rasid.read.modality import carry_terms, charged, clause_at, habitual, modality_of, negated
from rasid.read.placing import choose_phrase
from rasid.read.predicates import Predicate
from rasid.read.roles import Filled, Group, Setting, fill
from rasid.read.scene import Scene, lay_out, pieces, settle
from rasid.read.sites import PlacePhrase
from rasid.read.timing import choose_time, undated
from rasid.text import sentences, words

_EVIDENCE_WORDS = 40
_EVIDENCE_TAIL = 6
_SYMMETRIC_KEEP = ("violence.clash",)
_CROWD = frozenset({"people", "civilian", "civil", "tribe", "org", "member", "leader"})


def read(text: str, *, published: date, source: str | None = None, country: str | None = None) -> Reading:
    """Read one report.

    `text` is the raw report, headline first; `published` its day of publication, from which relative dates are counted;
    `source` the outlet's actor id (`src.…`), `country` the ISO 3166 code the report is about: both help to choose among
    namesakes. Offsets in the result are code points of `text`. Raises ReadingError for arguments of the wrong type;
    never for any text.
    """
    if not isinstance(text, str):
        raise ReadingError(f"text must be a string, not {type(text).__name__}")
    if not isinstance(published, date):
        raise ReadingError(f"published must be a datetime.date, not {type(published).__name__}")
    report = _Report(engine_for(load()), text, published, source, country)
    return Reading(text, published, source, country, report.claims())


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One happening as the rules propose it, with every question that its judges will be asked."""

    claim: Claim
    questions: Sequence[Question]


def rehearse(
    text: str,
    *,
    published: date,
    source: str | None = None,
    country: str | None = None,
    implied: Implied,
) -> list[Rehearsed]:
    """Read a report up to where parties are weighed: what the judges learn from."""
    report = _Report(engine_for(load()), text, published, source, country)
    drafts = report.propose()
    if not drafts:
        return []
    stage = report.stage(drafts, implied)
    return [Rehearsed(report.claim(draft), stage.questions(number)) for number, draft in enumerate(drafts)]


class _Report:
    """The work on one report."""

    def __init__(self, engine: Engine, text: str, published: date, source: str | None, country: str | None) -> None:
        self.engine, self.text = engine, text
        self.published, self.source, self.country = published, source, country
        self.words = words(text)
        self.grid: Grid | None = None
        self._said: Sequence[Saying] = ()
        self._types: set[str] = set()  # of the happenings in the sentences before

    def claims(self, *, judged: bool = True) -> tuple[Claim, ...]:
        """Return what the report says; `judged` False leaves it at what the rules propose."""
        drafts = self.propose()
        if judged and self.engine.judges and drafts:
            implied = {role: judge.forest.implied for role, judge in self.engine.judges.items()}
            cast(self.stage(drafts, implied), self.engine.judges)
        name_by_deeds(drafts, self.words, self.engine.actors)
        merged = merge(drafts, self.engine.places, self.engine.related)
        lend(merged)
        return tuple(self.claim(draft) for draft in merged)

    def stage(self, drafts: Sequence[Draft], implied: Implied) -> Stage:
        """Return the parties of the report and the happenings they may be cast in."""
        kinds = kinds_by(self.engine.actors.actors)
        return Stage(
            drafts,
            self.scenes,
            self.words,
            symmetric=self.engine.symmetric,
            kinds=kinds,
            one_side=self.engine.one_side,
            implied=implied,
        )

    def propose(self) -> list[Draft]:
        """Return what the rules make of the report: every happening with its fields, before parties are weighed."""
        hits = self.engine.matcher.find(self.words)
        if not any(hit.kind == "frame" for hit in hits):
            return []
        self.grid = Grid(self.words, hits)
        governors = Governors(self.grid, hits)
        spans = [
            piece
            for sentence in sentences(self.words)
            if sentence.kind != "furniture"
            for piece in pieces(self.words, sentence)
        ]
        self.scenes = [lay_out(self.grid, governors, sentence, number) for number, sentence in enumerate(spans)]
        self.locator = Locator(
            self.engine.places,
            self.grid,
            [place for scene in self.scenes for place in scene.places],
            country=self.country,
            headline=max((scene.sentence.last for scene in self.scenes if scene.headline), default=0),
        )
        identifier = Identifier(
            self.grid,
            self.engine.knowledge,
            published=self.published,
            country=self.country,
            source=self.source,
            place_ids=self.locator.ids(),
        )
        identifier.note_strong([phrase for scene in self.scenes for phrase in scene.parties])
        for scene in self.scenes:
            settle(self.grid, scene, identifier)
        self.kinds = self._kind_index(hits)
        self.report_kinds = frozenset(self.kinds.kinds)
        self.voices = Voices(self.grid, self.source, self.engine.state_of(self.country, self.published))
        self.running = Running(self.source, self.published, self.engine.opening_words)
        drafts: list[Draft] = []
        for scene in self.scenes:
            drafts.extend(self._read_scene(scene, drafts))
        drafts = settle_headlines(drafts)
        carry_terms(drafts, [scene.sentence.line for scene in self.scenes])
        inherit(drafts, self.scenes, self.locator, self.published, related=self.engine.one_side)
        _taken_on_other_days(drafts)
        return drafts

    def _kind_index(self, hits: Sequence[Hit]) -> KindIndex:
        grid = self.grid
        assert grid is not None
        pairs: list[tuple[int, str]] = []
        for hit in hits:
            if hit.kind in ("noun", "facility", "head") and grid.hidden[hit.first] <= hit.length:
                pairs.extend((hit.first, kind) for kind in self.engine.noun_kinds(hit))
            elif (
                hit.kind == "frame"
                and hit.payload[0].type in ("violence.clash", "violence.assault")
                and not hit.payload[0].casualty
                and grid.hidden[hit.first] <= hit.length
            ):
                pairs.append((hit.first, "fighting"))
        for scene in self.scenes:
            pairs.extend((place.first, "place") for place in scene.places)
            assert scene.setting is not None
            for group in scene.setting.groups:
                pairs.extend((group.first, kind) for kind in group.kinds)
        return KindIndex.of(pairs)

    def _read_scene(self, scene: Scene, before: list[Draft]) -> list[Draft]:
        grid, setting = self.grid, scene.setting
        assert grid is not None and setting is not None
        said = self.voices.sayings(scene.sentence, setting, [place.first for place in scene.places])
        for saying in said:
            for place in scene.places:
                if saying.group is not None and saying.group.first <= place.first <= saying.group.last + 2:
                    place.speaker = place.first > saying.group.first
        if scene.sentence.kind == "dateline" or not scene.predicates:
            self.running.pass_over(scene)
            return []
        self._said = said
        able = pair_lights(grid, scene.predicates)
        drafts: list[Draft] = []
        casualties: list[Casualty] = []
        counter = Counter(grid, scene)
        taken: set[int] = set()
        last_filled: Filled | None = None
        for predicate in able:
            made = self._draft(scene, predicate, said, last_filled)
            if made is None:
                last_filled = self._acting(predicate, setting) or last_filled
                continue
            draft, filled = made
            if predicate.verb and filled.subject is not None:
                last_filled = filled
            carried = counter.carried(predicate)
            for key, told in carried:
                taken |= taken_by(grid, counter.quantities, told)
                if draft.frame.casualty or (predicate.tag is not None and predicate.tag.kind == "active"):
                    casualties.append(Casualty(key, predicate.first, draft, told, [], []))
                else:
                    draft.counts[key] = told
            if draft.frame.casualty:
                count = casualty_count(counter, predicate, draft.frame.casualty)
                taken |= taken_by(grid, counter.quantities, count)
                draft.casualty = True
                casualties.append(
                    Casualty(
                        draft.frame.casualty,
                        predicate.first,
                        draft,
                        count,
                        draft.roles.get("target") or self._fallen(draft, filled, scene),
                        draft.roles.get("initiator", []),
                        told_as_outcome(grid, predicate, scene.sentence.first, scene.sentence.last),
                        there=self.words[max(0, predicate.first - 1)].form == "حيث",
                    )
                )
            else:
                drafts.append(draft)
        drafts = self._sharpen([draft for draft in drafts if not self._hollow(draft, drafts, scene)])
        drafts.extend(attach(casualties, drafts, setting, before))
        drafts = [draft for draft in drafts if not self._hearsay(draft, drafts)]
        for draft in drafts:
            self._made_by(draft, scene)
            self._retype(draft)
        other_counts(counter, drafts, taken)
        drafts.sort(key=lambda draft: draft.predicate.first)
        placed = [piece for draft in drafts for piece in self._spread(draft)]
        self._types |= {draft.type for draft in placed}
        self.running.remember(scene, placed)
        return placed

    def _fallen(self, draft: Draft, filled: Filled, scene: Scene) -> list[Party]:
        """The dead and hurt of a fight: participants where it stands alone, victims of what caused it."""
        if not self.engine.symmetric(draft.type):
            return []
        groups = filled.roles.get("target", [])[:1]
        return [party for group in groups for party in self._refer(group, scene) or group.parties]

    @staticmethod
    def _acting(predicate: Predicate, setting: Setting) -> Filled | None:
        """A verb that tells no event still says who acts: "stopped the lorries and looted them"."""
        if not predicate.verb or predicate.passive or not predicate.senses:
            return None
        filled = fill(predicate, predicate.senses[0][0], setting)
        known = filled.subject is not None and not filled.passive and bool(filled.subject.kinds & _ACTORS)
        return filled if known else None

    def _made_by(self, draft: Draft, scene: Scene) -> None:
        """ "عبوة زرعها X", "هجوم نفذته X": who made what the predicate tells, where nobody is named yet."""
        apt = draft.type.startswith("violence.") and draft.frame.subject != "participant"
        if draft.roles.get("initiator") or not apt:
            return
        assert scene.setting is not None
        limit = min(draft.predicate.last + 10, scene.sentence.last)
        for group in scene.setting.groups:
            if not draft.predicate.last < group.first <= limit or group.role not in ("", "as"):
                continue
            before = group.first - 1
            while before > draft.predicate.last and self.words[before].form in QUOTES:
                before -= 1
            if _MADE_BY.fullmatch(self.words[before].form):
                draft.add("initiator", self._refer(group, scene) or group.parties)
                draft.tell("initiator", ", ".join(draft.ids("initiator")), "subject of the verb of making", 1.0)
                return

    def _draft(
        self, scene: Scene, predicate: Predicate, said: Sequence[Saying], last: Filled | None
    ) -> tuple[Draft, Filled] | None:
        grid, setting = self.grid, scene.setting
        assert grid is not None and setting is not None
        first = scene.sentence.first
        if negated(grid, predicate, first) or self._alleged(predicate) or _asked_for(predicate):
            return None
        anchor = predicate.carrier or predicate
        habit = not scene.headline and habitual(grid, predicate, clause_at(scene.clauses, anchor.first))
        if habit or charged(grid, predicate, first):
            return None
        for frame, tag in predicate.senses:
            if self._idiom(frame, predicate):
                continue
            if self._standing(predicate, frame.type, tag.kind, scene):
                continue
            if frame.casualty and frame.object == "none" and tag.is_verb and predicate.split.suffix:
                continue  # "قضتها": who perishes has no object
            filled = fill(predicate, frame, setting)
            if (
                tag.kind == "passive"
                and not frame.casualty
                and predicate.carrier is None
                and not scene.headline
                and not any(group.role == "agent" for groups in filled.roles.values() for group in groups)
            ):
                continue
            scope = self._scope(scene, predicate, frame, filled)
            if not needs_met(frame, scope) and not self._told_again(predicate, frame.type):
                continue
            if frame.weak and not (filled.roles or "place" in scope.clause):
                continue
            type_, why = refined_type(frame, scope)
            draft = Draft(type_, predicate, frame, scene.number, headline=scene.headline, margin=filled.margin)
            draft.tell("type", type_, why)
            draft.manned = filled.subject is not None and bool(filled.subject.kinds & _FORCES)
            acts = filled.subject is not None and bool(filled.subject.kinds & _ACTORS)
            draft.spoken = not frame.weak and (acts or tag.companion)
            self._take_roles(draft, filled, scene, last)
            self._say(draft, scene, said)
            self._where(draft, scene)
            self._when(draft, scene)
            draft.turned = any(turn <= predicate.first for turn in setting.turns)
            self._evidence(draft, scene, filled)
            return draft, filled
        return None

    def _alleged(self, predicate: Predicate) -> bool:
        """Whether the words only give the charge: "اعتقل بتهمة نبش القبور"."""
        before = self.words[max(0, predicate.first - (2 if predicate.noun else 1)) : predicate.first]
        return any(word.form.lstrip("ول").removeprefix("ب").removeprefix("ال") in _CHARGES for word in before)

    def _standing(self, predicate: Predicate, type_: str, kind: str, scene: Scene) -> bool:
        """Whether the words tell who holds a place, not that it changed hands: "التي تسيطر عليها", "مناطق سيطرة X"."""
        if not type_.startswith(("control.", "force.deployment")):
            return False
        if kind == "present" and not scene.headline and predicate.carrier is None and not predicate.split.future:
            lemma = predicate.senses[0][0].id.split("/")[-1].split(" (")[0]
            if lemma in _HOLDS and self.words[predicate.first - 1].form not in ("ان", "لم", "لن"):
                return True
            if scene.clauses[predicate.clause].opens == "relative":
                return True
        before = self.words[predicate.first - 1].form if predicate.first > scene.sentence.first else ""
        return (
            predicate.noun
            and predicate.carrier is None
            and (before in _HELD or before.removeprefix("ال").startswith("خاضع"))
        )

    def _idiom(self, frame: Frame, predicate: Predicate) -> bool:
        """Whether the words around the predicate are a phrase in which the word means something else."""
        if not frame.not_when:
            return False
        phrases = [phrase.split() for phrase in frame.not_when]
        if "\u0651" in self.words[predicate.first].text:
            phrases = [parts for parts in phrases if parts[0] != "فجر"]  # "فجّر أمس" is no dawn
            if not phrases:
                return False
        reach = max(len(parts) for parts in phrases)
        around = range(max(0, predicate.first - reach), min(len(self.words), predicate.last + reach))
        keys = {index: self.engine.keys(self.words[index].form) for index in around}
        known = frozenset().union(*keys.values())
        return any(
            known.issuperset(parts) and self._stands(parts, keys, predicate.first - len(parts), predicate.last)
            for parts in phrases
        )

    @staticmethod
    def _stands(parts: Sequence[str], keys: Mapping[int, frozenset[str]], low: int, high: int) -> bool:
        """Whether the words of an idiom stand in a row that opens at one of words [low, high]."""
        return any(
            all(part in keys.get(start + step, ()) for step, part in enumerate(parts)) for start in range(low, high + 1)
        )

    def _scope(self, scene: Scene, predicate: Predicate, frame: object, filled: Filled) -> Scope:
        setting = scene.setting
        assert setting is not None
        anchor = predicate.carrier or predicate
        clause = scene.clauses[predicate.clause]
        first, last = min(clause.first, anchor.first), max(clause.last, predicate.last)
        inside = set(self.kinds.within(first, last))
        subject: set[str] = set()
        object_: set[str] = set()
        for role, groups in filled.roles.items():
            for group in groups:
                inside |= group.kinds
                if (role in ("initiator",) and not filled.passive) or role == "participant":
                    subject |= group.kinds
                else:
                    object_ |= group.kinds
        if filled.subject is not None:
            subject |= filled.subject.kinds
        governed: dict[str, frozenset[str]] = {}
        behind = predicate.last
        if anchor.light is not None and anchor.light[0].happening != "subject":
            behind = max(behind, anchor.last)  # "هجوم شنته X على Y": what the carrier governs is the happening's
        stop = next(
            (other.first for other in scene.predicates if other.first >= behind and other.verb),
            scene.sentence.last,
        )
        stop = min(
            stop,
            next(
                (c.first for c in scene.clauses if c.first >= behind and c.opens not in ("cause", "time")),
                scene.sentence.last,
            ),
        )
        for place in scene.places:
            if predicate.last <= place.first < max(stop, predicate.last + 1) or (
                place.first < predicate.first and place.last > clause.first and filled.passive
            ):
                if place.governor.role == "" and not place.origin and place.first - predicate.last <= 8:
                    object_.add("place")
                self._govern(governed, place.governor.words, frozenset({"place"}))
        for group in setting.groups:
            if group.role and predicate.last <= group.first < max(stop, predicate.last + 12):
                self._govern(governed, group.phrases[0].governor.words, group.kinds)
        near = self._kinds_after(predicate, filled, stop)
        object_ |= {kind for kind in near if kind in _THINGS}
        subject |= {
            kind
            for kind in near | self.kinds.within(max(clause.first, anchor.first - 4), anchor.first)
            if kind in _WEAPONS
        }
        if predicate.verb and predicate.split.suffix:
            object_ |= {
                kind
                for kind in self.kinds.within(max(scene.sentence.first, predicate.first - 20), predicate.first)
                if kind in _THINGS
            }
        if filled.object is None and not object_ & _THINGS:
            object_ |= {
                kind for kind in self.kinds.within(predicate.last, min(stop, predicate.last + 12)) if kind in _OBJECTS
            }
        if any(word.form in _OF_THEM for word in self.words[predicate.last : min(predicate.last + 6, stop)]):
            object_.add("people")
        self._govern_near(governed, predicate, stop)
        sentence = self.kinds.within(scene.sentence.first, scene.sentence.last)
        return Scope(frozenset(subject), frozenset(object_), frozenset(inside), sentence, self.report_kinds, governed)

    def _kinds_after(self, predicate: Predicate, filled: Filled, stop: int) -> frozenset[str]:
        """Kinds of the words behind the predicate, or behind a subject that stands right after it, the subject's own apart."""
        subject = filled.subject
        opens = predicate.last
        if subject is not None and not filled.passive and predicate.verb and subject.first == predicate.last:
            opens = subject.last
        limit = min(opens + 4, max(stop, opens + 1))
        if subject is None or not opens <= subject.first < limit:
            return self.kinds.within(opens, limit)
        kept = self.kinds.within(opens, subject.first)
        return kept | self.kinds.within(subject.last, limit) if subject.last < limit else kept

    def _govern_near(self, governed: dict[str, frozenset[str]], predicate: Predicate, stop: int) -> None:
        """Kinds of the nouns after each preposition that follows the predicate."""
        for index in range(predicate.last, min(predicate.last + 8, stop, len(self.words))):
            form = self.words[index].form
            if form in _PREPOSITIONS:
                self._govern(governed, form, self.kinds.within(index + 1, index + 4))
            elif form[:1] in ("ب", "ل") and len(form) > 3:
                self._govern(governed, form[0], self.kinds.within(index, index + 3))

    @staticmethod
    def _govern(governed: dict[str, frozenset[str]], words_: str, kinds: frozenset[str]) -> None:
        for word in {words_, words_.split(" ")[0]} - {""}:
            folded = word.replace("ى", "ي").replace("إ", "ا").replace("أ", "ا")
            governed[folded] = governed.get(folded, frozenset()) | kinds

    def _take_roles(self, draft: Draft, filled: Filled, scene: Scene, last: Filled | None) -> None:
        symmetric = self.engine.symmetric(draft.type)
        for function, groups in filled.roles.items():
            for group in groups:
                role = function
                if role == "initiator" and draft.type in CROWDS and draft.predicate.noun and _no_crowd(group):
                    continue
                parties = self._refer(group, scene) or group.parties
                if (
                    role in ("place", "facility")
                    and parties
                    and draft.frame.subject == "initiator"
                    and draft.type.startswith(_OWNED)
                ):
                    role = "target"
                if (
                    draft.type == "society.displacement"
                    and role == "initiator"
                    and group.kinds & {"civilian", "people"}
                ):
                    role = "target"
                if draft.type == "society.displacement" and any(
                    phrase.heads and phrase.heads[0].kind == "family" for phrase in group.phrases
                ):
                    parties = [
                        Party("class.local_residents", party.text, party.span, "displaced families are residents")
                        if party.id == "class.civilians"
                        else party
                        for party in parties
                    ]
                if role in PARTY_ROLES:
                    to = (
                        self._symmetric_role(role, group, draft)
                        if symmetric
                        else ("initiator" if role == "participant" else role)
                    )
                    draft.add(to, parties)
        for role, reason, score in filled.reasons:
            draft.tell(role, ", ".join(sorted(draft.ids(role))) or "nobody named", reason, score)
        self._adjective(draft, filled, symmetric=symmetric)
        self._backing(draft, scene)
        if not symmetric:
            self._means(draft, scene)
        if self._told_again(draft.predicate, draft.type):
            draft.roles.pop("sponsor", None)
        if draft.type == "violence.remnants":
            draft.roles.pop("initiator", None)
            return
        if (
            not draft.roles.get("initiator")
            and not draft.roles.get("participant")
            and draft.frame.subject in ("initiator", "participant")
        ):
            self._own_words(draft, scene, symmetric=symmetric)
        nobody = filled.subject is None or (filled.subject.kinds >= {"facility"} and not filled.subject.parties)
        if not draft.roles.get("initiator") and not draft.roles.get("participant") and nobody:
            self._shared_subject(draft, filled, scene, last, symmetric=symmetric)
        if (
            not symmetric
            and not draft.roles.get("initiator")
            and draft.predicate.carrier is not None
            and filled.subject is not None
            and draft.roles.get("sponsor")
        ):
            draft.add("initiator", draft.roles.pop("sponsor"))
        for party in list(draft.roles.get("target", [])):
            if (
                party.id is not None
                and party.id in {other.id for other in draft.roles.get("initiator", [])}
                and len(draft.roles["target"]) > 0
                and draft.type != "coercion.arrest"
            ):
                draft.roles["target"].remove(party)

    @staticmethod
    def _symmetric_role(role: str, group: Group, draft: Draft) -> str:
        if role == "sponsor":
            return role
        if (
            role == "target"
            and draft.type in _SYMMETRIC_KEEP
            and group.kinds & {"civilian"}
            and not group.kinds & {"force"}
        ):
            return "target"
        return "participant"

    def _refer(self, group: Group, scene: Scene) -> list[Party]:
        """Who "الأخيرة", "الميليشيا", "عناصره" are: the last party named before that fits."""
        if not group.identities[0].open or len(group.phrases) > 1:
            return []
        if group.phrases[0].suffix:
            speaker = self._speaker_of(group.first)
            if speaker:
                return speaker
        return self.running.refer(
            group, scene, [self.engine.keys(word.form) for word in self.words[group.first : group.last]]
        )

    def _backing(self, draft: Draft, scene: Scene) -> None:
        """ "بدعم جوي روسي": the adjective after the word for support says who gives it."""
        assert self.grid is not None
        if draft.roles.get("sponsor"):
            return
        predicate = draft.predicate
        for index in range(predicate.last, min(predicate.last + 16, scene.sentence.last)):
            if any(other.first == index and other.verb for other in scene.predicates):
                return
            for hit in self.grid.at(index, "preposition"):
                if hit.payload.role != "sponsor":
                    continue
                for at in range(hit.last, min(hit.last + 3, scene.sentence.last)):
                    for nation in self.grid.at(at, "nation"):
                        actor = nation.payload.actor("state", self.published)
                        if actor is not None and not nation.split.prep:
                            word = self.words[at]
                            draft.add(
                                "sponsor", [Party(actor, word.text, Span(word.start, word.end), "adjective of support")]
                            )
                            return

    def _speaker_of(self, at: int) -> list[Party]:
        """The force or state whose words, after أن, hold word `at`: "its forces" are the speaker's."""
        for saying in self._said:
            if (
                not saying.whole
                and saying.first <= at < saying.last
                and saying.group is not None
                and saying.group.kinds & {"force", "state", "tribe"}
            ):
                return [Party(party.id, party.text, party.span, "the speaker") for party in saying.speakers]
        return []

    def _own_words(self, draft: Draft, scene: Scene, *, symmetric: bool) -> None:
        """ "قالت X إنها بسطت …": the pronoun after أن is the speaker."""
        anchor = draft.predicate.carrier or draft.predicate
        clause = scene.clauses[anchor.clause]
        if not anchor.verb or self.words[clause.first].form not in _SHE:
            return
        parties = self._speaker_of(anchor.first)
        if parties:
            draft.add("participant" if symmetric else "initiator", parties)
            draft.tell("initiator", ", ".join(p.id or p.text for p in parties), "the pronoun is the speaker", 1.0)

    def _adjective(self, draft: Draft, filled: Filled, *, symmetric: bool) -> None:
        """ "قصف تركي", "الغارات الإسرائيلية": the adjective of the noun is who does it."""
        assert self.grid is not None
        predicate = draft.predicate
        if not predicate.noun or draft.roles.get("initiator"):
            return
        for index in range(predicate.last, min(predicate.last + 4, len(self.words))):
            if self.words[index].kind == "mark":
                return
            for hit in self.grid.at(index, "nation"):
                if hit.split.prep or hit.split.conj:
                    continue
                actor = self.engine.nation_force(hit.payload, draft.type, self.published)
                if actor is not None:
                    word = self.words[index]
                    draft.add(
                        "participant" if symmetric else "initiator",
                        [Party(actor, word.text, Span(word.start, word.end), "adjective of the happening")],
                    )
                    draft.tell("initiator", actor, "adjective of the happening", 2.0)
                    return
            if (
                self.grid.at(index, "frame")
                or self.grid.at(index, "name")
                or self.grid.at(index, "preposition")
                or self.grid.at(index, "head")
                or self.grid.at(index, "place")
            ):
                return

    def _means(self, draft: Draft, scene: Scene) -> None:
        """ "بصاروخ حوثي", "قذائف تركية": the adjective of the weapon is who does it."""
        assert self.grid is not None
        if draft.roles.get("initiator") or not draft.type.startswith("violence.") or draft.frame.subject != "initiator":
            return
        clause, at = scene.clauses[draft.predicate.clause], draft.predicate.first
        for index in range(max(clause.first, at - _EVIDENCE_WORDS), min(clause.last, at + _EVIDENCE_WORDS)):
            if not any(hit.payload.kinds & _WEAPONS for hit in self.grid.at(index, "noun")):
                continue
            for at in range(index + 1, min(index + 3, clause.last)):
                for hit in self.grid.at(at, "nation"):
                    actor = self.engine.nation_force(hit.payload, draft.type, self.published)
                    if actor is not None and not hit.split.prep and not hit.split.conj:
                        word = self.words[at]
                        party = Party(actor, word.text, Span(word.start, word.end), "adjective of the weapon")
                        draft.add("initiator", [party])
                        draft.tell("initiator", actor, "adjective of the weapon", 1.5)
                        return

    def _shared_subject(
        self, draft: Draft, filled: Filled, scene: Scene, last: Filled | None, *, symmetric: bool
    ) -> None:
        """A verb without a subject of its own, or a noun with a pronoun: the subject before it, in the sentence or the last."""
        anchor = draft.predicate.carrier or draft.predicate
        if draft.type == "society.displacement":
            return
        if filled.passive or (draft.frame.subject != "initiator" and not symmetric):
            return
        wants = (
            anchor.verb
            or (draft.predicate.noun and anchor.split.conj != "" and last is not None)
            or draft.predicate.split.suffix in ("ه", "ها", "هم", "هما")
        )
        if not wants or (
            anchor.light is not None
            and draft.predicate.carrier is anchor
            and anchor.light[0].subject not in ("initiator", "participant")
        ):
            return
        tag = anchor.tag if anchor.verb and not anchor.passive else None
        if not anchor.verb and draft.frame.genitive == "subject":
            tag = tag_of(draft.predicate.split.suffix)
        group = last.subject if last is not None else None
        told = [(group.parties if group is not None else [], "subject of the verb before it")]
        told.append((self.running.subject, "subject of the sentence before"))
        if any(parties for parties, _ in told):
            draft.spoken = draft.spoken or anchor.verb
            told.append(
                (self.running.spoken_of(tag, scene, anchor.first), "named last, of the verb's gender and number")
            )
        for parties, reason in told:
            sources = any(party.id is not None and party.id.startswith("src.") for party in parties)
            if parties and not sources and speaks_of(tag, parties):
                draft.add("participant" if symmetric else "initiator", list(parties))
                draft.tell("initiator", ", ".join(party.id or party.text for party in parties), reason, 0.8)
                return

    def _say(self, draft: Draft, scene: Scene, said: Sequence[Saying]) -> None:
        at = draft.predicate.first
        clause = clause_at(scene.clauses, at)
        base = draft.frame.modality
        assert self.grid is not None
        assert scene.setting is not None
        draft.modality, why = modality_of(
            self.grid, draft.predicate, clause, base, start=scene.sentence.first, verbs=scene.setting.verbs
        )
        if why:
            draft.tell("modality", draft.modality, why)
        for saying in said:
            if saying.kind == "deny" and saying.first <= at < saying.last and not saying.whole and saying.at != at:
                draft.modality = "denied"
                draft.tell("modality", "denied", "under a verb of denial")
        parties = attribution_at(said, at, draft.type, set(draft.ids("initiator")))
        if parties:
            draft.attribution = list(parties)
        elif not draft.headline:
            draft.attribution = own_voice(self.source)
        if (
            not draft.roles.get("initiator")
            and draft.frame.subject == "initiator"
            and draft.predicate.noun
            and not draft.predicate.carrier
        ):
            speaker = next(
                (
                    s
                    for s in said
                    if not s.whole and 0 <= at - s.first <= 3 and s.kind in ("announce", "claim", "say", "confirm")
                ),
                None,
            )
            if (
                speaker is not None
                and speaker.group is not None
                and speaker.group.kinds & {"force", "state"}
                and draft.type in _OWN_DEEDS
            ):
                draft.add("initiator", list(speaker.speakers))
                draft.tell(
                    "initiator", ", ".join(p.id or "~" for p in speaker.speakers), "who announces it does it", 0.7
                )

    def _where(self, draft: Draft, scene: Scene) -> None:
        assert scene.setting is not None
        known = [place for place in scene.places if self.locator.known(place)]
        phrase, score, reason = choose_phrase(draft.predicate, draft.type, draft.frame, scene.setting, known)
        if phrase is None or score <= 0.7:
            return
        if phrase.governor.words == "بين" or self._passed(phrase, draft.predicate, scene):
            draft.places = [phrase]
            draft.tell("place", self.locator.name(phrase), reason, score)
            return
        draft.places = [phrase, *[other for other in known if _in_list(other, phrase)]]
        draft.places += [
            other for other in known if other not in draft.places and self._continued(draft.places[-1], other, scene)
        ]
        draft.tell("place", self.locator.name(phrase), reason, score)

    def _passed(self, phrase: PlacePhrase, predicate: Predicate, scene: Scene) -> bool:
        """Whether a list of places belongs to what was told before the predicate: a clause has closed since."""
        anchor = predicate.carrier or predicate
        if phrase.first > predicate.first:
            return False
        return anchor.split.conj != "" or clause_at(scene.clauses, phrase.first) != clause_at(
            scene.clauses, anchor.first
        )

    def _continued(self, last: PlacePhrase, other: PlacePhrase, scene: Scene) -> bool:
        """Whether a place goes on under the same verb: "من مبنى في X، ومن المقرات في Y", "على A وعلى B"."""
        if (
            other.first <= last.last
            or other.first - last.last > 8
            or other.governor.role not in (last.governor.role, "in")
        ):
            return False
        between = range(last.last, other.first)
        if any(predicate.first in between for predicate in scene.predicates) or any(
            clause.first in between for clause in scene.clauses
        ):
            return False
        return any(self.words[index].form in _AGAIN for index in between)

    def _when(self, draft: Draft, scene: Scene) -> None:
        assert scene.setting is not None
        anchor = self.running.day
        interval = choose_time(
            draft.predicate,
            scene.setting,
            scene.times,
            self.words,
            published=self.published,
            anchor=anchor,
            modality=draft.modality,
        )
        if interval is not None:
            draft.date = interval
            draft.tell("date", f"{interval.start}..{interval.end}", interval.reason)
        else:
            why = undated(draft.predicate, draft.type, scene.times, self.words, scene.sentence.first)
            if why:
                draft.timeless = True
                draft.tell("date", "none", why)

    def _evidence(self, draft: Draft, scene: Scene, filled: Filled) -> None:
        """The words from the subject, where it stands in the clause, to what follows the predicate in its clause."""
        anchor = draft.predicate.carrier or draft.predicate
        clause = clause_at(scene.clauses, draft.predicate.first)
        first, last = min(anchor.first, draft.predicate.first), max(anchor.last, draft.predicate.last)
        start = clause_at(scene.clauses, first).first
        for groups in filled.roles.values():
            for group in groups:
                if group.first >= start and max(last, group.last) - min(first, group.first) <= _EVIDENCE_WORDS // 2:
                    first, last = min(first, group.first), max(last, group.last)
        if len(draft.places) == 1:
            place = draft.places[0]
            low, high = min(first, place.first), max(last, place.name_last if place.name_last > 0 else place.last)
            if low >= start and high - low <= _EVIDENCE_WORDS // 2:
                first, last = low, high
        last = max(last, min(clause.last, draft.predicate.last + _EVIDENCE_TAIL))
        draft.words = [(max(first, scene.sentence.first), min(last, scene.sentence.last))]

    def _sharpen(self, drafts: list[Draft]) -> list[Draft]:
        """Fold a second predicate of a clause that only repeats, aims or arms the first ("عدوان برشقات", "غارة استهدفت")."""
        kept: list[Draft] = []
        for draft in drafts:
            twin = next((other for other in reversed(kept) if _echo(other, draft)), None)
            if twin is None:
                kept.append(draft)
                continue
            if twin.frame.id.split("/")[-1].split(" ")[0] in _GENERIC and draft.type != "violence.assault":
                twin.tell("type", draft.type, f"made precise by '{draft.frame.id}' in the same clause")
                twin.type = draft.type
            for role in PARTY_ROLES:
                if not twin.roles.get(role) and draft.roles.get(role):
                    twin.roles[role] = draft.roles[role]
            if not twin.places:
                twin.places = draft.places
            twin.date = twin.date or draft.date
            a, b = twin.words[0], draft.words[0]
            if max(a[1], b[1]) - min(a[0], b[0]) <= _EVIDENCE_WORDS:
                twin.words[0] = (min(a[0], b[0]), max(a[1], b[1]))
        return kept

    def _hearsay(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """A denial or statement that is no news of its own: an unnamed source speaks, or what is denied is told as denied."""
        if draft.type != "politics.statement" or draft.headline:
            return False
        if draft.ids("initiator") & _UNNAMED or not draft.roles.get("initiator"):
            return True
        return any(other.modality == "denied" and other is not draft for other in drafts)

    def _retype(self, draft: Draft) -> None:
        """An attack whose victims are only civilians is one on civilians, or an assassination where gunmen unknown did it."""
        targets, doers = draft.roles.get("target", []), draft.ids("initiator")
        if (
            draft.type != "violence.assault"
            or not targets
            or not doers
            or not all(self.engine.civilian(party.id) for party in targets)
        ):
            return
        draft.type = "violence.assassination" if doers <= _UNKNOWN else "violence.attack_civilians"
        draft.tell("type", draft.type, "those who were attacked are civilians")

    def _hollow(self, draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
        """Whether a noun names no happening of its own: a part of another's party, or a bare back-reference ("القصف")."""
        predicate = draft.predicate
        if (
            predicate.verb
            and not predicate.passive
            and draft.type.startswith(("violence.", "coercion.", "control.", "force."))
            and not any(draft.roles.get(role) for role in PARTY_ROLES)
            and not (draft.manned and draft.type.startswith(_MOVES))
            and not (draft.spoken or draft.counts)
        ):
            clause = scene.clauses[predicate.clause]
            return not (self.kinds.within(clause.first, clause.last) & _WEAPONS)
        asked = predicate.carrier is not None and any(
            other.predicate is predicate.carrier and other.type == "coercion.demand" for other in drafts
        )
        if asked:
            return True  # what is demanded is no event beside the demand
        if (
            draft.type == "coercion.demand"
            and not predicate.verb
            and any(other.type.startswith("society.") and other.predicate.first < predicate.first for other in drafts)
        ):
            return True  # "they protested, demanding …": what a protest is for
        if draft.frame.id == "دمر" and draft.type == "coercion.destruction":
            struck = any(
                other.type.startswith("violence.") and other.predicate.first < predicate.first for other in drafts
            )
            if struck:
                return True  # what the strike before it did
        if not predicate.noun or predicate.carrier is not None:
            return False
        if (
            draft.type.startswith(("coercion.", "control."))
            and predicate.split.article
            and predicate.tag is not None
            and predicate.tag.kind == "active"
        ):
            return True  # "the withdrawing": who they are
        earlier = [
            other.type
            for other in drafts
            if other.predicate.clause == predicate.clause and other.predicate.first < predicate.first
        ]
        if draft.type.startswith("violence.") and any(type_.startswith("force.weapons") for type_ in earlier):
            return True  # shells that are made or found are not fired
        listed = predicate.split.conj == "و" and draft.type == "politics.release"
        if (predicate.split.prep == "ل" or listed) and any(type_ in ASKING for type_ in earlier):
            return True  # what a deadline or demand asks for
        assert scene.setting is not None
        for group in scene.setting.groups:
            if group.first <= predicate.first < group.last and not draft.headline:
                return True
        parties = any(draft.roles.get(role) for role in PARTY_ROLES)
        if draft.type in _STOCKS and "force.weapons_seized" in earlier and not parties:
            return True  # the load or the workshop that was seized
        if parties or draft.headline:
            return False
        if predicate.split.article:
            return not self._told_again(predicate, draft.type)
        return not draft.places and draft.date is None

    def _told_again(self, predicate: Predicate, type_: str) -> bool:
        """Whether a definite noun ("the meeting") speaks of what the report told before."""
        return (
            predicate.noun and predicate.split.article and type_ in _TOLD_AGAIN and type_ in self._types
            and predicate.carrier is None
        )  # fmt: skip

    def _spread(self, draft: Draft) -> list[Draft]:
        """Several places under one verb are one event each."""
        if len(draft.places) <= 1 or draft.type in _NO_SPREAD:
            draft.place = self.locator.value(draft.places[0]) if draft.places else None
            return [draft]
        pieces: list[Draft] = []
        counted = self._counted_pieces(draft)
        first, last = draft.words[0]
        for number, phrase in enumerate(draft.places):
            span = (
                min(first, phrase.first),
                max(
                    min(last, phrase.last) if number == 0 else first,
                    phrase.name_last if phrase.name_last > 0 else phrase.last,
                    draft.predicate.last,
                ),
            )
            piece = Draft(
                draft.type, draft.predicate, draft.frame, draft.sentence, draft.modality, [span],
                {role: list(parties) for role, parties in draft.roles.items()}, dict(draft.kinds), [phrase],
                date=draft.date, counts={key: count for key, count in draft.counts.items() if counted.get(key, 0) == number},
                attribution=list(draft.attribution),
                trace=list(draft.trace), margin=draft.margin, headline=draft.headline, turned=draft.turned,
            )  # fmt: skip
            piece.place = self.locator.value(phrase)
            pieces.append(piece)
        return pieces

    def _counted_pieces(self, draft: Draft) -> dict[str, int]:
        """Which of its places each toll of a draft belongs to; the first, where none is told."""
        found: dict[str, int] = {}
        for key, phrase in draft.counted_at.items():
            told = self.locator.value(phrase)
            for number, place in enumerate(draft.places):
                value = self.locator.value(place)
                if place is phrase or (told is not None and value is not None and told.name == value.name):
                    found[key] = number
        return found

    def claim(self, draft: Draft) -> Claim:
        """Return the claim that a draft has become."""
        evidence = []
        for first, last in dict.fromkeys(draft.words):
            if last > first:
                evidence.append(Span(self.words[first].start, self.words[last - 1].end))
        attribution = tuple(self._raw(party) for party in draft.attribution or own_voice(self.source))
        confidence = _confidence(draft)
        return Claim(
            draft.type,
            draft.modality,
            tuple(evidence[:6]),
            initiator=self._spoken(draft, "initiator"),
            target=self._spoken(draft, "target"),
            participant=self._spoken(draft, "participant"),
            sponsor=self._spoken(draft, "sponsor"),
            place=draft.place,
            date=draft.date,
            counts=tuple(draft.counts.values()),
            attribution=attribution,
            confidence=confidence,
            trace=tuple(draft.trace),
        )

    def _spoken(self, draft: Draft, role: str) -> tuple[Party, ...]:
        """The parties of a role, each with its raw words."""
        return tuple(self._raw(party) for party in draft.roles.get(role, ()))

    def _raw(self, party: Party) -> Party:
        span = party.span
        return party if span is None else replace(party, text=self.text[span.start : span.end])


_THINGS = frozenset(
    {
        "weapon",
        "building",
        "property",
        "facility",
        "money",
        "aid",
        "drugs",
        "tyres",
        "body",
        "agreement",
        "road",
        "vehicle",
        "recruit",
        "demonstration",
        "deadline",
        "place",
        "explosive",
        "mine",
        "missile",
        "drone",
        "aircraft",
        "detainee",
        "pay",
        "artillery",
        "small_arms",
        "remnant",
        "grenade",
        "people",
        "civilian",
        "force",
    }
)
_MADE_BY = re.compile("(زرع|نفذ|شن|ارتكب|اطلق|نصب|دبر|القا?)(ت|وا?)?(ه|ها|هما)")
_UNNAMED = frozenset({"src.local", "src.official_unnamed", "class.activists", "class.civilians"})
_UNKNOWN = frozenset({"class.unidentified_gunmen", "class.gunmen"})
_HELD = frozenset({"تحت", "مناطق", "منطقه", "خارج", "خطوط", "ضمن", "نطاق"})
_STOCKS = ("force.weapons_transfer", "force.weapons_production")
_MOVES = ("force.", "control.base", "control.capture", "control.withdrawal")
_FORCES = frozenset({"force", "tribe", "unknown_gunmen"})
_CHARGES = frozenset({"تهمه", "تهم", "تهمتي"})
_OWNED = ("coercion.", "violence.", "control.capture", "control.transfer", "society.riot")
_SHE = frozenset({"انها", "انه", "انهم", "بانها", "بانه", "بانهم", "وانها", "وانه", "وانهم"})
_TOLD_AGAIN = frozenset({"politics.meeting", "politics.agreement"})
_AGAIN = frozenset(
    {"ومن", "وعلي", "وفي", "والي", "ثم", "وقرب", "وباتجاه", "واخري", "واخر", "وثانيه", "وثالثه", "وثان", "وثالث"}
)
_HOLDS = frozenset({"سيطر", "خضع", "بسط سيطرة", "احتفظ", "احتل", "تمركز", "تموضع", "انتشر", "رابط"})
_OBJECTS = frozenset({"place", "facility", "building", "property"})
_WEAPONS = frozenset(
    {
        "drone",
        "aircraft",
        "artillery",
        "missile",
        "explosive",
        "mine",
        "suicide",
        "chemical",
        "grenade",
        "remnant",
        "weapon",
        "small_arms",
    }
)
_PREPOSITIONS = frozenset({"علي", "من", "الي", "في", "عن", "مع", "بين", "ضد", "نحو", "باتجاه"})
_OWN_DEEDS = frozenset(
    {
        "coercion.arrest",
        "control.capture",
        "control.transfer",
        "coercion.seizure",
        "force.weapons_seized",
        "violence.air_defence",
        "control.withdrawal",
        "politics.release",
        "coercion.raid",
        "force.formation",
        "violence.shelling",
        "violence.assault",
        "violence.drone_strike",
        "violence.airstrike",
    }
)
_OF_THEM = frozenset({"منهم", "منهن", "منهما", "بينهم", "اخرين", "اخرون"})
_ACTORS = frozenset({"force", "state", "org", "unit", "group", "member", "authority", "leader"})
_GENERIC = frozenset({"هجوم", "هاجم", "استهدف", "عدوان", "اعتداء", "عملية", "ضرب", "استهداف", "ضربة"})
_AIMING = frozenset({"استهدف", "طال", "أصاب", "ضرب", "استهداف"})
_NO_SPREAD = frozenset({"politics.meeting", "politics.statement", "coercion.demand", "force.patrol"})


def _asked_for(predicate: Predicate) -> bool:
    """Whether it is what a crowd calls for: "اعتصموا مطالبين بالإفراج عنهم"."""
    carrier = predicate.carrier
    if any(frame.type != "politics.release" for frame, _ in predicate.senses):
        return False
    return carrier is not None and not carrier.verb and carrier.light is not None and carrier.light[0].id == "طالب"


def _taken_on_other_days(drafts: Sequence[Draft]) -> None:
    """A taking with a day of its own, when the report tells of no fighting, was none by the fighting of another day."""
    fights = [
        draft.date
        for draft in drafts
        if draft.date is not None and draft.type.startswith("violence.") and draft.modality != "denied"
    ]
    for draft in drafts:
        day = draft.date
        if (
            draft.type != "control.capture"
            or day is None
            or draft.date_inherited
            or draft.headline
            or draft.roles.get("sponsor")
        ):
            continue
        told = next(step.reason for step in draft.trace if step.field == "type")
        if "report: fighting" in told and not any(
            day.start <= other.end and other.start <= day.end for other in fights
        ):
            draft.type = "control.transfer"
            draft.tell("type", draft.type, "no fighting is told of its day")


def _in_list(other: PlacePhrase, head: PlacePhrase) -> bool:
    while other.joined is not None:
        if other.joined is head:
            return True
        other = other.joined
    return False


def _echo(first: Draft, second: Draft) -> bool:
    """Whether a second predicate of the same clause tells the same happening."""
    near = second.predicate.first - first.predicate.last <= 3 and second.type == first.type
    framed = second.type == first.type == "politics.release" and second.predicate.noun  # "… أفرج عن، في عملية تبادل"
    if first.predicate.clause != second.predicate.clause and not near and not framed:
        return False
    if (
        first.modality != second.modality
        or second.predicate.split.conj
        or (second.predicate.carrier or second.predicate).split.conj
    ):
        return False
    if first.type == second.type:
        return True
    if not (first.type.startswith("violence.") and second.type.startswith("violence.")):
        return False
    armed = second.predicate.noun and second.predicate.split.prep == "ب"
    aimed = second.frame.id.split("/")[-1].split(" ")[0] in _AIMING
    return armed or aimed


def _confidence(draft: Draft) -> float:
    score = 0.55
    score += 0.12 if draft.roles.get("initiator") or draft.roles.get("participant") else -0.1
    score += 0.08 if draft.place is not None and not draft.place_inherited else -0.08
    score += 0.05 if draft.date is not None and not draft.date_inherited else 0.0
    score += 0.05 * min(3, len(draft.words) - 1)
    score += 0.02 * max(-3.0, min(4.0, draft.margin - 2))
    return round(max(0.05, min(0.98, score)), 2)


def _no_crowd(group: Group) -> bool:
    """Whether a group is a force or state as a whole, which is what people march against ("مظاهرة فرقتها الشرطة")."""
    return bool(group.kinds & {"force", "state"}) and not group.kinds & _CROWD
