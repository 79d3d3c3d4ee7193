"""Which places a report's names mean, with real rows."""

from __future__ import annotations

import time

import pytest

from rasid.knowledge import PlaceBook, load
from rasid.resolve.places import CUES, PlaceMention, choose_places
from rasid.text import key


@pytest.fixture(scope="module")
def book() -> PlaceBook:
    return load().places


def name(words: str, cue: str | None = None, *, inside: tuple[int, ...] = (), placed: bool = False) -> PlaceMention:
    return PlaceMention(load().places.by_key(key(words)), words, cue, inside, placed)


def ids(*mentions: PlaceMention, country: str | None = "SY", home: tuple[str, ...] = ()) -> list[str | None]:
    return [choice.id for choice in choose_places(mentions, book=load().places, country=country, home=home)]


def test_a_bare_name_is_the_city_and_not_its_governorate() -> None:
    assert ids(name("حلب")) == ["sy.hl.aleppo"]
    assert ids(name("إدلب")) == ["sy.id.idlib"]


def test_the_cue_tells_city_district_and_governorate_apart() -> None:
    assert ids(name("حلب", "governorate")) == ["sy.hl"]
    assert ids(name("الباب", "district")) == ["sy.hl.d.bab"]
    assert ids(name("الباب", "city")) == ["sy.hl.bab"]


def test_countryside_is_that_of_the_governorate() -> None:
    assert ids(name("حلب", "countryside")) == ["sy.hl"]
    assert ids(name("ريف حلب")) == ["sy.hl"]


def test_an_ordinary_word_needs_a_cue() -> None:
    (alone,) = choose_places([name("الهول")], book=load().places, country="IQ")
    assert alone.id is None
    assert alone.reason.startswith("none of these")
    assert ids(name("الهول", "town")) == ["sy.hk.hawl"]


def test_the_country_of_the_report_decides() -> None:
    assert ids(name("طرابلس"), country="LY") == ["ly.tri.tripoli"]
    assert ids(name("طرابلس"), country="LB") == ["lb.nor.tripoli"]
    assert ids(name("البيضاء", "city"), country="LY") == ["ly.jak.bayda"]
    assert ids(name("البيضاء", "city"), country="YE") == ["ye.bay.bayda"]


def test_a_container_that_the_words_name_decides() -> None:
    assert (
        ids(name("الصالحية", "village", inside=(1,)), name("رأس العين", "countryside"))[0] == "sy.hk.salihiyarasalayn"
    )
    assert ids(name("الصالحية", "village", inside=(1,)), name("البوكمال", "countryside"))[0] == "sy.dz.salihiya"


def test_the_report_s_other_places_decide() -> None:
    assert (
        ids(name("صوران", "town"), name("اعزاز"), name("مارع"))[0]
        != ids(name("صوران", "town"), name("حماة"), name("مورك"))[0]
    )


def test_the_area_of_the_outlet_helps(book: PlaceBook) -> None:
    (chosen,) = ids(name("عابدين", "village"), home=("sy.da",))
    assert chosen is not None
    assert book.contains("sy.da", chosen)


def test_foreign_capitals_are_still_found() -> None:
    assert ids(name("واشنطن"), country="SY") != [None]


def test_nothing_to_choose_from() -> None:
    (choice,) = choose_places([PlaceMention(())], book=load().places)
    assert choice.id is None
    assert choose_places([], book=load().places) == ()


def test_scores_are_between_none_and_sure() -> None:
    for choice in choose_places([name("حلب"), name("الباب"), name("الهول")], book=load().places, country="SY"):
        assert 0 <= choice.score <= 1
        assert choice.reason


def test_every_cue_of_the_lexicon_is_understood() -> None:
    assert {cue.kind for cue in load().lexicons.place_cues} <= CUES


@pytest.mark.slow
def test_ten_names_take_little_time() -> None:
    words = ["حلب", "الباب", "منبج", "جرابلس", "اعزاز", "عفرين", "تل رفعت", "مارع", "الراعي", "صوران"]
    mentions = [name(word, placed=True) for word in words]
    spent = []
    for _ in range(200):
        start = time.perf_counter()
        choose_places(mentions, book=load().places, country="SY")
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.004
