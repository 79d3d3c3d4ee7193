"""How many: the numbers of a sentence, each given to the happening and the quantity it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rasid.model.claims import Count, Span
from rasid.model.times import Quantity
from rasid.read.drafts import Draft
from rasid.read.grid import Grid
from rasid.read.numerals import numeral
from rasid.read.predicates import Predicate
from rasid.read.quantities import counted_noun
from rasid.read.scene import Scene

PERSONS = frozenset(
    {"person", "civil", "fighter", "force", "member", "people", "leader", "detained", "killed", "wounded"}
)
_BY_TYPE = {
    "coercion.arrest": "arrested",
    "coercion.abduction": "abducted",
    "politics.release": "released",
    "society.displacement": "displaced",
    "society.protest": "people",
    "society.riot": "people",
    "society.strike": "people",
    "politics.meeting": "people",
    "force.recruitment": "people",
    "force.training": "fighters",
    "control.withdrawal": "fighters",
    "force.deployment": "fighters",
    "violence.clash": "fighters",
    "violence.assault": "fighters",
    "force.defection": "fighters",
    "control.transfer": "fighters",
    "society.body_found": "killed",
    "violence.execution": "killed",
}
_HELD = frozenset({"arrested", "abducted", "released"})
_BY_NOUN = {"strike": "strikes", "munition": "munitions", "vehicle": "vehicles", "money": "money", "killed": "killed"}
_TAKES = {
    "strikes": ("violence.airstrike", "violence.shelling", "violence.drone_strike"),
    "munitions": (
        "violence.shelling", "violence.airstrike", "violence.drone_strike", "violence.air_defence", "force.weapons",
        "violence.ied",
    ),
    "vehicles": (
        "force.", "control.", "coercion.destruction", "coercion.looting", "coercion.seizure", "society.aid",
        "society.displacement", "violence.drone_strike", "violence.assault", "violence.attack_civilians",
        "violence.airstrike", "violence.suicide_attack",
    ),
    "money": ("coercion.extortion", "force.recruitment", "coercion.destruction"),
    "killed": ("society.body_found",),
}  # fmt: skip
# Where a singular noun alone tells that there was one: a missile fired, a drone shot down, a lorry seized.
_ONE = {
    "munitions": (
        ("violence.shelling", ("صاروخ", "صاروخا", "قذيفه")),
        ("violence.air_defence", ("صاروخ", "صاروخا", "مسيره", "طايره", "حوامه")),
    ),
    "vehicles": (("force.weapons", ()), ("coercion.looting", ())),
    "killed": (("society.body_found", ()),),
}
_ADDED_UP = frozenset({"munitions", "vehicles"})
_REACH = 10
_NEXT_ITEM = 6
_CHAIN = 8
_STOPS = frozenset(".؛;:")
# After one of these come some of those already counted: "بينهم طفلان".
_SOME_OF_THEM = frozenset(
    [
        "بينهم",
        "بينها",
        "بينهما",
        "بينهن",
        "منهم",
        "منها",
        "منهما",
        "منهن",
        "ضمنهم",
        "ضمنها",
        "فيهم",
        "معظمهم",
        "معظمها",
        "غالبيتهم",
        "اغلبهم",
        "اكثرهم",
        "بعضهم",
    ]
)
_PREPOSITIONS = frozenset(["خلال", "اثر", "جرا", "بعد", "قبل", "لدي", "عند", "حين", "عندما", "نتيجه", "بسبب"])
_ANOTHER = frozenset(
    [
        "اخر",
        "اخري",
        "الاخر",
        "الاخري",
        "احدهما",
        "احدهم",
        "احداهما",
        "احداهن",
        "ثان",
        "ثانيه",
        "ثالث",
        "ثالثه",
        "رابع",
        "رابعه",
        "خامس",
        "خامسه",
    ]
)
_TWO_OTHERS = frozenset({"اخران", "اخريان"})
_WOUNDS = frozenset({"جرح", "جروح", "جراح", "ضحيه"})
_RAISED_TO = frozenset({"الي", "بلغ", "بلغت", "ليبلغ", "لتبلغ"})
_ONE_OF = frozenset({"احد", "احدي"})
_RISES = frozenset(
    [
        "ارتفع",
        "ارتفعت",
        "ارتفاع",
        "ليرتفع",
        "لترتفع",
        "وارتفع",
        "وارتفعت",
        "وارتفاع",
        "حصيله",
        "الحصيله",
        "عدد",
        "تعداد",
        "وعدد",
        "بارتفاع",
    ]
)
# A number "since" one of these tells of the happening itself, or of one day.
_SINCE_OF_THE_DAY = frozenset(["الصباح", "صباح", "الفجر", "فجر", "امس", "اليوم", "ليل", "ليله", "مساء", "ظهر", "ساعات"])
_ITS_VICTIMS = frozenset({"ضحيته", "ضحيتها", "ضحيتهما"})
_LUMPED = frozenset({"قتيل", "شهيد", "قتلي", "شهداء"})
_AGAIN = 6
_IN_RETURN = frozenset({"مقابل", "لقاء"})
_MASDARS = frozenset({"اصابه", "اصابات", "وفاه", "وفيات"})


class Counter:
    """The counting of one sentence: who was hit, held or freed by each predicate, and how many they were."""

    def __init__(self, grid: Grid, scene: Scene) -> None:
        self.grid, self.words = grid, grid.words
        self.first, self.last = scene.sentence.first, scene.sentence.last
        self.quantities = [quantity for quantity in scene.quantities if quantity.role == "count"]
        self.starts = {quantity.first: quantity for quantity in self.quantities}
        self.scene = scene
        self.walls = {p.first for p in scene.predicates if (p.verb and p.senses) or _casualty(p)}
        verbs = {at for p in scene.predicates if p.verb and p.senses for at in range(p.first, p.last)}
        self.quantities = [q for q in self.quantities if q.noun not in verbs or q.noun is None]
        self.shares = self._shares()
        self.used: set[int] = set()
        self.told: list[tuple[str, Predicate]] = []  # the dead and hurt counted so far

    def form(self, index: int) -> str:
        """Return the folded form of a word of the sentence, or an empty string."""
        return self.words[index].form if self.first <= index < self.last else ""

    # What a predicate counts

    def victims(self, predicate: Predicate, key: str = "") -> Count | None:
        """Return how many people a predicate speaks of, or None where its words give no number."""
        if key and self._same_people(predicate, key):
            return None
        count = self._victims(predicate, key) or (self.pronoun(predicate) if predicate.noun or key else None)
        self.used |= taken_by(self.grid, self.quantities, count)
        if key and count is not None:
            self.told.append((key, predicate))
        return count

    def _same_people(self, predicate: Predicate, key: str) -> bool:
        """Whether a noun only says again what became of those just counted: "ارتقى جندي شهيداً"."""
        tag = predicate.tag
        if not predicate.noun or tag is None or tag.kind != "passive" or predicate.split.conj:
            return False
        return any(
            known == key
            and other.verb
            and 0 < predicate.first - other.last <= _AGAIN
            and other.clause == predicate.clause
            for known, other in self.told
        )

    def _victims(self, predicate: Predicate, key: str) -> Count | None:
        own = next(
            (q for q in self.quantities if q.noun is not None and predicate.first <= q.noun < predicate.last), None
        )
        if own is not None and (self._since(own) or self._dead_or_hurt(own) or (key and own.first in self.used)):
            return None
        if own is not None and not (
            (own.implied or self.form(own.first) in _ONE_OF) and self._bare_noun(own, predicate)
        ):
            return self._count(own, predicate)
        tag = predicate.tag
        if self.form(predicate.first) in _ITS_VICTIMS or self.form(predicate.last) in _ITS_VICTIMS:
            at = predicate.last + (self.form(predicate.last) in _ITS_VICTIMS)
            victims = self._next(at)
            return self._count(victims, predicate) if victims is not None and victims.first not in self.used else None
        if predicate.noun and tag is not None and tag.kind == "passive":
            return self._told_apart(predicate)
        plural = predicate.verb and tag is not None and tag.number in ("p", "d")
        found = self._after(predicate, key, 2 if plural else 4)
        if found is None and predicate.verb:
            found = self._before(predicate)
        if found is not None:
            return self._count(found, predicate)
        return self._single(predicate)

    def _next(self, at: int) -> Quantity | None:
        """The people counted at a word or right after it: "راح ضحيتها خمسة شهداء"."""
        return next((q for q in self.quantities if at <= q.first <= at + 2 and self._people(q)), None)

    def _dead_or_hurt(self, quantity: Quantity) -> bool:
        """Whether a number lumps the dead and the hurt together: "أوقعت 14 منهم بين قتيل وجريح"."""
        return any(
            self.form(at) == "بين" and self.form(at + 1) in _LUMPED for at in range(quantity.last, quantity.last + 4)
        )

    def _bare_noun(self, own: Quantity, predicate: Predicate) -> bool:
        """Whether a noun that could stand for one does not: an act ("إصابة"), or the object of another predicate."""
        if predicate.split.article or predicate.split.suffix or predicate.split.stem in _MASDARS:
            return True
        if self.form(own.first) in _ONE_OF or self.form(own.first - 1) == "بين":
            return True
        before = own.first - 1
        return self.first <= before and before in {
            p.last - 1 for p in self.scene.predicates if p is not predicate and _casualty(p)
        }

    def _told_apart(self, predicate: Predicate) -> Count | None:
        """The number of "the dead" told apart from the noun: "عشرات القتلى والجرحى", "عدد القتلى إلى 9", "القتلى 3"."""
        for quantity in self.quantities:
            if quantity.last == predicate.first and predicate.split.conj and quantity.kind in ("killed", "wounded"):
                crowd = quantity.high is not None and quantity.high != quantity.low
                return as_count(self.grid, "", quantity) if crowd else None
        after = self.starts.get(predicate.last)
        if (
            after is not None
            and predicate.split.article
            and not after.kind
            and not after.implied
            and not self._conj(after)
        ):
            return as_count(self.grid, "", after)
        return self._raised(predicate)

    def _raised(self, predicate: Predicate) -> Count | None:
        """The toll that rose: "ارتفاع حصيلة القتلى في … إلى 14 مدنياً", "ارتفع إلى 12 تعداد القتلى"."""
        rising = any(self.form(at) in _RISES for at in range(predicate.first - 4, predicate.first))
        for quantity in self.quantities:
            if quantity.implied or self.form(quantity.first - 1) not in _RAISED_TO or not self._people(quantity):
                continue
            reach = 3 * _REACH if rising else _REACH
            if predicate.last < quantity.first <= predicate.last + reach and (rising or not quantity.kind):
                return as_count(self.grid, "", quantity)
            risen = any(self.form(at) in _RISES for at in range(quantity.first - 3, quantity.first))
            if (
                risen
                and not self._walled(quantity.last, predicate.first)
                and quantity.last <= predicate.first <= quantity.last + _REACH
            ):
                return as_count(self.grid, "", quantity)
        return None

    def _after(self, predicate: Predicate, key: str, reach: int) -> Quantity | None:
        """The number of those who stand as the object, or the subject, right after a predicate."""
        for quantity in self.quantities:
            gap = quantity.first - predicate.last
            if gap < 0:
                continue
            far = predicate.verb and reach > 2
            object_ = far and self.form(quantity.last - 1).endswith("ا")  # "اعتقلت قوة مشتركة … مطلوباً"
            near = _REACH + 2 if object_ else 4 if far else 1
            limit = near if quantity.implied else 2 * _REACH if far else reach
            if gap > limit or self._walled(predicate.last, quantity.first):
                return None
            if quantity.first in self.shares or self._conj(quantity):
                return None
            if (
                quantity.kind in ("killed", "wounded")
                and quantity.kind != key
                and not (gap == 0 and (quantity.implied or self.form(quantity.first) in _ONE_OF))
            ):
                return None
            if self._people(quantity) and not self._since(quantity):
                return None if self._dead_or_hurt(quantity) else quantity
        return None

    def _before(self, predicate: Predicate) -> Quantity | None:
        """The number of those who stand as the subject before a verb: "إن ثلاثة أشخاص على الأقل قُتلوا"."""
        tag = predicate.tag
        for quantity in reversed(self.quantities):
            gap = predicate.first - quantity.last
            if gap < 0:
                continue
            if gap > _CHAIN or self._walled(quantity.last, predicate.first) or predicate.split.conj:
                return None
            if quantity.first in self.used or not self._one_clause(quantity.first, predicate.first):
                return None
            if quantity.first in self.shares:
                continue
            if not self._people(quantity) or quantity.kind in ("killed", "wounded") or self._since(quantity):
                return None
            if quantity.implied and tag is not None and tag.number in ("p", "d"):
                return None
            return quantity
        return None

    def _single(self, predicate: Predicate) -> Count | None:
        """One person: named, definite, "another", or meant by a pronoun."""
        at = self.grid.skip_marks(predicate.last, self.last)
        if self.form(at) in ("علي", "عن"):
            at = self.grid.skip_marks(at + 1, self.last)
        if self.form(at) in _ANOTHER:
            return self._of(1, 1, at, at + 1)
        if self.form(at) in _TWO_OTHERS:
            return self._of(2, 2, at, at + 1)
        tag = predicate.tag
        if predicate.verb and tag is not None and tag.number in ("p", "d"):
            return None
        for party in self.scene.parties:
            single = bool(party.heads) and party.heads[0].number == "singular"
            if single and party.first == at and party.heads[0].kind in ("person", "civil", "leader", "member"):
                return self._of(1, 1, at, at + 1)
        found = counted_noun(self.form(at)) if self.form(at) else None
        if (
            found
            and found[0].number == "one"
            and found[0].kind in ("person", "fighter", "detained")
            and not found[1].conj
        ):
            return self._of(1, 1, at, at + 1)
        return None

    def pronoun(self, predicate: Predicate) -> Count | None:
        """The number that a pronoun as object tells: "اعتقلته", "اعتقاله", "أوقفتهما"."""
        tag = predicate.tag
        if predicate.noun and (tag is None or tag.kind != "masdar" or predicate.split.stem in _WOUNDS):
            return None
        if predicate.noun and self._told_by_verb(predicate):
            return None
        number = {"ه": 1, "ها": 1, "هما": 2}.get(predicate.split.suffix)
        return self._of(number, number, predicate.first, predicate.last) if number else None

    def _told_by_verb(self, predicate: Predicate) -> bool:
        """Whether a noun only completes the verb of the same frame: "لقي اثنان منهم مصرعهما"."""
        frames = {frame.id for frame, _ in predicate.senses}
        return any(
            other.verb and other.clause == predicate.clause and any(frame.id in frames for frame, _ in other.senses)
            for other in self.scene.predicates
            if other.first < predicate.first
        )

    def carried(self, predicate: Predicate) -> list[tuple[str, Count]]:
        """The tolls that the carriers of a happening tell: "لقي شاب حتفه تحت التعذيب", "إصابة شاب خلال اقتحام"."""
        found: list[tuple[str, Count]] = []
        carrier = predicate.carrier
        while carrier is not None and len(found) < 3:
            key = next((frame.casualty for frame, _ in carrier.senses if frame.casualty), None)
            count = self.victims(carrier, key) if key else None
            if key and count is not None:
                found.append((key, replace(count, key=key)))
            carrier = carrier.carrier
        return found

    # Adding up

    def _count(self, base: Quantity, predicate: Predicate) -> Count:
        """Add what is joined to a number: "ثلاثة مدنيين وجندي", "قيادي مع اثنين من مرافقيه", "رجل وزوجته"."""
        low, high, end = base.low, base.high, base.last
        at, free = base.last, True
        while at < min(self.last, end + _CHAIN):
            form = self.form(at)
            if (at in self.walls and at != predicate.first) or form in _STOPS or self._some_of_them(at):
                break
            if predicate.first <= at < predicate.last:
                at = predicate.last
                continue
            joined = self.starts.get(at)
            if joined is not None:
                together = self._conj(joined) or self.form(at - 1) in ("مع", "ومعه", "ومعها")
                own = joined.kind in ("killed", "wounded")
                counted = joined.kind or joined.others or self._and_one_of(joined) or self.form(joined.last) == "من"
                if (
                    together
                    and counted
                    and self._people(joined)
                    and not own
                    and (not joined.implied or (free and base.low <= 10))
                ):
                    low, high, end = (
                        low + joined.low,
                        None if None in (high, joined.high) else (high or 0) + (joined.high or 0),
                        joined.last,
                    )
                elif together and not self._people(joined):
                    break
                at = joined.last
                continue
            noun = counted_noun(form) if free and self.words[at].kind == "word" else None
            if (
                noun
                and noun[2]
                and noun[1].conj == "و"
                and noun[0].number == "one"
                and noun[0].kind in ("person", "fighter")
            ):
                low, high, end = low + 1, None if high is None else high + 1, at + 1
            free = free and form not in _PREPOSITIONS and form not in ("،", ",") and not form.startswith("ب")
            at += 1
        return self._of(low, high, base.first, end)

    # Helpers

    def _since(self, quantity: Quantity) -> bool:
        """Whether a number is a running total: "423 قتيلاً من الطرفين منذ الشهر الماضي", not "منذ الصباح"."""
        return any(
            self.form(at) == "منذ" and self.form(at + 1) not in _SINCE_OF_THE_DAY
            for at in range(quantity.last, quantity.last + 6)
        )

    def _one_clause(self, one: int, other: int) -> bool:
        setting = self.scene.setting
        return setting is None or setting.boundaries(one, other) == (0, 0)

    def _people(self, quantity: Quantity) -> bool:
        if quantity.kind:
            return quantity.kind in PERSONS
        return not quantity.implied

    def _conj(self, quantity: Quantity) -> bool:
        form = self.form(quantity.first)
        if self.form(quantity.first - 1) == "و" or self._and_one_of(quantity):
            return True
        number = numeral(form)
        if number is not None:
            return number[1].conj == "و"
        noun = counted_noun(form)
        return noun[1].conj == "و" if noun else form.startswith("و")

    def _and_one_of(self, quantity: Quantity) -> bool:
        """Whether the words are "and one of the …", which fold to the same letters as "one"."""
        return self.words[quantity.first].text.startswith(("وأحد", "وإحد"))

    def _some_of_them(self, index: int) -> bool:
        form = self.form(index)
        return form in _SOME_OF_THEM or (form[:1] in ("و", "ف") and form[1:] in _SOME_OF_THEM)

    def _walled(self, first: int, last: int) -> bool:
        """Whether another predicate, "among them" or a full stop stands between two words."""
        return any(at in self.walls or self.form(at) in _STOPS or self._some_of_them(at) for at in range(first, last))

    def _shares(self) -> set[int]:
        """First words of the numbers that only tell a part of another: what follows "among them"."""
        found: set[int] = set()
        inside = False
        for at in range(self.first, self.last):
            quantity = self.starts.get(at)
            if self._some_of_them(at):
                inside = True
            elif (
                self.form(at) in _STOPS
                or at in self.walls
                or (quantity is not None and quantity.kind in ("killed", "wounded"))
            ):
                inside = False
            elif inside and quantity is not None:
                found.add(at)
        return found

    def _of(self, low: int, high: int | None, first: int, last: int) -> Count:
        words = self.words[first:last]
        return Count("", low, high, Span(words[0].start, words[-1].end), " ".join(word.text for word in words))


def _casualty(predicate: Predicate) -> bool:
    return any(frame.casualty for frame, _ in predicate.senses)


def casualty_count(counter: Counter, predicate: Predicate, key: str) -> Count | None:
    """Return the number of dead or hurt that a casualty predicate tells."""
    found = counter.victims(predicate, key)
    return None if found is None else replace(found, key=key)


def taken_by(grid: Grid, quantities: Iterable[Quantity], count: Count | None) -> set[int]:
    """Return the first words of the quantities that a count has used."""
    if count is None or count.span is None:
        return set()
    return {q.first for q in quantities if count.span.start <= grid.words[q.first].start < count.span.end}


def as_count(grid: Grid, key: str, quantity: Quantity) -> Count:
    """Turn a quantity into a count with its words."""
    words = grid.words[quantity.first : quantity.last]
    return Count(
        key, quantity.low, quantity.high, Span(words[0].start, words[-1].end), " ".join(word.text for word in words)
    )


def add_up(one: Count, other: Count) -> Count:
    """Return the sum of two numbers of different people that one sentence tells; of the same words, the number once."""
    if (
        one.span is not None
        and other.span is not None
        and one.span.start < other.span.end
        and other.span.start < one.span.end
    ):
        return one
    return replace(
        one,
        low=one.low + other.low,
        high=None if None in (one.high, other.high) else (one.high or 0) + (other.high or 0),
    )


def reconcile(one: Count, other: Count) -> Count:
    """Return what two tellings of one number give: the exact one of two that agree, else what covers both."""
    if (one.low, one.high) == (other.low, other.high) or _detail(other, one):
        return one
    if _detail(one, other):
        return other
    for vague, exact in ((one, other), (other, one)):
        if _crowd(vague) and vague.low <= exact.low and (exact.high is None or exact.high <= (vague.high or 0)):
            return exact
        if vague.high is None and vague.low == exact.low:
            return vague
    highs = [count.high for count in (one, other) if count.high is not None]
    return replace(
        one, low=min(one.low, other.low), high=max(highs) if highs and max(highs) >= max(one.low, other.low) else None
    )


def _crowd(count: Count) -> bool:
    return count.high is not None and count.high >= 3 * count.low and count.high > 9


def _detail(part: Count, whole: Count) -> bool:
    """Whether a number is one person singled out of those counted."""
    return (part.low, part.high) == (1, 1) and whole.low > 1


def other_counts(counter: Counter, drafts: Sequence[Draft], taken: set[int]) -> None:
    """Give each number that no casualty took to the happening of the sentence that such a number belongs to."""
    for draft in drafts:
        key = _BY_TYPE.get(draft.type, "")
        if key in _HELD and key not in draft.counts and not draft.casualty:
            count = counter.victims(draft.predicate) or counter.pronoun(draft.predicate)
            if count is not None:
                draft.counts[key] = replace(count, key=key)
                taken |= taken_by(counter.grid, counter.quantities, count)
    _exchanged(counter, drafts, taken)
    last: tuple[Draft, str, int] | None = None
    for quantity in counter.scene.quantities:
        if quantity.role not in ("count", "times") or quantity.first in taken or quantity.first in counter.shares:
            continue
        if (quantity.role == "count" and quantity not in counter.quantities) or counter._since(quantity):
            continue
        if last is not None and _adds(counter, quantity, last):
            draft, key, _ = last
            draft.counts[key] = add_up(draft.counts[key], as_count(counter.grid, key, quantity))
            last = (draft, key, quantity.last)
            continue
        best = _nearest(counter, drafts, quantity)
        if best is not None:
            draft, key = best
            count = as_count(counter.grid, key, quantity)
            before = _one_before(counter, draft, key, quantity)
            draft.counts[key] = count if before is None else add_up(as_count(counter.grid, key, before), count)
            last = (draft, key, quantity.last)


def _exchanged(counter: Counter, drafts: Sequence[Draft], taken: set[int]) -> None:
    """Add those given in return to those set free: "ثلاثة أسرى مقابل خمسة سجناء"."""
    for draft in drafts:
        count = draft.counts.get("released")
        if draft.type != "politics.release" or count is None or count.span is None:
            continue
        for quantity in counter.quantities:
            start = counter.words[quantity.first].start
            near = any(counter.form(at) in _IN_RETURN for at in range(quantity.first - 3, quantity.first))
            if start > count.span.end and near and counter._people(quantity) and quantity.first not in taken:
                draft.counts["released"] = add_up(count, as_count(counter.grid, "released", quantity))
                taken.add(quantity.first)
                break


def _adds(counter: Counter, quantity: Quantity, last: tuple[Draft, str, int]) -> bool:
    """Whether a number is one more item of a list: "9 صواريخ وصاروخان و68 حشوة", "سبع بنادق وقاذف"."""
    draft, key, end = last
    if key not in _ADDED_UP or quantity.first - end > _NEXT_ITEM or not counter._conj(quantity):
        return False
    if quantity.implied and end == quantity.first and draft.counts[key].low > 10:
        return False  # "24 دبابة وعربة" are 24 in all
    return _noun_key(draft, quantity) == key and not counter._walled(end, quantity.first)


def _one_before(counter: Counter, draft: Draft, key: str, quantity: Quantity) -> Quantity | None:
    """The single item that opens a list: "معززة بجرافة وآليتين", "مسدس ورمانتان"."""
    if key not in _ADDED_UP or not counter._conj(quantity):
        return None
    for other in counter.quantities:
        near = quantity.first - 2 <= other.last <= quantity.first and other.first > draft.predicate.first
        if near and other.implied and not counter._conj(other) and _noun_key(draft, other) == key:
            return other
    return None


def _noun_key(draft: Draft, quantity: Quantity) -> str | None:
    key = _BY_NOUN.get(quantity.kind or "")
    return key if key is not None and draft.type.startswith(_TAKES[key]) else None


def _nearest(counter: Counter, drafts: Sequence[Draft], quantity: Quantity) -> tuple[Draft, str] | None:
    best: tuple[int, Draft, str] | None = None
    for draft in drafts:
        key = _key(counter, draft, quantity)
        if key is None or key in draft.counts or draft.modality == "denied":
            continue
        after = quantity.first - draft.predicate.last
        distance = after if after >= 0 else (draft.predicate.first - quantity.last) + 4
        close = key in ("strikes", "fighters") or (key == "munitions" and draft.type.startswith("violence."))
        limit = _REACH + 2 if close else 2 * _REACH
        if key in _HELD and (after < 0 or counter._walled(draft.predicate.last, quantity.first)):
            continue
        if counter.scene.setting is not None:
            distance += 3 * counter.scene.setting.boundaries(quantity.first, draft.predicate.first)[0]
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, draft, key)
    return (best[1], best[2]) if best is not None else None


def _key(counter: Counter, draft: Draft, quantity: Quantity) -> str | None:
    """What a number counts in a happening of the draft's type, or None."""
    kind = quantity.kind or ""
    if quantity.role == "times":
        kind = "strike"
    if kind in PERSONS - {"killed", "wounded"} or (not kind and not quantity.implied):
        return _people_key(draft, quantity)
    key = _BY_NOUN.get(kind)
    if key is None or not draft.type.startswith(_TAKES[key]):
        return None
    if not quantity.implied:
        return key
    noun = counted_noun(counter.form(quantity.first))
    if noun is None:
        return None
    if key == "strikes":
        return key if noun[1].prep == "ب" and noun[1].base == "غاره" else None
    fits = any(
        draft.type.startswith(type_) and (not nouns or noun[1].base in nouns) for type_, nouns in _ONE.get(key, ())
    )
    return key if fits else None


def _people_key(draft: Draft, quantity: Quantity) -> str | None:
    key = _BY_TYPE.get(draft.type)
    if key is None or (quantity.implied and key not in _HELD):
        return None
    kind = quantity.kind or ""
    crowd = quantity.high != quantity.low
    if key == "fighters":
        return key if kind in ("fighter", "force", "member") else None
    if key == "people" and draft.type == "politics.meeting" and kind in ("fighter", "force", "leader"):
        return None  # those named as taking part are no headcount
    if key in ("people", "displaced"):
        return key if kind or crowd else None
    return key if kind or quantity.noun is None else None
