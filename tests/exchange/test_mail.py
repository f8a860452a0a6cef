"""E-mails pasted, read from a file, and drafted."""

from __future__ import annotations

import time
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.errors import Invalid
from scrutineer.domain.text import one_line
from scrutineer.exchange.mail import Mail, NotMail, draft, pasted, read
from scrutineer.exchange.mail_words import tidy

NINTH = date(2026, 11, 9)
FROM_OUTLOOK = (
    "From:\u00a0Designated Doctor <doctor@icb.example>\u00a0\r\n"
    "Sent: Monday, 9 November 2026 14:05\r\n"
    "To: Scrutineer <scrutineer@partnership.example>\r\n"
    "Cc: Business Unit <unit@partnership.example>\r\n"
    "Subject: RE: HSCP-C-2026-014 – capacity\r\n"
    "\r\n"
    "Dear Scrutineer,\u00a0\r\n\r\n\r\n\r\nWe accept this.\r\n\r\n"
    "-----Original Message-----\r\nFrom: Scrutineer\r\nSent: 2 November 2026 09:00\r\nSubject: capacity\r\n\r\n"
    "How many?\r\n"
)
HEADERS = (
    b"From: =?utf-8?q?Designated_Doctor=2C_ICB?= <doctor@icb.example>\r\nDate: Mon, 9 Nov 2026 23:30:00 -0500\r\n"
    b"Subject: RE: =?utf-8?b?4oCcY2FwYWNpdHnigJ0=?= and\r\n more\r\n"
)


def multipart(kind: str, *parts: bytes) -> bytes:
    inside = b"".join(b"--cut\r\n" + part + b"\r\n" for part in parts)
    return HEADERS + b"Content-Type: multipart/" + kind.encode() + b'; boundary="cut"\r\n\r\n' + inside + b"--cut--\r\n"


CODED = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nin plain words\r\n"
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>in <b>HTML</b></p>\r\n"
FILE = b'Content-Type: text/plain; name="list.txt"\r\nContent-Disposition: attachment\r\n\r\nan attached list\r\n'
FORWARDED = b"Content-Type: message/rfc822\r\n\r\nFrom: A\r\nSubject: B\r\n\r\nan older message\r\n"


def test_an_e_mail_pasted_from_outlook_says_who_when_and_what():
    mail = pasted(FROM_OUTLOOK)
    assert mail
    assert mail[:3] == ("Designated Doctor <doctor@icb.example>", NINTH, "RE: HSCP-C-2026-014 – capacity")
    assert mail.text.startswith("Dear Scrutineer,\n\nWe accept this.\n\n-----Original Message-----\nFrom: Scrutineer")
    assert mail.text.endswith("How many?")


def test_a_quoted_e_mail_is_read_without_its_quotation_marks():
    quoted = "> From: Designated Doctor\n> Date: 9 November 2026\n> Subject: Capacity\n>\n> We accept.\n>> How many?"
    assert pasted(quoted) == Mail("Designated Doctor", NINTH, "Capacity", "We accept.\n> How many?")
    below = "On 9 Nov 2026, at 14:05, Designated Doctor <doctor@icb.example> wrote:\n\n> We accept this.\n> Truly."
    assert pasted(below) == Mail("Designated Doctor <doctor@icb.example>", NINTH, "", "We accept this.\nTruly.")


@pytest.mark.parametrize("text", ["", "   \n", "We accept this.", "> quoted\n> twice", "From: A", "Subject: B"])
def test_ordinary_text_is_no_e_mail(text: str):
    assert pasted(text) is None


@given(st.text())
def test_whatever_is_pasted_is_an_e_mail_or_is_not(text: str):
    assert pasted(text) is None or isinstance(pasted(text), Mail)


@pytest.mark.parametrize("text", [
    "-" * 500_000 + "x", " " * 500_000 + "x", "*" * 500_000, "From: a\nSubject: b" + " " * 500_000 + "c",
    "From: a" + "<" * 500_000 + "\nSubject: b", "On 9 Nov 2026" + " " * 500_000,
    ">" * 500_000, "From: a\nTo: b;\n" * 50_000,
])  # fmt: skip
def test_text_made_to_stop_a_reader_does_not(text: str):
    begun = time.process_time()
    found = pasted(text)
    assert time.process_time() - begun < 5
    assert (found is not None) == ("Subject" in text)


def test_an_e_mail_with_unreadable_day_is_still_an_e_mail():
    assert pasted("From: A\nSent: this morning\nSubject: B\n\nC") == Mail("A", None, "B", "C")


def test_an_eml_file_says_who_when_and_what_as_its_header_has_it():
    mail = read(HEADERS + b"Content-Type: text/plain; charset=utf-8\r\n\r\nWe accept this \xe2\x80\x93 all of it.\r\n")
    assert mail == Mail("Designated Doctor, ICB <doctor@icb.example>", NINTH, "RE: “capacity” and more",
                        "We accept this – all of it.")


@pytest.mark.parametrize(("data", "text"), [
    (multipart("alternative", PLAIN, HTML), "in plain words"),
    (multipart("alternative", HTML, PLAIN), "in plain words"),
    (multipart("alternative", b"Content-Type: text/plain\r\n\r\n \r\n", HTML), "in HTML"),
    (multipart("mixed", HTML, FILE), "in HTML"),
    (multipart("mixed", PLAIN, FORWARDED), "in plain words"),
    (multipart("mixed", PLAIN, FILE, HTML), "in plain words\n\nin HTML"),
    (multipart("mixed"), ""),
    (HEADERS + b"Content-Type: multipart/mixed\r\n\r\nno boundary at all", "no boundary at all"),
    (HEADERS + b"Content-Type: application/pdf\r\n\r\n%PDF", ""),
    (HEADERS + b"\r\nbare words", "bare words"),
    (HEADERS, ""),
])  # fmt: skip
def test_the_words_are_those_that_the_sender_wrote(data: bytes, text: str):
    assert read(data).text == text


@pytest.mark.parametrize(("part", "text"), [
    (b"Content-Type: text/plain; charset=windows-1252\r\n\r\n\x93caf\xe9\x94", "“café”"),
    (b"Content-Type: text/plain; charset=nonsense\r\n\r\ncaf\xe9", "café"),
    (b"Content-Type: text/plain; charset=\"\r\n\r\ncaf\xc3\xa9", "café"),
    (CODED + b"base64\r\n\r\nY2Fmw6k=", "café"),
    (CODED + b"base64\r\n\r\n!!Y!", "!!Y!"),
    (CODED + b"quoted-printable\r\n\r\ncaf=C3=A9 =ZZ", "café =ZZ"),
    (CODED + b"x-uuencode\r\n\r\nno beginning", "no beginning"),
])  # fmt: skip
def test_broken_ways_of_writing_letters_are_survived(part: bytes, text: str):
    assert read(HEADERS + part).text == text


@pytest.mark.parametrize(("header", "subject"), [
    (b"Subject: caf\xc3\xa9", "café"), (b"Subject: caf\xe9", "café"), (b"Subject: =?utf-8?b?a?=", "=?utf-8?b?a?="),
    (b"Subject: =?nonsense?q?caf=E9?=", "café"), (b"Subject: =?utf-8?q?a?= =?utf-8?q?b?= c", "ab c"),
    (b"subject: a\r\nSubject: b", "a"), (b"Subject:", ""), (b"Subject: a\0b", "ab"),
])  # fmt: skip
def test_broken_subjects_are_read_as_best_they_can(header: bytes, subject: str):
    assert read(header + b"\r\n\r\nx").subject == subject


@pytest.mark.parametrize("header", [
    b"From: a@[", b"From: " + b"(" * 5_000, b"From: " + b'"' * 20_000, b"To: " + b"a@b.c, " * 20_000 + b"\r\nFrom: a",
    b"From: a\r\nMessage-ID: <", b"From: a\r\nContent-Type: ;;;/;", b"From: a\r\nDate: 99 Nov 99999 99:99 +99999999999",
    b"From: a\r\nContent-Type: text/plain; " + b"a=b;" * 20_000, b"Subject: " + b"=?utf-8?q?a?= " * 20_000,
    b"Subject: a" + b" " * 100_000 + b"b", b"From: a\r\n" + b"Subject: b\r\n" * 100_000,
    b"From: a\r\nContent-Type: text/plain; charset*=idna''%ff; name*=x''y",
])  # fmt: skip
def test_headers_made_to_stop_a_reader_do_not(header: bytes):
    begun = time.process_time()
    assert isinstance(read(header + b"\r\n\r\nwords"), Mail)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("data", [
    b"", b"\0", b"just words", b"%PDF-1.7\r\n", b"PK\x03\x04", b"X-Only: this\r\n\r\nwords",
    b"From: a\r\nContent-Type: multipart/mixed; boundary*=idna''%ff\r\n\r\nwords",
])  # fmt: skip
def test_what_is_no_e_mail_is_refused_in_a_sentence(data: bytes):
    with pytest.raises(NotMail, match=r"e-mail.*\.$") as caught:
        read(data)
    assert caught.value.advice


@given(st.binary(max_size=2_000))
def test_random_bytes_are_an_e_mail_or_refused(data: bytes):
    for whole in (data, b"From: a\r\n" + data, multipart("mixed", data, b"Content-Type: " + data)):
        try:
            assert isinstance(read(whole), Mail)
        except NotMail:
            assert whole is not None


def nested(depth: int, body: bytes) -> bytes:
    levels = (b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(depth))
    return b"From: a\r\n" + b"".join(levels) + b"\r\n" + body


def test_parts_within_parts_are_looked_into_only_so_far():
    assert read(nested(5, b"words")).text == "words"
    assert read(nested(20, b"words")).text == ""
    with pytest.raises(NotMail, match="too many"):
        read(nested(2_000, b"words"))


def test_a_megabyte_of_words_is_read_soon():
    begun = time.process_time()
    assert len(read(HEADERS + b"\r\n" + b"all of it \r\n" * 90_000).text) > 800_000
    assert len(read(HEADERS + b"Content-Type: text/html\r\n\r\n" + b"<p>all of it</p>\r\n" * 60_000).text) > 600_000
    assert time.process_time() - begun < 5


def test_a_draft_opens_as_a_new_message_to_everybody():
    data = draft(["Doctor, Designated <doctor@icb.example>", "", "unit@partnership.example"], "Answer – capacity",
                 "Dear colleague\n\nThank you.\n")
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message["X-Unsent"] == "1"
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Doctor, Designated", "doctor@icb.example"), ("", "unit@partnership.example")]
    assert message["Subject"] == "Answer – capacity"
    assert message.get_content() == "Dear colleague\r\n\r\nThank you.\r\n"
    assert message["From"] is None
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_draft_to_nobody_leaves_the_line_to_be_filled_in():
    assert message_from_bytes(draft([], "A", "B"), policy=default)["To"] is None


@given(st.text(), st.text(), st.text())
def test_nothing_typed_into_a_draft_becomes_a_header(name: str, subject: str, text: str):
    data = draft([f"{name} <doctor@icb.example>"], f"{subject}\r\nBcc: {subject}", f"{text}\r\nBcc: a@b.example")
    message = message_from_bytes(data)
    assert set(message.keys()) == {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "X-Unsent", "To", "Subject"}
    assert read(data).subject == one_line(tidy(one_line(f"{subject}\r\nBcc: {subject}")))
    assert read(data).text == tidy(f"{text}\r\nBcc: a@b.example")
    addresses = message_from_bytes(data, policy=default)["To"].addresses
    assert [one.addr_spec for one in addresses] == ["doctor@icb.example"]


def test_what_is_no_address_is_named():
    with pytest.raises(Invalid) as caught:
        draft(["doctor@icb.example", "the doctor", "a@b.example, c@d.example", "a@b\r\nBcc: c@d.example"], "A", "B")
    assert [problem.field for problem in caught.value.problems] == ["to"] * 3
    assert "“the doctor” is not an e-mail address." in caught.value.sentence
