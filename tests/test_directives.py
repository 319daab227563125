"""How ignore comments are written, and what is said of those that are not."""

from __future__ import annotations

import pytest

from viterm.directives import Directive, DirectiveError, read_directive, unknown_name


@pytest.mark.parametrize(
    ("comment", "directive"),
    [
        ("viterm: ignore", Directive("ignore", None)),
        ("viterm: ignore[forbidden-term]", Directive("ignore", ("forbidden-term",))),
        ("viterm: ignore[forbidden-term, dan-van]", Directive("ignore", ("forbidden-term", "dan-van"))),
        ("viterm: ignore-next-line[dan-van]", Directive("ignore-next-line", ("dan-van",))),
        ("viterm: off", Directive("off", None)),
        ("viterm: on[dan-van]", Directive("on", ("dan-van",))),
        # reasons
        ("viterm: ignore -- a quotation", Directive("ignore", None)),
        ("viterm: ignore[dan-van] -- a [quotation] -- two\nlines", Directive("ignore", ("dan-van",))),
        ("viterm: ignore[dan-van] — typed on a phone", Directive("ignore", ("dan-van",))),
        ("viterm: ignore--a quotation", Directive("ignore", None)),
        # blanks, capitals, repetition
        ("viterm:ignore [ dan-van ,dan-van ]--x", Directive("ignore", ("dan-van",))),
        ("VITERM : Ignore[Dan-Van]", Directive("ignore", ("Dan-Van",))),
        # for somebody else
        ("ignore", None),
        ("a viterm: ignore", None),
        ("viterm", None),
        ("viterm ignore", None),
        ("vitermin: ignore", None),
        ("", None),
    ],
)
def test_directives(comment: str, directive: Directive | None) -> None:
    assert read_directive(comment) == directive


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("viterm: ignroe", "'ignroe' is no word for viterm; did you mean 'ignore'?"),
        ("viterm: ignore-nextline", "'ignore-nextline' is no word for viterm; did you mean 'ignore-next-line'?"),
        ("viterm: please", "'please' is no word for viterm; write ignore, ignore-next-line, off, on"),
        ("viterm:", "no word after 'viterm:'; write ignore, ignore-next-line, off, on"),
        ("viterm: [x]", "no word after 'viterm:'; write ignore, ignore-next-line, off, on"),
        ("viterm: ignore x", "can't be understood after 'ignore'; write `viterm: ignore[NAME, NAME] -- reason`"),
        ("viterm: off(x)", "can't be understood after 'off'; write `viterm: off[NAME, NAME] -- reason`"),
        ("viterm: on[x", "can't be understood after 'on'; write `viterm: on[NAME, NAME] -- reason`"),
        ("viterm: off[x] y", "can't be understood after 'off'; write `viterm: off[NAME, NAME] -- reason`"),
        ("viterm: ignore[]", "a name is missing in the brackets; for everything, write `viterm: ignore` without them"),
        ("viterm: off[x,]", "a name is missing in the brackets; for everything, write `viterm: off` without them"),
    ],
)
def test_what_can_not_be_understood_is_told_what_would_be_right(comment: str, message: str) -> None:
    with pytest.raises(DirectiveError) as error:
        read_directive(comment)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("forbiden-term", "no rule or concept is called 'forbiden-term'; did you mean 'forbidden-term'?"),
        ("dan-van-keo", "no rule or concept is called 'dan-van-keo'; did you mean 'dan-van-kheo'?"),
        ("spelling", "no rule or concept is called 'spelling'; name a rule or the id of a concept"),
    ],
)
def test_an_unknown_name_is_told_the_nearest(name: str, message: str) -> None:
    assert unknown_name(name, ["forbidden-term", "variant-term", "dan-van-kheo"]) == message


def test_a_directive_is_written_as_users_write_it() -> None:
    directive = Directive("ignore", ("dan-van",))
    assert (directive.written("dan-van"), directive.written(None)) == ("ignore[dan-van]", "ignore")
