"""Paragraphs that one of two people carried elsewhere."""

from articles.wording.merging import merge

KING = "<p>The king left the palace at dawn</p>"
CITY = "<p>Nobody in our city saw him go</p>"
GUARDS = "<p>His guards slept through it all</p>"
WEATHER = "<p>What rain fell on Tuesday night</p>"


def merged_body(base, mine, theirs, **picks):
    sides = ({"body": "".join(body)} for body in (base, mine, theirs))
    merged = merge(*sides, picks)
    return merged.fields["body"], [(clash.mine, clash.theirs) for clash in merged.clashes]


def test_moved_by_one_and_changed_by_the_other_is_both():
    changed = CITY.replace("city", "town")
    moved, in_place = [KING, GUARDS, CITY], [KING, changed, GUARDS]

    assert merged_body([KING, CITY, GUARDS], moved, in_place) == (KING + GUARDS + changed, [])
    assert merged_body([KING, CITY, GUARDS], in_place, moved) == (KING + GUARDS + changed, [])


def test_moved_by_both_stands_once_where_they_put_it():
    base = [KING, CITY, GUARDS, WEATHER]

    body, clashes = merged_body(base, [CITY, KING, GUARDS, WEATHER], [KING, GUARDS, WEATHER, CITY])

    assert (body, clashes) == (KING + GUARDS + WEATHER + CITY, [])


def test_two_moved_by_both_in_another_order_stand_once_in_theirs():
    stays = [GUARDS, WEATHER, "<p>End</p>"]

    body, clashes = merged_body([KING, CITY, *stays], [*stays, CITY, KING], [*stays, KING, CITY])

    assert (body, clashes) == ("".join(stays) + KING + CITY, [])


def test_moved_to_where_another_was_removed_is_no_new_version_of_that():
    changed = GUARDS.replace("slept", "sat")
    base, theirs = [KING, CITY, WEATHER, GUARDS], [KING, CITY, WEATHER, changed]

    body, clashes = merged_body(base, [CITY, WEATHER, KING], theirs, **{"body-4": "theirs"})

    assert (body, clashes) == (CITY + WEATHER + changed + KING, [])


def test_what_is_put_where_it_was_is_no_new_version_of_it():
    changed, new = KING.replace("dawn", "noon"), "<p>Entirely other words</p>"

    body, clashes = merged_body([KING, CITY, GUARDS], [new, CITY, GUARDS, KING], [changed, CITY, GUARDS])

    assert (body, clashes) == (new + CITY + GUARDS + changed, [])


def test_my_order_is_kept_around_it():
    new = "<p>Entirely other words</p>"

    body, clashes = merged_body(
        [KING, CITY, GUARDS, WEATHER],
        [KING, WEATHER, new, GUARDS],
        [KING, CITY, GUARDS, WEATHER, "<p>End</p>"],
    )

    assert (body, clashes) == (KING + WEATHER + new + GUARDS + "<p>End</p>", [])


def test_moved_beside_one_that_it_resembles_is_no_half_of_that():
    long, alike = "<p>one two three four five six seven eight</p>", "<p>one two three four more</p>"
    theirs = long.replace("eight", "nine")

    body, clashes = merged_body(
        [alike, KING, CITY, long],
        [KING, CITY, "<p>five six seven eight</p>", alike],
        [alike, KING, CITY, theirs],
        **{"body-4": "theirs"},
    )

    assert (body, clashes) == (KING + CITY + theirs + alike, [])
