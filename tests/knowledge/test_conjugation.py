"""Forms that news uses, by table."""

from __future__ import annotations

import pytest

from rasid.knowledge.conjugation import noun_forms, phrase_key, verb_forms

VERBS = [
    ("قصف", "يقصف", "قصف قصفت قصفوا قصفا قصفتا قصفن قصفنا يقصف تقصف نقصف يقصفون يقصفوا يقصفان تقصفان يقصفن", ""),
    ("رمى", "يرمي", "رمي رمت رموا رميا رمتا رمين رمينا يرمي ترمي يرمون يرميان يرم", "رميت"),
    ("تلقى", "يتلقى", "تلقي تلقت تلقوا يتلقي تتلقي يتلقون يتلقيان", "تلقيت"),
    ("أصاب", "يصيب", "اصاب اصابت اصابوا اصبن اصبنا يصيب تصيب يصب يصيبون", "اصيب اصيبت اصيبوا يصاب تصاب يصابون"),
    ("هاجم", "يهاجم", "هاجم هاجمت هاجموا يهاجم تهاجم يهاجمون", "هوجم هوجمت هوجموا"),
    ("شنّ", "يشنّ", "شن شنت شنوا شننا يشن تشن يشنون", ""),
    ("طوّق", "يطوّق", "طوق طوقت طوقوا يطوق تطوق يطوقون", ""),
    ("اغتال", "يغتال", "اغتال اغتالت اغتالوا اغتلنا يغتال تغتال يغتل يغتالون", "اغتيل اغتيلت"),
    ("أسر", "يأسر", "اسر اسرت اسروا ياسر تاسر ياسرون", "يوسر"),
    ("قاد", "يقود", "قاد قادت قادوا قدنا يقود تقود يقد يقودون", "قيد قيدت يقاد"),
    ("لقي", "يلقى", "لقي لقيت لقوا لقيا يلقي تلقي يلقون", ""),
    ("دعا", "يدعو", "دعا دعت دعوا يدعو تدعو يدع يدعون", "دعي دعيت يدعي"),
    ("أعاد", "يعيد", "اعاد اعادت اعادوا يعيد تعيد يعيدون", "اعيد اعيدت يعاد"),
    ("تبادل", "يتبادل", "تبادل تبادلت تبادلوا يتبادل تتبادل يتبادلون", "تبودل"),
    ("وضع", "يضع", "وضع وضعت وضعوا يضع تضع يضعون", "يوضع توضع"),
    ("أخلى", "يخلي", "اخلي اخلت اخلوا يخلي تخلي يخلون", "اخليت"),
]


@pytest.mark.parametrize(("past", "present", "forms", "passive"), VERBS)
def test_a_verb_has_the_forms_that_news_uses(past: str, present: str, forms: str, passive: str) -> None:
    found = verb_forms(past, present)
    assert set(forms.split()) <= {form for form, tags in found.items() if not tags[0].passive_only}
    assert set(passive.split()) <= {form for form, tags in found.items() if tags[0].passive_only}


@pytest.mark.parametrize(
    ("past", "present", "wrong"),
    [
        ("طوّق", "يطوّق", "يطق"),
        ("هاجم", "يهاجم", "هجم"),
        ("أعلن", "يعلن", "اعين"),
        ("حاول", "يحاول", "يحل"),
        ("قصف", "يقصف", "قوصف"),
    ],
)
def test_a_rule_for_weak_verbs_leaves_sound_verbs_alone(past: str, present: str, wrong: str) -> None:
    assert wrong not in verb_forms(past, present)


def test_a_form_before_a_pronoun_is_marked() -> None:
    assert [tag.bound for tag in verb_forms("قصف", "يقصف")["قصفو"]] == [True]
    assert [tag.bound for tag in noun_forms("غارة", "masdar")["غارت"]] == [True]


@pytest.mark.parametrize(
    ("noun", "forms", "wrong"),
    [
        ("غارة", "غاره غارات غارتان غارتين", "غارتون"),
        ("هجوم", "هجوم هجوما هجومين", "هجومي"),
        ("اعتداء", "اعتدا اعتداي اعتداو اعتداء اعتداءات", "اعتداءه"),
        ("تصدي", "تصدي تصد", ""),
        ("عبوة ناسفة", "عبوه ناسفه|عبوتين ناسفتين|عبوتا ناسفه|عبوات ناسفه", "عبوت ناسفه"),
    ],
)
def test_a_noun_has_its_duals_plurals_and_construct_forms(noun: str, forms: str, wrong: str) -> None:
    found = noun_forms(noun, "masdar")
    assert set(forms.split("|") if "|" in forms else forms.split()) <= set(found)
    assert wrong not in found


def test_a_participle_agrees() -> None:
    assert {"مقتول", "مقتوله", "مقتولين", "مقتولون", "مقتولات"} <= set(noun_forms("مقتول", "passive"))


def test_the_key_of_a_phrase_has_no_articles() -> None:
    assert phrase_key("إطلاق النار") == "اطلاق نار"
    assert phrase_key("ألقى") == "القي"
