"""Who wrote, when and about what, in the many ways in which mail programs write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.dates import long_date, short_date
from scrutineer.exchange.mail_headers import day, heading, sender

NINTH = date(2026, 11, 9)


@pytest.mark.parametrize("written", [
    "Monday, 9 November 2026 14:05", "09 November 2026 09:12", "Mon 09/11/2026 14:05", "9 Nov 2026, at 14:05",
    "Mon, 9 Nov 2026 23:30:00 -0500", "Mon, 09 Nov 2026 00:30:00 +0000 (GMT)", "9 November 2026 at 14:05:33 GMT",
    "Monday, November 9, 2026 2:05 PM", "Nov 9, 2026, at 2:05 PM", "2026-11-09 14:05", "2026-11-09T14:05:00Z",
    "09/11/26 14:05", "09.11.2026", "9th November 2026", "Mon, 9 Nov 26 14:05:00 GMT",
])  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str):
    assert day(written) == NINTH


@pytest.mark.parametrize("written", [
    "", "Mon 14:05", "9 November", "9 Nov 14:05", "11/23/2026", "31/02/2026", "0/0/0", "yesterday",
])  # fmt: skip
def test_a_day_is_never_guessed(written: str):
    assert day(written) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["{} 14:05", "Mon, {}, at 9:12", "{}"]))
def test_every_day_in_the_order_of_the_uk_is_read_back(any_day: date, frame: str):
    for form in (long_date(any_day), short_date(any_day), f"{any_day:%d/%m/%Y}", any_day.isoformat()):
        assert day(frame.format(form)) == any_day


@given(st.text())
def test_no_text_is_too_strange_to_be_looked_at(text: str):
    day(text)
    sender(text)
    heading(text)


@pytest.mark.parametrize(("written", "shown"), [
    ("Designated Doctor <doctor@icb.example>", "Designated Doctor <doctor@icb.example>"),
    ('"Doctor, Designated" <doctor@icb.example>', "Doctor, Designated <doctor@icb.example>"),
    ("Designated Doctor [mailto:doctor@icb.example] ", "Designated Doctor <doctor@icb.example>"),
    ("Designated Doctor<mailto:doctor@icb.example>", "Designated Doctor <doctor@icb.example>"),
    ("doctor@icb.example <mailto:doctor@icb.example>", "doctor@icb.example"),
    ("<doctor@icb.example>", "doctor@icb.example"),
    ("Doctor <doctor@icb.example<mailto:doctor@icb.example>>", "Doctor <doctor@icb.example>"),
    ("Office <a@icb.example> on behalf of B <b@icb.example>", "Office <a@icb.example> on behalf of B <b@icb.example>"),
    ("Doctor <ICB> (Designated)", "Doctor <ICB> (Designated)"),
    ("'Designated Doctor' <doctor@icb.example>;", "Designated Doctor <doctor@icb.example>"),
    ("Designated Doctor", "Designated Doctor"),
    ("", ""),
])
def test_a_sender_is_written_in_one_way(written: str, shown: str):
    assert sender(written) == shown


@pytest.mark.parametrize("block", [
    "From: Named Nurse\nSent: 9 November 2026 14:05\nTo: Scrutineer\nSubject: Capacity\n\nDear all",
    "Subject: Capacity\nTo: Scrutineer\nDate: 9 Nov 2026, at 14:05\nFrom: Named Nurse\n\nDear all",
    "*From:* Named Nurse\n*Sent:* 9 November 2026 14:05\n*To:* Scrutineer\n*Subject:* Capacity\n\nDear all",
    "**From:** Named Nurse\n**Sent:** 9 November 2026\n**Subject:** Capacity\nDear all",
    "From:\tNamed Nurse\nSent:\tMon 09/11/2026 14:05\nSubject:\tCapacity\n\nDear all",
    "From:\nNamed Nurse\nSent:\n9 November 2026 14:05\nTo:\nScrutineer\nSubject:\nCapacity\n\nDear all",
    "From: Named Nurse\n\nSent: 9 November 2026\n\nTo: Scrutineer\n\nSubject: Capacity\n\nDear all",
    "From: Named Nurse\nSent: 9 November 2026\nTo: Scrutineer;\n  Clerk\nCc: A,\nB\nSubject: Capacity\n\nDear all",
    "---Original Message---\nFrom: Named Nurse\nSent: 9 November 2026\nSubject: Capacity\nImportance: High\n\nDear all",
    "________________________________\nFrom: Named Nurse\nSent: 9 November 2026\nSubject: Capacity\n\nDear all",
    "--- Forwarded message ---\nFrom: Named Nurse\nDate: 9 Nov 2026 at 14:05\nSubject: Capacity\nTo: S\n\nDear all",
    "Begin forwarded message:\n\nFrom: Named Nurse\nSubject: Capacity\nDate: 9 November 2026 at 14:05\n\nDear all",
])  # fmt: skip
def test_a_block_of_headers_is_recognised(block: str):
    found = heading(block)
    assert found
    assert found[:3] == ("Named Nurse", NINTH, "Capacity")
    assert found.rest.strip() == "Dear all"


@pytest.mark.parametrize("text", [
    "", "Dear all\n\nFrom: A\nSent: 9 November 2026", "From: Named Nurse\n\nDear all", "From: the beginning",
    "Sent: 9 November 2026\nSubject: Capacity\n\nDear all", "From the police\nDate: 9 November 2026",
    "Date: 9 November 2026\nFrom: 2pm to 4pm", "Date: 9 November 2026\nFrom: 14:00\nTo: 16:00",
    "From: 9 November 2026\nTo: 12 November 2026\nSubject: Audit", "From: \nSubject: B", "From: -\nSubject: B",
    "We asked three things\nFrom: A\nSubject: B", "Subject: Capacity\nThe board heard\nFrom: A",
])  # fmt: skip
def test_ordinary_text_is_left_alone(text: str):
    assert heading(text) is None


@pytest.mark.parametrize("line", [
    "On Mon, 9 Nov 2026 at 14:05, Designated Doctor <doctor@icb.example> wrote:",
    "On Mon, 9 Nov 2026 at 14:05, Designated Doctor <\ndoctor@icb.example> wrote:",
    "On 9 Nov 2026, at 14:05, Designated Doctor <doctor@icb.example> wrote:",
    "On Mon, Nov 9, 2026 at 2:05 PM Designated Doctor <doctor@icb.example> wrote:",
    "On 09/11/2026 14:05, Designated Doctor <doctor@icb.example> wrote:",
    "On 9 November 2026, Designated Doctor <doctor@icb.example> wrote:",
])
def test_the_line_of_gmail_and_apple_mail_is_recognised(line: str):
    assert heading(line + "\n\nDear all") == ("Designated Doctor <doctor@icb.example>", NINTH, "", "\n\nDear all")


@pytest.mark.parametrize("text", [
    "On Monday the board wrote:", "On 9 November 2026 the board wrote: we accept.",
    "On 9 November 2026 at 14:05 we met.", "On 99 Nov 2026 at 14:05, A wrote:",
    "Then, on 9 Nov 2026 at 14:05, A wrote:",
])  # fmt: skip
def test_a_sentence_about_a_letter_is_no_heading(text: str):
    assert heading(text) is None


def test_the_first_heading_counts_and_the_thread_below_is_kept():
    thread = "Thank you.\n\nFrom: Scrutineer\nSent: 2 November 2026\nSubject: A question\n\nHow do you know?"
    found = heading("From: Designated Doctor\nSent: 9 November 2026\nSubject: RE: A question\n" + thread)
    assert found == ("Designated Doctor", NINTH, "RE: A question", thread)


def test_a_body_that_begins_with_a_name_and_a_colon_stays_a_body():
    found = heading("From: A\nSent: 9 November 2026\nSubject: B\n\nTo: whom it may concern")
    assert found
    assert found.rest.strip() == "To: whom it may concern"


def test_an_e_mail_without_a_subject_keeps_its_first_line():
    found = heading("From: A\nSent: 9 November 2026\nTo: B\nSubject:\n\nDear all")
    assert found
    assert (found.subject, found.rest.strip()) == ("", "Dear all")
