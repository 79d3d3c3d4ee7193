"""The frames as they stand in the data, and what their loader refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge.frames import COMPANION_AFTER, Condition, Frame, FrameBook, check_frames, load_frames, load_lights
from rasid.knowledge.source import load_yaml
from rasid.text import fold_word

DATA = Path(__file__).parents[2] / "src/rasid/data"
GROUPS = ("violence", "coercion")


@pytest.fixture(scope="module")
def book() -> FrameBook:
    return load_frames(DATA / "frames")


@pytest.fixture(scope="module")
def ontology() -> list[str]:
    return list(load_yaml(DATA / "ontology.yaml")["types"])


def named(book: FrameBook, form: str) -> set[str]:
    return {frame.id for frame, _ in book.by_form.get(fold_word(form), ())}


def frame(book: FrameBook, name: str) -> Frame:
    return next(frame for frame in book.frames if frame.id == name)


def test_every_type_that_a_frame_names_is_in_the_ontology(book: FrameBook, ontology: list[str]) -> None:
    assert check_frames(book, ontology) == []


def test_every_type_of_violence_and_coercion_is_the_first_meaning_of_some_frame(
    book: FrameBook, ontology: list[str]
) -> None:
    first = {frame.type for frame in book.frames}
    reached = {type_ for frame in book.frames for type_ in frame.types()}
    wanted = {type_ for type_ in ontology if type_.split(".")[0] in GROUPS}
    assert wanted <= reached
    assert wanted - first <= {"violence.remnants"}


def test_a_form_that_two_frames_share_is_told_apart_by_something(book: FrameBook) -> None:
    """Same form, same default type, nothing to choose by: one of the two entries is superfluous."""
    for form, found in book.by_form.items():
        bare = [
            frame.id
            for frame in {frame.id: frame for frame, tag in found if not tag.companion}.values()
            if not frame.needs and not frame.weak and frame.casualty is None
        ]
        assert len(bare) < 2, f"{form}: {bare}"


def test_every_form_is_folded(book: FrameBook) -> None:
    assert [form for form in book.by_form if fold_word(form) != form and not form.endswith("ء")] == []


def test_a_listed_word_is_written_without_its_article() -> None:
    """A word such as التحام would lose two letters as if they were an article, so it must not stand here either."""
    for path in sorted((DATA / "frames").glob("*.yaml")):
        lines = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.lstrip().startswith(("not_when:", "with:"))
        ]
        assert [word for line in lines for word in re.findall(r"[\[ ](ال\w+)", line)] == []


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("قُتلوا", "قتل"),
        ("يقتلون", "قتل"),
        ("جرحى", "جرح"),
        ("مصابين", "أصيب"),
        ("استُشهدت", "استشهد"),
        ("هوجمت", "هاجم"),
        ("حوصرت", "حاصر"),
        ("دوهم", "داهم"),
        ("صودرت", "صادر"),
        ("اغتيل", "اغتال"),
        ("اقتيد", "اقتاد"),
        ("غارتين", "غارة"),
        ("اشتباكات", "اشتبك"),
        ("أغارت", "أغار"),
        ("تبودل", "تبادل إطلاق النار"),
        ("هجوم انتحاري", "هجوم انتحاري"),
        ("إلقاء القبض", "ألقى القبض على"),
        ("عبوة", ""),
        ("فجرت", "فجر"),
        ("اعتقالات", "اعتقل"),
        ("اعتداءات", "اعتدى"),
        ("استباحت", "استباح"),
        ("فخخت", "فخخ"),
        ("جلدوا", "جلد"),
        ("دكة عشائرية", "دكة عشائرية"),
        ("ترويع مدنيين", "روع"),
        ("اختفاء", "اختفى"),
    ],
)
def test_a_written_form_leads_to_its_frame(book: FrameBook, form: str, name: str) -> None:
    found = named(book, form.replace("القبض", "قبض"))
    assert name in found if name else not found


@pytest.mark.parametrize("form", ["مصادر", "تعد", "قبل", "لاحقا", "مرحلة", "محروقات", "متن", "فقد", "مطالب", "هجومي"])
def test_an_ordinary_word_is_no_form_of_a_frame(book: FrameBook, form: str) -> None:
    assert not {
        frame.id
        for frame, tag in book.by_form.get(fold_word(form), ())
        if not (tag.bound or tag.jussive or tag.companion)
    }


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("أطلق النار", "نار"),
        ("أطلق (صاروخ)", "صواريخ"),
        ("لقي حتفه", "مصرعه"),
        ("فجر نفسه", "نفسه"),
        ("أضرم النار", "نار"),
    ],
)
def test_a_fixed_predicate_asks_for_its_companion(book: FrameBook, name: str, word: str) -> None:
    found = frame(book, name)
    assert fold_word(word) in found.companions
    assert any(tag.companion for tags in found.forms.values() for tag in tags)
    assert COMPANION_AFTER > 4


def test_conditions_are_read(book: FrameBook) -> None:
    first = frame(book, "اشتبك").refine[0]
    assert first.type == "violence.infighting"
    assert Condition("بين", frozenset({"tribe"})) in first.conditions
    assert Condition("بين", frozenset({"force", "state"}), negated=True) in first.conditions


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("قصف: {gloss: a, type: b, verbs: {}}", "x.yaml:1: unknown key 'verbs'"),
        ("قصف:\n  gloss: a\n  type: b\n  subject: doer", "x.yaml:4: 'subject' is 'doer'"),
        ("قصف:\n  gloss: a\n  type: b\n  refine:\n    - {if: {with: dron}, type: c}", "x.yaml:5: unknown kind 'dron'"),
        ("قصف:\n  gloss: a\n  type: b\n  needs:\n    - {objects: drone}", "x.yaml:5: unknown role 'objects'"),
        ("قصف:\n  gloss: a\n  type: b\n  weak: 3", "x.yaml:4: 'weak' must be true or false"),
        ("قصف: {gloss: a}", "x.yaml:1: key 'type' is missing"),
        ("- قصف", "x.yaml:1: the file must map each lemma"),
    ],
)
def test_a_bad_entry_is_refused_by_file_and_line(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_frames(tmp_path)
    assert fault in str(error.value)


def test_one_name_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("قصف: {gloss: a, type: b, masdar: [قصف]}", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"b\.yaml:1: frame 'قصف' stands also in a\.yaml:1"):
        load_frames(tmp_path)


def test_light_verbs_are_read_from_their_own_file(tmp_path: Path) -> None:
    (tmp_path / "light.yaml").write_text("شن: {verb: {past: شنّ, present: يشنّ}, takes: ['']}", encoding="utf-8")
    book = load_lights(tmp_path / "light.yaml")
    assert {light.id for light, _ in book.by_form["شنت"]} == {"شن"}
    assert load_frames(tmp_path).frames == ()
