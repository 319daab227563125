"""Every language that viterm knows how to inflect or to cut into words, in one table.

Adding a language is one entry here and, where the dictionary is thin, one file of endings in `forms/endings/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from viterm import word_parts
from viterm.language_tags import canonical, fallbacks
from viterm.word_parts import DERIVATIONS, Derivation

Boundary = Literal["words", "loose", "substring"]

SHORTEST_IN_COMPOUND = 6
"""Letters of the shortest word that is a part of a compound wherever a longer word holds it: shorter ones are too often
something else (Fort|schritt, etter|middag)."""

SHORTEST_COMPOUND = 8
"""Letters of the shortest word that counts as a compound of a shorter one (Quad|rat, Inse|rat, Pa|last have fewer)."""


@dataclass(frozen=True, slots=True)
class Language:
    """How words of a language are written.

    `script`: by its code in ISO 15924.
    `boundary`: `words` (a term ends where a word ends),
    `loose` (the same, but blanks between and inside its words come and go, and particles follow),
    `substring` (no spaces between words).
    `dictionary`: the language's code in simplemma, or "" where it has none.
    `analyser`: the optional package in `forms.analysers` that knows the language, or "".
    `noun_capitals`: nouns are written with a capital, so a noun of a term matches capitalised words only.
    `compounds`: words are joined without a blank, so a term may be part of a longer word.
    `shortest_part`: the letters of the shortest word that may be a part of a compound, where the dictionary tells what
    holds it by chance.
    `verbs`: endings of verbs; a term in small letters with such an ending is no part of a compound (wiederher|stellen).
    `derivation`: what makes another word of a word, where it could be taken for the rest of a compound or for a form.
    `apostrophe_in_words`: an apostrophe between letters is a letter, not the end of an elided word.
    `attached`: what may be written onto the end of any form (Nordic genitive, Korean particles).
    `clitics`: the same, but not met on a form often enough to look for it on one that is only guessed (Finnish -kin).
    `particles`: what may follow a term of a `loose` language.
    `detached`: what may follow a word inside a term, apart from it (Turkish Vietnam'ın).
    `prefixes`: what may be written onto the front of any form, the article first (Arabic, Hebrew).
    `participle_prefix`: where a word has it and a dictionary form has not, the two are another verb's and no forms of
    one another (geschickt, schickt). `verbal_endings`: dictionary forms with such an ending are a verb's, unless the
    word ends so itself. `infinitives`: a lemma with such an ending, unless it is the word itself, is a verb; of its
    forms only those count that a nominal paradigm gives as well (hr odustajanje, odustaje).
    `inflected_lemmas`: the dictionary takes inflected forms for lemmas (hu tények → ténye).
    `both_genders`: endings of nouns for a man or a woman; the adjective behind one may have either gender (pt artista
    brasileira, brasileiros).
    `moving_accent`: the accent of the stem moves with the ending.
    `bare_capitals`: capitals are often written without their accents (EUROPEEN, Etat).
    `same_capitals`: small letters with one and the same capital, the other one first (Turkish ı: I).
    `longer`, `names_behind`, `free`: as in `word_parts`, where they say when a term is a part of something else.
    `inflects`: False where words keep one form.
    """

    tag: str
    name: str
    script: str = "Latn"
    boundary: Boundary = "words"
    dictionary: str = ""
    analyser: str = ""
    noun_capitals: bool = False
    compounds: bool = False
    shortest_part: int = SHORTEST_IN_COMPOUND
    verbs: tuple[str, ...] = ()
    derivation: Derivation | None = None
    apostrophe_in_words: bool = False
    attached: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    particles: str = ""
    detached: str = ""
    prefixes: tuple[str, ...] = ()
    participle_prefix: str = ""
    verbal_endings: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    inflected_lemmas: bool = False
    both_genders: tuple[str, ...] = ()
    moving_accent: bool = False
    bare_capitals: bool = False
    same_capitals: tuple[tuple[str, str], ...] = ()
    longer: str = ""
    names_behind: str = ""
    free: str = ""
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

# A woman's name for a calling, a diminutive: kandidát, kandidátka. No case has a k behind the whole word.
_SLAVIC_DERIVATION = Derivation("[kк].+")
# -ci, -li, -lik, -siz behind the whole word: sanayi, sanayici; hareket, hareketlilik. Cases and the plural have none.
_TURKISH_DERIVATION = Derivation("(?:[cçl][ıiuü]|s[ıiuü]z).*")

_MALAY_PARTICLES = ("nya", "lah", "pun", "ku", "mu")

_TABLE = (
    # Germanic
    Language(
        "de",
        "German",
        dictionary="de",
        noun_capitals=True,
        compounds=True,
        shortest_part=3,
        verbs=("en", "eln", "ern"),
        derivation=DERIVATIONS["de"],
        participle_prefix="ge",
    ),
    Language("nl", "Dutch", dictionary="nl", compounds=True, derivation=DERIVATIONS["nl"], infinitives=("en",)),
    Language("nb", "Norwegian Bokmål", dictionary="nb", compounds=True, derivation=DERIVATIONS["nb"], attached=("s",)),
    Language("nn", "Norwegian Nynorsk", dictionary="nn", compounds=True, derivation=DERIVATIONS["nn"], attached=("s",)),
    Language("sv", "Swedish", dictionary="sv", compounds=True, derivation=DERIVATIONS["sv"], attached=("s",)),
    Language(
        "da",
        "Danish",
        dictionary="da",
        compounds=True,
        derivation=DERIVATIONS["da"],
        attached=("s",),
        infinitives=("e",),
    ),
    Language("en", "English", dictionary="en", verbal_endings=("ing", "ed")),
    # Romance
    Language("fr", "French", dictionary="fr", bare_capitals=True, infinitives=("er", "ir", "re")),
    Language(
        "es",
        "Spanish",
        dictionary="es",
        bare_capitals=True,
        infinitives=("ar", "er", "ir"),
        both_genders=("ista", "istas", "nte", "ntes"),
    ),
    Language(
        "pt",
        "Portuguese",
        dictionary="pt",
        bare_capitals=True,
        infinitives=("ar", "er", "ir", "or"),
        both_genders=("ista", "istas", "nte", "ntes"),
    ),
    Language(
        "it",
        "Italian",
        dictionary="it",
        bare_capitals=True,
        infinitives=("are", "ere", "ire", "rre"),
        both_genders=("ista", "nte", "nti"),
    ),
    Language("ro", "Romanian", dictionary="ro"),
    # Slavic
    Language(
        "uk",
        "Ukrainian",
        script="Cyrl",
        dictionary="uk",
        derivation=_SLAVIC_DERIVATION,
        apostrophe_in_words=True,
        infinitives=("ти", "тися"),
    ),
    Language(
        "ru",
        "Russian",
        script="Cyrl",
        dictionary="ru",
        analyser="pymorphy3",
        derivation=_SLAVIC_DERIVATION,
        infinitives=("ать", "ять", "ить", "еть", "уть", "ыть", "ться", "сти", "чь"),
    ),
    Language(
        "pl",
        "Polish",
        dictionary="pl",
        analyser="morfeusz2",
        derivation=_SLAVIC_DERIVATION,
        infinitives=("ać", "eć", "ić", "yć", "ąć"),
    ),
    Language(
        "cs",
        "Czech",
        dictionary="cs",
        derivation=_SLAVIC_DERIVATION,
        infinitives=("at", "it", "et", "ět", "nout", "ýt", "ít", "ti"),
    ),
    Language(
        "sk",
        "Slovak",
        dictionary="sk",
        derivation=_SLAVIC_DERIVATION,
        infinitives=("ať", "iť", "ieť", "úť", "nuť", "yť"),
    ),
    Language("sl", "Slovenian", dictionary="sl", derivation=_SLAVIC_DERIVATION, infinitives=("ti", "či")),
    Language("hr", "Croatian", dictionary="hbs", derivation=_SLAVIC_DERIVATION, infinitives=("ti", "ći")),
    Language("bg", "Bulgarian", script="Cyrl", dictionary="bg", derivation=_SLAVIC_DERIVATION),
    # Baltic and Uralic
    Language("lt", "Lithuanian", dictionary="lt", infinitives=("ti",)),
    Language("lv", "Latvian", dictionary="lv", infinitives=("t",)),
    Language(
        "et",
        "Estonian",
        dictionary="et",
        compounds=True,
        derivation=DERIVATIONS["et"],
        inflected_lemmas=True,
        infinitives=("ma",),
    ),
    Language(
        "fi",
        "Finnish",
        dictionary="fi",
        compounds=True,
        derivation=DERIVATIONS["fi"],
        clitics=("kin", "kaan", "kään"),
        inflected_lemmas=True,
    ),
    Language("hu", "Hungarian", dictionary="hu", compounds=True, derivation=DERIVATIONS["hu"], inflected_lemmas=True),
    # Others with inflection
    Language("el", "Greek", script="Grek", dictionary="el", moving_accent=True, bare_capitals=True),
    Language(
        "tr",
        "Turkish",
        dictionary="tr",
        derivation=_TURKISH_DERIVATION,
        detached=word_parts.TURKISH_ENDINGS,
        same_capitals=(("ı", "i"),),
        infinitives=("mek", "mak"),
    ),
    Language("hi", "Hindi", script="Deva", dictionary="hi"),
    Language("bn", "Bengali", script="Beng"),
    Language(
        "fa", "Persian", script="Arab", dictionary="fa", detached=word_parts.PERSIAN_ENDINGS, infinitives=("دن", "تن")
    ),
    Language("ar", "Arabic", script="Arab", dictionary="ar", prefixes=_ARABIC_PREFIXES),
    Language("he", "Hebrew", script="Hebr", dictionary="he", prefixes=_HEBREW_PREFIXES),
    # Without a dictionary: simplemma's gives derived words as forms (uang, keuangan).
    Language("id", "Indonesian", attached=_MALAY_PARTICLES),
    Language("ms", "Malay", attached=_MALAY_PARTICLES),
    Language("tl", "Tagalog"),
    # Without inflection
    Language("vi", "Vietnamese", inflects=False),
    Language(
        "zh",
        "Chinese",
        script="Hans, Hant",
        boundary="substring",
        longer=word_parts.CHINESE_LONGER,
        names_behind=word_parts.CHINESE_NAMES_BEHIND,
        free=word_parts.CHINESE_FREE,
        inflects=False,
    ),
    Language(
        "ja",
        "Japanese",
        script="Jpan",
        boundary="substring",
        longer=word_parts.JAPANESE_LONGER,
        names_behind=word_parts.JAPANESE_NAMES_BEHIND,
        inflects=False,
    ),
    Language("th", "Thai", script="Thai", boundary="substring", longer=word_parts.THAI_LONGER, inflects=False),
    Language("lo", "Lao", script="Laoo", boundary="substring", inflects=False),
    Language("km", "Khmer", script="Khmr", boundary="substring", inflects=False),
    Language(
        "ko",
        "Korean",
        script="Kore",
        boundary="loose",
        attached=_KOREAN_ENDINGS,
        particles=word_parts.KOREAN_PARTICLES,
        names_behind=word_parts.KOREAN_NAMES_BEHIND,
    ),
)

LINKS = ("s", "es", "n", "en", "e")
"""What may stand between the parts of a compound (German, Dutch, Nordic)."""

LANGUAGES = {language.tag: language for language in _TABLE}
"""Primary tag → language."""


@lru_cache(maxsize=256)
def by_tag(tag: str) -> Language:
    """The table's entry for a tag (`pt-BR` → `pt`, `no` → `nb`); an unknown language has words and exact forms."""
    for candidate in fallbacks(canonical(tag)):
        if candidate in LANGUAGES:
            return LANGUAGES[candidate]
    return Language(tag, tag, inflects=False)
