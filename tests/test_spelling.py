"""Other spellings of a form, by language, and of a term as it is written."""

from __future__ import annotations

import pytest

from viterm.forms.spelling import half_spaces, spellings


@pytest.mark.parametrize(
    ("form", "tag", "others"),
    [
        ("gruß", "de", {"gruss"}),
        ("gruß", "da", set()),
        ("œuvre", "fr", {"oeuvre"}),
        ("komité", "nb", {"komite"}),
        # Japanese: endings of verb stems, the dot between names, the long vowel at the end
        ("取り組み", "ja", {"取組み", "取組"}),
        ("取り組み方", "ja", {"取組み方", "取り組方", "取組方"}),
        ("住民の話し合い", "ja", {"住民の話合い", "住民の話合"}),
        ("人民の力", "ja", set()),
        ("大衆に対話", "ja", set()),
        ("動き", "ja", set()),
        ("ホー・チ・ミン市", "ja", {"ホーチミン市"}),
        ("コミュニティ", "ja", {"コミュニティー"}),
        ("コンピューター", "ja", {"コンピュータ"}),
        ("センター", "ja", set()),
        ("デモ", "ja", set()),
        ("取り組み", "zh", set()),
    ],
)
def test_other_spellings_of_a_form(form: str, tag: str, others: set[str]) -> None:
    assert spellings(form, tag) == others


@pytest.mark.parametrize(
    ("term", "written"),
    [
        ("mass work", ["mass work"]),
        ("a\u200cb", ["ab", "a b"]),
        ("a\u200cb c\u200cd", ["ab cd", "ab c d", "a b cd", "a b c d"]),
    ],
)
def test_half_spaces_of_a_term(term: str, written: list[str]) -> None:
    assert half_spaces(term) == written
