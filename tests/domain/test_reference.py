"""References are read as they are printed, and count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.reference import Reference, short

REFERENCES = st.builds(
    Reference,
    st.from_regex("[A-Z0-9]{2,8}", fullmatch=True).filter(str.isascii),
    st.sampled_from("ACFPR"),
    st.integers(1000, 9999),
    st.sampled_from(["", "A", "B", "Z"]),
    st.integers(1, 999_999),
)


@given(REFERENCES)
def test_a_reference_is_read_back_as_it_was_printed(reference):
    assert Reference.parse(str(reference)) == reference
    assert Reference.parse(f"  {str(reference).lower()} ") == reference


@given(REFERENCES, st.integers(1, 999_999))
def test_references_of_one_series_are_ordered_by_their_number(reference, number):
    other = reference._replace(number=number)
    assert other.series == reference.series
    assert (other < reference) == (number < reference.number)
    if max(number, reference.number) < 1000:
        assert (str(other) < str(reference)) == (number < reference.number)


@given(REFERENCES, REFERENCES)
def test_two_different_references_never_print_alike(one, other):
    assert (str(one) == str(other)) == (one == other)


def test_a_copy_counts_in_a_series_of_its_own():
    first, copy = Reference.parse("EX-C-2026-003"), Reference.parse("EX-C-2026-B003")
    assert copy == ("EX", "C", 2026, "B", 3)
    assert first.series != copy.series


@pytest.mark.parametrize(
    "text", ["", "EX", "EX-C-26-014", "EX-C-2026-14", "E-C-2026-014", "EX-CC-2026-014", "EX-C-2026-014x"]
)
def test_what_is_no_reference_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"is not a reference such as EX-C-2026-014\.$"):
        Reference.parse(text)


def test_lists_leave_the_partnership_out():
    assert short("EX-C-2026-014") == "C-2026-014"
    assert short("") == ""
