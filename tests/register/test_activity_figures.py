"""An activity as a paper tells it: with what those in it concluded, and without what is private."""

from __future__ import annotations

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.activity_form import Prompt
from scrutineer.register.activity_figures import activity_figure
from scrutineer.register.shelves import Shelves
from tests.factories import an_activity


def figure(register, activity):
    return activity_figure(Shelves(register.desk.reader), register.desk.names(), activity)


def test_what_came_of_it_is_what_the_short_form_holds(register, begun):
    held = register.activities.save(an_activity(type=ActivityType.WORKSHOP, agency_ids=(begun.icb.id,)))
    register.form_entries.save_form(held.id, {Prompt.WORKED_ON: "Words.", Prompt.CAME_OF_IT: "Six principles."})
    told = figure(register, held)
    assert (told.came_of, told.agencies) == ("Six principles.", ("ICB",))


def test_what_is_private_there_is_left_out(register, begun):
    held = register.activities.save(an_activity(type=ActivityType.MULTI_AGENCY_AUDIT))
    register.form_entries.save_form(held.id, {Prompt.AGREED_LEARNING: "SECRET"}, private=[Prompt.AGREED_LEARNING])
    assert figure(register, held).came_of == ""
