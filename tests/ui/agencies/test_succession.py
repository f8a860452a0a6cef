from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.organisation import Change
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from tests.factories import TODAY, an_agency
from tests.ui.agencies.conftest import press, said
from tests.ui.window import fill_in, on_sheet


def test_a_renamed_agency_is_followed_and_keeps_its_records(screen: AgenciesScreen, register: Register) -> None:
    old = register.agencies.save(an_agency(name="Old name", short_name="Old"))
    on_sheet(fill_in(how=Change.RENAMED, changed_on=TODAY, name="New name", short_name="New"))
    press(screen, "step-follow")
    new = next(one for one in register.agencies.all() if one.id != old.id)
    assert register.agencies.known_as(new) == "New (formerly Old)"
    assert register.agencies.get(old.id).ends_on == TODAY - timedelta(days=1)
    assert any("formerly Old" in words for words in said(screen))


def test_a_merger_goes_into_an_agency_that_is_on_the_list(screen: AgenciesScreen, register: Register) -> None:
    into = register.agencies.save(an_agency(name="Zeta trust"))
    gone = register.agencies.save(an_agency(name="Alpha trust"))
    screen.open("agency", gone.id)
    on_sheet(fill_in(how=Change.MERGED, changed_on=TODAY, successor_id=into.id, name="And a name"))
    press(screen, "step-follow")
    assert register.agency_page(gone.id).after == (), "one of the list or a new name, not both"
    on_sheet(fill_in(how=Change.MERGED, changed_on=TODAY, successor_id=into.id))
    press(screen, "step-follow")
    assert [one.id for one in register.agency_page(gone.id).after] == [into.id]
    assert len(register.agencies.all()) == 2
