import pytest

from scrutineer.storage import key
from tests.storage.conftest import TRUE_COST

RAW = "x'" + "0a" * 32 + "'"


@pytest.mark.parametrize("passphrase", ["", " ", "\t\n", "a\0b", RAW, f" {RAW} ", RAW.upper(), "x''", "half \ud83d"])
def test_what_would_not_encrypt_is_no_passphrase(passphrase):
    assert not key.is_usable(passphrase)


@pytest.mark.parametrize("passphrase", ["a", "it's 'quoted'", "x'not hex'", "пароль 密码", "w" * 200, "\U0001f9a6"])
def test_any_words_are_a_passphrase(passphrase):
    assert key.is_usable(passphrase)


def test_the_same_letters_give_the_same_key_whatever_keyboard_typed_them():
    salt = bytes(16)
    assert key.raw_key("cafe\u0301 ﬁve", salt) == key.raw_key("caf\u00e9 five", salt)
    assert key.raw_key("café", salt) != key.raw_key("cafe", salt)


def test_the_salt_makes_another_key_of_the_same_words_and_is_part_of_what_is_written():
    one, two = key.new_salt(), key.new_salt()
    assert one != two
    assert key.raw_key("words", one) != key.raw_key("words", two)
    assert key.raw_key("words", one).endswith(f"{one.hex()}'")


def test_the_cost_is_the_one_that_other_readers_expect():
    assert TRUE_COST == 256_000
