"""Which scales there are, and what is done about one that is not here."""

from __future__ import annotations

from scrutineer.register import scales


def test_the_usual_scale_comes_first_and_is_the_one_of_a_partnership_that_has_chosen_none():
    assert [one.code for one in scales.all_scales()] == ["CIPFA4", "GIAA4", "LOCAL4", "RAG3"]
    assert scales.scale("").code == "CIPFA4"
    assert scales.scale("RAG3").rating("amber").word == "Amber: works in part"
    assert scales.malformed() == []


def test_of_a_scale_that_is_not_here_its_codes_are_shown_as_they_stand():
    assert scales.scale("OLD5").rating("splendid").word == "splendid"
