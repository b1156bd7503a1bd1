"""The country that an article is about is the one that most of its names speak for."""

from __future__ import annotations

import pytest

from kg.resolve.focus import focus
from kg.resolve.named import Named
from resolve.velmara import context, meaning, told


@pytest.mark.parametrize(
    ("told_of", "country"),
    [
        ([], ""),
        (["actor/zenda-news"], ""),
        (["place/deir-salim"], "place/velmara"),
        (["actor/korland", "place/deir-salim"], "place/velmara"),
        (["actor/korland", "actor/korland", "place/deir-salim"], "place/velmara"),
        (["place/deir-salim", "actor/iron-shield"], "place/velmara"),
        (["actor/iron-shield", "actor/korland", "place/deir-salim"], "place/korland"),
        (["actor/velmara", "actor/idra-vash", "place/mardan-korland"], "place/korland"),
        (["actor/korland", "actor/velmara"], "place/korland"),
    ],
)
def test_the_country_in_focus_weighs_towns_over_groups_over_states_over_persons(
    told_of: list[str], country: str
) -> None:
    words = told("Name/PROPN/root@0").words
    names_told = [Named(words, (meaning(iri),), exact=True) for iri in told_of]
    world = context().world
    assert focus(world, names_told) == (country, world.state_of.get(country))


def test_a_metonym_and_a_name_of_many_countries_weigh_little() -> None:
    words, world = told("Name/PROPN/root@0").words, context().world
    capital = Named(words, (meaning("actor/korland", "metonym"),), exact=True)
    both = Named(words, (meaning("place/mardan"), meaning("place/mardan-korland")), exact=True)
    one = Named(words, (meaning("actor/velmara"),), exact=True)
    assert focus(world, [capital, capital, one])[0] == "place/velmara"
    assert focus(world, [both, Named(words, (meaning("actor/tessia"),), exact=True)])[0] == (
        "place/tessia"
    )
