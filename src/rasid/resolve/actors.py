"""Choose the actor that some words mean: an ordered cascade that ends in an explicit "none of these"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from rasid.knowledge import Actor, ActorBook, Knowledge
from rasid.knowledge.actors import Rule
from rasid.text import key


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen (None: none of these), how sure that is (0 to 1) and why."""

    id: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around the words; build it once a report and `replace` what differs from mention to mention.

    `country` is that of the place told of, else of the report; `near_ids` the actors already established in the report;
    `place_ids` the places told of (their ancestors are added); `speaker` the source or party whose words these are;
    `cued` that a word before the name says what it is (وكالة, فصيل, تنظيم …).
    """

    published: date
    country: str | None = None
    near_ids: frozenset[str] = frozenset()
    place_ids: frozenset[str] = frozenset()
    speaker: str | None = None
    cued: bool = False


def choose_actor(
    candidates: Sequence[Actor],
    *,
    knowledge: Knowledge,
    published: date,
    country: str | None = None,
    near_ids: Collection[str] = frozenset(),
    speaker: str | None = None,
    words: str = "",
    place_ids: Collection[str] = frozenset(),
    cued: bool = False,
) -> Choice:
    """Choose among the actors that bear a name; `words` is the name as the report writes it.

    Candidates come from `knowledge.actors.by_key`; the list may be empty where the words are generic (الجيش).
    """
    setting = Setting(published, country, frozenset(near_ids), frozenset(place_ids), speaker, cued)
    return _cascade(tuple(candidates), knowledge, setting, words)


def generic(
    words: str,
    *,
    knowledge: Knowledge,
    published: date,
    country: str | None = None,
    near_ids: Collection[str] = frozenset(),
    speaker: str | None = None,
    place_ids: Collection[str] = frozenset(),
) -> Choice:
    """Return what a word without a country (الجيش, الشرطة, وزارة الدفاع) means in a country on a day."""
    setting = Setting(published, country, frozenset(near_ids), frozenset(place_ids), speaker)
    return _generic(key(words), knowledge, setting) or Choice(None, 0.5, f"{words} is no known generic word here")


def _cascade(candidates: tuple[Actor, ...], knowledge: Knowledge, setting: Setting, words: str) -> Choice:
    name, book = key(words), knowledge.actors
    # A rule of the data is somebody's explicit decision: it outranks everything that is worked out.
    if choice := _by_rule(candidates, name, knowledge, setting):
        return choice
    # A generic word is a name of nobody: the setting decides, before any actor that happens to list the word.
    if choice := _generic(name, knowledge, setting):
        return choice
    if not candidates:
        return Choice(None, 0.9, "no actor bears this name")
    # What cannot be meant goes next, so that fewer remain; where everything would go, nothing does.
    left, notes = _narrow(candidates, setting, book, words)
    if len(left) == 1:
        return _single(left[0], len(candidates), name, book, setting, notes)
    # What the rules say when no condition holds.
    if default := _default(left, name):
        return Choice(default.id, 0.5, default.note or "the usual meaning of the words")
    return _first(left, name, setting, notes)


def _by_rule(candidates: tuple[Actor, ...], name: str, knowledge: Knowledge, setting: Setting) -> Choice | None:
    places = _with_ancestors(setting.place_ids, knowledge)
    speakers = _speakers(setting.speaker, knowledge.actors)
    best: tuple[tuple[int, ...], Rule] | None = None
    for actor in candidates:
        for rule in actor.rules:
            if name not in rule.words or not rule.when.weight:
                continue
            if rule.when.hold(country=setting.country, day=setting.published, places=places, speakers=speakers):
                best = max(
                    best or ((0,), rule), ((rule.when.weight, *_spoken(rule, setting, knowledge)), rule), key=_rank
                )
                break
    if best is None:
        return None
    return Choice(best[1].id, 0.9, f"rule: {best[1].note or _describe(best[1])}")


def _rank(weighed: tuple[tuple[int, ...], Rule]) -> tuple[int, ...]:
    return weighed[0]


def _spoken(rule: Rule, setting: Setting, knowledge: Knowledge) -> tuple[int, int, int]:
    """Among rules that ask for as much: who speaks, then the narrower place, then how many of the report's places."""
    within = rule.when.within
    inside = [_with_ancestors([place], knowledge) for place in setting.place_ids] if within else []
    spoken = sum(any(place in known for place in within) for known in inside)
    depth = max(
        (len(knowledge.places.ancestors(place)) for place in within if any(place in k for k in inside)), default=0
    )
    return int(bool(rule.when.speaker)), depth, spoken


def _with_ancestors(place_ids: Collection[str], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(place_ids).union(*(knowledge.places.ancestors(place_id) for place_id in place_ids))


def _speakers(speaker: str | None, book: ActorBook) -> tuple[str, ...]:
    return (speaker, *book.ancestors(speaker)) if speaker else ()


def _describe(rule: Rule) -> str:
    when = rule.when
    parts = [
        f"said by {', '.join(when.speaker)}" if when.speaker else "",
        f"within {', '.join(when.within)}" if when.within else "",
        f"in {', '.join(when.where)}" if when.where else "",
        f"from {when.start}" if when.start else "",
        f"until {when.end}" if when.end else "",
    ]
    return " ".join(part for part in parts if part)


def _generic(name: str, knowledge: Knowledge, setting: Setting) -> Choice | None:
    concept = knowledge.generics.by_key(name)
    if concept is None:
        return None
    meant = knowledge.generics.meaning(
        name,
        country=setting.country,
        day=setting.published,
        places=_with_ancestors(setting.place_ids, knowledge),
        speakers=_speakers(setting.speaker, knowledge.actors),
    )
    named = {meaning.id for meaning in concept.means if not meaning.id.startswith("class.")} & setting.near_ids
    kin = knowledge.actors.relatives(meant) & setting.near_ids if meant is not None else frozenset()
    if len(named) == 1 and meant not in named and not kin:
        return Choice(named.pop(), 0.7, f"{concept.gloss}: the only one named in the report")
    if meant is None:
        return None
    if meant in named:
        return Choice(meant, 0.9, f"{concept.gloss} of {setting.country}, named in the report")
    return Choice(meant, 0.75, f"{concept.gloss} of {setting.country} on {setting.published}")


def _narrow(
    candidates: tuple[Actor, ...], setting: Setting, book: ActorBook, words: str
) -> tuple[tuple[Actor, ...], list[str]]:
    left, notes = candidates, list[str]()
    steps = (
        # Days first: an actor that did not exist cannot act, wherever it was at home.
        ("in being on that day", [actor for actor in left if actor.exists(setting.published)]),
        # The report's own fuller name is better evidence than geography.
        ("named in the report", [actor for actor in left if actor.id in setting.near_ids]),
        ("at home in the country", [actor for actor in left if actor.country == setting.country]),
        ("active in the country", [actor for actor in left if setting.country in actor.countries]),
        ("kin of actors named", [actor for actor in left if book.relatives(actor.id) & setting.near_ids]),
        ("written so", [actor for actor in left if words in actor.names]),
    )
    for note, fitting in steps:
        kept = tuple(actor for actor in left if actor in fitting)
        if kept and len(kept) < len(left):
            left = kept
            notes.append(note)
    return left, notes


def _single(actor: Actor, count: int, name: str, book: ActorBook, setting: Setting, notes: list[str]) -> Choice:
    """Judge the one candidate that is left by its days, its country and whether its name is a weak one."""
    if name in actor.weak and not setting.cued:
        return _weak(actor, book, setting)
    reason = ", ".join(notes) or "the only bearer of the name"
    score = 0.95 if count == 1 else 0.8
    if not actor.exists(setting.published):
        return Choice(actor.id, score - 0.25, f"{reason}; no longer (or not yet) in being on {setting.published}")
    if setting.country and actor.countries and setting.country not in actor.countries:
        return Choice(actor.id, score - 0.15, f"{reason}; not known to be active in {setting.country}")
    return Choice(actor.id, score, reason)


def _weak(actor: Actor, book: ActorBook, setting: Setting) -> Choice:
    if actor.id.startswith("class."):
        return Choice(actor.id, 0.5, "an everyday word for people of this kind")
    if actor.id in setting.near_ids:
        return Choice(actor.id, 0.85, "a weak name, after a fuller one")
    if kin := book.relatives(actor.id) & setting.near_ids:
        return Choice(actor.id, 0.65, f"a weak name, near its kin {min(kin)}")
    return Choice(None, 0.6, f"a weak name of {actor.id}, and no fuller one in the report")


def _default(left: tuple[Actor, ...], name: str) -> Rule | None:
    rules = (rule for actor in left for rule in actor.rules)
    return next((rule for rule in rules if name in rule.words and not rule.when.weight), None)


def _first(left: tuple[Actor, ...], name: str, setting: Setting, notes: list[str]) -> Choice:
    strong = [actor for actor in left if name not in actor.weak] or ([*left] if setting.cued else [])
    if not strong:
        return Choice(None, 0.5, f"a weak name shared by {', '.join(actor.id for actor in left)}")
    reason = f"the first of {len(left)} that bear the name"
    return Choice(strong[0].id, 0.35, "; ".join([*notes, reason]))
