"""Party phrases: a head, the names and adjectives joined to it, who it belongs to, and how it is governed.

"عناصر من ميليشيا X الأفغانية الموالية لإيران" is one phrase: head عناصر, name X, backed by Iran.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rasid.read.entries import FacilityEntry, HeadEntry, NameEntry, NationEntry, RelationEntry, SpeakerEntry
from rasid.read.governing import Governor, Governors
from rasid.read.grid import CLOSING, OPENING, Grid
from rasid.read.matcher import Hit
from rasid.text import Analysis

_INNER_PREPOSITIONS = frozenset({"من", "في", "لدي", "ضمن", "بين"})
_LONGEST_SKIP = 2
_CHRISTENED = frozenset(
    [
        "جماعة",
        "فصيل",
        "حركة",
        "تنظيم",
        "جبهة",
        "تجمع",
        "حزب",
        "خلية",
        "كتيبة",
        "لواء",
        "جيش",
        "سرية",
        "فيلق",
        "هيئة",
        "لجنة",
        "مجلس",
        "عشيرة",
        "اتحاد",
        "ميليشيا",
    ]
)
_ADJECTIVES = frozenset(
    {"عسكري", "عسكريه", "مسلح", "مسلحه", "عامل", "عامله", "عاملين", "قاضي", "قاضيه", "مدني", "مدنيه", "حقوقي", "حقوقيه"}
)
_GENERAL = frozenset({"generic", "state", "state_force", "police"})
_RANKS = frozenset({"لوا", "فريق"})  # folded
_ARTICLED = ("ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال")
_SIDE = frozenset({"جهه", "جانب", "طرف", "ناحيه"})
_BREAKING = ("frame", "light", "connective", "preposition", "reporting", "place", "cue", "negation", "time")


@dataclass(slots=True)
class PartyPhrase:
    """Words [first, last) that speak of one party; `names` holds the candidate actors of each name in it."""

    first: int
    last: int
    governor: Governor
    conj: bool = False
    definite: bool = False
    suffix: str = ""
    heads: list[HeadEntry] = field(default_factory=list)
    names: list[tuple[NameEntry, ...]] = field(default_factory=list)
    nations: list[NationEntry] = field(default_factory=list)
    backers: list[tuple[NameEntry, ...]] = field(default_factory=list)
    facility: FacilityEntry | None = None
    speaker: str | None = None
    joined: PartyPhrase | None = None  # the phrase before it in a list ("X and Y")
    name_first: int = -1
    name_last: int = -1
    name_split: Analysis | None = None  # how the first word of the name splits
    masculine: bool = False
    own_name: bool = False  # a name that is in no book follows the head (لواء الفرقان، كتيبة "X")
    spare: list[HeadEntry] = field(default_factory=list)  # heads that the words of a weak name may be instead

    @property
    def person(self) -> bool:
        """Whether the phrase is a class of people that a masculine word names (مسؤولاً سابقاً)."""
        return (
            bool(self.names)
            and not self.heads
            and self.masculine
            and all(entry.actor.startswith("class.") for names in self.names for entry in names)
        )

    @property
    def named(self) -> bool:
        """Whether the phrase names an actor or a nationality."""
        return bool(self.names or self.nations)


def party_phrases(grid: Grid, governors: Governors, first: int, last: int) -> list[PartyPhrase]:
    """Return the party phrases of words [first, last), left to right, lists linked by `joined`."""
    found: list[PartyPhrase] = []
    index = first
    while index < last:
        phrase = _open(grid, governors, index)
        if phrase is None:
            index += 1
            continue
        _extend(grid, phrase, last)
        _join(grid, found[-1] if found else None, phrase)
        found.append(phrase)
        index = max(phrase.last, index + 1)
        while (further := _further_nation(grid, found[-1], index, last)) is not None:
            found.append(further)
            index = further.last
    return found


def _further_nation(grid: Grid, phrase: PartyPhrase, index: int, last: int) -> PartyPhrase | None:
    """ "ضباط لبنانيين وإسرائيليين": an adjective of state joined to another shares its heads."""
    if index >= last or not phrase.nations or phrase.names or not phrase.heads:
        return None
    for hit in grid.at(index, "nation"):
        if hit.split.conj == "و" and not hit.split.prep and hit.split.article == phrase.definite:
            return PartyPhrase(
                index,
                hit.last,
                phrase.governor,
                conj=True,
                definite=hit.split.article,
                heads=list(phrase.heads),
                nations=[hit.payload],
                joined=phrase,
            )
    return None


def _open(grid: Grid, governors: Governors, index: int) -> PartyPhrase | None:
    hit = _start(grid, index)
    if hit is None:
        return None
    split = hit.split
    conj = split.conj != "" or grid.clitic(index).startswith(("و", "ف"))
    phrase = PartyPhrase(index, index + 1, governors.of(index, split), conj=conj, definite=split.article)
    _take(grid, phrase, hit)
    return phrase


def _start(grid: Grid, index: int) -> Hit | None:
    """The hit that opens a phrase here: the longest; a name before a head, a head before a facility or adjective."""
    kinds = grid.kinds(index)
    best: Hit | None = None
    if grid.words[index].form in _SIDE and index and grid.words[index - 1].form in ("من", "ومن"):
        return None  # "من جهة … من جهة أخرى" tells sides apart and is nobody
    if "latter" in kinds and kinds["latter"][0].split.article and _latter(grid, index):
        return kinds["latter"][0]
    for kind in ("name", "speaker", "head", "facility", "nation"):
        for hit in kinds.get(kind, ()):
            if kind == "nation" and (not hit.split.article or _of_a_thing(grid, hit)):
                continue
            if kind == "head" and hit.payload.construct and hit.split.article:
                continue
            if hit.length == 1 and (hit.split.prep == "ك" or (kind in ("head", "facility") and _function(hit, kinds))):
                continue
            if kind == "head" and (_misread(grid, hit) or _adjective(grid, hit) or _verb_with_pronoun(grid, hit)):
                continue
            if kind == "name" and (hit.split.suffix or hit.split.future or _everyday(hit, kinds)):
                continue
            if best is None or hit.length > best.length:
                best = hit
    if best is not None and grid.hidden[index] > best.length:
        return None
    return best


def _class_before_name(grid: Grid, hit: Hit) -> bool:
    """Whether words for a class of people ("وجهاء عشيرة") run into the name of somebody ("عشيرة طيء")."""
    if hit.length < 2 or not hit.payload.actor.startswith("class."):
        return False
    return any(not other.payload.actor.startswith("class.") for other in grid.at(hit.last - 1, "name"))


def _function(hit: Hit, kinds: dict[str, list[Hit]]) -> bool:
    """Whether a word that might be a head or site is rather a particle, or names a happening (سيطرة على)."""
    if any(kind in kinds for kind in ("connective", "preposition", "negation")):
        return True
    return hit.kind == "facility" and any(
        not other.payload[1].is_verb and other.length == 1 for other in kinds.get("frame", ())
    )


def _misread(grid: Grid, hit: Hit) -> bool:
    """Whether a word is no head of a party here: a verb, a month, or the adjective of the noun before it."""
    if hit.length > 1:
        return False
    word, stem, kinds = grid.words[hit.first], hit.split.stem, grid.kinds(hit.first)
    if hit.payload.kind == "leader" and stem in _RANKS and not _ranked(grid, hit):
        return True  # "اللواء" alone is the brigade
    if hit.split.future:
        return True  # سنجار is no carpenter to come
    if stem == "اب" and "آ" in word.text:
        return True  # the month
    if word.text.endswith("ه") and any(
        other.split.suffix == "ه" for other in (*kinds.get("light", ()), *kinds.get("frame", ()))
    ):
        return True  # "رعاه الوجهاء" has a verb and its object
    if any(other.length > 1 for other in kinds.get("relation", ())):
        return True  # "الوحدات العاملة في المنطقة"
    return _qualifies(grid, hit) or _speaks(grid, hit, kinds)


def _ranked(grid: Grid, hit: Hit) -> bool:
    """Whether a word for a rank or a unit stands before a person's name: one that no lexicon knows and that has no article."""
    after = hit.first + 1
    if after >= len(grid.words) or grid.words[after].kind != "word" or not hit.split.article:
        return False
    return not grid.kinds(after).keys() - {"place", "head"} and not grid.words[after].form.startswith("ال")


def _qualifies(grid: Grid, hit: Hit) -> bool:
    """Whether an adjective that may also be a noun follows the noun it belongs to (القضاء العسكري، زياً عسكرياً)."""
    if hit.split.stem.removesuffix("ا") not in _ADJECTIVES or not hit.first or hit.split.conj or hit.split.prep:
        return False
    before = grid.words[hit.first - 1]
    if before.kind != "word":
        return False
    if hit.split.article:
        return before.form.startswith(_ARTICLED)
    return hit.split.stem.endswith("ا") and before.text.endswith(("اً", "ًا"))


def _of_a_thing(grid: Grid, hit: Hit) -> bool:
    """Whether an adjective of state belongs to a noun that is nobody (الداخل السوري، الحدود الأردنية، الحسكة السورية)."""
    before = hit.first - 1
    if before < 0 or hit.split.conj or hit.split.prep or not grid.words[hit.first].form.endswith(("ي", "ه")):
        return False
    if grid.words[before].kind != "word" or any(
        kind in grid.kinds(at) for at in (before, before - 1) for kind in ("frame", "light", "noun") if at >= 0
    ):
        return False
    return grid.words[before].form.startswith(_ARTICLED) or bool(grid.at(before, "place"))


def _speaks(grid: Grid, hit: Hit, kinds: dict[str, list[Hit]]) -> bool:
    """Whether a word that may be somebody is rather a verb or participle of saying (طالب الوفد، مشيراً إلى)."""
    if hit.split.article or hit.split.prep or not any(other.length == 1 for other in kinds.get("reporting", ())):
        return False
    after = hit.first + 1
    if after >= len(grid.words):
        return False
    if hit.split.suffix or grid.words[after].form in ("الي", "ان", "بان"):
        return True
    following = grid.kinds(after)
    return grid.words[after].form.startswith("ال") or any(
        not other.split.prep and not other.split.conj for kind in ("name", "head") for other in following.get(kind, ())
    )


def _adjective(grid: Grid, hit: Hit) -> bool:
    """Whether "مسلحة" tells of the happening named just before ("اشتباكات مسلحة", "هجوم مسلح") and is nobody."""
    if hit.payload.lemma != "مسلح" or hit.payload.number != "singular" or hit.length > 1 or hit.split.conj:
        return False
    return any(
        other.last == hit.first and not other.payload[1].is_verb and other.split.article == hit.split.article
        for other in grid.at(hit.first - 1, "frame")
        if hit.payload.feminine
        or (other.payload[0].type.startswith("violence.") and not other.payload[0].casualty and not _of_one(other))
    )


def _verb_with_pronoun(grid: Grid, hit: Hit) -> bool:
    """Whether a head with a pronoun is rather a verb: its subject follows at once ("فرقتها قوات الأمن")."""
    if not hit.split.suffix or not any(
        other.payload[1].is_verb and other.split.suffix == hit.split.suffix for other in grid.at(hit.first, "frame")
    ):
        return False
    after = (*grid.at(hit.last, "head"), *grid.at(hit.last, "name"))
    return any(not (other.split.conj or other.split.prep) for other in after)


def _of_one(hit: Hit) -> bool:
    """Whether a noun of happening takes whom it is done to right after it ("اغتيال مسلح", "تعذيب مسلح")."""
    return bool(hit.payload[0].genitive == "object")


def _latter(grid: Grid, index: int) -> bool:
    """Whether "الأخيرة" stands for a party and is no adjective of the noun before it ("الساعات الأخيرة")."""
    before = grid.words[index - 1] if index else None
    return before is None or before.kind != "word" or not before.form.startswith(("ال", "وال", "بال", "لل"))


def _everyday(hit: Hit, kinds: dict[str, list[Hit]]) -> bool:
    """Whether a weak name without its article is rather the everyday word (وحدات، فتح)."""
    return (
        hit.payload.weak
        and not hit.split.article
        and hit.length == 1
        and any(kind in kinds for kind in ("head", "facility", "frame", "noun"))
    )


def _no_name(hit: Hit, kinds: dict[str, list[Hit]]) -> bool:
    """Whether a weak name after a head is the everyday word (مقاتلو حزب العمل); words for a state's forces are general ones."""
    return hit.payload.kind not in _GENERAL and _everyday(hit, kinds)


def _take(grid: Grid, phrase: PartyPhrase, hit: Hit) -> None:
    """Add what a hit says to the phrase."""
    payload = hit.payload
    if isinstance(payload, NameEntry):
        same = [h.payload for h in grid.at(hit.first, "name") if h.last == hit.last and h.split.conj == hit.split.conj]
        phrase.names.append(tuple(dict.fromkeys(same)))
        if all(entry.weak for entry in same):
            phrase.spare.extend(h.payload for h in grid.at(hit.first, "head") if h.last == hit.last)
        if phrase.name_first < 0:
            phrase.name_first, phrase.name_last, phrase.name_split = hit.first, hit.last, hit.split
            phrase.masculine = not hit.split.stem.endswith(("ه", "ات"))
    elif isinstance(payload, HeadEntry):
        phrase.heads.append(payload)
        if phrase.facility is None:
            phrase.facility = next((h.payload for h in grid.at(hit.first, "facility") if h.last == hit.last), None)
        phrase.suffix = hit.split.suffix
    elif isinstance(payload, NationEntry):
        phrase.nations.append(payload)
    elif isinstance(payload, FacilityEntry):
        phrase.facility = phrase.facility or payload
        phrase.suffix = hit.split.suffix
    elif isinstance(payload, SpeakerEntry):
        phrase.speaker = payload.actor
    phrase.definite = phrase.definite or hit.split.article
    overlapped = isinstance(payload, NameEntry) and _class_before_name(grid, hit)
    phrase.last = max(phrase.last, hit.last - 1 if overlapped else hit.last)


def _extend(grid: Grid, phrase: PartyPhrase, last: int) -> None:
    """Absorb what belongs to the phrase: idafa, adjectives, `من`/`ل` after a head, relations, aliases in brackets."""
    while True:
        index = grid.skip_marks(phrase.last, last)
        if index < last and grid.words[index].form == "ل" and (phrase.heads or phrase.facility) and not phrase.named:
            index = grid.skip_marks(index + 1, last)
        if index >= last or not (_absorb(grid, phrase, index) or _leap(grid, phrase, index, last)):
            break
    _christen(grid, phrase, last)


def _christen(grid: Grid, phrase: PartyPhrase, last: int) -> None:
    """A group with a name that no book holds: words in quotes, or one with the article, right after its bare head."""
    if phrase.named or phrase.suffix or phrase.definite or phrase.facility is not None or not phrase.heads:
        return
    head, at = phrase.heads[-1], phrase.last
    if head.lemma not in _CHRISTENED or head.number != "singular" or at >= last:
        return
    if grid.words[at].form in OPENING:
        end = next((i for i in range(at + 1, min(at + 6, last)) if grid.words[i].form in CLOSING), None)
        if end is not None and end > at + 1:
            phrase.last, phrase.own_name = end, True
        return
    word = grid.words[at]
    if word.kind == "word" and word.form.startswith("ال") and not any(kind in grid.kinds(at) for kind in _BREAKING):
        phrase.last, phrase.own_name = at + 1, True


def _absorb(grid: Grid, phrase: PartyPhrase, index: int) -> bool:
    return (
        _absorb_relation(grid, phrase, index) or _absorb_next(grid, phrase, index) or _absorb_inner(grid, phrase, index)
    )


def _absorb_next(grid: Grid, phrase: PartyPhrase, index: int) -> bool:
    """A name, head or adjective that follows directly, or after ل where a head or facility stands before it."""
    lone = grid.clitic(index)
    if lone.startswith(("و", "ف")):
        return False
    open_head = bool(phrase.heads or phrase.facility) and not phrase.names and not phrase.suffix
    best: Hit | None = None
    for kind in ("name", "head", "nation", "facility"):
        for hit in grid.at(index, kind):
            prep = hit.split.prep or lone
            if hit.split.conj or hit.split.future:
                continue
            if prep and not (open_head and (prep in ("ل", "لل") or (prep == "ب" and _serves(phrase, hit)))):
                continue
            if kind == "name" and (not _may_name(phrase, hit, grid, index) or _no_name(hit, grid.kinds(index))):
                continue
            if (
                kind == "name"
                and hit.payload.weak
                and any(other.length >= hit.length for other in grid.at(index, "nation"))
            ):
                continue
            if kind in ("name", "head") and not prep and not _construct(grid, phrase, index):
                continue
            if kind == "nation" and prep and not hit.split.article:
                continue
            if kind in ("head", "facility") and (
                phrase.named
                or phrase.speaker
                or not open_head
                or (kind == "facility" and not phrase.facility)
                or (_flies(phrase) and bool(grid.at(index, "facility")))
            ):
                continue
            if best is None or hit.length > best.length:
                best = hit
    if best is None or grid.hidden[index] > best.length:
        return False
    _take(grid, phrase, best)
    return True


def _flies(phrase: PartyPhrase) -> bool:
    """Whether the phrase is an aircraft, which owns no site: "استهدفت مسيرة حاجزا"."""
    return bool(phrase.heads) and phrase.heads[-1].kind in ("drone", "aircraft")


def _serves(phrase: PartyPhrase, hit: Hit) -> bool:
    """ "قيادي بحركة X", "عناصر بقوات Y": a member of what follows ب."""
    return (
        bool(phrase.heads)
        and phrase.heads[-1].kind in ("member", "leader")
        and (isinstance(hit.payload, NameEntry) or (isinstance(hit.payload, HeadEntry) and hit.payload.generic))
    )


def _construct(grid: Grid, phrase: PartyPhrase, index: int) -> bool:
    """Whether the word before can stand in an idafa with what follows: no article, no final nun; an alias in quotes always can."""
    if index > phrase.last:
        return True
    word = grid.words[index - 1].form
    opened = not phrase.definite or not word.startswith(("ال", "وال", "لل", "بال", "فال"))
    return opened and not (word.endswith(("ون", "ين")) and len(word) > 4 and not phrase.facility)


def _may_name(phrase: PartyPhrase, hit: Hit, grid: Grid, index: int) -> bool:
    """A second name joins only as an alias: of an actor already named, in quotes or brackets."""
    if not phrase.names:
        return True
    earlier = {entry.actor for names in phrase.names for entry in names}
    if all(actor.startswith("class.") for actor in earlier) and not hit.payload.actor.startswith("class."):
        return True
    return hit.payload.actor in earlier


def _absorb_inner(grid: Grid, phrase: PartyPhrase, index: int) -> bool:
    """`من X`, `في X`, `لدى X` after a head that still wants a name."""
    if phrase.named or not phrase.heads or phrase.suffix or grid.words[index].form not in _INNER_PREPOSITIONS:
        return False
    after = grid.skip_marks(index + 1, len(grid.words))
    if any(hit.payload.role == "agent" for hit in grid.at(index, "preposition")):
        return False  # "شاب من جانب X": the doer, and not who the youth is of
    best: Hit | None = None
    for kind in ("name", "head", "nation"):
        for hit in grid.at(after, kind):
            if hit.split.prep or hit.split.conj or (kind == "nation" and not hit.split.article):
                continue
            if kind == "head" and not (hit.payload.generic or hit.payload.kind in ("unit", "group", "civil", "family")):
                continue
            if best is None or hit.length > best.length:
                best = hit
    if best is None or grid.hidden[after] > best.length:
        return False
    _take(grid, phrase, best)
    return True


def _absorb_relation(grid: Grid, phrase: PartyPhrase, index: int) -> bool:
    """`التابعة ل X`: X is who it is, where nothing is named yet; `الموالية ل X`: X stands behind it."""
    for hit in grid.at(index, "relation"):
        entry: RelationEntry = hit.payload
        after = grid.skip_marks(hit.last, len(grid.words))
        lone = after < len(grid.words) and grid.words[after].form == entry.clitic
        if lone:
            after = grid.skip_marks(after + 1, len(grid.words))
        for name in (*grid.at(after, "name"), *grid.at(after, "head")):
            if not lone and entry.clitic and name.split.prep != entry.clitic:
                continue
            if isinstance(name.payload, HeadEntry):
                if entry.kind == "belongs" and not phrase.named:
                    _take(grid, phrase, name)
                    return True
                continue
            same = tuple(h.payload for h in grid.at(after, "name") if h.last == name.last)
            if entry.kind == "belongs" and _of_a_class(phrase.names):
                phrase.names.append(same)
            else:
                phrase.backers.append(same)
            phrase.last = name.last
            return True
    return False


def _of_a_class(names: list[tuple[NameEntry, ...]]) -> bool:
    """Whether no name says who it is: "the security apparatus of X" is X."""
    return all(entry.actor.startswith("class.") for same in names for entry in same)


def _leap(grid: Grid, phrase: PartyPhrase, index: int, last: int) -> bool:
    """Step over one or two plain adjectives or names of a person where a relation or alias follows them."""
    words = grid.words
    for step in range(1, _LONGEST_SKIP + 1):
        here = index + step - 1
        if here >= last or words[here].kind != "word" or _breaks(grid, here):
            return False
        after = grid.skip_marks(here + 1, last)
        if after >= last:
            return False
        if _absorb_relation(grid, phrase, after):
            return True
        if (
            words[here].form.startswith("ال")
            and after == here + 1
            and phrase.definite
            and not phrase.named
            and _absorb_inner(grid, phrase, after)
        ):
            return True
    return False


def _breaks(grid: Grid, index: int) -> bool:
    kinds = grid.kinds(index)
    return any(kind in kinds for kind in _BREAKING) or (grid.words[index].form.startswith("و") and bool(kinds))


def _join(grid: Grid, before: PartyPhrase | None, phrase: PartyPhrase) -> None:
    """Link "X and Y": nothing but quotes and the conjunction may stand between."""
    if before is None or before.speaker or phrase.speaker:
        return
    index = before.last
    while index < phrase.first and (grid.words[index].form in ("و",) or grid.words[index].kind == "mark"):
        if grid.words[index].kind == "mark" and grid.words[index].form in ".:;؛؟?!-–—":
            return
        index += 1
    if index == phrase.first and phrase.conj and phrase.governor.role in ("", before.governor.role):
        phrase.joined = before
        if not phrase.governor.role:
            phrase.governor = before.governor
