"""The frames of control, force, politics and society, and the light verbs: they load and reach every type."""

from __future__ import annotations

from pathlib import Path

import pytest

import rasid
from rasid.knowledge.frames import FrameBook, LightBook, check_frames, load_frames, load_lights
from rasid.knowledge.source import load_yaml

DATA = Path(rasid.__file__).parent / "data"
FILES = ("control.yaml", "force.yaml", "politics.yaml", "society.yaml")
GROUPS = ("control", "force", "politics", "society")


@pytest.fixture(scope="module")
def frames() -> FrameBook:
    return load_frames(DATA / "frames")


@pytest.fixture(scope="module")
def lights() -> LightBook:
    return load_lights(DATA / "frames" / "light.yaml")


def own(book: FrameBook) -> list[str]:
    return [frame.id for frame in book.frames if frame.where.split(":")[0] in FILES]


def test_every_type_of_the_groups_is_reachable(frames: FrameBook) -> None:
    types = load_yaml(DATA / "ontology.yaml")["types"]
    wanted = {name for name in types if name.split(".")[0] in GROUPS}
    assert wanted <= {name for frame in frames.frames for name in frame.types()}


def test_references_hold(frames: FrameBook) -> None:
    types = load_yaml(DATA / "ontology.yaml")["types"]
    assert [fault for fault in check_frames(frames, types) if fault.startswith(FILES)] == []


def test_there_are_enough_lemmas(frames: FrameBook, lights: LightBook) -> None:
    assert len(own(frames)) >= 150
    assert len(lights.lights) >= 80


def test_companions_stand_in_the_accusative_too(frames: FrameBook) -> None:
    post = next(frame for frame in frames.frames if frame.id == "أقام (مقر)")
    assert {"حاجز", "حاجزا", "حاجزين", "نقطه"} <= post.companions


def test_a_verb_may_be_told_by_its_present_alone(frames: FrameBook) -> None:
    forms = {form for frame in frames.frames if frame.id == "آل" for form in frame.forms}
    assert {"يوول", "توول", "الت سيطره"} <= forms
    assert not {"ال", "الت"} & forms


@pytest.mark.parametrize(
    ("frame_id", "form"),
    [
        ("أضرب", "يضرب"),
        ("عاد (قوة)", "عدن"),
        ("استعاد", "يستعد"),
        ("تبنى", "تبنين"),
        ("جند", "جند"),
        ("حرك (قوات)", "حرك"),
        ("أقر (هجوم)", "اقرا"),
    ],
)
def test_forms_that_are_other_words_are_left_out(frames: FrameBook, frame_id: str, form: str) -> None:
    frame = next(frame for frame in frames.frames if frame.id == frame_id)
    assert form not in frame.forms


def test_symmetric_types_have_no_initiator(frames: FrameBook) -> None:
    symmetric = {"politics.meeting", "politics.agreement"}
    wrong = [f.id for f in frames.frames if f.type in symmetric and {f.subject, f.object} & {"initiator", "target"}]
    assert wrong == []


@pytest.mark.parametrize(
    ("form", "type_"),
    [
        ("سيطرت", "control.capture"),
        ("انسحبت", "control.withdrawal"),
        ("تعزيزات", "force.deployment"),
        ("استقدمت", "force.deployment"),
        ("تسيير", "force.patrol"),
        ("مناورات", "force.training"),
        ("تجنيد", "force.recruitment"),
        ("انشقاق", "force.defection"),
        ("اجتماعات", "politics.meeting"),
        ("وقف اطلاق نار", "politics.agreement"),
        ("هدنه", "politics.agreement"),
        ("ادانت", "politics.statement"),
        ("مظاهره", "society.protest"),
        ("اضراب", "society.strike"),
        ("نزحت", "society.displacement"),
        ("مقبره جماعيه", "society.body_found"),
        ("بايعوا", "force.formation"),
        ("دحرت", "control.capture"),
        ("هتف", "society.protest"),
        ("دانت", "politics.statement"),
    ],
)
def test_a_folded_form_leads_to_its_type(frames: FrameBook, form: str, type_: str) -> None:
    assert type_ in {name for frame, _ in frames.by_form.get(form, ()) for name in frame.types()}


@pytest.mark.parametrize(
    ("form", "modality"),
    [
        ("شنت", "asserted"),
        ("حاولت", "attempted"),
        ("تعتزم", "planned"),
        ("هدد", "threatened"),
        ("نفت", "denied"),
        ("اندلعت", "asserted"),
        ("سارعت", "asserted"),
        ("عملت", "asserted"),
        ("تناوبت", "asserted"),
        ("اخطرت", "planned"),
        ("طاولت", "asserted"),
    ],
)
def test_light_verbs_give_modality(lights: LightBook, form: str, modality: str) -> None:
    assert modality in {light.modality for light, _ in lights.by_form.get(form, ())}
