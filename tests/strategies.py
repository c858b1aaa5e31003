"""Hypothesis strategies: well-formed values of every kind."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tui.timeline.dates import Date, parse

_signs = st.sampled_from(["", "-"])
_marks = st.sampled_from(["", "~", "?", "%"])
_months = st.integers(1, 12).map("{:02}".format)
_years = st.one_of(
    st.integers(1900, 2100).map("{:04}".format),
    st.integers(0, 9999).map("{:04}".format),
    st.integers(1, 9999).map("-{:04}".format),
)
_days = st.one_of(
    st.dates().map(str),
    st.builds("{}-{}-{:02}".format, _years, _months, st.integers(1, 28)),
)
_clocks = st.builds(
    "{:02}:{:02}{}{}".format,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+04", "-03:30", "+00:00"]),
)
_unmarked = st.one_of(
    _years,
    st.builds("Y{}{}".format, _signs, st.integers(10_000, 999_999_999_999)),
    st.builds("{}{:03}X".format, _signs, st.integers(0, 999)),
    st.builds("{}{:02}XX".format, _signs, st.integers(0, 99)),
    st.builds("{}-{}".format, _years, _months),
    st.builds("{}-{}".format, _years, st.sampled_from(["XX", "XX-XX", "21", "22", "23", "24"])),
    st.builds("{}-{}-XX".format, _years, _months),
    _days,
)
_sides = st.builds("{}{}".format, _unmarked, _marks)


@st.composite
def _ranges(draw: DrawFn) -> str:
    """A range with both sides, the one that starts first in front."""
    first, last = sorted(draw(st.tuples(_sides, _sides)), key=lambda side: parse(side).anchor)
    return f"{first}/{last}"


def edtf_texts() -> SearchStrategy[str]:
    """Every form of EDTF levels 0 and 1."""
    missing = st.sampled_from(["", ".."])
    return st.one_of(
        _sides,
        st.builds("{}T{}".format, _days, _clocks),
        _ranges(),
        st.builds("{}/{}".format, _sides, missing),
        st.builds("{}/{}".format, missing, _sides),
    )


def edtf_dates() -> SearchStrategy[Date]:
    """The dates that `edtf_texts` mean."""
    return edtf_texts().map(parse)
