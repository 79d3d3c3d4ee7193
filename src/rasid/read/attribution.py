"""According to whom: acts of reporting, who speaks in them, and how far what is said reaches.

Three patterns: a verb ("قال X إن …", "X تعلن …"), a citation ("بحسب X", "على ما أفاد X"), a label before a colon ("X: …").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.model.claims import Party, Span
from rasid.read.drafts import Draft
from rasid.read.entries import ReportingEntry
from rasid.read.grid import QUOTES, Grid
from rasid.read.matcher import Hit
from rasid.read.roles import Group, Setting
from rasid.text import Sentence, key

_NAME_REACH = 14
_BEFORE_REACH = 2
_LABEL_REACH = 10
_ANTECEDENT_REACH = 14
_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم"})
_AND_THAT = frozenset({"و" + word for word in _THAT})
_STOPS = frozenset({"،", ",", ":", "؛", ";", ".", "–", "—", "-"})
_NOT_SAID = frozenset(
    {
        "قبل",
        "بعد",
        "دون",
        "منذ",
        "الا",
        "غير",
        "رغم",
        "بدون",
        "بعيد",
        "قبيل",
        "يمكن",
        "بيد",
        "علي",
        "منها",
        "كاد",
        "بشرط",
        "شرط",
        "لا",
        "وبدون",
        "ودون",
        "سبق",
        "وسبق",
        "يذكر",
        "ويذكر",
        "علما",
    }
)
_PRONOUNS = frozenset(
    {
        "فيه",
        "فيها",
        "به",
        "بها",
        "له",
        "لها",
        "لهم",
        "عليه",
        "عليها",
        "عنه",
        "عنها",
        "منه",
        "منها",
        "اليه",
        "اليها",
        "عنهم",
        "منهم",
        "فيهم",
        "بهم",
        "بينهم",
        "بينها",
        "بينهما",
    }
)
_WAS = frozenset({"كان", "وكان", "كانت", "وكانت", "كانوا", "وكانوا", "كانا", "وكانا", "كانتا", "وكانتا"})
_STRONG = frozenset({"علما", "فيما", "بينما", "حين", "لكن", "ولكن", "غير", "بالمقابل", "المقابل", "؛"})
_COORDINATORS = frozenset(
    {
        "فيما",
        "بينما",
        "حين",
        "كما",
        "لكن",
        "ولكن",
        "اذ",
        "حيث",
        "ثم",
        "كذلك",
        "اما",
        "جهته",
        "جهتها",
        "جانبه",
        "جانبها",
        "بدوره",
        "بدورها",
        "وقت",
        "لاحق",
        "سابق",
    }
)
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "ما", "وهو", "وهي"})
_PREPOSITIONS = frozenset(
    {
        "في",
        "علي",
        "عن",
        "الي",
        "من",
        "مع",
        "عبر",
        "خلال",
        "قبل",
        "بعد",
        "عقب",
        "اثر",
        "ل",
        "ب",
        "لدي",
        "منذ",
        "امام",
        "ضد",
    }
)
_HOURS = frozenset(
    {
        "اليوم",
        "امس",
        "مسا",
        "صباح",
        "ظهر",
        "فجر",
        "عصر",
        "ليل",
        "الليله",
        "يوم",
        "الاحد",
        "الاثنين",
        "الثلاثا",
        "الاربعا",
        "الخميس",
        "الجمعه",
        "السبت",
        "لاحقا",
        "سابقا",
        "ايضا",
        "كذلك",
        "بدوره",
        "بدورها",
    }
)
_OF_STATE = frozenset({"وزير", "وزيره", "وزاره", "الحكومه", "محافظ", "السلطات"})
_IMPERSONAL = frozenset({"يذكر", "ويذكر", "يشار", "ويشار", "الاشاره", "بالذكر", "ذكره"})
_CROWD = frozenset({"class.civilians", "class.local_residents", "class.displaced", "class.returnees"})
_VAGUE_OFFICE = frozenset(
    {
        "class.officials",
        "class.soldiers_unspecified",
        "class.teachers_students",
        "class.women",
        "class.children",
        "class.medics",
        "class.journalists",
        "class.religious_figures",
    }
)
_NO_SPEECH = frozenset({"call"})
_NO_SCOPE = frozenset({"أدان", "ندد", "استنكر", "شجب", "توعد", "هدد", "حذر"})
_MOUTHS = frozenset(
    {"ناطق", "بيان", "مراسل", "وكالة", "موقع إخباري", "قناة", "شبكة", "صحيفة", "مرصد", "وسائل إعلام", "وثيقة", "خبير"}
)
_SPOKEN = frozenset({"politics.statement", "coercion.demand", "coercion.ultimatum"})
_OPENING = 3
_ISSUED = frozenset({"اصدر", "اصدرت", "صدر", "وصدر", "عن"})
_STATEMENT = frozenset({"البيان", "البيانات", "بيان", "بيانه", "بيانها", "البلاغ"})
_NOT_YET = frozenset({"لم", "ولم", "فلم"})
_SAID = frozenset({"ه", "ها"})  # the pronoun for what was said
_PERFORMED = frozenset({"force.formation", "force.defection"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of reporting: words [first, last) of what is said, who says it, and its kind (say, deny, accuse, claim …)."""

    first: int
    last: int
    at: int
    speakers: tuple[Party, ...]
    group: Group | None
    kind: str
    whole: bool  # a citation or label: it reaches what stands before it too
    that: bool = False  # أن / إن opens what is said


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A noun phrase that speaks: its words [first, last) and who it is."""

    first: int
    last: int
    parties: tuple[Party, ...]
    group: Group | None


class Voices:
    """Who has spoken in a report so far; gives the acts of reporting of each sentence in turn."""

    def __init__(self, grid: Grid, source: str | None, state: str | None = None) -> None:
        self._grid, self._source, self._state = grid, source, state
        self.previous: tuple[Party, ...] = ()
        self._heard: list[tuple[frozenset[str], tuple[Party, ...]]] = []
        self._opened: tuple[Party, ...] = ()  # who speaks in all that follows a colon at the end of a sentence
        self._issuer: tuple[Party, ...] = ()
        self._told = 0  # sentences so far

    def sayings(self, sentence: Sentence, setting: Setting, places: Sequence[int]) -> list[Saying]:
        """Return the acts of reporting of a sentence; `places` are the first words of its place phrases."""
        found: list[Saying] = []
        label = self._label(sentence, setting, places)
        if label is not None:
            found.append(label)
            self.previous = label.speakers
        index = sentence.first
        while index < sentence.last:
            saying = self._at(index, sentence, setting)
            if saying is not None:
                found.append(saying)
                self.previous = saying.speakers or self.previous
            index += 1
        bounded = self._bounded(found, sentence)
        if not found and self._opened:
            bounded = [Saying(sentence.first, sentence.last, sentence.first - 1, self._opened, None, "say", whole=True)]
        self._open(sentence, setting)
        return bounded

    def _open(self, sentence: Sentence, setting: Setting) -> None:
        """Note who speaks in the lines below ("أصدرت قيادة الجيش بيانا جاء فيه:"): the whole report, where it opens it."""
        words = self._grid.words
        self._told += 1
        if self._told > _OPENING:
            return
        issued = next((i for i in range(sentence.first, sentence.last) if words[i].form in _ISSUED), None)
        if issued is not None:
            speaker = self._who(issued + 1, sentence.last, setting, named=False)
            self._issuer = speaker.parties if speaker is not None else ()
        if words[sentence.last - 1].form == ":" and self._issuer:
            self.previous = self._opened = self._issuer

    # --- the three patterns ---

    def _at(self, index: int, sentence: Sentence, setting: Setting) -> Saying | None:
        if self.previous and self._in_statement(index, sentence):
            return Saying(index, sentence.last, index, self.previous, None, "say", whole=False, that=True)
        for hit in self._grid.at(index, "reporting"):
            saying = (
                self._cited(hit, sentence, setting)
                if hit.payload.form == "phrase"
                else self._verb(hit, sentence, setting)
            )
            if saying is not None:
                return saying
        return None

    def _in_statement(self, index: int, sentence: Sentence) -> bool:
        """ "وجاء في البيان أن …": who spoke last goes on."""
        words = self._grid.words
        return (
            index + 2 < sentence.last
            and words[index].form in ("جا", "وجا")  # جاء, folded
            and words[index + 1].form == "في"
            and words[index + 2].form in _STATEMENT
            and self._that_after(index + 3, sentence.last)
        )

    def _label(self, sentence: Sentence, setting: Setting, places: Sequence[int]) -> Saying | None:
        """ "X: …" at the head of a line."""
        words = self._grid.words
        colon = next(
            (
                i
                for i in range(sentence.first, min(sentence.last, sentence.first + _LABEL_REACH))
                if words[i].form == ":"
            ),
            None,
        )
        if colon is None or any(verb < colon for verb in setting.verbs):
            return None
        first = sentence.first
        while first < colon and (words[first].kind != "word" or words[first].form in ("صدر", "وصدر", "عن")):
            first += 1
        if first >= colon or first in places or self._reports(first, colon):
            return None
        speaker = self._who(first, colon, setting, named=False)
        if speaker is None or not speaker.parties:
            return None
        return Saying(colon, sentence.last, colon, speaker.parties, speaker.group, "say", whole=False)

    def _reports(self, first: int, last: int) -> bool:
        return any(self._grid.at(index, "reporting") for index in range(first, last))

    def _cited(self, hit: Hit, sentence: Sentence, setting: Setting) -> Saying | None:
        """ "بحسب X", "وفق ما أفاد X": reaches back to the last strong boundary and on to the next one."""
        entry: ReportingEntry = hit.payload
        if entry.kind == "continue":
            return (
                Saying(*self._stretch(hit.first, sentence), hit.first, self.previous, None, "cite", whole=True)
                if self.previous
                else None
            )
        start = hit.last
        words = self._grid.words
        while start < sentence.last and words[start].form in ("ما", "لما", "ل"):
            start += 1
        dative = start == hit.last and words[hit.first].form.endswith("ا")
        verb = next((h for h in self._grid.at(start, "reporting") if h.payload.form == "verb"), None)
        if verb is not None:
            start = verb.last
            while start < sentence.last and words[start].form in ("به", "بها", "عنه", "عنها"):
                start += 1
        if entry.lemma == "كما" and (verb is None or verb.payload.kind == "continue"):
            return None
        named = verb is not None or (start < sentence.last and self._state_office(start))
        speaker = self._who(start, sentence.last, setting, named=named, dative=dative)
        if speaker is None or not speaker.parties:
            return None
        if verb is not None and self._that_after(speaker.last, sentence.last):
            return None  # "كما أعلن الجيش أن …" is read as a verb
        parties = self._with_outlet(speaker, sentence, setting)
        return Saying(*self._stretch(hit.first, sentence), hit.first, parties, speaker.group, entry.kind, whole=True)

    def _verb(self, hit: Hit, sentence: Sentence, setting: Setting) -> Saying | None:
        entry: ReportingEntry = hit.payload
        words = self._grid.words
        if hit.split.article or hit.split.prep or entry.kind in _NO_SPEECH:
            return None
        if self._other_word(hit, sentence):
            return None
        if (
            (entry.lemma == "بين" and not self._source_at(hit.last))
            or self._cognate(hit, sentence)
            or (hit.first > sentence.first and words[hit.first - 1].form in ("عدم", "دون", "بدون"))
        ):
            return None
        if any(words[i].form in _IMPERSONAL for i in (hit.first, hit.last) if i < sentence.last) and self._that_after(
            hit.last, min(sentence.last, hit.last + 4)
        ):
            return None
        speaker, explicit = self._subject(hit, sentence, setting)
        parties = speaker.parties if speaker is not None else (self.previous if self._may_lean(hit) else ())
        if not parties:
            return None
        that = self._that_after(
            speaker.last if speaker is not None and speaker.first >= hit.last else hit.last, sentence.last
        )
        if not that and not self._sure(entry, speaker):
            if speaker is not None and speaker.group is not None and speaker.group.kinds & {"force", "state", "source"}:
                self.previous = parties  # "بثّ X تسجيلا قال إنه …"
            return None
        if speaker is not None:
            parties = self._with_outlet(speaker, sentence, setting) if speaker.first >= hit.last else parties
        if entry.kind == "cite":
            parties = self._relayed(hit, parties, sentence, setting)
        group = speaker.group if speaker is not None else None
        if entry.lemma in _NO_SCOPE and not that:
            return Saying(hit.first, hit.first + 1, hit.first, parties, group, entry.kind, whole=False)
        before = words[hit.first - 1].form if hit.first > sentence.first else ""
        if hit.split.suffix and not that and (before in _RELATIVES or speaker is not None) and entry.lemma != "قال":
            first = self._antecedent(hit.first, sentence)
            return Saying(first, hit.first, hit.first, parties, group, entry.kind, whole=True)
        first = min(hit.first, speaker.first) if explicit and speaker is not None else hit.first
        last = sentence.last if that else self._clause_end(hit.first, speaker, setting, sentence)
        return Saying(first, last, hit.first, parties, group, entry.kind, whole=False, that=that)

    def _other_word(self, hit: Hit, sentence: Sentence) -> bool:
        """Whether the letters are those of another word: "ما لا يقل عن", "ستنقلهم", "سيّرها"; or nobody speaks: "وأُعلن"."""
        words, form = self._grid.words, words_form(self._grid, hit)
        before = words[hit.first - 1].form if hit.first > sentence.first else ""
        if hit.payload.lemma == "قال" and form.endswith("قل") and before not in _NOT_YET:
            return True
        if hit.split.suffix and (hit.split.future or form.startswith("س") or hit.split.suffix not in _SAID):
            return True
        return words[hit.first].passive and not self._that_after(hit.last, min(hit.last + 4, sentence.last))

    def _cognate(self, hit: Hit, sentence: Sentence) -> bool:
        """Whether the word only strengthens the same verb before it ("نفى … نفيا قاطعا")."""
        earlier = range(max(sentence.first, hit.first - 8), hit.first)
        return _participle(hit) and any(
            h.payload.lemma == hit.payload.lemma for index in earlier for h in self._grid.at(index, "reporting")
        )

    # --- who ---

    def _subject(self, hit: Hit, sentence: Sentence, setting: Setting) -> tuple[_Speaker | None, bool]:
        """The speaker after the verb, else the one before it; whether one was named at all."""
        had = self._had(hit, sentence, setting)
        if had is not None:
            return had, True
        near = (
            self._before(hit.first, sentence, setting, gap=0)
            if hit.split.conj in ("", "ف") and not _participle(hit)
            else None
        )
        if near is not None and near.group is not None:
            return near, True
        named = hit.payload.takes_that and (self._that_after(hit.last, sentence.last) or self._office_at(hit.last))
        after = self._who(hit.last, sentence.last, setting, named=named)
        if after is not None and after.parties and not self._accused(hit, after):
            return after, True
        if hit.split.conj or _participle(hit):
            return None, False
        before = self._before(hit.first, sentence, setting, gap=_BEFORE_REACH)
        return before, before is not None

    def _accused(self, hit: Hit, speaker: _Speaker) -> bool:
        """Whether the only party after "accuse" is the one accused: "وتتهم الجيش بأنه قصف"."""
        words = self._grid.words
        return (
            hit.payload.kind == "accuse"
            and speaker.last < len(words)
            and words[speaker.last].form in ("بانه", "بانها", "بانهم")
        )

    def _had(self, hit: Hit, sentence: Sentence, setting: Setting) -> _Speaker | None:
        """ "وكان X قد أعلن": the subject stands between."""
        words = self._grid.words
        if hit.first == sentence.first or words[hit.first - 1].form not in ("قد", "وقد"):
            return None
        low = max(sentence.first, hit.first - 1 - _NAME_REACH)
        was = next((i for i in range(hit.first - 2, low - 1, -1) if words[i].form in _WAS), None)
        return (
            self._who(was + 1, hit.first - 1, setting, named=True)
            if was is not None and was + 1 < hit.first - 1
            else None
        )

    def _who(self, start: int, stop: int, setting: Setting, *, named: bool, dative: bool = False) -> _Speaker | None:
        """The noun phrase at `start`: a source, a party, or (only where `named`) somebody unknown."""
        words = self._grid.words
        first = self._skip(start, stop)
        last = first
        while (
            last < min(stop, first + _NAME_REACH) and words[last].form not in _STOPS and words[last].form not in _THAT
        ):
            last += 1
        if last <= first or (self._governed(first) and not dative):
            return None
        group = next(
            (
                g
                for g in setting.groups
                if first <= g.first <= first + 1
                and g.first < last
                and g.role in (("", "as", "link", "for") if dative else ("", "as", "link"))
            ),
            None,
        )
        inner = next(
            (
                g
                for g in setting.groups
                if first <= g.first < last
                and g.identities
                and g.identities[0].parties
                and not g.identities[0].open
                and g.phrases[0].named
            ),
            None,
        )
        source = self._source_at(first, dative=dative)
        parties = self._identify(first, last, group, inner, source, named=named)
        if parties is None:
            return None
        end = max(group.last if group is not None else 0, source.last if source is not None else 0, first + 1)
        self._hear(first, min(last, end + 3), parties)
        return _Speaker(first, end, parties, inner if inner is not None and group is None else group)

    def _identify(
        self, first: int, last: int, group: Group | None, inner: Group | None, source: Hit | None, *, named: bool
    ) -> tuple[Party, ...] | None:
        words = self._grid.words
        text = " ".join(word.text for word in words[first:last])
        span = Span(words[first].start, words[last - 1].end)
        definite = words[first].form.startswith(("ال", "لل"))
        if source is not None:
            entry = source.payload
            if definite and source.length == 1 and inner is None:
                return (
                    self._again(words[first].form)
                    or self.previous
                    or ((Party(entry.actor, text, span, "a source"),) if entry.actor else None)
                )
            if entry.actor:
                if inner is not None and self._inside(source, inner):
                    return _parties(inner)
                return (Party(entry.actor, text, span, "an unnamed or collective source"),)
            if entry.lemma == "مراسل" and inner is None:
                return (Party(self._source, text, span, "the report's own correspondent"),) if self._source else None
            for_whom = self._named_inside(first + 1, last) if entry.lemma == "ناطق" else None
            if for_whom is not None:
                return (for_whom,)
            if inner is not None and (inner.phrases[0].names or entry.lemma == "ناطق"):
                return _parties(inner)
            if entry.lemma in _MOUTHS and not named:
                return None
        if group is not None:
            parties = _parties(group)
            if not parties or group.identities[0].open:
                again = (
                    self._again(words[group.first].form) or (self.previous if group.phrases[0].heads else ())
                    if definite
                    else ()
                )
                if again:
                    return again
            if parties and all(party.id in _CROWD for party in parties):
                return (Party("src.local", text, span, "people of the place"),)
            if parties and all(party.id in _VAGUE_OFFICE for party in parties):
                if inner is not None and inner is not group and _rules(inner):
                    return _parties(inner)
                return (Party(None, text, span, "somebody not in the list of actors"),)
            if parties:
                return parties
        if not named:
            return None
        if inner is not None and inner.first <= first + 6 and (inner.role == "" or _rules(inner)):
            return _parties(inner)
        if self._state is not None and self._state_office(first):
            return (Party(self._state, text, span, "an office of the country's state"),)
        return self._again(words[first].form) or (Party(None, text, span, "somebody not in the list of actors"),)

    def _inside(self, source: Hit, group: Group) -> bool:
        """Whether an unnamed source belongs to a force or a state ("مصدر في القوات المسلحة الأردنية")."""
        words = self._grid.words
        within = any(words[at].form in ("في", "ب") for at in (source.first + 1, source.last) if at < group.first)
        return (
            within
            and source.length <= 3
            and words[source.first].form.endswith(("مصدر", "مصادر"))
            and group.first <= source.last + 1
            and bool(group.kinds & {"force", "state"})
            and "source" not in group.kinds
        )

    def _named_inside(self, first: int, last: int) -> Party | None:
        """The one actor whose full name stands in these words ("الناطق باسم X")."""
        words = self._grid.words
        for index in range(first, last):
            hits = [
                hit
                for hit in self._grid.at(index, "name")
                if hit.last <= last
                and not hit.payload.weak
                and hit.payload.actor
                and not hit.payload.actor.startswith("src.")
            ]
            longest = max((hit.length for hit in hits), default=0)
            actors = {hit.payload.actor for hit in hits if hit.length == longest}
            if len(actors) == 1:
                span = Span(words[index].start, words[index + longest - 1].end)
                return Party(
                    actors.pop(),
                    " ".join(word.text for word in words[index : index + longest]),
                    span,
                    "speaks through a spokesman",
                )
        return None

    def _source_at(self, index: int, *, dative: bool = False) -> Hit | None:
        hits = [
            hit
            for hit in self._grid.at(index, "source")
            if not hit.split.suffix and (not hit.split.prep or (dative and hit.split.prep in ("ل", "لل")))
        ]
        return max(hits, key=lambda hit: hit.length, default=None)

    def _state_office(self, index: int) -> bool:
        """Whether an office of the state opens here, bare or after ل ("وفقا لوزارة الصحة")."""
        form = self._grid.words[index].form
        return form in _OF_STATE or (form.startswith("ل") and form[1:] in _OF_STATE)

    def _office_at(self, index: int) -> bool:
        """Whether a body or office opens here that no list of actors may know ("ولاية هطاي", "مكتب النائب العام")."""
        heads = [
            hit
            for hit in self._grid.at(index, "head")
            if not hit.split.prep and hit.payload.kind in ("authority", "org", "leader")
        ]
        cues = [
            hit
            for hit in self._grid.at(index, "cue")
            if not hit.split.prep and hit.payload.kind in ("governorate", "district", "area")
        ]
        return bool(heads or cues) and not self._grid.at(index, "frame")

    def _skip(self, index: int, stop: int) -> int:
        """Step over quotation marks and time words."""
        words = self._grid.words
        while index < stop and (
            words[index].form in _HOURS or (words[index].kind == "mark" and words[index].form in QUOTES)
        ):
            index += 1
        return index

    def _governed(self, index: int) -> bool:
        """Whether the word is no bare noun: a preposition, or a word with one."""
        word = self._grid.words[index]
        if word.kind != "word" or word.form in _PREPOSITIONS or self._grid.clitic(index) in ("ل", "ب"):
            return True
        if word.form in _RELATIVES or word.form in _AND_THAT or word.form in _PRONOUNS:
            return True
        splits = [
            hit.split
            for hits in self._grid.kinds(index).values()
            for hit in hits
            if not (hit.split.suffix and len(hits) > 1)
        ]
        return bool(splits) and all(split.prep for split in splits)

    def _before(self, end: int, sentence: Sentence, setting: Setting, *, gap: int) -> _Speaker | None:
        words = self._grid.words
        while end > sentence.first and words[end - 1].kind == "mark" and words[end - 1].form in QUOTES:
            end -= 1
        low = end
        while low > sentence.first and end - low < _BEFORE_REACH and words[low - 1].form in _HOURS:
            low -= 1
        group = next((g for g in reversed(setting.groups) if low - gap <= g.last <= end and g.role == ""), None)
        if group is not None and all(words[i].form not in _STOPS for i in range(group.last, end)):
            parties = self._identify(group.first, group.last, group, None, self._source_at(group.first), named=False)
            return _Speaker(group.first, group.last, parties, group) if parties else None
        for first in range(end - 1, max(sentence.first, end - 4) - 1, -1):
            source = self._source_at(first)
            if source is not None and source.payload.actor and source.last >= end - 1 and not self._governed(first):
                parties = self._identify(first, end, None, None, source, named=False)
                return _Speaker(first, end, parties, None) if parties else None
        return None

    def _hear(self, first: int, last: int, parties: tuple[Party, ...]) -> None:
        names = frozenset(
            key(word.text) for word in self._grid.words[first:last] if word.kind == "word" and len(word.form) > 2
        )
        self._heard.append((names, parties))

    def _again(self, form: str) -> tuple[Party, ...]:
        """Who spoke before under a phrase that holds this word ("المصدر", "الخنبشي")."""
        wanted = key(form)
        return next((parties for names, parties in reversed(self._heard) if wanted in names), ())

    def _with_outlet(self, speaker: _Speaker, sentence: Sentence, setting: Setting) -> tuple[Party, ...]:
        """ "… لرويترز": an outlet that was told, where it is not the report's own, stands behind the speaker."""
        for group in setting.groups:
            if speaker.last <= group.first <= speaker.last + 6 and group.role == "for":
                if any(
                    self._grid.words[i].form in _STOPS or self._grid.words[i].form in _THAT
                    for i in range(speaker.last, group.first)
                ):
                    break
                outlets = tuple(
                    p for p in _parties(group) if p.id is not None and p.id.startswith("src.") and p.id != self._source
                )
                return (*speaker.parties, *outlets)
        return speaker.parties

    def _relayed(self, hit: Hit, parties: tuple[Party, ...], sentence: Sentence, setting: Setting) -> tuple[Party, ...]:
        """ "نقلت X عن Y": Y speaks, X relays it."""
        words = self._grid.words
        about = next((i for i in range(hit.last, min(sentence.last, hit.last + 8)) if words[i].form == "عن"), None)
        if about is None:
            return parties
        origin = self._who(about + 1, sentence.last, setting, named=True)
        if origin is None or not origin.parties:
            return parties
        return (*origin.parties, *(party for party in parties if party.id != self._source))

    # --- how far ---

    def _that_after(self, start: int, stop: int) -> bool:
        """Whether أن, إن or a colon comes before any other verb of reporting."""
        words = self._grid.words
        for index in range(start, min(stop, start + 22)):
            if words[index].form == ":" or (words[index].form in _THAT and words[index - 1].form not in _NOT_SAID):
                return True
            if words[index].form in (".", "؛") or (
                index > start
                and any(h.payload.form == "verb" and h.split.conj for h in self._grid.at(index, "reporting"))
            ):
                return False
        return False

    def _sure(self, entry: ReportingEntry, speaker: _Speaker | None) -> bool:
        """Whether a verb reports without أن: not one that mostly means something else, unless a source is its subject."""
        if entry.plain:
            return True
        return speaker is not None and any(
            party.id is not None and party.id.startswith("src.") for party in speaker.parties
        )

    def _may_lean(self, hit: Hit) -> bool:
        """Whether a verb with no subject of its own may go on for who spoke last: "وأضاف أن", "مشيرا إلى أن"."""
        return hit.split.conj != "" or _participle(hit) or hit.payload.kind == "continue" or hit.payload.lemma == "قال"

    def _stretch(self, at: int, sentence: Sentence) -> tuple[int, int]:
        """The clauses that a citation closes or opens."""
        words = self._grid.words
        first, last = sentence.first, sentence.last
        for index in range(at - 1, sentence.first, -1):
            if words[index].form in _STRONG and words[index + 1].form not in _WAS:
                first = index
                break
        for index in range(at + 1, sentence.last):
            if words[index].form in _STRONG:
                last = index
                break
        return first, last

    @staticmethod
    def _clause_end(at: int, speaker: _Speaker | None, setting: Setting, sentence: Sentence) -> int:
        """Without أن, what is said ends where a further verb is joined on ("أعلن الجيش سيطرته … ودفع بتعزيزات")."""
        start = max(at, speaker.last if speaker is not None else at)
        return next(
            (clause.first for clause in setting.clauses if clause.first > start and clause.opens == "coordination"),
            sentence.last,
        )

    def _antecedent(self, at: int, sentence: Sentence) -> int:
        words = self._grid.words
        for index in range(at - 1, max(sentence.first, at - _ANTECEDENT_REACH), -1):
            if words[index].form in _STOPS:
                return index
        return max(sentence.first, at - _ANTECEDENT_REACH)

    def _bounded(self, found: list[Saying], sentence: Sentence) -> list[Saying]:
        """End what one says where another, not inside it, begins to speak."""
        bounded: list[Saying] = []
        for saying in found:
            last = saying.last
            if not saying.whole:
                for other in found:
                    if other.at > saying.at and not other.whole and not self._nested(saying, other):
                        last = min(last, max(saying.first + 1, other.first))
                        break
            bounded.append(
                Saying(
                    saying.first, last, saying.at, saying.speakers, saying.group, saying.kind, saying.whole, saying.that
                )
            )
        return bounded

    def _nested(self, outer: Saying, inner: Saying) -> bool:
        """Whether the inner act is itself reported: أن stands before it with no coordination in between."""
        words = self._grid.words
        if inner.speakers == outer.speakers:
            return False  # "نفى X …، مؤكدا أن": the same speaker goes on
        if words[inner.first].form.startswith(("و", "ف")) and words[inner.first - 1].form not in _THAT:
            return False
        for index in range(inner.first - 1, outer.at, -1):
            form = words[index].form
            if form in _THAT or form in _AND_THAT:
                return True
            if form in _COORDINATORS or form in _STRONG or form == ":":
                return False
        return not outer.that


def words_form(grid: Grid, hit: Hit) -> str:
    """Return the folded form of the word that a hit opens with, without its conjunction."""
    form = grid.words[hit.first].form
    return form[len(hit.split.conj) :]


def _participle(hit: Hit) -> bool:
    return bool(hit.payload.form == "participle")


def _rules(group: Group) -> bool:
    """Whether a phrase names a force or state whose people may speak for it, and no outlet."""
    return group.role in ("", "for", "in") and bool(group.kinds & {"force", "state"}) and "source" not in group.kinds


def _parties(group: Group) -> tuple[Party, ...]:
    return tuple(group.parties)


def attribution_at(said: Sequence[Saying], index: int, type_: str, doers: set[str | None]) -> tuple[Party, ...]:
    """Return whom the words hold responsible for what stands at a word, the nearest first.

    A speech is not told by who holds it, nor a force's own founding or a man's own change of sides.
    """
    parties: list[Party] = []
    inside = [s for s in said if s.first <= index < s.last and index != s.at and (s.whole or index > s.at)]
    for saying in sorted(inside, key=lambda s: -s.at if not s.whole else -max(s.at, index)):
        if type_ in _SPOKEN and not saying.that and {party.id for party in saying.speakers} & doers:
            continue
        if type_ in _PERFORMED and not saying.that and not saying.whole:
            continue
        for party in saying.speakers:
            if all(party.id != other.id or (party.id is None and party.text != other.text) for other in parties):
                parties.append(party)
    return tuple(parties)


def own_voice(source: str | None) -> list[Party]:
    """Return the report's own outlet as the one responsible."""
    return [Party(source, "", None, "the report's own voice")] if source else []


def lend(drafts: Sequence[Draft]) -> None:
    """A headline speaks for the report: what it tells on nobody's word is told by who tells it, or the first thing, below."""
    body = [draft for draft in drafts if not draft.headline]
    for draft in drafts:
        if draft.headline and not draft.attribution and body and draft.type not in _SPOKEN:
            same = next((other for other in body if other.type == draft.type), body[0])
            draft.attribution = list(same.attribution)
