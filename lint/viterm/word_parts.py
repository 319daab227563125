"""What may be written onto a word, and what makes another word of it: facts for the table in `languages`.

Regular expressions over folded text. Each is tried on the whole of a word's part, unless its docstring says otherwise.
"""

from __future__ import annotations

from typing import NamedTuple


class Derivation(NamedTuple):
    """What makes another word of a word, so that the two are no compound.

    `tails`: what stands behind it (Genossen|schaft, Provinz|ialismus, kamerat|skap); `heads`: in front of it
    (Fort|schritt, like|stilling). "" where nothing does.
    """

    tails: str = ""
    heads: str = ""


_GERMAN_HEADS = (
    "auf|aus|bei|bereit|dar|des|dis|durch|ein|ent|fest|fort|frei|gegen|gleich|her|hin|inter|los|miss|miß|mit|nach|nieder|"
    "rück|sicher|trans|über|unter|ver|vor|vorher|weg|wider|wieder|zer|zurück|zusammen"
)
_DUTCH_HEADS = "aan|bij|door|gelijk|her|mee|mis|onder|ont|over|samen|tegen|terug|toe|uit|ver|voor|wan|weg"
_NORDIC_TAILS = "skap.*|(?:ist|el)?(?:lig|isk|i?ell|isme?|ist|ling|inne|inna|messig|mässig|mæssig|aktig|agtig)"
_NORDIC_ENDINGS = "(?:e|t|a|n|r|s|en|er|et|ene|ne|ens|ers|ar|or|arna|orna|erna|enes|as|nes)?"

DERIVATIONS = {
    "de": Derivation(
        "(?:e?n|e?s|e)?(?:(?:i?al)?(?:schaft|heit|keit|ismus|ismen|isier|ieren|ierung|isch).*"
        "|(?:lich|ist|tum|tüm|ling|ler|ner|erei|i?al|i?ell)+(?:e[mnrs]?|n|s)?|ung(?:en|s.*)?)",
        f"(?:{_GERMAN_HEADS})(?:auf|aus|ein|ab|an)?",
    ),
    "nl": Derivation(
        "(?:en?|s|n)?(?:(?:i?al)?(?:schap|heid|isme|iser|iseer).*|(?:lijk|dig|isch|ist|ling|aar|ster|erij|baar|i?eel)"
        "(?:e|en|s)?)",
        f"(?:{_DUTCH_HEADS})",
    ),
    "nb": Derivation(
        f"[se]?(?:{_NORDIC_TAILS}|het){_NORDIC_ENDINGS}",
        "bort|etter|for|fore|fra|fram|frem|gjen|hen|inn|like|med|mis|mot|ned|opp|over|sam|til|under|ved",
    ),
    "nn": Derivation(
        f"[se]?(?:{_NORDIC_TAILS}|heit){_NORDIC_ENDINGS}",
        "att|bort|etter|for|fore|fram|frå|gjen|inn|like|med|mis|mot|ned|opp|over|sam|til|under|ved",
    ),
    "da": Derivation(
        f"[se]?(?:{_NORDIC_TAILS}|hed){_NORDIC_ENDINGS}",
        "bort|efter|for|fore|fra|frem|gen|hen|ind|lige|med|mis|mod|ned|over|sam|til|under|ved",
    ),
    "sv": Derivation(
        f"[se]?(?:{_NORDIC_TAILS}|het){_NORDIC_ENDINGS}",
        "bort|efter|fram|från|för|före|hän|jäm|lik|med|miss|mot|ned|sam|till|under|upp|vid|åter|över",
    ),
    "fi": Derivation(
        "(?:i?suu|lli|lai|läi|mai|mäi)(?:s|nen|se\\w{0,6}|si\\w{0,5}|d\\w{0,6}|t\\w{0,6})|st[oö]\\w{0,5}"
        "|t[oö]n|tt[oö]m[aä]\\w{0,5}",
        "ala|ali|epä|esi|yli",
    ),
    "et": Derivation(
        "(?:lane|lase\\w{0,4}|lasi\\w{0,3}|lik\\w{0,4}|line|lise\\w{0,4}|lus\\w{0,4}|kond\\w{0,4}|stik\\w{0,3}|ism\\w{0,3}"
        "|ist\\w{0,3}|ndus\\w{0,4})",
        "ala|eba|eel|kaas|läbi|taas|vastu|üle|ümber",
    ),
    "hu": Derivation(
        "(?:i|[aeoö]?s)?(?:ság|ség)\\w{0,8}|(?:izmus|ista|istá|beli|talan|telen|atlan|etlen)\\w{0,5}",
        "elő|fel|hozzá|meg|szét|túl|vissza|össze",
    ),
}
"""By language, for those that write compounds as one word."""

# fmt: off
_KOREAN_CASES = (
    "이", "가", "을", "를", "은", "는", "의", "에", "에서", "에게", "에게서", "께", "께서", "한테", "한테서", "와",
    "과", "로", "으로", "로서", "으로서", "로써", "으로써", "하고", "이랑", "랑", "보다", "처럼", "같이", "만큼",
    "대로", "마다", "부터", "까지", "도", "만", "밖에", "조차", "마저", "이나마", "나마", "커녕", "이나", "나",
    "이라도", "라도", "이야", "야", "이야말로", "야말로", "뿐", "뿐만",
)
_KOREAN_COPULA = (
    "이다", "이며", "이고", "인", "이라는", "라는", "이란", "란", "이라고", "라고", "이라며", "라며", "이라", "라",
    "이자", "이지만", "이었다", "였다", "이었던", "였던", "입니다", "인데", "이었으며", "였으며",
)
# fmt: on
KOREAN_PARTICLES = f"들?(?:{'|'.join(_KOREAN_CASES)}){{0,4}}(?:{'|'.join(_KOREAN_COPULA)})?(?:은|는|도|의)?"
"""What follows a noun: plural, case, delimiters, copula, in this order; they stack (에서만은, 들에게도)."""

TURKISH_ENDINGS = (
    "'(?:l[ae]r)?(?:[yns]?[ıiuü]|[yn]?[ae]|n?[dt][ae](?:n|ki)?|n?[ıiuü]n|y?l[ae]|l[ıiuü](?:l[ae]r)?|[dt][ıiuü]r)"
)
"""Behind the apostrophe of a proper name: Vietnam'ın, Hanoi'de."""

PERSIAN_ENDINGS = " (?:ها|های|هایی|هایش|هایشان)"
"""The plural, typed behind a blank in the place of the half-space."""

CHINESE_LONGER = (
    "会议(?![长员定])|會議(?![長員定])|人民|部门(?!户)|部門(?!戶)|运动(?:员|会(?!议))|運動(?:員|會(?!議))"
    "|[树主骨躯]干|[樹主骨軀]幹"
)
JAPANESE_LONGER = "会議(?![長員])|会談|会館|運動(?:員|会(?!議)|場|靴)|部門|[樹主根基]幹"
THAI_LONGER = "สื่อมวลชน|สื่อสารมวลชน|ขอบเขต|อาณาเขต|เขตแดน|พรรคพวก"
"""Words that a term's first or last characters may be cut out of (委员|会议). Where one of them overlaps an occurrence
and sticks out of it, it is none. Only words for which the other reading is rare."""

CHINESE_NAMES_BEHIND = (
    "[日周晚画]?报(?![告道名送到复批销请导表账警答考恩效废备价废国])|[日週晚畫]?報(?![告道名送到復批銷請導表帳警答考恩效廢備價國])"
    "|杂志|雜誌|周刊|週刊"
)
JAPANESE_NAMES_BEHIND = "新聞|日報|会報|時報"
KOREAN_NAMES_BEHIND = "신문|일보|잡지"
"""What makes a term in front of it the name of something else, a newspaper above all; tried at the term's end."""

CHINESE_FREE = (
    "的地得个個在和与與及或是了把被对對由从從向为為给給让讓使该該各每全本此这這那某等有到于於以之而则則就都也还還"
    "将將跟爱愛"
)
"""Characters that are words of their own, so that a term of one character may stand beside them."""
