"""Who a party phrase is: names, adjectives of state, classes of people, generic words by country and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.knowledge import Actor, Knowledge
from rasid.model.claims import Party, Span
from rasid.read.entries import HeadEntry, NameEntry, NationEntry
from rasid.read.grid import Grid
from rasid.read.parties import PartyPhrase
from rasid.resolve.actors import choose_actor, generic
from rasid.text import key

_KINDS: dict[str, frozenset[str]] = {
    "state": frozenset({"state", "force"}),
    "state_force": frozenset({"state", "force"}),
    "police": frozenset({"state", "force"}),
    "militia": frozenset({"force"}),
    "foreign_militia": frozenset({"force"}),
    "rebel": frozenset({"force"}),
    "jihadist": frozenset({"force"}),
    "tribe": frozenset({"tribe", "people"}),
    "political": frozenset({"org"}),
    "council": frozenset({"org"}),
    "company": frozenset({"org"}),
    "civilian": frozenset({"civilian", "people"}),
    "unidentified": frozenset({"unknown_gunmen", "force"}),
    "international": frozenset({"org"}),
    "ngo": frozenset({"org"}),
    "source": frozenset({"source"}),
}
_CLASS_KINDS: dict[str, frozenset[str]] = {
    "class.detainees": frozenset({"detainee", "people"}),
    "class.unidentified_aircraft": frozenset({"aircraft"}),
    "class.unidentified_drone": frozenset({"drone"}),
    "class.tribal_fighters": frozenset({"tribe", "force"}),
    "class.local_gunmen": frozenset({"force", "unknown_gunmen"}),
    "class.soldiers_unspecified": frozenset({"force", "state"}),
    "class.security_unspecified": frozenset({"force", "state"}),
    "class.police_unspecified": frozenset({"force", "state"}),
    "class.border_guards": frozenset({"force", "state"}),
    "class.opposition_factions": frozenset({"force"}),
    "class.jihadi_unspecified": frozenset({"force"}),
    "class.terrorists_label": frozenset({"force"}),
    "class.foreign_fighters": frozenset({"force"}),
    "class.militias_pro_iran": frozenset({"force"}),
    "class.militias_iraqi": frozenset({"force"}),
    "class.militias_afghan": frozenset({"force"}),
    "class.militias_pakistani": frozenset({"force"}),
    "class.smugglers": frozenset({"people", "criminal"}),
    "il.settlers": frozenset({"force", "people"}),
    "class.criminal_gang": frozenset({"force", "criminal"}),
    "class.drug_traffickers": frozenset({"people", "criminal"}),
    "class.settled_fighters": frozenset({"people", "force"}),
    "class.defectors": frozenset({"people", "force"}),
}
_HEAD_KINDS: dict[str, frozenset[str]] = {
    "leader": frozenset({"leader"}),
    "aircraft": frozenset({"aircraft"}),
    "drone": frozenset({"drone"}),
    "vehicle": frozenset({"vehicle"}),
    "civil": frozenset({"civilian", "people"}),
    "family": frozenset({"civilian", "people"}),
    "person": frozenset({"people"}),
    "body": frozenset({"body"}),
    "unit": frozenset({"force"}),
    "group": frozenset({"force"}),
    "member": frozenset({"force"}),
    "authority": frozenset({"state"}),
    "org": frozenset({"org"}),
}
_SUPPORTERS = frozenset({"أنصار", "نصير", "مناصر", "مؤيد"})
_MEANT = {"class.soldiers_unspecified": "الجيش", "class.terrorists_label": "الإرهابيون"}
_UNSEEN = frozenset({"class.unidentified_drone", "class.unidentified_aircraft"})
_ARMED_BODIES = frozenset({"int.coalition", "ye.coalition", "int.unifil", "int.nato"})
_STATE_LIKE = frozenset({"leader", "authority", "org", "person", "civil", "family"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a phrase is; `open` where only a back-reference could tell ("الميليشيا", "عناصره")."""

    parties: tuple[Party, ...] = ()
    kinds: frozenset[str] = frozenset()
    open: bool = False
    weak: bool = False


class Identifier:
    """Identifies the party phrases of one report."""

    def __init__(
        self,
        grid: Grid,
        knowledge: Knowledge,
        *,
        published: date,
        country: str | None,
        source: str | None,
        place_ids: frozenset[str] = frozenset(),
    ) -> None:
        self._grid, self._knowledge = grid, knowledge
        self._actors = knowledge.actors
        self._published, self._country, self._source = published, country, source
        self._places = place_ids
        self.near: set[str] = set()
        self._titles: dict[str, set[str]] = {}  # "تنظيم", "فرقة": who was named with that word

    def note_strong(self, phrases: list[PartyPhrase]) -> None:
        """Remember every actor that a full, unweak name points to: weak and ambiguous names lean on them."""
        for phrase in phrases:
            for names in phrase.names:
                strong = [entry.actor for entry in names if not entry.weak]
                if len(strong) == 1:
                    self.near.add(strong[0])
                if len(strong) == 1 and not strong[0].startswith(("src.", "class.")):
                    for title in (*(head.lemma for head in phrase.heads), key(self._name(phrase)).split(" ")[0]):
                        self._titles.setdefault(key(title), set()).add(strong[0])

    def identify(self, phrase: PartyPhrase) -> Identity:
        """Return who the phrase is."""
        identity = self._identify(phrase)
        if phrase.backers and all((party.id or "class.").startswith("class.") for party in identity.parties):
            return self._backed(phrase, identity)
        return identity

    def _backed(self, phrase: PartyPhrase, identity: Identity) -> Identity:
        """A force with no name of its own that somebody stands behind: the class of that somebody's militias."""
        backers = {entry.actor for names in phrase.backers for entry in names if entry.actor}
        if not identity.kinds & {"force", "state"} or not any(
            self._actors[backer].country == "IR" for backer in backers
        ):
            return identity
        text, span = self._words(phrase)
        party = Party("class.militias_pro_iran", text, span, "no name, and Iran stands behind it")
        return Identity((party,), identity.kinds | {"force"})

    def _identify(self, phrase: PartyPhrase) -> Identity:
        text, span = self._words(phrase)
        kinds: set[str] = set()
        for head in (*phrase.heads, *phrase.spare):
            kinds |= head.kinds | _HEAD_KINDS.get(head.kind, frozenset())
        if phrase.facility is not None:
            kinds.add("facility")
        if phrase.speaker:
            return Identity(
                (Party(phrase.speaker, text, span, "an unnamed or collective source"),), frozenset({"source"})
            )
        if phrase.nations and all(self._general(entry) for names in phrase.names for entry in names):
            stated = self._by_nation(phrase, text, span, kinds)
            if stated.parties:
                return stated
        for names in sorted(phrase.names, key=lambda names: all(entry.actor.startswith("class.") for entry in names)):
            identity = self._by_name(names, phrase, text, span, kinds)
            if identity is not None:
                return identity
        if phrase.nations:
            return self._by_nation(phrase, text, span, kinds)
        return self._by_head(phrase, text, span, kinds)

    def _general(self, entry: NameEntry) -> bool:
        """Whether a name is a general word (الطيران، الجيش): an adjective of state beside it says whose."""
        return entry.kind == "generic" or (entry.weak and not entry.actor.startswith("class."))

    def _words(self, phrase: PartyPhrase) -> tuple[str, Span]:
        words = self._grid.words
        span = Span(words[phrase.first].start, words[phrase.last - 1].end)
        return " ".join(word.text for word in words[phrase.first : phrase.last]), span

    def _by_name(
        self, names: tuple[NameEntry, ...], phrase: PartyPhrase, text: str, span: Span, kinds: set[str]
    ) -> Identity | None:
        sure = any(not entry.weak for entry in names)
        meant = None if sure else self._titled(phrase)
        if meant is not None:
            return Identity(
                (Party(meant, text, span, "the only one named with this word"),),
                frozenset(kinds) | kinds_of(self._actors[meant]),
                weak=True,
            )
        choice = choose_actor(
            tuple(self._actors[entry.actor] for entry in names if entry.actor),
            knowledge=self._knowledge,
            published=self._published,
            country=self._country,
            near_ids=self.near,
            speaker=self._source,
            words=self._name(phrase),
            cued=bool(phrase.heads),
            place_ids=self._places,
        )
        found = choice.id or self._lone(names, phrase)
        if found is None:
            return None
        actor = self._actors[found]
        if any(head.lemma in _SUPPORTERS for head in phrase.heads):
            return Identity(
                (Party(None, text, span, f"supporters of {actor.en}, not the party itself"),), frozenset(kinds)
            )
        if self._contradicted(actor, phrase):
            if actor.kind in ("ngo", "political"):
                return Identity(
                    (Party(None, text, span, "not the one of another country that bears this name"),),
                    frozenset(kinds) | kinds_of(actor),
                )
            return self._by_nation(phrase, text, span, kinds)
        if self._abroad(actor, names, phrase):
            return None
        actor = self._flying(actor, phrase)
        return Identity(
            (Party(actor.id, text, span, choice.reason),), frozenset(kinds) | kinds_of(actor), weak=not sure
        )

    def _flying(self, actor: Actor, phrase: PartyPhrase) -> Actor:
        """The air force of a state whose aircraft are named ("طائرات الاحتلال", "مروحيات النظام")."""
        if actor.kind not in ("state", "state_force") or not any(head.kind == "aircraft" for head in phrase.heads):
            return actor
        nations = self._knowledge.lexicons.nationalities
        flying = next(
            (
                nation.actor("air", self._published)
                for nation in nations
                if nation.kind == "nation" and nation.country == actor.country and nation.air
            ),
            None,
        )
        return self._actors[flying] if flying is not None else actor

    def _titled(self, phrase: PartyPhrase) -> str | None:
        """Who "التنظيم" or "الوحدات" is: the only one that the report names with that word, where just one is."""
        split = phrase.name_split
        if phrase.name_last - phrase.name_first != 1 or split is None or not split.article or phrase.nations:
            return None
        if self._knowledge.generics.by_key(key(self._name(phrase))) is not None:
            return None
        bearers = self._titles.get(key(self._name(phrase)), set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _lone(self, names: tuple[NameEntry, ...], phrase: PartyPhrase) -> str | None:
        """A weak name of several words that only one actor of the country bears."""
        if len(names) != 1 or not names[0].actor:
            return None
        actor = self._actors[names[0].actor]
        if phrase.heads and phrase.definite and actor.kind in ("state", "state_force"):
            return actor.id  # "طيران الاحتلال": the head before it shows that a force is meant
        if phrase.name_last - phrase.name_first < 2:
            return None
        return (
            actor.id
            if actor.exists(self._published) and (self._country is None or self._country in actor.countries)
            else None
        )

    def _contradicted(self, actor: Actor, phrase: PartyPhrase) -> bool:
        """Whether an adjective of state beside the name says another country ("رئاسة الأركان التركية")."""
        if (
            not phrase.nations
            or actor.kind not in ("state", "state_force", "police", "ngo", "political")
            or actor.country is None
        ):
            return False
        country = phrase.nations[0].word.country
        return country is not None and country != actor.country

    def _abroad(self, actor: Actor, names: tuple[NameEntry, ...], phrase: PartyPhrase) -> bool:
        """Whether a name that several bear, or that is written without its article, points to a force of another country."""
        if self._country is None or not actor.countries or self._country in actor.countries:
            return False
        return (
            len(names) > 1
            or key(self._name(phrase)) in self._knowledge.generics
            or (
                not phrase.definite
                and phrase.name_last - phrase.name_first > 1
                and actor.kind in ("militia", "rebel", "council")
            )
        )

    def _name(self, phrase: PartyPhrase) -> str:
        """The words of the name alone, clitics and quotes off."""
        words = [w.text for w in self._grid.words[phrase.name_first : phrase.name_last] if w.kind != "mark"]
        split = phrase.name_split
        if split is not None and (split.conj or split.prep or split.suffix):
            words[0] = ("ال" if split.article else "") + split.stem
        return " ".join(words)

    def _by_nation(self, phrase: PartyPhrase, text: str, span: Span, kinds: set[str]) -> Identity:
        nation = phrase.nations[0]
        heads = phrase.heads or [hit.payload for hit in self._grid.at(phrase.name_first, "head")]
        actor_id = nation_actor(nation, heads, self._published)
        if actor_id is None or (
            phrase.heads and phrase.heads[0].class_id and phrase.heads[0].kind in ("civil", "family", "person")
        ):
            return self._by_head(phrase, text, span, kinds)
        actor = self._actors[actor_id]
        return Identity(
            (Party(actor_id, text, span, f"the adjective names {actor.en}"),), frozenset(kinds) | kinds_of(actor)
        )

    def _by_head(self, phrase: PartyPhrase, text: str, span: Span, kinds: set[str]) -> Identity:
        if phrase.suffix and not _kept(phrase):
            return Identity((), frozenset(kinds), open=True)
        heads = [*phrase.heads, *phrase.spare]
        if phrase.own_name:
            return Identity((Party(None, text, span, f"'{heads[0].lemma}' with a name in no book"),), frozenset(kinds))
        if heads and heads[0].generic:
            heads.reverse()  # "مجموعة شبان": the word that says who stands last
        for head in heads:
            if head.class_id and not (head.class_id in _UNSEEN and "مجهول" not in text):
                army = self._army(head, text)
                if army is not None:
                    return Identity(
                        (Party(army.id, text, span, f"'{head.lemma}', in a report on {self._country}"),),
                        frozenset(kinds) | kinds_of(army),
                    )
                extra = class_kinds(head.class_id)
                vague = head.generic and phrase.definite and not phrase.suffix
                return Identity(
                    (Party(head.class_id, text, span, f"'{head.lemma}' with no name"),),
                    frozenset(kinds) | extra,
                    open=vague or (head.armed and phrase.definite),
                )
        return Identity((), frozenset(kinds), open=bool(phrase.suffix) or (phrase.definite and bool(heads)))

    def _army(self, head: HeadEntry, text: str) -> Actor | None:
        """Soldiers with no name beside them are of the country's army; "terrorists" are whom the report names so."""
        word = _MEANT.get(head.class_id or "")
        if word is None or self._country is None or (head.generic and word == "الجيش"):
            return None
        found = generic(
            word,
            knowledge=self._knowledge,
            published=self._published,
            country=self._country,
            near_ids=self.near if word != "الجيش" else frozenset(),
            place_ids=self._places,
            speaker=self._source,
        )
        return self._actors[found.id] if found.id is not None else None


def _kept(phrase: PartyPhrase) -> bool:
    """Whether a pronoun leaves it clear who is meant: her children are children, whoever she is."""
    if not phrase.heads or phrase.facility is not None:
        return False
    return phrase.heads[0].kind in ("civil", "family", "person") and phrase.heads[0].class_id is not None


def kinds_of(actor: Actor) -> frozenset[str]:
    """Return the kinds of a party as the frames' conditions name them."""
    if actor.id in _ARMED_BODIES:
        return frozenset({"force", "state"})
    return _CLASS_KINDS.get(actor.id, _KINDS.get(actor.kind, frozenset()))


def class_kinds(class_id: str) -> frozenset[str]:
    """Return the kinds of a class of people."""
    return _CLASS_KINDS.get(class_id, frozenset({"civilian", "people"}))


def nation_actor(nation: NationEntry, heads: list[HeadEntry], day: date) -> str | None:
    """Return the actor that an adjective of state means beside these heads: its air force, its forces or the state."""
    kinds = {head.kind for head in heads}
    if kinds & {"aircraft", "drone"}:
        return nation.actor("air", day)
    if heads and not any(head.armed for head in heads) and kinds <= _STATE_LIKE:
        return nation.actor("state", day) or nation.actor("force", day)
    if heads and kinds <= {"civil", "family", "person"}:
        return None
    return nation.actor("force", day)
