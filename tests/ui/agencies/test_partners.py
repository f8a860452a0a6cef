from __future__ import annotations

from scrutineer.domain.organisation import AgencyKind, PartnerStatus
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.tools import Tools
from tests.ui.agencies.conftest import press, table
from tests.ui.window import Said, fill_in, on_sheet


def test_on_day_one_the_three_partners_are_added_on_one_sheet(
    screen: AgenciesScreen, register: Register, tools: Tools
) -> None:
    on_sheet(fill_in(local_authority="Exampleshire Council", police="Exampleshire Constabulary", police_short="Force"))
    press(table(screen, "agencies"), "first")
    agencies = register.agencies.all()
    assert [(one.name, one.short_name, one.kind, one.status) for one in agencies] == [
        ("Exampleshire Council", "LA", AgencyKind.LOCAL_AUTHORITY, PartnerStatus.STATUTORY),
        ("Exampleshire Constabulary", "Force", AgencyKind.POLICE, PartnerStatus.STATUTORY),
    ]
    assert isinstance(tools.say, Said)
    assert tools.say.sentences[-1].startswith("2 agencies added.")


def test_a_partner_must_be_named_before_any_is_added(screen: AgenciesScreen, register: Register) -> None:
    on_sheet(fill_in())
    press(table(screen, "agencies"), "first")
    assert register.agencies.all() == []
