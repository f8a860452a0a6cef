"""A round is begun, its answers entered level by level, and its statements worded."""

from __future__ import annotations

from scrutineer.domain.activity import Level
from scrutineer.domain.culture import CultureAspect, CultureRound
from scrutineer.register.culture import Given
from scrutineer.ui.assurance import rounds
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet


def test_a_round_is_begun_with_the_day_on_which_people_were_asked(register, tools, parent):
    on_sheet(fill_in(title="Autumn", how="At the workshop"))
    assert rounds.begin(tools, parent, "").startswith("Noted")
    (one,) = register.culture_rounds.latest()
    assert (one.title, one.how, one.asked_on) == ("Autumn", "At the workshop", TODAY)
    on_sheet(fill_in(note="Surer than before."))
    assert rounds.change(tools, parent, one.id) == "Changed."
    assert register.culture_rounds.get(one.id).note == "Surer than before."


def test_answers_of_one_level_are_entered_in_numbers_and_words_and_stand_there_the_next_time(register, tools, parent):
    one = register.culture_rounds.begin(CultureRound(title="Autumn", asked_on=TODAY))
    first, second, *_ = register.culture_statements.asked()
    on_sheet(fill_in(**{f"agree {first.id}": 18, f"partly {first.id}": 3, f"disagree {first.id}": 1,
                        f"examples {first.id}": "You asked us first. | It was calm."}))
    assert rounds.enter(tools, parent, f"{one.id}:front_line") == "Entered: Front line."
    on_sheet(fill_in(**{f"agree {second.id}": 5}))
    rounds.enter(tools, parent, f"{one.id}:front_line")
    assert register.culture_answers.given(one.id, Level.FRONT_LINE) == {
        first.id: Given(18, 3, 1, "You asked us first.\nIt was calm."), second.id: Given(5),
    }


def test_statements_are_worded_left_out_and_added(register, tools, parent):
    first, second, *_ = register.culture_statements.begin()
    on_sheet(fill_in(**{first.id: "We like it.", second.id: "", CultureAspect.WELCOMING.value: "Our door is open."}))
    assert rounds.statements(tools, parent, "") == "The statements are worded."
    texts = [one.text for one in register.culture_statements.asked()]
    assert texts[0] == "We like it."
    assert second.text not in texts
    assert "Our door is open." in texts
    assert len(texts) == 12


def test_what_stood_there_already_is_no_draft(register, tools, parent):
    one = register.culture_rounds.begin(CultureRound(title="Autumn", asked_on=TODAY))
    first = register.culture_statements.asked()[0]
    register.culture_answers.enter(one.id, Level.BOARD, {first.id: Given(5, 0, 0, "Calm.")})
    seen = []
    on_sheet(lambda sheet: seen.append((sheet.form.values()[f"examples {first.id}"], sheet.form.as_draft())))
    rounds.enter(tools, parent, f"{one.id}:board")
    assert seen == [("Calm.", {})]
