"""A text as it is seen and as it is compared: folded, cut into words, its broken words joined."""

from __future__ import annotations

from viterm.fold import Folded, fold, fold_unbroken, unbroken
from viterm.words import Span, WordText


class FoldedText:
    """The text of a segment as it is seen, folded, and cut into words."""

    def __init__(self, visible: str, folded: Folded | None = None) -> None:
        self.visible = visible
        self.folded: Folded = folded or fold(visible)
        self._words: dict[bool, WordText] = {}

    def words(self, *, apostrophe_in_words: bool) -> WordText:
        """The words, as languages with or without apostrophes in them cut them."""
        if apostrophe_in_words not in self._words:
            self._words[apostrophe_in_words] = WordText(self.folded.text, apostrophe_in_words=apostrophe_in_words)
        return self._words[apostrophe_in_words]

    def unbroken(self) -> FoldedText | None:
        """The text with the words joined that a hyphen breaks at a line end; None where there is none such."""
        folded = fold_unbroken(self.visible)
        return FoldedText(self.visible, folded) if folded else None

    def is_broken(self, span: Span) -> bool:
        """Whether a hyphen at a line end stands within a folded span."""
        seen = self.seen(span)
        return unbroken(seen) != seen

    def seen(self, span: Span) -> str:
        """The visible text of a folded span."""
        start, end = self.folded.source(*span)
        return self.visible[start:end]
