"""Errors say in words what happened, and what to do next."""

import pytest

from scrutineer.domain.errors import Invalid, NewerFile, Problem, ScrutineerError


def test_an_error_reads_as_one_line_on_the_command_line():
    assert ScrutineerError("It is gone.", "Look elsewhere.").in_one_line == "It is gone. Look elsewhere."
    assert ScrutineerError("It is gone.").in_one_line == str(ScrutineerError("It is gone.")) == "It is gone."


def test_a_title_may_be_given_and_every_kind_has_its_own():
    assert ScrutineerError("x", title="Mine").title == "Mine"
    assert NewerFile("x").title == "This record needs a newer version"
    titles = [kind.title for kind in ScrutineerError.__subclasses__()]
    assert len(set(titles)) == len(titles)


def test_invalid_says_all_of_its_problems():
    problems = [Problem("title", "Write one."), Problem("due_on", "Give one.")]
    with pytest.raises(Invalid, match=r"^Write one\. Give one\.$") as caught:
        raise Invalid(iter(problems))
    assert caught.value.problems == tuple(problems)
