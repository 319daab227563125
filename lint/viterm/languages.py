"""Every language that viterm knows how to inflect or to cut into words, in one table.

Adding a language is one entry here and, where the dictionary is thin, one file of endings in `forms/endings/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from viterm.language_tags import canonical, fallbacks

Boundary = Literal["words", "substring"]


@dataclass(frozen=True, slots=True)
class Language:
    """How words of a language are written.

    `boundary`: `words` (a term ends where a word ends),
    `substring` (no spaces between words).
    `dictionary`: the language's code in simplemma, or "" where it has none.
    `noun_capitals`: nouns are written with a capital, so a noun of a term matches capitalised words only.
    `compounds`: words are joined without a blank, so a term may be part of a longer word.
    `apostrophe_in_words`: an apostrophe between letters is a letter, not the end of an elided word.
    `attached`: what may be written onto the end of any form (Nordic genitive, Korean particles).
    `prefixes`: what may be written onto the front of any form, the article first (Arabic, Hebrew).
    `participle_prefix`: where a word has it and a dictionary form has not, the two are another verb's and no forms of
    one another (geschickt, schickt). `verbal_endings`: dictionary forms with such an ending are a verb's, unless the
    word ends so itself. `inflected_lemmas`: the dictionary takes inflected forms for lemmas (hu tények → ténye).
    `moving_accent`: the accent of the stem moves with the ending.
    `bare_capitals`: capitals are often written without their accents (EUROPEEN, Etat).
    `inflects`: False where words keep one form.
    """

    tag: str
    name: str
    boundary: Boundary = "words"
    dictionary: str = ""
    noun_capitals: bool = False
    compounds: bool = False
    apostrophe_in_words: bool = False
    attached: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    participle_prefix: str = ""
    verbal_endings: tuple[str, ...] = ()
    inflected_lemmas: bool = False
    moving_accent: bool = False
    bare_capitals: bool = False
    inflects: bool = True


# fmt: off
_KOREAN_PARTICLES = (
    "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "와", "과", "도", "만", "로", "으로", "부터",
    "까지", "에는", "에서는", "에도", "에서도", "에게는", "와는", "과는", "로는", "으로는", "로서", "으로서", "로써",
    "으로써", "이나", "나", "이라는", "라는", "이다", "이며", "이고", "인", "보다", "처럼", "마다", "조차", "밖에",
    "이란", "란", "에서의", "에의", "와의", "과의", "으로의", "로의",
)
# fmt: on
_KOREAN_ENDINGS = (*_KOREAN_PARTICLES, "들", *("들" + particle for particle in _KOREAN_PARTICLES))

_ARABIC_PREFIXES = ("ال", "و", "ف", "ب", "ل", "ك", "وال", "بال", "كال", "لل", "وب", "ول", "وبال", "ولل")
_HEBREW_PREFIXES = ("ה", "ו", "ב", "ל", "מ", "כ", "ש", "וה", "וב", "ול", "ומ", "שה", "שב", "מה")

_MALAY_PARTICLES = ("nya", "lah", "pun", "ku", "mu")

_TABLE = (
    # Germanic
    Language("de", "German", dictionary="de", noun_capitals=True, compounds=True, participle_prefix="ge"),
    Language("nl", "Dutch", dictionary="nl", compounds=True),
    Language("nb", "Norwegian Bokmål", dictionary="nb", compounds=True, attached=("s",)),
    Language("nn", "Norwegian Nynorsk", dictionary="nn", compounds=True, attached=("s",)),
    Language("sv", "Swedish", dictionary="sv", compounds=True, attached=("s",)),
    Language("da", "Danish", dictionary="da", compounds=True, attached=("s",)),
    Language("en", "English", dictionary="en", verbal_endings=("ing", "ed")),
    # Romance
    Language("fr", "French", dictionary="fr", bare_capitals=True),
    Language("es", "Spanish", dictionary="es", bare_capitals=True),
    Language("pt", "Portuguese", dictionary="pt", bare_capitals=True),
    Language("it", "Italian", dictionary="it", bare_capitals=True),
    Language("ro", "Romanian", dictionary="ro"),
    # Slavic
    Language("uk", "Ukrainian", dictionary="uk", apostrophe_in_words=True),
    Language("ru", "Russian", dictionary="ru"),
    Language("pl", "Polish", dictionary="pl"),
    Language("cs", "Czech", dictionary="cs"),
    Language("sk", "Slovak", dictionary="sk"),
    Language("sl", "Slovenian", dictionary="sl"),
    Language("hr", "Croatian", dictionary="hbs"),
    Language("bg", "Bulgarian", dictionary="bg"),
    # Baltic and Uralic
    Language("lt", "Lithuanian", dictionary="lt"),
    Language("lv", "Latvian", dictionary="lv"),
    Language("et", "Estonian", dictionary="et", compounds=True, inflected_lemmas=True),
    Language("fi", "Finnish", dictionary="fi", compounds=True, attached=("kin", "kaan", "kään"), inflected_lemmas=True),
    Language("hu", "Hungarian", dictionary="hu", compounds=True, inflected_lemmas=True),
    # Others with inflection
    Language("el", "Greek", dictionary="el", moving_accent=True, bare_capitals=True),
    Language("tr", "Turkish", dictionary="tr"),
    Language("hi", "Hindi", dictionary="hi"),
    Language("bn", "Bengali"),
    Language("fa", "Persian", dictionary="fa"),
    Language("ar", "Arabic", dictionary="ar", prefixes=_ARABIC_PREFIXES),
    Language("he", "Hebrew", dictionary="he", prefixes=_HEBREW_PREFIXES),
    # Without a dictionary: simplemma's gives derived words as forms (uang, keuangan).
    Language("id", "Indonesian", attached=_MALAY_PARTICLES),
    Language("ms", "Malay", attached=_MALAY_PARTICLES),
    Language("tl", "Tagalog"),
    # Without inflection
    Language("vi", "Vietnamese", inflects=False),
    Language("zh", "Chinese", boundary="substring", inflects=False),
    Language("ja", "Japanese", boundary="substring", inflects=False),
    Language("th", "Thai", boundary="substring", inflects=False),
    Language("lo", "Lao", boundary="substring", inflects=False),
    Language("km", "Khmer", boundary="substring", inflects=False),
    Language("ko", "Korean", attached=_KOREAN_ENDINGS),
)

LINKS = ("s", "es", "n", "en", "e")
"""What may stand between the parts of a compound (German, Dutch, Nordic)."""

LANGUAGES = {language.tag: language for language in _TABLE}
"""Primary tag → language."""


def by_tag(tag: str) -> Language:
    """The table's entry for a tag (`pt-BR` → `pt`, `no` → `nb`); an unknown language has words and exact forms."""
    for candidate in fallbacks(canonical(tag)):
        if candidate in LANGUAGES:
            return LANGUAGES[candidate]
    return Language(tag, tag, inflects=False)
