"""Tidying: a glossary file beside what it becomes."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viterm.desk.tidy import tidied

MESSY = """\
# about the file

renderings:
  # about German
  de:
    source: [https://example.org/a]
    basis: press   
    examples:
      # about misses
      miss:
        - "# no comment"
      hit: [x]
    # about approved ones
    # in two lines
    approved:
      - geschickte   Massenmobilisierung
  nb: {source: [https://example.org/b], approved: [dyktig massemobilisering]}
  en:
    approved: [skilful mass mobilization]


# about the name
concept: dân vận khéo
definition: >-
  Two lines
  # of text
related: [dan-van]
"""  # noqa: W291 - the blanks at a line's end are what is tidied

TIDY = """\
# about the file

# about the name
concept: dân vận khéo
definition: >-
  Two lines
  # of text
related: [dan-van]
renderings:
  en:
    approved: [skilful mass mobilization]


  # about German
  de:
    # about approved ones
    # in two lines
    approved:
      - geschickte   Massenmobilisierung
    basis: press
    source: [https://example.org/a]
    examples:
      hit: [x]
      # about misses
      miss:
        - "# no comment"
  nb: {source: [https://example.org/b], approved: [dyktig massemobilisering]}
"""


def tidy(text: str) -> str | None:
    """The text when tidied."""
    data = tidied(text.encode())
    return None if data is None else data.decode()


def test_keys_are_put_in_order_with_their_lines_and_comments() -> None:
    found = tidy(MESSY)
    assert found is not None
    assert yaml.safe_load(found) == yaml.safe_load(MESSY)
    assert found == TIDY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("concept: a\r\ndefinition: b\r\n", "concept: a\ndefinition: b\n", id="line ends"),
        pytest.param("\ufeffconcept: a", "concept: a\n", id="byte order mark, no last line end"),
        pytest.param("\n\nconcept: a\n\n\n", "concept: a\n", id="blank lines around"),
        pytest.param(unicodedata.normalize("NFD", "concept: dân\n"), "concept: dân\n", id="NFD"),
        pytest.param("zz: 1\nconcept: a\n", "concept: a\nzz: 1\n", id="unknown keys last"),
        pytest.param("renderings: {}\nconcept: a\n", "concept: a\nrenderings: {}\n", id="an empty mapping"),
        pytest.param("concept: a\nrenderings:\n  de:\n", "concept: a\nrenderings:\n  de:\n", id="nothing under a tag"),
        pytest.param("{definition: b, concept: a}\n", "{definition: b, concept: a}\n", id="in braces"),
        pytest.param("definition: b\n? concept\n: a\n", "definition: b\n? concept\n: a\n", id="a key with a mark"),
    ],
)
def test_the_shape_of_a_file(before: str, after: str) -> None:
    assert tidy(before) == after
    assert tidy(after) == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("concept: [a\n", id="no sound YAML"),
        pytest.param("- a\n", id="no mapping"),
        pytest.param("", id="empty"),
        pytest.param("concept: |\n  a  \n  b\n", id="blanks that are part of a text"),
    ],
)
def test_what_cannot_be_tidied_is_left_alone(text: str) -> None:
    assert tidy(text) is None


KEYS = st.permutations(["concept", "also", "definition", "related", "renderings"])
TAGS = st.permutations(["en", "de", "zh-Hans", "nb"])
INNER = st.permutations(["approved", "variant", "basis", "source"])


@given(KEYS, TAGS, INNER)
def test_the_content_stays_and_the_order_is_always_the_same(keys: list[str], tags: list[str], inner: list[str]) -> None:
    def value(key: str) -> str:
        languages = "".join(f"  {tag}:\n" + "".join(f"    {name}: [{tag}-{name}]\n" for name in inner) for tag in tags)
        return f"renderings:\n{languages}" if key == "renderings" else f"# {key}\n{key}: {key[::-1]}\n"

    text = "".join(map(value, keys))
    found = tidy(text)
    assert found is not None
    assert yaml.safe_load(found) == yaml.safe_load(text)
    assert list(yaml.safe_load(found)) == ["concept", "also", "definition", "related", "renderings"]
    assert list(yaml.safe_load(found)["renderings"]) == ["en", "de", "nb", "zh-Hans"]
    assert tidy(found) == found
