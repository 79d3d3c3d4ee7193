"""The nouns of Rasid: frozen, slotted dataclasses; standard library only."""
