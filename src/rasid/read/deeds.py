"""Who people are by what they do: who demonstrates is a protester, who burns tyres a rioter, which family flees lived there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasid.knowledge import ActorBook
from rasid.model.claims import Party, Span
from rasid.read.drafts import Draft
from rasid.text import Word


@dataclass(frozen=True, slots=True)
class _People:
    """The role and the class of the people of a happening; `words`: only people so called are of it (any where empty)."""

    role: str
    class_id: str
    words: tuple[str, ...] = ()


_PEOPLE = {
    "society.protest": _People("initiator", "class.protesters"),
    "society.riot": _People("initiator", "class.rioters"),
    "society.displacement": _People(
        "target", "class.local_residents", ("عائل", "عوائل", "أسر", "شخص", "أشخاص", "نسمة")
    ),
}
# Whom a deed is done to by its very meaning, where nobody is named: frame, class.
_MEANT = {
    "حظر تجوال": "class.local_residents",
    "عذب": "class.detainees",
    "اعتقل": "class.civilians",
}
_CURFEW = frozenset({"تجول", "تجوال", "للتجول", "للتجوال", "التجول", "التجوال"})
_SMUGGLED = ("تهريب", "مهرب")
_SPAN = 24  # words behind a find that still tell of it
_PLAIN = "class.civilians"
_RULERS = frozenset({"state", "state_force", "police"})


def name_by_deeds(drafts: Sequence[Draft], words: Sequence[Word], actors: ActorBook) -> None:
    """Give plain people the class that their deed makes them, and a deed that only people do its people."""
    for draft in drafts:
        people = _PEOPLE.get(draft.type)
        if people is not None:
            _name(draft, people, words, actors)
        elif not draft.roles.get("target"):
            _mean(draft, words)


def _mean(draft: Draft, words: Sequence[Word]) -> None:
    """Give a deed with no target told those to whom it is done by its meaning, or by what was found."""
    at = draft.predicate.first
    behind = words[at : at + _SPAN]
    class_id = _MEANT.get(draft.frame.id.split("/")[-1])
    if draft.type == "coercion.siege" and any(word.form in _CURFEW for word in behind[:8]):
        class_id = "class.local_residents"
    elif draft.type == "force.weapons_seized" and any(part in word.form for word in behind for part in _SMUGGLED):
        class_id = "class.smugglers"
    if class_id is None:
        return
    reason = "nobody is named, and it is done to them by its meaning"
    draft.add("target", [Party(class_id, words[at].text, Span(words[at].start, words[at].end), reason)])
    draft.tell("target", class_id, reason, -0.5)


def _name(draft: Draft, people: _People, words: Sequence[Word], actors: ActorBook) -> None:
    named = [
        _known(party, people)
        for party in draft.roles.get(people.role, ())
        if party.id is None or actors[party.id].kind not in _RULERS
    ]
    if not named:
        word = words[draft.predicate.first]
        reason = "nobody is named, and only people do so"
        named = [Party(people.class_id, word.text, Span(word.start, word.end), reason)]
        draft.tell(people.role, people.class_id, reason, -0.5)
    draft.roles[people.role] = named


def _known(party: Party, people: _People) -> Party:
    if party.id != _PLAIN or (people.words and not any(word in party.text for word in people.words)):
        return party
    return replace(party, id=people.class_id, reason="people, by what they do here")
