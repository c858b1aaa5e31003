"""How a query is read, written, and wrong."""

import pytest
from hypothesis import example, given

from strategies import queries, typed_texts
from tui.timeline.query import KEYS, Key, Query, Term, parse, print_term, term

THERE_ARE = (
    " (keys: actor, source, thread, tag, place, kind, verdict, basis, has, on, before, after;"
    " in quotes it is text)"
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  putin  minsk ", [Term("", ("putin",)), Term("", ("minsk",))], id="words"),
        pytest.param('"south caucasus"', [Term("", ("south caucasus",))], id="a phrase"),
        pytest.param('"a "" b"', [Term("", ('a " b',))], id="a quotation mark in a phrase"),
        pytest.param("actor:putin", [Term("actor", ("putin",))], id="a key"),
        pytest.param("Actor:putin", [Term("actor", ("putin",))], id="a key in capitals"),
        pytest.param('place:"Sochi, Russia"', [Term("place", ("Sochi, Russia",))], id="quoted"),
        pytest.param("tag:a,b", [Term("tag", ("a", "b"))], id="values"),
        pytest.param('tag:"a b","c"', [Term("tag", ("a b", "c"))], id="quoted values"),
        pytest.param("-putin", [Term("", ("putin",), is_negated=True)], id="not a word"),
        pytest.param('-"a b"', [Term("", ("a b",), is_negated=True)], id="not a phrase"),
        pytest.param("-tag:a", [Term("tag", ("a",), is_negated=True)], id="not a value"),
        pytest.param("self-rule", [Term("", ("self-rule",))], id="a hyphen inside a word"),
        pytest.param('"-x"', [Term("", ("-x",))], id="a hyphen in quotes"),
        pytest.param(
            "http://x 12:30", [Term("", ("http://x",)), Term("", ("12:30",))], id="colons"
        ),
        pytest.param(
            '"foo:bar" -https://x',
            [Term("", ("foo:bar",)), Term("", ("https://x",), is_negated=True)],
            id="no keys",
        ),
        pytest.param("a,b", [Term("", ("a,b",))], id="a comma in a word"),
        pytest.param('a"b c', [Term("", ('a"b',)), Term("", ("c",))], id="a mark inside a word"),
        pytest.param("actor:", [], id="no value yet"),
        pytest.param("tag:a,", [Term("tag", ("a",))], id="no second value yet"),
        pytest.param("-", [], id="nothing negated yet"),
        pytest.param('"', [], id="no phrase yet"),
        pytest.param('a "b c', [Term("", ("a",)), Term("", ("b c",))], id="an open quote"),
        pytest.param('place:"b c', [Term("place", ("b c",))], id="an open quote behind a key"),
        pytest.param("verdict:dis", [Term("verdict", ("dis",))], id="half a word"),
        pytest.param('on:"Sep 2022"', [Term("on", ("Sep 2022",))], id="a date"),
    ],
)
def test_a_query_is_read(text: str, terms: list[Term]) -> None:
    query = parse(text)
    assert list(query.terms) == terms
    assert query.mistakes == ()


@pytest.mark.parametrize(
    ("text", "column", "length", "message"),
    [
        pytest.param(
            *("a actr:putin", 3, 5, f'there is no key "actr:"; did you mean actor:?{THERE_ARE}'),
            id="a near key",
        ),
        pytest.param(
            *("-date:2014", 2, 5, f'there is no key "date:"; did you mean on:?{THERE_ARE}'),
            id="another name",
        ),
        pytest.param(
            *("-foo:bar,b", 2, 4, f'there is no key "foo:"{THERE_ARE}'), id="nothing like a key"
        ),
        pytest.param(*("w: x", 1, 2, f'there is no key "w:"{THERE_ARE}'), id="a letter"),
        pytest.param(
            *("verdict:opnion", 9, 6, 'verdict: does not know "opnion"; did you mean opinion?'),
            id="a near word",
        ),
        pytest.param(
            *("basis:zzz", 7, 3, 'basis: does not know "zzz"; there are article, background'),
            id="no near word",
        ),
        pytest.param(
            *("on:2014,2014-02-30", 9, 10, "February 2014 has 28 days, not 30"), id="no such day"
        ),
        pytest.param(
            *("on:03/04/2022", 4, 10, "03/04/2022 may be 2022-04-03 or 2022-03-04"),
            id="two dates in one",
        ),
        pytest.param(
            *("on:Sep 2022", 4, 3, 'a month needs its year: "Sep 2022"'), id="a month alone"
        ),
    ],
)
def test_a_mistake_says_where_it_is_and_what_to_do(
    text: str, column: int, length: int, message: str
) -> None:
    (mistake,) = parse(text).mistakes
    assert mistake == (column, length, message)


def test_a_term_with_a_mistake_is_left_out_and_the_others_stand() -> None:
    assert parse("a verdict:disputed,zzz b").terms == (Term("", ("a",)), Term("", ("b",)))


def test_a_query_knows_where_its_terms_are_written() -> None:
    text = 'a  -tag:"b c" actr:x d'
    spans = parse(text).spans
    assert [text[start:end] for start, end in spans] == ["a", '-tag:"b c"', "d"]


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        pytest.param("actor", "putin", "actor:putin", id="an id"),
        pytest.param("place", "Sochi, Russia", 'place:"Sochi, Russia"', id="a comma"),
        pytest.param("tag", 'the "near abroad"', 'tag:"the ""near abroad"""', id="quotes"),
        pytest.param("on", "2014/..", "on:2014/..", id="a date"),
        pytest.param("", "south caucasus", '"south caucasus"', id="a phrase"),
        pytest.param("", "on:2014", '"on:2014"', id="a word like a key"),
        pytest.param("", "foo:bar", '"foo:bar"', id="a word like a key that there is not"),
        pytest.param("", "http://x", "http://x", id="a web address"),
    ],
)
def test_a_term_is_written_of_a_key_and_a_value(key: Key, value: str, text: str) -> None:
    assert term(key, value) == text
    assert parse(text).terms == (Term(key, (value,)),)


def written(query: Query) -> str:
    return " ".join(map(print_term, query.terms))


@given(queries())
@example(Query((Term("", ("-x",), is_negated=True),)))
def test_what_is_written_reads_back_as_it_was(query: Query) -> None:
    again = parse(written(query))
    assert again.terms == query.terms
    assert again.mistakes == ()


@given(typed_texts())
def test_every_text_is_a_query_that_reads_back(text: str) -> None:
    query = parse(text)
    assert parse(written(query)).terms == query.terms
    for mistake in query.mistakes:
        assert 1 <= mistake.column <= mistake.column + mistake.length <= len(text) + 1


def test_every_key_is_a_word_of_small_letters() -> None:
    assert all(key.isalpha() and key.islower() for key in KEYS)
