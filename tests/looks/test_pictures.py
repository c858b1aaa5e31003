"""The pictures and the screen of the README are of the program as it is."""

import re

import pytest

from looks.pictures import AS_TEXT, FOLDER, PICTURES, README, SCREEN, taken, text_of

LARGEST = 150_000


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_says_what_the_program_shows(name: str) -> None:
    drawn, _ = await taken(PICTURES[name])
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert text_of(kept) == text_of(drawn)
    assert PICTURES[name].shows.replace(" ", "") in text_of(kept)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_and_loads_nothing(name: str) -> None:
    data = (FOLDER / f"{name}.svg").read_bytes()
    assert len(data) < LARGEST
    assert set(re.findall(rb"https?://[^\"]*", data)) == {b"http://www.w3.org/2000/svg"}
    assert b"@font-face" not in data


def test_the_readme_shows_all_of_them() -> None:
    shown = re.findall(
        r"\(tests/looks/pictures/([\w-]+)\.svg\)", README.read_text(encoding="utf-8")
    )
    assert sorted(shown) == sorted(PICTURES) == sorted(each.stem for each in FOLDER.iterdir())


async def test_the_screen_of_the_readme_is_what_the_program_shows() -> None:
    _, text = await taken(AS_TEXT)
    found = SCREEN.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == f"{text}\n"
