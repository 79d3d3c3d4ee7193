"""Raw Arabic text to folded words and sentences, each with its way back to the raw characters."""

from __future__ import annotations

from rasid.text.clitics import Analysis, analyses
from rasid.text.fold import Folded, fold, fold_word, key, without_article
from rasid.text.numerals import fold_digits, parse_number
from rasid.text.sentences import Sentence, sentences
from rasid.text.words import Word, words

__all__ = [
    "Analysis",
    "Folded",
    "Sentence",
    "Word",
    "analyses",
    "fold",
    "fold_digits",
    "fold_word",
    "key",
    "parse_number",
    "sentences",
    "without_article",
    "words",
]
