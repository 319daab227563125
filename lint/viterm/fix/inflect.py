"""The words of a rendering in the form of the words that they replace.

Two ways lead to a form: by analogy, and by the language's grammar, which says in which places of a sentence the found
form may stand and what the other words look like there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from viterm.fix.analogy import by_analogy, copied, have_one_head, is_same, transferred
from viterm.fix.grammar import PLURAL, Grammar, Reading
from viterm.fix.phrase import Group, Word, groups
from viterm.fix.readings import Found, readings_of
from viterm.fold import fold_word
from viterm.languages import Language

NO_GRAMMAR = "viterm knows too little of the grammar of this language"
UNKNOWN_FORM = "the form of “{}” here is not known for sure"
OTHER_GENDER = "“{}” has another gender or number, so that words around it may have to change"
OTHER_MEANING = "what stands here means something else, and so may the sentence around it"
SEVERAL_FORMS = "several forms are possible here: {}"
OTHER_LANGUAGE = "the words of another language do not show which form the sentence needs"


class Wording(NamedTuple):
    """A rendering, word by word, "" for one that falls away; what speaks against writing it unseen; its gender."""

    words: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    gender: str = ""


def wording(target: Sequence[Word], found: Found, grammar: Grammar | None, language: Language) -> Wording:
    """The target's words in the form that fits best in the place of what was found."""
    cited = tuple(word.cited for word in target)
    if not language.inflects:
        return Wording(cited)
    if grammar is None:
        return Wording(by_analogy(target, found.words) if found.own else cited, (NO_GRAMMAR,))
    return _Inflection(target, found, grammar, language).wording()


class _Cited(NamedTuple):
    """A gender, and the slot that a group of the target is cited in."""

    gender: str
    slot: str


class _Inflection:
    """One target in the place of one find."""

    def __init__(self, target: Sequence[Word], found: Found, grammar: Grammar, language: Language) -> None:
        self._target, self._found, self._grammar, self._language = target, found, grammar, language
        capitals = language.noun_capitals
        self._groups = groups(target, grammar, noun_capitals=capitals)
        self._found_groups = groups(found.words, grammar, noun_capitals=capitals) if found.own else []
        genders = {one.gender for group in self._groups[:1] for one in self._cited(group)}
        self._read = readings_of(found, self._found_groups, frozenset(genders) or grammar.genders, grammar, language)
        self._words = [word.cited for word in target]
        self._doubts: dict[str, None] = dict.fromkeys(UNKNOWN_FORM.format(word) for word in self._read.odd)

    def wording(self) -> Wording:
        """The target in its best form."""
        gender = ""
        if not self._groups:
            self._doubt(UNKNOWN_FORM.format(self._words[0]))
        for number, group in enumerate(self._groups):
            models = self._found_groups[number : number + 1] or self._found_groups[-1:]
            gender = self._inflect(group, models[0] if models else None) or gender
        self._attach()
        return Wording(tuple(self._words), tuple(self._doubts), gender)

    def _doubt(self, doubt: str) -> None:
        self._doubts[doubt] = None

    def _inflect(self, group: Group, model: Group | None) -> str:
        """Put a group into its form, as far as that is known; returns its gender."""
        head = self._target[group.head]
        cited = self._cited(group)
        self._weigh(head, model, cited)
        forms = self._possible_forms(group, model, cited)
        if not forms:
            self._doubt(UNKNOWN_FORM.format(head.cited))
            forms = {self._guessed(group, model): ""}
        best, *others = forms
        places = (group.head, *group.agreeing)
        if others:
            self._doubt(SEVERAL_FORMS.format(", ".join(_in_order(places, form) for form in forms)))
        for place, word in zip(places, best, strict=True):
            self._words[place] = word
        self._drop_behind(group)
        return forms[best]

    # What it is cited as, and what that says beside the find.

    def _cited(self, group: Group) -> list[_Cited]:
        """The genders and slots that a group may be cited in: what its head and its adjectives say together."""
        head = self._target[group.head]
        cited = {(one.noun.gender, one.cited) for one in self._grammar.nouns_of(head.cited, head.forms)}
        for place in group.agreeing:
            own = self._grammar.genders_of_adjective(self._target[place].cited)
            cited = (cited & own) or cited or own
        return [_Cited(*one) for one in sorted(cited)]

    def _weigh(self, head: Word, model: Group | None, cited: Sequence[_Cited]) -> None:
        """Take down what the two heads say against a replacement unseen."""
        if not self._found.own:
            self._doubt(OTHER_LANGUAGE)
        elif model is None or not have_one_head(head, self._found.words[model.head], self._language):
            if self._found.wrong:
                self._doubt(OTHER_MEANING)
            elif model is None or not self._agree(head, self._found.words[model.head], cited):
                self._doubt(OTHER_GENDER.format(head.cited))

    def _agree(self, head: Word, found: Word, cited: Sequence[_Cited]) -> bool:
        """Whether two heads are surely of one gender and number."""
        own = self._grammar.nouns_of(head.cited, head.forms)
        other = self._grammar.nouns_of(found.cited, found.forms)
        likely = self._read.likely
        # Where gender makes no difference in the plural, there is nothing to be sure of.
        if self._grammar.one_plural and own and all(reading.slot.endswith(PLURAL) for reading in likely):
            return bool(likely)
        genders = {one.noun.gender for one in (*own, *other)}
        numbers = {one.slot.endswith(PLURAL) for one in cited} | {one.cited.endswith(PLURAL) for one in other}
        sure = bool(own and other and likely) and all(one.noun.sure for one in (*own, *other))
        return sure and len(genders) == 1 and len(numbers) == 1

    # The forms.

    def _possible_forms(self, group: Group, model: Group | None, cited: Sequence[_Cited]) -> dict[tuple[str, ...], str]:
        """The forms of a group, head first, in the find's readings, likely ones first; each with its gender."""
        head = self._target[group.head]
        found = self._found.words[model.head] if model else None
        same = found if found and have_one_head(head, found, self._language) else None
        forms: dict[tuple[str, ...], str] = {}
        for reading in self._read.likely:
            for gender, slot in cited:
                wanted = Reading(gender, self._slot(reading.slot, slot, group, counted=same is not None), reading.kind)
                if self._found.own and (wanted.slot != reading.slot or self._reaches_further(group, wanted.slot, slot)):
                    self._doubt(OTHER_GENDER.format(head.cited))
                copy = copied(self._detached(same), head) if same and wanted.slot == reading.slot else None
                for form in self._forms(group, wanted, slot, copy):
                    forms.setdefault(form, gender)
        return forms

    def _slot(self, slot: str, cited: str, group: Group, *, counted: bool = True) -> str:
        """The slot for the target: the find's, but for what the target is cited in or has in front of its head.

        `counted`: the text has a plural of this very head.
        """
        grammar = self._grammar
        if cited in grammar.bare:
            slot = next((definite for definite, bare in grammar.bare.items() if bare == slot), slot)
        elif any(self._target[place].cited.endswith(grammar.possessor) for place in group.agreeing):
            slot = grammar.bare.get(slot, slot)
        if not counted and self._target[group.head].cited.lower().endswith(grammar.mass):
            return slot.removesuffix(PLURAL)
        plural = slot + PLURAL
        return plural if cited.endswith(PLURAL) and plural in grammar.slots else slot

    def _reaches_further(self, group: Group, slot: str, cited: str) -> bool:
        """Whether another number than the cited one reaches further than the group: Landkreise als neue Gebiete."""
        return slot.endswith(PLURAL) != cited.endswith(PLURAL) and any(
            word.cited.lower() in self._grammar.predicate for word in self._target[group.head :]
        )

    def _forms(self, group: Group, wanted: Reading, cited: str, copy: str | None) -> Iterable[tuple[str, ...]]:
        """The forms of the head and its adjectives in a reading; none where one of them has none."""
        head = self._target[group.head]
        nouns = (
            form
            for one in self._grammar.nouns_of(head.cited, head.forms)
            if one.noun.gender == wanted.gender and one.cited == cited
            for form in self._grammar.noun_forms(one, wanted.slot)
        )
        choices = [[copy] if copy else _known(nouns, head)]
        for place in group.agreeing:
            word = self._target[place]
            forms = self._grammar.adjective_forms(word.cited, wanted.gender, cited, wanted)
            choices.append(_known(forms, word)[:1])
        return product(*choices)

    def _detached(self, word: Word) -> Word:
        """A word of the text without what is attached to it, which comes behind the whole replacement."""
        attached = self._read.attached
        return word._replace(seen=word.seen.removesuffix(attached), text=word.text.removesuffix(attached))

    def _guessed(self, group: Group, model: Group | None) -> tuple[str, ...]:
        """The best guess where the grammar tells nothing: each word as its counterpart in the find."""
        counterparts = (model.head, *model.agreeing) if model else ()
        guessed: list[str] = []
        for number, place in enumerate((group.head, *group.agreeing)):
            word = self._target[place]
            models = [other for other in self._found.words if is_same(word, other)]
            models += [self._found.words[other] for other in counterparts[number : number + 1]]
            form = next((form for one in models[:1] if (form := transferred(one, word))), None)
            guessed.append(form or word.cited)
        return tuple(guessed)

    # What hangs on the form.

    def _drop_behind(self, group: Group) -> None:
        """Leave out what does not go right behind a head in this slot (mobilizarea maselor)."""
        behind, slots = group.head + 1, {self._slot(reading.slot, "", group) for reading in self._read.likely}
        if slots and behind < len(self._words):
            dropped = (self._grammar.drop.get(slot, frozenset()) for slot in slots)
            if all(self._words[behind] in words for words in dropped):
                self._words[behind] = ""

    def _attach(self) -> None:
        """Attach to the end of the head what the find has there, if nothing stands behind it."""
        if self._read.attached and self._groups:
            head = self._groups[-1].head
            self._words[head] += self._read.attached
            if head != len(self._words) - 1:
                self._doubt(UNKNOWN_FORM.format(self._target[head].cited))


def _in_order(places: Sequence[int], form: Sequence[str]) -> str:
    return " ".join(word for _, word in sorted(zip(places, form, strict=True)))


def _known(forms: Iterable[str], word: Word) -> list[str]:
    """The forms that the glossary knows, too; all of them where it knows none."""
    every = list(dict.fromkeys(forms))
    return [form for form in every if fold_word(form) in word.forms] or every
