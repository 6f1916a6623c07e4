"""Two people's changes to one story as one."""

import pytest

from articles.wording.merging import Clash, Merged, merge

FIRST, SECOND, THIRD = (
    "<p>The king left the palace at dawn</p>",
    "<p>Nobody in the city saw him go</p>",
    "<p>His guards slept through it all</p>",
)
BODY = FIRST + SECOND + THIRD


def merged_body(mine, theirs, base=BODY, **picks):
    merged = merge({"body": base}, {"body": mine}, {"body": theirs}, picks)
    return merged.fields["body"], [clash.key for clash in merged.clashes]


def test_different_fields_merge():
    base = {"headline": "One", "kicker": "", "section": None, "due_at": None}

    merged = merge(base, {**base, "headline": "Two"}, {**base, "section": 3, "kicker": "War"})

    fields = {"headline": "Two", "kicker": "War", "section": 3, "due_at": None}
    assert merged == Merged(fields, (), ("kicker", "section"))


def test_what_both_changed_alike_is_no_clash_and_nobodys_gift():
    base = {"headline": "One", "section": 1}
    both = {"headline": "Two", "section": 2}

    assert merge(base, both, both) == Merged(both, (), ())


def test_a_field_changed_differently_clashes():
    merged = merge({"headline": "One", "n": 1}, {"headline": "Two", "n": 2}, {"headline": "Three", "n": 3})

    assert merged == Merged(
        {"headline": "Two", "n": 2},
        (Clash("headline", "headline", "One", "Two", "Three", takes_both=True), Clash("n", "n", 1, 2, 3)),
        (),
    )


@pytest.mark.parametrize(
    ("pick", "headline", "from_theirs"),
    [
        ("mine", "Two", ()),
        ("theirs", "Three", ("headline",)),
        ("both", "Three Two", ("headline",)),
    ],
)
def test_picks_settle_a_clash(pick, headline, from_theirs):
    sides = ({"headline": "One"}, {"headline": "Two"}, {"headline": "Three"})

    assert merge(*sides, {"headline": pick}) == Merged({"headline": headline}, (), from_theirs)


def test_lines_are_joined_by_a_new_line():
    merged = merge({"ednote": "a"}, {"ednote": "a\nb"}, {"ednote": "c"}, {"ednote": "both"})

    assert merged.fields == {"ednote": "c\na\nb"}


@pytest.mark.parametrize(
    ("mine", "theirs", "choices"),
    [(2, 3, ()), ("", "Three", ()), (None, "2026-05-14", ()), ("opinion", "analysis", ("kind",))],
)
def test_both_is_no_answer_where_two_make_no_text(mine, theirs, choices):
    merged = merge({"kind": "news"}, {"kind": mine}, {"kind": theirs}, {"kind": "both"}, choices)

    assert merged == Merged({"kind": mine}, (Clash("kind", "kind", "news", mine, theirs),), ())


def test_a_pick_of_nothing_known_settles_nothing():
    merged = merge({"a": "1"}, {"a": "2"}, {"a": "3"}, {"a": "everything", "b": "mine"})

    assert (merged.fields, len(merged.clashes)) == ({"a": "2"}, 1)


def test_a_field_that_a_side_lacks_it_left_alone():
    assert merge({"a": 1, "b": 2}, {"a": 3}, {"b": 4, "c": 5}) == Merged(
        {"a": 3, "b": 4, "c": 5}, (), ("b", "c")
    )


def test_lists_keep_what_either_added_and_lose_what_either_removed():
    merged = merge({"topics": [1, 2, 3]}, {"topics": [3, 1, 4]}, {"topics": [1, 2, 5, 4]})

    assert merged == Merged({"topics": [1, 4, 5]}, (), ("topics",))


def test_credits_are_people_in_roles_and_their_order_is_mine():
    base = {"credits": [[1, "author", 0], [2, "author", 1]]}
    mine = {"credits": [[2, "author", 0], [1, "author", 1], [3, "editing", 2]]}
    theirs = {"credits": [[1, "author", 0], [2, "author", 1], [1, "photography", 2]]}

    merged = merge(base, mine, theirs)

    assert merged.fields["credits"] == [
        [2, "author", 0],
        [1, "author", 1],
        [3, "editing", 2],
        [1, "photography", 3],
    ]


def test_credits_in_another_order_take_nothing_over():
    base, mine, theirs = (
        {"credits": [[person, "author", order] for order, person in enumerate(people)]}
        for people in ([1, 2, 3], [2, 1, 3], [3, 2, 1])
    )

    assert merge(base, mine, theirs) == Merged(mine, (), ())


def test_changes_to_neighbouring_paragraphs_merge():
    mine = FIRST.replace("dawn", "noon") + SECOND + THIRD
    theirs = FIRST + SECOND.replace("city", "town") + THIRD.replace("guards", "dogs")

    merged = merge({"body": BODY}, {"body": mine}, {"body": theirs})

    body = FIRST.replace("dawn", "noon") + SECOND.replace("city", "town") + THIRD.replace("guards", "dogs")
    assert merged == Merged({"body": body}, (), ("body",))


def test_the_same_paragraph_changed_by_both_clashes():
    mine, theirs = SECOND.replace("city", "town"), SECOND.replace("Nobody", "Few")

    merged = merge({"body": BODY}, {"body": FIRST + mine + THIRD}, {"body": FIRST + theirs + THIRD})

    clash = Clash("body-2", "body", SECOND, mine, theirs, takes_both=True)
    assert merged == Merged({"body": FIRST + mine + THIRD}, (clash,), ())
    sides = [{"body": FIRST + block + THIRD} for block in (SECOND, mine, theirs)]
    assert merge(*sides, {"body-2": "theirs"}) == Merged({"body": FIRST + theirs + THIRD}, (), ("body",))
    assert merge(*sides, {"body-2": "both"}).fields == {"body": FIRST + theirs + mine + THIRD}


def test_a_paragraph_changed_by_one_and_removed_by_the_other_clashes():
    theirs = SECOND.replace("city", "town")

    merged = merge({"body": BODY}, {"body": FIRST + THIRD}, {"body": FIRST + theirs + THIRD})

    assert merged == Merged({"body": FIRST + THIRD}, (Clash("body-2", "body", SECOND, "", theirs),), ())


def test_a_paragraph_removed_by_one_is_removed():
    assert merged_body(FIRST + THIRD, BODY + "<p>New</p>") == (FIRST + THIRD + "<p>New</p>", [])


def test_paragraphs_added_in_one_place_stand_one_after_the_other():
    mine, theirs = FIRST + "<p>Mine</p>" + SECOND + THIRD, FIRST + "<p>Theirs</p>" + SECOND + THIRD

    assert merged_body(mine, theirs) == (FIRST + "<p>Theirs</p><p>Mine</p>" + SECOND + THIRD, [])


def test_a_paragraph_added_by_both_stands_once():
    mine = FIRST + "<p>New</p><p>Mine</p>" + SECOND + THIRD
    theirs = FIRST + "<p>New</p><p>Theirs</p>" + SECOND + THIRD

    body = FIRST + "<p>New</p><p>Theirs</p><p>Mine</p>" + SECOND + THIRD
    assert merged_body(mine, theirs) == (body, [])


def test_two_stories_begun_on_an_empty_page_are_both_kept():
    assert merged_body("<p>Mine</p>", "<p>Theirs</p>", base="") == ("<p>Theirs</p><p>Mine</p>", [])


def test_a_paragraph_rewritten_by_both_clashes():
    mine, theirs = "<p>Entirely my own words</p>", "<p>Something else</p>"

    assert merged_body(FIRST + mine + THIRD, FIRST + theirs + THIRD) == (FIRST + mine + THIRD, ["body-2"])


def test_both_halves_of_a_split_paragraph_stand_against_the_other_text():
    halves = "<p>Nobody in the city</p><p>saw him go</p>"
    theirs = SECOND.replace("city", "town")

    assert merged_body(FIRST + halves + THIRD, FIRST + theirs + THIRD, **{"body-2": "theirs"}) == (
        FIRST + theirs + THIRD,
        [],
    )


def test_a_body_written_otherwise_but_alike_is_not_changed():
    theirs = FIRST + "\n" + SECOND + "\n" + THIRD

    merged = merge({"body": BODY}, {"body": BODY + "<p>Mine</p>"}, {"body": theirs})

    assert merged == Merged({"body": BODY + "<p>Mine</p>"}, (), ())
