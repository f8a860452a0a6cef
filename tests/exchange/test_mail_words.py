"""What is left of an e-mail when everything but its words is taken away."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.exchange.mail_words import decoded, plain, tidy


@pytest.mark.parametrize(("html", "words"), [
    ("<p>Dear colleague</p><p>Thank you.</p>", "Dear colleague\n\nThank you."),
    ("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two<o:p></o:p></p>", "One\n\nTwo"),
    ("<p class='MsoNormal'>First line</p>\n<p class='MsoNormal'>Second line</p>", "First line\nSecond line"),
    ("<div>a</div><div><br></div><div>b<br></div><div>c</div>", "a\n\nb\nc"),
    ("one<br>two<br/>\nthree", "one\ntwo\nthree"),
    ("<b>bold</b>\n  and <i>plain</i>", "bold and plain"),
    ("<ul><li>one</li><li><p>two</p></li></ul>end", "- one\n- two\nend"),
    ("<ol><li>one<ul><li>inner</li></ul><li>two</ol>", "1. one\n- inner\n2. two"),
    ("<table><tr><th>Action<th>By</tr><tr><td><p>Audit</p></td><td><div>26 Nov</div></td></tr></table>",
     "Action\tBy\nAudit\t26 Nov"),
    ("<table><tr><td>a</td><td></td></tr><tr><td>b</td></tr></table>", "a\nb"),
    ("<pre>a\n  b</pre>", "a\nb"),
    ("&lt;b&gt; &amp; caf&eacute; &#8217; &#x2019;", "<b> & café ’ ’"),
    ("fewer than <5 days and a < b", "fewer than <5 days and a < b"),
    ("write to <office@icb.example>", "write to <office@icb.example>"),
])  # fmt: skip
def test_html_reads_as_plain_words(html: str, words: str):
    assert plain(html) == words


@pytest.mark.parametrize("html", [
    "<style>p { color: red }</style>kept", "<script>if (a < b) x()</script >kept", "<STYLE><!--x--></STYLE>kept",
    "<head><title>Title</title></head><body>kept", "<!-- not this -->kept", "<!--[if mso]><xml>x</xml><![endif]-->kept",
    "<![if !mso]>kept<![endif]>", "<!DOCTYPE html><?xml a?>kept",
    "<img alt='a > b' src='https://example.org/x.png'>kept",
    '<a href="javascript:x()" title="not this">kept</a>', "<!-->kept", "<span title='it is>kept",
])  # fmt: skip
def test_what_is_no_word_is_dropped(html: str):
    assert plain(html) == "kept"


@given(st.text())
def test_any_html_at_all_becomes_tidy_text(html: str):
    assert tidy(plain(html)) == plain(html)


MARKS = ("<p>", "</p>", "<td>", "<tr>", "<li>", "<ol>", "</ol>", "<br>", "<pre>", "</pre>", "x", "&nbsp;", " ")


@given(st.lists(st.sampled_from(MARKS)))
def test_marks_in_any_order_lose_no_word(pieces: list[str]):
    assert plain("".join(pieces)).count("x") == pieces.count("x")


@pytest.mark.parametrize("piece", [
    "<", "<a ", "<!--", "<!", "<?", "</", '<a b="', "<a \"'", "<script>", "<td>", "<li>", "<p>",
    " ", "&nbsp;", "&#1", "\n",
])  # fmt: skip
def test_a_megabyte_made_to_stop_a_reader_does_not(piece: str):
    begun = time.process_time()
    plain("<p>" + piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 5


def test_a_number_beyond_every_character_is_no_error():
    assert plain("a&#" + "1" * 5_000 + ";b") == "ab"


def test_tidy_text_has_plain_spaces_no_invisible_marks_and_one_empty_line():
    assert tidy("\ufeffa\u00a0b\u200b \r\n\r\n\r\n\r\n\u202ec \t\n") == "a b\n\nc"


@pytest.mark.parametrize(("data", "charset", "text"), [
    ("café ’".encode(), "utf-8", "café ’"),
    (b"caf\xe9 \x92", "iso-8859-1", "café ’"),
    (b"caf\xe9 \x92", "windows-1252", "café ’"),
    ("café".encode(), "us-ascii", "café"),
    (b"caf\xe9", "us-ascii", "café"),
    (b"caf\xe9", "no-such-charset", "café"),
    (b"caf\xe9", "a\0b", "café"),
    (b"caf\xe9", "\udcff", "café"),
    ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
    (b"a\\x41", "unicode_escape", "a\\x41"),
    (b"abc-", "punycode", "abc-"),
    (b"\x81\x8d", "utf-8", "\ufffd\ufffd"),
])
def test_bytes_are_read_as_they_claim_or_as_best_they_can(data: bytes, charset: str, text: str):
    assert decoded(data, charset) == text


@given(st.binary(), st.text())
def test_bytes_are_always_read(data: bytes, charset: str):
    assert isinstance(decoded(data, charset), str)
