"""The format of a glossary file, declared once: the loader checks files by it, and the JSON schema is made from it.

To add a key, add a field here and a place for its value in `glossary.py`.
"""

from __future__ import annotations

from viterm.glossary_collections import ByLanguage, ListOf, OneOrMore, RenderingForms, Table
from viterm.glossary_kinds import Choice, Field, Text, Year
from viterm.glossary_subjects import SubjectOrWords

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""What a concept's id looks like."""
ID_IN_WORDS = "it has lower-case letters without diacritics, digits and single hyphens"

_WORDS = ListOf(Text("word"), "word")
_FORMS = ListOf(Text("form"), "form")
_SENTENCES = ListOf(Text("sentence", verbatim=True), "sentence")

# A rendering in its long form
TERM = Field(
    "term",
    OneOrMore(Text("rendering"), "rendering"),
    "The rendering in its citation form, as in a dictionary; its other forms are found by themselves. "
    "A list stands for several renderings with all else alike.",
    required="its text, as in `term: public service`",
)
WHY = Field("why", Text("reason"), "The reason for the status, in one line that a translator will accept.")
MATCH = Field(
    "match",
    Choice({"inflected": "in any of its forms (the default)", "exact": "only as it is written here"}),
    "Whether other forms of the rendering are found too.",
)
CASE = Field(
    "case", Choice({"sensitive": "only with these capitals"}), "Whether capitals count; by default they do not."
)
FORMS = Field(
    "forms",
    _FORMS,
    "Further forms of the rendering, where the analysers miss some; particles and prefixes may be written onto them.",
)
NOT_FORMS = Field("not_forms", _FORMS, "Forms that are taken for this rendering and are none.")
NEAR = Field("near", _WORDS, "Only found within a few words of one of these, in any of their forms.")
BEFORE = Field("before", _WORDS, "Only found where one of these follows within a few words.")
AFTER = Field("after", _WORDS, "Only found where one of these precedes within a few words.")
ABOUT = Field(
    "about",
    SubjectOrWords(),
    "Only found in texts in which one of these words, or one of this subject's, stands somewhere; an approved "
    "rendering is found everywhere, but only there is it a name that could be mixed with others.",
)
FILES = Field("files", ListOf(Text("file pattern"), "file pattern"), "Only found in files that match one of these.")
FROM = Field("from", Year(), "The first year in which the status holds.")
UNTIL = Field("until", Year(), "The last year in which the status holds.")

RENDERING = RenderingForms(
    "rendering",
    Table(
        "long-rendering",
        (TERM, WHY, MATCH, CASE, FORMS, NOT_FORMS, NEAR, BEFORE, AFTER, ABOUT, FILES, FROM, UNTIL),
    ),
    term=TERM,
    why=WHY,
)
_RENDERINGS = ListOf(RENDERING, "rendering")

# What is known in one language
APPROVED = Field(
    "approved",
    _RENDERINGS,
    "Right renderings, the preferred one first.",
    required="at least one right rendering, so that there is something to suggest",
)
VARIANT = Field("variant", _RENDERINGS, "Renderings that are understood but are not ours: a warning.")
FORBIDDEN = Field("forbidden", _RENDERINGS, "Renderings that are wrong or retired: an error.")
LANGUAGE_ABOUT = Field(
    "about",
    SubjectOrWords(),
    "For variants and forbidden renderings without an `about` of their own.",
)
BASIS_MEANINGS = {
    "official": "an official translation",
    "press": "edited articles of the Vietnamese press in this language",
    "reference": "a reference work, a law's translation or scholarly literature",
    "portal": "a machine-translated portal, where nothing edited exists",
    "proposed": "a proposal of ours",
}
"""What a preferred rendering may rest on, best first."""

BASIS = Field("basis", Choice(BASIS_MEANINGS), "What the preferred rendering rests on.")
SOURCE = Field(
    "source",
    ListOf(Text("URL", r"https?://\S+", "it must start with `http://` or `https://` and have no blanks"), "URL"),
    "Where the preferred rendering stands.",
)
HIT = Field("hit", _SENTENCES, "Sentences with a variant or forbidden rendering, which must be found.")
MISS = Field("miss", _SENTENCES, "Sentences in which nothing must be found: approved renderings and look-alikes.")
EXAMPLE_LISTS = Table("examples", (HIT, MISS))
EXAMPLES = Field("examples", EXAMPLE_LISTS, "Sentences that `viterm glossary check` runs.")

LANGUAGE = Table("language", (APPROVED, VARIANT, FORBIDDEN, LANGUAGE_ABOUT, BASIS, SOURCE, EXAMPLES))

# A concept, which is a file
CONCEPT = Field(
    "concept",
    Text("name"),
    "The concept's Vietnamese name.",
    required="its Vietnamese name, as in `concept: dân vận khéo`",
)
ALSO = Field("also", ListOf(Text("name"), "name"), "Other Vietnamese names and abbreviations, as they stand in texts.")
DEFINITION = Field(
    "definition",
    Text("definition"),
    "What the concept is, in a sentence or two of English that tell it from its neighbours.",
    required="a sentence or two of English that tell the concept from its neighbours",
)
RELATED = Field(
    "related", ListOf(Text("concept id", ID, ID_IN_WORDS), "concept id"), "Ids of concepts close to this one."
)
BY_LANGUAGE = Field(
    "renderings",
    ByLanguage(LANGUAGE),
    "The renderings in each language, by language tag.",
    required="at least one language with its approved rendering",
)

FILE = Table("concept", (CONCEPT, ALSO, DEFINITION, RELATED, BY_LANGUAGE))
