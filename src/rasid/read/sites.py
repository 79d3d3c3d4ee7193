"""Place phrases: the place itself, the words that say what and where it is, and what they say contains it.

"في محيط قرية X بريف Y الشرقي": near X, a village, within the eastern countryside of Y.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rasid.read.entries import CueEntry
from rasid.read.governing import Governor, Governors
from rasid.read.grid import Grid
from rasid.read.matcher import Hit

_ADDRESS = frozenset({"في", "من", "ضمن", "علي", "عند", "قرب"})
_ALONG = frozenset({"road", "street", "border", "river", "coast", "side", "junction"})  # "X على طريق Y"
_NAMED_SO = frozenset(
    [
        "بلقب",
        "الملقب",
        "المدعو",
        "المعروف",
        "المكني",
        "ويدعي",
        "يدعي",
        "القيادي",
        "العقيد",
        "العميد",
        "المقدم",
        "الرايد",
        "النقيب",
        "الشيخ",
        "القايد",
        "السيد",
    ]
)
_REFERRING = frozenset(
    [
        "قرية",
        "بلدة",
        "مدينة",
        "ناحية",
        "قضاء",
        "مديرية",
        "محلية",
        "محافظة",
        "منطقة",
        "حي",
        "مخيم",
        "معبر",
        "مطار",
        "قاعدة",
        "جزيرة",
        "حقل",
        "سد",
        "جامعة",
    ]
)
_LINKS = frozenset(
    {"وعلي", "وفي", "علي", "في", "ثم", "والي", "وكذلك", "كذلك", "ايضا", "وايضا", "ومن", "وقرب", "وبمحيط"}
)
_TIMES = frozenset(
    [
        "يوم",
        "مسا",
        "صباح",
        "فجر",
        "ليل",
        "ليله",
        "ظهر",
        "عصر",
        "امس",
        "اليوم",
        "غدا",
        "عام",
        "سنه",
        "شهر",
        "اسبوع",
        "خلال",
        "كما",
        "حيث",
        "ذلك",
        "هذه",
        "هذا",
        "تلك",
        "كانت",
        "كان",
        "قد",
        "التي",
        "الذي",
        "وذلك",
        "عبر",
        "ايضا",
        "بشكل",
        "غير",
        "كل",
        "جميع",
        "عده",
        "بعض",
    ]
)
NAMING_CUES = frozenset({"village", "town", "neighbourhood", "district", "subdistrict", "camp", "hill", "mountain"})
_REFERRING_CUES = frozenset(
    {
        "village",
        "town",
        "city",
        "neighbourhood",
        "district",
        "subdistrict",
        "camp",
        "governorate",
        "region",
        "crossing",
        "airport",
        "base",
        "island",
        "square",
        "university",
        "dam",
        "field",
    }
)
# Adjectives and pronouns that follow a word for a kind of place and name none ("أحياء مجاورة", "مخيمات لها").
_NAMELESS = frozenset(
    [
        "مجاوره",
        "مجاور",
        "مجاورين",
        "المجاوره",
        "المجاور",
        "محيطه",
        "المحيطه",
        "قريبه",
        "القريبه",
        "بعيده",
        "اخري",
        "الاخري",
        "متفرقه",
        "مختلفه",
        "عديده",
        "كثيره",
        "سكنيه",
        "السكنيه",
        "شعبيه",
        "الشعبيه",
        "راقيه",
        "حدوديه",
        "الحدوديه",
        "صناعيه",
        "زراعيه",
        "عسكريه",
        "العسكريه",
        "امنه",
        "الامنه",
        "صغيره",
        "الصغيره",
        "كبيره",
        "الكبيره",
        "نائيه",
        "النائيه",
        "عشوائيه",
        "العشوائيه",
        "سنيه",
        "شيعيه",
        "كرديه",
        "عربيه",
        "مسيحيه",
        "درزيه",
        "علويه",
        "تركمانيه",
        "لها",
        "له",
        "لهم",
        "لهما",
        "لنا",
        "بها",
        "به",
        "بهم",
        "فيها",
        "فيه",
        "منها",
        "منه",
        "عنها",
        "عنه",
        "عليها",
        "عليه",
        "اليها",
        "اليه",
        "نفسها",
        "نفسه",
        "ذاتها",
        "ذاته",
        "كلها",
        "جميعها",
        "باكملها",
        "باسرها",
        "المذكوره",
        "المذكور",
        "المنكوبه",
        "المحاصره",
        "المحرره",
        "المستهدفه",
        "المتضرره",
        "القديمه",
        "القديم",
        "الجديده",
        "الواقعه",
        "الواقع",
        "خاليه",
        "خاضعه",
        "تابعه",
        "للنازحين",
        "النازحين",
        "اللاجئين",
        "لاجئين",
        "نازحين",
    ]
)
_ELATIVE = ("ابرز", "اهم", "اغلب", "اكثر", "اكبر")
_OFFICES = frozenset({"مديرية", "محلية"})  # an office, "local": alone they announce no name
# Words that may open the name of a place that is known, and announce none that is not.
_LOOSE = frozenset(
    [
        "تجمع",
        "تجمعا",
        "تجمعات",
        "نقطه",
        "نقاط",
        "كم",
        "كما",
        "مشروع",
        "قسم",
        "قطاع",
        "فريق",
        "فريقا",
        "مركز",
        "حله",
        "برج",
        "شركه",
    ]
)
# First words of names that go on ("تل X", "خربة X", "قبر X").
_OPENERS = frozenset(
    [
        "تل",
        "تله",
        "خربه",
        "قبر",
        "عين",
        "بير",
        "دير",
        "ام",
        "ابو",
        "كفر",
        "بيت",
        "وادي",
        "جب",
        "شيخ",
        "الشيخ",
        "رسم",
        "خان",
        "راس",
        "حاج",
        "نبع",
        "عرب",
        "زور",
        "برج",
        "حصن",
        "باب",
        "بني",
        "ال",
        "بو",
        "جديده",
        "نجع",
    ]
)
_SITES = frozenset(
    ["سجن", "حاجز", "جسر", "جبل", "تل", "تله", "وادي", "قاعده", "ثكنه", "معسكر", "مصفاه", "مشفي", "مستشفي", "حقل", "سد"]
)
_OTHERWISE = frozenset(["لواء", "قاعده", "مديريه"])  # with the article rather a unit, al-Qaeda, an office
# Kinds of place that only a word for the same kind refers back to ("السجن": the last prison).
SAME_WORD = frozenset({"building", "checkpoint", "junction", "base", "mountain", "hill", "valley", "field", "dam"})
_BESIDE = frozenset({"في", "قرب", "ب", "داخل"})
_POINTS = ("شمال", "جنوب", "شرق", "غرب", "ريف", "وسط")


@dataclass(slots=True)
class PlacePhrase:
    """Words [first, last) that say where; `candidates` are the ids of all places of that name (empty: not known)."""

    first: int
    last: int
    governor: Governor
    conj: bool = False
    name_first: int = -1
    name_last: int = -1
    cues: tuple[CueEntry, ...] = ()
    candidates: tuple[str, ...] = ()
    weak: bool = False
    directions: tuple[str, ...] = ()
    near: bool = False
    containers: list[PlacePhrase] = field(default_factory=list)
    joined: PlacePhrase | None = None
    origin: bool = False  # says where people come from, not where it happened
    index: int = -1  # its number among the report's places, for resolving
    speaker: bool = False
    reference: str = ""  # kind of the cue that refers back ("البلدة"), with no name
    clitics: int = 0  # letters of و, ف, ب, ل before the first word

    @property
    def cue(self) -> CueEntry | None:
        """The innermost word that says what kind of place it is."""
        return self.cues[-1] if self.cues else None


def place_phrases(grid: Grid, governors: Governors, first: int, last: int) -> list[PlacePhrase]:
    """Return the place phrases of words [first, last), lists linked by `joined`."""
    found: list[PlacePhrase] = []
    index = first
    while index < last:
        before = found[-1] if found else None
        phrase = (
            _parse(grid, governors, index, last, before)
            or _listed(grid, governors, index, last, before)
            or _addressed(grid, governors, index, last)
        )
        if phrase is None:
            index += 1
            continue
        _contain(grid, governors, phrase, last)
        found.append(phrase)
        index = max(phrase.last, index + 1)
    _share_containers(found)
    return found


def _parse(grid: Grid, governors: Governors, index: int, last: int, before: PlacePhrase | None) -> PlacePhrase | None:
    """Parse directions, cues and a name at `index`; None where no place stands there."""
    opening = _opening(grid, index)
    if opening is None or (grid.hidden[index] > max(opening.length, 0) and opening.kind != "place"):
        return None
    split = opening.split
    lone = grid.clitic(index)
    phrase = PlacePhrase(index, index, governors.of(index, split), conj=split.conj != "" or lone.startswith("و"))
    phrase.clitics = len(split.conj) + (len(split.prep) if not (split.prep == "ل" and split.article) else 0)
    at = _lead_in(grid, phrase, index, last)
    if phrase.reference == "-":
        return None
    if phrase.reference:
        phrase.name_first, phrase.name_last = at - 1, at
        return phrase
    named = _name(grid, phrase, at, last)
    if not named and not _unknown_name(grid, phrase, at, last):
        return None
    day = grid.words[index - 1].form if index else ""
    if day.isdigit() and 1 <= int(day) <= 31 and not (phrase.cues or phrase.directions or split.prep):
        return None  # "25 تشرين": a day of a month
    _adjectives(grid, phrase, last)
    _join(grid, before, phrase)
    touching = split.prep or lone or (index and phrase.governor.words.endswith(grid.words[index - 1].text))
    governed = phrase.governor.role in ("in", "to", "by") and touching  # "في ثلاث قرى" governs a number
    if phrase.weak and not (phrase.cues or phrase.joined or phrase.directions or governed):
        return None
    if phrase.weak and not phrase.cues and phrase.name_last - phrase.name_first == 1 and grid.at(index, "cue"):
        return None  # "في قرى مجاورة": the word for a kind of place names none
    if phrase.name_last < 0 and not phrase.candidates:
        return None
    return phrase


def _listed(grid: Grid, governors: Governors, index: int, last: int, before: PlacePhrase | None) -> PlacePhrase | None:
    """An unknown name in a list after a plural cue: "قرى A وB"."""
    form = grid.words[index].form
    if (
        before is None
        or before.last != index
        or not before.cues
        or not before.cues[-1].plural
        or not form.startswith("و")
        or len(form) < 4
    ):
        return None
    if (
        grid.words[index].kind != "word"
        or before.containers
        or any(
            kind in grid.kinds(index)
            for kind in ("frame", "light", "name", "head", "reporting", "cue", "connective", "preposition", "facility")
        )
    ):
        return None
    phrase = PlacePhrase(
        index,
        index + 1,
        before.governor,
        conj=True,
        name_first=index,
        name_last=index + 1,
        cues=before.cues,
        joined=before,
        clitics=1,
    )
    _adjectives(grid, phrase, last)
    return phrase


def _addressed(grid: Grid, governors: Governors, index: int, last: int) -> PlacePhrase | None:
    """An unknown name with a preposition before it and what contains it after it: "في X بريف Y", "قرب X شمالي Y"."""
    if (
        grid.words[index].form not in _BESIDE
        or index + 2 >= last
        or not _nameable(grid, index + 1, opening=True)
        or grid.words[index + 1].kind != "word"
    ):
        return None
    kinds = grid.kinds(index + 1)
    if any(kind in kinds for kind in ("facility", "noun", "frame", "place", "cue")):
        return None
    inner = _container_at(grid, governors, index + 2, last)
    if inner is None or inner.first != index + 2:
        return None
    return PlacePhrase(
        index + 1, index + 2, Governor("in", grid.words[index].text, index), name_first=index + 1, name_last=index + 2
    )


def _opening(grid: Grid, index: int) -> Hit | None:
    best: Hit | None = None
    for kind in ("place", "cue", "direction"):
        for hit in grid.at(index, kind):
            if hit.split.suffix or hit.split.future or hit.split.prep == "ك":
                continue
            if best is None or hit.length > best.length:
                best = hit
    return best


def _lead_in(grid: Grid, phrase: PlacePhrase, index: int, last: int) -> int:
    """Read directions and cues before the name; return where the name should start."""
    at = index
    while at < last:
        hit = _step(grid, at, opening=at == index, phrase=phrase)
        if hit is None:
            return at
        if hit.kind == "cue":
            phrase.cues = (*phrase.cues, hit.payload)
        elif hit.payload.kind == "nearness":
            phrase.near = True
        else:
            phrase.directions = (*phrase.directions, hit.payload.lemma)
        at = grid.skip_marks(hit.last, last)
        phrase.last = hit.last
        if hit.kind == "cue" and hit.split.article:
            named = _apposed(grid, hit.last, last) if grid.words[hit.first].form.endswith("عاصمه") else -1
            if named >= 0:
                return named
            phrase.reference = hit.payload.kind if _refers(grid, hit) else "-"
            return hit.last
    return at


def _refers(grid: Grid, hit: Hit) -> bool:
    """Whether a word for a kind of place, with its article, stands for a place told before ("البلدة", "السجن")."""
    if hit.payload.kind in SAME_WORD:
        return hit.split.stem in _SITES
    if hit.split.stem in _OTHERWISE:
        return False
    return hit.payload.kind in _REFERRING_CUES and hit.payload.lemma in _REFERRING


def _apposed(grid: Grid, at: int, last: int) -> int:
    """Where the name in apposition starts: "العاصمة صنعاء", "العاصمة الليبية طرابلس"; -1 where there is none."""
    for index in (at, at + 1):
        if index >= last or grid.words[index].kind != "word":
            return -1
        if any(not hit.split.prep and not hit.split.conj and not hit.split.suffix for hit in grid.at(index, "place")):
            return index
        if not grid.words[index].form.startswith("ال"):
            return -1
    return -1


def _step(grid: Grid, at: int, *, opening: bool, phrase: PlacePhrase) -> Hit | None:
    place = max(
        (hit.length for hit in grid.at(at, "place") if not hit.split.suffix and (opening or not hit.split.conj)),
        default=0,
    )
    for kind in ("direction", "cue"):
        for hit in grid.at(at, kind):
            if hit.split.suffix or (not opening and (hit.split.conj or hit.split.prep)):
                continue
            if kind == "direction" and hit.split.article and not phrase.directions:
                continue
            if kind == "cue" and hit.length == place and hit.split.article and _refers(grid, hit) and _frail(grid, at):
                return hit
            if hit.length >= place and not (place and hit.length == place and kind == "cue" and not _leads(grid, hit)):
                return hit
    return None


def _frail(grid: Grid, at: int) -> bool:
    """Whether the places that a word names are all weak ones ("السجن" is a hamlet too)."""
    return all(hit.payload[1] for hit in grid.at(at, "place"))


def _leads(grid: Grid, hit: Hit) -> bool:
    """Whether a place name or another cue follows a cue."""
    return any(grid.at(hit.last, kind) for kind in ("place", "cue", "direction"))


def _name(grid: Grid, phrase: PlacePhrase, at: int, last: int) -> bool:
    best: list[Hit] = []
    for hit in grid.at(at, "place"):
        if (
            hit.split.suffix
            or hit.split.future
            or hit.last > last
            or (at != phrase.first and (hit.split.conj or hit.split.prep))
        ):
            continue
        if _everyday(grid, hit, phrase):
            continue
        if not best or hit.length > best[0].length:
            best = [hit]
        elif hit.length == best[0].length:
            best.append(hit)
    if not best or grid.hidden[at] > best[0].length or _goes_on(grid, best[0], phrase, last):
        return False
    plain = [hit for hit in best if hit.split == best[0].split] or best
    phrase.candidates = tuple(dict.fromkeys(place for hit in plain for place in hit.payload[0]))
    phrase.weak = all(hit.payload[1] or (hit.payload[2] and not hit.split.article) for hit in plain)
    phrase.name_first, phrase.name_last = at, best[0].last
    phrase.last = best[0].last
    return True


def _goes_on(grid: Grid, hit: Hit, phrase: PlacePhrase, last: int) -> bool:
    """Whether a word such as تل or عين is but the opening of a name that no gazetteer holds ("قرية تل X")."""
    after = hit.last
    return (
        bool(phrase.cues)
        and hit.length == 1
        and not hit.split.article
        and grid.words[hit.first].form in _OPENERS
        and after < last
        and grid.words[after].kind == "word"
        and not grid.kinds(after)
        and _nameable(grid, after, opening=False)
        and grid.words[after].form not in _NAMELESS
    )


def _everyday(grid: Grid, hit: Hit, phrase: PlacePhrase) -> bool:
    """Whether a one-word name without article is rather a function word or verb (عند، بل), or an adverb (ليبياً)."""
    word = grid.words[hit.first]
    if hit.length > 1 or (hit.split.article and not (phrase.cues and word.form in _NAMELESS)):
        return False
    if word.text.endswith(("اً", "ًا")):
        return True
    kinds = grid.kinds(hit.first)
    if "stop" in kinds and not word.form.startswith("ال"):
        return True  # "مناطق جديدة": an epithet
    if any(kind in kinds for kind in ("preposition", "connective", "negation", "cue_word")):
        return True
    if phrase.cues:
        return phrase.cues[-1].plural and word.form in _NAMELESS
    if (
        word.form in _TIMES
        or (hit.first > 0 and grid.words[hit.first - 1].form in _NAMED_SO)
        or (hit.first > 1 and grid.words[hit.first - 2].form in _NAMED_SO)
    ):
        return True
    known = len(word.form) - len(hit.split.conj) - len(hit.split.prep)
    if known > 2 and not hit.split.conj and hit.first > 0 and grid.words[hit.first - 1].form in _ADDRESS:
        return False  # "في صنعاء", "من نوى": no verb stands after a preposition
    return (
        known <= 2
        or any(kind in kinds for kind in ("reporting", "light"))
        or any(h.payload[1].is_verb for h in kinds.get("frame", ()) if h.length == 1)
    )


def _unknown_name(grid: Grid, phrase: PlacePhrase, at: int, last: int) -> bool:
    """A cue followed by a word that no lexicon knows: the name of a place that is in no gazetteer."""
    cue = phrase.cue
    if cue is None or cue.kind not in NAMING_CUES or at >= last or at == phrase.first:
        return False
    if any(not _goes_on(grid, hit, phrase, last) for hit in grid.at(at, "place")):
        return False
    form = grid.words[at].form
    loose = cue.lemma in _OFFICES or grid.words[at - 1].form.removeprefix("و").removeprefix("ال") in _LOOSE
    if loose or form in _NAMELESS or form.startswith(_ELATIVE):
        return False
    end = at + 1 if any(_goes_on(grid, hit, phrase, last) for hit in grid.at(at, "place")) else at
    while end < last and end < at + 2 and grid.words[end].kind == "word" and _nameable(grid, end, opening=end == at):
        if end > at and not grid.words[end].form.startswith("ال") and (form not in _OPENERS or grid.kinds(end)):
            break
        end += 1
    if end == at:
        return False
    phrase.name_first, phrase.name_last, phrase.last = at, end, end
    return True


def _nameable(grid: Grid, index: int, *, opening: bool) -> bool:
    kinds = grid.kinds(index)
    if not opening and any(kind in kinds for kind in ("direction", "cue")):
        return False
    busy = (
        "preposition",
        "connective",
        "reporting",
        "negation",
        "name",
        "head",
        "nation",
        "light",
        "direction",
        "cue",
        "stop",
        "relation",
    )
    if any(kind in kinds for kind in busy):
        return False
    if "frame" in kinds and not (opening and grid.words[index].form.startswith("ال")):
        return False
    form = grid.words[index].form
    return len(form) > 2 and not form.startswith(("لل", "وال", "بال", "فال", "كال")) and form not in _TIMES


def _adjectives(grid: Grid, phrase: PlacePhrase, last: int) -> None:
    """Read "الشرقي", "الشمالية الغربية" after the name of a place or countryside."""
    at = phrase.last
    while at < last:
        hit = next(
            (
                h
                for h in grid.at(at, "direction")
                if h.split.article and not h.split.prep and (not h.split.conj or phrase.directions)
            ),
            None,
        )
        if hit is None:
            return
        phrase.directions = (*phrase.directions, hit.payload.lemma)
        phrase.last = at = hit.last


def _contain(grid: Grid, governors: Governors, phrase: PlacePhrase, last: int) -> None:
    """Read what the words say contains the place: "بريف Y", "في محافظة Z", "شرقي W", "التابعة لناحية V"."""
    if phrase.candidates and all("." not in place for place in phrase.candidates):
        return  # nothing that is told contains a country
    while len(phrase.containers) < 3:
        at = _after_brackets(grid, grid.skip_marks(phrase.last, last), phrase.last, last)
        inner = _container_at(grid, governors, at, last)
        if inner is None:
            return
        phrase.containers.append(inner)
        phrase.last = inner.last


def _after_brackets(grid: Grid, at: int, first: int, last: int) -> int:
    """Step over a short alias or distance in brackets: "ياخور (كاخرة) التابعة ل…", "حارم (23 كم شمال غرب إدلب)"."""
    words = grid.words
    if at == first or words[at - 1].form != "(":
        return at
    close = next((index for index in range(at, min(at + 5, last)) if words[index].form == ")"), None)
    return close + 1 if close is not None else at


def _container_at(grid: Grid, governors: Governors, at: int, last: int) -> PlacePhrase | None:
    if at >= last:
        return None
    start, word = at, grid.words[at]
    for relation in grid.at(at, "relation"):
        if relation.payload.kind == "belongs" and relation.payload.clitic == "ل":
            return _parse(grid, governors, relation.last, last, None)
    if word.form in _ADDRESS:
        start = at + 1
        if word.form == "من" and not grid.at(start, "cue") and not grid.at(start, "direction"):
            return None
        if word.form == "علي" and not any(hit.payload.kind in _ALONG for hit in grid.at(start, "cue")):
            return None
        opening = _opening(grid, start)
        if opening is None or opening.split.prep or opening.split.conj:
            return None
        return _parse(grid, governors, start, last, None)
    opening = _opening(grid, at)
    if opening is None or opening.split.conj:
        return None
    if opening.kind == "place" and not opening.split.prep and word.form.startswith(_POINTS):
        return _parse(grid, governors, at, last, None)
    if (
        opening.split.prep == "ب"
        or (opening.kind == "direction" and not opening.split.article)
        or grid.clitic(at) == "ب"
    ):
        return _parse(grid, governors, at, last, None)
    return None


def _join(grid: Grid, before: PlacePhrase | None, phrase: PlacePhrase) -> None:
    """Link lists: "قرى A وB وC", "في A، B و C"."""
    if before is None:
        return
    comma = linked = False
    for index in range(before.last, phrase.first):
        word = grid.words[index]
        if word.kind == "mark" and word.form in ("،", ","):
            comma = True
        elif word.form in _LINKS and phrase.governor.role == before.governor.role:
            linked = linked or word.form.startswith("و") or word.form == "ثم"
        elif not (word.form in ("و", "ب", "وب") or (word.kind == "mark" and word.form in "\"'«»“”‘’()-–/#")):
            return
    bare = phrase.governor.role == "" or phrase.conj or phrase.governor.role == before.governor.role
    if bare and (phrase.conj or comma or linked):
        phrase.joined = before
        if not phrase.governor.role:
            phrase.governor = before.governor
        if not phrase.cues and before.cues and before.cues[-1].kind not in ("governorate",):
            phrase.cues = before.cues


def _share_containers(found: list[PlacePhrase]) -> None:
    """What contains the last of a list contains all of it."""
    for phrase in reversed(found):
        if phrase.joined is not None and phrase.containers and not phrase.joined.containers:
            phrase.joined.containers = [replace(inner) for inner in phrase.containers]
