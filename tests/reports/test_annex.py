"""The agencies' own words beside each challenge, in full, and how it went."""

from dataclasses import replace

from scrutineer.domain.action import ActionStatus
from scrutineer.reports.annex import in_their_words
from scrutineer.reports.blocks import BulletList, Heading, Quote, lines_of
from tests.reports.sample_figures import ACTIONS, CHALLENGES, MASTHEAD, WEIGHTY

SEVERAL = replace(MASTHEAD, several_authors=True)


def lines(*challenges, masthead=MASTHEAD):
    return list(lines_of(in_their_words(challenges, masthead)))


def headings(*challenges):
    return [(one.level, one.words) for one in in_their_words(challenges, MASTHEAD) if isinstance(one, Heading)]


def test_it_says_first_that_to_decline_is_a_legitimate_position():
    assert "decline with a reason, is a legitimate position" in lines(WEIGHTY[1])[0]
    assert lines(WEIGHTY[1], masthead=SEVERAL)[0].endswith("where an agency and we differ, both are printed.")


def test_an_answer_stands_whole_under_its_challenge_its_question_and_its_party():
    found = lines(WEIGHTY[1])
    assert found[1] == "EX-C-2026-017 Children who wait for a first assessment"
    assert found[2].startswith("What I asked: How many children wait")
    assert found[3:5] == ["County Council children’s services",
                          "Partly accepted, 14 Oct 2026. In their own words:"]
    assert "We do not share the view that the list is too long." in found
    assert headings(WEIGHTY[1]) == [(2, found[1]), (3, found[3])]


def test_its_markdown_is_kept():
    (quote,) = [block for block in in_their_words((WEIGHTY[1],), MASTHEAD) if isinstance(block, Quote)]
    assert any(isinstance(block, BulletList) for block in quote.content)


def test_words_that_were_only_heard_are_said_to_be_so_until_a_minute_confirms_them():
    (council,) = WEIGHTY[1].parties

    def introduced(**over):
        heard = replace(council, answers=(replace(council.answers[0], **over),))
        return lines(replace(WEIGHTY[1], parties=(heard,)))[4]

    assert introduced(as_i_heard_it=True).endswith("As I heard it:")
    assert introduced(minute_ref="EG 7.2") == (
        "Partly accepted, 14 Oct 2026, confirmed by minute EG 7.2. In their own words:")


def test_what_was_seen_of_an_answer_and_my_view_follow_it_apart_from_its_words():
    found = lines(WEIGHTY[0], masthead=SEVERAL)
    place = found.index("Seen by us, 5 Nov 2026: not seen yet. No rota was on the wall.")
    assert found[place - 1].startswith("Thank you for your challenge.")
    assert found[place + 1] == "Our view: A full answer. I shall look at January’s meetings."


def test_each_move_each_step_on_the_ladder_and_what_more_was_asked_is_a_line():
    found = lines(WEIGHTY[0], WEIGHTY[1])
    assert sum(line.startswith("Date moved from") for line in found) == 2
    assert any(line.startswith("Stage 1 · agency lead, 16 Nov 2026") for line in found)
    assert "I asked for more, 20 Oct 2026: What do they wait for?" in found


def test_an_action_is_told_from_both_sides_with_what_settled_it():
    found = lines(WEIGHTY[0])
    place = found.index("Action: One health mailbox for invitations. It will be known by: Counted monthly.")
    assert found[place + 1 : place + 3] == [
        "Reported by the agency (detective inspector), 21 Sep 2026: reported done. It is open.",
        ("Seen by me, 5 Nov 2026: seen in part. Two of three teams use it. "
         "Shown by direct observation (Strategy meetings, 5 Nov 2026)."),
    ]
    assert "I shall test it on 12 Jan 2027: Sit in on three meetings." in found
    assert "Evidence: data (E-2026-004 Attendance, 31 Oct 2026: nine of twelve)." in found


def test_an_action_of_which_nothing_was_noted_tells_what_is_reported():
    dropped = next(action for action in ACTIONS if action.status is ActionStatus.DROPPED)
    party = replace(WEIGHTY[1].parties[0], actions=(dropped,))
    assert ("Reported by the agency: dropped with reason, 20 Oct 2026: Night staff asked for mornings."
            in lines(replace(WEIGHTY[1], parties=(party,))))


def test_both_wordings_stand_there_even_before_an_answer():
    assert lines(WEIGHTY[2])[1:4] == [
        "EX-C-2026-021 One page for every partner on information sharing",
        "As first put: Will the police say what may be shared?",
        "As re-worded, 12 Oct 2026 (It was not theirs alone): " + WEIGHTY[2].text,
    ]


def test_what_followed_an_ending_stands_there():
    found = lines(*CHALLENGES[:2])
    assert "I looked again on 14 Nov 2026: sustained. Four of four, again on a Saturday." in found
    assert any(line.startswith("Reopened on 1 Sep 2026: The form had lapsed.") for line in found)
    assert "Reason in place of evidence: The audit cannot be repeated before spring." in found


def test_a_challenge_without_an_answer_is_left_out_and_nothing_is_said_of_nothing():
    silent = replace(WEIGHTY[2], rewordings=())
    assert in_their_words((silent,), MASTHEAD) == ()
    told = [words for level, words in headings(*CHALLENGES) if level == 2]
    answered = [one for one in CHALLENGES if one.rewordings or any(party.answers for party in one.parties)]
    assert len(told) == len(answered)
