"""A dated line and a promise need little, but that little."""

from tests.factories import a_note, an_undertaking


def test_a_line_needs_its_day_and_no_words():
    assert a_note(text="").problems() == []
    assert [problem.field for problem in a_note(noted_on=None).problems()] == ["noted_on"]


def test_a_promise_needs_its_words_and_no_day():
    assert an_undertaking(due_on=None).problems() == []
    assert [problem.field for problem in an_undertaking(text=" ").problems()] == ["text"]
